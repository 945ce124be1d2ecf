from dataclasses import replace

from bot.answering.pipeline import Answerer
from bot.conversation.turns.carrying import carrying, of_kind
from corpus.figure import Kind
from corpus.statements.statements import read_draft


def test_kind_of_figure_is_taken_over(speaker: Answerer) -> None:
    question = speaker.read("水务局培训残疾人员呢")
    (anchor,) = read_draft("培训残疾人员41人次。")
    taken = of_kind(question, anchor)
    assert all(Kind.MONEY not in one.asked.kinds for one in taken.sought if one.asked)


def test_kind_that_the_turn_cannot_mean_is_not_taken_over(speaker: Answerer) -> None:
    question = speaker.read("漏损率是百分之几")
    (anchor,) = read_draft("追回资金12万元。")
    assert of_kind(question, anchor) == question


def test_rate_that_was_worked_out_leaves_every_kind_of_rate(speaker: Answerer) -> None:
    question = speaker.read("整改完成率是多少")
    (anchor,) = read_draft("整改完成率92%。")
    assert of_kind(question, anchor) == question


def test_words_of_the_question_before_are_carried_as_context(speaker: Answerer) -> None:
    before = speaker.read("水务局培训的残疾人员有多少人次")
    question = speaker.read("那合格率呢")
    carried = carrying(question, before)
    assert carried.leans
    own = {word for one in question.sought for word in (*one.context, *one.words)}
    added = {word for one in carried.sought for word in one.context} - own
    assert "残疾" in "".join(added)


def test_words_that_the_turn_says_itself_are_not_carried_twice(speaker: Answerer) -> None:
    question = speaker.read("水务局培训的残疾人员有多少人次")
    carried = carrying(question, question)
    assert replace(carried, leans=question.leans) == question
