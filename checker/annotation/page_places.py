"""Where on pages the characters of a text stand: offsets of the text go in, a stretch of the pages' characters comes out.

A text is the pages' characters put in another order and with some left out (running heads, columns, tables), so a
stretch is looked for by what stands around it.
"""

from itertools import takewhile
from typing import Final

_AROUND: Final = 40
"""Characters on either side that tell one place from others that say the same."""
_LEAST: Final = 4
"""Characters around that must agree where a text stands several times, or is short."""
_LONG: Final = 5
"""Characters of a text that is told by itself where it stands once."""


class PagePlaces:
    """Finds stretches of ``text`` in ``pages``, the characters of pages that are not blank; each place is found once."""

    def __init__(self, text: str, pages: str) -> None:
        self._text, self._pages = text, pages
        self._taken: set[int] = set()
        self._last = 0

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where ``text[start:end]`` begins and ends on the pages, None where that is not certain."""
        wanted = _squeezed(self._text[start:end])
        if not wanted:
            return None
        before = _squeezed(self._text[max(0, start - 2 * _AROUND) : start])[-_AROUND:]
        after = _squeezed(self._text[end : end + 2 * _AROUND])[:_AROUND]
        found = [place for place in self._all(wanted) if place not in self._taken]
        likeness = {place: self._around(place, len(wanted), before, after) for place in found}
        best = max(found, key=lambda place: (likeness[place], place >= self._last, -place), default=None)
        if best is None:
            return None
        alone = len(found) == 1 and len(wanted) >= _LONG
        if likeness[best] < min(_LEAST, len(before) + len(after)) and not alone:
            return None
        self._taken.add(best)
        self._last = best
        return best, best + len(wanted)

    def _all(self, wanted: str) -> list[int]:
        places, place = [], self._pages.find(wanted)
        while place >= 0:
            places.append(place)
            place = self._pages.find(wanted, place + 1)
        return places

    def _around(self, place: int, length: int, before: str, after: str) -> int:
        """How many characters on both sides of a place are those that are looked for, without a gap."""
        stands_before = self._pages[max(0, place - _AROUND) : place]
        stands_after = self._pages[place + length : place + length + _AROUND]
        return _common(before[::-1], stands_before[::-1]) + _common(after, stands_after)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _squeezed(text: str) -> str:
    return "".join(character for character in text if not character.isspace())
