import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.terminal_chat import take_samples_in
from bot.library.ingesting import ingest
from bot.library.readings import given_file
from bot.library.samples import SAMPLE_REPORTS, are_unwanted, remove_samples, sample_digests
from bot.settings import Settings
from retrieval.index import Index
from tests.open_room import OpenRoom
from tests.retrieval.fictional import LetterEmbedder

SAMPLES = sorted(Path(str(SAMPLE_REPORTS)).glob("*.txt"))
ONE = "linhe-agri-2022.txt"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "home", load=LetterEmbedder) as index:
        yield index


def take(index: Index, *paths: Path) -> None:
    assert not ingest(index, [str(path) for path in paths], lambda *_: None, OpenRoom()).failed


def ids(index: Index) -> list[str]:
    return [report.id for report in index.reports()]


def test_digests_are_those_of_the_samples() -> None:
    assert sample_digests() == {hashlib.sha256(path.read_bytes()).hexdigest() for path in SAMPLES}
    assert sample_digests() == {
        given_file(str(path), OpenRoom()).read(OpenRoom()).report.digest for path in SAMPLES
    }


def test_samples_go_and_nothing_else(index: Index, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("松原县水务局党组针对巡察反馈的28个问题，制定整改措施96条。", "utf-8")
    take(index, Path(str(SAMPLE_REPORTS)), own)
    assert sorted(remove_samples(index)) == [path.stem for path in SAMPLES]
    assert ids(index) == ["own"]
    assert remove_samples(index) == []


def test_sample_that_was_changed_stays(tmp_path: Path) -> None:
    changed = tmp_path / ONE
    changed.write_text((Path(str(SAMPLE_REPORTS)) / ONE).read_text("utf-8") + "另有整改措施3条。\n", "utf-8")
    for path in (Path(str(SAMPLE_REPORTS)) / ONE, changed):  # as if the person had edited the file itself
        with Index.open(tmp_path / "home", load=LetterEmbedder) as index:
            take(index, path)
            assert ids(index) == ["linhe-agri-2022"]
    with Index.open(tmp_path / "home", load=LetterEmbedder) as index:
        assert remove_samples(index) == []
        assert ids(index) == ["linhe-agri-2022"]


def test_own_report_of_a_samples_name_stays(index: Index, tmp_path: Path) -> None:
    own = tmp_path / ONE
    own.write_text("松原县水务局党组针对巡察反馈的28个问题，制定整改措施96条。", "utf-8")
    take(index, Path(str(SAMPLE_REPORTS)), own)
    assert ONE.removesuffix(".txt") in remove_samples(index)
    (left,) = index.reports()
    assert left.source == str(own)


def test_removed_samples_do_not_come_back_by_themselves(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(home=tmp_path / "home")
    take_samples_in(index, settings)
    assert len(ids(index)) == len(SAMPLES)
    assert not are_unwanted(index)
    remove_samples(index)
    capsys.readouterr()
    take_samples_in(index, settings)
    assert ids(index) == []
    assert "hedui ingest" in capsys.readouterr().out
    take(index, SAMPLES[0])
    assert ids(index) == [SAMPLES[0].stem]
