"""What a text is checked against: statements of reports, looked up by value, by words and by sentence."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from checker.alignment.source import Source
from checker.comparison.agreement import UnitRelation, relate_units, size
from checker.comparison.features import FeatureReader, Features
from checker.comparison.named_times import NamedTimes
from checker.comparison.owners import Owners
from checker.comparison.postings import NOWHERE, Postings, StatementPlaces, greatest, unrepeated
from checker.comparison.wording import is_verbatim
from corpus.figure import Figure, Statement
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.organisations.directory import Directory
from corpus.report import Report
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_statements

_MOST_LIKE = 100
"""Quantities that share a word with a claim and are weighed against it, the nearest first."""
_SCANNED = 4 * _MOST_LIKE
"""Quantities with a claim's rarest words beyond which its other words are not looked up."""
_OWNER = 3
"""Words that count as much as a quantity's being the claim's own organisation's."""


_start = attrgetter("start")


class Evidence:
    """The statements of the reports that a text is checked against.

    ``titles`` names the reports by id, for findings that say what was searched. ``agreed`` are short names
    that the text may use, where there is no ``directory`` that knows them. ``reader`` is whose that keeps
    the statements for longer than this evidence; without one, what is read of them goes with it.
    """

    def __init__(
        self,
        statements: Iterable[Statement],
        directory: Directory | None = None,
        agreed: AgreedNames = BUILT_IN,
        reader: FeatureReader | None = None,
    ) -> None:
        self.statements = tuple(statements)
        self._reader = reader or FeatureReader()
        self.titles = {statement.report: statement.title for statement in self.statements}
        self._directory = directory
        self._agreed = agreed
        self._asked: tuple[Statement, StatementPlaces] | None = None
        self._of_value: dict[Decimal | None, list[Statement]] = {}
        self._one_with: dict[tuple[str, str], NDArray[np.bool_]] = {}

    @classmethod
    def of_reports(cls, reports: Iterable[Report], agreed: AgreedNames = BUILT_IN) -> "Evidence":
        """Read the statements of ``reports``, their organisations known to each other."""
        known = [agreed.in_report(report) for report in reports]
        directory = Directory.of(known, agreed)
        evidence = cls((s for r in known for s in read_statements(r, directory)), directory)
        evidence.titles = {report.id: report.title for report in known}
        return evidence

    @cached_property
    def directory(self) -> Directory:
        """The organisations that the evidence names."""
        if self._directory is not None:
            return self._directory
        directory = Directory(self._agreed)
        for name in dict.fromkeys(statement.figure.org for statement in self.statements):
            directory.add_name(name)
        return directory

    @cached_property
    def quantities(self) -> tuple[Statement, ...]:
        """The statements of quantities, in order."""
        return tuple(s for s in self.statements if not is_scope(s.figure))

    @cached_property
    def source(self) -> Source:
        """What stands around each quantity, read when it is asked for."""
        return Source(self.beside, self._before)

    def _before(self, statement: Statement) -> str:
        """Return the sentence with a figure before that of ``statement`` in its report, "" for the first."""
        report = self._by_report[statement.report]
        place = bisect_left(report, statement.start, key=_start)
        return report[place - 1].quote if place else ""

    def nearest(self, claim: Statement, most: int) -> list[Statement]:
        """Return at most ``most`` quantities that share the most words with the claim, or have its value."""
        mine = self.features(claim)
        found = np.arange(len(self.quantities), dtype=np.int32)
        if len(found) > _SCANNED:
            leads = (self._valued(claim)[:most], self._like(claim, mine), self._sharing(claim, mine))
            found = unrepeated(np.concatenate(leads))
        return self._at(greatest(found, self._postings.shared(mine)[found], most))

    @cached_property
    def scopes(self) -> tuple[Statement, ...]:
        """The statements of dates, periods and rounds, in order."""
        return tuple(s for s in self.statements if is_scope(s.figure))

    @cached_property
    def times(self) -> NamedTimes:
        """The times and rounds of all statements."""
        return NamedTimes(self.statements)

    @cached_property
    def _by_value(self) -> Mapping[Decimal, StatementPlaces]:
        index: dict[Decimal, list[int]] = defaultdict(list)
        for place, statement in enumerate(self.quantities):
            value = size(statement.figure)
            if value is not None:
                index[value].append(place)
        return {value: np.array(places, np.int32) for value, places in index.items()}

    @cached_property
    def _read(self) -> Mapping[int, Features]:
        """What the quantities say, by which object each is: to look one up by what it says compares all of it."""
        return {id(statement): self._reader.of(statement) for statement in self.quantities}

    def features(self, statement: Statement) -> Features:
        """Return the features of a claim, or of a statement of the evidence, which keeps them."""
        return self._read.get(id(statement)) or self._reader.of(statement)

    @cached_property
    def _postings(self) -> Postings:
        return Postings([self.features(statement) for statement in self.quantities])

    @cached_property
    def _owners(self) -> Owners:
        return Owners(statement.figure.org for statement in self.quantities)

    @cached_property
    def _units(self) -> tuple[list[Figure], StatementPlaces]:
        """Return a figure of each kind and unit, and which of them is as each quantity."""
        places: dict[tuple[str, str], int] = {}
        figures = [statement.figure for statement in self.quantities]
        told = [places.setdefault((figure.kind, figure.unit), len(places)) for figure in figures]
        firsts = np.unique(told, return_index=True)[1]
        return [figures[first] for first in firsts], np.array(told, np.int32)

    @cached_property
    def _by_sentence(self) -> dict[tuple[str, int], list[Statement]]:
        index: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for statement in self.quantities:
            index[statement.report, statement.start].append(statement)
        return index

    def like(self, claim: Statement) -> list[Statement]:
        """Return the quantities whose metric or value the claim shares in part; any may be meant where it has no metric.

        Where very many do, only the nearest of them.
        """
        return self._at(self._like(claim, self.features(claim)))

    def sharing(self, claim: Statement) -> list[Statement]:
        """Return the quantities whose metric shares a telling word with the claim's sentence, as ``like`` does."""
        return self._at(self._sharing(claim, self.features(claim)))

    def _at(self, places: StatementPlaces) -> list[Statement]:
        return [self.quantities[place] for place in places.tolist()]

    def fitting(self, claim: Statement) -> list[Statement]:
        """Return what of ``like`` has a unit that is one with the claim's and is not surely another organisation's.

        Who quotes a whole sentence tells of whom the source does.
        """
        found = self._measured(claim.figure, self._like(claim, self.features(claim)))
        others = self._owners.others(claim.figure.org, found).tolist()
        stated = zip(self._at(found), others, strict=True)
        raw = claim.figure.raw
        return [s for s, other in stated if not other or (s.figure.raw == raw and is_verbatim(claim, s))]

    def _measured(self, claimed: Figure, found: StatementPlaces) -> StatementPlaces:
        """Return those of the places ``found`` whose unit is one with the claim's."""
        figures, units = self._units
        unit = (claimed.kind, claimed.unit)
        if unit not in self._one_with:
            self._one_with[unit] = np.array(
                [relate_units(claimed, figure) is UnitRelation.SAME for figure in figures], bool
            )
        measured: StatementPlaces = found[self._one_with[unit][units[found]]]
        return measured

    def _like(self, claim: Statement, mine: Features) -> StatementPlaces:
        """Return the places of ``like``; one claim asks several times in a row, and is looked up once."""
        if self._asked is None or self._asked[0] is not claim:
            self._asked = claim, self._look_up(claim, mine)
        return self._asked[1]

    def _look_up(self, claim: Statement, mine: Features) -> StatementPlaces:
        found = np.arange(len(self.quantities), dtype=np.int32)
        if mine.parts:
            found = self._postings.with_any(mine.parts, _SCANNED)
        return unrepeated(
            np.concatenate((self._likest(claim, mine, found), self._valued(claim)[:_MOST_LIKE]))
        )

    def _sharing(self, claim: Statement, mine: Features) -> StatementPlaces:
        return self._likest(claim, mine, self._postings.with_any(mine.context - GENERIC_WORDS, _SCANNED))

    def _likest(self, claim: Statement, mine: Features, found: StatementPlaces) -> StatementPlaces:
        if len(found) <= _MOST_LIKE:
            return found
        shared = self._postings.shared(mine)[found]
        # Whose they are is asked of those alone that may be among the nearest: it takes longest to say.
        able = shared + _OWNER >= np.partition(shared, -_MOST_LIKE)[-_MOST_LIKE]
        found, shared = found[able], shared[able]
        return greatest(found, shared + _OWNER * self._owners.own(claim.figure.org, found), _MOST_LIKE)

    def _valued(self, claim: Statement) -> StatementPlaces:
        value = size(claim.figure)
        return NOWHERE if value is None else self._by_value.get(value, NOWHERE)

    def of_value(self, claim: Statement, most: int | None = None) -> list[Statement]:
        """Return the quantities with the claim's value, whatever they count; the first ``most`` of them."""
        if most is not None:
            return self._at(self._valued(claim)[:most])
        value = size(claim.figure)
        known = self._of_value.get(value)
        if known is None:
            known = self._of_value[value] = self._at(self._valued(claim))
        return known

    def own_of_value(self, claim: Statement) -> list[Statement]:
        """Return what of ``of_value`` is not surely another organisation's."""
        found = self._valued(claim)
        return self._at(found[~self._owners.others(claim.figure.org, found)])

    def around(self, statement: Statement, reach: int) -> list[Statement]:
        """Return the quantities of the same report within ``reach`` characters of ``statement``'s sentence."""
        report = self._by_report[statement.report]
        first = bisect_left(report, statement.start - reach, key=_start)
        last = bisect_right(report, statement.end + reach, key=_start)
        return report[first:last]

    def of_report(self, statement: Statement) -> list[Statement]:
        """Return the quantities of the report that ``statement`` stands in, in order."""
        return self._by_report[statement.report]

    @cached_property
    def _by_report(self) -> dict[str, list[Statement]]:
        index: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.quantities:
            index[statement.report].append(statement)
        for statements in index.values():
            statements.sort(key=_start)
        return index

    def beside(self, statement: Statement) -> list[Statement]:
        """Return the quantities of the sentence that ``statement`` stands in, in order."""
        return self._by_sentence[statement.report, statement.start]
