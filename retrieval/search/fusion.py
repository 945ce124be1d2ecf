"""Fusion: what each way of searching found of each passage, one ranking of passages out.

A passage's own score is a weighted sum of three: its BM25 score as a share of the best one, the weight of
the question's terms that stand together in one of its sentences as a share of the best one's, and its
cosine as its place between the farthest and the nearest candidate. To that comes a part of the best score
within ``NEARBY`` characters of the same report: a passage beside the one that names the subject gains.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_LEXICAL, _SENTENCE, _DENSE = 0.55, 0.3, 0.15
"""The weights of the three, set by hand and not fitted; little depends on the second digit.

Chosen on 2026-11-23 with ``python -m bench.retrieval`` on questions about news, a set whose digest was not recorded: the
passage asked for was among the first five for 0.90 of them, against 0.88 by BM25 and 0.66 by vectors alone.
"""

_NEARBY_WEIGHT = 0.3
"""The weight of the best passage nearby; set by hand with the others."""

NEARBY = 1_500
"""Characters between two passages' starts within which one lends weight to the other."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that some way found: where it stands, and what each way says of it.

    ``lexical`` is its BM25 score, ``sentence`` the weight of the terms that meet in one sentence, 0 where
    there is none; ``cosine`` is None where dense search did not find it, which counts as the farthest.
    """

    passage: str
    report: str
    start: int
    lexical: float = 0.0
    sentence: float = 0.0
    cosine: float | None = None


def fuse(candidates: list[FoundPassage]) -> list[tuple[str, float]]:
    """Return (passage, score from 0 to 1), best first.

    A way that found nothing at all has no say.
    """
    own = _own_scores(candidates)
    around = _best_nearby(candidates, own)
    scores = [
        (one.passage, (own[one.passage] + _NEARBY_WEIGHT * around[one.passage]) / (1 + _NEARBY_WEIGHT))
        for one in candidates
    ]
    return sorted(scores, key=lambda scored: (-scored[1], scored[0]))


def _own_scores(candidates: list[FoundPassage]) -> dict[str, float]:
    lexical = max((one.lexical for one in candidates), default=0.0)
    sentence = max((one.sentence for one in candidates), default=0.0)
    cosines = [one.cosine for one in candidates if one.cosine is not None]
    low, high = min(cosines, default=0.0), max(cosines, default=0.0)
    total = _LEXICAL * bool(lexical) + _SENTENCE * bool(sentence) + _DENSE * bool(cosines)
    return {
        one.passage: (
            _LEXICAL * one.lexical / (lexical or 1.0)
            + _SENTENCE * one.sentence / (sentence or 1.0)
            + (0.0 if one.cosine is None else _DENSE * _place(one.cosine, low, high))
        )
        / (total or 1.0)
        for one in candidates
    }


def _place(cosine: float, low: float, high: float) -> float:
    return (cosine - low) / (high - low) if high > low else 1.0


def _best_nearby(candidates: list[FoundPassage], scores: Mapping[str, float]) -> dict[str, float]:
    by_report: defaultdict[str, list[FoundPassage]] = defaultdict(list)
    for one in candidates:
        by_report[one.report].append(one)
    best: dict[str, float] = {}
    for group in by_report.values():
        places = [(one.passage, one.start, scores[one.passage]) for one in group]
        for passage, start, _ in places:
            best[passage] = max([score for _, other, score in places if abs(other - start) <= NEARBY])
    return best
