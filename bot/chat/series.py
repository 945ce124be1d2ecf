"""Figures of one metric side by side: words in, comparable figures by organisation or period out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.library.evidence_shelf import matching
from checker.finding import plain_number
from corpus.figure import Kind, Statement
from corpus.organisations.short_names import is_in_order

if TYPE_CHECKING:
    from retrieval.index import Index

_MOST_FIGURES: Final = 12
"""Figures that stand side by side."""

_SHORTEST_WITH_GAPS: Final = 3
_MOST_METRICS: Final = 40

_COMPARABLE: Final = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MEASURE, Kind.MULTIPLE, Kind.DURATION}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of a series: what it is called in it, its value in the base unit, and who states it."""

    label: str
    value: Decimal
    statement: Statement


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one metric in one unit, in the order in which they are to be shown."""

    metric: str
    unit: str
    marks: tuple[Mark, ...]


def find_statements(index: "Index", words: str) -> list[Statement]:
    """Return the statements that words mean: a metric, an organisation, or organisations and a metric.

    ``words`` are parted by spaces, a metric is the last of them. 整改问题 also means 完成整改巡视反馈问题.
    """
    parts = words.split()
    if not parts:
        return []
    if whole := _of_metric(index, "".join(parts)):
        return whole
    *orgs, metric = (index.agreed.full(part) for part in parts)
    if not orgs:
        return matching(index.statements(org=metric), metric, "")
    named = _of_metric(index, metric)
    return [one for org in orgs for one in matching(named, org, "")]


def _of_metric(index: "Index", words: str) -> list[Statement]:
    """Return the statements whose metric holds the words, then those whose metric holds them with gaps."""
    exact = [one for one in index.statements(metric=words) if words in one.figure.metric]
    if len(words) < _SHORTEST_WITH_GAPS:
        return exact
    known = {one.figure.metric for one in exact}
    metrics = index.catalog.figures.columns().metric.names
    wide = [metric for metric in metrics if metric not in known and is_in_order(words, metric)]
    found = [
        one
        for metric in wide[:_MOST_METRICS]
        for one in index.statements(metric=metric)
        if one.figure.metric == metric
    ]
    return exact + sorted(found, key=lambda one: (one.report, one.figure.start))


def series_of(statements: Iterable[Statement]) -> Series | None:
    """Return what of some statements can stand side by side, None where fewer than two figures can."""
    fit = [one for one in statements if one.figure.kind in _COMPARABLE and one.figure.value is not None]
    if not fit:
        return None
    unit = Counter((one.figure.unit, one.figure.kind) for one in fit).most_common(1)[0][0]
    fit = [one for one in fit if (one.figure.unit, one.figure.kind) == unit]
    metric = Counter(one.figure.metric for one in fit).most_common(1)[0][0]
    marks: dict[str, Mark] = {}
    orgs, periods = {one.figure.org for one in fit}, {one.figure.period for one in fit}
    for one in fit:
        label = _label(one, several_orgs=len(orgs) > 1, several_periods=len(periods) > 1)
        assert one.figure.value is not None
        marks.setdefault(label, Mark(label, one.figure.value, one))
    if len(orgs) > 1:
        ordered = sorted(marks.values(), key=lambda mark: (-mark.value, mark.label))
    else:
        ordered = sorted(marks.values(), key=lambda mark: mark.statement.figure.period)
    return Series(metric, unit[0], tuple(ordered[:_MOST_FIGURES])) if len(ordered) > 1 else None


def _label(statement: Statement, *, several_orgs: bool, several_periods: bool) -> str:
    figure = statement.figure
    names = []
    if several_orgs or not figure.period:
        names.append(figure.org or statement.title)
    if several_periods and figure.period:
        names.append(figure.period)
    return " ".join(dict.fromkeys(names)) or figure.org or figure.period


def difference(marks: Sequence[Mark]) -> tuple[str, str]:
    """Return how far two figures are apart and their ratio, "" where the second is nothing."""
    first, second = marks[0].value, marks[1].value
    ratio = f"{(first / second).quantize(Decimal('0.01'))}" if second else ""
    return plain_number(abs(first - second)) or "0", ratio
