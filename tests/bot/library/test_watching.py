from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from bot.library.watching import FolderChange, file_times, watch_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text("关于整改情况的通报", "utf-8")
    return tmp_path


@pytest.fixture
def stop() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def test_watching_tells_first_what_changed_before_it_began(folder: Path, stop: Event) -> None:
    known = file_times([folder])
    (folder / "new.txt").write_text("关于审计整改情况的通报", "utf-8")
    (folder / "old.txt").unlink()
    change = next(watch_folders([folder], known, stop))
    assert change == FolderChange((folder / "new.txt",), (folder / "old.txt",))


def test_watching_tells_what_comes_and_changes_below_a_folder(folder: Path, stop: Event) -> None:
    (folder / "first.txt").write_text("一", "utf-8")
    changes = watch_folders([folder], {folder / "old.txt": (folder / "old.txt").stat().st_mtime_ns}, stop)
    assert next(changes).came == (folder / "first.txt",)  # the watch has begun
    below = folder / "县" / "乡.txt"
    below.parent.mkdir()
    below.write_text("二", "utf-8")
    (folder / "~$lock.docx").write_bytes(b"lock")
    (folder / "notes.bin").write_bytes(b"\0")
    assert next(changes) == FolderChange((below,), ())
    (folder / "old.txt").write_text("另一个版本", "utf-8")
    assert next(changes) == FolderChange((folder / "old.txt",), ())


def test_watching_ends_when_it_is_stopped(folder: Path, stop: Event) -> None:
    stop.set()
    assert list(watch_folders([folder], file_times([folder]), stop)) == []
