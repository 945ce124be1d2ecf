"""What stands beside and behind a figure of a draft, whatever the draft's format: a finding goes in, lines and a shade come out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, WRONG, Verdict, VerdictText
from corpus.figure import Statement
from corpus.visible_text import visible

_SOURCES: Final = 3
"""Source sentences that are quoted for one figure."""

_LONGEST: Final = 240
"""Characters of a quoted sentence; a longer one is cut on both sides of the figure."""

_TINT: Final = 0.28
"""How much of a verdict's colour is behind a figure; the rest is white."""


@dataclass(frozen=True, slots=True)
class PersonRuling:
    """What was decided on a figure: ``told`` says what, who, when and their note; ``clears`` that nobody need look any more."""

    told: str
    clears: bool = False


Rulings = Mapping[tuple[int, int], PersonRuling]
"""Rulings by where their figures begin and end in the text."""

NO_RULINGS: Final[Rulings] = MappingProxyType({})


def to_tell(findings: Sequence[Finding], *, every: bool) -> list[Finding]:
    """Return the findings that a draft is marked with: those that say that a figure is wrong, or every one."""
    return [finding for finding in findings if every or finding.verdict in WRONG]


def reason_lines(finding: Finding, rulings: Rulings = NO_RULINGS) -> list[str]:
    """Return the lines of a note on a figure: verdict, what was decided on it, why, and each source's sentence with report, date and place."""
    head = f"{finding.figure.raw}：{VERDICT_ROWS[finding.verdict].chinese}"
    lines = [head, *ruling_lines(finding, rulings), finding.explanation]
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


def ruling_on(finding: Finding, rulings: Rulings) -> PersonRuling | None:
    """Return what was decided on a finding."""
    return rulings.get((finding.figure.start, finding.figure.end))


def needing(findings: Sequence[Finding], rulings: Rulings = NO_RULINGS) -> list[Finding]:
    """Return the findings at which a person must look: those that say wrong, of which nobody said that the figure is right."""
    return [one for one in findings if one.verdict in WRONG and not _is_cleared(one, rulings)]


def ruling_lines(finding: Finding, rulings: Rulings) -> list[str]:
    """Return the line that says what was decided on a finding, none where nothing was."""
    made = ruling_on(finding, rulings)
    return [f"审定：{made.told}"] if made else []


def marked_as(finding: Finding, rulings: Rulings) -> VerdictText:
    """Return the verdict as which a figure is marked: one that a person said to be right as one that is left alone."""
    return VERDICT_ROWS[Verdict.NOT_CHECKED if _is_cleared(finding, rulings) else finding.verdict]


def colour_of(finding: Finding, rulings: Rulings) -> str:
    """Return the colour in which a figure is marked."""
    return marked_as(finding, rulings).colour


def _is_cleared(finding: Finding, rulings: Rulings) -> bool:
    made = ruling_on(finding, rulings)
    return made is not None and made.clears
