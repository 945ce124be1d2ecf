from dataclasses import replace

import pytest

from bot.answer import CheckedAnswer, Citation
from bot.rendering import (
    check_mark,
    counts_text,
    rendered_answer,
    source_line,
    verdict_counts,
    verdict_name,
)
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, Verdict
from corpus.figure import Figure, Kind

CITATION = Citation(2, "water", "整改通报", "2023-07-18", "一、总体", "整改36个。", 0, 6, "water.txt")


def finding(raw: str, verdict: Verdict) -> Finding:
    return Finding(Figure(raw, 0, len(raw), Kind.COUNT), verdict, "", "")


RIGHT, WRONG = finding("36个", Verdict.SUPPORTED), finding("45座", Verdict.CONTRADICTED)
ANSWER = CheckedAnswer("整改多少个", "36个。[2]", False, None, (RIGHT,), (CITATION,))


@pytest.mark.parametrize("verdict", Verdict)
def test_verdict_has_a_name_in_each_language(verdict: Verdict) -> None:
    assert verdict_name(verdict, "zh") == VERDICT_ROWS[verdict].chinese
    assert verdict_name(verdict, "en") == VERDICT_ROWS[verdict].english


@pytest.mark.parametrize(
    ("verdicts", "language", "text"),
    [
        pytest.param([], "zh", "", id="none"),
        pytest.param([Verdict.SUPPORTED], "zh", "一致 1", id="one"),
        pytest.param([Verdict.SUPPORTED, Verdict.DERIVED], "en", "supported 1, derived 1", id="English"),
    ],
)
def test_verdicts_are_counted(verdicts: list[Verdict], language: str, text: str) -> None:
    assert verdict_counts(verdicts, language) == text


def test_findings_are_counted_in_the_order_of_the_verdicts() -> None:
    counted = counts_text([WRONG, RIGHT, RIGHT, RIGHT], "zh")
    assert (
        counted
        == f"{VERDICT_ROWS[Verdict.SUPPORTED].chinese} 3，{VERDICT_ROWS[Verdict.CONTRADICTED].chinese} 1"
    )


@pytest.mark.parametrize(
    ("findings", "said", "unsaid"),
    [
        pytest.param((RIGHT,), "✓", "⚠", id="right"),
        pytest.param((RIGHT, WRONG), "45座", "36个", id="one wrong"),
        pytest.param((WRONG, finding("9%", Verdict.UNSUPPORTED)), "45座、9%", "✓", id="all wrong"),
    ],
)
def test_mark_says_whether_the_figures_were_confirmed(
    findings: tuple[Finding, ...], said: str, unsaid: str
) -> None:
    mark = check_mark(replace(ANSWER, findings=findings))
    assert said in mark
    assert unsaid not in mark


def test_answer_without_figures_has_no_mark() -> None:
    assert check_mark(replace(ANSWER, findings=())) == ""


def test_mark_follows_the_language_of_the_question() -> None:
    assert VERDICT_ROWS[Verdict.SUPPORTED].chinese in check_mark(ANSWER)
    assert "supported" in check_mark(replace(ANSWER, question="How many?"))


@pytest.mark.parametrize(
    ("citation", "line"),
    [
        pytest.param(CITATION, "[2] 整改通报  2023-07-18  一、总体", id="whole"),
        pytest.param(replace(CITATION, date=""), "[2] 整改通报  一、总体", id="without date"),
        pytest.param(replace(CITATION, date="", section=""), "[2] 整改通报", id="title alone"),
        pytest.param(
            replace(CITATION, date="", section="章" * 60), f"[2] 整改通报  {'章' * 60}", id="just fits"
        ),
        pytest.param(
            replace(CITATION, date="", section="章" * 61), f"[2] 整改通报  {'章' * 59}…", id="too long by one"
        ),
    ],
)
def test_source_is_one_line(citation: Citation, line: str) -> None:
    assert source_line(citation, "zh") == line


def test_answer_is_its_text_its_mark_and_its_sources() -> None:
    text, mark, sources = rendered_answer(ANSWER).split("\n\n")
    assert text == ANSWER.text
    assert mark == check_mark(ANSWER)
    assert sources.splitlines() == ["出处：", source_line(CITATION, "zh")]


def test_text_that_was_told_is_not_written_again() -> None:
    assert ANSWER.text not in rendered_answer(ANSWER, told=True)
    assert check_mark(ANSWER) in rendered_answer(ANSWER, told=True)


def test_answer_without_figures_and_sources_is_its_text_alone() -> None:
    assert rendered_answer(CheckedAnswer("？", "没有看懂。", True, None, (), ())) == "没有看懂。"
