"""What a person wants summed up: a name in (a report, an organisation, a round, a period), a ``Subject`` out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.library.opening import report_name
from bot.messages import say
from bot.ranking.report_knowledge import Knowledge
from bot.summary.facts import Fact, read_facts, read_problems
from bot.summary.summary import Subject
from checker.comparison.likeness import compare_owners
from checker.evidence import Evidence
from corpus.errors import NotFound, UnclearName, UnusableInput
from corpus.figure import Statement
from corpus.organisations.sameness import Sameness
from corpus.report import Report
from corpus.times.periods import Period, find_periods, parse_period, resolve_period
from corpus.times.rounds import ROUND, ROUND_NUMBER, named_rounds, round_number, rounds_in

if TYPE_CHECKING:
    from retrieval.index import Index

SEVERAL: Final = 3
"""Organisations that a report's paragraphs start with, from which on each has to be named."""

_ROUND: Final = re.compile(
    r"(?P<term>[一二三四五六七八九十]{1,3}届)?(?P<whose>[一-鿿]{0,8}?)"
    rf"第(?P<round>{ROUND_NUMBER})轮(?:巡视|巡察)?(?:整改)?(?:情况)?"
)
_ROUND_NAMES: Final = (
    re.compile(r"[一二三四五六七八九十]{1,3}届[一-鿿]{0,4}委" + ROUND.pattern),
    re.compile(r"[一-鿿]{0,2}委?" + ROUND.pattern),
)
_NEAREST: Final = 3
_MOST_CHOICES: Final = 8


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with what is known of it."""

    report: Report
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    several: bool


class Subjects:
    """Finds what a name stands for among the reports of an index."""

    def __init__(self, index: "Index", knowledge: Knowledge | None = None) -> None:
        self._index = index
        self._knowledge = knowledge or Knowledge(index)
        self._read: dict[str, _Read] = {}

    def find(self, name: str, language: str = "zh") -> tuple[Subject, Evidence]:
        """Return what ``name`` stands for, and the evidence to check a summary of it against.

        An empty name stands for all reports. Raises ``NotFound`` that says what there is, ``UnusableInput``
        where the index is empty.
        """
        wanted = name.strip()
        known = self._index.reports()
        if not known:
            raise UnusableInput(say("error.empty_index", language))
        one = self._report(wanted, known) if wanted else (known[0].id if len(known) == 1 else "")
        if one:
            return self._of_report(self._reading(one))
        if not wanted:
            return self._of_many(say("summary.all"), [self._reading(report.id) for report in known])
        found = (
            self._of_round(wanted, known, language)
            or self._of_period(wanted, known)
            or self._of_org(wanted, known, language)
        )
        if found is None:
            examples = "、".join(self._examples(known))
            raise NotFound(say("error.no_subject", language, name=name, examples=examples))
        return found

    def _report(self, wanted: str, known: Sequence[Report]) -> str:
        """Return the id of the report that is meant by its id, its file's name or its title, else ""."""
        ids = {report.id for report in known}
        for candidate in (wanted, report_name(wanted)):
            if candidate in ids:
                return candidate
        titled = [report.id for report in known if wanted.strip("《》") == report.title]
        return titled[0] if len(titled) == 1 else ""

    def _reading(self, report_id: str) -> _Read:
        if report_id not in self._read:
            self._knowledge.learn_names([report_id])
            report = self._knowledge.place(report_id).report
            statements = tuple(self._knowledge.statements([report_id]))
            facts = tuple(read_facts(report, statements, self._knowledge.directory))
            several = len({fact.owner for fact in facts if fact.owner}) >= SEVERAL
            self._read[report_id] = _Read(report, facts, statements, several)
        return self._read[report_id]

    def _of_report(self, read: _Read) -> tuple[Subject, Evidence]:
        report = read.report
        date = report.published.isoformat() if report.published else ""
        problems = tuple(read_problems(report))
        subject = Subject(report.title, f"《{report.title}》", date, read.facts, problems, read.several)
        return subject, self._evidence([read])

    def _of_many(
        self, title: str, reads: Sequence[_Read], wanted: Callable[[Fact], bool] = lambda _: True
    ) -> tuple[Subject, Evidence]:
        """Return the facts of several reports that are ``wanted``, each under its organisation's name."""
        rounds = len({read.report.organisation for read in reads if read.several}) > 1
        facts = [_owned(fact, read, rounds) for read in reads for fact in read.facts if wanted(fact)]
        return Subject(title, title, "", tuple(facts), (), several=True), self._evidence(reads)

    def _evidence(self, reads: Iterable[_Read]) -> Evidence:
        statements = [one for read in reads for one in read.statements]
        return Evidence(statements, self._knowledge.directory, reader=self._knowledge.features)

    def _of_round(
        self, wanted: str, known: Sequence[Report], language: str
    ) -> tuple[Subject, Evidence] | None:
        match = _ROUND.fullmatch(wanted)
        if match is None:
            return None
        number = round_number(match["round"])
        term, whose = match["term"] or "", match["whose"].removesuffix("党委")
        reads = [
            self._reading(report.id)
            for report in known
            if number in rounds_in(report.title) and term in report.title and whose in report.title
        ]
        named = {_round_name(read.report.title) for read in reads}
        if len(named) > 1:
            raise _unclear(wanted, sorted(named), language)
        return self._of_many(wanted, reads) if reads else None

    def _of_period(self, wanted: str, known: Sequence[Report]) -> tuple[Subject, Evidence] | None:
        mentions = find_periods(wanted)
        if len(mentions) != 1 or mentions[0].text != wanted:
            return None
        period = resolve_period(wanted)
        if period.last is None:
            return None
        reads = [self._reading(report.id) for report in known]

        def inside(fact: Fact) -> bool:
            labels = {one.figure.period for segment in fact.segments for one in segment.figures}
            return any(_lies_in(parse_period(label), period) for label in labels if label)

        kept = [read for read in reads if any(inside(fact) for fact in read.facts)]
        return self._of_many(wanted, kept, inside) if kept else None

    def _of_org(self, wanted: str, known: Sequence[Report], language: str) -> tuple[Subject, Evidence] | None:
        name = self._full_name(wanted, language)
        own: list[_Read] = []
        facts: list[Fact] = []
        for report in known:
            read = self._reading(report.id)
            if not read.several and _is(name, report.organisation):
                own.append(read)
                facts += read.facts
                continue
            spoken = [fact for fact in read.facts if self._speaks_of(fact, read, name, wanted)]
            own += [read] if spoken else []
            facts += spoken
        if not facts:
            return None
        if len(own) == 1 and not own[0].several:
            return self._of_report(own[0])
        shown = [replace(fact, owner="") for fact in facts]
        problems = [one for read in own if not read.several for one in read_problems(read.report)]
        return Subject(name, name, "", tuple(shown), tuple(problems), several=False), self._evidence(own)

    def _full_name(self, wanted: str, language: str) -> str:
        """Return the full name that a short one stands for; raises ``UnusableInput`` where it may be several."""
        directory = self._knowledge.directory
        name = directory.canonical(wanted)
        fits = [one for one in directory.names if one.endswith(wanted)]
        if name in directory or not fits:
            return name
        if len(fits) > 1:
            raise _unclear(wanted, fits[:_MOST_CHOICES], language)
        return fits[0]

    def _speaks_of(self, fact: Fact, read: _Read, name: str, wanted: str) -> bool:
        if wanted and (wanted in fact.text or wanted == fact.owner):
            return True
        region = self._knowledge.place(read.report.id).region
        if fact.owner and _is(name, self._knowledge.directory.canonical(fact.owner, region)):
            return True
        return any(_is(name, one.figure.org) for segment in fact.segments for one in segment.figures)

    def _examples(self, known: Sequence[Report]) -> list[str]:
        names = [report.organisation or report.id for report in known]
        return list(dict.fromkeys(names))[:_NEAREST]


def _unclear(name: str, choices: Sequence[str], language: str) -> UnclearName:
    message = say("error.which_subject", language, name=name, choices="、".join(choices))
    return UnclearName(message, name, choices)


def _owned(fact: Fact, read: _Read, rounds: bool) -> Fact:
    """Return a fact with its organisation: that of its paragraph, else its report's issuer.

    What is told of a whole round stays without one, unless there are several ``rounds``.
    """
    issuer = read.report.organisation
    named = issuer in fact.text or any(one in rounds_in(fact.text) for one in rounds_in(issuer))
    if fact.owner or not issuer or named or (read.several and not rounds):
        return fact
    return replace(fact, owner=issuer)


def _round_name(title: str) -> str:
    """Return how a title names its round, with its term where it says it (八届省委第四轮)."""
    return next((named_rounds(found[0]) for form in _ROUND_NAMES if (found := form.search(title))), title)


def _is(name: str, other: str) -> bool:
    return bool(name and other) and compare_owners(name, other) is Sameness.SAME


def _lies_in(inner: Period, outer: Period) -> bool:
    if inner.last is None or outer.first is None or outer.last is None:
        return False
    return (inner.first or inner.last) >= outer.first and inner.last <= outer.last
