"""The level before or after a change that was answered, and the change itself: a statement in, its like in the same sentence out.

药占比由31.8%降至28.3%: 原来 asks for the first, 现在 for the second.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.conversation.facts.ledger import Recalled
from bot.drafting.comparison import comparable
from bot.drafting.written_numbers import written
from bot.ranking.report_knowledge import Knowledge
from checker.comparison.levels import is_earlier_level
from checker.finding import plain_number
from corpus.figure import Kind, Statement
from corpus.quantities.figures import find_figures

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


def change_of(one: Recalled, knowledge: Knowledge) -> Recalled | None:
    """Return by how much what was answered rose or fell: as its sentence states it, else from its two levels."""
    stated = one.statement
    beside = [
        other
        for other in knowledge.statements([stated.report])
        if other.start == stated.start and other.figure.metric == stated.figure.metric
    ]
    for other in beside:
        if other.figure.change and other.figure.value is not None:
            return Recalled(replace(one.fact, at=other.figure.start, raw=other.figure.raw), other)
    levels = [other for other in beside if comparable(other, stated) and other.figure.value is not None]
    if len(levels) != 2:
        return None
    first, second = levels[0].figure.value or Decimal(0), levels[1].figure.value or Decimal(0)
    raw = written(abs(second - first), stated.figure)
    if stated.figure.kind is Kind.PERCENT:
        raw = f"{plain_number(abs(second - first))}个百分点"
    figure = next(iter(find_figures(raw)), None)
    if figure is None:
        return None
    own = stated.figure
    figure = replace(figure, start=own.start, end=own.end, org=own.org, period=own.period, metric=own.metric)
    change = "down" if second < first else "up"
    placed = replace(stated, figure=replace(figure, change=change))
    return Recalled(replace(one.fact, raw=raw), placed)
