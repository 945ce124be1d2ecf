"""The contradictions between the reports of an index, found once for as long as the reports stay as they are."""

from threading import Lock
from typing import TYPE_CHECKING

from checker.conflicts import find_conflicts
from corpus.figure import Statement

if TYPE_CHECKING:
    from retrieval.index import Index


class Conflicts:
    """The contradictions of one index."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._lock = Lock()
        self._generation = -1
        self._pairs: list[tuple[Statement, Statement]] = []

    def pairs(self) -> list[tuple[Statement, Statement]]:
        """Return the pairs of statements that contradict each other."""
        with self._lock:
            generation = self._index.catalog.generation()
            if generation != self._generation:
                self._pairs = find_conflicts(self._index.statements())
                self._generation = generation
            return self._pairs
