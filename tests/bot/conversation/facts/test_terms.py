from bot.answering.pipeline import Answerer
from bot.conversation.facts.terms import (
    left_stated,
    says_done,
    terms_meant,
    two_levels,
    two_named,
    whole_and_done,
    whole_beside,
)
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import understand
from tests.bot.conversation.facts.ledger_facts import known

ROWS = (("water", "13项", "平槐县水务局"), ("union", "9项", "平槐县残疾人联合会"))


def test_facts_of_the_last_question_are_meant(speaker: Answerer) -> None:
    ledger = known(speaker, *ROWS)
    assert [one.figure.raw for one in terms_meant("哪个多", ledger, several=True)] == ["13项", "9项"]
    assert len(terms_meant("两个加起来", ledger, several=True)) == 2
    assert terms_meant("三个加起来", ledger, several=True) == ()
    assert terms_meant("哪个多", [], several=True) == ()


def test_whole_and_what_is_done_of_it_are_told(speaker: Answerer) -> None:
    pair = whole_and_done(known(speaker, ("water", "66条", ""), ("water", "60条", "")))
    assert pair is not None
    assert [one.figure.raw for one in pair] == ["66条", "60条"]


def test_what_is_done_of_another_is_of_no_whole(speaker: Answerer) -> None:
    assert whole_and_done(known(speaker, ("water", "66条", "甲科"), ("water", "21个", "乙科"))) is None
    assert whole_and_done(known(speaker, ("water", "60条", ""), ("water", "21个", ""))) is None


def test_deed_that_a_turn_says_was_not_done_tells_what_was(speaker: Answerer) -> None:
    assert says_done("已落实")
    assert says_done("整改")
    assert not says_done("整改措施")
    assert not says_done("扣回价款")
    assert says_done("扣回价款", ["扣回"])


def test_whole_stands_before_in_the_same_sentence(speaker: Answerer) -> None:
    pair = whole_beside(known(speaker, ("water", "21个", "")), speaker.knowledge)
    assert pair is not None
    assert pair[0].figure.raw == "24个"


def test_whole_and_done_are_of_what_was_answered_last(speaker: Answerer) -> None:
    rows = ("water", "24个", ""), ("water", "21个", "")
    assert whole_and_done(known(speaker, *rows)) is not None
    assert whole_and_done(known(speaker, *rows, ("water", "60条", ""))) is None


def test_whole_stands_before_what_a_turn_says_was_not_done(speaker: Answerer) -> None:
    found = known(speaker, ("water", "13项", ""))
    assert whole_beside(found, speaker.knowledge, ["修订"]) is None


def test_two_that_a_turn_names_are_meant(speaker: Answerer) -> None:
    ledger = known(
        speaker, ("water", "9.6%", "2022年"), ("water", "12.1%", "2021年"), ("water", "98.7%", "合格率")
    )
    text = "2021年和2022年差几个点"
    pair = two_named(understand(text, opened(text), speaker.read, speaker.knowledge), ledger)
    assert pair is not None
    assert {one.figure.raw for one in pair} == {"9.6%", "12.1%"}


def test_two_levels_of_one_change_are_told_from_other_figures(speaker: Answerer) -> None:
    levels = known(speaker, ("water", "95.2%", ""), ("water", "98.7%", ""))
    assert two_levels(levels) == tuple(levels)
    assert two_levels(known(speaker, ("water", "9.6%", ""), ("water", "98.7%", ""))) is None
    assert two_levels(levels[:1]) is None


def test_what_is_left_is_stated_or_not(speaker: Answerer) -> None:
    whole, done = known(speaker, ("water", "66条", ""), ("water", "60条", ""))
    assert left_stated(whole, done, ("落实",), speaker.knowledge) is None
