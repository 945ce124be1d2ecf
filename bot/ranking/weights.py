"""How well a statement answers, from its signals: a rank among the others, and how sure it is by itself.

Both are weighted sums. The rank's weights are a conditional logit (McFadden 1974: the probability that a
statement is the answer, given all statements that were found), the sureness's a logistic regression on the
best-ranked statements of questions that the reports answer and of such that they do not.
``python -m bench.ranking`` fits both on labelled questions and prints the tables as ``weights.toml`` has them, with
the sets that it fitted on; the weights of signals that are rare there are bounded by what they mean.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from bot.ranking.signals import SIGNALS
from bot.ranking.weight_table import TABLE, check_signals

check_signals(TABLE, SIGNALS)

RANK: Final[Mapping[str, float]] = {name: one.value for name, one in TABLE.rank.items()}
"""What each signal adds to a statement's rank among the others."""

SURE: Final[Mapping[str, float]] = {name: one.value for name, one in TABLE.sure.items()}
"""What each signal adds to the log odds that the best-ranked statement is the answer."""

BARS: Final = TABLE.bars.signals
"""The signals of which any one says that a statement answers another question."""

UNSURE: Final = TABLE.unsure.value
"""The log odds without any signal."""

FAR_AHEAD: Final = 3.0
"""Ranks by which the first may lead, from which on it leads for certain."""


def rank_statement(signals: Mapping[str, float]) -> float:
    """Return the rank of a statement, in natural log odds against the others; higher is better."""
    return sum(weight * signals[name] for name, weight in RANK.items())


def is_barred(signals: Mapping[str, float]) -> bool:
    """Whether a statement is of something else than is asked: never the answer."""
    return any(signals[name] for name in BARS)


def sureness(signals: Mapping[str, float]) -> float:
    """Return how sure it is, from 0 to 1, that a best-ranked statement is the answer; 0 where it is barred."""
    if is_barred(signals):
        return 0.0
    odds = UNSURE + sum(weight * signals[name] for name, weight in SURE.items())
    return 1 / (1 + math.exp(-odds))


def lead_of(first: float, others: Iterable[float]) -> float:
    """Return how far the rank of the first leads the best of the others, from 0 to 1; 1 where there are none."""
    nearest = max(others, default=first - FAR_AHEAD)
    return min(1.0, max(0.0, (first - nearest) / FAR_AHEAD))
