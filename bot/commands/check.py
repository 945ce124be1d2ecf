"""The command check: one draft, a batch of texts, or all that was weighed for one figure. Each returns an exit status.

A check against files alone opens no index and loads no model.
"""

from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from bot.commands.batches import BatchLine, run_lines
from bot.commands.decisions import (
    NOTHING_DECIDED,
    Decided,
    DecisionOptions,
    decisions_on,
    show_decisions,
)
from bot.commands.drafts import ANNOTATED_FORMS, DraftFile, annotated, read_draft_file, write_out
from bot.library.evidence_shelf import EvidenceShelf
from bot.messages import say
from bot.programs.json_shapes import check_shape, explanation_shape
from bot.rendering import counts_text, remarks_line, verdict_name
from bot.settings import Settings
from bot.terminal import print_json, print_lines, print_table, print_text, write_json
from checker.annotation.reasons import NO_RULINGS, Rulings, needing, to_tell
from checker.annotation.same_document import SAME_FORMS
from checker.arithmetic.own_arithmetic import Remark, review
from checker.check import check_claims, worst_first
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS
from corpus.errors import UnusableInput
from corpus.statements.statements import read_draft
from corpus.structure.masthead import has_masthead

_NO_OPTIONS = DecisionOptions()

_FORMATS = ("json", *ANNOTATED_FORMS)
"""What ``hedui check --format`` writes."""


def run_check(
    settings: Settings,
    file: str | None,
    reports: tuple[str, ...],
    form: str = "",
    output: str = "",
    *,
    every: bool = False,
    options: DecisionOptions = _NO_OPTIONS,
    json: bool = False,
) -> int:
    """Check a draft; 1 when a figure needs a person.

    ``output`` is a file to write, in the form ``form``, else in that of its suffix; without one ``form`` goes to
    standard output, which takes texts alone. ``every`` shows and marks also the figures that need nobody.
    Where ``options`` decide on a figure or ask what was decided, that is shown alone, and the status is 0.
    """
    if output and Path(output).is_dir():
        raise UnusableInput(say("error.output_is_folder", settings.language, file=output.rstrip("/")))
    form = form or Path(output).suffix.lower().removeprefix(".")
    if ((form or output) and form not in _FORMATS) or (form in SAME_FORMS and not output):
        raise UnusableInput(say("error.format", settings.language, form=form, forms=" / ".join(_FORMATS)))
    draft = _draft(settings, file)
    if output and draft.path is not None and Path(output).resolve() == draft.path.resolve():
        raise UnusableInput(say("error.output_is_draft", settings.language, file=output))
    with EvidenceShelf(settings, reports) as shelf:
        shelf.prepare()
        began = monotonic()
        findings, remarks = _checked(draft.text, shelf.evidence(draft.text))
    decided = decisions_on(settings, draft, findings, options)
    if options.are_given:
        show_decisions(decided, findings, options, settings.language, json=json)
        return 0
    shape = check_shape(draft.text, findings, monotonic() - began, remarks, decided.by_number, decided.names)
    if form in ANNOTATED_FORMS:
        write_out(annotated(form, draft, findings, remarks, every=every, rulings=decided.rulings), output)
    elif output:
        write_out(f"{write_json(shape)}\n".encode(), output)
    if json or (form == "json" and not output):
        print_json(shape)
    elif output:
        print_text(_written(output, findings, decided.rulings, form, every, settings.language))
    elif not form:
        print_findings(findings, settings.language, every=every, decided=decided)
        if remarks:
            print_text(remarks_line(remarks, settings.language))
    return check_status(findings, decided.rulings)


def _written(
    output: str, findings: Sequence[Finding], rulings: Rulings, form: str, every: bool, language: str
) -> str:
    """Say what was written, and how many figures are marked in it."""
    marked = to_tell(findings, every=every or form not in SAME_FORMS)
    wrong = len(needing(findings, rulings))
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


def check_status(findings: Sequence[Finding], rulings: Rulings = NO_RULINGS) -> int:
    """Return 1 when one of the findings says that a figure is wrong and no reviewer that it is right, else 0."""
    return int(bool(needing(findings, rulings)))


def print_findings(
    findings: Sequence[Finding],
    language: str,
    *,
    every: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> None:
    """Print a line for each figure that needs a person, with ``every`` then for the others, and what they sum up to.

    Each has its number, by which it is decided on, and says what was decided.
    """
    if not findings:
        print_text(say("check.none", language))
        return
    shown = worst_first(to_tell(findings, every=every))
    numbers = {id(one): number for number, one in enumerate(findings, 1)}
    print_lines(_line(one, numbers[id(one)], decided, language) for one in shown)
    print_text(say("check.summary", language, total=len(findings), counts=counts_text(findings, language)))
    if decided.read_back:
        print_text(say("decision.read_back", language, count=decided.read_back))
    if wrong := len(needing(findings, decided.rulings)):
        print_text(say("check.need", language, count=wrong))
    if len(shown) < len(findings):
        print_text(say("check.rest", language, count=len(findings) - len(shown)))


def _line(one: Finding, number: int, decided: Decided, language: str) -> tuple[str, str, str, str]:
    row = VERDICT_ROWS[one.verdict]
    made = decided.by_number.get(number)
    mark = f" · {decided.told(made, one.verdict, language)}" if made else ""
    how = f"{verdict_name(one.verdict, language)} #{number}{mark}"
    return f"#{row.colour}", f"{row.sign or '-'} {one.figure.raw}", how, one.explanation


def run_check_batch(settings: Settings, batch: str, reports: tuple[str, ...]) -> int:
    """Check the texts of a JSON Lines file; 2 when a line could not be used, 1 when a figure needs a person."""
    with EvidenceShelf(settings, reports) as shelf:

        def checked(line: BatchLine) -> tuple[dict[str, object], int]:
            began = monotonic()
            findings, remarks = _checked(line.text, shelf.evidence(line.text, line.reports))
            return check_shape(line.text, findings, monotonic() - began, remarks), check_status(findings)

        return run_lines(batch, "text", checked)
