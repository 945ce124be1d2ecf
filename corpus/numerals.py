"""Numerals in Chinese text: normalising, finding and reading them.

In comes text; out come :class:`Numeral` values, exact decimals with the place value of the last digit
written. Normalising maps one character to one character, so that offsets never move.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

LONGEST = 40
"""A run of more numeral characters than this is an identifier or noise, not a numeral."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN = {
    "〇": "零", "○": "零", "壹": "一", "弌": "一", "贰": "二", "貳": "二", "叁": "三", "叄": "三", "柒": "七",
    "捌": "八", "玖": "九", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "兩": "两", "倆": "两", "俩": "两",
    "點": "点", "個": "个", "箇": "个", "餘": "余", "幾": "几", "負": "负", "條": "条", "項": "项", "雙": "双",
    "對": "对", "塊": "块", "噸": "吨", "畝": "亩", "戶": "户", "頃": "顷", "張": "张", "輛": "辆", "隻": "只",
    "場": "场", "歲": "岁", "時": "时", "鐘": "钟", "鍾": "钟", "週": "周", "頭": "头", "間": "间", "幅": "幅",
    "約": "约", "過": "过", "達": "达", "圓": "元", "圆": "元", "來": "来", "為": "为", "於": "于", "從": "从",
    "蘋": "苹", "卄": "廿", "卌": "卌", "　": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ",
    "−": "-", "﹣": "-", "’": "'", "﹪": "%", "٪": "%", "︰": ":", "∶": ":", "﹕": ":", "﹐": ",", "“": "“",
    "「": "“", "」": "”", "『": "“", "』": "”", "‘": "‘",
}  # fmt: skip
_NORMAL = _FULL_WIDTH | {ord(written): ord(plain) for written, plain in _PLAIN.items()}

DIGITS = {char: Decimal(place) for place, char in enumerate("零一二三四五六七八九")} | {
    "两": Decimal(2), "仨": Decimal(3), "伍": Decimal(5), "陆": Decimal(6), "陸": Decimal(6), "肆": Decimal(4),
}  # fmt: skip
PLACES = {"十": Decimal(10), "拾": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
MYRIADS = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}

_HAN = "零一二三四五六七八九十百千万亿两仨廿卅伍陆陸肆拾兆"
_GROUPED = (
    r"\d{1,3}(?:[,']\d{3})+(?!\d)|\d{1,3}(?:[ ]\d{3})+(?![\d.,])(?=[ ]?[万亿千百个项件条元人名户家次份吨亩%])"
)
ARABIC = rf"(?:(?:{_GROUPED}|\d+)(?:\.\d+)?|(?<![\d.])\.\d+)"
"""Source of an expression for digits with or without separators of thousands and a decimal part."""

_MULTIPLIED = r"(?: {0,2}[十百千]?[万亿兆]{1,2}| {0,2}[十百千])"
_TAIL = r"(?:零?\d{1,4}(?![\d.,年月日%:/-]))"
MIXED = rf"{ARABIC}(?:{_MULTIPLIED}(?: {{0,2}}零?\d+(?:\.\d+)?{_MULTIPLIED})*{_TAIL}?)?"
"""Source of an expression for Arabic digits with Chinese multipliers: 1亿2000万, 3万5千, 12.6万."""

_GAP = r" {0,2}"
CHINESE = (
    rf"[{_HAN}](?:[{_HAN}]|{_GAP}(?<=[十百千万亿两 ])[十百千万亿](?=[^ ]|$)|(?<=[十百千万亿]){_GAP}[{_HAN}])*"
    rf"(?:{_GAP}点{_GAP}[零一二三四五六七八九伍陆陸肆]+(?![十百千])[万亿]*)?"
)
"""Source of an expression for a Chinese numeral: 五百八十八, 两千零五, 九十一点三五, 三万五."""

NUMBER = re.compile(rf"{MIXED}|{CHINESE}")
_CHINESE_ONLY = re.compile(rf"[{_HAN}点]+")
_POSITIONAL = re.compile(r"[零一二三四五六七八九伍陆陸肆]+")
_SEPARATORS = str.maketrans("", "", ", '")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A quantity without its unit; ``step`` is the place value of the last digit written."""

    value: Decimal
    step: Decimal


def normalise(text: str) -> str:
    """Map full-width, traditional and financial forms to plain ones, one character to one character."""
    return text.translate(_NORMAL)


def read_numeral(written: str) -> Numeral | None:
    """Read a whole normalised numeral (``1亿2000万``, ``三万五``, ``5,260``); None when it is not one."""
    compact = written.translate(_SEPARATORS)
    if not compact or len(compact) > LONGEST:
        return None
    return _read_cardinal(compact.replace("廿", "二十").replace("卅", "三十"))


def _read_cardinal(written: str) -> Numeral | None:
    for multiplier, size in (("兆", MYRIADS["兆"]), ("亿", MYRIADS["亿"]), ("万", MYRIADS["万"])):
        at = written.rfind(multiplier)
        if at >= 0:
            return _combine(written[:at], written[at + 1 :], size, whole=True)
    for places, size in (("千", PLACES["千"]), ("百", PLACES["百"]), ("十拾", PLACES["十"])):
        at = max(written.rfind(char) for char in places)
        if at >= 0:
            return _combine(written[:at], written[at + 1 :], size, whole=False)
    return _read_digits(written)


def _combine(left: str, right: str, size: Decimal, *, whole: bool) -> Numeral | None:
    """Read ``left × size + right``; a lone digit on the right counts the next lower place (三万五)."""
    if whole:
        head = _read_cardinal(left) if left else Numeral(Decimal(1), Decimal(1))
    else:
        head = (
            _read_digits(left.lstrip("零") or "一")
            if len(left.lstrip("零")) != 1
            else _digit(left.lstrip("零"))
        )
    if head is None:
        return None
    if not right:
        return Numeral(head.value * size, head.step * size)
    digit = _digit(right[0])
    if digit and digit.value and (len(right) == 1 or right[1] in "点"):
        tail = digit.value * size / 10
        if len(right) == 1:
            return Numeral(head.value * size + tail, size / 10)
        fraction = _read_digits("零" + right[1:])
        return fraction and Numeral(
            head.value * size + (tail if size > 10 else digit.value) + fraction.value, fraction.step
        )
    rest = _read_cardinal(right.lstrip("零") or "零")
    if rest is None or rest.value >= size:
        return None
    return Numeral(head.value * size + rest.value, rest.step)


def _digit(char: str) -> Numeral | None:
    if char in DIGITS:
        return Numeral(DIGITS[char], Decimal(1))
    return Numeral(Decimal(char), Decimal(1)) if char.isascii() and char.isdigit() else None


def _read_digits(written: str) -> Numeral | None:
    """Read digits with or without a decimal part, Arabic or Chinese, place by place."""
    plain = "".join(str(DIGITS[char]) if char in DIGITS else char for char in written.replace("点", "."))
    whole, _, decimals = plain.partition(".")
    if not (whole + decimals).isdecimal() or not (whole + decimals).isascii():
        return None
    return Numeral(
        Decimal(f"{whole or 0}.{decimals}") if decimals else Decimal(whole), Decimal(1).scaleb(-len(decimals))
    )
