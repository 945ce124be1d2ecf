import re
from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest

from bot.answer import CheckedAnswer, Choice, Citation, Draft
from bot.answering.pipeline import Answerer
from retrieval.index import Index

QUESTIONS = [
    pytest.param("七届省委第八轮巡视完成整改多少个问题", id="one figure"),
    pytest.param("东原省信访局2022年和2023年化解率哪年高，分别多少？", id="comparison"),
    pytest.param("海南省信访局2020年还剩多少件矛盾纠纷没化解", id="worked out"),
    pytest.param("水投集团修订的采购管理办法文号是什么？", id="words"),
    pytest.param("水投集团2023年净利润是多少？", id="refused"),
]


@pytest.fixture(params=QUESTIONS)
def answer(request: pytest.FixtureRequest, answerer: Answerer) -> CheckedAnswer:
    return answerer.ask(str(request.param))


def test_citation_is_the_reports_text_at_its_offsets(answer: CheckedAnswer, samples: Index) -> None:
    assert answer.citations
    for one in answer.citations:
        report = samples.report(one.report)
        assert report.text[one.start : one.end] == one.quote
        assert one.source == report.source
        assert not one.date or date.fromisoformat(one.date) == report.published


def test_citations_are_numbered_from_one_as_the_text_names_them(answer: CheckedAnswer) -> None:
    numbers = [one.n for one in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)} == set(numbers)


def test_findings_stand_at_their_figures(answer: CheckedAnswer) -> None:
    for finding in answer.findings:
        assert answer.text[finding.figure.start : finding.figure.end] == finding.figure.raw


def test_answer_without_a_model_says_so_and_how_long_it_took(answer: CheckedAnswer) -> None:
    assert answer.mode == "extractive"
    assert answer.seconds > 0
    assert answer.choices == ()


CITATION = Citation(1, "water", "通报", "2023-06-12", "一、总体", "整改36个。", 0, 6, "water.txt")


@pytest.mark.parametrize(
    "value",
    [
        CITATION,
        Draft("", ""),
        Choice("东原省财政厅", "东原省财政厅制定多少条措施"),
        CheckedAnswer("", "", True, None, (), ()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_cannot_be_changed(value: object) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, "")  # type: ignore[arg-type]


def test_draft_says_nothing_but_its_text_by_itself() -> None:
    draft = Draft("没有。", "　　　")
    assert (draft.direct, draft.refused, draft.plainer) == (None, False, None)
    assert not any((draft.quoted, draft.statements, draft.citations, draft.derived))
