"""Lists of places that each have a figure: a sentence and its figures in, whose each figure of such a list is.

In 修复矿山45座，其中望岭县18座、桐埠区15座 the second figure is 望岭县's and counts what the first does. That two and more
names that end as places do stand each right before a figure of one unit is evidence enough: no gazetteer knows every
town. A list of kinds of places (中心村3个、自然村12个) names nobody: its stems are common words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.figure import Figure
from corpus.listed_names import (
    END_OF_PLACE,
    are_bodies,
    are_names,
    are_of_a_sort,
    body_name_end,
    body_sort,
    place_name_end,
)
from corpus.statements.list_heads import TextSpan
from corpus.words import begins_with_verb

_LEAD = re.compile(r".*(?:其中|当中|包括|[是为在])|(?<=\w)[中里内]|\s*")
"""What stands before a name: behind a figure also what says that it is in it (46户中杨湾村27户)."""
_COPULA = re.compile("[为是有达]$")
_BREAKS = "、，,；;：:。！？!?（(\n"
_LEAST_MEMBERS = 2
_STRONG_BREAKS = "；;。！？!?\n"
_BRACKETS = {"（": "）", "(": ")"}


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A member of a list: ``sentence[start:name_end]`` is its ``name``, and its figures stand before ``end``."""

    name: str
    start: int
    name_end: int
    end: int

    @property
    def span(self) -> TextSpan:
        """Return where the name stands in the sentence."""
        return self.start, self.name_end


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may be a member: ``verbal`` says that its name begins with a verb, as 养护公司 does, ``bare`` that nothing follows it."""

    name: str
    verbal: bool
    bare: bool
    start: int
    name_end: int
    figure_end: int
    unit: str


def read_listed_places(sentence: str, quantities: Sequence[Figure], offset: int = 0) -> list[ListedPlace]:
    """Return the places of ``sentence`` that each have figures of their own in a list, in order.

    ``quantities`` are its figures but dates and the like; their offsets less ``offset`` index ``sentence``.
    """
    found = list(_candidates(sentence, quantities, offset))
    sorts = {body_sort(one.name) for one in found if not one.verbal}
    found = [one for one in found if not one.verbal or body_sort(one.name) in sorts]
    units = [one.unit for one in found]
    listed = [one for one in found if units.count(one.unit) >= _LEAST_MEMBERS]
    names = [one.name for one in listed]
    alike = (any(map(END_OF_PLACE.search, names)) or are_of_a_sort(names)) and are_names(names)
    if not alike and not (all(one.bare for one in listed) and are_bodies(names)):
        return []
    starts = [one.start for one in listed[1:]]
    several = any(
        _first_break(sentence, one.figure_end) < start - 1 for one, start in zip(listed, starts, strict=False)
    )
    ends = [_end_before(sentence, one.figure_end, start) for one, start in zip(listed, starts, strict=False)]
    ends.append(_last_end(sentence, listed[-1].figure_end, several=several))
    return [
        ListedPlace(one.name, one.start, one.name_end, end) for one, end in zip(listed, ends, strict=True)
    ]


def place_at(places: Sequence[ListedPlace], position: int) -> ListedPlace | None:
    """Return the member of the list whose figure stands at ``position`` of the sentence, None for none."""
    return next((one for one in places if one.name_end <= position < one.end), None)


def _candidates(sentence: str, quantities: Sequence[Figure], offset: int) -> Iterator[_Candidate]:
    """Yield what stands as a place's name, and at most a deed, between a mark and a figure."""
    taken = 0
    for figure in quantities:
        start, end = figure.start - offset, figure.end - offset
        if (
            start
            and sentence[start - 1] in _BRACKETS
            and sentence[end : end + 1] == _BRACKETS[sentence[start - 1]]
        ):
            start, end = start - 1, end + 1  # 问题集中在甘棠镇（16个）、云台镇（13个）
        first = max((sentence.rfind(mark, taken, start) for mark in _BREAKS), default=-1) + 1
        copula = _COPULA.search(sentence, first, start)
        named = copula.start() if copula else start
        lead = _LEAD.match(sentence, max(first, taken), named)
        opening = lead.end() if lead else first
        words = sentence[opening:named]
        place = place_name_end(words)
        if length := place or body_name_end(words):
            verbal = not place and begins_with_verb(words)
            bare = not place and length == len(words)
            yield _Candidate(words[:length], verbal, bare, opening, opening + length, end, figure.unit)
        taken = end


def _first_break(sentence: str, position: int) -> int:
    """Return where the first mark after ``position`` stands, brackets passed over; the sentence's end for none."""
    while position < len(sentence):
        char = sentence[position]
        if char in _BRACKETS and (closing := sentence.find(_BRACKETS[char], position)) > 0:
            position = closing
        elif char in _BREAKS:
            return position
        position += 1
    return len(sentence)


def _end_before(sentence: str, position: int, following: int) -> int:
    """Return where the figures of a member end: before the ``following`` one, or at a semicolon that parts them further."""
    strong = _strong_break(sentence, position, following)
    return following if strong >= following - 1 else strong


def _last_end(sentence: str, position: int, *, several: bool) -> int:
    """Return where the figures of the last member end: with its clause, or where members have ``several``, with all."""
    return _strong_break(sentence, position, len(sentence)) if several else _first_break(sentence, position)


def _strong_break(sentence: str, low: int, high: int) -> int:
    """Return where the first mark stands that parts more than a comma does, ``high`` for none before it."""
    return min((at for mark in _STRONG_BREAKS if (at := sentence.find(mark, low, high)) > 0), default=high)
