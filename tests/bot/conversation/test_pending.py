from dataclasses import replace

from bot.answering.pipeline import Answerer
from bot.conversation.pending import leaned_on, waiting
from bot.conversation.state import State, Topic
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand

SPOKEN = Topic(("平槐县水务局",), asking="修订制度多少项")


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


def test_name_leans_on_what_waits_and_another_question_on_what_was_answered(speaker: Answerer) -> None:
    waits = Topic(asking="食堂收入多少")
    state = State(SPOKEN, pending=waits)
    assert leaned_on(said("县残联的", speaker), state) is waits
    assert leaned_on(said("追回资金多少", speaker), state) is SPOKEN
    assert leaned_on(said("县残联的", speaker), replace(state, pending=None)) is SPOKEN


def test_what_waits_is_what_the_turn_asked(speaker: Answerer) -> None:
    assert waiting(said("食堂收入多少", speaker), SPOKEN).asking == "食堂收入多少"
    assert waiting(said("2019年呢", speaker), SPOKEN).asking == SPOKEN.asking
    assert waiting(said("2019年呢", speaker), SPOKEN).periods == ("2019年",)


def test_place_that_no_report_tells_of_waits_for_another(speaker: Answerer) -> None:
    assert waiting(said("白沙市呢", speaker), SPOKEN) is SPOKEN
