"""Amounts: numerals with what belongs to the number itself (分之, 成, 折, 番, 比, 余, 几, 十五六, 半).

In comes a normalised text and a place in it; out comes an :class:`Amount`, still without its unit.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from corpus.figure import Kind, Qualifier
from corpus.numerals import ARABIC, CHINESE, LONGEST, NUMBER, Numeral, read_numeral
from corpus.qualifiers import last_place


@dataclass(frozen=True, slots=True)
class Amount:
    """A number before its unit is read; ``kind`` is set where the notation itself says it (百分之五)."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    qualifier: Qualifier = Qualifier.EXACT
    kind: Kind | None = None
    unit: str = ""
    measure: str = ""
    multiplier: Decimal = Decimal(0)
    arabic: bool = False


_N = rf"(?:{NUMBER.pattern})"
_PERCENT = re.compile(rf"(百|千|万|百万|千万|万万|百万万) ?分 ?之 {{0,2}}(负?)({_N})( ?[kK])?")
_HUNDREDTHS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01"), "百万": Decimal("0.0001"),
               "千万": Decimal("0.00001"), "万万": Decimal("0.000001"), "百万万": Decimal("0.00000001")}  # fmt: skip
_FRACTION = re.compile(rf"(?:({_N}) {{0,2}}又 {{0,2}})?({_N}) {{0,2}}分 {{0,2}}之 {{0,2}}(负?)({_N})")
_SLASH = re.compile(r"(?:(\d{1,4}) )?(\d{1,6})/(\d{1,6})(?![/\d])")
_TENTHS = re.compile(
    rf"({_N}|半) ?成(?!为|立|功|长|都|员|熟|就|果|本|交|绩|分|效|人|年|品|因|型|语)(?: ?(半|[一二三四五六七八九](?![十百千万个名项多])))?(多|余)?"
)
_OFF = re.compile(
    rf"(?:([一二三四五六七八九\d]) ?([一二三四五六七八九\d])|({_N})|(半)) {{0,2}}折(?!合|叠|算|射|旧|扣|返|磨|腾|断|价)"
)
_HALF_PRICE = re.compile(r"对折")
_FOLD = re.compile(rf"翻(?:了)?(?:({_N})番|番|(?:了)?(?:(?:一)?倍))")
_RATIO = re.compile(
    r"(\d+(?:\.\d+)?) ?[:比] ?(\d+(?:\.\d+)?)(?![:\d])|([一二三四五六七八九十零]{1,3})比([一二三四五六七八九十零]{1,3})(?![\u4e00-\u9fff])"
)
_PAIR = re.compile(
    r"([一二两三四五六七八九]?[十百千万]|)([一二两三四五六七八九])([二三四五六七八九十])((?:[十百千]?[万亿]?))(?![一二三四五六七八九十])"
)
_VAGUE = re.compile(r"(?:(?<=几)|(?<=数))([十百千万亿]{1,2})")
_SEVERAL = re.compile(rf"({_N})几([十百千万亿]*)")
_POWER = re.compile(
    r"(\d+(?:\.\d+)?)(?:[eE]([+-]?\d{1,2})|\^([+-]?\d{1,2}))(?![\d])|(\d+(?:\.\d+)?) ?([kKM])(?![a-zA-Z])"
)
_MORE = re.compile(r" ?[余多来] ?([十百千万亿]{0,2})")
_HALF = re.compile(
    r"半(?=年|个月|个世纪|小时|个小时|天|个百分点|公里|吨|亩|斤|公斤|个工作日|倍)|(?<=[一过对大])半|半数"
)
_MULTIPLIER = re.compile(r"[百千万亿兆]+$")


def amount_at(plain: str, at: int) -> Amount | None:
    """Read the amount that begins at ``at``; None when no number does."""
    for read in _READERS:
        amount = read(plain, at)
        if amount is not None:
            return amount
    return None


def _exact(
    start: int,
    end: int,
    value: Decimal,
    step: Decimal,
    kind: Kind | None = None,
    unit: str = "",
    measure: str = "",
) -> Amount:
    return Amount(start, end, value, value, value, step, kind=kind, unit=unit, measure=measure, arabic=False)


def _percent(plain: str, at: int) -> Amount | None:
    match = _PERCENT.match(plain, at) if "分" in plain[at : at + 6] else None
    if match is None:
        return None
    numeral = read_numeral(match[3])
    if numeral is None:
        return None
    size = _HUNDREDTHS[match[1]] * (1000 if match[4] else 1) * (-1 if match[2] else 1)
    return _exact(
        at, match.end(), numeral.value * size, numeral.step * abs(size), Kind.PERCENT, "%", f"{match[1]}分之"
    )


