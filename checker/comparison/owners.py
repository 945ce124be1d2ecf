"""Whose many statements are, beside one organisation: names in, which of them are surely its own or surely another's out.

A name of another region is another's unless one of the two begins or ends with the other; what is left is compared
name by name, each once for an organisation, and only where it is asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from checker.comparison.likeness import compare_owners, owner_region
from checker.comparison.postings import StatementPlaces
from corpus.organisations.sameness import Sameness

_NOT_COMPARED = -1
_RELATIONS = tuple(Sameness)
_SAME, _DIFFERENT = _RELATIONS.index(Sameness.SAME), _RELATIONS.index(Sameness.DIFFERENT)


class Owners:
    """The organisations of some statements."""

    def __init__(self, owners: Iterable[str]) -> None:
        """Take the name of each statement's organisation, in the statements' order."""
        names: dict[str, int] = {}
        self._owner = np.array([names.setdefault(name, len(names)) for name in owners], np.int32)
        self._names = names
        self._by_region: defaultdict[str, list[int]] = defaultdict(list)
        self._by_edge: defaultdict[str, list[int]] = defaultdict(list)
        for name, place in names.items():
            self._by_region[owner_region(name)].append(place)
            for edge in _edges(name):
                self._by_edge[edge].append(place)
        self._related: dict[str, NDArray[np.int8]] = {}

    def own(self, org: str, found: StatementPlaces) -> NDArray[np.bool_]:
        """Return which of the statements at ``found`` are surely those of ``org``."""
        own: NDArray[np.bool_] = self._relations(org, found) == _SAME
        return own

    def others(self, org: str, found: StatementPlaces) -> NDArray[np.bool_]:
        """Return which of the statements at ``found`` are surely of others than ``org``."""
        others: NDArray[np.bool_] = self._relations(org, found) == _DIFFERENT
        return others

    def _relations(self, org: str, found: StatementPlaces) -> NDArray[np.int8]:
        known = self._related.get(org)
        if known is None:
            known = self._related[org] = self._sieved(org)
        owners = self._owner[found]
        names: Sequence[str] = ()
        for place in set(owners[known[owners] == _NOT_COMPARED].tolist()):
            names = names or tuple(self._names)
            known[place] = _RELATIONS.index(compare_owners(org, names[place]))
        relations: NDArray[np.int8] = known[owners]
        return relations

    def _sieved(self, org: str) -> NDArray[np.int8]:
        """Return the relations of all names to ``org`` as far as their regions decide."""
        region = owner_region(org)
        if not region:
            return np.full(len(self._names), _NOT_COMPARED, np.int8)
        known = np.full(len(self._names), _DIFFERENT, np.int8)
        able = chain(self._by_region[region], self._by_region[""], self._by_edge.get(org, ()))
        known[[*able, *(self._names[edge] for edge in _edges(org) if edge in self._names)]] = _NOT_COMPARED
        return known


def _edges(name: str) -> set[str]:
    """Return all that a name begins and ends with."""
    return {part for cut in range(1, len(name) + 1) for part in (name[:cut], name[-cut:])}
