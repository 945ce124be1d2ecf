import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import IndexBusy, IndexMismatch
from retrieval.vectors.store import VectorStore

MODEL = "letters 16"


def unit_vectors(count: int, seed: int = 1) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32)
    lengths: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths


def names(count: int) -> list[str]:
    return [f"passage-{i}" for i in range(count)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VectorStore]:
    store = VectorStore.open(tmp_path / "vectors", fingerprint=MODEL)
    yield store
    store.close()


def exercise(store: VectorStore) -> None:
    """Everything that a store does, in a folder or on a server."""
    vectors = unit_vectors(300)
    assert (store.count(), store.ids(), store.query(vectors[0], 3), store.sound()) == (0, [], [], True)
    store.upsert(names(300), vectors)
    assert store.count() == 300
    assert set(store.ids()) == set(names(300))
    exact = np.argsort(-(vectors @ vectors[7]))[:5]
    found = store.query(vectors[7], 5)
    assert [key for key, _ in found] == [f"passage-{i}" for i in exact]
    np.testing.assert_allclose([cosine for _, cosine in found], vectors[exact] @ vectors[7], atol=1e-5)
    store.upsert(["passage-0"], vectors[7:8])  # not ignored, although the id is there
    assert store.count() == 300
    assert {key for key, cosine in store.query(vectors[7], 2) if cosine > 0.9999} == {
        "passage-0",
        "passage-7",
    }
    store.delete(["passage-7", "nobody"])
    assert store.count() == 299
    assert store.query(vectors[7], 1)[0][0] == "passage-0"
    assert store.sound()
    store.rebuild([(["a", "b"], vectors[:2]), (["c"], vectors[2:3])])
    assert sorted(store.ids()) == ["a", "b", "c"]
    assert store.query(vectors[2], 1)[0][0] == "c"


def test_store_in_a_folder_keeps_and_finds_vectors(store: VectorStore) -> None:
    exercise(store)


@pytest.mark.server
def test_store_on_a_server_keeps_and_finds_vectors(server: str) -> None:
    store = VectorStore.open(server, fingerprint=MODEL)
    exercise(store)
    store.close()
    again = VectorStore.open(server, fingerprint=MODEL)
    assert again.count() == 3
    again.close()


@pytest.mark.server
def test_store_on_a_server_outlives_a_rebuild_by_another_process(server: str) -> None:
    url = f"{server}/shared"
    mine, theirs = (VectorStore.open(url, fingerprint=MODEL) for _ in range(2))
    theirs.rebuild([(["new"], unit_vectors(1))])
    assert mine.ids() == ["new"]
    with pytest.raises(IndexMismatch):
        VectorStore.open(url, fingerprint="other 16")
    mine.close()
    theirs.close()


@pytest.mark.server
def test_collections_of_one_server_are_apart(server: str) -> None:
    stores = [VectorStore.open(f"{server}/{name}", fingerprint=name) for name in ("first", "second")]
    stores[0].upsert(["one"], unit_vectors(1))
    assert [store.count() for store in stores] == [1, 0]
    for store in stores:
        store.close()


def test_store_takes_more_than_chroma_takes_at_once(store: VectorStore) -> None:
    vectors = unit_vectors(6000)
    store.upsert(names(6000), vectors)
    assert store.count() == 6000
    assert store.sound()
    store.delete(names(5999))
    assert store.ids() == ["passage-5999"]


@pytest.mark.parametrize("k", [0, 1, 3, 4, 1000], ids=lambda k: f"k{k}")
def test_query_returns_at_most_what_is_there(store: VectorStore, k: int) -> None:
    store.upsert(names(3), unit_vectors(3))
    assert len(store.query(unit_vectors(1)[0], k)) == min(k, 3)


def test_nothing_to_do_is_no_error(store: VectorStore) -> None:
    store.upsert(names(2), unit_vectors(2))
    store.upsert([], unit_vectors(0))
    store.delete([])
    assert store.count() == 2
    store.rebuild([])
    assert store.count() == 0


def test_store_is_there_again_after_closing(tmp_path: Path) -> None:
    store = VectorStore.open(tmp_path, fingerprint=MODEL)
    store.upsert(names(50), unit_vectors(50))
    store.close()
    again = VectorStore.open(tmp_path, fingerprint=MODEL)
    assert again.count() == 50
    assert again.query(unit_vectors(50)[9], 1)[0][0] == "passage-9"
    again.close()


