"""Numbers in English sentences: a text in, what each of them says out, in digits or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class NumberSort(StrEnum):
    """What an English number measures: money is in yuan, a share or a change in points in per cent."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number in a text: ``text[start:end]`` is it with its scale and unit; ``value`` is in the unit of its sort."""

    start: int
    end: int
    value: Decimal
    sort: NumberSort


_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES: Final = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_MEASURES: Final = {
    "km": 1000,
    "kilom": 1000,
    "hectare": 10_000,
    "ton": 1000,
    "kg": 1,
    "kilog": 1,
    "hour": 60,
    "mu": 1,
}
"""What one of a measure is in the base unit of its kind: metres, square metres, kilograms, minutes, mu."""
_SMALL: Final = {word: Decimal(value) for value, word in enumerate(_ONES)} | {
    word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)
}
_WORDS: Final = "|".join((*sorted(_ONES, key=len, reverse=True), *_TENS))
_SCALE: Final = "|".join(_SCALES)
_NUMBER: Final = re.compile(
    rf"""
    (?P<money>(?:rmb|cny|¥|￥)\s*)?
    (?:(?P<digits>(?<![\w.,])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?)(?P<scale>(?:\s+(?:{_SCALE}))*)
     |(?P<words>\b(?:{_WORDS})(?:(?:\s+and\s+|[\s-]+)(?:{_WORDS}|{_SCALE}))*\b))
    (?P<unit>\s*%|\s*per\s?cent\b(?:age\spoints?)?|\s*percentage\s+points?\b
      |\s+points?(?=\s+(?:up|down|higher|lower|more|less|above|below|from)\b)|\s+(?:yuan|rmb)\b
      |\s*(?P<measure>km|kg|kilomet(?:er|re)s?|kilograms?|hectares?|tonn?es?|tons?|hours?|mu)\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_WHOLE: Final = re.compile(
    rf"\s+of\s+(?:(?:the|its|a|their)\s+)?(?:[a-z]+\s+)?{_NUMBER.pattern}", _NUMBER.flags
)
"""The whole of which a number is a part: its unit is that of both."""
_BARE: Final = re.compile(r"\s*(?:less|more|lower|higher|[,.;]|\Z)", re.IGNORECASE)


def find_numbers(text: str) -> Iterator[EnglishNumber]:
    """Yield the numbers of ``text`` in order; a number without a unit counts.

    A great one behind money is money too (17 million less), and 132 of 185 kilometres are kilometres.
    """
    money = False
    for match in _NUMBER.finditer(text):
        value = _digits(match) if match["digits"] else _worded(match["words"])
        if value is None:
            continue
        unit = (match["unit"] or "").lower().split()
        told = " ".join(unit)
        sort = NumberSort.COUNT
        whole = _OF_WHOLE.match(text, match.end()) if not told else None
        measure = (match["measure"] or (whole["measure"] if whole else None) or "").lower()
        if (
            match["money"]
            or told in ("yuan", "rmb")
            or (money and match["scale"] and _BARE.match(text, match.end()))
        ):
            sort = NumberSort.MONEY
            money = True
        elif "point" in told:
            sort = NumberSort.POINTS
        elif measure:
            value *= next(times for word, times in _MEASURES.items() if measure.startswith(word))
        elif told:
            sort = NumberSort.PERCENT
        yield EnglishNumber(match.start(), match.end(), value, sort)


def _digits(match: re.Match[str]) -> Decimal:
    value = Decimal(match["digits"].replace(",", ""))
    for scale in (match["scale"] or "").lower().split():
        value *= _SCALES[scale]
    return value


def _worded(words: str) -> Decimal | None:
    """Return what number words say: forty-five, one hundred and twenty thousand."""
    total = part = Decimal(0)
    for word in re.findall("[a-z]+", words.lower()):
        if word == "and":
            continue
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "hundred":
            part = (part or Decimal(1)) * 100
        else:
            total += (part or Decimal(1)) * _SCALES[word]
            part = Decimal(0)
    return total + part
