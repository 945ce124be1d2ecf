"""The level before or after a change that was answered: a statement in, its like in the same sentence out.

药占比由31.8%降至28.3%: 原来 asks for the first, 现在 for the second.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.drafting.comparison import comparable
from checker.comparison.levels import is_earlier_level
from corpus.figure import Statement

_COMMAS: Final = re.compile("[，,；;。]")


def level_of(relation: str, stated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the level ``earlier`` or ``later`` than that of ``stated``, None where its sentence has none.

    Where the sentence tells the levels' times, these decide, else their order: what was comes before what is.
    """
    alike = [
        one
        for one in statements
        if (one.report, one.start) == (stated.report, stated.start)
        and one.figure.start != stated.figure.start
        and one.figure.value != stated.figure.value
        and comparable(one, stated)
        and (_same_metric(one, stated) or _is_one_change(one, stated))
    ]
    earlier = relation == "earlier"
    fits = [one for one in alike if _precedes(one, stated) is earlier]
    return (fits[-1] if earlier else fits[0]) if fits else None


def _precedes(one: Statement, other: Statement) -> bool:
    mine, theirs = one.figure.period, other.figure.period
    if mine and theirs and mine != theirs:
        return mine < theirs
    return one.figure.start < other.figure.start


def _is_one_change(one: Statement, other: Statement) -> bool:
    """Whether two figures are the levels of one change, the first told as what was and the second right behind it."""
    first, last = sorted((one, other), key=lambda each: each.figure.start)
    between = first.quote[first.figure.end - first.start : last.figure.start - first.start]
    return is_earlier_level(first) and not is_earlier_level(last) and not _COMMAS.search(between)


def _same_metric(one: Statement, other: Statement) -> bool:
    mine, theirs = one.figure.metric, other.figure.metric
    return not mine or not theirs or mine == theirs or mine in theirs or theirs in mine
