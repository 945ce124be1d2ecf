"""What a list leaves out after another time or name: a sentence and its figures in, whose metric each of them takes.

In 2023年受理512件，办结498件；2022年分别为430件、411件 the later figures count what those of the clause before do, in their
order; where only some are repeated, the units tell which.
"""

import re
from collections.abc import Sequence

from corpus.figure import Figure
from corpus.statements.distribution import TextSpan

_LINK = re.compile(r"\s*(?:同期|全年|则|的)?(?:分别|依次|各)?(?:仅|只)?(?:为|是|达|有)?\s*")
"""What may stand between the time and the first figure of such a list."""
_JOINT = re.compile(r"\s*(?:、|以?及|和|与|[，,])\s*")
_OPENS = "，,；;。：:（( \n"


def read_ellipses(sentence: str, quantities: Sequence[Figure], offset: int, names: Sequence[TextSpan]) -> dict[int, int]:
    """Return, for each of ``quantities`` in a list without words of its own, the place of the one that it repeats.

    ``quantities`` are the figures of the sentence but dates and the like, their offsets less ``offset`` index it;
    ``names`` are its times and organisations. What no earlier figure of the same units precedes is left out.
    """
    found: dict[int, int] = {}
    ends = {end: start for start, end in names}
    first, group = 0, 0
    while first < len(quantities):
        start = quantities[first].start - offset
        name = _name_before(sentence, start, ends)
        last = first + 1
        while last < len(quantities) and _is_joined(sentence, quantities[last - 1], quantities[last], offset):
            last += 1
        units = [one.unit for one in quantities[first:last]]
        if name is not None and first and (source := _repeated(quantities, group, first, units)):
            found.update(zip(range(first, last), (found.get(place, place) for place in source), strict=True))
        elif _has_name(names, sentence, quantities[first - 1].end - offset if first else 0, start):
            group = first
        first = last
    return found


def _name_before(sentence: str, start: int, ends: dict[int, int]) -> int | None:
    """Return where the name begins that opens the clause and stands right before a figure, None for none."""
    for end in range(start, max(start - 10, 0), -1):
        if end in ends and _LINK.fullmatch(sentence, end, start):
            opening = ends[end]
            return opening if not opening or sentence[opening - 1] in _OPENS else None
    return None


def _has_name(names: Sequence[TextSpan], sentence: str, low: int, high: int) -> bool:
    return any(low <= start < high for start, _ in names)


def _is_joined(sentence: str, one: Figure, other: Figure, offset: int) -> bool:
    return _JOINT.fullmatch(sentence, one.end - offset, other.start - offset) is not None


def _repeated(quantities: Sequence[Figure], group: int, first: int, units: Sequence[str]) -> list[int]:
    """Return the places of the earlier figures that have ``units``, in order; of those since the last name at best."""
    for low in dict.fromkeys((group, 0)):
        places: list[int] = []
        at = low
        for unit in units:
            while at < first and quantities[at].unit != unit:
                at += 1
            if at == first:
                break
            places.append(at)
            at += 1
        if len(places) == len(units):
            return places
    return []
