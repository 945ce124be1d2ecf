"""Where Chroma keeps the vectors: a folder that one process owns, or a server.

Both give a collection, empty it when it cannot be read, and exchange it for a new one that is filled first.
"""

import fcntl
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TextIO, cast
from urllib.parse import urlsplit

from corpus.errors import IndexBusy, UnusableInput, UnusableSetting

if TYPE_CHECKING:
    import httpx
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection
    from chromadb.config import Settings

COLLECTION = "hedui"
"""The collection's name where the place does not give one."""
FINGERPRINT = "fingerprint"
"""The key of a collection's metadata under which the embedder's fingerprint stands."""

_HNSW: "CreateHNSWConfiguration" = {
    "space": "cosine",
    "max_neighbors": 32,
    "ef_construction": 200,
    "ef_search": 200,
}
"""Recall 0.997 of the exact neighbours at 50,000 vectors; Chroma's own defaults reach 0.96."""

Fill = Callable[["Collection", int], None]
"""Fills a new collection; told how many items Chroma takes at once."""


class Folder:
    """A folder of this machine's, owned by one process at a time.

    Of a folder that nobody may write, a copy is taken. Two processes that write one folder lose vectors without an error, so a lock says whose it is; the
    system lets go of it when its owner ends, however it ends.
    """

    def __init__(self, path: Path) -> None:
        """Take the folder; IndexBusy, with the owner's process id, when another process has it, UnusableInput where it is none."""
        self._copy: TemporaryDirectory[str] | None = None
        if path.is_dir() and not os.access(path, os.W_OK):  # Chroma writes where it only reads
            self._copy = TemporaryDirectory(prefix="hedui-vectors-")
            path = _copied(path, Path(self._copy.name))
        self._path = path
        self._data = path / "chroma"
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = _own(path)
        except OSError as error:
            raise UnusableInput(
                f"向量库的目录不能用（{error.strerror}），请检查它，或用 HEDUI_HOME 指定别的目录",
                f"cannot be the folder of the vectors ({error.strerror}): look at it, or name another home",
                where=path,
            ) from error
        self._client: Client | None = None

    def __str__(self) -> str:
        return str(self._path)

    def collection(self, fingerprint: str) -> "Collection":
        """Return the collection, made with ``fingerprint`` if there is none."""
        return _collection(self.client(), COLLECTION, fingerprint)

    def client(self) -> "Client":
        """Return Chroma's client."""
        if self._client is None:
            if _is_damaged(self._data / "chroma.sqlite3"):
                self.discard()
            self._client = _embedded(self._data)
        return self._client

    def at_once(self) -> int:
        """Return how many items Chroma takes in one call."""
        return self.client().get_max_batch_size()

    def discard(self) -> None:
        """Throw all vectors away, readable or not."""
        self._let_go()
        shutil.rmtree(self._data, ignore_errors=True)

    def exchange(self, fingerprint: str, fill: Fill) -> None:
        """Put a filled collection in the old one's place; the old one stays when filling it fails.

        The whole folder is exchanged: Chroma never frees the files of a collection that it drops, and an
        unreadable one may not be droppable.
        """
        draft, old = self._path / "chroma-new", self._path / "chroma-old"
        shutil.rmtree(draft, ignore_errors=True)
        client = _embedded(draft)
        try:
            fill(_collection(client, COLLECTION, fingerprint), client.get_max_batch_size())
        finally:
            client.close()
        self._let_go()
        shutil.rmtree(old, ignore_errors=True)
        if self._data.exists():
            self._data.rename(old)
        draft.rename(self._data)
        shutil.rmtree(old, ignore_errors=True)

    def close(self) -> None:
        """Let go of the folder."""
        self._let_go()
        self._lock.close()
        if self._copy is not None:
            self._copy.cleanup()

    def _let_go(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


class ChromaServer:
    """A Chroma server; the URL's path, if it has one, names the collection."""

    def __init__(self, url: str) -> None:
        """Take ``url`` apart; UnusableSetting when it is no http or https URL."""
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError as error:
            raise UnusableSetting(f"向量库地址 {url} 的端口无效；应形如 http://localhost:8000") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UnusableSetting(f"向量库地址 {url} 无效；应形如 http://localhost:8000")
        self._url = url
        self._host = parts.hostname
        self._secure = parts.scheme == "https"
        self._port = port or (443 if self._secure else 8000)
        self._name = parts.path.strip("/") or COLLECTION
        self._client: Client | None = None

    def __str__(self) -> str:
        return self._url

    def collection(self, fingerprint: str) -> "Collection":
        """Return the collection, made with ``fingerprint`` if there is none."""
        return _collection(self.client(), self._name, fingerprint)

    def client(self) -> "Client":
        """Return Chroma's client; UnusableSetting when the server does not answer."""
        if self._client is None:
            import chromadb

            try:
                client = chromadb.HttpClient(self._host, self._port, self._secure, settings=_settings())
            except ValueError as error:
                raise UnusableSetting(f"连不上向量库服务器 {self._url}；请检查地址和服务器") from error
            self._client = cast("Client", client)
        return self._client

    def at_once(self) -> int:
        """Return how many items Chroma takes in one call."""
        return self.client().get_max_batch_size()

    def discard(self) -> None:
        """Throw all vectors away, readable or not."""
        self.client().delete_collection(self._name)

    def exchange(self, fingerprint: str, fill: Fill) -> None:
        """Put a filled collection in the old one's place; the old one stays when filling it fails."""
        client, draft = self.client(), f"{self._name}-new"
        _drop(client, draft)
        collection = _collection(client, draft, fingerprint)
        fill(collection, client.get_max_batch_size())
        _drop(client, self._name)
        collection.modify(name=self._name)

    def close(self) -> None:
        """Let go of the connection."""
        if self._client is not None:
            sessions = _sessions(self._client)
            self._client.close()
            for session in sessions:  # which Chroma forgets
                session.close()
            self._client = None


def _is_damaged(file: Path) -> bool:
    """Say whether a database's pages are not as they must be: Chroma may end the whole process at one of those."""
    if not file.exists():
        return False
    try:
        with closing(sqlite3.connect(file)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return True


@contextmanager
def panics_told() -> Iterator[None]:
    """Let a panic of Chroma's, which is no ``Exception`` in Python and ends the program, be one of Chroma's errors."""
    from chromadb.errors import InternalError

    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise InternalError(str(error)) from error


def _embedded(path: Path) -> "Client":
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient

    try:
        with panics_told():
            return cast("Client", chromadb.PersistentClient(path, _settings()))
    except Exception:
        # Chroma keeps a client that failed to start and would hand it out again for this path.
        SharedSystemClient._identifier_to_system.pop(str(path), None)
        raise


def _settings() -> "Settings":
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def _collection(client: "Client", name: str, fingerprint: str) -> "Collection":
    """Return a collection as it is, or a new one with ``fingerprint``."""
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(name, embedding_function=None)
    except NotFoundError:
        return client.get_or_create_collection(  # another process may make it meanwhile
            name,
            configuration={"hnsw": _HNSW},
            metadata={FINGERPRINT: fingerprint},
            embedding_function=None,  # the default one downloads a model
        )


def _sessions(client: Any) -> "list[httpx.Client]":
    """Return the connection pools of a client of a server; they are in no public place."""
    return [client._server._session, client._admin_client._server._session]


def _drop(client: "Client", name: str) -> None:
    from chromadb.errors import NotFoundError

    try:
        client.delete_collection(name)
    except NotFoundError:
        return


def _copied(path: Path, to: Path) -> Path:
    """Return a copy of a folder in ``to``, which may be written whatever the folder's own modes say."""
    for file in path.rglob("*"):
        if file.is_file():
            copy = to / file.relative_to(path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    return to


def _own(path: Path) -> TextIO:
    """Lock ``path`` for this process and say so in the lock file; IndexBusy names the process that has it."""
    file = (path / "owner").open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.seek(0)
        pid, _, command = file.read().strip().partition(" ")
        file.close()
        raise IndexBusy(f"向量库 {path} 正由进程 {pid}（{command}）使用；请等它结束或先停止它") from error
    file.truncate(0)
    file.write(f"{os.getpid()} {_command()}\n")
    file.flush()
    return file


def _command() -> str:
    """Return what this process runs, without its arguments: they may hold a question."""
    subcommand = next((part for part in sys.argv[1:] if part.isascii() and part.isalpha()), "")
    return f"{Path(sys.argv[0]).name} {subcommand}".strip()
