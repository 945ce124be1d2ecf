import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.asking import Asking
from bot.conversation.state import Origin, State


def test_topic_says_where_its_slots_come_from(speaker: Answerer) -> None:
    asking = Asking(speaker)
    first = asking.answer("水质合格率多少", State(), (), None, written=True)
    assert first.state.topic.origins == {"orgs": Origin.INFERRED}
    second = asking.answer("水费收入多少", first.state, (), None, written=True)
    assert second.state.topic.origins["orgs"] is Origin.INHERITED


def test_refused_turn_leaves_the_topic_and_waits(speaker: Answerer) -> None:
    asking = Asking(speaker)
    first = asking.answer("平槐县水务局修订制度多少项", State(), (), None, written=True)
    second = asking.answer("食堂收入多少", first.state, (), None, written=True)
    assert second.answer.refused
    assert second.state.topic == first.state.topic
    assert second.state.pending is not None


@pytest.mark.parametrize(
    ("text", "names"),
    [("县残联", True), ("第三轮", True), ("2022年", True), ("水费收入", False), ("", False)],
)
def test_names_alone_are_told(speaker: Answerer, text: str, names: bool) -> None:
    assert (Asking(speaker).only_names(text) is not None) is names


def test_figure_that_reports_state_is_known(speaker: Answerer) -> None:
    assert Asking(speaker).is_known("平槐县水务局修订制度多少项")
    assert not Asking(speaker).is_known("明天的天气")
