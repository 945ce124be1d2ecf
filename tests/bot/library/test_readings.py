from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.library.readings import bytes_digest, draft_of, given_file, is_url, still_there
from corpus.errors import UnreadableFile
from corpus.room.reading_room import ReadingRoom
from tests.open_room import OpenRoom
from tests.retrieval.fictional import WATER


@pytest.mark.parametrize(
    ("place", "url"),
    [
        ("https://office.example/a.html", True),
        ("http://office.example", True),
        ("ftp://office.example", False),
        ("https.txt", False),
        ("", False),
    ],
)
def test_address_is_told_from_a_path(place: str, url: bool) -> None:
    assert is_url(place) is url


def test_report_is_read_with_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "water.txt").write_text(WATER, "utf-8")
    monkeypatch.chdir(tmp_path)
    report = given_file("water.txt", OpenRoom()).read(OpenRoom()).report
    assert (report.id, report.source) == ("water", str(tmp_path / "water.txt"))
    assert report.organisation == "临江市水务局"


def test_report_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.txt"):
        given_file(str(tmp_path / "none.txt"), OpenRoom())


def test_report_in_the_room_comes_with_passages_and_statements(tmp_path: Path) -> None:
    (tmp_path / "water.txt").write_text(WATER, "utf-8")
    with ReadingRoom(readers=1) as room:
        file = given_file(str(tmp_path / "water.txt"), room)
        assert file.digest == bytes_digest(WATER.encode())
        whole = file.read(room)
        assert whole == file.read(OpenRoom())
        assert "36个" in {one.figure.raw for one in whole.statements}
        known = file.read(room, known=whole.report.digest)
        assert (known.report, known.passages, known.statements) == (whole.report, (), ())
        assert room.read("water.txt", draft_of, WATER.encode(), "water.txt")[0].text == WATER
        with pytest.raises(UnreadableFile, match=r"empty\.txt.*empty file"):
            room.read("empty.txt", draft_of, b"", "empty.txt")


def test_source_is_still_there_as_a_file_in_an_archive_or_a_page(tmp_path: Path) -> None:
    file, packed = tmp_path / "water.txt", tmp_path / "packed.zip"
    file.write_text(WATER, "utf-8")
    with ZipFile(packed, "w") as archive:
        archive.write(file, "water.txt")
    assert still_there(str(file))
    assert still_there(str(packed / "water.txt"))
    assert still_there("https://office.example/water.html")
    file.unlink()
    packed.unlink()
    assert not still_there(str(file))
    assert not still_there(str(packed / "water.txt"))


def test_draft_is_read_with_its_statements() -> None:
    document, stated = draft_of("全年整改问题12个。".encode(), "draft.txt")
    assert document.text == "全年整改问题12个。"
    assert [one.figure.raw for one in stated] == ["12个"]
