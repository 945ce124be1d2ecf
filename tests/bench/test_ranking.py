import numpy as np
import pytest

from bench.ranking import Ranked, with_leads
from bot.ranking.matching import FAR_AHEAD


def ranked(odds: list[float], barred: list[bool]) -> Ranked:
    """Statements whose only weighed signal is their rank; the second is how far each leads."""
    none = np.zeros(len(odds), dtype=np.bool_)
    return Ranked(np.array([[one, 0.0] for one in odds]), np.array(barred), none, none, True, 1.0)


@pytest.mark.parametrize(
    ("odds", "barred", "leads"),
    [
        pytest.param([1.0, 2.5], [False, False], [0.0, 1.5 / FAR_AHEAD], id="ahead of the next"),
        pytest.param([9.0, 1.0], [False, False], [1.0, 0.0], id="far ahead"),
        pytest.param([9.0, 1.0], [True, False], [0.0, 1.0], id="what is barred is no next"),
        pytest.param([1.0], [False], [1.0], id="alone"),
    ],
)
def test_lead_is_of_the_first_before_the_next(
    odds: list[float], barred: list[bool], leads: list[float]
) -> None:
    (found,) = with_leads([ranked(odds, barred)], np.array([1.0, 0.0]), 1)
    assert found.signals[:, 1] == pytest.approx(leads)
