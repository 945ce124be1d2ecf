"""Find the figures of a text: in comes a text, out come :class:`Figure` values in order, none overlapping.

One pass from left to right. At each numeral the longest reading wins among the slogans and words of
:mod:`corpus.quantities.fixed_phrases`, the patterns of :mod:`corpus.quantities.figure_patterns`, dates and quantities. Metric,
organisation and period are left to :mod:`corpus.statements.statements`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise

from corpus.figure import Figure, Kind, Qualifier
from corpus.grids import Grid, find_grids
from corpus.quantities.figure_patterns import MASKED, PATTERNS, ordinal_value
from corpus.quantities.fixed_phrases import phrase_at
from corpus.quantities.implied_units import imply_unit
from corpus.quantities.quantities import quantity_at
from corpus.quantities.table_units import fill_cells, named_unit
from corpus.quantities.typography import Plain, plain_text
from corpus.quantities.units import with_measure
from corpus.times.dates import date_at

_ANCHOR = re.compile(r"[0-9一二两三四五六七八九十百千万亿零半仨廿卅伍陆陸肆拾翻对过]|(?<![\d.])\.(?=\d)")
_RUN = re.compile(r"[0-9,.]*[0-9]|[一二两三四五六七八九十百千万亿零半仨廿卅伍陆陸肆拾]+|.", re.DOTALL)
_SHARED = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.DURATION}
)
_STOPS = "。，,；;"
_LIST_GAP = re.compile(r" ?(?:、|,|和|及|与|或|以及) ?")


def find_figures(text: str) -> list[Figure]:
    """Find every figure of a text, in order; offsets index ``text`` itself.

    Metric, organisation and period are "". Any text is read; none raises.
    """
    written = plain_text(text)
    plain = written.text
    if "@" in plain or "www." in plain or "://" in plain or "《" in plain:
        plain = MASKED.sub(lambda match: "\0" * len(match[0]), plain)
    grids = find_grids(plain)
    plain = _with_tabs(plain, grids)
    figures: list[Figure] = []
    position = floor = 0
    while match := _ANCHOR.search(plain, position):
        end, figure = _read(plain, match.start(), floor)
        if figure is not None:
            figures.append(figure)
            floor = end
        position = max(end, match.start() + 1)
    figures = fill_cells(plain, _distribute(plain, [imply_unit(plain, figure) for figure in figures]), grids)
    return [_as_written(text, written, figure) for figure in figures]


def _with_tabs(plain: str, grids: Sequence[Grid]) -> str:
    """Return a text with tabs for the spaces between cells, so that no number reaches from one into the next.

    A line by itself has no cells, nor does a unit begin one: wide spaces may stand within any number.
    """
    parts: list[str] = []
    end = 0
    tables = (rows for grid in grids if len(rows := (*grid.head, *grid.body)) > 1)
    for row in chain.from_iterable(tables):
        for cell, following in pairwise(row):
            if named_unit(following.text.rstrip(_STOPS)):
                continue
            if end <= cell.end < following.start and plain[cell.end : following.start].isspace():
                parts += [plain[end : cell.end], "\t" * (following.start - cell.end)]
                end = following.start
    return "".join([*parts, plain[end:]])


def _as_written(text: str, written: Plain, figure: Figure) -> Figure:
    """Return a figure of the plain text with its place in the text as written."""
    start, end = written.span(figure.start, figure.end)
    return replace(figure, raw=text[start:end], start=start, end=end)


def _read(plain: str, at: int, floor: int) -> tuple[int, Figure | None]:
    """Read what stands at a numeral: where it ends, and the figure if it is one.

    The longest reading wins; at the same length a phrase before a pattern, a date and a quantity.
    """
    run = _RUN.match(plain, at)
    run_end = run.end() if run else at + 1
    phrase = phrase_at(plain, at, floor)
    if phrase is not None and phrase.start < at and run_end <= max(phrase.end, at + 1):
        return phrase.end, Figure("", phrase.start, phrase.end, Kind.IDIOM) if phrase.slogan else None
    end, figure = 0, None
    if phrase is not None and phrase.start == at and plain[at - 1 : at] != "第":
        end = phrase.end
        figure = Figure("", at, end, Kind.IDIOM) if phrase.slogan else None
    pattern_end, found, final = _pattern_at(plain, at, floor)
    if pattern_end > end:
        end, figure = pattern_end, found
        if final:
            return end, figure
    date = date_at(plain, at, floor)
    if date is not None and date.end > end:
        end, figure = date.end, _date(date.start, date.end, date.low, date.high)
    quantity = quantity_at(plain, at, floor)
    if quantity is not None and quantity.end > end:
        return quantity.end, quantity
    return (end, figure) if end else (at + 1 if plain[at] == "零" else run_end, None)


def _date(start: int, end: int, low: Decimal | None, high: Decimal | None) -> Figure:
    qualifier = Qualifier.EXACT if low == high else Qualifier.RANGE
    return Figure("", start, end, Kind.DATE, None, low, high, "日期", qualifier=qualifier)


def _pattern_at(plain: str, at: int, floor: int) -> tuple[int, Figure | None, bool]:
    """Match the first row of ``PATTERNS`` at a numeral: where it ends (0: none), its figure, whether it is final."""
    for row in PATTERNS:
        match = row.expression.match(plain, at)
        if match is None:
            continue
        if row.kind is None:
            return match.end(), None, row.final
        start = at - 1 if at > floor and plain[at - 1] in "第〔[（(【前" else at
        if row.kind is not Kind.ORDINAL:
            return match.end(), Figure("", start, match.end(), row.kind), row.final
        value, unit = ordinal_value(match[0])
        figure = Figure("", start, match.end(), row.kind, value, value, value, unit, unit)
        return match.end(), figure, row.final
    return 0, None, False


def _distribute(plain: str, figures: list[Figure]) -> list[Figure]:
    """Give a bare number the unit of the next in its list (``分别为6.5万、8.5万人次``), and the next its change."""
    for index in range(len(figures) - 2, -1, -1):
        figure, follower = figures[index], figures[index + 1]
        if figure.kind is Kind.ORDINAL and not figure.unit and follower.kind is Kind.ORDINAL:
            figures[index] = replace(figure, unit=follower.unit, measure=follower.measure)
        of_points = figure.measure == "个" and follower.kind is Kind.PERCENTAGE_POINT  # 6.3个和3.9个百分点
        if of_points and _LIST_GAP.fullmatch(plain, figure.end, follower.start):
            figures[index] = replace(figure, kind=follower.kind, unit=follower.unit)
        if figure.unit or figure.kind is not Kind.COUNT or not follower.unit or follower.kind not in _SHARED:
            continue
        if _LIST_GAP.fullmatch(plain, figure.end, follower.start):
            figures[index] = with_measure(figure, follower.measure, follower.unit, follower.kind)
    for index in range(1, len(figures)):
        figure, leader = figures[index], figures[index - 1]
        joined = leader.change and not figure.change and leader.unit == figure.unit
        if joined and _LIST_GAP.fullmatch(plain, leader.end, figure.start):
            figures[index] = replace(figure, change=leader.change)
    return figures
