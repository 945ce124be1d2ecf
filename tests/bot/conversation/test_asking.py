from collections.abc import Callable

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.asking import Asking
from bot.conversation.heard import Heard
from bot.conversation.state import NEW_DIALOGUE, Origin, State
from bot.conversation.summing import Summing

Ask = Callable[[str, State], Heard]


@pytest.fixture
def ask(speaker: Answerer) -> Ask:
    asking = Asking(speaker, Summing(speaker))
    return lambda text, state: asking.answer(text, state, (), None, written=True)


def test_topic_says_where_its_slots_come_from(ask: Ask) -> None:
    first = ask("水质合格率多少", NEW_DIALOGUE)
    assert first.state.topic.origins == {"orgs": Origin.INFERRED}
    assert ask("水费收入多少", first.state).state.topic.origins["orgs"] is Origin.INHERITED


def test_refused_turn_leaves_the_topic_and_waits(ask: Ask) -> None:
    first = ask("平槐县水务局修订制度多少项", NEW_DIALOGUE)
    second = ask("食堂收入多少", first.state)
    assert second.answer.refused
    assert second.state.topic == first.state.topic
    assert second.state.pending is not None


def test_several_things_are_answered_of_the_one_that_the_first_names(ask: Ask) -> None:
    heard = ask("县残联修订制度多少项，追回资金多少", NEW_DIALOGUE)
    head = heard.answer.text.split("原文")[0]
    assert "9项" in head
    assert "12.4万元" in head


def test_figure_that_reports_state_is_known(speaker: Answerer) -> None:
    asking = Asking(speaker, Summing(speaker))
    assert asking.is_known("平槐县水务局修订制度多少项")
    assert not asking.is_known("明天的天气")
