"""One quantity at a place in a text: its numeral, range, unit, qualifier and what bounds follow.

In comes a normalised text and the place of a numeral; out comes a :class:`Figure` (``raw`` left to the
caller), or None where the numeral is not a quantity.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.amounts import Amount, amount_at
from corpus.figure import Figure, Kind, Qualifier
from corpus.qualifiers import (
    AFTER_WORDS,
    BEFORE_WORDS,
    LONGEST_AFTER,
    LONGEST_BEFORE,
    bounds,
)
from corpus.units import Unit, unit_at

_TO = re.compile(r" ?(?:至|到|-{1,2}|—{1,2}|–|~|～|―) ?")
_MORE = re.compile(r"[多余](?![次个名种项家样元方处地部年人月于万亿千])")
_HALF = re.compile(r"半(?![数年天月个小径导场决])")
_CURRENCIES = {"¥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_UP = re.compile(
    r"(?:(?:提高|提升|增长|增加|上升|上涨|净增|净增加|扩大|上浮|上调|回升|攀升|延长|增多|递增|激增|猛增|大涨|暴涨|飙升|升值|高出|"
    r"(?:(?<![\u4e00-\u9fff])|(?<=[同环比较又再年月日均只仅约]))(?:增|涨|升|多))了?(?:约|近|大约|超)?|"
    r"(?:增幅|涨幅|升幅|增速|增长率)(?:为|达|达到|约|约为|是|在|高达|超)?) ?$"
)
_DOWN = re.compile(
    r"(?:(?:下降|降低|减少|缩短|压缩|压减|下滑|下跌|回落|缩减|缩小|收窄|下调|下浮|压降|精简|削减|递减|锐减|大跌|暴跌|贬值|减轻|低于上年|"
    r"(?:(?<![\u4e00-\u9fff])|(?<=[同环比较又再年月日均只仅约]))(?:减|跌|降|少))了?(?:约|近|大约|超)?|"
    r"(?:降幅|跌幅|减幅)(?:为|达|达到|约|约为|是|在|高达|超)?) ?$"
)
_NO_UNIT = Unit("", "", Decimal(1), Kind.COUNT)


@dataclass(frozen=True, slots=True)
class _Measured:
    """An amount with its unit; ``end`` is one past the unit."""

    amount: Amount
    unit: Unit
    measure: str
    end: int


def quantity_at(plain: str, at: int, floor: int = 0) -> Figure | None:
    """Read the quantity whose numeral begins at ``at``, with words that qualify it back to ``floor``."""
    first = _measured(plain, at)
    if first is None:
        return None
    first, last = _range(plain, first)
    figure = _figure(first, last)
    figure = _qualify_after(plain, figure)
    figure = _qualify_before(plain, figure, floor)
    if not _is_quantity(plain, at, first.amount, last.unit, figure):
        return None
    return replace(figure, change=_change(plain, figure.start))


def _measured(plain: str, at: int) -> _Measured | None:
    amount = amount_at(plain, at)
    if amount is None:
        return None
    if amount.kind is not None:
        return _Measured(amount, Unit("", amount.unit, Decimal(1), amount.kind), amount.measure, amount.end)
    gap = amount.end
    while plain[gap : gap + 1] == " " and gap - amount.end < 3:
        gap += 1
    unit = unit_at(plain, gap)
    if unit is None or (gap > amount.end and unit.kind is Kind.COUNT and not _spaced(plain, at)):
        return _Measured(amount, _NO_UNIT, amount.measure, amount.end)
    end = gap + len(unit.name)
    if plain[end : end + 1] in ("/", "每") and unit_at(plain, end + 1):
        other = unit_at(plain, end + 1)
        assert other is not None
        unit = replace(unit, base=f"{unit.base}/{other.name}")
        end += 1 + len(other.name)
    half = _half_of(plain, amount, unit, end)
    if half is not None:
        return half
    return _Measured(amount, unit, amount.measure + plain[gap:end], end)


def _spaced(plain: str, at: int) -> bool:
    """Say whether the text puts a space before the numeral as well (完成整改 578 件)."""
    return at == 0 or not plain[at - 1].isalnum()


def _half_of(plain: str, amount: Amount, unit: Unit, end: int) -> _Measured | None:
    """Read 一个半月, 两个半小时, 三年半."""
    if not _HALF.match(plain, end) and not (unit.name == "个" and plain[end : end + 1] == "半"):
        return None
    half = Decimal("0.5")
    more = replace(
        amount,
        value=(amount.value or 0) + half,
        low=(amount.low or 0) + half,
        high=(amount.high or 0) + half,
        step=half,
    )
    if unit.name == "个":
        inner = next((unit_at(plain, end + 1 - len(head)) for head in ()), None) or unit_at(
            "个" + plain[end + 1 : end + 6], 0
        )
        if inner is None or inner.name == "个":
            return None
        return _Measured(more, inner, inner.name, end + len(inner.name))
    if unit.kind not in (Kind.DURATION, Kind.MULTIPLE, Kind.MEASURE):
        return None
    return _Measured(more, unit, unit.name, end + 1)


def _range(plain: str, first: _Measured) -> tuple[_Measured, _Measured]:
    """Read ``3至5个``, ``5%至8%``, ``3万-5万元``: the two ends, the same where there is no range."""
    to = _TO.match(plain, first.end)
    if to is None:
        return first, first
    last = _measured(plain, to.end())
    if last is None or first.amount.value is None or last.amount.value is None:
        return first, first
    same = first.unit.base == last.unit.base
    if not same and first.unit is not _NO_UNIT:
        return first, first
    amount = first.amount
    if first.unit is _NO_UNIT:
        if last.unit is _NO_UNIT and "-" in to[0]:
            return first, first
        if not first.amount.multiplier and last.amount.multiplier > 1:
            low = amount.value * last.amount.multiplier
            if low < last.amount.value:
                amount = replace(amount, value=low, low=low, high=low)
        first = replace(first, amount=amount, unit=last.unit)
    if (first.amount.value or 0) * first.unit.factor >= last.amount.value * last.unit.factor:
        return (first, first) if same or last.unit is not _NO_UNIT else (first, first)
    return first, last


def _figure(first: _Measured, last: _Measured) -> Figure:
    factor = last.unit.factor
    amount = last.amount
    if first is last:
        value, low, high, qualifier = amount.value, amount.low, amount.high, amount.qualifier
    else:
        value, low, high, qualifier = None, first.amount.low, amount.high, Qualifier.RANGE
        if low is not None:
            low = low * first.unit.factor / factor
    return Figure(
        "", first.amount.start, last.end, last.unit.kind,
        _scaled(value, factor), _scaled(low, factor), _scaled(high, factor), last.unit.base, last.measure,
        qualifier, _scaled(amount.step, factor),
    )  # fmt: skip


def _scaled(value: Decimal | None, factor: Decimal) -> Decimal | None:
    """Scale to the base unit, without the zeros that a multiplication leaves behind."""
    if value is None:
        return None
    scaled = value * factor
    return scaled.to_integral_value() if scaled == scaled.to_integral_value() else scaled.normalize()


def _qualify_after(plain: str, figure: Figure) -> Figure:
    more = _MORE.match(plain, figure.end)
    if more and figure.qualifier is Qualifier.EXACT and figure.kind in _GROWING and figure.value is not None:
        step = figure.step or Decimal(1)
        return replace(
            figure, end=more.end(), qualifier=Qualifier.OVER, low=figure.value, high=figure.value + step
        )
    gap = 1 if plain[figure.end : figure.end + 1] == " " else 0
    for length in range(LONGEST_AFTER, 0, -1):
        qualifier = AFTER_WORDS.get(plain[figure.end + gap : figure.end + gap + length])
        if qualifier is None:
            continue
        point = figure.value if figure.value is not None else figure.low
        if point is None or figure.kind is Kind.ORDINAL:
            return figure
        low, high = bounds(qualifier, point, figure.step or Decimal(0))
        if figure.qualifier is Qualifier.RANGE:
            low, high, qualifier = figure.low, figure.high, Qualifier.RANGE
        return replace(figure, end=figure.end + gap + length, qualifier=qualifier, low=low, high=high)
    return figure


_GROWING = frozenset({Kind.PERCENT, Kind.MULTIPLE, Kind.MEASURE, Kind.DURATION, Kind.MONEY})


def _qualify_before(plain: str, figure: Figure, floor: int) -> Figure:
    start = figure.start
    if plain[start - 1 : start] == " " and start - 1 > floor:
        start -= 1
    figure, start = _sign(plain, figure, start, floor)
    if (
        start - 1 >= floor
        and plain[start - 1 : start] in _CURRENCIES
        and figure.kind in (Kind.COUNT, Kind.MONEY)
    ):
        start -= 1
        figure = replace(figure, start=start, kind=Kind.MONEY, unit=figure.unit or _CURRENCIES[plain[start]])
    for length in range(LONGEST_BEFORE, 0, -1):
        word = plain[max(start - length, floor) : start]
        qualifier = BEFORE_WORDS.get(word)
        if qualifier is None or not _qualifies(plain, start - len(word), word):
            continue
        if figure.qualifier is Qualifier.RANGE or (figure.value is None and figure.low is not None):
            return replace(figure, start=start - len(word))
        if figure.value is None:
            return figure
        low, high = bounds(qualifier, figure.value, figure.step or Decimal(0))
        if figure.qualifier is not Qualifier.EXACT and qualifier is Qualifier.ABOUT:
            return replace(figure, start=start - len(word))
        return replace(figure, start=start - len(word), qualifier=qualifier, low=low, high=high)
    return figure


_OTHER_WORDS = {
    "近": "最附远接临亲靠邻晋",
    "过": "通经超不度",
    "约": "节预签大条合违公",
    "超": "高赶反",
    "破": "突打",
    "最高": "",
    "最低": "",
}


def _qualifies(plain: str, start: int, word: str) -> bool:
    """Say whether the word before a number is a word of its own (not 最近 or 通过)."""
    return plain[start - 1 : start] not in tuple(_OTHER_WORDS.get(word, "")) or start == 0


def _sign(plain: str, figure: Figure, start: int, floor: int) -> tuple[Figure, int]:
    for word in ("零下", "负", "-"):
        begin = start - len(word)
        if begin < floor or plain[begin:start] != word:
            continue
        before = plain[begin - 1 : begin] if begin else ""
        if word == "-" and before and not (before in " (:,\t|\n“" or before in "为至到约"):
            continue
        if before.isascii() and before.isdigit():
            continue
        negative = replace(
            figure,
            start=begin,
            value=None if figure.value is None else -figure.value,
            low=None if figure.high is None else -figure.high,
            high=None if figure.low is None else -figure.low,
        )
        return negative, begin
    return figure, figure.start if start == figure.start else start


def _change(plain: str, start: int) -> str:
    head = plain[max(0, start - 12) : start]
    if _UP.search(head):
        return "up"
    return "down" if _DOWN.search(head) else ""


def _is_quantity(plain: str, at: int, amount: Amount, unit: Unit, figure: Figure) -> bool:
    """Decide whether a readable numeral stands for a quantity."""
    before, after = (
        plain[figure.start - 1 : figure.start] if figure.start else "",
        plain[figure.end : figure.end + 1],
    )
    if amount.arabic:
        if unit.name or amount.kind:
            return (
                not (before.isascii() and before.isalpha())
                or unit.kind is not Kind.COUNT
                or amount.kind is not None
            )
        if (before.isascii() and before.isalnum()) or (after.isascii() and after.isalpha()):
            return False
        return not _looks_like_name(plain, at, figure)
    if amount.kind or figure.qualifier is not Qualifier.EXACT:
        return bool(unit.name or amount.kind or (amount.value or 0) >= 10)
    if not unit.name:
        return _bare_chinese(plain, at, amount, before, after)
    if amount.value == 1:
        return _one(plain, figure, unit, before, after)
    return True


_NAME_AFTER = re.compile(
    r"后|强|国集团|工程|高校|报警|急救|系列|型|版|款车|频道|航班|次列车|次航班|指数|医院|中学|大街|国道|省道|高速|分区"
)


def _looks_like_name(plain: str, at: int, figure: Figure) -> bool:
    written = plain[at : figure.end]
    if _NAME_AFTER.match(plain, figure.end):
        return True
    return (
        len(written) == 4
        and written[:2] in ("19", "20")
        and "\u4e00" <= plain[figure.end : figure.end + 1] <= "\u9fff"
    )


def _bare_chinese(plain: str, at: int, amount: Amount, before: str, after: str) -> bool:
    """Accept a Chinese numeral without a unit: long enough, or alone between marks."""
    length = amount.end - at
    value = amount.value or Decimal(0)
    if plain[at] in "百千万亿" and length == 1:
        return False
    closed = not after or not ("\u4e00" <= after <= "\u9fff") or after in "是不这那而却和与比"
    opened = not before or not ("\u4e00" <= before <= "\u9fff") or before in "是为到至达和与共计"
    if length == 1:
        return (
            (not before or before in "是“")
            and (not after or after in "”，。,;；这那而却不")
            and not (at == 0 and after in "，,")
        )
    if _NAME_AFTER.match(plain, amount.end):
        return False
    return (value >= 100 and length >= 3) or (opened and closed and value >= 10)


_COUNTING = re.compile(
    r"(?:共|仅|只有|只|达|至|到|为|增加|减少|新增|其中|各|缴获|查获|死亡|造成|达到|是|的|获|获得|夺得|还有|另有|剩|剩余|每)$"
)


def _one(plain: str, figure: Figure, unit: Unit, before: str, after: str) -> bool:
    """Accept 一 with a unit: a measure, or a count that stands after its noun (移交线索一条)."""
    if unit.kind in (
        Kind.MONEY,
        Kind.DURATION,
        Kind.MULTIPLE,
        Kind.PERCENTAGE_POINT,
        Kind.PERCENT,
        Kind.MEASURE,
    ):
        return True
    if not after or after in "，。；、,;)）\n":
        return bool(before) and "\u4e00" <= before <= "\u9fff" or not before
    return not before and len(plain) < 12
