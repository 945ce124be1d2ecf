import numpy as np
import pytest

from bench.ranking import Ranked, with_leads
from bot.ranking.weights import FAR_AHEAD


def ranked(odds: list[float], barred: list[bool], quantity: list[int]) -> Ranked:
    """Statements whose only weighed signal is their rank; the second is how far each leads."""
    none, signals = np.zeros(len(odds), dtype=np.bool_), np.array([[one, 0.0] for one in odds])
    return Ranked(signals, np.array(barred), none, none, True, 1.0, np.array(quantity))


@pytest.mark.parametrize(
    ("odds", "barred", "quantity", "leads"),
    [
        pytest.param([1.0, 2.5], [False, False], [0, 1], [0.0, 1.5 / FAR_AHEAD], id="ahead of the next"),
        pytest.param([9.0, 1.0], [False, False], [0, 1], [1.0, 0.0], id="far ahead"),
        pytest.param([9.0, 1.0], [True, False], [0, 1], [0.0, 1.0], id="what is barred is no next"),
        pytest.param([1.0], [False], [0], [1.0], id="alone"),
        pytest.param([2.0, 1.9], [False, False], [0, 0], [1.0, 0.0], id="what states the same is no next"),
    ],
)
def test_lead_is_of_the_first_before_the_next(
    odds: list[float], barred: list[bool], quantity: list[int], leads: list[float]
) -> None:
    (found,) = with_leads([ranked(odds, barred, quantity)], np.array([1.0, 0.0]), 1)
    assert found.signals[:, 1] == pytest.approx(leads)
