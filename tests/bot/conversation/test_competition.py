from bot.answering.pipeline import Answerer
from bot.conversation.competition import HALF, accounted, compete
from bot.conversation.readings import Reading


def test_reading_that_accounts_for_the_words_wins(speaker: Answerer) -> None:
    framed = Reading("平槐县水务局培训残疾人员多少人次", "培训残疾人员多少人次", framed=True)
    free = Reading("培训残疾人员多少人次", "培训残疾人员多少人次")
    won = compete(speaker, [framed, free], ("培训", "残疾"), "zh")
    assert won is not None
    assert won.answers
    assert won.reading is free


def test_refusal_is_given_where_none_is_answered(speaker: Answerer) -> None:
    won = compete(speaker, [Reading("县残联食堂收入多少", "食堂收入多少")], ("食堂",), "zh")
    assert won is not None
    assert not won.answers


def test_nothing_wins_among_none(speaker: Answerer) -> None:
    assert compete(speaker, [], (), "zh") is None


def test_words_that_are_nowhere_are_not_accounted_for(speaker: Answerer) -> None:
    drafted = speaker.draft(speaker.read("平槐县水务局修订制度多少项"))
    assert accounted(("修订",), drafted) == 1.0
    assert accounted(("宇航员",), drafted) < HALF
    assert accounted((), drafted) == 1.0