def _fraction(plain: str, at: int) -> Amount | None:
    match = _FRACTION.match(plain, at) if "分" in plain[at : at + LONGEST] else None
    if match is None:
        return None
    whole = read_numeral(match[1]) if match[1] else Numeral(Decimal(0), Decimal(1))
    lower, upper = read_numeral(match[2]), read_numeral(match[4])
    if whole is None or lower is None or upper is None or not lower.value:
        return None
    part = upper.value / lower.value * (-1 if match[3] else 1)
    return _exact(at, match.end(), whole.value + part, Decimal(0), Kind.RATIO)


def _slash(plain: str, at: int) -> Amount | None:
    match = _SLASH.match(plain, at)
    if match is None or not int(match[3]):
        return None
    value = Decimal(match[1] or 0) + Decimal(match[2]) / Decimal(match[3])
    return _exact(at, match.end(), value, Decimal(0), Kind.RATIO)


def _tenths(plain: str, at: int) -> Amount | None:
    match = _TENTHS.match(plain, at)
    if match is None:
        return None
    numeral = Numeral(Decimal("0.5"), Decimal("0.5")) if match[1] == "半" else read_numeral(match[1])
    if numeral is None or numeral.value > 10:
        return None
    value, step = numeral.value * 10, numeral.step * 10
    if match[2]:
        rest = read_numeral(match[2])
        value, step = value + (rest.value if rest else 5), Decimal(1)
    if match[3]:
        return Amount(
            at, match.end(), value, value, value + step, step, Qualifier.OVER, Kind.PERCENT, "%", "成"
        )
    return _exact(at, match.end(), value, step, Kind.PERCENT, "%", "成")


def _off(plain: str, at: int) -> Amount | None:
    if plain[at] == "对":
        half = _HALF_PRICE.match(plain, at)
        return (
            _exact(at, at + 2, Decimal(50), Decimal(10), Kind.PERCENT, "%", "折")
            if half and plain[at - 1 : at] == "打"
            else None
        )
    match = _OFF.match(plain, at)
    if match is None:
        return None
    if match[1]:
        numeral = read_numeral(match[1] + match[2])
        value, step = (numeral.value, Decimal(1)) if numeral else (Decimal(0), Decimal(1))
    elif match[4]:
        value, step = Decimal(50), Decimal(10)
    else:
        numeral = read_numeral(match[3])
        if numeral is None:
            return None
        two = numeral.value >= 11 and match[3].isdigit()
        value, step = (numeral.value, Decimal(1)) if two else (numeral.value * 10, numeral.step * 10)
    if not 0 < value < 100:
        return None
    return _exact(at, match.end(), value, step, Kind.PERCENT, "%", "折")


def _fold(plain: str, at: int) -> Amount | None:
    match = _FOLD.match(plain, at) if plain[at] == "翻" else None
    if match is None:
        return None
    numeral = read_numeral(match[1]) if match[1] else Numeral(Decimal(1), Decimal(1))
    if numeral is None or numeral.value > 20:
        return None
    value = Decimal(2) ** numeral.value
    return _exact(at, match.end(), value, Decimal(1), Kind.MULTIPLE, "倍", "番")


def _ratio(plain: str, at: int) -> Amount | None:
    match = _RATIO.match(plain, at)
    if match is None:
        return None
    first, second = read_numeral(match[1] or match[3]), read_numeral(match[2] or match[4])
    if first is None or second is None:
        return None
    try:
        value = first.value / second.value
    except (DivisionByZero, InvalidOperation):
        return Amount(at, match.end(), None, None, None, Decimal(0), Qualifier.EXACT, Kind.RATIO, "比")
    return _exact(at, match.end(), value, Decimal(0), Kind.RATIO, "比")


def _pair(plain: str, at: int) -> Amount | None:
    """Read 三四十, 十五六, 两三百, 七八: two digits in a row that bound a number."""
    match = _PAIR.match(plain, at)
    if match is None or match[3] == "十":
        return None
    low, high = read_numeral(match[1] + match[2] + match[4]), read_numeral(match[1] + match[3] + match[4])
    if match[1] and match[1][-1] in "百千万":
        tens = {"百": "十", "千": "百", "万": "千"}[match[1][-1]] if not match[4] else match[4]
        low, high = read_numeral(match[1] + match[2] + tens), read_numeral(match[1] + match[3] + tens)
    if low is None or high is None or not (high.value > low.value):
        return None
    adjacent = high.value - low.value == low.step or (match[2] + match[3]) in ("三五",)
    if not adjacent:
        return None
    return Amount(
        at, match.end(), None, low.value, high.value, low.step, Qualifier.RANGE, measure=_tail(match[4])
    )


