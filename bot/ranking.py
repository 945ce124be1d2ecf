"""How well a statement answers, from its signals: a rank among the others, and how sure it is by itself.

Both are weighted sums. The rank's weights are a conditional logit (McFadden 1974: the probability that a
statement is the answer, given all statements that were found), the sureness's a logistic regression on the
best-ranked statements of questions that the reports answer and of such that they do not.
``python -m bench.ranking`` fits both on labelled questions and prints the tables below.
"""

import math
from collections.abc import Mapping
from typing import Final

RANK: Final[Mapping[str, float]] = {
    "other_kind": -2.50,
    "dateline": -2.00,
    "extra": -1.93,
    "liked": 1.92,
    "period": 1.86,
    "stranger": -1.58,
    "near": 1.56,
    "own": 1.56,
    "other_unit": -1.50,
    "negated": -1.50,
    "organisation": 1.40,
    "sentence": 1.39,
    "earlier": -1.15,
    "held": 1.08,
    "head": 1.07,
    "action": 1.06,
    "local": -1.00,
    "kind": 0.99,
    "round": 0.99,
    "other_round": -0.99,
    "member_for_all": -0.96,
    "absent": -0.96,
    "rarest": 0.92,
    "unit": 0.79,
    "planned": -0.74,
    "other_time": -0.66,
    "issuer": 0.66,
    "change_for_level": -0.63,
    "untimed": -0.60,
    "part_of_date": -0.60,
    "change": 0.55,
    "level_for_change": -0.54,
    "elsewhere": -0.41,
    "row": -0.32,
    "other_stage": -0.32,
    "averaged": -0.19,
}
"""What each signal adds to a statement's rank among the others."""

SURE: Final[Mapping[str, float]] = {
    "absent": -2.50,
    "other_kind": -2.00,
    "untimed": -2.00,
    "local": -1.50,
    "extra": -1.17,
    "own": 1.14,
    "other_unit": -1.00,
    "near": 1.00,
    "sentence": 0.90,
    "period": 0.84,
    "action": 0.78,
    "liked": 0.64,
    "head": 0.63,
    "held": 0.60,
    "part_of_date": -0.50,
    "negated": -0.34,
    "issuer": 0.30,
    "other_stage": -0.23,
    "rarest": 0.22,
    "kind": 0.21,
    "organisation": -0.14,
    "anchor": 0.12,
    "planned": -0.10,
    "unit": 0.09,
    "row": -0.08,
    "level_for_change": 0.05,
}
"""What each signal adds to the log odds that the best-ranked statement is the answer."""

BARS: Final = ("stranger", "other_time", "other_round", "other_number", "dateline")
"""The signals of which any one says that a statement answers another question."""

UNSURE: Final = -3.39
"""The log odds without any signal."""


def rank(signals: Mapping[str, float]) -> float:
    """Return the rank of a statement, in natural log odds against the others; higher is better."""
    return sum(weight * signals[name] for name, weight in RANK.items())


def is_barred(signals: Mapping[str, float]) -> bool:
    """Whether a statement is of another organisation, time or round, or a dateline: never the answer."""
    return any(signals[name] for name in BARS)


def sureness(signals: Mapping[str, float]) -> float:
    """Return how sure it is, from 0 to 1, that a best-ranked statement is the answer; 0 where it is barred."""
    if is_barred(signals):
        return 0.0
    odds = UNSURE + sum(weight * signals[name] for name, weight in SURE.items())
    return 1 / (1 + math.exp(-odds))
