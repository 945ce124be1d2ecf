"""One quantity at a place in a text: its numeral or range of numerals, unit, qualifier, sign and change.

In comes a normalised text and the place of a numeral; out comes a :class:`Figure` (``raw`` left to the
caller), or None where the numeral is not a quantity.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.figure import Figure, Kind, Qualifier
from corpus.numerals import DIGITS, match_number, tidy
from corpus.quantities.acceptance import is_quantity
from corpus.quantities.amounts import Amount
from corpus.quantities.changes import change_at, rises_or_falls
from corpus.quantities.notations import amount_at
from corpus.quantities.qualifying import qualify_after, qualify_before
from corpus.quantities.units import UNITS_BY_NAME, Unit, convert, unit_at

_TO = re.compile(r" ?(?:至|到|-{1,2}|—{1,2}|–|~|～|―) ?(?:约|近)?")
_HALF = re.compile(r"半(?![数年天月个小径导场决])")
_NEXT = re.compile("之(?!多)")
_POINT = re.compile(r" {0,4}个? {0,2}百 {0,2}分 {0,2}点")
_PER = re.compile(r" ?/ ?|每")
_BETWEEN = re.compile(r" ?(?:与|和|及|至|到|-|—) ?")
_CHANGE = re.compile(
    r"(?:([\d一二两三四五六七八九]) ?[角毛])?(?:([\d一二三四五六七八九]) ?分(?!之|别|钟)|(?<=[角毛])([一二三四五六七八九])(?!分))?钱?"
)
_NO_UNIT = Unit("", "", Decimal(1), Kind.COUNT)
_SMALLER = {
    "小时": ("分钟", "分"), "个小时": ("分钟", "分"), "分钟": ("秒", "秒钟"), "分": ("秒", "秒钟"), "年": ("个月",),
    "天": ("小时", "个小时"), "秒": (), "米": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount with its unit; ``end`` is one past the unit, ``measure`` the unit as written."""

    amount: Amount
    unit: Unit
    measure: str
    end: int


def quantity_at(plain: str, at: int, floor: int = 0) -> Figure | None:
    """Read the quantity whose numeral begins at ``at``, with words that qualify it back to ``floor``."""
    first = _measured(plain, at)
    if first is None or first.amount.start < floor:
        return None
    first = _with_change(plain, at, _compound(plain, first))
    first, last = _range(plain, first)
    figure = qualify_before(plain, qualify_after(plain, _figure(first, last)), floor)
    if not is_quantity(plain, at, first.amount, last.unit, figure):
        return None
    change = change_at(plain, figure.start)
    if not change:
        return figure
    if figure.measure == "个" and _SPOKEN_POINT.match(plain, figure.end):
        points = UNITS_BY_NAME["个百分点"]
        return replace(
            figure, end=figure.end + 1, unit=points.base, kind=points.kind, measure="个点", change=change
        )
    return replace(figure, change=change)


def _measured(plain: str, at: int) -> Measured | None:
    """Read an amount and the unit behind it."""
    amount = amount_at(plain, at)
    if amount is None:
        return None
    if amount.kind is not None:
        return Measured(amount, Unit("", amount.unit, Decimal(1), amount.kind), amount.measure, amount.end)
    gap = amount.end
    while plain[gap : gap + 1] == " " and gap - amount.end < 4:
        gap += 1
    unit = unit_at(plain, gap)
    end = gap + len(unit.name) if unit is not None else gap
    if unit is not None and unit.name[1:].endswith("次") and _NEXT.match(plain, end):  # 44件次之
        unit, end = unit_at(unit.name[:-1], 0), end - 1
    point = _POINT.match(plain, amount.end) if plain[gap : gap + 1] in ("个", "百") else None
    if point is not None:
        unit, end = unit_at("个百分点", 0), point.end()
    if unit is None or (
        point is None and gap > amount.end and not _spaced(plain, at, gap - amount.end, unit)
    ):
        return Measured(amount, _NO_UNIT, amount.measure, amount.end)
    unit, end = _per(plain, unit, end)
    return _with_half(plain, amount, unit, end) or Measured(
        amount, unit, amount.measure + plain[gap:end], end
    )


def _spaced(plain: str, at: int, gap: int, unit: Unit) -> bool:
    """Say whether the space before a unit is the text's habit (完成 578 件, 1.12 亿美元), not a table's column."""
    if unit.kind is not Kind.COUNT or unit.name.isascii():
        return gap == 1
    return gap == 1 and (at == 0 or not plain[at - 1].isalnum()) and plain[at - 2 : at] != "  "


