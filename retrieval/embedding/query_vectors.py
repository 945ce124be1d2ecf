"""The vectors of queries: texts in, vectors out, those used last kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

REMEMBERED = 1000
"""Queries whose vectors are kept: 1.5 MB."""

CLAUSES_REMEMBERED = 10_000
"""The same of the clauses that answers are chosen from, which are the same for each question about a report: 15 MB."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


class QueryVectors:
    """Embeds each query once, as long as it is remembered; safe to use from several threads."""

    def __init__(self, embed: Embed, remembered: int = REMEMBERED) -> None:
        """Embed by ``embed``, which returns a row for each text."""
        self._embed = embed
        self._remembered = remembered
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()

    def of(self, queries: Sequence[str]) -> list[NDArray[np.float32]]:
        """Return a vector for each query; those that are new are embedded together."""
        with self._lock:
            new = [query for query in dict.fromkeys(queries) if query not in self._known]
            if new:
                self._known.update(zip(new, self._embed(new), strict=True))
            for query in queries:
                self._known.move_to_end(query)
            found = [self._known[query] for query in queries]
            while len(self._known) > self._remembered:
                self._known.popitem(last=False)
        return found
