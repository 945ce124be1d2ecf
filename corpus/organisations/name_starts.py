"""The known names by what a short name of theirs may begin with: names and places in, candidates out.

A name begins with its place, which a short name may leave out: 澄江工业大学 is found under 澄 and, once the
place 澄江 is known, under 工.
"""

from collections.abc import Iterator

from corpus.organisations.name_parts import NameParts

LONGEST_PLACE = 6


class NameStarts:
    """Names of organisations by their first character and by that of what follows their place."""

    def __init__(self) -> None:
        self._parts: dict[str, NameParts] = {}
        self._place_of: dict[str, str] = {}
        self._by_first: dict[str, set[str]] = {}
        self._places: dict[str, int] = {}

    def add_place(self, place: str) -> None:
        """Know a place, without its level; where several fit a name, the one known first counts."""
        if place in self._places:
            return
        self._places[place] = len(self._places)
        for name in list(self._by_first.get(place[0], ())):
            if name.startswith(place):
                self.add(name, self._parts[name])

    def places_before(self, name: str) -> list[str]:
        """The known places that ``name`` begins with, the one known first before the others."""
        starts = (name[:size] for size in range(2, min(LONGEST_PLACE, len(name)) + 1))
        return sorted(filter(self._places.__contains__, starts), key=self._places.__getitem__)

    def add(self, name: str, parts: NameParts) -> None:
        """Know a name of an organisation, anew where it is known."""
        self.remove(name)
        place = next(iter(self.places_before(name)), parts.region)
        self._parts[name], self._place_of[name] = parts, place
        for first in _firsts(name, parts, place):
            self._by_first.setdefault(first, set()).add(name)

    def remove(self, name: str) -> None:
        """Forget a name, if it is known."""
        if name in self._parts:
            for first in _firsts(name, self._parts.pop(name), self._place_of.pop(name)):
                self._by_first[first].discard(name)

    def starting(self, first: str) -> Iterator[tuple[str, str]]:
        """The names that a short name with this first character may stand for, each with its place."""
        return ((name, self._place_of[name]) for name in self._by_first.get(first, ()))

    def has(self, first: str) -> bool:
        """Whether a short name of any known name may start with this character."""
        return bool(self._by_first.get(first))


def _firsts(name: str, parts: NameParts, place: str) -> set[str]:
    unit = parts.unit if parts.region else parts.unit.removeprefix(place)
    return {name[0], unit[:1]}