def test_another_model_is_refused_and_its_vectors_stay(tmp_path: Path) -> None:
    store = VectorStore.open(tmp_path, fingerprint=MODEL)
    store.upsert(names(3), unit_vectors(3))
    store.close()
    with pytest.raises(IndexMismatch, match=r"letters 16.*other 16"):
        VectorStore.open(tmp_path, fingerprint="other 16")
    same = VectorStore.open(tmp_path, fingerprint=MODEL)
    assert same.count() == 3
    same.close()
    renewed = VectorStore.open(tmp_path, fingerprint="other 16", renew=True)
    assert renewed.count() == 0
    renewed.close()
    VectorStore.open(tmp_path, fingerprint="other 16").close()


def test_store_has_one_owner_at_a_time(tmp_path: Path, store: VectorStore) -> None:
    with pytest.raises(IndexBusy, match=str(os.getpid())):
        VectorStore.open(tmp_path / "vectors", fingerprint=MODEL)
    store.close()
    VectorStore.open(tmp_path / "vectors", fingerprint=MODEL).close()


def test_owner_that_is_another_process_is_named_and_lets_go_when_killed(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys, time
        from pathlib import Path
        from retrieval.vectors.store import VectorStore
        store = VectorStore.open(Path({str(tmp_path)!r}), fingerprint={MODEL!r})
        print("open", flush=True)
        time.sleep(60)
        """
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"open\n"
            with pytest.raises(IndexBusy, match=f"进程 {process.pid}"):
                VectorStore.open(tmp_path, fingerprint=MODEL)
        finally:
            process.kill()
    VectorStore.open(tmp_path, fingerprint=MODEL).close()


def files_of(folder: Path) -> list[Path]:
    return [path for path in (folder / "chroma").glob("*/*") if path.is_file()]


def lose_index(folder: Path) -> None:
    for path in files_of(folder):
        shutil.rmtree(path.parent, ignore_errors=True)


def empty_index(folder: Path) -> None:
    for path in files_of(folder):
        path.write_bytes(b"")


def garble_index(folder: Path) -> None:
    for path in files_of(folder):
        path.write_bytes(bytes(range(256)) * 4)


def garble_database(folder: Path) -> None:
    (folder / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 500)


def halve_database(folder: Path) -> None:
    path = folder / "chroma" / "chroma.sqlite3"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lose_owner(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "chroma" / "chroma.sqlite3")) as connection, connection:
        connection.execute("DELETE FROM databases")


def zero_middle(folder: Path) -> None:
    path = folder / "chroma" / "chroma.sqlite3"
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = bytes(len(data) // 2 - 4096)
    path.write_bytes(data)


HARMS = [
    lose_index, empty_index, garble_index, garble_database, halve_database, lose_owner, zero_middle,
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_unreadable_store_is_emptied_and_works_again(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    store = VectorStore.open(tmp_path, fingerprint=MODEL)
    store.upsert(names(2000), unit_vectors(2000))  # enough for Chroma to write its index files
    store.close()
    assert files_of(tmp_path)
    harm(tmp_path)
    again = VectorStore.open(tmp_path, fingerprint=MODEL)
    assert again.count() == 0
    again.upsert(names(5), unit_vectors(5))
    assert again.sound()
    again.close()


def test_store_that_loses_vectors_while_open_is_unsound(tmp_path: Path) -> None:
    store = VectorStore.open(tmp_path, fingerprint=MODEL)
    store.upsert(names(2000), unit_vectors(2000))
    store.close()
    store = VectorStore.open(tmp_path, fingerprint=MODEL)
    assert store.sound()
    store.close()
    lose_index(tmp_path)
    store._place.collection(MODEL)  # opened anew, without the look that VectorStore.open takes
    store._collection = store._place.collection(MODEL)
    assert not store.sound()
    store.rebuild([(names(4), unit_vectors(4))])
    assert store.sound()
    store.close()


def test_rebuild_that_breaks_off_keeps_what_stood(store: VectorStore) -> None:
    store.upsert(names(3), unit_vectors(3))

    def broken() -> Iterator[tuple[list[str], NDArray[np.float32]]]:
        yield ["x"], unit_vectors(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.rebuild(broken())
    assert sorted(store.ids()) == names(3)
    store.rebuild([(["y"], unit_vectors(1))])
    assert store.ids() == ["y"]


def test_rebuild_leaves_no_files_behind(tmp_path: Path, store: VectorStore) -> None:
    for _ in range(3):
        store.rebuild([(names(2000), unit_vectors(2000))])
    assert sorted(path.name for path in (tmp_path / "vectors").iterdir()) == ["chroma", "owner"]
    assert len([path for path in (tmp_path / "vectors" / "chroma").iterdir() if path.is_dir()]) == 1


def test_importing_the_module_does_not_import_chroma() -> None:
    code = "import sys, retrieval.vectors.store; sys.exit('chromadb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
