"""Find the figures of a text: in comes a text, out come :class:`Figure` values in order, none overlapping.

One pass from left to right. At each numeral the longest reading wins among the slogans and words of
:mod:`corpus.idioms`, the patterns of :mod:`corpus.figure_patterns`, dates and quantities. Metric,
organisation and period are left to :mod:`corpus.context`.
"""

import re
from dataclasses import replace
from decimal import Decimal

from corpus.dates import date_at
from corpus.figure import Figure, Kind, Qualifier
from corpus.figure_patterns import MASKED, PATTERNS
from corpus.idioms import SLOGANS, WORDS
from corpus.numerals import normalise
from corpus.quantities import quantity_at
from corpus.tables import fill_cells
from corpus.units import unit_at

_ANCHOR = re.compile(r"[0-9一二两三四五六七八九十百千万亿零半仨廿卅伍陆陸肆拾翻对过]|(?<![\d.])\.(?=\d)")
_NUMERALS = frozenset("一二两三四五六七八九十百千万亿零半廿卅")
_QUOTED = re.compile(r"[一二两三四五六七八九十百千双][^“”‘’，。；、！？：,;\s\d]{1,11}(?=[”’])")
_FOUR = re.compile(r"[一二两三四五六七八九十百千万]([^\W\d_])[一二两三四五六七八九十百千万双]([^\W\d_])")
_DOUBLED = re.compile(r"一([^\W\d_])(?:\1|一\1)(?=[^\W\d_])|一([^\W\d_])[^\W\d_]一\2")
_LIST_GAP = re.compile(r" ?(?:、|,|和|及|与|或|以及) ?")
_NOTHING = "nothing"


def _entries() -> dict[str, list[tuple[str, int, bool]]]:
    """Index slogans and words by the first numeral character in them and the one after it."""
    entries: dict[str, list[tuple[str, int, bool]]] = {}
    for words, slogan in ((SLOGANS, True), (WORDS, False)):
        for word in words:
            offset = next((at for at, char in enumerate(word) if char in _NUMERALS), None)
            if offset is not None:
                entries.setdefault(word[offset], []).append((word, offset, slogan))
    for found in entries.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return entries


_ENTRIES = _entries()


def find_figures(text: str) -> list[Figure]:
    """Find every figure of a text, in order; offsets index ``text`` itself.

    Metric, organisation and period are "". Any text is read; none raises.
    """
    plain = normalise(text)
    if "@" in plain or "www." in plain or "://" in plain:
        plain = MASKED.sub(lambda match: "\0" * len(match[0]), plain)
    figures: list[Figure] = []
    position = 0
    floor = 0
    while match := _ANCHOR.search(plain, position):
        end, figure = _read(plain, match.start(), floor)
        if figure is not None:
            figures.append(replace(figure, raw=text[figure.start : figure.end]))
            floor = end
        position = max(end, match.start() + 1)
    return fill_cells(plain, _distribute(plain, figures))


def _read(plain: str, at: int, floor: int) -> tuple[int, Figure | None]:
    """Read what stands at a numeral: where it ends, and the figure if it is one."""
    word_start, word_end, slogan = _word_at(plain, at, floor)
    if word_start < at and word_end:
        return word_end, _idiom(word_start, word_end) if slogan else None
    pattern_end, figure = _pattern_at(plain, at, floor)
    if pattern_end > word_end:
        quantity = quantity_at(plain, at, floor) if figure is None else None
        date = date_at(plain, at, floor)
        if date is not None and date.end >= pattern_end:
            return date.end, _date(date.start, date.end, date.low, date.high)
        if quantity is not None and quantity.end > pattern_end:
            return quantity.end, quantity
        return pattern_end, figure
    date = date_at(plain, at, floor)
    quantity = quantity_at(plain, at, floor)
    if date is not None and date.end > word_end and (quantity is None or date.end >= quantity.end):
        return date.end, _date(date.start, date.end, date.low, date.high)
    if quantity is not None and quantity.end > word_end:
        return quantity.end, quantity
    if word_end:
        return word_end, _idiom(word_start, word_end) if slogan else None
    return _numeral_end(plain, at), None


_RUN = re.compile(r"[0-9,.]*[0-9]|[一二两三四五六七八九十百千万亿零半仨廿卅]+|.", re.DOTALL)


def _numeral_end(plain: str, at: int) -> int:
    match = _RUN.match(plain, at)
    return match.end() if match else at + 1


def _word_at(plain: str, at: int, floor: int) -> tuple[int, int, bool]:
    """Find the longest slogan or word whose first numeral stands at ``at``: start, end (0: none), slogan?"""
    if plain[at - 1 : at] in ("“", "‘"):
        quoted = _QUOTED.match(plain, at)
        if quoted:
            return at, quoted.end(), True
    for word, offset, slogan in _ENTRIES.get(plain[at], ()):
        if at - offset >= floor and plain.startswith(word, at - offset):
            return at - offset, at - offset + len(word), slogan
    four = _FOUR.match(plain, at)
    if (
        four
        and not (unit_at(four[1], 0) and unit_at(four[2], 0))
        and four[1] not in _NUMERALS
        and four[2] not in _NUMERALS
    ):
        return at, four.end(), True
    doubled = _DOUBLED.match(plain, at)
    if doubled:
        return at, doubled.end(), True
    return at, 0, False


def _idiom(start: int, end: int) -> Figure:
    return Figure("", start, end, Kind.IDIOM)


def _date(start: int, end: int, low: Decimal | None, high: Decimal | None) -> Figure:
    qualifier = Qualifier.EXACT if low == high else Qualifier.RANGE
    return Figure("", start, end, Kind.DATE, None, low, high, "日期", qualifier=qualifier)


def _pattern_at(plain: str, at: int, floor: int) -> tuple[int, Figure | None]:
    """Match the first row of ``PATTERNS`` at a numeral: where it ends (0: none), and its figure if it is one."""
    for row in PATTERNS:
        match = row.expression.match(plain, at)
        if match is None:
            continue
        if row.kind is None:
            return match.end(), None
        start = at
        if plain[start - 1 : start] in ("第", "〔", "[", "（", "(", "【") and start > floor:
            start -= 1
        return match.end(), Figure("", start, match.end(), row.kind)
    return 0, None


def _distribute(plain: str, figures: list[Figure]) -> list[Figure]:
    """Give a bare number the unit of the next in its list (``分别为6.5万、8.5万人次``, ``12、15、18人``)."""
    for index in range(len(figures) - 2, -1, -1):
        figure, follower = figures[index], figures[index + 1]
        gap = plain[figure.end : follower.start]
        if figure.unit or figure.kind is not Kind.COUNT or not follower.unit or follower.kind is Kind.DATE:
            continue
        if _LIST_GAP.fullmatch(gap):
            figures[index] = _with_unit_of(figure, follower)
    return figures


def _with_unit_of(figure: Figure, model: Figure) -> Figure:
    return replace(figure, unit=model.unit, kind=model.kind, measure=model.measure)
