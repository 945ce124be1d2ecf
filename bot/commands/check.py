"""The command check: one draft, a batch of texts, or all that was weighed for one figure. Each returns an exit status.

A check against files alone opens no index and loads no model.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from bot.commands.batches import read_batch
from bot.commands.drafts import ANNOTATED_FORMS, DraftFile, annotated, read_draft_file, write_out
from bot.commands.json_shapes import explanation_shape, remark_shape
from bot.library.evidence_shelf import EvidenceShelf
from bot.messages import say
from bot.rendering import counts_text, remarks_line, verdict_name
from bot.settings import Settings
from bot.terminal import print_json, print_lines, print_table, print_text, refuse_line, write_json
from checker.annotation.reasons import to_tell
from checker.arithmetic.own_arithmetic import Remark, review
from checker.check import check_claims, worst_first
from checker.evidence import Evidence
from checker.finding import Finding, finding_json
from checker.verdicts import VERDICT_ROWS, WRONG, Verdict
from corpus.errors import HeduiError, UnusableInput
from corpus.statements.statements import read_draft
from corpus.structure.masthead import has_masthead

_FORMATS = ("json", *ANNOTATED_FORMS)
"""What ``hedui check --format`` writes."""


def run_check(
    settings: Settings,
    file: str | None,
    reports: tuple[str, ...],
    *,
    form: str = "",
    output: str = "",
    every: bool = False,
    json: bool = False,
) -> int:
    """Check a draft; 1 when a figure needs a person.

    ``output`` is a file to write, in the form ``form``, else in that of its suffix; without one ``form`` goes to
    standard output, which takes every form but Word. ``every`` shows and marks also the figures that need nobody.
    """
    form = form or Path(output).suffix.lower().removeprefix(".")
    if ((form or output) and form not in _FORMATS) or (form == "docx" and not output):
        raise UnusableInput(say("error.format", settings.language, form=form, forms=" / ".join(_FORMATS)))
    draft = _draft(settings, file)
    if output and draft.path is not None and Path(output).resolve() == draft.path.resolve():
        raise UnusableInput(say("error.output_is_draft", settings.language, file=output))
    with EvidenceShelf(settings, reports) as shelf:
        shelf.prepare()
        began = monotonic()
        findings, remarks = _checked(draft.text, shelf.evidence(draft.text))
    shape = check_shape(draft.text, findings, monotonic() - began, remarks)
    if form in ANNOTATED_FORMS:
        write_out(annotated(form, draft, findings, remarks, every=every), output)
    elif output:
        write_out(f"{write_json(shape)}\n".encode(), output)
    if json or (form == "json" and not output):
        print_json(shape)
    elif output:
        print_text(_written(output, findings, form, every, settings.language))
    elif not form:
        print_findings(findings, settings.language, every=every)
        if remarks:
            print_text(remarks_line(remarks, settings.language))
    return needs_person(findings)


def _written(output: str, findings: Sequence[Finding], form: str, every: bool, language: str) -> str:
    """Say what was written, and how many figures are marked in it."""
    marked = to_tell(findings, every=every or form != "docx")
    wrong = sum(finding.verdict in WRONG for finding in findings)
    return say("check.written", language, file=output, total=len(findings), wrong=wrong, marked=len(marked))


def _checked(text: str, evidence: Evidence) -> tuple[list[Finding], list[Remark]]:
    """Return the findings on a draft and, where it is itself a report, what of its own does not add up."""
    claims = read_draft(text, evidence.directory)
    return check_claims(claims, evidence), review(claims) if has_masthead(text) else []


def _draft(settings: Settings, file: str | None) -> DraftFile:
    if file is None:
        raise UnusableInput(say("error.no_draft", settings.language))
    return read_draft_file(file)


def run_explain(
    settings: Settings, file: str | None, reports: tuple[str, ...], raw: str, *, json: bool
) -> int:
    """Show for the figure ``raw`` of a draft every stated figure that was weighed, and why it won or lost."""
    from checker.explain import explain

    text = _draft(settings, file).text
    with EvidenceShelf(settings, reports) as shelf:
        evidence = shelf.evidence(text)
    claims = [claim for claim in read_draft(text, evidence.directory) if claim.figure.raw == raw]
    if not claims:
        raise UnusableInput(say("error.no_such_figure", settings.language, figure=raw))
    shapes = [explanation_shape(explain(claim, evidence)) for claim in claims]
    if json:
        print_json({"figures": shapes})
        return 0
    for shape in shapes:
        print_text(f"{shape['raw']} · {shape['verdict']} · {shape['explanation']}")
        columns = ("raw", "strength", "reason", "quote")
        print_table(
            [
                say(f"table.{column}", settings.language)
                for column in ("won", "figure", "strength", "reason", "quote")
            ],
            [
                ["✓" if row["won"] else "", *(str(row[column]) for column in columns)]
                for row in shape["considered"]
            ],
        )
    return 0


def needs_person(findings: Sequence[Finding]) -> int:
    """Return 1 when one of the findings says that a figure is wrong, else 0."""
    return int(any(finding.verdict in WRONG for finding in findings))


def check_shape(
    text: str, findings: Sequence[Finding], seconds: float, remarks: Sequence[Remark]
) -> dict[str, object]:
    """Return what ``hedui check --json`` prints."""
    counts = Counter(finding.verdict for finding in findings)
    return {
        "findings": [finding_json(finding) for finding in findings],
        "counts": {str(verdict): counts[verdict] for verdict in Verdict if counts[verdict]},
        "characters": len(text),
        "seconds": round(seconds, 3),
        "own_arithmetic": [remark_shape(remark) for remark in remarks],
    }


def print_findings(findings: Sequence[Finding], language: str, *, every: bool = False) -> None:
    """Print a line for each figure that needs a person, with ``every`` then for the others, and what they sum up to."""
    if not findings:
        print_text(say("check.none", language))
        return
    shown = worst_first(to_tell(findings, every=every))
    rows = [VERDICT_ROWS[one.verdict] for one in shown]
    print_lines(
        (
            f"#{row.colour}",
            f"{row.sign or '-'} {one.figure.raw}",
            verdict_name(one.verdict, language),
            one.explanation,
        )
        for row, one in zip(rows, shown, strict=True)
    )
    print_text(say("check.summary", language, total=len(findings), counts=counts_text(findings, language)))
    wrong = sum(finding.verdict in WRONG for finding in findings)
    if wrong:
        print_text(say("check.need", language, count=wrong))
    if len(shown) < len(findings):
        print_text(say("check.rest", language, count=len(findings) - len(shown)))


def run_check_batch(settings: Settings, batch: str, reports: tuple[str, ...]) -> int:
    """Check the texts of a JSON Lines file; 2 when a line could not be used, 1 when a figure needs a person."""
    status = 0
    with EvidenceShelf(settings, reports) as shelf:
        for line in read_batch(batch, "text"):
            if isinstance(line, tuple):
                status = refuse_line(*line)
                continue
            began = monotonic()
            try:
                findings, remarks = _checked(line.text, shelf.evidence(line.text, line.reports))
            except HeduiError as error:
                status = refuse_line(line.id, error)
                continue
            print_json({"id": line.id, **check_shape(line.text, findings, monotonic() - began, remarks)})
            status = max(status, needs_person(findings))
    return status
