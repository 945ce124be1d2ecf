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
from bot.drafting.written_numbers import written_gap
from bot.ranking.report_knowledge import Knowledge
from checker.comparison.levels import is_earlier_level
from corpus.figure import Kind, Statement
from corpus.quantities.figures import find_figures

_COMMAS: Final = re.compile("[，,；;。]")
_APART: Final = re.compile("[；;。]")
_OVER_SAID: Final = "超"
_OVER: Final = re.compile("超[过出]|高[于出]|低于|快于|慢于|[多少]于")
_FROM: Final = re.compile(r"[由从](?P<when>[^，,。；;\d]{0,10})$")
_TO: Final = re.compile(r"[^，,。；;\d]{0,8}[到至为成][^，,。；;]{0,3}")


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
    if is_earlier_level(last) or _COMMAS.search(between):
        return False
    return is_earlier_level(first) or bool(_from(first) and _TO.fullmatch(between))


def _from(one: Statement) -> re.Match[str] | None:
    """Return what stands before a figure that says that a move begins with it (由, 从年初的)."""
    return _FROM.search(one.quote[: one.figure.start - one.start])


def level_now(stated: Statement, asked: str, statements: Sequence[Statement]) -> Statement | None:
    """Return the level that a change led to which began with ``stated``; None where ``asked`` says of when that is."""
    begins = _from(stated)
    level = level_of("later", stated, statements) if begins else None
    if begins is None or level is None or not _is_one_change(stated, level):
        return None
    when = begins["when"].strip("的　 ")
    return None if when and when in asked else level


def _same_metric(one: Statement, other: Statement) -> bool:
    mine, theirs = one.figure.metric, other.figure.metric
    return not mine or not theirs or mine == theirs or mine in theirs or theirs in mine


def level_then(
    stated: Statement, periods: Sequence[str], statements: Sequence[Statement]
) -> Statement | None:
    """Return the level that a change to ``stated`` began with, where one of ``periods`` tells when that was (年初); else None."""
    level = level_of("earlier", stated, statements)
    if level is None or not _from(level) or not _is_one_change(level, stated):
        return None
    told = stated.quote[: level.figure.start - stated.start]
    return level if any(one in told and one not in stated.figure.period for one in periods) else None


def change_beside(text: str, stated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return by how much the sentence of a figure says behind it that this rose, fell, or was over what it is measured against, as ``text`` asks; else None."""
    for one in statements:
        between = one.quote[stated.figure.end - stated.start : one.figure.start - one.start]
        behind = one.start == stated.start and one.figure.start > stated.figure.end
        points = one.figure.kind is Kind.PERCENTAGE_POINT and stated.figure.kind is Kind.PERCENT
        alike = one.figure.kind is stated.figure.kind and one.figure.unit == stated.figure.unit
        if not behind or not (points or alike):
            continue
        if _APART.search(between):
            return None
        over = _OVER_SAID not in text or _OVER.search(between)
        if over and (one.figure.change or points):
            return one
    return None


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
    raw = written_gap(second - first, stated.figure)
    figure = next(iter(find_figures(raw)), None)
    if figure is None:
        return None
    own = stated.figure
    figure = replace(figure, start=own.start, end=own.end, org=own.org, period=own.period, metric=own.metric)
    change = "down" if second < first else "up"
    placed = replace(stated, figure=replace(figure, change=change))
    return Recalled(replace(one.fact, raw=raw), placed)
