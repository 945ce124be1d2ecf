from bot.answering.pipeline import Answerer
from bot.conversation.state import Topic
from bot.conversation.subjects import round_choices, whole_of


def test_topic_is_summed_up(speaker: Answerer) -> None:
    answer = whole_of("怎么样", Topic(("平槐县水务局",)), speaker.subjects, speaker.knowledge)
    assert answer is not None
    assert "21个" in answer.text


def test_unknown_topic_has_no_summary(speaker: Answerer) -> None:
    assert whole_of("怎么样", Topic(("汐港市水务局",)), speaker.subjects, speaker.knowledge) is None


def test_issuers_are_offered_where_nobody_is_named(speaker: Answerer) -> None:
    answer = round_choices("整改得怎么样", speaker.knowledge)
    assert answer.refused
    assert {choice.name for choice in answer.choices} == {"平槐县水务局", "平槐县残疾人联合会"}
