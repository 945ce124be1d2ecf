"""Levels that a change starts from: a question for an earlier time and statements in, a worked-out ``Derived`` out.

The checker judges the result like any other figure before it leaves.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Final

from bot.drafting.derivation import ADDED, Derived, told_share
from bot.drafting.written_numbers import written
from bot.question.answer_types import kind_fitness
from bot.question.question import Question, Sought
from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.relations import relating_words

_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_YEAR_BEFORE: Final = re.compile("[比较][上去]一?年")


def level_before(question: Question, sought: Sought, statements: Iterable[Statement]) -> Derived | None:
    """Work out the level that a change starts from: of 2021年收入90万元，比2020年增加12万元 that of 2020."""
    asked = (*question.periods, *relating_words(question.text, "earlier"))
    if sought.change or not asked:
        return None
    for level, change in pairwise(statements):
        told = (level.report, level.start) == (change.report, change.start) and not level.figure.change
        if not (told and change.figure.change and _changes(level.figure, change.figure)):
            continue
        if sought.asked and kind_fitness(sought.asked, level.figure) <= 0:
            continue
        between = level.quote[level.figure.end - level.start : max(0, change.figure.start - level.start)]
        period = next((one for one in asked if _is_against(one, level.figure.period, between)), "")
        if not period or told_share(sought, (level,)) < 1:
            continue
        sign = "－" if change.figure.change == "up" else "＋"
        formula = f"{level.figure.raw}{sign}{change.figure.raw}"
        raw = written(_before(level.figure, change.figure), level.figure)
        return Derived(raw, formula, (level, change), level.figure.metric, period=period)
    return None


def _is_against(period: str, own: str, told: str) -> bool:
    """Whether ``told`` compares a level of ``own`` time with ``period``: 比2020年, 比上年 of a level of 2021."""
    year = _YEAR.search(own)
    if year and period.startswith(f"{int(year[0]) - 1}年") and _YEAR_BEFORE.search(told):
        return True
    return any(f"{mark}{period.rstrip('度')}" in told for mark in "比较")


def _changes(level: Figure, change: Figure) -> bool:
    """Whether a change is in the unit of a level, and both are exact."""
    points = level.kind is Kind.PERCENT and change.kind is Kind.PERCENTAGE_POINT
    alike = level.kind is change.kind and level.unit == change.unit and level.kind in ADDED | {Kind.DURATION}
    return (points or alike) and level.value is not None and change.value is not None


def _before(level: Figure, change: Figure) -> Decimal:
    """Return the value from which a level rose or fell by a change."""
    assert level.value is not None
    assert change.value is not None
    return level.value - change.value if change.change == "up" else level.value + change.value
