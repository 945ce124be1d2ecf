"""Shares, ratios and multiples: 百分之五, 七成六, 三分之一, 六五折, 翻两番, 3:1, 一半.

In comes a normalised text and the place of a numeral; out comes an :class:`Amount` that knows its kind.
Percentages are in per cent (三成 is 30); fractions and ratios are plain numbers (三分之一 is 0.333…, 1:4 is
0.25); multiples are in 倍 (翻两番 is 4).
"""

import re
from decimal import Decimal

from corpus.figure import Kind, Qualifier
from corpus.numerals import CHINESE_NUMERAL, LONGEST_NUMERAL, MIXED, Numeral, match_number, read_numeral
from corpus.quantities.amounts import Amount, pair

_N = rf"(?:{MIXED}|{CHINESE_NUMERAL})"
_PERCENT = re.compile(r"(百万万|百万|千万|万万|百|千|万) {0,2}分 {0,2}之 {0,2}(负?)")
_THOUSANDS = re.compile(r" {0,2}[kK]")
_HUNDREDTHS = {
    "百": "1", "千": "0.1", "万": "0.01", "百万": "0.0001", "千万": "0.00001", "万万": "0.000001", "百万万": "0.00000001",
}  # fmt: skip
_FRACTION = re.compile(rf"(?:({_N}) {{0,2}}又 {{0,2}})?({_N}) {{0,2}}分 {{0,2}}之 {{0,2}}(负?)({_N})")
_SLASH = re.compile(
    r"(?:(\d{1,4}) )?(\d{1,5})/(\d{1,5})(?![/\d.]| ?R\d|代|月|日|次|公里|财年|赛季|学年|英寸)"
)
_NOT_SHARE = "为|立|功|长|都|员|熟|就|果|本|交|绩|效|年|品|因|型|语|群|千|吨|药|像|才|套|名|份|规模"
_TENTHS = re.compile(
    rf"({_N}|半) ?成(?!{_NOT_SHARE})(?: ?(半|[一二三四五六七八九](?![十百千万个名项多分人])))?(多|余)?"
)
_OFF = re.compile(
    rf"(?:([一二三四五六七八九\d]) {{0,2}}([一二三四五六七八九\d])|({_N})|(半)) {{0,2}}折(?!合|叠|算|射|旧|扣|返|磨|腾|断|价|线|弯|子|成)"
)
_FOLD = re.compile(rf"翻(?:了)?(?:({_N})番|番|(?:一)?倍)")
_RATIO = re.compile(
    r"(\d{1,6}(?:\.\d{1,6})?) ?[:比] ?(\d{1,6}(?:\.\d{1,6})?)(?![:\d])|([一二两三四五六七八九十零]{1,3})比([一二三四五六七八九十零]{1,3})(?=[，。、；,;的（( ]|$)"
)
_PARTS = re.compile(r"\d{1,4}(?:\.\d{1,3})?(?: ?: ?\d{1,4}(?:\.\d{1,3})?){2,9}(?![:\d])")
_HALF_UNIT = "年|个月|个世纪|小时|个小时|个多月|天时间|个百分点|公里|吨|亩|斤|公斤|个工作日|倍|米|步|分"
_HALF = re.compile(rf"半(?={_HALF_UNIT})(?!年[度报])|半数")
_SHARE_OF_HALF = re.compile(r"一半(?![天信会个年路])|过半(?=[，。；、数的]|$)|过半数")
_HALF_VALUE = Decimal("0.5")


def _exact(
    start: int, end: int, value: Decimal, step: Decimal, kind: Kind | None, unit: str, measure: str
) -> Amount:
    return Amount(start, end, value, value, value, step, kind=kind, unit=unit, measure=measure)


def percent(plain: str, at: int) -> Amount | None:
    """Read 百分之九十一点三五, 百分之二三十, 千分之二, 万分之三 in per cent."""
    match = _PERCENT.match(plain, at) if "分" in plain[at : at + 7] else None
    if match is None:
        return None
    size, measure = Decimal(_HUNDREDTHS[match[1]]), f"{match[1]}分之"
    between = pair(plain, match.end())
    if between is not None and between.low is not None and between.high is not None:
        low, high, step = between.low * size, between.high * size, between.step * size
        return Amount(at, between.end, None, low, high, step, Qualifier.RANGE, Kind.PERCENT, "%", measure)
    found = match_number(plain, match.end())
    if found is None:
        return None
    end, numeral = found
    thousands = _THOUSANDS.match(plain, end)
    if thousands:
        end, size = thousands.end(), size * 1000
    value = numeral.value * size * (-1 if match[2] else 1)
    return _exact(at, end, value, numeral.step * size, Kind.PERCENT, "%", measure)


def fraction(plain: str, at: int) -> Amount | None:
    """Read 三分之二, 二又三分之一 as a plain number."""
    match = _FRACTION.match(plain, at) if "分" in plain[at : at + LONGEST_NUMERAL] else None
    if match is None:
        return None
    whole = read_numeral(match[1]) if match[1] else Numeral(Decimal(0), Decimal(1))
    lower, upper = read_numeral(match[2]), read_numeral(match[4])
    if whole is None or lower is None or upper is None or not lower.value:
        return None
    part = upper.value / lower.value * (-1 if match[3] else 1)
    return _exact(at, match.end(), whole.value + part, Decimal(0), Kind.RATIO, "", "")


