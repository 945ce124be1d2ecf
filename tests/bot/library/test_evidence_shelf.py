from pathlib import Path

import pytest

from bot.library.evidence_shelf import EvidenceShelf, IndexEvidence, matching
from bot.settings import Settings
from checker.check import check
from checker.verdicts import Verdict
from corpus.errors import NotFound, UnreadableFile
from corpus.statements.statements import read_draft, read_statements
from retrieval.index import Index
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, report

CLAIM = "临江市水务局修订制度12项。"


@pytest.fixture
def water(tmp_path: Path) -> Path:
    path = tmp_path / "water.txt"
    path.write_text(WATER, "utf-8")
    return path


def verdicts(text: str, shelf: EvidenceShelf, names: tuple[str, ...] = ()) -> list[Verdict]:
    return [finding.verdict for finding in check(text, shelf.evidence(text, names))]


def test_file_is_evidence_without_an_index(tmp_path: Path, water: Path) -> None:
    home = tmp_path / "untouched"
    with EvidenceShelf(Settings(home=home), (str(water),)) as shelf:
        shelf.prepare()
        assert verdicts(CLAIM, shelf) == [Verdict.SUPPORTED]
        assert verdicts(CLAIM.replace("12", "13"), shelf) == [Verdict.CONTRADICTED]
        assert {one.report for one in shelf.statements()} == {"water"}
    assert not home.exists()


@pytest.mark.parametrize("name", ["water.txt", "water", "PATH"], ids=["file's name", "id", "path"])
def test_file_of_the_shelf_is_known_by_its_names(tmp_path: Path, water: Path, name: str) -> None:
    school = tmp_path / "school.txt"
    school.write_text(SCHOOL, "utf-8")
    with EvidenceShelf(Settings(home=tmp_path / "untouched"), (str(school), str(water))) as shelf:
        evidence = shelf.evidence(CLAIM, (str(water) if name == "PATH" else name,))
    assert {one.report for one in evidence.statements} == {"water"}
    assert not (tmp_path / "untouched").exists()


def test_file_is_read_once(tmp_path: Path, water: Path) -> None:
    with EvidenceShelf(Settings(home=tmp_path), (str(water),)) as shelf:
        assert shelf.evidence(CLAIM) is shelf.evidence("别的。")


def test_file_that_is_no_report_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("", "utf-8")
    with (
        EvidenceShelf(Settings(home=tmp_path), (str(path),)) as shelf,
        pytest.raises(UnreadableFile, match="empty"),
    ):
        shelf.evidence(CLAIM)


SAMPLE = "东原省信访局2022年化解率93.14%。"


@pytest.mark.parametrize("names", [(), ("dongyuan-2023-round5",)], ids=["whole index", "one report"])
def test_index_is_evidence(samples_home: Path, samples: Index, names: tuple[str, ...]) -> None:
    with EvidenceShelf(Settings(home=samples_home), names) as shelf:
        shelf.prepare()
        assert Verdict.SUPPORTED in verdicts(SAMPLE, shelf)
        wanted = [one for one in samples.statements() if not names or one.report in names]
        assert len(shelf.statements()) == len(wanted)


def test_line_may_name_other_reports_than_the_shelf(samples_home: Path, water: Path) -> None:
    with EvidenceShelf(Settings(home=samples_home), (str(water),)) as shelf:
        assert Verdict.SUPPORTED in verdicts(SAMPLE, shelf, ("dongyuan-2023-round5",))
        assert Verdict.SUPPORTED not in verdicts(SAMPLE, shelf)


def test_report_that_is_neither_file_nor_in_the_index_is_named(samples_home: Path) -> None:
    with (
        EvidenceShelf(Settings(home=samples_home), ("nobody",)) as shelf,
        pytest.raises(NotFound, match="nobody"),
    ):
        shelf.evidence(CLAIM)


STATEMENTS = read_statements(report(WATER, "water"))


@pytest.mark.parametrize(
    ("org", "metric", "raws"),
    [
        pytest.param("临江市水务局", "制度", ["12项", "3项"], id="both"),
        pytest.param("", "制度", ["12项", "3项"], id="of anybody"),
        pytest.param("水务局", "修订制度", ["12项"], id="part of the name"),
        pytest.param("云溪大学", "制度", [], id="another organisation"),
        pytest.param("临江市水务局", "绿地", [], id="another metric"),
    ],
)
def test_statements_match_an_organisation_and_a_metric(org: str, metric: str, raws: list[str]) -> None:
    assert [one.figure.raw for one in matching(STATEMENTS, org, metric)] == raws


def test_neither_stands_for_any() -> None:
    assert matching(STATEMENTS, "", "") == list(STATEMENTS)


def test_evidence_about_statements_is_that_of_their_text(tmp_path: Path) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add(report(WATER, "water"))
        shelf = IndexEvidence(index)
        about = shelf.about(read_draft(CLAIM))
        assert about.statements == shelf.of(CLAIM).statements
        assert [one.verdict for one in check(CLAIM, about)] == [Verdict.SUPPORTED]
