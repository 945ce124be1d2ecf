from bot.answering.pipeline import Answerer
from bot.conversation.facts.levels import change_beside, change_of, level_now, level_of, level_then
from tests.bot.conversation.facts.ledger_facts import known


def test_level_before_is_the_first_of_its_sentence(speaker: Answerer) -> None:
    later, earlier = (one.statement for one in known(speaker, ("water", "98.7%", ""), ("water", "95.2%", "")))
    beside = speaker.knowledge.statements(["water"])
    assert level_of("earlier", later, beside) == earlier
    assert level_of("later", earlier, beside) == later
    assert level_of("earlier", earlier, beside) is None


def test_times_decide_where_they_are_told(speaker: Answerer) -> None:
    (now,) = known(speaker, ("water", "9.6%", ""))
    level = level_of("earlier", now.statement, speaker.knowledge.statements(["water"]))
    assert level is not None
    assert level.figure.raw == "12.1%"


def test_change_is_reckoned_of_its_two_levels(speaker: Answerer) -> None:
    (now,) = known(speaker, ("water", "98.7%", ""))
    change = change_of(now, speaker.knowledge)
    assert change is not None
    assert (change.figure.raw, change.figure.change) == ("3.5个百分点", "up")


def test_level_now_is_what_a_change_led_to(speaker: Answerer) -> None:
    later, earlier = (one.statement for one in known(speaker, ("water", "98.7%", ""), ("water", "95.2%", "")))
    beside = speaker.knowledge.statements(["water"])
    assert level_now(earlier, "合格率是多少", beside) == later
    assert level_now(later, "合格率是多少", beside) is None
    assert level_then(later, ("年初",), beside) is None  # of no time that is told


def test_change_beside_a_figure_is_stated(speaker: Answerer) -> None:
    (now,) = known(speaker, ("water", "9.6%", ""))
    beside = speaker.knowledge.statements(["water"])
    assert change_beside("超了多少", now.statement, beside) is None
