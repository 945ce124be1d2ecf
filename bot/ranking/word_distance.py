"""How near the words of a question stand to a figure: words with their weights and a statement in, 0 to 1 out."""

import re
from collections.abc import Sequence
from typing import Final

from bot.question.content_words import variants
from corpus.figure import Statement

_STEP: Final = re.compile("[，；,;、]")
_HALF_SURE: Final = 12
"""Characters from a word at which a figure is half as sure to be that word's."""


def nearness_of(weights: Sequence[tuple[str, float]], statement: Statement) -> float:
    """Return how near the words stand to a figure, 0 to 1, by weight."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    total = near = 0.0
    for word, weight in weights:
        total += weight
        distances = [_distance(statement.quote, form, start, end) for form in variants(word)]
        closest = min((one for one in distances if one is not None), default=None)
        near += weight * (_HALF_SURE / (_HALF_SURE + closest) if closest is not None else 0.0)
    return near / total if total else 0.5


def _distance(quote: str, word: str, start: int, end: int) -> int | None:
    """Return the characters between a word and a figure, a break of clause counted as ``_HALF_SURE``; None without it."""
    closest: int | None = None
    place = quote.find(word)
    while place >= 0:
        between = quote[place + len(word) : start] if place < start else quote[end:place]
        steps = len(between) + _HALF_SURE * len(_STEP.findall(between))
        closest = steps if closest is None else min(closest, steps)
        place = quote.find(word, place + 1)
    return closest
