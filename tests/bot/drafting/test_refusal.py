from dataclasses import replace

import pytest

from bot.answering.pipeline import Answerer
from bot.drafting.candidates import Found
from bot.drafting.refusal import HELD, NEAREST, WORTH_NAMING, question_for, refusal, sought_text
from bot.question.question import Question, Shape, Sought
from bot.ranking.matching import Match

QUESTION = "青岩市水务局2022年净利润多少万元"


@pytest.fixture(scope="module")
def found(grouped: Answerer) -> tuple[Question, Found]:
    return grouped.find(QUESTION)


def test_refusal_says_what_was_looked_for_and_where(found: tuple[Question, Found]) -> None:
    draft = refusal(*found)
    assert draft.refused
    assert draft.direct is None
    first, *_, last = draft.text.splitlines()
    assert "“青岩市水务局”“2022年”" in first
    assert "净利润" in first
    assert "3 份报告" in last
    assert draft.claims.strip() == ""


def test_one_report_that_was_searched_is_named(found: tuple[Question, Found]) -> None:
    question, all_found = found
    one = replace(all_found, searched=("qingyan-water",))
    title = all_found.places["qingyan-water"].report.title
    assert title in refusal(question, one).text.splitlines()[-1]


@pytest.mark.parametrize(
    ("score", "held", "offered"),
    [
        pytest.param(WORTH_NAMING + 0.01, 0.0, True, id="sure enough"),
        pytest.param(WORTH_NAMING, 0.0, False, id="not quite"),
        pytest.param(0.0, HELD, True, id="holds the words"),
        pytest.param(0.0, HELD - 0.01, False, id="holds fewer"),
    ],
)
def test_what_stands_near_is_offered(
    score: float, held: float, offered: bool, found: tuple[Question, Found]
) -> None:
    question, all_found = found
    statement = all_found.statements[5]
    match = Match(statement, score, 0.0, {"held": held})
    draft = refusal(question, replace(all_found, matches=((match,),)))
    assert (statement.quote.strip() in draft.text) is offered
    assert len(draft.citations) == offered


def test_no_more_than_a_few_are_offered_each_once(found: tuple[Question, Found]) -> None:
    question, all_found = found
    matches = tuple(Match(one, 0.9, 0.0) for one in all_found.statements for _ in range(2))
    draft = refusal(question, replace(all_found, matches=(matches,)))
    assert len(draft.statements) == len(set(draft.statements)) == NEAREST


def test_nothing_found_is_refused_all_the_same() -> None:
    draft = refusal(Question("多少", "en", Shape.FIGURE, (Sought(None, "profit"),)), Found((), (), {}, ()))
    assert draft.refused
    assert "profit" in draft.text
    assert draft.citations == ()


@pytest.mark.parametrize(
    ("orgs", "periods", "rounds", "sought", "text"),
    [
        pytest.param(("甲局",), ("2021年",), (), (Sought(None, "水费"),), "“甲局”“2021年”“水费”", id="all"),
        pytest.param((), ("2021年",), ("三",), (Sought(None, "水费"),), "“2021年、第三轮”“水费”", id="round"),
        pytest.param(
            ("甲局", "乙局"),
            (),
            (),
            (Sought(None, "水费"), Sought(None, "电费")),
            "“甲局、乙局”“水费、电费”",
            id="several",
        ),
        pytest.param((), (), (), (Sought(None, "", ("水费", "率")),), "“水费率”", id="words for a metric"),
        pytest.param((), (), (), (Sought(None, ""),), "", id="nothing"),
    ],
)
def test_what_was_looked_for_is_said_in_words(
    orgs: tuple[str, ...],
    periods: tuple[str, ...],
    rounds: tuple[str, ...],
    sought: tuple[Sought, ...],
    text: str,
) -> None:
    question = Question("", "zh", Shape.FIGURE, sought, orgs=orgs, periods=periods, rounds=rounds)
    assert sought_text(question) == text


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        pytest.param("青岩市教育局完成整改多少个问题", "青岩市教育局", id="another organisation"),
        pytest.param("青岩市水务局2017年罚款多少", "2017年", id="another time"),
        pytest.param("青岩市水务局拖欠氢能费多少", "氢能", id="a word that the report has not"),
    ],
)
def test_refusal_says_which_part_of_the_question_is_not_met(asked: str, line: str, grouped: Answerer) -> None:
    question, all_found = grouped.find(asked)
    one = max(all_found.matches[0], key=lambda match: match.signals["held"])
    sure = replace(all_found, matches=((replace(one, score=0.4),),))
    _, said, *_ = refusal(question, sure).text.splitlines()
    assert line in said


def test_question_that_a_refusal_offers_is_answered_with_the_figure(grouped: Answerer) -> None:
    wanted = {"24个", "56件", "655万元"}
    report = [one for one in grouped.find("青岩市水务局")[1].statements if one.figure.raw in wanted]
    assert {one.figure.raw for one in report} == wanted
    for one in report:
        answer = grouped.ask(question_for(one))
        assert answer.direct is not None
        assert answer.direct.raw == one.figure.raw


def test_nothing_is_offered_that_counts_nothing(found: tuple[Question, Found]) -> None:
    one = found[1].statements[0]
    assert question_for(replace(one, figure=replace(one.figure, metric=""))) == ""


def test_english_words_that_were_looked_for_stand_apart() -> None:
    question = Question("which year was higher", "en", Shape.FIGURE, (Sought(None, "yearwashigher"),))
    assert sought_text(question) == "“which year was higher”"
