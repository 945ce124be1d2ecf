from pathlib import Path

import pytest

from bot.library.ingesting import ingest
from bot.library.previews import preview_file, put_file_in, upload_place
from bot.library.readings import bytes_digest
from corpus.errors import UnreadableFile
from retrieval.index import Index
from tests.open_room import OpenRoom
from tests.retrieval.fictional import GARDEN, WATER, LetterEmbedder, report


@pytest.mark.parametrize(
    ("text", "outcome", "changed"),
    [
        (GARDEN, "added", (0, 0)),
        (WATER, "unchanged", (0, 0)),
        (WATER.replace("33个", "34个"), "updated", (1, 1)),
    ],
    ids=["new", "same", "version"],
)
def test_preview_says_what_would_become_of_a_file(
    tmp_path: Path, text: str, outcome: str, changed: tuple[int, int]
) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add(report(WATER, "water"))
        place = upload_place(tmp_path, text.encode(), "water.txt" if text is not GARDEN else "garden.txt")
        found = preview_file(index, OpenRoom(), text.encode(), place)
        assert (found.outcome, (found.gone, found.came)) == (outcome, changed)
        assert found.figures > 0
        assert place.read_bytes() == text.encode()
        assert index.titles().keys() == {"water"}


def test_unreadable_file_is_not_kept(tmp_path: Path) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        place = upload_place(tmp_path, b"PK\x03\x04", "a.docx")
        with pytest.raises(UnreadableFile):
            preview_file(index, OpenRoom(), b"PK\x03\x04", place)
        assert not place.exists()


def test_file_is_put_in_at_once_as_an_ingest_does(tmp_path: Path) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        place = upload_place(tmp_path, GARDEN.encode(), "garden.txt")
        index.catalog.costly.note(bytes_digest(GARDEN.encode()), "took too long")
        whole, added = put_file_in(index, OpenRoom(), GARDEN.encode(), place)
        assert (added.outcome, added.passages, added.figures) == (
            "added",
            len(whole.passages),
            len(whole.statements),
        )
        assert index.catalog.costly.reasons() == {}
        assert place.read_bytes() == GARDEN.encode()
        assert ingest(index, [str(place)], lambda *_: None, OpenRoom()).unchanged == 1
        assert index.report(added.report).source == str(place)
