from pathlib import Path

import pytest

from bot.library.ingesting import ingest
from bot.library.opening import chosen_reports, open_index, report_name
from bot.settings import Settings
from corpus.errors import NotFound
from corpus.reading import formats
from corpus.reading.formats import FORMATS, Content, Format
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder


@pytest.mark.parametrize(
    ("name", "report"),
    [
        pytest.param("dongyuan-2022", "dongyuan-2022", id="id"),
        pytest.param("dongyuan-2022.txt", "dongyuan-2022", id="file's name"),
        pytest.param("folder/下属/dongyuan-2022.docx", "dongyuan-2022", id="path"),
        pytest.param("dongyuan-2022.PDF", "dongyuan-2022", id="suffix in capitals"),
        pytest.param("v1.2.html", "v1.2", id="point in the name"),
        pytest.param("v1.2", "v1.2", id="point that begins no suffix"),
        pytest.param("", "", id="empty"),
    ],
)
def test_report_is_meant_by_its_id_or_its_files_name(name: str, report: str) -> None:
    assert report_name(name) == report


def test_reports_are_chosen_in_the_order_they_are_named(samples: Index) -> None:
    names = ("dongyuan-univ-2023.txt", "reports/linhe-agri-2022.txt", "dongyuan-2023-round5")
    assert chosen_reports(samples, names) == ("dongyuan-univ-2023", "linhe-agri-2022", "dongyuan-2023-round5")


def test_no_names_choose_none(samples: Index) -> None:
    assert chosen_reports(samples, ()) == ()


@pytest.mark.parametrize("name", ["nobody", "nobody.txt", "linhe-agri"], ids=["id", "file", "part of an id"])
def test_stranger_is_named(samples: Index, name: str) -> None:
    with pytest.raises(NotFound, match=name):
        chosen_reports(samples, ("linhe-agri-2022", name))


def test_index_is_opened_in_the_home_of_the_settings(samples_home: Path, samples: Index) -> None:
    with open_index(Settings(home=samples_home)) as index:
        assert {report.id for report in index.reports()} == {report.id for report in samples.reports()}


def test_index_of_a_new_home_is_empty(tmp_path: Path) -> None:
    with open_index(Settings(home=tmp_path / "new")) as index:
        assert index.reports() == []


SUFFIXES = [suffix for row in FORMATS for suffix in row.suffixes]


def read_note(content: Content) -> tuple[str, str]:
    return content.data.removeprefix(b"NOTE").decode(), ""


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_report_is_chosen_by_its_file_of_any_format(samples: Index, suffix: str) -> None:
    assert chosen_reports(samples, (f"linhe-agri-2022{suffix}",)) == ("linhe-agri-2022",)
    assert chosen_reports(samples, (f"报告/linhe-agri-2022{suffix.upper()}",)) == ("linhe-agri-2022",)


def test_report_is_chosen_by_its_id(samples: Index) -> None:
    assert chosen_reports(samples, ("linhe-agri-2022",)) == ("linhe-agri-2022",)


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
