from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.turns.competition import Before, Competition
from bot.conversation.turns.readings import Reading
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_last
from tests.retrieval.fictional import LetterEmbedder


def test_reading_that_accounts_for_the_words_wins(speaker: Answerer) -> None:
    framed = Reading("平槐县水务局培训残疾人员多少人次", "培训残疾人员多少人次", framed=True)
    free = Reading("培训残疾人员多少人次", "培训残疾人员多少人次")
    won = Competition(speaker, Before(), ("培训", "残疾")).winner([framed, free])
    assert won is not None
    assert won.answers
    assert won.reading is free


def test_refusal_is_given_where_none_is_answered(speaker: Answerer) -> None:
    reading = Reading("县残联食堂收入多少", "食堂收入多少")
    won = Competition(speaker, Before(), ("食堂",)).winner([reading])
    assert won is not None
    assert not won.answers


def test_nothing_wins_among_none(speaker: Answerer) -> None:
    assert Competition(speaker, Before(), ()).winner([]) is None


def test_plan_is_refused_where_what_is_was_asked(speaker: Answerer) -> None:
    reading = Reading("平槐县水务局2023年漏损率多少", "漏损率多少", framed=True)
    won = Competition(speaker, Before(), ("漏损率",), ("2023年",)).winner([reading])
    assert won is not None
    assert not won.answers


def test_member_that_nobody_named_answers_for_no_whole(tmp_path: Path) -> None:
    text = (
        "平槐市安全生产督查通报\n本次督查共发现重大隐患78项。\n柳河区推行一企一员，帮助企业整改隐患1096项。\n"
    )
    with Index.open(tmp_path / "index", load=LetterEmbedder) as index:
        index.add(parse_report(text, id="safety", source="safety.txt"))
        answerer = Answerer(index)
        anchor = next(one for one in answerer.knowledge.statements(["safety"]) if one.figure.raw == "78项")
        before = Before(anchor, None, ("平槐市",), ("safety",), "safety")
        whole = Reading("平槐市帮助企业整改隐患多少项", "帮助企业整改隐患多少项", framed=True)
        won = Competition(answerer, before, ("整改",)).winner([whole])
        assert won is not None
        assert not won.answers
        named = Reading("柳河区帮助企业整改隐患多少项", "帮助企业整改隐患多少项", framed=True)
        won = Competition(answerer, before, ("整改",)).winner([named])
        assert won is not None
        assert won.answers


@pytest.mark.parametrize("turn", ["康复仪多少台", "残疾人员修订多少项"])
def test_figure_that_says_half_of_a_turn_that_names_nobody_is_not_stated(
    speaker: Answerer, turn: str
) -> None:
    heard = heard_last(speaker, ("平槐县水务局修订制度多少项", turn))
    assert heard.answer.refused
    assert heard.answer.direct is None


def test_what_was_not_asked_to_be_done_is_no_answer(speaker: Answerer) -> None:
    heard = heard_last(speaker, ("平槐县水务局修订制度多少项", "为什么没整改"))
    assert heard.answer.direct is None
