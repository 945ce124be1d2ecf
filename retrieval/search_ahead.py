"""Searches begun before they are asked for: queries in, hits out when their turn comes.

Where many wait for their answers, the next questions are searched for while one is answered: a search mostly waits
for the database, the model and the vector store, which hold nobody up.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Final

from retrieval.hit import Hit

KEPT: Final = 64
"""Searches that wait to be asked for; beyond, the oldest are dropped."""

_Asked = tuple[str, int]
_Begun = tuple[int, "Future[list[Hit]]"]


class SearchAhead:
    """Searches in a thread of its own; safe to use from several."""

    def __init__(
        self,
        search: Callable[[str, int], list[Hit]],
        embed: Callable[[Sequence[str]], object],
        generation: Callable[[], int],
    ) -> None:
        """Search by ``search`` (a query and how many hits) after ``embed`` has seen all queries together.

        ``generation`` counts the changes of the index: what was found before a change is not given out after it.
        """
        self._search = search
        self._embed = embed
        self._generation = generation
        self._begun: OrderedDict[_Asked, _Begun] = OrderedDict()
        self._lock = Lock()
        self._thread: ThreadPoolExecutor | None = None

    def begin(self, queries: Sequence[str], k: int) -> None:
        """Begin to search for queries, in this order, and return at once."""
        generation = self._generation()
        with self._lock:
            new = [query for query in dict.fromkeys(queries) if (query, k) not in self._begun]
            if not new:
                return
            self._thread = self._thread or ThreadPoolExecutor(1, "ahead")
            self._thread.submit(self._embed, new)
            for query in new:
                self._begun[query, k] = generation, self._thread.submit(self._search, query, k)
            while len(self._begun) > KEPT:
                _, (_, dropped) = self._begun.popitem(last=False)
                dropped.cancel()

    def take(self, query: str, k: int) -> list[Hit] | None:
        """Return what a search found that was begun, once; None where none was, or the index has changed since."""
        with self._lock:
            begun = self._begun.pop((query, k), None)
        if begun is None or begun[0] != self._generation():
            return None
        return begun[1].result()

    def close(self) -> None:
        """Drop what was not begun to search for, and wait for the rest."""
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)
