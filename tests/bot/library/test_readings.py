from pathlib import Path

import pytest

from bot.library.readings import draft_of, is_url, read_report
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
    report = read_report("water.txt", OpenRoom()).report
    assert (report.id, report.source) == ("water", str(tmp_path / "water.txt"))
    assert report.organisation == "临江市水务局"


def test_report_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.txt"):
        read_report(str(tmp_path / "none.txt"), OpenRoom())


def test_report_in_the_room_comes_with_passages_and_statements(tmp_path: Path) -> None:
    (tmp_path / "water.txt").write_text(WATER, "utf-8")
    with ReadingRoom(readers=1) as room:
        whole = read_report(str(tmp_path / "water.txt"), room)
        assert whole == read_report(str(tmp_path / "water.txt"), OpenRoom())
        assert "36个" in {one.figure.raw for one in whole.statements}
        known = read_report(str(tmp_path / "water.txt"), room, digest=whole.report.digest)
        assert (known.report, known.passages, known.statements) == (whole.report, (), ())
        assert room.read("water.txt", draft_of, WATER.encode(), "water.txt")[0].text == WATER
        with pytest.raises(UnreadableFile, match=r"empty\.txt.*empty file"):
            room.read("empty.txt", draft_of, b"", "empty.txt")


def test_draft_is_read_with_its_statements() -> None:
    document, stated = draft_of("全年整改问题12个。".encode(), "draft.txt")
    assert document.text == "全年整改问题12个。"
    assert [one.figure.raw for one in stated] == ["12个"]
