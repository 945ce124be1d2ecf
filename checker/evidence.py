"""What a text is checked against: statements of reports, looked up by value, by words and by sentence."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property, partial
from heapq import nlargest
from itertools import chain
from operator import attrgetter

from checker.alignment.joint import Source
from checker.comparison.agreement import scaled
from checker.comparison.features import FeatureReader, Features
from checker.comparison.likeness import compare_owners
from corpus.figure import Statement
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.organisations.directory import Directory
from corpus.organisations.sameness import Sameness
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
        self.features = (reader or FeatureReader()).of
        self.titles = {statement.report: statement.title for statement in self.statements}
        self._directory = directory
        self._agreed = agreed

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
        found: Iterable[Statement] = self.quantities
        if len(self.quantities) > _SCANNED:
            found = chain(self.of_value(claim)[:most], self.like(claim), self.sharing(claim))
            found = {id(one): one for one in found}.values()
        return nlargest(most, found, key=partial(self._shared, self.features(claim)))

    def _shared(self, mine: Features, stated: Statement) -> int:
        theirs = self.features(stated)
        return 2 * len(mine.parts & theirs.parts) + len(mine.context & theirs.context)

    @cached_property
    def scopes(self) -> tuple[Statement, ...]:
        """The statements of dates, periods and rounds, in order."""
        return tuple(s for s in self.statements if is_scope(s.figure))

    @cached_property
    def _by_value(self) -> dict[Decimal, list[Statement]]:
        index: dict[Decimal, list[Statement]] = defaultdict(list)
        for statement in self.quantities:
            value = scaled(statement.figure)[0]
            if value is not None:
                index[value].append(statement)
        return index

    @cached_property
    def _by_word(self) -> dict[str, list[Statement]]:
        index: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.quantities:
            known = self.features(statement)
            for word in set(known.parts) or known.context:
                index[word].append(statement)
        return index

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
        mine = self.features(claim)
        found = self._with_any(mine.parts) if mine.parts else self.quantities
        value = self.of_value(claim)[:_MOST_LIKE]
        return list({id(s): s for s in (*self._likest(claim, mine, found), *value)}.values())

    def sharing(self, claim: Statement) -> list[Statement]:
        """Return the quantities whose metric shares a telling word with the claim's sentence, as ``like`` does."""
        mine = self.features(claim)
        return self._likest(claim, mine, self._with_any(mine.context - GENERIC_WORDS))

    def _with_any(self, words: Iterable[str]) -> list[Statement]:
        """Return the quantities with any of the words, the rarest first; the commonest are left out where enough are found."""
        found: dict[int, Statement] = {}
        for held in sorted((self._by_word.get(word, []) for word in sorted(words)), key=len):
            if len(found) >= _SCANNED:
                break
            found.update((id(statement), statement) for statement in held)
        return list(found.values())

    def _likest(self, claim: Statement, mine: Features, found: Sequence[Statement]) -> list[Statement]:
        if len(found) <= _MOST_LIKE:
            return list(found)
        own = {
            org
            for org in {one.figure.org for one in found}
            if compare_owners(claim.figure.org, org) is Sameness.SAME
        }
        return nlargest(
            _MOST_LIKE, found, key=lambda one: self._shared(mine, one) + _OWNER * (one.figure.org in own)
        )

    def of_value(self, claim: Statement) -> list[Statement]:
        """Return the quantities with the claim's value, whatever they count."""
        value = scaled(claim.figure)[0]
        return [] if value is None else list(self._by_value.get(value, ()))

    def around(self, statement: Statement, reach: int) -> list[Statement]:
        """Return the quantities of the same report within ``reach`` characters of ``statement``'s sentence."""
        report = self._by_report[statement.report]
        first = bisect_left(report, statement.start - reach, key=_start)
        last = bisect_right(report, statement.end + reach, key=_start)
        return report[first:last]

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
