"""Dense search: the vector store kept in step with the catalog; a vector in, the nearest passages out.

The catalog counts its changes; the store's last known count stands in the catalog too. Where the two differ
(a process was killed, another one added reports) the store's passages are compared with the catalog's and
mended; a store that cannot be read is made anew from the catalog's vectors. While another process owns the
store's folder, the catalog's vectors are searched one by one, which is exact and, below some 100,000
passages, quick.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import RLock
from typing import Protocol

import numpy as np

from corpus.errors import IndexBusy, UnusableInput
from retrieval.catalog.catalog import Catalog, Change
from retrieval.catalog.reports import PassageVectors

_log = logging.getLogger(__name__)

SYNCED = "vectors_generation"
"""The fact that holds the catalog's generation that the vector store has reached."""


class Store(Protocol):
    """What dense search asks of a vector store; ids are passages', vectors one a row."""

    def upsert(self, ids: Sequence[str], vectors: PassageVectors) -> None:
        """Put vectors in, in place of older ones of the same ids."""

    def delete(self, ids: Sequence[str]) -> None:
        """Take vectors out."""

    def query(self, vector: PassageVectors, k: int) -> list[tuple[str, float]]:
        """Return up to ``k`` (id, cosine), nearest first."""

    def ids(self) -> Iterable[str]:
        """Return all ids."""

    def count(self) -> int:
        """Return how many vectors there are."""

    def sound(self) -> bool:
        """Return whether every vector can be fetched."""

    def rebuild(self, batches: Iterable[tuple[Sequence[str], PassageVectors]]) -> None:
        """Make everything anew from (ids, vectors)."""

    def close(self) -> None:
        """Let another process own the store."""


class DenseSearch:
    """The nearest passages to a vector, by the vector store or, where that is taken, by the catalog."""

    def __init__(self, catalog: Catalog, open_store: Callable[[], Store]) -> None:
        """Open nothing yet: ``open_store`` is called when the store is first needed."""
        self._catalog = catalog
        self._open_store = open_store
        self._store: Store | None = None
        self._mended_to = -1
        self._scanned: tuple[int, list[str], PassageVectors] | None = None
        self._lock = RLock()

    def nearest(self, vector: PassageVectors, k: int, reports: Sequence[str] = ()) -> list[tuple[str, float]]:
        """Return up to ``k`` (passage id, cosine), nearest first; ``reports`` limits the search to some."""
        if reports:
            # A filter costs the store more than comparing the few passages one by one.
            return _nearest(_joined(self._catalog.vectors.batches(reports=reports)), vector, k)
        with self._lock:
            store = self.mend()
            if store is not None:
                try:
                    return store.query(vector, k)
                except UnusableInput as error:
                    self._drop(error)
            return _nearest(self._all(), vector, k)

    def mend(self) -> Store | None:
        """Bring the store in step with the catalog and return it.

        None while another process owns it, or when it fails: then the next call opens it anew.
        """
        with self._lock:
            try:
                return self._mended()
            except IndexBusy:
                return None
            except UnusableInput as error:
                self._drop(error)
                return None

    def follow(self, before: int, changes: Sequence[Change]) -> None:
        """Take over what this process has just written to a catalog that stood at generation ``before``.

        Does nothing where the store is not open or was behind: ``mend`` will see to it.
        """
        with self._lock:
            store, generation = self._store, self._catalog.generation()
            if store is None or self._mended_to != before or generation != before + len(changes):
                return
            try:
                self._take_over(store, changes)
            except UnusableInput as error:
                self._drop(error)
            else:
                self._reached(generation)

    def faults(self) -> list[str]:
        """Return a sentence for each difference from the catalog; raises ``IndexBusy``."""
        with self._lock:
            store = self._store = self._store or self._open_store()
            if not store.sound():
                return ["向量库无法读取 / the vector store cannot be read"]
            stored, wanted = set(store.ids()), set(self._catalog.passage_ids())
            found = []
            if missing := len(wanted - stored):
                found.append(f"向量库缺少 {missing} 个段落 / {missing} passages lack their vector")
            if extra := len(stored - wanted):
                found.append(f"向量库多出 {extra} 个段落 / {extra} vectors have no passage")
            return found

    def rebuild(self) -> None:
        """Make the store anew from the catalog's vectors; raises ``IndexBusy``."""
        with self._lock:
            self._store = self._store or self._open_store()
            generation = self._catalog.generation()
            self._store.rebuild(self._catalog.vectors.batches())
            self._reached(generation)

    def close(self) -> None:
        """Let go of the store, so that another process can own it."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
                self._mended_to = -1

    def _mended(self) -> Store:
        generation = self._catalog.generation()
        if self._store is not None and self._mended_to == generation:
            return self._store
        opened = self._store is None
        store = self._store = self._store or self._open_store()
        behind = self._catalog.fact(SYNCED) != str(generation)
        doubtful = opened and (behind or not self._probably_whole(store))
        if doubtful and not store.sound():
            store.rebuild(self._catalog.vectors.batches())
        elif doubtful or behind:
            self._sync(store)
        self._reached(generation)
        return store

    def _probably_whole(self, store: Store) -> bool:
        """Cheaply: as many vectors as passages, and the newest passage is among its own nearest."""
        expected = self._catalog.count()[1]
        if store.count() != expected:
            return False
        if not expected:
            return True
        newest = self._catalog.newest_passage()
        found = list(
            self._catalog.vectors.batches(ids=[newest])
        )  # none: another process took it out meanwhile
        return any(dict(store.query(rows[0], 10)).get(newest, 0.0) > 0.99 for _, rows in found)

    def _take_over(self, store: Store, changes: Sequence[Change]) -> None:
        if removed := [passage for change in changes for passage in change.removed]:
            store.delete(removed)
        added = [passage for change in changes for passage in change.added]
        for ids, vectors in self._catalog.vectors.batches(ids=added):
            store.upsert(ids, vectors)

    def _drop(self, error: UnusableInput) -> None:
        """Let go of a store that failed; the catalog answers until it is opened anew, which mends it."""
        _log.warning("vector store dropped: %s", error)
        self.close()

    def _sync(self, store: Store) -> None:
        stored, wanted = set(store.ids()), self._catalog.passage_ids()
        missing = [passage for passage in wanted if passage not in stored]
        if extra := sorted(stored.difference(wanted)):
            store.delete(extra)
        for ids, vectors in self._catalog.vectors.batches(ids=missing):
            store.upsert(ids, vectors)

    def _reached(self, generation: int) -> None:
        if self._catalog.fact(SYNCED) != str(generation):
            self._catalog.write_fact(SYNCED, str(generation))
        self._mended_to = generation

    def _all(self) -> tuple[list[str], PassageVectors]:
        generation = self._catalog.generation()
        if self._scanned is None or self._scanned[0] != generation:
            self._scanned = (generation, *_joined(self._catalog.vectors.batches()))
        return self._scanned[1:]


def _joined(batches: Iterator[tuple[list[str], PassageVectors]]) -> tuple[list[str], PassageVectors]:
    ids: list[str] = []
    matrices: list[PassageVectors] = []
    for batch, vectors in batches:
        ids.extend(batch)
        matrices.append(vectors)
    return ids, np.concatenate(matrices) if matrices else np.empty((0, 0), np.float32)


def _nearest(
    passages: tuple[list[str], PassageVectors], vector: PassageVectors, k: int
) -> list[tuple[str, float]]:
    ids, matrix = passages
    if not ids:
        return []
    cosines = matrix @ vector
    return [(ids[place], float(cosines[place])) for place in np.argsort(-cosines, kind="stable")[:k]]
