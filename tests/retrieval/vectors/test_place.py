import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from chromadb.errors import InternalError

from corpus.errors import IndexBusy, UnusableInput, UnusableSetting
from retrieval.vectors.place import COLLECTION, FINGERPRINT, ChromaServer, Folder, panics_told
from retrieval.vectors.store import VectorStore

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

MODEL = "letters 2"
VECTORS = np.eye(2, dtype=np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    made = Folder(tmp_path / "vectors")
    yield made
    made.close()


def put(collection: "Collection", *ids: str) -> None:
    collection.upsert(list(ids), embeddings=VECTORS[: len(ids)])


def ids_in(place: Folder | ChromaServer, fingerprint: str = MODEL) -> list[str]:
    return sorted(place.collection(fingerprint).get(include=[])["ids"])


def exercise(place: Folder | ChromaServer) -> None:
    """Everything that a place does, in a folder or on a server."""
    collection = place.collection(MODEL)
    assert collection.metadata == {FINGERPRINT: MODEL}
    assert place.at_once() > 1000
    put(collection, "a")
    assert ids_in(place, "another") == ["a"]  # a collection that is there stays as it is
    assert place.collection("another").metadata == {FINGERPRINT: MODEL}

    place.exchange("newer", lambda draft, at_once: put(draft, "b", "c"))
    assert ids_in(place) == ["b", "c"]
    assert place.collection(MODEL).metadata == {FINGERPRINT: "newer"}

    def break_off(draft: "Collection", at_once: int) -> None:
        put(draft, "d")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        place.exchange("newest", break_off)
    assert ids_in(place) == ["b", "c"]
    place.exchange("newest", lambda draft, at_once: None)
    assert ids_in(place) == []
    put(place.collection(MODEL), "e")
    place.discard()
    assert ids_in(place, "last") == []
    assert place.collection(MODEL).metadata == {FINGERPRINT: "last"}


def test_folder_keeps_exchanges_and_discards(folder: Folder) -> None:
    exercise(folder)


@pytest.mark.server
def test_server_keeps_exchanges_and_discards(server: str) -> None:
    place = ChromaServer(f"{server}/places")
    exercise(place)
    place.close()


@pytest.mark.server
def test_collection_of_a_server_has_the_name_that_the_url_gives(server: str) -> None:
    named, plain = ChromaServer(f"{server}/named-one/"), ChromaServer(server)
    assert named.collection(MODEL).name == "named-one"
    assert plain.collection(MODEL).name == COLLECTION
    plain.discard()  # other tests use it
    named.close()
    plain.close()


def test_collection_compares_by_cosine(folder: Folder) -> None:
    collection = folder.collection(MODEL)
    collection.upsert(["near", "far"], embeddings=np.array([[5, 0], [1, 1]], np.float32))
    found = collection.query(query_embeddings=VECTORS[:1], n_results=2, include=["distances"])
    assert found["ids"] == [["near", "far"]]
    assert found["distances"] is not None
    assert found["distances"][0] == pytest.approx([0, 1 - 0.5**0.5], abs=1e-5)


def test_folder_keeps_what_it_holds_after_closing(folder: Folder, tmp_path: Path) -> None:
    put(folder.collection(MODEL), "a")
    folder.close()
    again = Folder(tmp_path / "vectors")
    assert ids_in(again) == ["a"]
    again.close()


def test_folder_has_one_owner_at_a_time(folder: Folder, tmp_path: Path) -> None:
    with pytest.raises(IndexBusy, match=str(os.getpid())):
        Folder(tmp_path / "vectors")
    Folder(tmp_path / "another").close()
    folder.close()
    Folder(tmp_path / "vectors").close()


def test_folder_is_let_go_by_an_owner_that_is_killed_and_names_it_without_its_arguments(
    tmp_path: Path,
) -> None:
    script = textwrap.dedent(
        f"""
        import sys, time
        from pathlib import Path
        from retrieval.vectors.place import Folder
        sys.argv = ["/usr/bin/hedui", "ask", "整改了几个问题"]
        folder = Folder(Path({str(tmp_path)!r}))
        print("open", flush=True)
        time.sleep(60)
        """
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"open\n"
            with pytest.raises(IndexBusy, match=rf"进程 {process.pid}（hedui ask）"):
                Folder(tmp_path)
        finally:
            process.kill()
    Folder(tmp_path).close()


def test_exchange_clears_away_what_a_killed_one_left(folder: Folder, tmp_path: Path) -> None:
    put(folder.collection(MODEL), "a")
    for name in ("chroma-new", "chroma-old"):
        (tmp_path / "vectors" / name).mkdir()
        (tmp_path / "vectors" / name / "chroma.sqlite3").write_bytes(b"half")
    folder.exchange(MODEL, lambda draft, at_once: put(draft, "b"))
    assert ids_in(folder) == ["b"]
    assert sorted(path.name for path in (tmp_path / "vectors").iterdir()) == ["chroma", "owner"]


def test_discard_of_a_folder_without_vectors_is_no_error(folder: Folder) -> None:
    folder.discard()
    assert ids_in(folder) == []


URLS = [
    ("host alone", "http://vectors", ("vectors", 8000, False, COLLECTION)),
    ("port and name", "http://127.0.0.1:8001/mine", ("127.0.0.1", 8001, False, "mine")),
    ("secure", "https://vectors/", ("vectors", 443, True, COLLECTION)),
    ("secure with a port", "https://vectors:8443/a/", ("vectors", 8443, True, "a")),
]


@pytest.mark.parametrize(("url", "parts"), [row[1:] for row in URLS], ids=[row[0] for row in URLS])
def test_server_is_taken_from_its_url(url: str, parts: tuple[str, int, bool, str]) -> None:
    server = ChromaServer(url)
    assert (server._host, server._port, server._secure, server._name) == parts
    assert str(server) == url


@pytest.mark.parametrize(
    "url",
    ["http://", "ftp://vectors", "vectors:8000", "http://127.0.0.1:port", "http://127.0.0.1:99999"],
    ids=["no host", "another scheme", "no scheme", "no port number", "too great a port"],
)
def test_server_whose_url_is_none_is_refused(url: str) -> None:
    with pytest.raises(UnusableSetting, match=url):
        ChromaServer(url)


def test_server_that_does_not_answer_is_named() -> None:
    server = ChromaServer("http://127.0.0.1:1")
    with pytest.raises(UnusableSetting, match=r"http://127\.0\.0\.1:1"):
        server.client()
    server.close()


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:1", "http://127.0.0.1:port", "http://"],
    ids=["nobody answers", "no port number", "no host"],
)
def test_server_that_cannot_be_used_is_named(url: str) -> None:
    with pytest.raises(UnusableSetting, match=url):
        VectorStore.open(url, fingerprint=MODEL)


def test_folder_that_nobody_may_write_is_read_from_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "vectors").write_text("1", "utf-8")
    (tmp_path / "chroma" / "vectors").chmod(0o444)
    (tmp_path / "chroma").chmod(0o555)
    monkeypatch.setattr("os.access", lambda *_: False)  # the superuser, who may run this, may write anywhere
    place = Folder(tmp_path)
    copy = Path(str(place))
    assert copy != tmp_path
    assert (copy / "chroma" / "vectors").read_text("utf-8") == "1"
    assert all(path.stat().st_mode & 0o200 for path in (copy / "chroma", copy / "chroma" / "vectors"))
    place.close()
    assert not copy.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["chroma"]
    (tmp_path / "chroma").chmod(0o755)


class PanicException(BaseException):
    """What a panic in Rust is in Python: it has no place from which it could be imported."""


def test_panic_is_an_error_of_chromas() -> None:
    with pytest.raises(InternalError, match="malformed"), panics_told():
        raise PanicException("database disk image is malformed")
    with pytest.raises(KeyboardInterrupt), panics_told():
        raise KeyboardInterrupt


def test_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_text("", "utf-8")
    with pytest.raises(UnusableInput, match="vectors") as refused:
        Folder(tmp_path / "vectors")
    assert "\n" not in str(refused.value)
