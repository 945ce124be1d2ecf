from bot.answering.pipeline import Answerer
from bot.conversation.turns.contender import Contender, refusing
from bot.conversation.turns.readings import Reading


def contender(speaker: Answerer, text: str) -> Contender:
    return Contender(Reading(text, text), speaker.draft(speaker.read(text)), 1.0)


def test_stated_figure_answers(speaker: Answerer) -> None:
    one = contender(speaker, "县残联修订制度多少项")
    assert one.answers
    assert not one.asks_back


def test_refusing_keeps_what_was_found(speaker: Answerer) -> None:
    one = contender(speaker, "县残联修订制度多少项")
    refused = refusing(one)
    assert not refused.answers
    assert refused.drafted.draft.refused
    assert refused.drafted.found == one.drafted.found
    assert (refused.reading, refused.share) == (one.reading, one.share)
