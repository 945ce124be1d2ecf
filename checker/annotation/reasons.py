"""What stands beside and behind a figure of a draft, whatever the draft's format: a finding goes in, lines and a shade come out."""

from collections.abc import Sequence
from typing import Final

from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, WRONG
from corpus.figure import Statement
from corpus.visible_text import visible

_SOURCES: Final = 3
"""Source sentences that are quoted for one figure."""

_LONGEST: Final = 240
"""Characters of a quoted sentence; a longer one is cut on both sides of the figure."""

_TINT: Final = 0.28
"""How much of a verdict's colour is behind a figure; the rest is white."""


def to_tell(findings: Sequence[Finding], *, every: bool) -> list[Finding]:
    """Return the findings that a draft is marked with: those that need a person, or every one."""
    return [finding for finding in findings if every or finding.verdict in WRONG]


def reason_lines(finding: Finding) -> list[str]:
    """Return the lines of a note on a figure: verdict, why, and each source's sentence with report, date and place."""
    lines = [f"{finding.figure.raw}：{VERDICT_ROWS[finding.verdict].chinese}", finding.explanation]
    for statement in finding.evidence[:_SOURCES]:
        lines += [f"原文：{_quoted(statement)}", f"出处：{source_of(statement)}"]
    return [visible(line) for line in lines]


def source_of(statement: Statement) -> str:
    """Return where a statement stands: title, date, headings over it and the report's id."""
    title = f"《{statement.title}》" if statement.title else ""
    return " · ".join(filter(None, (title, statement.published, statement.section, statement.report)))


def _quoted(statement: Statement) -> str:
    quote = statement.quote
    if len(quote) > _LONGEST:
        middle = statement.figure.start - statement.start
        first = min(max(0, middle - _LONGEST // 2), len(quote) - _LONGEST)
        quote = f"…{quote[first : first + _LONGEST]}…"
    return " ".join(quote.split())


def tint(colour: str) -> str:
    """Return a light shade of a colour; both are red, green and blue in hexadecimal digits."""
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * _TINT):02X}" for part in parts)
