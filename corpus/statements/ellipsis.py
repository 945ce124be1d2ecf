"""What a list leaves out after another time or name: a sentence and its figures in, whose metric each of them takes.

In 2023年受理512件，办结498件；2022年分别为430件、411件 the later figures count what those of the clause before do, in their
order; where only some are repeated, the units tell which.
"""

import re
from collections.abc import Mapping, Sequence

from corpus.figure import Figure
from corpus.lexicon.function_words import EMPTY_WORDS
from corpus.statements.list_heads import MARK, TextSpan
from corpus.words import segmenter

_JOINT = re.compile(r"\s*(?:、|以?及|和|与|[，,])\s*")
_STRONG = re.compile(r"[；;。！？!?]|\.(?!\d)")
_TIME_ENDS = tuple("年月日期末初度")
"""How times end, and organisations and places do not."""
_LONGEST_LINK = 10
_OPENS = "，,；;。：:（( \n"


def read_ellipses(
    sentence: str, quantities: Sequence[Figure], offset: int, names: Sequence[TextSpan]
) -> dict[int, int]:
    """Return, for each of ``quantities`` in a list without words of its own, the place of the one that it repeats.

    ``quantities`` are the figures of the sentence but dates and the like, their offsets less ``offset`` index it;
    ``names`` are its times and organisations. What no earlier figure of the same units precedes is left out.
    """
    found: dict[int, int] = {}
    begins = {end: start for start, end in names}
    first = group = end = 0
    while first < len(quantities):
        start = quantities[first].start - offset
        last = first + 1
        while last < len(quantities) and _is_joined(sentence, quantities[last - 1], quantities[last], offset):
            last += 1
        units = [one.unit for one in quantities[first:last]]
        name = _name_before(sentence, start, begins)
        source = _repeated(quantities[:first], group, units, by_time=name in _TIME_ENDS) if name else []
        if source:
            found.update(zip(range(first, last), (found.get(place, place) for place in source), strict=True))
        elif any(end <= place < start for place, _ in names) or _STRONG.search(sentence, end, start):
            group = first
        end = quantities[last - 1].end - offset
        first = last
    return found


def _name_before(sentence: str, start: int, begins: Mapping[int, int]) -> str:
    """Return the last character of the name that opens the clause right before a figure, "" for none."""
    for end in range(start, max(start - _LONGEST_LINK, 0), -1):
        if end in begins and _only_links(sentence[end:start]):
            opening = begins[end]
            return sentence[end - 1] if not opening or sentence[opening - 1] in _OPENS else ""
    return ""


def _only_links(text: str) -> bool:
    """Whether nothing stands between a name and its first figure but words that say nothing (分别为)."""
    plain = MARK.sub("", text).strip()
    return not plain or (plain.isalpha() and all(word in EMPTY_WORDS for word in segmenter().cut(plain)))


def _is_joined(sentence: str, one: Figure, other: Figure, offset: int) -> bool:
    return _JOINT.fullmatch(sentence, one.end - offset, other.start - offset) is not None


def _repeated(before: Sequence[Figure], group: int, units: Sequence[str], *, by_time: bool) -> list[int]:
    """Return the places of the figures ``before`` that have ``units``, in order.

    Of those since the last name from the first on; one alone, behind a time, repeats the nearest.
    """
    forward = _matching(before, range(group, len(before)), units)
    if forward and not (by_time and len(units) == 1):
        return forward
    return _matching(before, range(len(before) - 1, -1, -1), units[::-1])[::-1]


def _matching(quantities: Sequence[Figure], places: Sequence[int], units: Sequence[str]) -> list[int]:
    """Return of ``places`` the first that have ``units``, in order; none where not all are found."""
    found: list[int] = []
    for place in places:
        if quantities[place].unit == units[len(found)]:
            found.append(place)
            if len(found) == len(units):
                return found
    return []
