"""Whole talks over two invented reports: what each turn is answered with, and that the talk goes on."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.conversation.heard import Heard
from bot.conversation.state import NEW_DIALOGUE
from bot.conversation.turns.opening import opened
from checker.verdicts import CONFIRMED
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_in
from tests.bot.conversation.sorts import FEATURED_TALK, LEAD_INS, NAMELESS, QUESTIONS, SMALL_TALK
from tests.retrieval.fictional import LetterEmbedder

Talk = Callable[[Sequence[str]], list[Heard]]

FEW = ["你好", "谢谢啦", "好的 辛苦了", "👍", "哈哈", "Hi there", "thank you!", "晚安", "累死了", "ok"]
ADDRESSED = ["谢谢师傅", "……", "？？", "赶完了，松了口气", "你会不会出错呀", "你是哪里做出来的", "明天冷不冷"]


def direct(heard: Heard) -> str:
    return heard.answer.direct.raw if heard.answer.direct else ""


@pytest.mark.parametrize(
    "said", [*FEW, *ADDRESSED, "你是谁", "你能做什么", "今天天气怎么样", "帮我写首诗", "你觉得他好不好"]
)
def test_small_talk_states_nothing_and_keeps_the_topic(talk: Talk, said: str) -> None:
    first, second, third = talk(["平槐县水务局修订制度多少项", said, "追回资金呢"])
    assert (direct(first), direct(third)) == ("13项", "48.6万元")
    assert (second.answer.refused, second.answer.direct, second.answer.citations) == (False, None, ())
    assert second.answer.findings == ()
    assert talk([said])[0].answer.refused is False


def test_follow_up_on_a_round_is_of_all_that_it_inspected(answerer: Answerer) -> None:
    turns = ["第八轮巡视派出几个巡视组", "那出台了多少制度"]  # as the README has it
    first, second = heard_in(Conversation(answerer), turns)
    assert (direct(first), direct(second)) == ("9个", "427个")
    assert second.answer.direct is not None
    assert second.answer.direct.org == "七届省委第八轮被巡视党组织"


def test_lot_by_its_letter_is_not_told_for_another(tmp_path: Path) -> None:
    text = (
        "云石水务集团有限公司关于巡察整改情况的通报\n2025-07-18\n"
        "引水工程A标段超概算840万元，核减520万元；B标段超概算475万元，核减418万元。\n"
    )
    with Index.open(tmp_path / "index", load=LetterEmbedder) as index:
        index.add(parse_report(text, id="water", source="water.txt"))
        heard = heard_in(Conversation(Answerer(index)), ["云石水务集团A标段超概算多少"])
    assert direct(heard[-1]) == "840万元"


def test_what_is_left_is_confirmed_where_the_source_counts_the_whole_by_the_same_name(tmp_path: Path) -> None:
    text = (
        "云石县文旅局党组关于巡察整改进展情况的通报\n2025-07-18\n截至2025年6月底，37个问题已完成整改33个。\n"
    )
    with Index.open(tmp_path / "index", load=LetterEmbedder) as index:
        index.add(parse_report(text, id="culture", source="culture.txt"))
        turns = ["云石县文旅局完成整改多少个问题", "那还剩几个没完成"]
        last = heard_in(Conversation(Answerer(index)), turns)[-1]
    assert direct(last) == "4个"
    assert [one.figure.raw for one in last.answer.findings if one.verdict not in CONFIRMED] == []


@pytest.mark.parametrize(
    ("turns", "figures"),
    [
        (["平槐县水务局修订制度多少项", "县残联呢"], ["13项", "9项"]),
        (["平槐县水务局修订制度多少项", "那追回资金多少"], ["13项", "48.6万元"]),
        (["平槐县水务局2022年水费收入多少", "2021年呢"], ["3100万元", "2800万元"]),
        (["平槐县水务局2022年水费收入多少", "那县残联追回资金多少"], ["3100万元", "12.4万元"]),
        (["县残联修订制度多少项", "不对，我问的是水务局的"], ["9项", "13项"]),
        (["平槐县水务局追回资金多少", "培训残疾人员多少人次"], ["48.6万元", "412人次"]),
        (["谢谢，请问平槐县水务局修订制度多少项"], ["13项"]),
    ],
    ids=["name", "metric", "time", "switch", "correction", "another's", "led in"],
)
def test_turn_keeps_what_it_leaves_out(talk: Talk, turns: list[str], figures: list[str]) -> None:
    assert [direct(heard) for heard in talk(turns)] == figures


def test_all_that_a_turn_asks_is_answered_in_order(talk: Talk) -> None:
    (heard,) = talk(["平槐县水务局修订制度多少项 追回资金多少"])
    head = heard.answer.text.split("原文")[0]
    assert head.index("13项") < head.index("48.6万元")


def test_what_was_not_answered_waits_for_a_name(talk: Talk) -> None:
    asked, named = talk(["整改得怎么样", "县残联"])
    assert asked.answer.choices
    assert named.answer.refused is False
    assert len(named.answer.findings) > 2


@pytest.mark.parametrize("said", ["出自哪里", "原文发一下", "where does this come from"])
def test_source_of_an_answer_is_quoted(talk: Talk, said: str) -> None:
    _, heard = talk(["平槐县水务局修订制度多少项", said])
    assert "修订制度13项" in heard.answer.text
    assert heard.answer.citations


def test_doubt_is_answered_with_the_same_figure(talk: Talk) -> None:
    assert direct(talk(["平槐县水务局修订制度多少项", "你确定吗"])[1]) == "13项"


def test_doubt_after_a_refusal_is_told_that_nothing_was_found(talk: Talk) -> None:
    doubted = talk(["平槐县水务局修订制度多少项", "水务局有几个科室", "你确定吗"])[-1]
    assert doubted.answer.refused
    assert doubted.answer.direct is None


@pytest.mark.parametrize(("text", "begins"), [("是22项吗", "是的"), ("是23项吧", "不是23项，是22项")])
def test_claim_is_about_what_was_worked_out_last(talk: Talk, text: str, begins: str) -> None:
    answer = talk(["平槐县水务局修订制度多少项", "县残联呢", "两个加起来", text])[-1].answer
    assert answer.text.startswith(begins)
    assert direct(talk(["平槐县水务局修订制度多少项", "县残联呢", "两个加起来", text])[-1]) == "22项"


def test_library_says_which_reports_there_are(talk: Talk) -> None:
    listed, count, held, none = talk(["你有哪些报告", "一共几份", "有县残联的吗", "有汐港市的报告吗"])
    assert "平槐县水务局" in listed.answer.text
    assert "2 份" in count.answer.text
    assert "残疾人联合会" in held.answer.text
    assert "没有" in none.answer.text


def test_dialogue_ends_and_begins_anew(talk: Talk) -> None:
    _, left = talk(["平槐县水务局修订制度多少项", "退出"])
    _, new, after = talk(["平槐县水务局修订制度多少项", "换个话题", "追回资金呢"])
    assert left.leaves
    assert not new.leaves
    assert after.state.topic.asking != "修订制度多少项"


def test_small_talk_of_every_sort_is_told_from_questions(speaker: Answerer) -> None:
    conversation = Conversation(speaker)
    spoken = conversation.hear("平槐县水务局修订制度多少项", NEW_DIALOGUE).state
    for state in (NEW_DIALOGUE, spoken):
        heard = {said: conversation.hear(said, state) for said in (*SMALL_TALK, *FEATURED_TALK)}
        assert [said for said, one in heard.items() if one.answer.refused or one.answer.findings] == []
        assert [said for said, one in heard.items() if one.state.topic != state.topic] == []


@pytest.mark.parametrize("said", ["食堂的呢", "食堂收入多少", "救护车采购了多少辆"])
def test_question_that_nothing_answers_is_no_small_talk(talk: Talk, said: str) -> None:
    assert talk(["平槐县水务局修订制度多少项", said])[-1].answer.refused


def test_lead_in_changes_no_answer(speaker: Answerer) -> None:
    conversation = Conversation(speaker)
    left = {
        f"{lead}{question}": opened(f"{lead}{question}").text for lead in LEAD_INS for question in QUESTIONS
    }
    assert [text for text, rest in left.items() if not rest or rest not in QUESTIONS] == []
    questions = list(QUESTIONS.items())
    for lead in LEAD_INS:
        for question, figure in questions:
            assert (lead, direct(conversation.hear(f"{lead}{question}"))) == (lead, figure)


def test_nameless_question_after_fifty_topics_is_answered_as_alone(speaker: Answerer) -> None:
    conversation = Conversation(speaker)
    state = NEW_DIALOGUE
    asked = list(QUESTIONS)
    for place in range(50):
        state = conversation.hear(asked[place % len(asked)], state).state
    assert {question: direct(conversation.hear(question, state)) for question in NAMELESS} == NAMELESS


def test_year_alone_asks_for_the_same_of_that_year(talk: Callable[[Sequence[str]], list[Heard]]) -> None:
    heard = talk(["平槐县水务局2022年水费收入多少", "2021"])[-1].answer
    assert heard.direct is not None
    assert heard.direct.raw == "2800万元"
    assert talk(["2021"])[-1].answer.refused


def test_who_states_a_figure_is_found_by_it(talk: Talk) -> None:
    heard = talk(["水务局追回资金多少", "那12.4万是哪里的"])
    assert "残疾人联合会" in heard[-1].answer.text


@pytest.mark.parametrize("text", ["给我介绍下水务局", "谈谈水务局"])
def test_who_is_to_be_introduced_is_summed_up(talk: Talk, text: str) -> None:
    assert "21个" in talk([text])[0].answer.text


def test_when_inspectors_came_is_told(talk: Talk) -> None:
    heard = talk(["水务局追回资金多少", "巡察组啥时候进驻的", "明天放假吗"])
    assert "2022年10月8日" in heard[1].answer.text
    assert not heard[2].answer.refused
