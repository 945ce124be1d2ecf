"""Answers on labelled questions over reports of our own, without a language model, held by floors.

``tests/data/README.md`` says who wrote each set; ``python -m bench.answers --domain`` measures more of it.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import pytest

from bench.answer_scoring import score_answer
from bench.answer_sets import AnswerSet, read_domain
from bench.answers import is_right
from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from checker.verdicts import WRONG
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

DATA = Path(__file__).parents[1] / "data"
PROVINCES = [f"{name}_province" for name in ("wangchuan", "chengjiang", "lingchuan", "yanzhou", "yunshuo")]
Answered = tuple[AnswerSet, list[CheckedAnswer]]


@pytest.fixture(scope="module", params=PROVINCES)
def answered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answered]:
    """The answers to all questions of a set."""
    labelled = read_domain(DATA / request.param)
    with Index.open(tmp_path_factory.mktemp(request.param), load=LetterEmbedder) as index:
        index.add_all(labelled.reports)
        answerer = Answerer(index)
        yield labelled, [answerer.ask(item.question, after=item.after) for item in labelled.items]


def test_figures_are_stated_directly(answered: Answered) -> None:
    labelled, answers = answered
    pairs = [pair for pair in zip(labelled.items, answers, strict=True) if pair[0].kind == "figure"]
    assert fmean(score_answer(answer, item.wanted).direct for item, answer in pairs) >= 0.8


def test_questions_are_answered_right(answered: Answered) -> None:
    labelled, answers = answered
    pairs = zip(labelled.items, answers, strict=True)
    assert fmean(is_right(item, score_answer(answer, item.wanted)) for item, answer in pairs) >= 0.85


def test_what_no_report_states_is_refused_and_little_else(answered: Answered) -> None:
    labelled, answers = answered
    pairs = list(zip(labelled.items, answers, strict=True))
    unanswerable = [answer.refused for item, answer in pairs if not item.wanted.answers]
    answerable = [answer.refused for item, answer in pairs if item.wanted.answers]
    assert fmean(unanswerable) >= 0.9
    assert fmean(answerable) <= 0.08


def test_no_answer_says_a_figure_that_fails_the_check(answered: Answered) -> None:
    _, answers = answered
    assert not [finding for answer in answers for finding in answer.findings if finding.verdict in WRONG]
