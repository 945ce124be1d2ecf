"""How near two figures are: what stands around each in, a share from 0 to about 1 out, rare pairs weighing most."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from checker.alignment.wording import Surroundings

_NEAR: Final = (1.0, 0.75, 0.45, 0.3)
"""What a pair of the claim's own clause counts for, by the layer of the source that has it."""
_AROUND: Final = (1.0, 0.9, 0.7, 0.6)
"""The same for a pair of the claim's sentence."""
_BACK: Final = (1.0, 0.5)
"""The same for a pair of the source's own clause, found in the claim's own clause or in its sentence."""
_SHARES: Final = (0.55, 0.2, 0.25)
"""What the three count for together."""
_CARRIED: Final = 0.3
"""What is carried to a statement from the clauses before counts beside what stands around it."""
_UNKNOWN: Final = 0.5
"""The likeness of surroundings that say nothing."""


class PairWeights(dict[str, float]):
    """How much a pair of characters tells among some statements, in nats, above 0: the rarer, the more."""

    def __init__(self, around: Iterable[Surroundings]) -> None:
        told = list(around)
        self._all = len(told)
        self._seen = Counter(chain.from_iterable(one.sentence for one in told))
        self._sums: dict[frozenset[str], float] = {}

    def __missing__(self, pair: str) -> float:
        """Work out the weight of a pair that was not asked for yet."""
        weight = self[pair] = math.log(1 + (1 + self._all) / (1 + self._seen[pair]))
        return weight

    def sum(self, pairs: frozenset[str]) -> float:
        """Return what all of ``pairs`` weigh; summed once, however many statements they are compared with."""
        known = self._sums.get(pairs)
        if known is None:
            known = self._sums[pairs] = math.fsum(map(self.__getitem__, pairs))
        return known


def nearness(claim: Surroundings, stated: Surroundings, weights: PairWeights) -> float:
    """Return how near what stands around two figures is, from 0 to 1."""
    parts = (
        covered(claim.own, stated.layers, _NEAR, weights),
        covered(claim.sentence, stated.layers, _AROUND, weights),
        covered(stated.own, (claim.own, claim.sentence), _BACK, weights),
    )
    return sum(share * part for share, part in zip(_SHARES, parts, strict=True))


def sibling_nearness(claim: Surroundings, stated: Surroundings, weights: PairWeights) -> float:
    """Return the nearness to one of several statements of a sentence: what is carried to each counts as well."""
    carried = covered(claim.carried, (stated.carried,), (1.0,), weights)
    return nearness(claim, stated, weights) + _CARRIED * carried


def covered(
    asked: frozenset[str], layers: Sequence[frozenset[str]], shares: Sequence[float], weights: PairWeights
) -> float:
    """Return the share of ``asked``, by weight, that the layers have, as ``layer_share`` says; 0.5 where none is asked.

    The sums do not depend on the order of ``asked``, which a set has anew in each run: two assignments may be as good.
    """
    if not asked:
        return _UNKNOWN
    found: list[float] = []
    left = asked
    for share, layer in zip(shares, layers, strict=True):
        found += [share * weights[pair] for pair in left & layer]
        left = left - layer
    return math.fsum(found) / weights.sum(asked)


def layer_share(pair: str, layers: Sequence[frozenset[str]], shares: Sequence[float]) -> float:
    """Return what a pair counts for: the share of the first layer that has it, 0 where none has."""
    return next((share for share, layer in zip(shares, layers, strict=True) if pair in layer), 0.0)
