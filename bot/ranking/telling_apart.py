"""Matches of several things that are sought: lists of them in, the same out, of which no two begin with one statement."""

from collections.abc import Sequence
from typing import Final

from bot.ranking.matching import Match

_LEAST_SHARE: Final = 0.5
"""A match that scores less than this share of the best is no second choice."""


def told_apart(matches: Sequence[Sequence[Match]]) -> list[tuple[Match, ...]]:
    """Return the matches of each thing sought, so that no two begin with the same statement.

    Of two that claim one statement, the one that loses less by its second choice takes that.
    """
    lists = [list(one) for one in matches]
    if len(lists) < 2:
        return [tuple(one) for one in lists]
    for _ in range(sum(map(len, lists))):
        clash = _clash(lists)
        if clash is None:
            break
        losses = {place: _loss(lists[place]) for place in clash}
        place = min(losses, key=lambda one: losses[one])
        if losses[place] > 1 - _LEAST_SHARE:
            break
        lists[place].pop(0)
    return [tuple(one) for one in lists]


def _clash(lists: Sequence[Sequence[Match]]) -> tuple[int, int] | None:
    """Return the places of two lists that begin with the same statement."""
    first: dict[object, int] = {}
    for place, one in enumerate(lists):
        if not one:
            continue
        if one[0].statement in first:
            return first[one[0].statement], place
        first[one[0].statement] = place
    return None


def _loss(matches: Sequence[Match]) -> float:
    """Return what share of its score is lost by the second choice, 1 without one."""
    if len(matches) < 2 or not matches[0].score:
        return 1.0
    return 1 - matches[1].score / matches[0].score
