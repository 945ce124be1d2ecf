from bot.answering.pipeline import Answerer
from bot.conversation.state import Topic
from bot.conversation.turns.opening import opened
from bot.conversation.turns.readings import Reading, asked_by, readings
from bot.conversation.turns.saying import understand

TOPIC = Topic(("平槐县水务局",), (), ("2022年",), (), "漏损率是多少", "figure", "water")


def read(text: str, speaker: Answerer, topic: Topic = TOPIC) -> list[Reading]:
    saying = understand(text, opened(text), speaker.read, speaker.knowledge)
    return list(readings(saying, topic, asked_by(speaker.read(topic.asking))))


def test_name_alone_keeps_what_is_asked_and_when(speaker: Answerer) -> None:
    first = read("县残联呢", speaker)[0]
    assert first.text == "平槐县残疾人联合会2022年漏损率是多少"
    assert first.bare


def test_metric_alone_keeps_whose(speaker: Answerer) -> None:
    first = read("追回资金多少", speaker)[0]
    assert first.text == "平槐县水务局2022年追回资金多少"
    assert "orgs" in first.kept


def test_part_of_an_organisation_is_kept_with_it(speaker: Answerer) -> None:
    topic = Topic(("平槐县",), ("柳林乡",), (), (), "反馈多少个", "figure", "water")
    assert read("追回资金多少", speaker, topic)[0].text == "平槐县柳林乡追回资金多少"


def test_turn_by_itself_comes_last(speaker: Answerer) -> None:
    last = read("追回资金多少", speaker)[-1]
    assert (last.text, last.framed) == ("追回资金多少", False)


def test_turn_that_says_whose_is_read_by_itself_first(speaker: Answerer) -> None:
    assert read("县残联追回资金多少", speaker)[0].framed is False


def test_aim_is_asked_of_the_noun(speaker: Answerer) -> None:
    assert read("目标呢", speaker)[0].asking == "漏损率目标是多少"


def test_nothing_is_taken_from_no_topic(speaker: Answerer) -> None:
    assert [one.framed for one in read("追回资金多少", speaker, Topic())] == [False]
    assert asked_by(None).noun == ""


def test_deed_alone_is_of_what_was_spoken_of(speaker: Answerer) -> None:
    assert all(one.framed for one in read("追缴多少", speaker))
