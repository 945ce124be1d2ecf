"""What a spreadsheet shows of a stored number: the number and its format go in, the text of the cell comes out.

Read are the parts of the format codes of ECMA-376 (18.8.31) that say digits, thousands, percent, scaling commas
and literal text (``0.00%``, ``#,##0.0"万元"``). A format that is none of these shows the number as it is.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final

_LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS: Final = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+")
_MOST_DIGITS: Final = 15
_MOST_PLACES: Final = 30
"""Places after the point: Excel allows as many."""
_LONGEST: Final = 400
"""Digits of the largest number that a workbook can store, and some."""


def digits_of(number: float | int | Decimal) -> str:
    """Return a number in digits, without the noise of binary fractions (0.91349999999999998 is 0.9135)."""
    short = Decimal(f"{Decimal(str(number)):.{_MOST_DIGITS}g}")
    return format(short, ".0f") if short == short.to_integral_value() else format(short.normalize(), "f")


def shown_number(number: float | int | Decimal, code: str) -> str:
    """Return what a cell with the format ``code`` shows of ``number``.

    >>> shown_number(0.8929, "0.00%"), shown_number(1260.5, '#,##0.00"元"'), shown_number(86.4, "General")
    ('89.29%', '1,260.50元', '86.4')
    """
    sections = _sections(code)
    value = Decimal(digits_of(number))
    section = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    if value == 0 and len(sections) > 2:
        section = sections[2]
    literals: list[str] = []
    bare = _LITERAL.sub(lambda match: _kept(match, literals), section)
    digits = _DIGITS.search(bare)
    if digits is None or "General" in bare or not value.is_finite():
        return digits_of(number)
    before, after = bare[: digits.start()], bare[digits.end() :]
    if any(sign in before + after for sign in ("E", "e", "/", "@")):
        return digits_of(number)
    magnitude = abs(value) if value < 0 and len(sections) > 1 else value
    text = _in_digits(magnitude.scaleb(2 * (before + after).count("%")), digits[0])
    return _with_literals(before, literals).lstrip() + text + _with_literals(after, literals).rstrip()


def _sections(code: str) -> list[str]:
    """Return the parts of a format for positive numbers, negative ones and nought."""
    return re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code) or ["General"]


def _kept(match: re.Match[str], literals: list[str]) -> str:
    """Keep literal text aside and leave a mark for it; colours, conditions and padding go."""
    text = match[1] if match[1] is not None else match[2]
    if text is None and match[0].startswith("[$"):
        text = match[0][2:-1].split("-")[0]
    if text is None:
        return ""
    literals.append(text)
    return chr(0xE000 + len(literals) - 1)


def _with_literals(part: str, literals: list[str]) -> str:
    return "".join(
        literals[ord(character) - 0xE000] if 0xE000 <= ord(character) < 0xE000 + len(literals) else character
        for character in part
    )


def _in_digits(value: Decimal, pattern: str) -> str:
    """Return a number with the places after the point and the thousands that the pattern of digits says."""
    whole, point, places = pattern.rstrip(",").partition(".")
    scaled = value.scaleb(-3 * (len(pattern) - len(pattern.rstrip(","))))
    with localcontext(prec=_LONGEST):
        rounded = scaled.quantize(Decimal(1).scaleb(-min(len(places), _MOST_PLACES)), ROUND_HALF_UP)
    text = format(rounded, ",f" if "," in whole else "f")
    optional = len(places) - len(places.rstrip("#?"))
    if point and optional:
        kept = text.rstrip("0")
        least = max(len(text) - optional, text.index("."))
        text = text[: max(len(kept), least)].rstrip(".")
    return text
