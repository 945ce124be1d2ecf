from pathlib import Path
from typing import Literal

import pytest

from bot.library.ingesting import ingest
from bot.library.opening import (
    catalog_place,
    chosen_reports,
    holds_words,
    load_embedder,
    open_index,
    report_name,
)
from bot.settings import Settings
from corpus.errors import NotFound, UnwritableFolder
from corpus.reading import formats
from corpus.reading.formats import FORMATS, Content, Format
from corpus.structure.parsing import parse_report
from retrieval.catalog.known import Known
from retrieval.embedding import packaged_model
from retrieval.index import Index
from tests.open_room import OpenRoom
from tests.retrieval.fictional import LetterEmbedder, report


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


def test_report_answers_to_the_name_of_each_file_that_holds_it(tmp_path: Path) -> None:
    text = "临江市水务局整改情况通报\n完成整改问题12个。\n"
    with Index.open(tmp_path / "home", load=LetterEmbedder) as index:
        for name in ("water", "copy"):
            index.add(parse_report(text, id=name, source=f"{name}.txt"))
        assert [report.id for report in index.reports()] == ["water"]
        assert chosen_reports(index, ("copy.txt", "water")) == ("water", "water")
        index.remove("water")
        with pytest.raises(NotFound):
            chosen_reports(index, ("copy",))


@pytest.mark.parametrize(
    ("words", "held"),
    [("", True), ("水务局 整改", True), ("WATER", True), ("水务局 绿地", False)],
    ids=["none", "all", "id in capitals", "one is missing"],
)
def test_report_is_found_by_all_of_some_words(words: str, held: bool) -> None:
    assert holds_words(report(), words) is held
    assert holds_words(Known.of(report()), words) is held


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
        done = ingest(index, [str(folder)], lambda *_: None, OpenRoom())
        assert (done.added, done.failed) == (1, ())
        assert chosen_reports(index, ("water.note",)) == ("water",)


def sizes(folder: Path) -> dict[str, int]:
    """The files below a folder, with their bytes."""
    return {
        str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.model
def test_second_home_starts_without_another_copy(tmp_path: Path) -> None:
    homes = [tmp_path / "first", tmp_path / "second"]
    caches = []
    for home in homes:
        settings = Settings(home=home)
        with open_index(settings) as index:
            index.add_all([report()])
            assert index.search("改造了多少公里供水管网", k=1)
        assert not (home / "models").exists()
        assert sum(sizes(home).values()) < 10_000_000
        caches.append(sizes(settings.cache))
    first, second = caches
    assert first == second
    assert len([name for name in second if name.endswith("model.safetensors")]) == 1


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpacking that writes one small file."""
    monkeypatch.setattr(packaged_model, "_read_source", lambda _: b"")
    monkeypatch.setattr(packaged_model, "PackagedFile", lambda _: None)
    monkeypatch.setattr(packaged_model, "_write_folder", lambda _, folder: (folder / "marker").touch())


@pytest.mark.parametrize(("language", "word"), [("zh", "写不进去"), ("en", "cannot be written")])
def test_cache_that_takes_nothing_is_one_line_and_the_home_serves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], quick: None, language: Literal["zh", "en"], word: str
) -> None:
    (tmp_path / "file").touch()
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "file" / "cache", language=language)
    load_embedder(settings)
    (line,) = capsys.readouterr().err.splitlines()
    assert word in line
    assert str(settings.cache) in line
    assert str(settings.home) in line
    assert packaged_model.is_whole(packaged_model.unpacked_folder(settings.home))


def test_neither_cache_nor_home_that_takes_anything_is_an_error(tmp_path: Path, quick: None) -> None:
    (tmp_path / "file").touch()
    settings = Settings(home=tmp_path / "file" / "home", cache=tmp_path / "file" / "cache")
    with pytest.raises(UnwritableFolder, match="home"):
        load_embedder(settings)


def test_model_that_is_there_needs_no_writing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache")
    load_embedder(settings)
    monkeypatch.setattr(packaged_model, "_unpack", lambda _: pytest.fail("unpacked again"))
    load_embedder(settings)
    assert capsys.readouterr().err == ""
    assert not settings.home.exists()


def test_catalog_stands_in_the_home_or_at_its_address(tmp_path: Path) -> None:
    assert catalog_place(Settings(home=tmp_path)) == tmp_path / "catalog.db"
    address = "postgresql://u@h/n"
    assert catalog_place(Settings(home=tmp_path, database_url=address)) == address
