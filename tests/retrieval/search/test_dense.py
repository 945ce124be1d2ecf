from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import IndexBusy, UnusableInput
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog, Change
from retrieval.search.dense import DenseSearch
from tests.retrieval.fictional import SCHOOL, LetterEmbedder, ListStore, report

EMBEDDER = LetterEmbedder()


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.db") as opened:
        write(opened)
        yield opened


def write(catalog: Catalog, *names: str) -> list[Change]:
    changes = []
    for written in [report(SCHOOL, name) for name in names] or [report()]:
        passages = split_passages(written, size=80)
        vectors = EMBEDDER.embed_passages([passage.text for passage in passages])
        changes.append(catalog.write(written, passages, vectors, []))
    return changes


def query_of(catalog: Catalog, passage: str) -> NDArray[np.float32]:
    return EMBEDDER.embed_query(catalog.passages([passage])[passage].passage.text)


def opened(catalog: Catalog, store: ListStore) -> DenseSearch:
    return DenseSearch(catalog, lambda: store)


def test_dense_search_fills_an_empty_store(catalog: Catalog) -> None:
    store = ListStore({})
    opened(catalog, store).mend()
    assert sorted(store.disk) == sorted(catalog.passage_ids())


def test_dense_search_finds_the_passage_itself_nearest(catalog: Catalog) -> None:
    last = catalog.passage_ids()[-1]
    (nearest, cosine), *_ = opened(catalog, ListStore({})).nearest(query_of(catalog, last), 3)
    assert nearest == last
    assert cosine == pytest.approx(1, abs=0.01)


def test_dense_search_among_reports_finds_theirs_only(catalog: Catalog) -> None:
    (change,) = write(catalog, "school")
    dense = opened(catalog, ListStore({}))
    found = dense.nearest(query_of(catalog, change.added[0]), 10, ["school"])
    assert found[0][0] == change.added[0]
    assert {key for key, _ in found} == set(change.added)
    assert dense.nearest(query_of(catalog, change.added[0]), 10, ["nowhere"]) == []


def test_dense_search_mends_what_a_killed_process_left(catalog: Catalog) -> None:
    disk: dict[str, NDArray[np.float32]] = {}
    opened(catalog, ListStore(disk)).mend()
    (change,) = write(catalog, "school")  # and killed before the store followed
    catalog.remove("water")
    store = ListStore(disk)
    opened(catalog, store).mend()
    assert sorted(store.disk) == sorted(change.added)
    assert store.rebuilt == 0


def test_dense_search_mends_what_another_process_wrote_meanwhile(catalog: Catalog) -> None:
    store = ListStore({})
    dense = opened(catalog, store)
    dense.mend()
    (change,) = write(catalog, "school")
    assert dense.nearest(query_of(catalog, change.added[0]), 1)[0][0] == change.added[0]


def test_dense_search_rebuilds_a_store_that_cannot_be_read(catalog: Catalog) -> None:
    store = ListStore({"999": np.ones(64, np.float32)})
    store.whole = False
    opened(catalog, store).mend()
    assert store.rebuilt == 1
    assert sorted(store.disk) == sorted(catalog.passage_ids())


def test_dense_search_notices_vectors_that_were_swapped(catalog: Catalog) -> None:
    disk: dict[str, NDArray[np.float32]] = {}
    opened(catalog, ListStore(disk)).mend()
    newest = catalog.newest_passage()
    disk["4711"] = disk.pop(newest)  # the count stays right
    store = ListStore(disk)
    opened(catalog, store).mend()
    assert sorted(store.disk) == sorted(catalog.passage_ids())


def test_dense_search_trusts_a_store_in_step(catalog: Catalog) -> None:
    disk: dict[str, NDArray[np.float32]] = {}
    opened(catalog, ListStore(disk)).mend()

    class Unlistable(ListStore):
        def ids(self) -> list[str]:
            raise AssertionError("a store in step needs no comparison")

    opened(catalog, Unlistable(disk)).mend()


def test_dense_search_follows_its_own_changes_without_comparing(catalog: Catalog) -> None:
    class Counting(ListStore):
        listed = 0

        def ids(self) -> list[str]:
            self.listed += 1
            return super().ids()

    store = Counting({})
    dense = opened(catalog, store)
    dense.mend()
    listed = store.listed
    before = catalog.generation()
    changes = [*write(catalog, "school", "college"), catalog.remove("water")]
    dense.follow(before, changes)
    dense.mend()
    assert store.listed == listed
    assert sorted(store.disk) == sorted(catalog.passage_ids())


