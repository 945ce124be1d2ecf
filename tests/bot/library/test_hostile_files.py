from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from bot.library.ingesting import ingest
from corpus.room.limits import Limits
from corpus.room.reading_room import ReadingRoom
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.hostile_files import MAKERS, write_hostile_files
from tests.retrieval.fictional import WATER, LetterEmbedder, ListStore

REFUSED = {
    "arrays.pdf", "bomb.docx", "laughs.docx", "lengths.pdf", "long.txt", "nested.docx", "numerals.txt", "pages.pdf",
    "surrogates.txt", "escapes.txt", "bomb.zip", "within.zip", "many.zip",
}  # fmt: skip
"""Those that nobody can read; the others are read, or refused by a limit where the machine is slow."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    write_hostile_files(place)
    (place / "water.txt").write_text(WATER, "utf-8")
    return place


def test_hostile_files_are_refused_in_a_line_each_and_the_others_go_in(folder: Path, tmp_path: Path) -> None:
    limits = Limits(processor=3, memory=600_000_000)
    before = psutil.Process().memory_info().rss
    with (
        ReadingRoom(limits) as room,
        Index(Catalog.open(tmp_path / "catalog.db"), LetterEmbedder, lambda _: ListStore({})) as index,
    ):
        done = ingest(index, [str(folder)], lambda *_: None, room)
        assert "water" in {report.id for report in index.reports()}
    assert len(done.arrivals) + len(done.failed) == len(MAKERS) + 2
    assert {Path(path).name for path, _ in done.failed} >= REFUSED
    for path, why in done.failed:
        assert why.startswith(f"{Path(path).name}：")
        assert "\n" not in why
    assert psutil.Process().memory_info().rss - before < 500_000_000
    assert [one for one in psutil.Process().children() if "pebble" in one.name()] == []
