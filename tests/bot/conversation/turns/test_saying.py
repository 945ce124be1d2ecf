import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.restating import restates, talk_of, unnamed_words
from bot.conversation.state import State, Topic
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import (
    Saying,
    own_words,
    slots_text,
    tells_off,
    understand,
    unslotted,
)


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


@pytest.mark.parametrize(
    ("text", "bare", "scope"),
    [
        ("县残联呢", True, True),
        ("2021年呢", True, True),
        ("差多少", True, False),
        ("哪个高", True, False),
        ("追回资金多少", False, False),
        ("平槐县水务局修订几项制度", False, True),
        ("那目标呢", True, False),
    ],
)
def test_turn_is_bare_where_it_says_nothing_of_what_is_counted(
    speaker: Answerer, text: str, bare: bool, scope: bool
) -> None:
    saying = said(text, speaker)
    assert (saying.is_bare, saying.names_scope) == (bare, scope)


def test_wording_is_left_without_names_and_times(speaker: Answerer) -> None:
    question = speaker.read("平槐县水务局2022年水费收入多少")
    assert unslotted(question.wording, question, speaker.knowledge) == "水费收入多少"


@pytest.mark.parametrize(
    ("text", "doubts"), [("是13项吗", True), ("不是13项吧", True), ("哪些单位吗", True), ("多少项", False)]
)
def test_doubt_is_told_by_its_end(speaker: Answerer, text: str, doubts: bool) -> None:
    assert said(text, speaker).doubts is doubts


def test_words_that_only_relate_are_not_its_own() -> None:
    assert own_words("比上年增长多少") == ()
    assert own_words("漏损率的目标") == ("漏损率",)


def test_verb_of_one_character_that_is_all_that_is_said_is_its_own() -> None:
    assert own_words("改了几户") == ("改",)
    assert own_words("办了多少件") == ("办",)
    assert own_words("占多少") == own_words("有几个") == ()


def test_slots_are_written_in_order() -> None:
    assert slots_text(("平槐县水务局",), ("2022年",), ("三",)) == "平槐县水务局2022年第三轮"


@pytest.mark.parametrize(
    ("turn", "restated", "fits"),
    [
        ("追回资金", "平槐县水务局追回资金多少", True),
        ("残疾人那家", "平槐县残疾人联合会修订制度多少项", True),
        ("追回资金", "平槐县残疾人联合会追回资金多少", False),
        ("县残联的", "平槐县水务局修订制度多少项", False),
        ("2021年的", "平槐县水务局2022年水费收入多少", False),
        ("第三轮的", "平槐县水务局修订制度多少项", False),
    ],
    ids=["said", "hinted", "nobody's", "another", "another year", "round left out"],
)
def test_restated_turn_names_whom_the_talk_names(
    speaker: Answerer, turn: str, restated: str, fits: bool
) -> None:
    state = State(Topic(orgs=("平槐县水务局",)), said="平槐县水务局修订制度多少项")
    saying = said(turn, speaker)
    again = said(restated, speaker)
    talk = talk_of(saying, state)
    assert restates(again, saying, talk, speaker.read, speaker.knowledge.directory) is fits


def test_word_that_hints_at_a_name_or_spells_one_is_accounted_for(speaker: Answerer) -> None:
    again = said("平槐县残疾人联合会修订制度多少项", speaker)
    assert "残疾人" not in unnamed_words(said("残疾人那家", speaker), again)
    assert "xiudingzhidu" not in unnamed_words(said("xiudingzhidu", speaker), again)
    assert "食堂" in unnamed_words(said("食堂", speaker), again)


@pytest.mark.parametrize(
    ("rest", "named", "whole"),
    [
        pytest.param("三个局一共追回多少", False, True, id="told off"),
        pytest.param("三个局一共追回多少", True, True, id="told off of one that is named"),
        pytest.param("一共追回多少", False, True, id="sum of what was spoken of"),
        pytest.param("一共追回多少", True, False, id="sum of the one that is named"),
        pytest.param("追回多少", False, False, id="no sum"),
    ],
)
def test_sum_is_of_several_where_they_are_told_off_or_nobody_is_named(
    rest: str, named: bool, whole: bool
) -> None:
    assert tells_off(rest, named=named) == whole
