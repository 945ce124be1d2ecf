from bot.answering.pipeline import Answerer
from bot.conversation.facts.terms import says_done, terms_meant, whole_and_done, whole_beside
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
