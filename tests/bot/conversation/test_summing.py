import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.state import NEW_DIALOGUE, State, Topic
from bot.conversation.summing import Summing


@pytest.mark.parametrize(
    ("text", "names"),
    [("县残联", True), ("第三轮", True), ("2022年", True), ("水费收入", False), ("", False)],
)
def test_names_alone_are_told(speaker: Answerer, text: str, names: bool) -> None:
    assert (Summing(speaker).only_names(text) is not None) is names


def test_named_organisation_is_summed_up(speaker: Answerer) -> None:
    heard = Summing(speaker).summary("水务局整改得怎么样", "水务局", NEW_DIALOGUE)
    assert heard is not None
    assert "21个" in heard.answer.text
    assert heard.state.topic.act == "summary"


def test_topic_is_summed_up_where_nobody_is_named(speaker: Answerer) -> None:
    heard = Summing(speaker).summary("情况怎么样", "", State(Topic(("平槐县残疾人联合会",))))
    assert heard is not None
    assert "16个" in heard.answer.text


def test_metric_is_not_summed_up(speaker: Answerer) -> None:
    assert Summing(speaker).summary("漏损率怎么样", "漏损率", NEW_DIALOGUE) is None


def test_summary_in_so_many_words_is_given(speaker: Answerer) -> None:
    heard = Summing(speaker).requested("总结一下平槐县水务局", NEW_DIALOGUE)
    assert heard is not None
    assert not heard.answer.refused
    assert Summing(speaker).requested("修订制度多少项", NEW_DIALOGUE) is None
