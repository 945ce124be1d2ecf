"""Summaries without a language model: reports in, a ``Summary`` in the reports' own words out.

Clauses are chosen by aspect (who inspected, how far it is, what came of it, who answered for it, what is left),
and the text is checked like any other: what the check does not confirm is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from bot.answer import Citation
from bot.summary.facts import Fact, Problem
from bot.summary.filling import Shelf, fill_plan
from bot.summary.key_figures import Snippet, key_figures, read_snippets
from bot.summary.plan import Plan
from bot.summary.selection import ReportSpan
from bot.summary.writing import Told, Written, write
from checker.check import check
from checker.comparison.plan_marks import is_planned
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import CONFIRMED
from corpus.figure import Figure, Statement

Length = Literal["short", "long"]

LIMIT: Final = 600
"""Characters of a short summary: what a chat's screen shows."""

KEYS: Final = {"short": 5, "long": 12}
PLANS: Final = {"short": 3, "long": 20}
ROUNDS: Final = 40
"""Times that a summary is written anew without what failed its check."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is summed up: the clauses that speak of it, and the problems that headings name.

    ``heading`` is the first line of the summary, ``date`` the report's own in ISO form, "" where there are
    several. ``several`` says that more than one organisation is spoken of, so that each has to be named.
    """

    title: str
    heading: str
    date: str
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    several: bool


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A key figure, the few words that say what it is, and where it stands."""

    figure: Figure
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a summary: ``text`` with its citation numbers, and the citations."""

    aspect: str
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary: ``text`` is the whole for a chat; every figure in it has a finding that confirms it.

    ``plans`` are the sentences that state plans, which nothing can confirm; ``text`` has only their numbers.
    """

    title: str
    heading: str
    text: str
    key_figures: tuple[KeyFigure, ...] = ()
    points: tuple[Point, ...] = ()
    findings: tuple[Finding, ...] = ()
    plans: tuple[Point, ...] = ()


@dataclass(slots=True)
class _Barred:
    """What failed the check and may not be told again."""

    spans: set[ReportSpan] = field(default_factory=set)
    keys: set[Statement] = field(default_factory=set)
    widened: set[ReportSpan] = field(default_factory=set)
    date: bool = False


def summarise(subject: Subject, evidence: Evidence, length: Length = "short") -> Summary:
    """Sum a subject up; the same subject gives the same summary.

    ``evidence`` holds the statements of the subject's reports. A short text has at most ``LIMIT`` characters,
    unless its title alone is longer.
    """
    barred = _Barred()
    snippets = read_snippets(subject.facts)
    for _ in range(ROUNDS):
        written = _write(subject, snippets, barred, length)
        findings = check(written.text, evidence)
        wrong = [finding for finding in findings if finding.verdict not in CONFIRMED]
        if not wrong:
            break
        for told in dict.fromkeys(_told(finding.figure, written) for finding in wrong):
            _bar(told, barred)
    else:
        written = write(Plan(subject.heading))
        findings = check(written.text, evidence)
    return Summary(
        subject.title,
        subject.heading,
        written.text,
        tuple(KeyFigure(one.statement.figure, one.text, citation) for one, citation in written.keys),
        tuple(Point(name, text, citations) for name, text, citations in written.points),
        tuple(findings),
        tuple(Point("plan", citation.quote, (citation,)) for citation in written.plans),
    )


def _write(subject: Subject, snippets: Sequence[Snippet], barred: _Barred, length: Length) -> Written:
    keys = key_figures(snippets, KEYS[length], barred.keys, totals_first=subject.several)
    shelf = Shelf.of(subject.facts, subject.problems, barred.spans, barred.widened, several=subject.several)
    plan = Plan(
        subject.heading,
        "" if barred.date else subject.date,
        several=subject.several,
        planned=_planned(subject.facts)[: PLANS[length]],
    )
    limit = LIMIT if length == "short" else None
    if length == "long":
        told = {one.span for one in keys}
        table = {
            one.span: one for one in snippets if one.statement not in barred.keys and one.span not in told
        }
        plan = replace(plan, table=tuple(table.values()), by_problem=True)
    return write(fill_plan(plan, shelf, keys, limit))


def _told(figure: Figure, written: Written) -> Told | None:
    """Return what tells a figure of the text, None for the date under the title."""
    return next((told for start, end, told in written.places if start <= figure.start < end), None)


def _bar(told: Told | None, barred: _Barred) -> None:
    """Bar what failed its check: the part of a clause gives way to the whole, and that to another."""
    if told is None:
        barred.date = True
    elif isinstance(told, Snippet):
        barred.keys.add(told.statement)
    elif isinstance(told, Problem):
        barred.spans.add((told.report.id, told.start, told.end))
    elif told.can_widen and told.span not in barred.widened:
        barred.widened.add(told.span)
    else:
        barred.spans.add(told.span)


def _planned(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return a fact for each sentence that states a plan, in order."""
    found: dict[tuple[str, int], Fact] = {}
    for fact in facts:
        if any(is_planned(one) for segment in fact.segments for one in segment.figures):
            found.setdefault((fact.report.id, fact.sentence[0]), fact)
    return tuple(found.values())
