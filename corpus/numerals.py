"""Numerals in Chinese text: normalising, finding and reading them.

In comes text; out come :class:`Numeral` values, exact decimals with the place value of the last digit
written. Normalising maps one character to one character, so that offsets never move.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

LONGEST_NUMERAL = 40
"""A run of more numeral characters than this is an identifier or noise, not a numeral."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN = {
    "〇": "零", "○": "零", "壹": "一", "弌": "一", "贰": "二", "貳": "二", "叁": "三", "叄": "三", "柒": "七",
    "捌": "八", "玖": "九", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "兩": "两", "倆": "两", "俩": "两",
    "點": "点", "個": "个", "箇": "个", "餘": "余", "幾": "几", "負": "负", "條": "条", "項": "项", "雙": "双",
    "對": "对", "塊": "块", "噸": "吨", "畝": "亩", "戶": "户", "頃": "顷", "張": "张", "輛": "辆", "隻": "只",
    "場": "场", "歲": "岁", "時": "时", "鐘": "钟", "鍾": "钟", "週": "周", "頭": "头", "間": "间",
    "約": "约", "過": "过", "達": "达", "圓": "元", "圆": "元", "來": "来", "￥": "¥", "為": "为", "於": "于", "從": "从",
    "卄": "廿", "　": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ",
    "−": "-", "﹣": "-", "﹪": "%", "٪": "%", "︰": ":", "∶": ":", "﹕": ":", "﹐": ",", "٬": ",", "٫": ".",
    "「": "“", "」": "”", "『": "“", "』": "”",
}  # fmt: skip
_NORMAL = _FULL_WIDTH | {ord(written): ord(plain) for written, plain in _PLAIN.items()}

DIGITS = {char: Decimal(place) for place, char in enumerate("零一二三四五六七八九")} | {
    "两": Decimal(2), "仨": Decimal(3), "伍": Decimal(5), "陆": Decimal(6), "陸": Decimal(6), "肆": Decimal(4),
}  # fmt: skip
_PLACE_VALUES = {"十": Decimal(10), "拾": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
MYRIADS = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}

NUMERAL_CHARACTERS = frozenset("零一二两三四五六七八九十百千万亿半仨廿卅")
"""Characters that are numerals wherever they stand; the financial 伍陆肆拾 are other words as well (队伍, 大陆)."""

_HAN = "零一二三四五六七八九十百千万亿两仨廿卅伍陆陸肆拾兆"
_GROUPED = (
    r"\d{1,3}(?:[,'’]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d.,])(?= ?[万亿千百个项件条元人名户家次份吨亩%])"
)
ARABIC = rf"(?:(?:{_GROUPED}|\d+)(?:\.\d+)?|(?<![\d.])\.\d+)"
"""Source of an expression for digits with or without separators of thousands and a decimal part."""

_MULTIPLIED = r"(?: {0,2}[十百千]?[万亿]{1,2}| {0,2}[十百千](?![瓦克米伏帕赫卡]))"
_TAIL = r"(?:零?\d{1,4}(?![\d.年月日%:/-]|,\d))"
MIXED = rf"{ARABIC}(?:{_MULTIPLIED}(?: {{0,2}}零?\d+(?:\.\d+)?{_MULTIPLIED}){{0,6}}{_TAIL}?)?"
"""Source of an expression for Arabic digits with Chinese multipliers: 1亿2000万, 3万5千, 12.6万."""

CHINESE_NUMERAL = (
    rf"[{_HAN}]{{1,{LONGEST_NUMERAL + 3}}}(?: {{1,2}}[{_HAN}]{{1,{LONGEST_NUMERAL + 3}}}){{0,16}}"
    rf"(?: {{0,2}}点 {{0,2}}[零一二三四五六七八九伍陆陸肆]+(?![十百千])(?: ?[万亿])*)?"
)
"""Source of an expression for a Chinese numeral: 五百八十八, 两千零五, 九十一点三五, 三万五, 一百 五十."""

