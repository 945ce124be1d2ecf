import platform
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import numpy as np
import psutil  # type: ignore[import-untyped]  # the package has no types
import pytest
from numpy.typing import NDArray

from bot.library.ingesting import Arrival, Ingested, find_places, foresee, ingest
from corpus.reading import formats
from corpus.reading.formats import FORMATS, Format
from corpus.reading.refusals import refuse
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.open_room import OpenRoom
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, LetterEmbedder, ListStore

P = ParamSpec("P")
T = TypeVar("T")
BATCH = 32
"""Reports that are stored together."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, one of them below, and a file that is no report."""
    place = tmp_path / "reports"
    (place / "below").mkdir(parents=True)
    (place / "water.txt").write_text(WATER, "utf-8")
    (place / "below" / "school.md").write_text(SCHOOL, "utf-8")
    (place / "table.bin").write_text("1,2", "utf-8")
    return place


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    store = ListStore({})
    with Index(Catalog.open(tmp_path / "catalog.db"), LetterEmbedder, lambda _: store) as opened:
        yield opened


def test_folder_stands_for_its_reports(folder: Path) -> None:
    places, failed = find_places([str(folder)], OpenRoom())
    assert sorted(Path(place).name for place in places) == ["school.md", "water.txt"]
    assert failed == []


def test_place_that_is_named_twice_is_one(folder: Path) -> None:
    places, _ = find_places([str(folder / "water.txt"), str(folder / "water.txt")], OpenRoom())
    assert places == [str(folder / "water.txt")]


def test_address_is_taken_as_it_is() -> None:
    assert find_places(["https://office.example/a"], OpenRoom()) == (["https://office.example/a"], [])


