"""Which of many statements may name a time or a round that a text names: a date or an ordinal in, places out.

What names a time is told by its label, and whose it is by the organisation: of the statements with both the same, the
first stands for all. Each label is read once, however many claims ask.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property

from corpus.figure import Figure, Kind, Statement
from corpus.numerals import read_numeral
from corpus.times.periods import Period, PeriodRelation, parse_period, same_period
from corpus.times.rounds import rows_in, terms_in

_FirstOf = dict[str, int]
"""The place of the first statement of each organisation."""

_FIRST_MONTHS = re.compile(
    r"前(?P<months>[\d一二三四五六七八九十]{1,2})个月|(?<!\d)1月?[至到—–~～-](?P<last>1?\d)月份?"
)
_NAMING = frozenset({PeriodRelation.SAME, PeriodRelation.WITHIN})


class NamedTimes:
    """The times, rounds and terms of some statements; places are those among the statements, in order."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._relating: dict[str, list[_FirstOf]] = {}

    def candidates(self, claimed: Figure) -> list[int]:
        """Return the places of the statements that may name what ``claimed`` does, and of all that write it so."""
        if claimed.kind is Kind.DATE:
            told = self._within(claimed.period or claimed.raw)
        else:
            told = [self._by_ordinal.get((claimed.kind, claimed.value, claimed.unit), {})]
            if claimed.unit == "届":
                told = [*told, self._by_term.get(claimed.value, {})]
        found = {place for first in told for place in first.values()}
        return sorted(found.union(self._by_raw.get(_unspaced(claimed.raw), ())))

    def _within(self, wanted: str) -> list[_FirstOf]:
        """Return the labels of the time ``wanted`` and of parts of it."""
        known = self._relating.get(wanted)
        if known is None:
            period = parse_period(wanted)
            known = self._relating[wanted] = [
                first for label, first in self._by_label if same_period(period, label) in _NAMING
            ]
        return known

    @cached_property
    def _by_label(self) -> list[tuple[Period, _FirstOf]]:
        labels: defaultdict[str, _FirstOf] = defaultdict(dict)
        for place, one in enumerate(self._statements):
            if label := time_label(one.figure):
                labels[label].setdefault(one.figure.org, place)
        return [(parse_period(label), first) for label, first in labels.items()]

    @cached_property
    def _by_raw(self) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._statements):
            index[_unspaced(one.figure.raw)].append(place)
        return index

    @cached_property
    def _by_ordinal(self) -> dict[tuple[Kind, Decimal | None, str], _FirstOf]:
        index: defaultdict[tuple[Kind, Decimal | None, str], _FirstOf] = defaultdict(dict)
        for place, one in enumerate(self._statements):
            figure = one.figure
            index[figure.kind, figure.value, figure.unit].setdefault(figure.org, place)
        return index

    @cached_property
    def _by_term(self) -> dict[Decimal | int | None, _FirstOf]:
        index: defaultdict[Decimal | int | None, _FirstOf] = defaultdict(dict)
        told = ""
        terms: list[int] = []
        for place, one in enumerate(self._statements):
            if told != (sentence := sentence_of(one)):
                told, terms = sentence, terms_in(sentence)
            for term in terms:
                index[term].setdefault(one.figure.org, place)
        return index


def time_label(figure: Figure) -> str:
    """Return what says when a stated figure is of, a date itself where nothing else does; "" for none."""
    return figure.period or (figure.raw if figure.kind is Kind.DATE else "")


def sentence_of(statement: Statement) -> str:
    """Return the sentence of a statement with its report's title, in which a term of a committee may stand."""
    return f"{statement.quote}。{statement.title}"


def is_written_alike(one: str, other: str) -> bool:
    """Whether two figures are written alike but for spaces, and for how the first months of a year are told."""
    return _unspaced(one) == _unspaced(other)


def _unspaced(raw: str) -> str:
    return _FIRST_MONTHS.sub(_month_range, "".join(raw.split()))


def _month_range(match: re.Match[str]) -> str:
    """Return 1-10月 for 前十个月 and 1月至10月."""
    numeral = read_numeral(match["months"] or match["last"])
    return f"1-{int(numeral.value)}月" if numeral else match[0]


def round_of(statement: Statement) -> str:
    """Return the round or batch, or the row of them, that a statement speaks of, in its sentence, headings or title."""
    return _last_named(statement, rows_in)


def term_of(statement: Statement) -> str:
    """Return the number of the committee's term (五届县委) that a statement speaks of, in its sentence, headings or title."""
    return _last_named(statement, terms_in)


def _last_named(statement: Statement, numbers_in: Callable[[str], Sequence[object]]) -> str:
    """Return the number that is named last before the figure, else in its headings or the title; "" for none."""
    before = statement.quote[: statement.figure.start - statement.start]
    named = (
        numbers_in(statement.figure.period)
        or numbers_in(before)
        or numbers_in(statement.section)
        or numbers_in(statement.title)
    )
    return str(named[-1]) if named else ""
