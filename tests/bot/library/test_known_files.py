import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar
from zipfile import ZipFile

import pytest

from bot.library import known_files
from bot.library.ingesting import Ingested, foresee, ingest
from bot.library.known_files import KnownFiles
from bot.library.readings import given_file
from retrieval.index import Index
from tests.open_room import OpenRoom
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, LetterEmbedder

P = ParamSpec("P")
T = TypeVar("T")
TEXTS = {"water.txt": WATER, "school.md": SCHOOL, "garden.txt": GARDEN}
LATER = WATER.replace("36个", "37个")


class CountingRoom(OpenRoom):
    """A room that counts what is read in it, by the files' names."""

    def __init__(self) -> None:
        super().__init__()
        self.read_files: list[str] = []

    def read(self, name: str, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.read_files.append(name)
        return super().read(name, task, *args, **kwargs)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text, "utf-8")
    return place


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "home", load=LetterEmbedder) as opened:
        yield opened


def take(index: Index, folder: Path) -> tuple[list[str], Ingested]:
    """Put a folder in; return the names of the files that were looked into, and what was done."""
    room = CountingRoom()
    done = ingest(index, [str(folder)], lambda *_: None, room)
    return sorted(room.read_files), done


def test_unchanged_folder_is_known_by_its_bytes_alone(index: Index, folder: Path) -> None:
    read, first = take(index, folder)
    assert read == sorted(TEXTS)
    held = index.reports()
    read, again = take(index, folder)
    assert (read, again.unchanged, again.passages) == ([], 3, 0)
    assert [(one.path, one.report, one.title) for one in again.arrivals] == [
        (one.path, one.report, one.title) for one in first.arrivals
    ]
    assert index.reports() == held
    room = CountingRoom()
    assert foresee(index, [str(folder)], lambda *_: None, room).arrivals == again.arrivals
    assert room.read_files == []


def test_touched_file_is_unchanged(index: Index, folder: Path) -> None:
    take(index, folder)
    os.utime(folder / "water.txt", (1, 1))
    read, done = take(index, folder)
    assert (read, done.unchanged) == ([], 3)


def test_file_of_the_same_size_and_time_with_other_bytes_is_read(index: Index, folder: Path) -> None:
    file = folder / "water.txt"
    take(index, folder)
    before = file.stat()
    file.write_text(LATER, "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    read, done = take(index, folder)
    assert (read, done.updated, done.unchanged) == (["water.txt"], 1, 2)
    assert take(index, folder)[0] == []


def test_file_that_went_back_is_read_again(index: Index, folder: Path) -> None:
    take(index, folder)
    (folder / "water.txt").write_text(LATER, "utf-8")
    take(index, folder)
    (folder / "water.txt").write_text(WATER, "utf-8")
    read, done = take(index, folder)
    assert (read, done.updated) == (["water.txt"], 1)
    assert index.report("water").text == WATER


def test_files_are_read_again_by_another_reader_and_say_the_same(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(index, folder)
    monkeypatch.setattr(known_files, "reading_digest", lambda: "another")
    read, done = take(index, folder)
    assert (read, done.unchanged) == (sorted(TEXTS), 3)
    assert take(index, folder)[0] == []


def test_report_that_was_taken_out_comes_in_again(index: Index, folder: Path) -> None:
    take(index, folder)
    index.remove("water")
    read, done = take(index, folder)
    assert (read, done.added, done.unchanged) == (["water.txt"], 1, 2)
    assert index.check() == []


def test_copies_and_older_versions_elsewhere_are_known_too(index: Index, folder: Path) -> None:
    take(index, folder)
    (folder / "copy.txt").write_text(WATER, "utf-8")
    (folder / "later").mkdir()
    (folder / "later" / "school.md").write_text(SCHOOL.replace("42个", "43个"), "utf-8")
    take(index, folder)
    read, done = take(index, folder)
    assert (read, done.unchanged) == ([], 5)
    with ZipFile(folder / "packed.zip", "w") as archive:
        archive.writestr("garden.txt", GARDEN)
    take(index, folder)
    read, done = take(index, folder)
    assert (read, done.unchanged) == (["packed.zip", "packed.zip"], 6)  # its list, and its file's bytes


def test_copy_whose_original_is_gone_is_where_the_report_stands(index: Index, folder: Path) -> None:
    take(index, folder)
    copy = folder / "copy.txt"
    copy.write_text(WATER, "utf-8")
    take(index, folder)
    (place,) = [folder / name for name in ("water.txt", "copy.txt") if str(folder / name) != _source(index)]
    Path(_source(index)).unlink()
    read, done = take(index, folder)
    assert (read, done.unchanged) == ([place.name], 3)
    assert _source(index) == str(place)


def _source(index: Index) -> str:
    return next(one.source for one in index.reports() if one.text == WATER)


def test_report_that_goes_while_its_file_is_read_comes_in_whole(index: Index, folder: Path) -> None:
    take(index, folder)
    file = given_file(str(folder / "water.txt"), OpenRoom())
    whole = file.read(OpenRoom(), known=KnownFiles(index).text_at(file.source))
    assert whole.passages == ()
    index.remove("water")  # by another process, meanwhile
    (added,) = index.take_all([whole])
    assert (added.outcome, added.passages > 0, added.figures > 0) == ("added", True, True)


def test_file_that_nobody_noted_is_not_known(index: Index, folder: Path) -> None:
    file = given_file(str(folder / "water.txt"), OpenRoom())
    index.add(file.read(OpenRoom()).report)
    known = KnownFiles(index)
    assert (known.holding(file), known.text_at(file.source)) == (None, index.report("water").digest)
    known.note([(file, "water", index.report("water").digest)])
    held = KnownFiles(index).holding(file)
    assert held is not None
    assert held.id == "water"
