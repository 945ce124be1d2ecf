"""Commands about figures: check and figures, one by one and in batches. Each returns an exit status.

A check against files alone opens no index and loads no model.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from json import dumps
from pathlib import Path
from time import monotonic

from bot.commands.batches import read_batch
from bot.commands.json_shapes import explanation_shape, remark_shape, statement_shape
from bot.library.evidence_shelf import EvidenceShelf, conflicting, matching
from bot.library.opening import agreed_names
from bot.messages import say, say_both
from bot.rendering import counts_text, remarks_line, verdict_name
from bot.settings import Settings
from bot.terminal import print_json, print_table, print_text, refuse_line
from checker.arithmetic.own_arithmetic import Remark, review
from checker.check import check_claims
from checker.evidence import Evidence
from checker.finding import Finding, figure_json, finding_json
from checker.verdicts import WRONG, Verdict
from corpus.errors import HeduiError, UnusableInput
from corpus.figure import Statement
from corpus.statements.statements import figures_of, read_draft
from corpus.structure.masthead import has_masthead

_FORMATS = ("json", "html", "docx", "md")
"""What ``hedui check --format`` writes."""


def _draft_text(file: str, shelf: EvidenceShelf) -> str:
    """Return the text of a draft; ``-`` is standard input, in UTF-8."""
    if file != "-":
        return shelf.draft(Path(file))
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnusableInput(*say_both("error.input_encoding")) from error


def run_check(
    settings: Settings, file: str | None, reports: tuple[str, ...], *, form: str = "", output: str = ""
) -> int:
    """Check a draft; 1 when a figure needs a person.

    ``form`` is one of ``_FORMATS``, or "" for a table on the terminal; ``output`` is the file to write, "" for
    standard output, which takes every form but Word.
    """
    if form not in ("", *_FORMATS) or (form == "docx" and not output) or (output and not form):
        raise UnusableInput(say("error.format", settings.language, form=form, forms=" / ".join(_FORMATS)))
    with EvidenceShelf(settings, reports) as shelf:
        text = _draft(file, shelf)
        shelf.prepare()
        began = monotonic()
        findings, remarks = _checked(text, shelf.evidence(text))
    if not form:
        print_findings(findings, settings.language)
        if remarks:
            print_text(remarks_line(remarks, settings.language))
    elif form == "json":
        shape = check_shape(text, findings, monotonic() - began, remarks)
        _deliver(f"{dumps(shape, ensure_ascii=False)}\n".encode("utf-8", "replace"), output)
    else:
        _deliver(_annotated(form, text, findings, remarks), output)
    return needs_person(findings)


def _checked(text: str, evidence: Evidence) -> tuple[list[Finding], list[Remark]]:
    """Return the findings on a draft and, where it is itself a report, what of its own does not add up."""
    claims = read_draft(text, evidence.directory)
    return check_claims(claims, evidence), review(claims) if has_masthead(text) else []


def _draft(file: str | None, shelf: EvidenceShelf) -> str:
    if file is None:
        raise UnusableInput(*say_both("error.no_draft"))
    return _draft_text(file, shelf)


def _annotated(form: str, text: str, findings: Sequence[Finding], remarks: Sequence[Remark]) -> bytes:
    """Return the annotated draft as a file of one of ``_FORMATS`` but JSON."""
    from checker.annotation.markup import annotate_html, annotate_markdown

    if form == "docx":
        from checker.annotation.docx_comments import annotate_docx

        return annotate_docx(text, findings, remarks=remarks)
    if form == "html":
        written = annotate_html(text, findings, remarks=remarks)
    else:
        written = annotate_markdown(text, findings, remarks)
    return written.encode("utf-8", "replace")


def _deliver(data: bytes, output: str) -> None:
    """Write ``data`` to standard output, or whole to the file ``output``: never half of it."""
    if not output:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    place = Path(output)
    partial = place.with_name(f"{place.name}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(place)
    except OSError as error:
        raise UnusableInput(f"{output}: {error.strerror}") from error


def run_explain(
    settings: Settings, file: str | None, reports: tuple[str, ...], raw: str, *, json: bool
) -> int:
    """Show for the figure ``raw`` of a draft every stated figure that was weighed, and why it won or lost."""
    from checker.explain import explain

    with EvidenceShelf(settings, reports) as shelf:
        text = _draft(file, shelf)
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


def print_findings(findings: Sequence[Finding], language: str) -> None:
    """Print findings as a table with a line that sums them up."""
    if not findings:
        print_text(say("check.none", language))
        return
    columns = ("figure", "verdict", "explanation")
    print_table(
        [say(f"table.{column}", language) for column in columns],
        [[one.figure.raw, verdict_name(one.verdict, language), one.explanation] for one in findings],
    )
    print_text(say("check.summary", language, total=len(findings), counts=counts_text(findings, language)))
    wrong = sum(finding.verdict in WRONG for finding in findings)
    if wrong:
        print_text(say("check.need", language, count=wrong))


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


def run_figures(
    settings: Settings,
    file: str | None,
    *,
    org: str,
    metric: str,
    reports: tuple[str, ...],
    conflicts: bool,
    own_arithmetic: bool,
    json: bool,
) -> int:
    """List the figures of a file, or of the index; with ``own_arithmetic`` also those that their terms contradict."""
    with EvidenceShelf(settings, reports) as shelf:
        if file is not None:
            draft = read_draft(_draft_text(file, shelf))
            stated: Sequence[Statement] = agreed_names(settings).in_statements(draft)
            found = [one for one in figures_of(stated) if org in one.org and metric in one.metric]
            shapes = [figure_json(figure) for figure in found]
        else:
            stated = shelf.statements()
            statements = shelf.matching(org, metric)
            shapes = [statement_shape(one) for one in (conflicting(statements) if conflicts else statements)]
    remarks = review(stated) if own_arithmetic else []
    shown = {id(one) for one in matching([remark.statement for remark in remarks], org, metric)}
    remarks = [remark for remark in remarks if id(remark.statement) in shown]
    added = {"own_arithmetic": [remark_shape(remark) for remark in remarks]} if own_arithmetic else {}
    if json:
        print_json({"figures": shapes, **added})
        return 0
    _show(shapes, settings.language)
    if own_arithmetic:
        _show_remarks(remarks, settings.language)
    return 0


def _show_remarks(remarks: Sequence[Remark], language: str) -> None:
    """Print a line for each report that contradicts itself, or that none does."""
    for report, found in groupby(remarks, key=lambda remark: remark.statement.report):
        print_text(remarks_line(list(found), language, report))
    if not remarks:
        print_text(say("own_arithmetic.none", language))


def _show(shapes: list[dict[str, object]], language: str) -> None:
    if not shapes:
        print_text(say("figures.none", language))
        return
    columns = {"figure": "raw", "organisation": "org", "metric": "metric", "period": "period"}
    if "report" in shapes[0]:
        columns["report"] = "report"
    print_table(
        [say(f"table.{column}", language) for column in columns],
        [[str(shape[field]) for field in columns.values()] for shape in shapes],
    )


def run_figures_batch(batch: str, *, own_arithmetic: bool) -> int:
    """List the figures of the texts of a JSON Lines file, without an index."""
    status = 0
    for line in read_batch(batch, "text"):
        if isinstance(line, tuple):
            status = refuse_line(*line)
            continue
        stated = read_draft(line.text)
        shape: dict[str, object] = {"figures": [figure_json(figure) for figure in figures_of(stated)]}
        if own_arithmetic:
            shape["own_arithmetic"] = [remark_shape(remark) for remark in review(stated)]
        print_json({"id": line.id, **shape})
    return status