def test_dense_search_does_not_follow_past_another_process(catalog: Catalog) -> None:
    store = ListStore({})
    dense = opened(catalog, store)
    dense.mend()
    before = catalog.generation()
    write(catalog, "college")  # another process's
    dense.follow(before, write(catalog, "school"))
    dense.mend()
    assert sorted(store.disk) == sorted(catalog.passage_ids())


def test_dense_search_scans_the_catalog_while_the_store_is_taken(catalog: Catalog) -> None:
    def taken() -> ListStore:
        raise IndexBusy("owned by process 1")

    dense = DenseSearch(catalog, taken)
    last = catalog.passage_ids()[-1]
    assert dense.nearest(query_of(catalog, last), 1)[0][0] == last
    (change,) = write(catalog, "school")
    assert dense.nearest(query_of(catalog, change.added[0]), 1)[0][0] == change.added[0]


class Failing(ListStore):
    """A store whose disk is gone after it was opened; another opening finds it."""

    gone = False

    def query(self, vector: NDArray[np.float32], k: int) -> list[tuple[str, float]]:
        self._fail()
        return super().query(vector, k)

    def upsert(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        self._fail()
        super().upsert(ids, vectors)

    def _fail(self) -> None:
        if self.gone:
            raise UnusableInput("the disk is gone")


def test_dense_search_answers_from_the_catalog_when_the_store_fails(catalog: Catalog) -> None:
    disk: dict[str, NDArray[np.float32]] = {}
    stores: list[Failing] = []

    def open_store() -> ListStore:
        stores.append(Failing(disk))
        return stores[-1]

    dense = DenseSearch(catalog, open_store)
    last = catalog.passage_ids()[-1]
    dense.mend()
    stores[0].gone = True
    assert dense.nearest(query_of(catalog, last), 1)[0][0] == last
    assert stores[0].closed
    assert dense.nearest(query_of(catalog, last), 1)[0][0] == last
    assert len(stores) == 2


def test_dense_search_loses_nothing_when_the_store_fails_to_follow(catalog: Catalog) -> None:
    store = Failing({})
    dense = opened(catalog, store)
    dense.mend()
    store.gone = True
    before = catalog.generation()
    (change,) = write(catalog, "school")
    dense.follow(before, [change])
    store.gone = False
    assert dense.mend() is not None
    assert set(change.added) <= set(store.disk)


def test_dense_search_of_an_empty_catalog_finds_nothing(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "empty.db") as empty:
        assert opened(empty, ListStore({})).nearest(EMBEDDER.embed_query("管网"), 5) == []


FAULTS = [
    ("missing", lambda disk: disk.clear(), "缺少"),
    ("extra", lambda disk: disk.update({"4711": np.ones(64, np.float32)}), "多出"),
]


@pytest.mark.parametrize(("harm", "named"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_dense_search_tells_its_faults_and_rebuilds(
    catalog: Catalog, harm: Callable[[dict[str, NDArray[np.float32]]], None], named: str
) -> None:
    store = ListStore({})
    dense = opened(catalog, store)
    dense.mend()
    assert dense.faults() == []
    harm(store.disk)
    assert any(named in fault for fault in dense.faults())
    dense.rebuild()
    assert dense.faults() == []


def test_dense_search_tells_a_store_that_cannot_be_read(catalog: Catalog) -> None:
    store = ListStore({})
    store.whole = False
    assert len(opened(catalog, store).faults()) == 1


def test_dense_search_lets_go_of_its_store(catalog: Catalog) -> None:
    store = ListStore({})
    dense = opened(catalog, store)
    dense.mend()
    dense.close()
    assert store.closed


class HastyCatalog(Catalog):
    """A catalog whose newest report another process takes out as soon as one has looked which it is."""

    hasty = False

    def newest_passage(self) -> str:
        newest = super().newest_passage()
        if self.hasty:
            self.hasty = False
            self.remove("school")
        return newest


def test_dense_search_opens_while_another_process_takes_the_newest_passage_out(tmp_path: Path) -> None:
    disk: dict[str, NDArray[np.float32]] = {}
    with HastyCatalog.open(tmp_path / "catalog.db") as opening:
        assert isinstance(opening, HastyCatalog)
        write(opening)
        write(opening, "school")
        opened(opening, ListStore(disk)).mend()
        opening.hasty = True
        dense = opened(opening, ListStore(disk))
        dense.mend()
        dense.mend()
        assert sorted(disk) == sorted(opening.passage_ids())
        assert dense.faults() == []
