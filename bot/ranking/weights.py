"""How well a statement answers, from its signals: a rank among the others, and how sure it is by itself.

Both are weighted sums. The rank's weights are a conditional logit (McFadden 1974: the probability that a
statement is the answer, given all statements that were found), the sureness's a logistic regression on the
best-ranked statements of questions that the reports answer and of such that they do not.
``python -m bench.ranking`` fits both on labelled questions and prints the tables; the weights of signals that are rare
there are bounded by what they mean.
"""

import math
from collections.abc import Mapping
from typing import Final

RANK: Final[Mapping[str, float]] = {
    "other_kind": -2.50,
    "level_for_change": -2.00,
    "dateline": -2.00,
    "liked": 1.91,
    "extra": -1.91,
    "period": 1.85,
    "own": 1.58,
    "stranger": -1.57,
    "near": 1.55,
    "counted": 1.50,
    "other_unit": -1.50,
    "negated": -2.30,
    "planned": -1.50,
    "organisation": 1.45,
    "sentence": 1.42,
    "compares_another": -1.20,
    "earlier": -1.15,
    "held": 1.14,
    "action": 1.07,
    "head": 1.02,
    "local": -1.00,
    "round": 0.99,
    "other_round": -0.99,
    "rarest": 0.96,
    "member_for_all": -0.95,
    "kind": 0.86,
    "unit": 0.83,
    "compared": -0.80,
    "unnumbered": -0.80,
    "vague": -0.80,
    "absent": -0.71,
    "other_time": -0.66,
    "issuer": 0.63,
    "untimed": -0.60,
    "other_stage": -0.60,
    "part_of_date": -0.60,
    "qualified": 0.60,
    "same": 0.50,
    "change": 0.54,
    "regional": -0.50,
    "unplanned": -0.50,
    "change_for_level": -0.49,
    "elsewhere": -0.40,
    "row": -0.30,
    "anchor": 0.20,
    "averaged": -0.19,
    "other_number": -0.08,
}
"""What each signal adds to a statement's rank among the others."""

SURE: Final[Mapping[str, float]] = {
    "absent": -2.50,
    "other_kind": -2.00,
    "local": -1.50,
    "part_of_date": -1.20,
    "unnumbered": -1.20,
    "own": 1.18,
    "extra": -1.15,
    "near": 1.02,
    "other_unit": -1.00,
    "planned": -1.00,
    "unissued": -1.00,
    "sentence": 0.97,
    "vague": -0.80,
    "other_stage": -0.80,
    "liked": 0.78,
    "action": 0.76,
    "period": 0.74,
    "head": 0.60,
    "held": 0.58,
    "rarest": 0.42,
    "counted": 0.40,
    "negated": -0.35,
    "unplanned": -0.35,
    "issuer": 0.34,
    "anchor": 0.34,
    "unit": 0.24,
    "kind": 0.24,
}
"""What each signal adds to the log odds that the best-ranked statement is the answer."""

BARS: Final = (
    "stranger",
    "other_time",
    "untimed",
    "compared_with",
    "level_for_change",
    "other_round",
    "other_number",
    "dateline",
)
"""The signals of which any one says that a statement answers another question."""

UNSURE: Final = -3.78
"""The log odds without any signal."""


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