NUMBER = re.compile(rf"{MIXED}|{CHINESE_NUMERAL}")
_SEPARATORS = str.maketrans("", "", ", '’")
_SPACED = re.compile(r"[十百千万亿点]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A quantity without its unit; ``step`` is the place value of the last digit written."""

    value: Decimal
    step: Decimal


def normalise(text: str) -> str:
    """Map full-width, traditional and financial forms to plain ones, one character to one character."""
    return text.translate(_NORMAL)


def match_number(plain: str, at: int) -> tuple[int, Numeral] | None:
    """Find the numeral at ``at`` of a normalised text: where it ends, and what it says.

    Spaces between Chinese numerals belong to it only where they make one number (一百 五十, not 一 二 三).
    """
    match = NUMBER.match(plain, at)
    if match is None:
        return None
    written = match[0]
    numeral = read_numeral(written)
    if " " in written and not written[0].isdecimal() and (numeral is None or not _SPACED.search(written)):
        written = written[: written.index(" ")]
        numeral = read_numeral(written)
    for _ in range(2):
        if numeral is None and len(written) > 1 and not written[0].isdecimal():
            written = written[:-1]  # 二|两 of silver, the 七十|百 in 七十百分位
            numeral = read_numeral(written)
    return None if numeral is None else (at + len(written), numeral)


def read_numeral(written: str) -> Numeral | None:
    """Read a whole normalised numeral (``1亿2000万``, ``三万五``, ``5,260``); None when it is not one."""
    if (known := _COMMON.get(written)) is not None:
        return known
    compact = written.translate(_SEPARATORS)
    if not compact or len(compact) > LONGEST_NUMERAL:
        return None
    if not compact.strip(_MYRIADS) and compact not in ("万", "亿", "万亿"):
        return None
    return _read_cardinal(compact.replace("廿", "二十").replace("卅", "三十"))


_MYRIADS = "万亿兆"


def _read_cardinal(written: str) -> Numeral | None:
    for multiplier, size in (("兆", MYRIADS["兆"]), ("亿", MYRIADS["亿"]), ("万", MYRIADS["万"])):
        at = written.rfind(multiplier)
        if at >= 0:
            return _combine(written[:at], written[at + 1 :], size, whole=True)
    for places, size in (
        ("千", _PLACE_VALUES["千"]),
        ("百", _PLACE_VALUES["百"]),
        ("十拾", _PLACE_VALUES["十"]),
    ):
        at = max(written.rfind(char) for char in places)
        if at >= 0:
            return _combine(written[:at], written[at + 1 :], size, whole=False)
    return _read_digits(written)


def _combine(left: str, right: str, size: Decimal, *, whole: bool) -> Numeral | None:
    """Read ``left × size + right``; a lone digit on the right counts the next lower place (三万五)."""
    if whole:
        head = _read_cardinal(left) if left else Numeral(Decimal(1), Decimal(1))
    else:
        head = _read_digits(left.lstrip("零") or "一")
    if head is None or (not whole and head.value >= 10 and not left.isascii()):
        return None
    if not right:
        return Numeral(head.value * size, head.step * size)
    digit, point, decimals = right.partition("点")
    if len(digit) == 1 and digit != "零":
        lone = _read_digits(digit)
        fraction = _read_digits("零" + point + decimals)
        if lone is None or fraction is None:
            return None
        step = fraction.step if decimals else size / 10
        return Numeral(head.value * size + lone.value * size / 10 + fraction.value, step)
    rest = _read_cardinal(right.lstrip("零") or "零")
    if rest is None or rest.value >= size:
        return None
    return Numeral(head.value * size + rest.value, rest.step)


def _read_digits(written: str) -> Numeral | None:
    """Read digits with or without a decimal part, Arabic or Chinese, place by place."""
    if len(written) == 2 and not (written.isascii() or "零" in written or "点" in written):
        return None
    plain = "".join(str(DIGITS[char]) if char in DIGITS else char for char in written.replace("点", "."))
    whole, _, decimals = plain.partition(".")
    if not (whole + decimals).isdecimal() or not (whole + decimals).isascii():
        return None
    return Numeral(
        Decimal(f"{whole or 0}.{decimals}") if decimals else Decimal(whole), Decimal(1).scaleb(-len(decimals))
    )


def tidy(value: Decimal) -> Decimal:
    """Drop the zeros behind the point that arithmetic leaves."""
    whole = value.to_integral_value()
    return whole + 0 if whole == value else value.normalize()


_SMALL = {character: value for value, character in enumerate("零一二三四五六七八九")} | dict.fromkeys(
    "〇○◯ＯOo0", 0
)
"""What stands for a digit in dates and ordinals, where the letter O is written for a zero."""


def small_numeral(written: str) -> int | None:
    """Return what a numeral below 100 says (``12``, ``十二``, ``二十``, ``廿一``), None if it is none.

    As dates and headings write it: 元 and 正 are one, 初 before a day says nothing.
    """
    if written.isdecimal():
        return int(written) if len(written) <= 3 else None
    written = written.replace("廿", "二十").replace("卅", "三十").replace("初", "")
    written = written.replace("元", "一").replace("正", "一").replace("两", "二")
    tens, ten, units = written.rpartition("十")
    if any(len(part) > 1 or part not in _SMALL for part in (tens, units) if part):
        return None
    if not ten:
        return _SMALL[units] if units else None
    return (_SMALL[tens] if tens else 1) * 10 + (_SMALL[units] if units else 0)


def number_of(digits: str) -> int:
    """Return what ``digits`` write: Arabic, Chinese up to 99, or digit by digit (二〇二二); 0 if none."""
    if digits.isdecimal():
        return int(digits)
    digits = digits.replace("两", "二")
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return _SMALL.get(tens, 1) * 10 + _SMALL.get(ones, 0)
    value = 0
    for character in digits:
        value = value * 10 + (_SMALL.get(character, 0) if not character.isdecimal() else int(character))
    return value


def in_chinese(number: int) -> str:
    """Return a number from 1 to 99 as Chinese writes it (5: 五, 12: 十二, 40: 四十); others in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


_COMMON = {
    written: numeral
    for number in range(1, 100)
    for written in (str(number), in_chinese(number))
    if (numeral := _read_cardinal(written)) is not None
}
"""The numerals that most rounds, batches and members have; they are asked for at every comparison."""
