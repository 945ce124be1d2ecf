"""What goes into a summary, within its room: facts in, a ``Plan`` out."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.summary.aspects import (
    ACCOUNTABILITY,
    ASPECTS,
    INSPECTION,
    PROGRESS,
    REMAINING,
    RESULTS,
    Aspect,
    weight_of,
)
from bot.summary.facts import Fact, Problem
from bot.summary.key_figures import Snippet
from bot.summary.plan import Plan
from bot.summary.selection import Piece, ReportSpan, overlaps, pieces_for, select
from bot.summary.writing import write

LEAST_POINTS: Final = 3
_OF_ALL: Final = (INSPECTION, PROGRESS, ACCOUNTABILITY)
OF_ONE: Final = 1.5
"""What a clause on one of several organisations loses in an aspect that is told of all of them."""

_CHOOSING: Final = (ACCOUNTABILITY, PROGRESS, INSPECTION, REMAINING, RESULTS)
"""The order in which aspects choose: those with few clauses of their own before those with many."""

_SHORT: Final = (
    *(PROGRESS, RESULTS, INSPECTION, ACCOUNTABILITY, REMAINING, RESULTS, "problems", PROGRESS, "problems"),
    *(RESULTS, INSPECTION, "problems", ACCOUNTABILITY, RESULTS, PROGRESS, "problems", REMAINING, "problems"),
)
"""What a short summary takes in, in this order, as long as there is room."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The clauses at hand for each aspect, best first, and the problems that may be named."""

    pieces: Mapping[str, tuple[Piece, ...]]
    problems: tuple[Problem, ...]
    all_problems: int
    rest: tuple[Piece, ...]

    @classmethod
    def of(
        cls,
        facts: Sequence[Fact],
        problems: Sequence[Problem],
        barred: Collection[ReportSpan],
        widened: Collection[ReportSpan],
        *,
        several: bool,
    ) -> "Shelf":
        """Choose clauses for every aspect, none of them ``barred``, each for one aspect only."""
        taken = set(barred)
        told: list[Piece] = []
        chosen: dict[str, tuple[Piece, ...]] = {}
        for aspect in _CHOOSING:
            pieces = [
                _among_several(aspect, score, told_whole) if several else (score, told_whole)
                for score, piece in pieces_for(aspect, facts, taken)
                for told_whole in [_as_told(piece, widened)]
            ]
            best = select(pieces, aspect.long, told if aspect in (RESULTS, REMAINING) else ())
            chosen[aspect.name] = tuple(best)
            told += best
            taken.update(piece.span for piece in best)
        nameable = [one for one in problems if not overlaps((one.report.id, one.start, one.end), barred)]
        return cls(chosen, tuple(nameable), len(problems), tuple(_rest(facts, taken)))


def _as_told(piece: Piece, widened: Collection[ReportSpan]) -> Piece:
    """Tell the whole clause where its part alone failed the check: what it counts may stand before it."""
    return replace(piece, segments=piece.fact.segments) if piece.span in widened else piece


def _among_several(aspect: Aspect, score: float, piece: Piece) -> tuple[float, Piece]:
    """Name a clause's organisation; what is told of all comes before what is told of one of them."""
    lost = OF_ONE if aspect in _OF_ALL and piece.fact.owner else 0.0
    return score - lost, _labelled(piece)


def _labelled(piece: Piece) -> Piece:
    """Name a clause's organisation before it where it does not name it itself."""
    fact = piece.fact
    if not fact.owner or fact.owner in piece.text:
        return piece
    return replace(piece, label=fact.owner)


def _rest(facts: Sequence[Fact], taken: Collection[ReportSpan]) -> list[Piece]:
    """Return whole clauses that no aspect took, those that tell most first: for reports of another kind."""
    whole = [Piece(fact, fact.segments) for fact in facts if not any(one.barred for one in fact.segments)]
    free = [piece for piece in whole if not overlaps(piece.span, taken) and len(piece.text) <= 160]

    def told(piece: Piece) -> float:
        figures = sum(weight_of(one.figure) for one in piece.quantities)
        return min(figures, 3.0) + 2.0 * (1 - piece.fact.place)

    return sorted(free, key=told, reverse=True)


def fill_plan(plan: Plan, shelf: Shelf, keys: Sequence[Snippet], limit: int | None) -> Plan:
    """Put in what there is, by weight; ``limit`` is the most characters of the text, None for no limit."""
    plan = replace(plan, all_problems=shelf.all_problems)
    if limit is None:
        full = {aspect.name: shelf.pieces[aspect.name] for aspect in ASPECTS if shelf.pieces[aspect.name]}
        plan = replace(plan, keys=tuple(keys), problems=shelf.problems, pieces=_in_order(full))
        return _with_rest(plan, shelf, lambda _: True)

    def fits(one: Plan) -> bool:
        return len(write(one).text) <= limit

    for key in keys:
        wider = replace(plan, keys=(*plan.keys, key))
        plan = wider if fits(wider) else plan
    chosen: dict[str, list[Piece]] = {}
    waiting = {name: list(pieces) for name, pieces in shelf.pieces.items()}
    problems = list(shelf.problems)
    for item in _SHORT:
        if isinstance(item, str):
            wider = replace(plan, problems=(*plan.problems, *problems[:2]))
            if problems and fits(wider):
                plan, problems = wider, problems[2:]
            continue
        plan = _widened(plan, item, chosen, waiting[item.name], fits)
    return _with_rest(plan, shelf, fits)


def _widened(
    plan: Plan,
    aspect: Aspect,
    chosen: dict[str, list[Piece]],
    waiting: list[Piece],
    fits: Callable[[Plan], bool],
) -> Plan:
    """Take in the next clause of an aspect that there is room for."""
    mine = chosen.setdefault(aspect.name, [])
    while waiting and len(mine) < aspect.short:
        piece = waiting.pop(0)
        wider = replace(plan, pieces=_in_order({**chosen, aspect.name: [*mine, piece]}))
        if fits(wider):
            mine.append(piece)
            return wider
    return plan


def _with_rest(plan: Plan, shelf: Shelf, fits: Callable[[Plan], bool]) -> Plan:
    """Take in what no aspect took until there are points enough."""
    rest: list[Piece] = []
    for piece in shelf.rest:
        if len([name for name in plan.pieces if name != "rest"]) + len(rest) >= LEAST_POINTS:
            break
        wider = replace(plan, pieces={**plan.pieces, "rest": _sorted([*rest, piece])})
        if fits(wider):
            rest.append(piece)
            plan = wider
    return plan


def _in_order(chosen: Mapping[str, Sequence[Piece]]) -> dict[str, tuple[Piece, ...]]:
    return {aspect.name: _sorted(chosen[aspect.name]) for aspect in ASPECTS if chosen.get(aspect.name)}


def _sorted(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda one: (_date(one), one.fact.report.id, one.start)))


def _date(piece: Piece) -> str:
    published = piece.fact.report.published
    return published.isoformat() if published else ""
