"""Amounts: a numeral with what blurs it (余, 多, 来, 几, 数, 十五六), before any unit is read.

In comes a normalised text and the place of a numeral; out comes an :class:`Amount`. What a unit-like
notation says (百分之五, 三成, 三分之一) is read in :mod:`corpus.quantities.shares`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.figure import Kind, Qualifier
from corpus.numerals import Numeral, match_number, read_numeral
from corpus.quantities.qualifiers import last_place
from corpus.quantities.units import unit_at


@dataclass(frozen=True, slots=True)
class Amount:
    """A number before its unit; ``value`` is None where only its bounds are said (几十, 三四百).

    ``kind`` and ``unit`` are set where the notation itself says them (百分之五). ``measure`` is the multiplier
    as written before a unit (万), ``multiplier`` its size (0 for none). ``arabic`` tells digits from Chinese
    numerals.
    """

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


_MORE = re.compile(r" ?[余多来+] {0,1}([十百千万亿]{0,2})")
_SEVERAL = re.compile(r" ?几([十百千万亿]{0,2})")
_VAGUE = re.compile(r"[十百千万亿]{1,2}")
_PAIR = re.compile(
    r"([一二两三四五六七八九]?[十百千万]|)([一二两三四五六七八九])([二两三四五六七八九])([十百千]?[万亿]?)(?![一二三四五六七八九十百千])"
)
_NEXT_PLACE = {"百": "十", "千": "百", "万": "千"}
_ARABIC_MULTIPLIER = re.compile(r"[百千万亿兆]+$")
_CHINESE_MULTIPLIER = re.compile(r"[万亿兆]+$")
_SCREENS = frozenset(map(Decimal, ("2", "2.5", "2.8", "4", "5", "6", "8")))
_POWER = re.compile(
    r"(\d+(?:\.\d+)?)(?:[eE]([+-]?\d{1,2})|\^([+-]?\d{1,2}))(?!\d)|(\d+(?:\.\d+)?) ?([kKM])(?=[个元人，。,;；、\s]|$)"
)


def number(plain: str, at: int) -> Amount | None:
    """Read a plain numeral, with 余, 多 or 来 behind it: 588, 1.5万, 500余, 十余万, 三万五."""
    found = match_number(plain, at)
    if found is None:
        return None
    end, numeral = found
    written = plain[at:end]
    arabic = written[0].isdecimal() or written[0] == "."
    tail = (_ARABIC_MULTIPLIER if arabic else _CHINESE_MULTIPLIER).search(written)
    measure = tail[0] if tail else ""
    more = _MORE.match(plain, end)
    if more and _blurs(plain, more, numeral):
        return _blurred(at, more, numeral, measure, arabic=arabic)
    value = numeral.value
    return Amount(
        at, end, value, value, value, numeral.step, measure=measure, multiplier=_size(measure), arabic=arabic
    )


def _blurs(plain: str, more: re.Match[str], numeral: Numeral) -> bool:
    """Say whether 余, 多 or 来 blurs the number before it (十多个, 十来个, but not 收费1元多的)."""
    if "+" in more[0]:
        return numeral.value >= 10 and unit_at(plain, more.end()) is not None
    if numeral.value != numeral.value.to_integral_value() and not more[1]:
        return plain[more.start() - 1] in "万亿"
    if "来" in more[0]:
        return (
            numeral.value >= 10
            and last_place(numeral.value) >= 10
            and plain[more.end() : more.end() + 1] not in "自到看说"
        )
    return numeral.value >= 10 or bool(more[1])


def _blurred(at: int, more: re.Match[str], numeral: Numeral, measure: str, *, arabic: bool) -> Amount:
    scale = _size(more[1]) or Decimal(1)
    value, place = numeral.value * scale, last_place(numeral.value) * scale
    if "来" in more[0]:
        low, high, qualifier = value - place / 10, value + place / 10 * 2, Qualifier.ABOUT
    else:
        low, high, qualifier = value, value + place, Qualifier.OVER
    multiplier = _size(measure) or _size(more[1])
    return Amount(
        at, more.end(), value, low, high, place, qualifier,
        measure=measure + more[1], multiplier=multiplier, arabic=arabic,
    )  # fmt: skip


def _size(multiplier: str) -> Decimal:
    numeral = read_numeral("1" + multiplier) if multiplier else None
    return numeral.value if numeral else Decimal(0)


def several(plain: str, at: int) -> Amount | None:
    """Read 十几, 二十几万, 一百零几, 一百几十: from one to nine more of the next lower place."""
    found = match_number(plain, at)
    match = _SEVERAL.match(plain, found[0]) if found else None
    if found is None or match is None or not found[1].value:
        return None
    base, size = found[1].value, _size(match[1]) or Decimal(1)
    if base < 10:
        return None
    if 1 < size < last_place(base):  # 一百几十: the tens of it, not so many times ten
        return Amount(
            at, match.end(), base, base + size, base + size * 9, size * 10, Qualifier.OVER, multiplier=size
        )
    place = Decimal(1) if plain[found[0] - 1] == "零" else last_place(base) / 10
    return Amount(
        at, match.end(), base * size, (base + place) * size, (base + place * 9) * size, place * 10 * size,
        Qualifier.OVER, measure="".join(char for char in match[1] if char in "万亿"), multiplier=size,
    )  # fmt: skip


_NOT_VAGUE = frozenset("总人次倍指岁户件多少个分参系函基代变")


def vague(plain: str, at: int) -> Amount | None:
    """Read 几十, 数百万: from two to nine times the multiplier; and 上百, 数以万计: at least."""
    before = plain[at - 1] if at else ""
    if before and before in "成上以":
        return _countless(plain, at)
    if not before or before not in "几数" or (before == "数" and at > 1 and plain[at - 2] in _NOT_VAGUE):
        return None
    match = _VAGUE.match(plain, at)
    if match is None or not _size(match[0]):
        return None
    more = _MORE.match(plain, match.end())
    end, unit = match.end(), _size(match[0])
    if more and "来" not in more[0]:
        end, unit = more.end(), unit * (_size(more[1]) or Decimal(1))
    return Amount(
        at - 1, end, None, unit * 2, unit * 9, unit, Qualifier.RANGE, measure=_myriads(plain[at:end])
    )


_COUNTLESS = re.compile(
    r"(?<=成)(?:百上千|千上万|千成万)|(?<=数以)[十百千万亿]{1,2}计|(?<=上)[百千万亿](?![一二三四五六七八九上])万?"
)


def _countless(plain: str, at: int) -> Amount | None:
    """Read 成百上千, 数以万计, 上百: at least the (first) multiplier."""
    match = _COUNTLESS.match(plain, at)
    if match is None or (plain[at - 1] == "上" and at > 1 and plain[at - 2] in "以之晚早网线身马路加算"):
        return None
    written = match[0]
    size = _size(written[0] if plain[at - 1] == "成" else written.removesuffix("计"))
    start = at - 2 if plain[at - 1] == "以" else at - 1
    return Amount(start, match.end(), size, size, None, size, Qualifier.AT_LEAST, measure=_myriads(written))


def _myriads(written: str) -> str:
    match = _CHINESE_MULTIPLIER.search(written)
    return match[0] if match else ""


def pair(plain: str, at: int) -> Amount | None:
    """Read two digits in a row that bound a number: 三四十, 十五六, 两三百, 七八."""
    match = _PAIR.match(plain, at)
    if match is None:
        return None
    head, one, other, tail = match.groups()
    place = tail or (_NEXT_PLACE.get(head[-1], "") if head else "")
    low, high = read_numeral(head + one + place), read_numeral(head + other + place)
    if low is None or high is None or high.value <= low.value:
        return None
    if high.value - low.value != low.step and one + other != "三五":
        return None
    if one + other == "一两" and not tail and unit_at(plain, match.end()) is None:
        return None  # a weight
    return Amount(
        at, match.end(), None, low.value, high.value, low.step, Qualifier.RANGE, measure=_myriads(tail)
    )


_LISTED_PAIR = re.compile(r"([1-8])、([2-9])(?=[^\W\d])")
_TOLD_APART = re.compile(r"(?:分别|依次|各|第|[、和与及\d.,])[^，。；,;]{0,12}$|(?:^|[\s，。；,;：:（(“])$")
_BLURRED = re.compile("之多|左右|不等")


def listed_pair(plain: str, at: int) -> Amount | None:
    """Read two neighbouring digits that bound a number together: 达3、4次之多, but not 分别为3、4次."""
    match = _LISTED_PAIR.match(plain, at)
    if match is None or int(match[2]) - int(match[1]) != 1 or _TOLD_APART.search(plain, max(0, at - 12), at):
        return None
    unit = unit_at(plain, match.end())
    if unit is None or ("numbered" in unit.uses and not _BLURRED.match(plain, match.end() + len(unit.name))):
        return None
    low, high = Decimal(match[1]), Decimal(match[2])
    return Amount(at, match.end(), None, low, high, Decimal(1), Qualifier.RANGE, arabic=True)


def power(plain: str, at: int) -> Amount | None:
    """Read what is written with an exponent or a Latin multiplier: 40k, 2.5M, 2e5, 2^5."""
    match = _POWER.match(plain, at)
    if match is None:
        return None
    base = Decimal(match[1] or match[4])
    if match[5] and (base >= 1000 or (match[5] == "K" and base in _SCREENS)):
        return None
    if match[5]:
        value = base * (1000 if match[5] in "kK" else 1000000)
    elif match[2]:
        value = base.scaleb(int(match[2]))
    elif base:
        value = base ** int(match[3])
    else:
        return None
    return Amount(
        at, match.end(), value, value, value, last_place(value), arabic=True, multiplier=Decimal(1000)
    )
