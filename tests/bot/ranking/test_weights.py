import math
from collections import defaultdict

import pytest

from bot.ranking.signals import SIGNALS
from bot.ranking.weights import BARS, RANK, SURE, UNSURE, is_barred, rank_statement, sureness
from tests.bot.ranking.test_signals import ISSUED, signals

NAMES = (*RANK, *SURE, *BARS)
NONE = dict.fromkeys(NAMES, 0.0)


@pytest.fixture(scope="module")
def known() -> dict[str, float]:
    return signals("修复了多少公里水渠", ISSUED + "修复水渠37公里，清理河道12公里。", "37公里")


@pytest.mark.parametrize("name", sorted(set(NAMES)))
def test_weight_is_of_a_signal_that_there_is(name: str, known: dict[str, float]) -> None:
    assert name in known


@pytest.mark.parametrize("name", RANK)
def test_signal_adds_its_weight_to_the_rank(name: str) -> None:
    assert rank_statement(NONE | {name: 0.5}) == pytest.approx(RANK[name] / 2)


def test_rank_is_a_sum() -> None:
    assert rank_statement(NONE) == 0
    assert rank_statement(NONE | {"own": 1.0, "period": 1.0}) == pytest.approx(RANK["own"] + RANK["period"])
    assert rank_statement(NONE | {"own": 1.0, "anchor": 1.0}) > rank_statement(NONE | {"own": 1.0})


@pytest.mark.parametrize("name", BARS)
def test_bar_alone_says_that_a_statement_answers_another_question(name: str) -> None:
    one = NONE | dict.fromkeys([key for key, weight in SURE.items() if weight > 0], 1.0)
    assert not is_barred(one)
    assert is_barred(one | {name: 1.0})
    assert sureness(one | {name: 1.0}) == 0.0


def test_sureness_without_any_signal_is_that_of_nothing_known() -> None:
    assert sureness(NONE) == pytest.approx(1 / (1 + math.exp(-UNSURE)))
    assert not is_barred(NONE)


@pytest.mark.parametrize("name", [name for name in SURE if name not in BARS])
def test_sureness_moves_the_way_of_its_weight_and_stays_a_share(name: str) -> None:
    for value in (0.0, 0.5, 1.0):
        assert 0.0 < sureness(NONE | {name: value}) < 1.0
    moved = sureness(NONE | {name: 1.0}) - sureness(NONE)
    assert math.copysign(1, moved) == math.copysign(1, SURE[name])


def test_signal_that_is_missing_is_told() -> None:
    with pytest.raises(KeyError):
        rank_statement({})


def test_signals_weigh_the_same_however_they_are_kept() -> None:
    kept = defaultdict(float, {"own": 1.0})
    assert rank_statement(kept) == rank_statement(NONE | {"own": 1.0})


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
