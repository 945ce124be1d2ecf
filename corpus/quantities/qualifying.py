"""Reading the words around a number that bound or blur it, its sign and its currency mark.

Figures come in with the span of number and unit, and go out with the wider span and the bounds that
:mod:`corpus.quantities.qualifiers` says.
"""

import re
from dataclasses import replace
from decimal import Decimal

from corpus.figure import Figure, Kind, Qualifier
from corpus.quantities.qualifiers import (
    AFTER_WORDS,
    BEFORE_ENDINGS,
    BEFORE_WORDS,
    LONGEST_AFTER,
    LONGEST_BEFORE,
    NO_QUALIFIER_AFTER,
    bounds,
    last_place,
)
from corpus.quantities.units import unit_at

_MORE = re.compile(r"[多余](?![次个名种项家样元方处地部年人月于万亿千少了久数])")
_THAN = re.compile(r"[比较](?![例率重])[^，,；;。：:比较]*$")
"""What a number stands behind that something is more than: 比上年的3946.2万元多."""
_REACH = 24
_GROWING = frozenset({Kind.PERCENT, Kind.MULTIPLE, Kind.MEASURE, Kind.DURATION, Kind.MONEY})
_CURRENCIES = {
    "US$": "美元", "HK$": "港元", "NT$": "新台币", "S$": "新加坡元", "A$": "澳元", "C$": "加元", "USD": "美元", "RMB": "元",
    "CNY": "元", "HKD": "港元", "EUR": "欧元", "¥": "元", "$": "美元", "€": "欧元", "£": "英镑", "₩": "韩元",
}  # fmt: skip
_AFTER_FIRST = frozenset(word[0] for word in AFTER_WORDS)
_SIGNED = frozenset({Kind.PERCENT, Kind.MONEY, Kind.PERCENTAGE_POINT})
_SIGNS = ("零下", "负", "-")
_WORDS_WITH_BURDEN = frozenset("减担抱胜欠自肩背辜欺增")
"""Characters after which 负 ends a word (减负1.08亿元) and is no sign."""
_BEFORE_SIGN = " (:,\t|\n“为至到约达是了于在;、。和与"


def qualify_after(plain: str, figure: Figure) -> Figure:
    """Take along 多, 以上, 以下, 左右 … behind a number and its unit."""
    end = figure.end
    if (
        plain[end : end + 1] in ("多", "余")
        and figure.kind in _GROWING
        and figure.qualifier is Qualifier.EXACT
    ):
        more = _MORE.match(plain, end)
        if more and figure.value is not None and not _THAN.search(plain[max(0, figure.start - _REACH) : end]):
            step = figure.step or Decimal(1)
            high = figure.value + last_place(figure.value / step) * step
            return replace(figure, end=end + 1, qualifier=Qualifier.OVER, low=figure.value, high=high)
    gap = 1 if plain[end : end + 1] == " " else 0
    if plain[end + gap : end + gap + 1] not in _AFTER_FIRST:
        return figure
    for length in range(min(LONGEST_AFTER, len(plain) - end - gap), 0, -1):
        qualifier = AFTER_WORDS.get(plain[end + gap : end + gap + length])
        if qualifier is not None:
            return _bounded_after(figure, qualifier, end + gap + length)
    return figure


def _bounded_after(figure: Figure, qualifier: Qualifier, end: int) -> Figure:
    if figure.qualifier is Qualifier.RANGE or figure.value is None:
        return replace(figure, end=end)
    low, high = bounds(qualifier, figure.value, figure.step or Decimal(0))
    return replace(figure, end=end, qualifier=qualifier, low=low, high=high)


def qualify_before(plain: str, figure: Figure, floor: int) -> Figure:
    """Take along a sign, a currency mark and 近, 约, 超过, 不少于 … before a number, back to ``floor``."""
    start = figure.start
    if start <= floor:
        return figure
    if plain[start - 1] in "负-下":
        figure = _signed(plain, figure, floor)
    start = figure.start
    if figure.kind in (Kind.COUNT, Kind.MONEY) and plain[start - 1] in _CURRENCY_ENDS:
        figure = _priced(plain, figure, floor)
        start = figure.start
    gap = 1 if start - 1 > floor and plain[start - 1] == " " else 0
    if start - gap <= floor or plain[start - gap - 1] not in BEFORE_ENDINGS:
        return figure
    for length in range(min(LONGEST_BEFORE, start - gap - floor), 0, -1):
        begin = start - gap - length
        word = plain[begin : start - gap]
        qualifier = BEFORE_WORDS.get(word)
        if qualifier is not None and plain[begin - 1 : begin or None] not in tuple(
            NO_QUALIFIER_AFTER.get(word, "")
        ):
            return _bounded_before(figure, qualifier, begin)
    return figure


_CURRENCY_ENDS = frozenset(mark[-1] for mark in _CURRENCIES)


def _priced(plain: str, figure: Figure, floor: int) -> Figure:
    """Take along a currency mark before a number (¥5,000, US$50)."""
    for mark, unit in _CURRENCIES.items():
        start = figure.start - len(mark)
        if start >= floor and plain.startswith(mark, start) and figure.unit in ("", unit):
            return replace(figure, start=start, kind=Kind.MONEY, unit=unit)
    return figure


def _bounded_before(figure: Figure, qualifier: Qualifier, start: int) -> Figure:
    """Give the figure the bounds of a word before it; a blur of its own (近百余, 约500余) stays."""
    if figure.value is None and figure.low is not None:
        if qualifier in (Qualifier.OVER, Qualifier.AT_LEAST):
            return replace(figure, start=start, high=None, qualifier=qualifier)
        if qualifier in (Qualifier.UNDER, Qualifier.AT_MOST):
            return replace(figure, start=start, low=None, qualifier=qualifier)
        return replace(figure, start=start)
    if figure.value is None or (figure.qualifier is not Qualifier.EXACT and qualifier is Qualifier.ABOUT):
        return replace(figure, start=start)
    low, high = bounds(qualifier, figure.value, figure.step or Decimal(0))
    return replace(figure, start=start, qualifier=qualifier, low=low, high=high)


def _may_be_minus(plain: str, start: int, figure: Figure) -> bool:
    """Say whether a dash is a minus: after a mark, or between a noun and money or a percentage (净利润-1.2亿元)."""
    before = plain[start - 1]
    if before in _BEFORE_SIGN:
        return True
    return "\u4e00" <= before <= "\u9fff" and figure.kind in _SIGNED and unit_at(before, 0) is None


def _signed(plain: str, figure: Figure, floor: int) -> Figure:
    """Read a minus sign, 负 or 零下, unless it joins two numbers (3-5, 胜3负2)."""
    for sign in _SIGNS:
        start = figure.start - len(sign)
        if start < floor or not plain.startswith(sign, start):
            continue
        before = plain[start - 1 : start] if start else ""
        if sign == "负" and before in _WORDS_WITH_BURDEN:
            return figure
        if (sign == "-" and before and not _may_be_minus(plain, start, figure)) or (
            before.isascii() and before.isalnum()
        ):
            return figure
        value, low, high = figure.value, figure.low, figure.high
        if sign == "负" and before == "正" and value is not None:
            return replace(
                figure, start=start - 1, value=None, low=-value, high=value, qualifier=Qualifier.RANGE
            )
        return replace(
            figure,
            start=start,
            value=None if value is None else -value,
            low=None if high is None else -high,
            high=None if low is None else -low,
        )
    return figure
