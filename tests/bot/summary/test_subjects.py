from pathlib import Path

import pytest

from bot.summary.subjects import Subjects
from bot.summary.summary import LIMIT, summarise
from checker.verdicts import CONFIRMED
from corpus.errors import NotFound, UnclearName, UnusableInput
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder, ListStore, report

FOUND = [
    ("report", "dongyuan-univ-2023", "东原理工大学"),
    ("file-name", "dongyuan-univ-2023.txt", "东原理工大学"),
    ("organisation", "东原省信访局", "化解率"),
    ("short-name", "水投集团", "东原省水务投资集团有限公司"),
    ("round", "八届省委第四轮", "642个"),
    ("round-in-digits", "第5轮", "715个"),
    ("period", "2022年", "2022年"),
    ("all", "", "全部报告"),
]


@pytest.mark.parametrize(("name", "said"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_subject_is_found(subjects: Subjects, name: str, said: str) -> None:
    summary = summarise(*subjects.find(name))
    assert said in summary.text
    assert len(summary.text) <= LIMIT
    assert {finding.verdict for finding in summary.findings} <= CONFIRMED


@pytest.mark.parametrize(
    "name", ["第十九轮", "1998年", "西山省体育局"], ids=["round", "period", "organisation"]
)
def test_unknown_subject_is_told_what_there_is(subjects: Subjects, name: str) -> None:
    with pytest.raises(NotFound, match="例如"):
        subjects.find(name)


@pytest.mark.parametrize(
    ("name", "choices"),
    [("教育局", ("北屏市教育局", "青岚县教育局")), ("第四轮", ("八届省委第四轮", "六届市委第四轮"))],
    ids=["organisation", "round"],
)
def test_ambiguous_subject_is_asked_back(subjects: Subjects, name: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(UnusableInput) as raised:
        subjects.find(name)
    assert all(choice in str(raised.value) for choice in choices)


def test_unclear_name_has_its_choices(subjects: Subjects) -> None:
    with pytest.raises(UnclearName) as raised:
        subjects.find("教育局")
    assert raised.value.name == "教育局"
    assert set(raised.value.choices) == {"北屏市教育局", "青岚县教育局"}


@pytest.mark.parametrize(
    ("name", "title", "several"),
    [
        pytest.param("dongyuan-univ-2023", "东原理工大学", False, id="one organisation's report"),
        pytest.param("第5轮", "第5轮", True, id="round"),
        pytest.param("水投集团", "水务投资集团", False, id="short name"),
    ],
)
def test_subject_is_titled_as_what_was_found(
    subjects: Subjects, name: str, title: str, several: bool
) -> None:
    subject, _ = subjects.find(name)
    assert title in subject.title
    assert subject.several is several


def test_evidence_is_of_the_reports_of_the_subject(subjects: Subjects, samples: Index) -> None:
    subject, evidence = subjects.find("dongyuan-univ-2023")
    assert {one.report for one in evidence.statements} == {"dongyuan-univ-2023"}
    assert {fact.report.id for fact in subject.facts} == {"dongyuan-univ-2023"}
    _, everything = subjects.find("")
    assert {one.report for one in everything.statements} == {one.id for one in samples.reports()}


def test_title_in_its_marks_stands_for_its_report(subjects: Subjects, samples: Index) -> None:
    title = samples.report("dongyuan-univ-2023").title
    assert subjects.find(f"《{title}》")[0].title == title


def test_period_tells_only_what_is_of_it(subjects: Subjects) -> None:
    subject, _ = subjects.find("2022年")
    assert subject.facts
    for fact in subject.facts:
        labels = [one.figure.period for segment in fact.segments for one in segment.figures]
        assert any("2022" in label for label in labels), fact.text


def test_message_follows_the_language(subjects: Subjects) -> None:
    with pytest.raises(NotFound) as raised:
        subjects.find("第十九轮", "en")
    assert "例如" not in str(raised.value)
    assert "第十九轮" in str(raised.value)


@pytest.fixture
def few(tmp_path: Path) -> Index:
    store = ListStore({})
    return Index(Catalog.open(tmp_path / "catalog.db"), LetterEmbedder, lambda _: store)


def test_empty_index_is_told_and_one_report_is_all(few: Index) -> None:
    with few as index:
        with pytest.raises(UnusableInput):
            Subjects(index).find("")
        index.add(report())
        subject, _ = Subjects(index).find("")
        assert subject.title == report().title
