import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.opening import opened
from bot.conversation.saying import Saying, own_words, slots_text, understand, unslotted


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


def test_slots_are_written_in_order() -> None:
    assert slots_text(("平槐县水务局",), ("2022年",), ("三",)) == "平槐县水务局2022年第三轮"
