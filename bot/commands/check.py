"""Commands about figures: check and figures, one by one and in batches. Each returns an exit status.

A check against files alone opens no index and loads no model.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from json import dumps
from pathlib import Path
from time import monotonic

from bot.commands.batches import read_batch
from bot.commands.json_shapes import explanation_shape, statement_shape
from bot.library.evidence_shelf import EvidenceShelf, conflicting, draft_figures, matching
from bot.messages import say
from bot.rendering import counts_text, verdict_name
from bot.settings import Settings
from bot.terminal import print_json, print_table, print_text, refuse_line
from checker.check import check
from checker.finding import Finding, figure_json, finding_json
from checker.verdicts import WRONG, Verdict
from corpus.errors import HeduiError, UnusableInput
from corpus.reading.documents import read_text

_FORMATS = ("json", "html", "docx", "md")
"""What ``hedui check --format`` writes."""


def _draft_text(file: str) -> str:
    """Return the text of a draft; ``-`` is standard input, in UTF-8."""
    if file != "-":
        return read_text(Path(file)).text
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnusableInput("标准输入不是 UTF-8 编码 / standard input is not in UTF-8") from error


def run_check(
    settings: Settings, file: str | None, reports: tuple[str, ...], *, form: str = "", output: str = ""
) -> int:
    """Check a draft; 1 when a figure needs a person.

    ``form`` is one of ``_FORMATS``, or "" for a table on the terminal; ``output`` is the file to write, "" for
    standard output, which takes every form but Word.
    """
    if form not in ("", *_FORMATS) or (form == "docx" and not output) or (output and not form):
        raise UnusableInput(say("error.format", settings.language, form=form, forms=" / ".join(_FORMATS)))
    text = _draft(settings, file)
    with EvidenceShelf(settings, reports) as shelf:
        shelf.prepare()
        began = monotonic()
        findings = check(text, shelf.evidence(text))
    if not form:
        print_findings(findings, settings.language)
    else:
        _deliver(_in_form(form, text, findings, monotonic() - began), output)
    return needs_person(findings)


def _draft(settings: Settings, file: str | None) -> str:
    if file is None:
        raise UnusableInput(say("error.no_draft", settings.language))
    return _draft_text(file)


def _in_form(form: str, text: str, findings: Sequence[Finding], seconds: float) -> bytes:
    """Return the annotated draft as a file of one of ``_FORMATS``."""
    from checker.annotation.markup import annotate_html, annotate_markdown

    if form == "docx":
        from checker.annotation.docx_comments import annotate_docx

        return annotate_docx(text, findings)
    if form == "json":
        written = dumps(check_shape(text, findings, seconds), ensure_ascii=False) + "\n"
    else:
        written = annotate_html(text, findings) if form == "html" else annotate_markdown(text, findings)
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
    from corpus.statements.statements import read_draft as read_claims

    text = _draft(settings, file)
    with EvidenceShelf(settings, reports) as shelf:
        evidence = shelf.evidence(text)
    claims = [claim for claim in read_claims(text, evidence.directory) if claim.figure.raw == raw]
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


def check_shape(text: str, findings: Sequence[Finding], seconds: float) -> dict[str, object]:
    """Return what ``hedui check --json`` prints."""
    counts = Counter(finding.verdict for finding in findings)
    return {
        "findings": [finding_json(finding) for finding in findings],
        "counts": {str(verdict): counts[verdict] for verdict in Verdict if counts[verdict]},
        "characters": len(text),
        "seconds": round(seconds, 3),
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
                findings = check(line.text, shelf.evidence(line.text, line.reports))
            except HeduiError as error:
                status = refuse_line(line.id, error)
                continue
            print_json({"id": line.id, **check_shape(line.text, findings, monotonic() - began)})
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
    json: bool,
) -> int:
    """List the figures of a file, or of the index."""
    if file is not None:
        found = [one for one in draft_figures(_draft_text(file)) if org in one.org and metric in one.metric]
        return _show([figure_json(figure) for figure in found], settings.language, json=json)
    with EvidenceShelf(settings, reports) as shelf:
        statements = matching(shelf.statements(), org, metric)
    if conflicts:
        statements = conflicting(statements)
    return _show([statement_shape(statement) for statement in statements], settings.language, json=json)


def _show(shapes: list[dict[str, object]], language: str, *, json: bool) -> int:
    if json:
        print_json({"figures": shapes})
    elif not shapes:
        print_text(say("figures.none", language))
    else:
        columns = {"figure": "raw", "organisation": "org", "metric": "metric", "period": "period"}
        if "report" in shapes[0]:
            columns["report"] = "report"
        print_table(
            [say(f"table.{column}", language) for column in columns],
            [[str(shape[field]) for field in columns.values()] for shape in shapes],
        )
    return 0


def run_figures_batch(batch: str) -> int:
    """List the figures of the texts of a JSON Lines file, without an index."""
    status = 0
    for line in read_batch(batch, "text"):
        if isinstance(line, tuple):
            status = refuse_line(*line)
            continue
        figures = draft_figures(line.text)
        print_json({"id": line.id, "figures": [figure_json(figure) for figure in figures]})
    return status
