"""How well a statement answers, from its signals: a rank among the others, and how sure it is by itself.

Both are weighted sums. The rank's weights are a conditional logit (McFadden 1974: the probability that a
statement is the answer, given all statements that were found), the sureness's a logistic regression on the
best-ranked statements of questions that the reports answer and of such that they do not.
``python -m bench.ranking`` fits both on labelled questions and prints the tables below.
"""

import math
from collections.abc import Mapping
from typing import Final

RANK: Final[Mapping[str, float]] = {}
"""What each signal adds to a statement's rank among the others."""

SURE: Final[Mapping[str, float]] = {}
"""What each signal adds to the log odds that the best-ranked statement is the answer."""

UNSURE: Final = 0.0
"""The log odds without any signal."""


def rank(signals: Mapping[str, float]) -> float:
    """Return the rank of a statement, in natural log odds against the others; higher is better."""
    return sum(weight * signals[name] for name, weight in RANK.items())


def sureness(signals: Mapping[str, float]) -> float:
    """Return how sure it is, from 0 to 1, that a best-ranked statement is the answer."""
    odds = UNSURE + sum(weight * signals[name] for name, weight in SURE.items())
    return 1 / (1 + math.exp(-odds))
