import math

import pytest

from bot.ranking.signals import SIGNALS
from bot.ranking.weights import BARS, RANK, SURE, UNSURE, is_barred, rank_statement, sureness

NOTHING = dict.fromkeys(SIGNALS, 0.0)


def test_rank_adds_the_weights_of_the_signals() -> None:
    assert rank_statement(NOTHING) == 0
    assert rank_statement({**NOTHING, "liked": 0.5, "negated": 1.0}) == pytest.approx(
        0.5 * RANK["liked"] + RANK["negated"]
    )


def test_sureness_without_any_signal_is_small() -> None:
    assert sureness(NOTHING) == pytest.approx(1 / (1 + math.exp(-UNSURE)))
    assert sureness(NOTHING) < 0.05


def test_sureness_grows_with_what_speaks_for_a_statement() -> None:
    surer = {**NOTHING, "own": 1.0, "near": 1.0, "sentence": 1.0}
    assert sureness(surer) > sureness({**NOTHING, "own": 1.0}) > sureness(NOTHING)


@pytest.mark.parametrize("bar", BARS)
def test_barred_statement_is_never_the_answer(bar: str) -> None:
    signals = {**NOTHING, **dict.fromkeys(SURE, 1.0), bar: 1.0}
    assert is_barred(signals)
    assert sureness(signals) == 0


def test_statement_without_a_bar_is_not_barred() -> None:
    assert not is_barred({**NOTHING, "absent": 1.0})
