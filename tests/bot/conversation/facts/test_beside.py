import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.beside import beside, done_beside
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.bot.conversation.facts.test_siblings import answerer

__all__ = ["answerer"]


def said(answerer: Answerer, text: str) -> Saying:
    return understand(text, opened(text), answerer.read, answerer.knowledge)


@pytest.mark.parametrize(
    ("stated", "turn", "figure"),
    [
        ("503人", "多少户", "218户"),
        ("218户", "涉及多少人", "503人"),
        ("218户", "人数呢", "503人"),
        ("503人", "一共多少钱", "146万元"),
        ("17件", "去年同期呢", "29件"),
        ("44处", "占多少", "61.1%"),
        ("87.6%", "去年同期呢", "83.2%"),
        ("28处", "占了百分之几", "38.9%"),
    ],
)
def test_measure_or_time_finds_its_figure_in_the_same_sentence(
    answerer: Answerer, stated: str, turn: str, figure: str
) -> None:
    statements = answerer.knowledge.statements(["roads"])
    last = next(one for one in statements if one.figure.raw == stated)
    found = beside(said(answerer, turn), last, statements)
    assert found
    assert found.figure.raw == figure


@pytest.mark.parametrize("turn", ["多少人", "还差多少户", "沙埠乡多少户", "养护补助多少户", "多少公里"])
def test_turn_that_says_more_or_the_same_measure_finds_none(answerer: Answerer, turn: str) -> None:
    statements = answerer.knowledge.statements(["roads"])
    last = next(one for one in statements if one.figure.raw == "503人")
    assert beside(said(answerer, turn), last, statements) is None


@pytest.mark.parametrize(
    ("turn", "figure"), [("改了多少", "29条"), ("整改了几条", "29条"), ("上报了多少", None)]
)
def test_deed_alone_finds_what_was_done_of_what_was_told(
    answerer: Answerer, turn: str, figure: str | None
) -> None:
    report = parse_report("隐患排查通报\n共发现隐患31条，整改29条，整改率93.5%。\n", id="a", source="a")
    statements = read_statements(report)
    last = next(one for one in statements if one.figure.raw == "31条")
    found = done_beside(said(answerer, turn), last, statements, report.text)
    assert (found.figure.raw if found else None) == figure


def test_deed_within_what_was_made_is_not_told(answerer: Answerer) -> None:
    report = parse_report("整改通报\n针对反馈的31个问题，制定整改措施118条。\n", id="a", source="a")
    statements = read_statements(report)
    last = next(one for one in statements if one.figure.raw == "31个")
    assert done_beside(said(answerer, "整改完了几个"), last, statements, report.text) is None
