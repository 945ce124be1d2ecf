"""Fusion: what lexical and dense search each found in, one ranking of passages out.

A passage's score is the weighted sum of its BM25 score, as a share of the best one, and of its cosine, as
its place between the worst and the best candidate. Then a passage gains by what stands around it: a part
of the best score within ``NEARBY`` characters of the same report.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

DENSE = 0.3
"""The dense score's weight; the lexical one has the rest."""

AROUND = 0.3
"""The weight of the best passage nearby."""

NEARBY = 1_500
"""Characters between two passages' starts within which one lends weight to the other."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands."""

    report: str
    start: int


def fuse(
    lexical: Mapping[str, float], dense: Mapping[str, float], places: Mapping[str, Place]
) -> list[tuple[str, float]]:
    """Return (passage, score from 0 to 1), best first, of the passages that have a place.

    ``lexical`` holds BM25 scores; a passage that it lacks has none of the question's terms. ``dense`` holds
    cosines; a passage that it lacks counts as the farthest. With one of the two empty the other decides.
    """
    weight = DENSE if lexical and dense else float(bool(dense))
    best = max(lexical.values(), default=1.0) or 1.0
    low, high = min(dense.values(), default=0.0), max(dense.values(), default=0.0)
    spread = (high - low) or 1.0
    own = {
        passage: (1 - weight) * lexical.get(passage, 0.0) / best
        + weight * (dense.get(passage, low) - low) / spread
        for passage in places
    }
    around = _best_nearby(own, places)
    scores = [(passage, (own[passage] + AROUND * around[passage]) / (1 + AROUND)) for passage in places]
    return sorted(scores, key=lambda scored: (-scored[1], scored[0]))


def _best_nearby(scores: Mapping[str, float], places: Mapping[str, Place]) -> dict[str, float]:
    by_report: defaultdict[str, list[str]] = defaultdict(list)
    for passage, place in places.items():
        by_report[place.report].append(passage)
    return {
        passage: max(
            scores[other]
            for other in by_report[place.report]
            if abs(places[other].start - place.start) <= NEARBY
        )
        for passage, place in places.items()
    }
