from dataclasses import FrozenInstanceError

import pytest

from bot.answering.pipeline import Answerer
from bot.drafting.candidates import Found
from bot.ranking.term_weights import EVEN


@pytest.mark.parametrize(
    ("question", "sought", "sides", "parts"),
    [
        pytest.param("青岩市水务局反馈多少问题、定了多少措施", 2, 0, 0, id="two figures"),
        pytest.param("青岩市水务局和林业局谁被反馈的问题多", 1, 2, 0, id="two sides"),
        pytest.param("青岩市水务局党纪处分和政务处分一共几个人", 1, 0, 2, id="two parts"),
        pytest.param("青岩市水务局怎样整改", 1, 0, 0, id="words"),
    ],
)
def test_found_has_matches_for_each_thing_sought(
    question: str, sought: int, sides: int, parts: int, grouped: Answerer
) -> None:
    _, found = grouped.find(question)
    assert (len(found.matches), len(found.sides), len(found.parts)) == (sought, sides, parts)
    assert {hit.report for hit in found.hits} <= set(found.places)
    assert set(found.places) <= set(found.searched)
    assert {one.report for one in found.statements} <= set(found.places)


def test_matches_stand_best_first(grouped: Answerer) -> None:
    _, found = grouped.find("青岩市水务局反馈多少问题")
    ranks = [match.rank for match in found.matches[0]]
    assert ranks[0] == max(ranks)


def test_found_of_nothing_has_nothing_and_weighs_words_alike() -> None:
    found = Found((), (), {}, ())
    assert not any((found.statements, found.sides, found.parts))
    assert found.weights.of("整改") == EVEN
    assert found.weights is not Found((), (), {}, ()).weights


def test_found_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Found((), (), {}, ()).hits = ()  # type: ignore[misc]
