from pathlib import Path

import pytest

from bot.library.ingesting import ingest
from bot.library.opening import chosen_reports, report_name
from corpus.errors import NotFound
from corpus.reading import formats
from corpus.reading.formats import FORMATS, Content, Format
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

SUFFIXES = [suffix for row in FORMATS for suffix in row.suffixes]


def read_note(content: Content) -> tuple[str, str]:
    return content.data.removeprefix(b"NOTE").decode(), ""


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_report_is_chosen_by_its_file_of_any_format(samples: Index, suffix: str) -> None:
    assert chosen_reports(samples, (f"linhe-agri-2022{suffix}",)) == ("linhe-agri-2022",)
    assert chosen_reports(samples, (f"报告/linhe-agri-2022{suffix.upper()}",)) == ("linhe-agri-2022",)


def test_report_is_chosen_by_its_id(samples: Index) -> None:
    assert chosen_reports(samples, ("linhe-agri-2022",)) == ("linhe-agri-2022",)


def test_stranger_is_named(samples: Index) -> None:
    with pytest.raises(NotFound, match="月球基地"):
        chosen_reports(samples, ("linhe-agri-2022", "月球基地.ofd"))


@pytest.mark.parametrize("name", ["2022.第八轮", "报告/甲", "a.bak"])
def test_name_without_a_known_suffix_stays(name: str) -> None:
    assert report_name(name) == name


def test_one_added_row_is_enough_for_folder_and_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Format("note", (".note",), read_note, b"NOTE", 4)
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, row))
    folder = tmp_path / "通报"
    folder.mkdir()
    (folder / "water.note").write_bytes("NOTE临江市水务局整改情况通报\n完成整改问题12个。\n".encode())
    with Index.open(tmp_path / "home", load=LetterEmbedder) as index:
        done = ingest(index, [str(folder)], lambda *_: None)
        assert (done.added, done.failed) == (1, ())
        assert chosen_reports(index, ("water.note",)) == ("water",)