def test_what_stands_for_no_report_is_told_with_why(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    places, failed = find_places([str(empty), str(folder / "water.txt")], OpenRoom())
    assert places == [str(folder / "water.txt")]
    ((path, why),) = failed
    assert path == str(empty)
    assert path in why
    assert "\n" not in why


def test_ingest_counts_what_became_of_each(index: Index, folder: Path) -> None:
    first = ingest(index, [str(folder)], lambda *_: None, OpenRoom())
    assert (first.added, first.updated, first.unchanged, first.failed) == (2, 0, 0, ())
    assert first.passages == len(index.search("整改", k=100))
    assert first.figures == len(index.statements())
    assert first.seconds > 0
    (folder / "water.txt").write_text(WATER.replace("36个", "37个"), "utf-8")
    again = ingest(index, [str(folder)], lambda *_: None, OpenRoom())
    assert (again.added, again.updated, again.unchanged) == (0, 1, 1)
    assert 0 < again.passages < first.passages  # of what was updated alone


def test_ingest_is_foreseen_and_a_new_version_says_what_changed(index: Index, folder: Path) -> None:
    ingest(index, [str(folder / "water.txt")], lambda *_: None, OpenRoom())
    (folder / "water.txt").write_text(WATER.replace("36个", "37个"), "utf-8")
    before = index.reports()
    seen = foresee(index, [str(folder), "none.txt"], lambda *_: None, OpenRoom())
    assert index.reports() == before
    assert (seen.added, seen.updated, seen.unchanged, len(seen.failed)) == (1, 1, 0, 1)
    new = next(one for one in seen.arrivals if one.outcome == "updated")
    assert (new.report, new.path) == ("water", str(folder / "water.txt"))
    assert [len(new.changed.gone), len(new.changed.came)] == [1, 1]
    assert ("36个" in new.changed.gone[0], "37个" in new.changed.came[0]) == (True, True)
    assert ingest(index, [str(folder)], lambda *_: None, OpenRoom()).arrivals == seen.arrivals
    assert isinstance(new, Arrival)


class SmallRoom(OpenRoom):
    """A room in which a file of a certain name exceeds a limit until it is called well; ``read_files`` are all."""

    def __init__(self) -> None:
        super().__init__()
        self.well = False
        self.read_files: list[str] = []

    def read(self, name: str, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.read_files.append(name)
        if name == "heavy.txt" and not self.well:
            raise refuse("over memory", name, memory="1 GB")
        return super().read(name, task, *args, **kwargs)


def test_costly_file_is_tried_again_only_where_it_is_named(index: Index, folder: Path) -> None:
    heavy = folder / "heavy.txt"
    heavy.write_text(GARDEN, "utf-8")
    room = SmallRoom()
    first = ingest(index, [str(folder)], lambda *_: None, room)
    assert (first.added, len(first.failed), "over memory" in first.failed[0][1]) == (2, 1, False)
    room.read_files.clear()
    second = ingest(index, [str(folder)], lambda *_: None, room)
    assert "heavy.txt" not in room.read_files
    ((_, why),) = second.failed
    assert "heavy.txt：" in why
    assert "name this very file" in why
    assert len(ingest(index, [str(heavy)], lambda *_: None, room).failed) == 1
    room.well = True
    assert ingest(index, [str(heavy)], lambda *_: None, room).added == 1
    assert ingest(index, [str(folder)], lambda *_: None, room).unchanged == 3


def test_unreadable_report_does_not_hold_up_the_others(index: Index, folder: Path) -> None:
    (folder / "empty.txt").write_text("", "utf-8")
    done = ingest(index, [str(folder)], lambda *_: None, OpenRoom())
    assert done.added == 2
    ((path, why),) = done.failed
    assert Path(path).name == "empty.txt"
    assert "empty.txt" in why


class LargeEmbedder(LetterEmbedder):
    """It takes 200 MB while it embeds, in pieces that an allocator keeps, as a little behind them is not let go."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[NDArray[np.float64]] = []

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        pieces = [np.ones(8_000) for _ in range(3_000)]
        self.held.append(pieces[-1])
        return super().embed_passages(texts, progress)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another allocator")
def test_what_embedding_took_is_given_back(index: Index, tmp_path: Path, folder: Path) -> None:
    ingest(index, [str(folder)], lambda *_: None, OpenRoom())  # the readers' words are loaded
    with Index(Catalog.open(tmp_path / "large.db"), LargeEmbedder, lambda _: ListStore({})) as large:
        before = psutil.Process().memory_info().rss
        done = ingest(large, [str(folder)], lambda *_: None, OpenRoom())
        assert done.added == 2
        assert psutil.Process().memory_info().rss - before < 100e6


def test_progress_is_told_up_to_the_end(index: Index, tmp_path: Path) -> None:
    for number in range(BATCH + 1):
        (tmp_path / f"garden-{number}.txt").write_text(f"{GARDEN}第{number}片\n", "utf-8")
    told: list[tuple[str, int, int]] = []
    ingest(index, [str(tmp_path)], lambda *row: told.append(row), OpenRoom())
    read = [(done, total) for stage, done, total in told if stage == "read"]
    assert read == [(number, BATCH + 1) for number in range(BATCH + 2)]
    embedded = [(done, total) for stage, done, total in told if stage == "embed"]
    assert embedded
    assert all(0 < done <= total for done, total in embedded)


def test_missing_report_is_a_failure_that_names_it(index: Index, folder: Path) -> None:
    missing = str(folder / "none.txt")
    done = ingest(index, [missing, str(folder / "water.txt")], lambda *_: None, OpenRoom())
    ((path, why),) = done.failed
    assert (done.added, path) == (1, missing)
    assert "none.txt" in why


def test_nothing_to_take_in_tells_no_progress(index: Index, tmp_path: Path) -> None:
    told: list[object] = []
    empty = tmp_path / "empty"
    empty.mkdir()
    done = ingest(index, [str(empty)], lambda *row: told.append(row), OpenRoom())
    assert told == []
    assert done.nothing_in


@pytest.mark.parametrize(
    ("done", "nothing"),
    [
        pytest.param(Ingested(failed=(("a", "b"),)), True, id="all failed"),
        pytest.param(Ingested(added=1, failed=(("a", "b"),)), False, id="one went in"),
        pytest.param(Ingested(unchanged=1, failed=(("a", "b"),)), False, id="one was in"),
        pytest.param(Ingested(), False, id="none asked for"),
    ],
)
def test_nothing_in_says_that_every_report_failed(done: Ingested, nothing: bool) -> None:
    assert done.nothing_in is nothing


def test_folder_without_reports_names_every_suffix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        formats, "FORMATS", (*FORMATS, Format("note", (".note",), lambda _: ("", ""), b"N", 1))
    )
    places, failed = find_places([str(tmp_path)], OpenRoom())
    assert places == []
    ((path, why),) = failed
    assert path == str(tmp_path)
    for suffix in (suffix for row in formats.FORMATS if row.in_folders for suffix in row.suffixes):
        assert suffix in why


def test_addresses_files_and_folders_become_places_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("一", "utf-8")
    address = "https://x.example/a.html"
    assert find_places([address, str(file), str(tmp_path)], OpenRoom()) == ([address, str(file)], [])