def slashed(plain: str, at: int) -> Amount | None:
    """Read 2/3 and 1 2/3 as a plain number."""
    match = _SLASH.match(plain, at)
    if match is None or match[2][0] == "0" or match[3][0] == "0":
        return None
    value = Decimal(match[1] or 0) + Decimal(match[2]) / Decimal(match[3])
    return _exact(at, match.end(), value, Decimal(0), Kind.RATIO, "", "")


def tenths(plain: str, at: int) -> Amount | None:
    """Read 三成, 七成六, 六成多, 三成半 in per cent."""
    match = _TENTHS.match(plain, at)
    if match is None:
        return None
    numeral = Numeral(_HALF_VALUE, _HALF_VALUE) if match[1] == "半" else read_numeral(match[1])
    if numeral is None or numeral.value > 10:
        return None
    value, step = numeral.value * 10, numeral.step * 10 if numeral.value < 10 else Decimal(10)
    if match[2]:
        rest = read_numeral(match[2])
        value, step = value + (rest.value if rest else 5), Decimal(1)
    if match[3]:
        return Amount(
            at, match.end(), value, value, value + step, step, Qualifier.OVER, Kind.PERCENT, "%", "成"
        )
    return _exact(at, match.end(), value, step, Kind.PERCENT, "%", "成")


def discount(plain: str, at: int) -> Amount | None:
    """Read 九折, 六五折, 9.5折, 打对折 in per cent of the price."""
    if plain[at] == "对":
        half = plain.startswith("对折", at) and plain[at - 1 : at] == "打"
        return _exact(at, at + 2, Decimal(50), Decimal(10), Kind.PERCENT, "%", "折") if half else None
    match = _OFF.match(plain, at)
    if match is None:
        return None
    written = match[1] + ("" if match[1].isdecimal() else "十") + match[2] if match[1] else match[3]
    numeral = read_numeral(written) if written else Numeral(Decimal(5), Decimal(1))
    if numeral is None:
        return None
    in_hundred = bool(match[1]) or (numeral.value > 10 and numeral.step >= 1)
    value = numeral.value if in_hundred else numeral.value * 10
    if not 0 < value < 100:
        return None
    return _exact(
        at, match.end(), value, Decimal(1) if in_hundred else numeral.step * 10, Kind.PERCENT, "%", "折"
    )


def read_fold(plain: str, at: int) -> Amount | None:
    """Read 翻一番, 翻两番, 翻番, 翻倍 as a multiple: 2, 4, 2, 2."""
    match = _FOLD.match(plain, at) if plain[at] == "翻" else None
    if match is None:
        return None
    numeral = read_numeral(match[1]) if match[1] else Numeral(Decimal(1), Decimal(1))
    if numeral is None or numeral.value > 20:
        return None
    return _exact(at, match.end(), Decimal(2) ** numeral.value, Decimal(1), Kind.MULTIPLE, "倍", "番")


def ratio(plain: str, at: int) -> Amount | None:
    """Read 1:412, 3比1 as the quotient; a score with a nought (3:0) has no value."""
    parts = _PARTS.match(plain, at)
    if parts is not None:
        return Amount(at, parts.end(), None, None, None, Decimal(0), Qualifier.EXACT, Kind.RATIO, "比", "比")
    match = _RATIO.match(plain, at)
    if match is None:
        return None
    first, second = read_numeral(match[1] or match[3]), read_numeral(match[2] or match[4])
    if first is None or second is None or (match[1] or "").startswith("00"):
        return None
    if not second.value or not first.value:
        return Amount(at, match.end(), None, None, None, Decimal(0), Qualifier.EXACT, Kind.RATIO, "比", "比")
    return _exact(at, match.end(), first.value / second.value, Decimal(0), Kind.RATIO, "比", "比")


def half(plain: str, at: int) -> Amount | None:
    """Read 半 before a unit (半年), 半数, 一半, 过半."""
    if plain.startswith("半百", at):
        return _exact(at, at + 2, Decimal(50), Decimal(10), None, "", "")
    match = _SHARE_OF_HALF.match(plain, at) if plain[at - 1 : at] != "超" else None
    if match and match[0] == "一半":
        return _exact(at, match.end(), _HALF_VALUE, _HALF_VALUE, Kind.RATIO, "", "半")
    if match:
        return Amount(
            at, match.end(), _HALF_VALUE, _HALF_VALUE, None, _HALF_VALUE, Qualifier.OVER, Kind.RATIO, "", "半"
        )
    match = _HALF.match(plain, at)
    if match is None or (
        match[0] == "半"
        and plain[at - 1 : at] in ("上", "下", "前", "后", "大", "小", "多", "参", "减", "过", "折")
    ):
        return None
    kind = Kind.RATIO if match[0] == "半数" else None
    return _exact(at, match.end(), _HALF_VALUE, _HALF_VALUE, kind, "", "半" if kind else "")