def _vague(plain: str, at: int) -> Amount | None:
    """Read 几十, 数百万: from two to nine times the multiplier."""
    match = _VAGUE.match(plain, at)
    if match is None:
        return None
    size = read_numeral("一" + match[1])
    if size is None:
        return None
    more = _MORE.match(plain, match.end())
    end, factor = match.end(), Decimal(1)
    if more and more[1]:
        tail = read_numeral("一" + more[1])
        end, factor = more.end(), tail.value if tail else Decimal(1)
    unit = size.value * factor
    return Amount(at - 1, end, None, unit * 2, unit * 9, unit, Qualifier.RANGE, measure=_tail(match[1]))


def _several(plain: str, at: int) -> Amount | None:
    """Read 十几, 二十几万: eleven to nineteen."""
    match = _SEVERAL.match(plain, at)
    if match is None or (plain[match.end(1) + 1 : match.end(1) + 2] in "十百千" and not match[2]):
        return None
    base = read_numeral(match[1])
    size = read_numeral("一" + match[2]) if match[2] else Numeral(Decimal(1), Decimal(1))
    if base is None or size is None or not base.value:
        return None
    place = last_place(base.value) / 10
    return Amount(
        at, match.end(), base.value * size.value, (base.value + place) * size.value,
        (base.value + place * 9) * size.value, last_place(base.value) * size.value, Qualifier.OVER, measure=_tail(match[2]),
    )  # fmt: skip


def _half(plain: str, at: int) -> Amount | None:
    match = _HALF.match(plain, at)
    if match is None:
        return None
    value, step = Decimal("0.5"), Decimal("0.5")
    if match[0] == "半数":
        return _exact(at, match.end(), value, step, Kind.RATIO)
    if plain[at - 1 : at] in ("一", "过", "对", "大") and at:
        return None
    return _exact(at, match.end(), value, step)


_ONE_HALF = re.compile(r"一半(?![天信会个年路])")
_OVER_HALF = re.compile(r"过半(?![天年百个小])")


def _share(plain: str, at: int) -> Amount | None:
    """Read 一半 and 过半."""
    half = Decimal("0.5")
    match = _ONE_HALF.match(plain, at)
    if match:
        return _exact(at, match.end(), half, half, Kind.RATIO)
    match = _OVER_HALF.match(plain, at)
    if match and plain[at - 1 : at] not in ("超", "通", "经"):
        return Amount(at, match.end(), half, half, None, half, Qualifier.OVER, Kind.RATIO)
    return None


def _power(plain: str, at: int) -> Amount | None:
    match = _POWER.match(plain, at)
    if match is None:
        return None
    base = Decimal(match[1] or match[4])
    if match[5]:
        value = base * (1000 if match[5] in "kK" else 1000000)
    elif match[2]:
        value = base.scaleb(int(match[2]))
    else:
        exponent = int(match[3])
        if not base:
            return None
        value = base**exponent
    amount = _exact(at, match.end(), value, Decimal(0))
    return Amount(amount.start, amount.end, value, value, value, last_place(value), arabic=True)


def _number(plain: str, at: int) -> Amount | None:
    match = NUMBER.match(plain, at)
    if match is None:
        return None
    numeral = read_numeral(match[0])
    if numeral is None:
        return None
    arabic = plain[at].isdigit() or plain[at] == "."
    tail = _MULTIPLIER.search(match[0])
    written = tail[0] if tail and arabic else (_tail(match[0]) if not arabic else "")
    size = read_numeral("1" + written) if written else None
    multiplier = size.value if size else Decimal(0)
    more = _MORE.match(plain, match.end())
    if more and (more[0].strip()[0] != "来" or match[0][-1] in "十百0"):
        scale = read_numeral("1" + more[1]) if more[1] else Numeral(Decimal(1), Decimal(1))
        if scale is not None:
            value, place = numeral.value * scale.value, last_place(numeral.value) * scale.value
            qualifier = Qualifier.ABOUT if "来" in more[0] else Qualifier.OVER
            return Amount(
                at,
                more.end(),
                value,
                value,
                value + place,
                place,
                qualifier,
                measure=written + more[1],
                multiplier=multiplier or scale.value,
                arabic=arabic,
            )
    return Amount(
        at,
        match.end(),
        numeral.value,
        numeral.value,
        numeral.value,
        numeral.step,
        measure=written,
        multiplier=multiplier,
        arabic=arabic,
    )


def _tail(written: str) -> str:
    """Give the 万 or 亿 that ends a Chinese numeral, as part of its measure."""
    match = re.search(r"[万亿兆]+$", written)
    return match[0] if match else ""


_READERS = (
    _percent,
    _fraction,
    _slash,
    _tenths,
    _off,
    _fold,
    _ratio,
    _pair,
    _vague,
    _several,
    _share,
    _half,
    _power,
    _number,
)
_ = (ARABIC, CHINESE)
