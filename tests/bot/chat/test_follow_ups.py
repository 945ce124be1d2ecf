from bot.answering.pipeline import Answerer
from bot.chat.follow_ups import OFFERED, follow_ups, questions_about
from retrieval.index import Index


def test_nothing_is_tried_while_others_wait(samples: Index) -> None:
    answerer = Answerer(samples)
    answer = answerer.ask("海南省信访局2020年化解率")
    assert 0 < len(follow_ups(samples, answerer, answer)) <= OFFERED
    assert follow_ups(samples, answerer, answer, lambda: True) == ()


def test_questions_about_a_report_name_whose_figure_it_is(samples: Index) -> None:
    (first, *_) = questions_about(samples.statements(("beiping-finance-2023",)))
    assert first.startswith("北屏市财政局")
    assert first.endswith("？")
    assert list(questions_about([])) == []
