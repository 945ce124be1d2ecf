"""What the index knows, kept at hand between questions: its reports' regions, their organisations."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from bot.question.members import members_of, narrowed_to_members
from bot.question.question import Question
from bot.ranking.figure_context import SentenceReader
from bot.ranking.scope import Place, region_fits
from checker.comparison.features import FeatureReader
from corpus.figure import Statement
from corpus.organisations.directory import Directory
from corpus.organisations.name_parts import NameParts, name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.organisations.short_names import unit_names
from corpus.report import Report
from corpus.times.rounds import round_number, rounds_in

if TYPE_CHECKING:
    from retrieval.index import Index

WHOLE: Final = 200
"""Up to so many reports all of their organisations are known beforehand; beyond, those that a question names."""

KNOWN: Final = 300
"""So many reports are kept at hand; with more of them all are let go, as after a start."""

STATEMENTS_KEPT: Final = 5_000
"""So many statements are kept at hand, those used last."""

_MOST_REPORTS: Final = 8
"""So many reports are read for what a question names, beside those that the search finds."""

_OWN_LEVEL: Final = re.compile("(?:^|[一二三四五六七八九十]届)([省市县区])委|([省市县区])委第.{1,3}轮")


class Knowledge:
    """Reads from an index what questions are understood with, each report once."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._places: dict[str, Place] = {}
        self._issuers: dict[str, NameParts] = {}
        self.units: dict[str, tuple[str, ...]] = {}
        """What organisations are called where their place goes without saying (供销社), with those that are; in a small index."""
        self._called: set[str] = set()
        self._statements: OrderedDict[str, tuple[Statement, ...]] = OrderedDict()
        self._kept = 0
        self.features = FeatureReader()
        self.sentences = SentenceReader()
        self.titles = index.titles()
        self.directory = Directory(self._index.agreed)
        self._members: dict[str, tuple[str, ...]] = {}
        self._named: set[str] = set()
        self._looked_up: set[str] = set()
        if self.is_small:
            self.learn(self.titles)

    @property
    def is_small(self) -> bool:
        """Whether there are so few reports that all are known from the start."""
        return len(self.titles) <= WHOLE

    def refresh(self) -> None:
        """Let go of what was learned where it has become much; call it between two questions."""
        if len(self._places) > max(KNOWN, WHOLE):
            self._places.clear()
            self._issuers.clear()
            self.units.clear()
            self._called.clear()
            self._members.clear()
            self._named.clear()
            self._looked_up.clear()
            self.directory = Directory(self._index.agreed)

    def learn(self, reports: Iterable[str]) -> None:
        """Know of which region these reports (ids) are, and in a small index the organisations they name."""
        new = [report for report in dict.fromkeys(reports) if report not in self._places]
        if not new:
            return
        found = {report.id: report for report in self._index.reports(new)}
        read = [
            found.get(report) or self._index.report(report) for report in new
        ]  # the latter says what is gone
        regions = self._index.regions(new)
        known = {place.region for place in self._places.values()} | set(regions.values())
        for report in read:
            region = regions.get(report.id) or _likely_region(report, known)
            self._places[report.id] = Place(report, region)
            self._members[report.id] = members_of(report)
            self._issuers[report.organisation] = name_parts(report.organisation)
            if self.is_small:
                self.directory.add_report(report, region)
                self._named.add(report.id)
                self._call(report.organisation, name_parts(region).region)
        if self.is_small:
            for name in self.directory.names:
                self._call(name)

    def _call(self, name: str, place: str = "") -> None:
        """Know what an organisation is called where its ``place`` goes without saying."""
        if name in self._called:
            return
        self._called.add(name)
        for unit in unit_names(name, place):
            self.units[unit] = (*self.units.get(unit, ()), name)

    def learn_names(self, reports: Iterable[str]) -> None:
        """Know the organisations that these reports (ids) name, as far as they are not known."""
        for report in reports:
            if report not in self._named:
                place = self.place(report)
                self.directory.add_report(place.report, place.region)
                self._named.add(report)

    def look_names_up(self, text: str) -> None:
        """Know the names in ``text`` that any report gives; in a small index all are known."""
        if self.is_small:
            return
        for short, full in self._index.names_within(text, self._looked_up).items():
            self._looked_up.add(short)
            for name in full:
                self.directory.add_entry(short, name)

    @property
    def members(self) -> frozenset[str]:
        """The names that the reports give to parts of what they are about: 路桥公司, 东屿区.

        A region that a report of its own speaks of is no mere part of another's: its name in a question leads there.
        """
        regions = {place.region for place in self._places.values()}
        return frozenset(name for names in self._members.values() for name in names if name not in regions)

    def of_members(
        self, question: Question, statements: Sequence[Statement]
    ) -> tuple[Question, Sequence[Statement]]:
        """Return the statements of the members that a question names, and it without them; else both unchanged."""
        if not question.members:
            return question, statements
        reports = {one.report: self._places[one.report].report for one in statements}
        return narrowed_to_members(question, statements, self._members, reports)

    def place(self, report: str) -> Place:
        """Return a report with the region that it speaks of."""
        if report not in self._places:
            self.learn([report])
        return self._places[report]

    def named_reports(self, question: Question) -> list[str]:
        """Return the reports (ids) of the organisations and rounds that a question names, at most ``_MOST_REPORTS``.

        What a search by words may miss: a report whose title names the round, or whose issuer is asked about.
        """
        issuers = {issuer for name in question.orgs for issuer in self._issued_by(name)}
        named = {round_number(one) for one in question.rounds}
        found = []
        for report, place in self._places.items():
            of_it = place.report.organisation in issuers
            of_round = not named.isdisjoint(rounds_in(place.report.title))
            if of_it or (of_round and (not question.orgs or region_fits(question, place))):
                found.append(report)
        return found[:_MOST_REPORTS]

    def _issued_by(self, name: str) -> list[str]:
        """Return the known issuers of reports that ``name`` stands for."""
        region = name_parts(name).region
        return [
            issuer
            for issuer, parts in self._issuers.items()
            if not (region and parts.region and region != parts.region)
            and same_organisation(name, issuer) is Sameness.SAME
        ]

    def places(self, reports: Iterable[str]) -> dict[str, Place]:
        """Return these reports with their regions, by id."""
        wanted = list(reports)
        self.learn(wanted)
        return {report: self._places[report] for report in wanted}

    def statements(self, reports: Iterable[str]) -> list[Statement]:
        """Return the statements of these reports, by report and place."""
        wanted = list(dict.fromkeys(reports))
        missing = [report for report in wanted if report not in self._statements]
        if missing:
            read: dict[str, list[Statement]] = {report: [] for report in missing}
            for statement in self._index.statements(missing):
                read[statement.report].append(statement)
            self._statements.update((report, tuple(found)) for report, found in read.items())
            self._kept += sum(map(len, read.values()))
        for report in wanted:
            self._statements.move_to_end(report)
        found = [statement for report in wanted for statement in self._statements[report]]
        while self._kept > STATEMENTS_KEPT and len(self._statements) > len(wanted):
            _, dropped = self._statements.popitem(last=False)
            self._kept -= len(dropped)
            self.features.forget(dropped)
            self.sentences.forget(dropped)
        return found


def _likely_region(report: Report, known: Iterable[str]) -> str:
    """Return the region of a report that names none in full: the one of its level whose name it holds."""
    level = next((one or other for one, other in _OWN_LEVEL.findall(report.title)), "")
    fits = {
        region
        for region in known
        if region and level and region.endswith(level) and name_parts(region).region in report.text
    }
    return next(iter(fits)) if len(fits) == 1 else ""
