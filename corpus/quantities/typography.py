"""Typography around numbers: a text in, the text without it out, and where each of its characters stood.

A person or a program writes one quantity in many ways: with spaces, line breaks, mark-up, quotation marks or
brackets between number and unit, with invisible characters in it, in digits of other scripts (𝟓𝟖𝟖, ㊲, Ⅻ). Readers of
figures see none of it: what is left out and what is written out are rows of ``TYPOGRAPHY``, and ``Plain.places`` leads
back to the text as it was.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass, field
from typing import Final

from corpus.numerals import NUMERAL_CHARACTERS, normalise
from corpus.quantities.units import UNITS_BY_NAME

_NUMERAL = rf"0-9{''.join(sorted(NUMERAL_CHARACTERS))}"
_NUMBER = rf"[{_NUMERAL}.,]{{1,20}}"
_UNIT = "[十百千万亿]{0,2}(?:" + "|".join(sorted(map(re.escape, UNITS_BY_NAME), key=len, reverse=True)) + ")"
_MARK = r"[*_`]{1,3}|~~"
_NO_WORD = r"(?![目别性体案])"
"""What makes another word of a unit, where its number may be that of an item: ②项目, ①个别."""


@dataclass(frozen=True, slots=True)
class TypographyForm:
    """One kind of typography: what ``expression`` matches gives way to its groups, joined.

    ``example`` is a text in which it stands, ``plain`` that text without it.
    """

    name: str
    expression: re.Pattern[str]
    example: str
    plain: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without typography; ``places[i]`` is where its character ``i`` stands in the text as written.

    ``places`` is empty where every character stands where it stood.
    """

    text: str
    places: "array[int]" = field(default_factory=lambda: array("I"))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``start:end`` of the plain text stands in the text as written."""
        return (self.places[start], self.places[end - 1] + 1) if self.places and end > start else (start, end)


TYPOGRAPHY: Final[tuple[TypographyForm, ...]] = (
    TypographyForm(
        "invisible characters",
        re.compile("[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\ufe0e\ufe0f\u20e3]"),
        "完成整改5\u200b88个",
        "完成整改588个",
    ),
    TypographyForm(
        "mark-up",
        re.compile(
            rf"(?<![0-9A-Za-z])(?:{_MARK})(\s?[^\W\d_]{{0,4}}{_NUMBER}[^\s*_`~]{{0,6}}?)(?:{_MARK})(?![0-9A-Za-z])"
        ),
        "整改问题**37**个",
        "整改问题37个",
    ),
    TypographyForm(
        "quotation marks and brackets",
        re.compile(rf"(?<=[^\W\d_第表图件])[“\"‘'(（\[【]({_NUMBER})[”\"’')）\]】](?= ?{_UNIT}{_NO_WORD})"),
        "整改问题（37）个",
        "整改问题37个",
    ),
    TypographyForm(
        "line break",
        re.compile(rf"(?<=[{_NUMERAL}])\r?\n(?={_UNIT}[，。；、,;）)])"),
        "收回资金5260.5\n万元，",
        "收回资金5260.5万元,",
    ),
    TypographyForm(
        "groups of three digits",
        re.compile(
            rf"(?<=[^\s0-9.,A-Za-z_第表图件段部组号期区|│-])([0-9]{{1,3}}) ([0-9]{{3}})(?: ([0-9]{{3}}))?(?=(?:\.[0-9]+)? ?{_UNIT}(?! ))"
        ),
        "退还押金1 364起",
        "退还押金1364起",
    ),
    TypographyForm(
        "space",
        re.compile(rf"(?<=[^\s{_NUMERAL}.,A-Za-z_表图件-])({_NUMBER}) (?={_UNIT}(?! ))"),
        "整改问题39 个，",
        "整改问题39个,",
    ),
)
"""What is left out, in this order; each sees what those before it have left."""

_OTHER_DIGITS: Final = re.compile(
    "[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2070-\u2089\U0001d7ce-\U0001d7ff]"
)
_BLOCKS: Final = (range(0x2160, 0x2189), range(0x2460, 0x2500), range(0x2776, 0x2794), range(0x3251, 0x32C0))
_ENCLOSED: Final = "".join(
    character
    for block in _BLOCKS
    for character in map(chr, block)
    if unicodedata.numeric(character, 0.5) % 1 == 0
)
_COUNTING: Final = re.compile(
    rf"(?<=[^\W\d_])(?<![{_ENCLOSED}])[{_ENCLOSED}]{{1,3}}+(?= ?{_UNIT}{_NO_WORD})(?<!①)(?<!⑴)(?<!Ⅰ)"
)
"""Enclosed and Roman numerals that count something; at the head of a clause they number it."""


def plain_text(text: str) -> Plain:
    """Return ``text`` normalised (see :func:`corpus.numerals.normalise`) and without typography around numbers."""
    plain = Plain(_OTHER_DIGITS.sub(lambda match: str(unicodedata.digit(match[0])), normalise(text)))
    plain = _replaced(plain, _COUNTING)
    for form in TYPOGRAPHY:
        plain = _replaced(plain, form.expression)
    return plain


def _replaced(plain: Plain, expression: re.Pattern[str]) -> Plain:
    """Return ``plain`` with each match reduced to its groups, or to its numerals written in digits."""
    text = plain.text
    parts: list[str] = []
    places = array("I")
    end = 0
    for match in expression.finditer(text):
        was = plain.places or array("I", range(len(text)))
        plain = Plain(text, was)
        parts.append(text[end : match.start()])
        places += was[end : match.start()]
        if expression is _COUNTING:
            for place in range(*match.span()):
                shown = str(int(unicodedata.numeric(text[place])))
                parts.append(shown)
                places += array("I", [was[place]] * len(shown))
        for group in range(1, expression.groups + 1):
            if match[group] is not None:
                parts.append(match[group])
                places += was[slice(*match.span(group))]
        end = match.end()
    if not end:
        return plain
    return Plain("".join([*parts, text[end:]]), places + plain.places[end:])