def _per(plain: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """Read the second half of a compound unit: 元/吨, 微克/立方米, 人/平方公里."""
    if unit.kind is Kind.COUNT and plain.startswith("(次)", end) and not unit.base.endswith("次"):
        return replace(unit, base=f"{unit.base}次"), end + 3
    per = _PER.match(plain, end)
    other = unit_at(plain, per.end()) if per else None
    if per is None or other is None or (per[0] == "每" and unit.kind is Kind.COUNT):
        return unit, end
    name = unit.base if unit.factor == 1 else unit.name
    return replace(unit, base=f"{name}/{other.name}", factor=Decimal(1)), per.end() + len(other.name)


def _with_half(plain: str, amount: Amount, unit: Unit, end: int) -> Measured | None:
    """Read 一个半月, 两个半小时, 三年半."""
    if plain[end : end + 1] in ("多", "余") and unit.name == "个":
        return _with_more(plain, amount, end + 1)
    if plain[end : end + 1] != "半" or amount.value is None:
        return None
    whole = amount.value + Decimal("0.5")
    more = replace(amount, value=whole, low=whole, high=whole, step=Decimal("0.5"))
    if unit.name == "个":
        inner = unit_at(plain, end + 1)
        if inner is None or inner.name not in ("月", "小时", "世纪", "钟头", "星期"):
            return None
        named = unit_at("个月", 0) if inner.name == "月" else inner
        return Measured(
            more, named or inner, plain[end - 1 : end + 1 + len(inner.name)], end + 1 + len(inner.name)
        )
    if unit.kind in (Kind.DURATION, Kind.MULTIPLE, Kind.MEASURE) and _HALF.match(plain, end):
        return Measured(more, unit, unit.name, end + 1)
    return None


def _with_more(plain: str, amount: Amount, end: int) -> Measured | None:
    """Read 一个多月, 两个多小时."""
    inner = unit_at(plain, end)
    if inner is None or inner.name not in ("月", "小时", "世纪", "钟头", "星期") or amount.value is None:
        return None
    named = unit_at("个月", 0) if inner.name == "月" else inner
    more = replace(amount, qualifier=Qualifier.OVER, low=amount.value, high=amount.value + 1)
    return Measured(more, named or inner, f"个{inner.name}", end + len(inner.name))


def _compound(plain: str, first: Measured) -> Measured:
    """Read on where a smaller unit follows: 2小时30分钟, 3年6个月, 12秒93, 1米75."""
    name, amount = first.unit.name, first.amount
    if name not in _SMALLER or amount.value is None or amount.qualifier is not Qualifier.EXACT:
        return first
    found = match_number(plain, first.end)
    if found is None:
        return _height(plain, first)
    end, numeral = found
    unit = unit_at(plain, end)
    written = plain[first.end : end]
    if unit is None:
        return _decimal_tail(plain, first, written)
    whole = amount.value * first.unit.factor
    base = {"分": "分钟"}.get(name, first.unit.base)
    larger = convert(whole, base, unit.base) if unit.name in _SMALLER[name] else None
    if larger is None or numeral.value * unit.factor >= larger:
        return first
    value = (larger + numeral.value * unit.factor) / unit.factor
    more = replace(amount, value=value, low=value, high=value, step=numeral.step, measure="")
    end += len(unit.name)
    return _compound(plain, Measured(more, unit, plain[amount.end : end], end))


_SPOKEN_POINT = re.compile(r"点(?![位评赞球半钟数多])")


def _with_change(plain: str, at: int, first: Measured) -> Measured:
    """Read 角 and 分 behind 元 or 块 or by themselves: 123元1角1分, 五块三毛五, 9角5分."""
    value = first.amount.value
    if value is None or first.amount.qualifier is not Qualifier.EXACT:
        return first
    if first.unit.name in ("元", "块"):
        match = _CHANGE.match(plain, first.end)
    else:
        match = _CHANGE.match(plain, at) if first.unit.name in ("角", "毛") else None
        value = Decimal(0)
    if match is None or match.end() <= first.end or not any(match.groups()):
        return first
    tenths, hundredths = (DIGITS.get(one or "零", None) for one in (match[1], match[2] or match[3]))
    tenths = Decimal(match[1]) if tenths is None else tenths
    hundredths = Decimal(match[2]) if hundredths is None else hundredths
    value += tenths / 10 + hundredths / 100
    step = Decimal("0.01") if hundredths else Decimal("0.1")
    amount = replace(first.amount, value=value, low=value, high=value, step=step, measure="")
    return Measured(amount, UNITS_BY_NAME["元"], "元", match.end())


_HEIGHT = re.compile(r"([一二三四五六七八九]{1,2})(?![一二三四五六七八九十百千万个])")


def _height(plain: str, first: Measured) -> Measured:
    """Read the digits behind 一米七五 as decimals."""
    match = _HEIGHT.match(plain, first.end)
    value = first.amount.value
    if match is None or first.unit.name != "米" or first.amount.arabic or value is None or value > 2:
        return first
    step = Decimal(1).scaleb(-len(match[1]))
    value += sum(DIGITS[char] * step.scaleb(len(match[1]) - place) for place, char in enumerate(match[1], 1))
    amount = replace(first.amount, value=value, low=value, high=value, step=step)
    return replace(first, amount=amount, end=match.end())


def _decimal_tail(plain: str, first: Measured, written: str) -> Measured:
    """Read the digits behind 12秒93 and 1米75 as decimals."""
    if (
        first.unit.name not in ("秒", "米")
        or not first.amount.arabic
        or not written.isdecimal()
        or len(written) > 2
    ):
        return first
    end, value = first.end + len(written), first.amount.value
    if value is None or value != value.to_integral_value() or (first.unit.name == "米" and value > 2):
        return first
    step = Decimal(1).scaleb(-len(written))
    value += int(written) * step
    return replace(
        first, amount=replace(first.amount, value=value, low=value, high=value, step=step), end=end
    )


def _range_end(plain: str, first: Measured) -> tuple[str, Measured] | None:
    """Read what joins ``first`` to the other end of a range, and that end: 3至5个, 在2000元与3000元之间."""
    if plain[first.amount.start - 1 : first.amount.start] in ("在", "于"):
        joined = _BETWEEN.match(plain, first.end)
        last = _measured(plain, joined.end()) if joined else None
        if joined and last and plain.startswith("之间", last.end):
            return joined[0], last
    joined = _TO.match(plain, first.end)
    last = _measured(plain, joined.end()) if joined else None
    return (joined[0], last) if joined and last else None


def _range(plain: str, first: Measured) -> tuple[Measured, Measured]:
    """Read ``3至5个``, ``5%至8%``, ``3-5万元``: both ends, or the same twice where there is no range."""
    found = _range_end(plain, first)
    if found is None or first.amount.value is None or found[1].amount.value is None:
        return first, first
    to, last = found
    if (
        first.unit is not _NO_UNIT
        and to.strip(" 约近") in ("至", "到")
        and (rises_or_falls(plain, first.amount.start) or plain.startswith("由", first.amount.start - 1))
    ):
        return (
            first,
            first,
        )  # 上涨21点至1133点: a change, then a level; 由46%至60%: an earlier level, then a later one
    if first.unit.name == "个" and last.unit.kind is Kind.PERCENTAGE_POINT:
        first = replace(first, unit=last.unit)  # 0.8个至1.2个百分点
    if first.unit is not _NO_UNIT and first.unit.base != last.unit.base:
        return first, first
    if last.unit is _NO_UNIT and not last.amount.multiplier:
        return first, first
    amount = first.amount
    if first.unit is _NO_UNIT:
        if not amount.multiplier and last.amount.multiplier > 1:
            low = (amount.value or Decimal(0)) * last.amount.multiplier
            amount = replace(amount, value=low, low=low, high=low)
        first = replace(first, amount=amount, unit=last.unit)
    if (amount.value or Decimal(0)) * first.unit.factor >= (
        last.amount.value or Decimal(0)
    ) * last.unit.factor:
        return first, first
    return first, last


def _figure(first: Measured, last: Measured) -> Figure:
    amount, factor = last.amount, last.unit.factor
    if first is last:
        value, low, high, qualifier = amount.value, amount.low, amount.high, amount.qualifier
        low = None if low is None else low * factor
    else:
        value, high, qualifier = None, amount.high, Qualifier.RANGE
        low = None if first.amount.low is None else first.amount.low * first.unit.factor
    return Figure(
        "", first.amount.start, last.end, last.unit.kind,
        None if value is None else tidy(value * factor), None if low is None else tidy(low),
        None if high is None else tidy(high * factor), last.unit.base, last.measure, qualifier,
        tidy(amount.step * factor),
    )  # fmt: skip
