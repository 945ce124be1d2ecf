import pytest

from bot.answering.pipeline import Answerer
from bot.summary.requests import answer_request, citations_of, read_request, without_request
from bot.summary.subjects import Subjects
from bot.summary.summary import Length
from checker.verdicts import CONFIRMED
from tests.bot.summary.summed_report import notice, summary_of

REQUESTS = [
    ("sum-up", "总结一下水投集团的整改情况", ("水投集团", "short")),
    ("abstract", "请给我一份八届省委第五轮的摘要", ("八届省委第五轮", "short")),
    ("long", "详细总结东原理工大学的巡视整改情况。", ("东原理工大学", "long")),
    ("all", "总结一下", ("", "short")),
    ("english", "Summarize 东原省信访局", ("东原省信访局", "short")),
    ("a-figure", "水投集团完成整改多少个问题？", None),
    ("a-verb", "省信访局总结了几条经验？", None),
]


@pytest.mark.parametrize(
    ("question", "wanted"), [row[1:] for row in REQUESTS], ids=[row[0] for row in REQUESTS]
)
def test_request_for_a_summary_is_read(question: str, wanted: tuple[str, Length] | None) -> None:
    assert read_request(question) == wanted


def test_piece_that_only_asks_to_be_short_is_left_out() -> None:
    assert without_request("水务局整改得怎么样，给我概括两句") == "水务局整改得怎么样"
    assert without_request("水务局整改得怎么样，总结一下林业局") == "水务局整改得怎么样，总结一下林业局"
    assert without_request("水务局追回多少，退还多少") == "水务局追回多少，退还多少"
    assert read_request("给我概括两句") == ("", "short")


def test_request_is_answered_with_a_cited_summary(answerer: Answerer) -> None:
    answer = answerer.ask("总结一下水投集团的整改情况")
    assert "37个问题已完成整改34个" in answer.text
    assert [one.n for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {finding.verdict for finding in answer.findings} <= CONFIRMED


def test_request_for_an_unclear_name_is_asked_back(subjects: Subjects) -> None:
    answer = answer_request("总结一下教育局的整改情况", subjects)
    assert answer is not None
    assert answer.refused
    assert "北屏市教育局" in answer.text


def test_request_for_the_unknown_is_left_to_the_question(subjects: Subjects) -> None:
    assert answer_request("总结一下西山省体育局的整改情况", subjects) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("水投集团完成整改多少个问题？", "a figure", id="no request"),
        pytest.param("总结一下海南省信访局", "信访局", id="request"),
    ],
)
def test_only_a_request_gets_a_summary(question: str, name: str, subjects: Subjects) -> None:
    answer = answer_request(question, subjects)
    assert (answer is not None and name in answer.text) is (name != "a figure")


def test_citations_of_a_summary_stand_by_number_each_once() -> None:
    summary = summary_of(notice())
    numbers = [one.n for one in citations_of(summary)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert summary.plans[0].citations[0].n in numbers
