"""The vector store: passage ids and vectors in, the nearest passages to a vector out. Chroma keeps them.

Nothing here is the truth: whatever is lost can be had again from the catalog, so a store that cannot be
read is emptied when it is opened.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch, UnusableInput
from retrieval.vectors.place import FINGERPRINT, ChromaServer, Folder, panics_told

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

_Vectors = NDArray[np.float32]
T = TypeVar("T")

_READ_AT_ONCE = 2000
_SAMPLE = 100
"""Vectors that are read, and neighbours that are sought, to see whether a store can be read at all."""


class VectorStore:
    """Vectors under the ids that the caller gives them, compared by cosine."""

    def __init__(self, place: Folder | ChromaServer, fingerprint: str) -> None:
        """Use a place that is already taken; ``VectorStore.open`` is the ordinary way."""
        self._place = place
        self._fingerprint = fingerprint
        self._collection: Collection = self._readable_collection()

    @classmethod
    def open(cls, place: Path | str, *, fingerprint: str, renew: bool = False) -> "VectorStore":
        """Open or make the store in a folder or on a Chroma server, given by its http or https URL.

        ``fingerprint`` is the embedder's; a store that another one filled raises IndexMismatch, or is
        emptied when ``renew`` is set. Raises IndexBusy when another process has the folder, and
        UnusableSetting when the server does not answer. A store that cannot be read is emptied.
        """
        at: Folder | ChromaServer
        at = ChromaServer(str(place)) if str(place).startswith(("http:", "https:")) else Folder(Path(place))
        try:
            store = cls(at, fingerprint)
            stored = (store._collection.metadata or {}).get(FINGERPRINT)
            if stored != fingerprint:
                if not renew:
                    raise IndexMismatch(
                        f"向量库 {at} 由另一向量模型建立（{stored}），当前为（{fingerprint}）；"
                        "请改回模型设置或重建索引"
                    )
                store.rebuild([])
        except BaseException:
            at.close()
            raise
        return store

    def upsert(self, ids: Sequence[str], vectors: _Vectors) -> None:
        """Put vectors in, one a row, in place of those that stand under the same ids."""
        self._run(lambda collection: _upsert(collection, self._place.at_once(), ids, vectors))

    def delete(self, ids: Sequence[str]) -> None:
        """Take vectors out; ids that are not there are passed over."""
        self._run(lambda collection: _delete(collection, self._place.at_once(), ids))

    def query(self, vector: _Vectors, k: int) -> list[tuple[str, float]]:
        """Return up to ``k`` (id, cosine), the nearest first."""
        return self._run(lambda collection: _nearest(collection, vector, k))

    def count(self) -> int:
        """Return how many vectors there should be; ``sound`` says whether they are all there."""
        return self._run(lambda collection: collection.count())

    def ids(self) -> list[str]:
        """Return every id."""
        return self._run(lambda collection: list(collection.get(include=[])["ids"]))

    def sound(self) -> bool:
        """Read every vector and say whether they are as many as are counted: about 30,000 a second."""
        from chromadb.errors import InternalError

        try:
            return self._run(_whole)
        except UnusableInput as error:
            if isinstance(error.__cause__, InternalError):
                return False
            raise

    def rebuild(self, batches: Iterable[tuple[Sequence[str], _Vectors]]) -> None:
        """Replace everything by ``batches`` of (ids, vectors); what stands stays when they break off."""

        def fill(collection: "Collection", at_once: int) -> None:
            for ids, vectors in batches:
                _upsert(collection, at_once, ids, vectors)

        with self._explained():
            self._place.exchange(self._fingerprint, fill)
            self._collection = self._place.collection(self._fingerprint)

    def close(self) -> None:
        """Let go of the folder or the server."""
        self._place.close()

    def _readable_collection(self) -> "Collection":
        """Return the collection, or an empty one in the place of one whose vectors cannot be read."""
        from chromadb.errors import InternalError, NotFoundError

        with self._explained():
            try:
                collection = self._place.collection(self._fingerprint)
                if any(
                    _reachable(collection) for _ in range(2)
                ):  # another process may take some out meanwhile
                    return collection
            except (InternalError, NotFoundError):  # what Chroma raises for files that are damaged or gone
                pass
            self._place.discard()
            return self._place.collection(self._fingerprint)

    def _run(self, use: "Callable[[Collection], T]") -> T:
        from chromadb.errors import NotFoundError

        with self._explained():
            try:
                return use(self._collection)
            except NotFoundError:  # another process that uses the server has rebuilt it
                self._collection = self._place.collection(self._fingerprint)
                return use(self._collection)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn Chroma's errors into one of ours."""
        import httpx
        from chromadb.errors import ChromaError

        try:
            with panics_told():
                yield
        except (ChromaError, httpx.HTTPError) as error:
            reason = str(error).partition("\n")[0]
            raise UnusableInput(
                f"向量库 {self._place} 无法读写：{reason}；请运行 hedui doctor --repair"
            ) from error


def _upsert(collection: "Collection", at_once: int, ids: Sequence[str], vectors: _Vectors) -> None:
    for start in range(0, len(ids), at_once):
        part = slice(start, start + at_once)
        collection.upsert(list(ids[part]), embeddings=np.asarray(vectors[part], np.float32))


def _delete(collection: "Collection", at_once: int, ids: Sequence[str]) -> None:
    for start in range(0, len(ids), at_once):
        collection.delete(ids=list(ids[start : start + at_once]))


def _nearest(collection: "Collection", vector: _Vectors, k: int) -> list[tuple[str, float]]:
    if k < 1:
        return []
    found = collection.query(
        query_embeddings=np.asarray(vector, np.float32)[None], n_results=k, include=["distances"]
    )
    distances = found["distances"] or [[]]
    return [(key, 1 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]


def _whole(collection: "Collection") -> bool:
    ids, read = collection.get(include=[])["ids"], 0
    for start in range(0, len(ids), _READ_AT_ONCE):
        read += _read(collection, ids[start : start + _READ_AT_ONCE])
    return read == collection.count() and _reachable(collection)


def _read(collection: "Collection", ids: list[str]) -> int:
    """Fetch vectors and return how many came."""
    embeddings = collection.get(ids=ids, include=["embeddings"])["embeddings"]
    return 0 if embeddings is None else len(embeddings)


def _reachable(collection: "Collection") -> bool:
    """Say whether some of the vectors can be read and found.

    Of an index whose files are lost Chroma still counts the entries, and finds only the latest.
    """
    wanted = min(_SAMPLE, collection.count())
    if not wanted:
        return True
    sample = collection.get(limit=wanted, include=["embeddings"])["embeddings"]
    if sample is None or len(sample) < wanted:
        return False
    return len(_nearest(collection, np.asarray(sample[0], np.float32), wanted)) == wanted
