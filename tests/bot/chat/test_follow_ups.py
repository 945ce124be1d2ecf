from bot.answering.pipeline import Answerer
from bot.chat.follow_ups import OFFERED, follow_ups
from retrieval.index import Index


def test_nothing_is_tried_while_others_wait(samples: Index) -> None:
    answerer = Answerer(samples)
    answer = answerer.ask("海南省信访局2020年化解率")
    assert 0 < len(follow_ups(samples, answerer, answer)) <= OFFERED
    assert follow_ups(samples, answerer, answer, lambda: True) == ()
