"""Another figure of the sentence that answered: a turn that says only a measure or a time, and the last fact in, the figure out.

涉及移民2365户9128人: after 多少人 somebody asks 多少户. 逾期答复19件，较去年同期的34件: after 19件 somebody asks 去年同期呢.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.conversation.turns.saying import Saying
from bot.drafting.comparison import comparable
from corpus.figure import Kind, Statement
from corpus.quantities.units import interchangeable

_NOUNS: Final = {"人数": "人", "户数": "户", "家数": "家", "件数": "件"}
"""Nouns that ask for a number of something, each with its measure."""

_MONEY: Final = re.compile("钱|金额|资金")
_TIME_REACH: Final = 3
"""Characters that may stand between a time and the figure that is of it: 去年同期的34件."""


def beside(saying: Saying, stated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the figure of the sentence of ``stated`` that a turn asks for, None where it asks for none of it."""
    if saying.names_owner or saying.question.rounds or not set(saying.own) <= {*_NOUNS, "金额", "资金"}:
        return None
    if set(saying.relations) - {"sum"}:
        return None  # 还差多少亩
    sentence = [
        one
        for one in statements
        if (one.report, one.start) == (stated.report, stated.start)
        and one.figure.start != stated.figure.start
        and one.figure.kind not in (Kind.DATE, Kind.ORDINAL)
    ]
    if saying.question.periods:
        return _of_time(saying, stated, sentence)
    unit = _measure(saying)
    if not unit or saying.question.compared or _measures(stated, unit):
        return None
    fits = [one for one in sentence if _measures(one, unit)]
    return min(fits, key=lambda one: _distance(one, stated), default=None)


def _distance(one: Statement, stated: Statement) -> tuple[bool, int]:
    """Return how far a figure stands from another; those behind it come first."""
    return one.figure.start < stated.figure.start, abs(one.figure.start - stated.figure.start)


def _measure(saying: Saying) -> str:
    """Return the measure that a turn asks for: 户 for 多少户, 元 for 多少钱, "" where it says none."""
    named = next((_NOUNS[word] for word in saying.own if word in _NOUNS), "")
    sought = saying.question.sought
    asked = sought[-1].asked if sought else None
    if named or asked is None:
        return named or ("元" if _MONEY.search(saying.rest) and saying.own else "")
    return "元" if asked.kinds == {Kind.MONEY} else asked.measure


def _measures(one: Statement, unit: str) -> bool:
    figure = one.figure
    return (
        (figure.kind is Kind.MONEY)
        if unit == "元"
        else figure.unit == unit or interchangeable(figure.unit, unit)
    )


def _of_time(saying: Saying, stated: Statement, sentence: Sequence[Statement]) -> Statement | None:
    """Return the level that stands right behind the time that a turn says, where it says nothing else."""
    if saying.own or saying.relations:
        return None
    said = saying.text.strip("？?。那的呢啊是多少 ")
    for one in sentence:
        before = one.quote[: one.figure.start - one.start]
        place = before.rfind(said) if said else -1
        near = place >= 0 and len(before) - place - len(said) <= _TIME_REACH
        if near and not one.figure.change and _counts_alike(one, stated):
            return one
    return None


def _counts_alike(one: Statement, other: Statement) -> bool:
    return one.figure.unit == other.figure.unit or comparable(one, other)
