"""The terms of an announced derivation: its wordings in, the statements that they tell of out.

A wording is a claim whose number is missing. It is read like a claim and looks for its statement as one does, but
for its number: so what a derivation is reckoned from does not depend on what it is said to come to.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from checker.alignment.contrast import is_numbered_otherwise
from checker.alignment.joint import role
from checker.alignment.nearness import PairWeights, layer_share
from checker.alignment.wording import Surroundings, named_pairs, surroundings
from checker.arithmetic.announced import Announced, Operation, TermWording
from checker.arithmetic.words import any_arithmetic_word
from checker.cases import Case
from checker.comparison.agreement import PER_CENT, UnitRelation, relate_units
from checker.comparison.likeness import compare_owners, compare_times
from checker.comparison.plan_marks import is_planned
from corpus.figure import Kind, Statement
from corpus.organisations.sameness import Sameness
from corpus.statements.statements import read_draft
from corpus.times.periods import PeriodRelation

_MOST: Final = 60
_LAYERS: Final = (1.0, 0.75, 0.45, 0.3)
"""What a pair of the wording counts for where the statement's own clause has it, what is carried into it, and so on."""
_FORWARD: Final = 0.7
_TRIED: Final = 4
"""Statements that each wording is tried with, the nearest first."""
_LEAST: Final = 0.4
"""Least nearness of a wording and its statement."""
_ALIKE: Final = 0.3
"""What it adds that two terms are told in the same words."""
_AS_NEAR: Final = 0.06
_COUNT: Final = re.compile(rf"(?:{any_arithmetic_word('count')})[是为达共]?$")
_STAND_IN: Final = "8个"
_OF_TWO: Final = frozenset({Operation.DIFFERENCE, Operation.CHANGE, Operation.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Term:
    """A wording read as a claim, with what stands around it, and what it says that the other wordings do not.

    ``named`` is whose and when it is.
    """

    claim: Statement
    around: Surroundings
    marks: frozenset[str]
    named: frozenset[str]


def bind(case: Case, announced: Announced) -> tuple[Statement, ...]:
    """Return the statements that the announced terms tell of, in their order, () where one finds none of its own."""
    terms = _terms(case, announced)
    if not terms:
        return ()
    nearest = {id(s): s for term in terms for s in case.evidence.nearest(term.claim, _MOST)}
    stated = [s for s in nearest.values() if _may_be_term(case, announced, s)]
    around = {id(s): case.evidence.source.around(s) for s in stated}
    named = {id(s): named_pairs(s) for s in stated}
    weights = PairWeights(around.values())
    found = []
    for term in terms:
        near = [
            (_nearness(term, around[id(s)], named[id(s)], weights), s)
            for s in stated
            if _fits(case, term, s, around[id(s)], named[id(s)])
        ]
        found.append(sorted((one for one in near if one[0] >= _LEAST), key=lambda one: -one[0]))
    if announced.members:
        return _members(found[0], announced.members, around)
    tried = [near[:_TRIED] for near in found]
    return _together(tried, around, differ=announced.operation in _OF_TWO)


def _nearness(term: Term, around: Surroundings, named: frozenset[str], weights: PairWeights) -> float:
    """Return how near a wording is to what stands around a statement, from 0 to 1; whose and when both are is left out."""
    names = term.named | named
    asked, told = term.around.sentence - names, around.own - names
    layers = _layers(around)
    forward = math.fsum(weights[pair] * layer_share(pair, layers, _LAYERS) for pair in asked)
    back = math.fsum(map(weights.__getitem__, told & term.around.sentence))
    whole = math.fsum(map(weights.__getitem__, asked)), math.fsum(map(weights.__getitem__, told))
    return _FORWARD * _part(forward, whole[0]) + (1 - _FORWARD) * _part(back, whole[1])


def _layers(around: Surroundings) -> tuple[frozenset[str], ...]:
    return around.own, around.carried, around.sentence, around.further


def _part(told: float, whole: float) -> float:
    return told / whole if whole else 1.0


def _together(
    found: Sequence[Sequence[tuple[float, Statement]]], around: dict[int, Surroundings], *, differ: bool
) -> tuple[Statement, ...]:
    """Return one statement for each wording, each another, that are nearest and most alike together.

    Where their quantities have to ``differ``, none is the other stated once more (in a table).
    """
    best: tuple[float, tuple[Statement, ...]] = (0.0, ())
    for chosen in product(*found):
        statements = tuple(statement for _, statement in chosen)
        first = statements[0]
        told = {s.figure.value for s in statements} if differ else {id(s) for s in statements}
        if len(told) < len(statements):
            continue
        if any(relate_units(first.figure, s.figure) is not UnitRelation.SAME for s in statements[1:]):
            continue
        score = sum(score for score, _ in chosen) / len(chosen)
        score += _ALIKE * min(_likeness(around[id(first)].own, around[id(s)].own) for s in statements[1:])
        if score > best[0]:
            best = (score, statements)
    return best[1]


def _members(
    near: Sequence[tuple[float, Statement]], count: int, around: dict[int, Surroundings]
) -> tuple[Statement, ...]:
    """Return the statements of one wording that are told alike, where they are as many as the claim says."""
    if not near:
        return ()
    if series := _series([s for _, s in near], count, around):
        return series
    best, first = near[0]
    own = around[id(first)].own
    alike = [
        s
        for score, s in near
        if relate_units(first.figure, s.figure) is UnitRelation.SAME
        and (score >= best - _AS_NEAR or _likeness(own, around[id(s)].own) >= 1)
    ]
    return tuple(sorted(alike, key=lambda s: (s.report, s.figure.start))) if len(alike) == count else ()


def _series(near: Sequence[Statement], count: int, around: dict[int, Surroundings]) -> tuple[Statement, ...]:
    """Return the statements of the nearest one's sentence that tell of things of one sort, each by another number."""
    first = near[0]
    beside = [
        s
        for s in near
        if s.start == first.start
        and s.report == first.report
        and relate_units(s.figure, first.figure) is UnitRelation.SAME
    ]
    for sort in around[id(first)].numbered:
        numbers = [around[id(s)].numbered.get(sort, 0) for s in beside]
        if len(beside) == count == len(set(numbers)) and all(numbers):
            return tuple(sorted(beside, key=lambda s: s.figure.start))
    return ()


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def _terms(case: Case, announced: Announced) -> list[Term]:
    raw = case.figure.raw if announced.operation in {Operation.SUM, Operation.DIFFERENCE} else _STAND_IN
    read = [_read(case, wording, raw) for wording in announced.terms]
    claims = [claim for claim in read if claim is not None]
    if len(claims) < len(read):
        return []
    told = [surroundings([claim])[0] for claim in claims]
    shared = frozenset.intersection(*(one.sentence for one in told))
    return [
        Term(claim, one, one.sentence - shared, named_pairs(claim))
        for claim, one in zip(claims, told, strict=True)
    ]


def _read(case: Case, wording: TermWording, raw: str) -> Statement | None:
    """Return the claim that the wording is, with the organisation and time of the whole where it names none."""
    before = _COUNT.sub("", wording.before)
    text = f"{before}{raw}{wording.after}。"
    at = len(before)
    found = next(
        (s for s in read_draft(text, case.evidence.directory) if s.figure.start <= at < s.figure.end), None
    )
    if found is None:
        return None
    figure, whole = found.figure, case.figure
    return replace(
        found, figure=replace(figure, org=figure.org or whole.org, period=figure.period or whole.period)
    )


def _may_be_term(case: Case, announced: Announced, stated: Statement) -> bool:
    """Whether the statement is of a sort that the operation takes: a level, in units that come to the claim's."""
    figure = stated.figure
    if figure.value is None or is_planned(stated):
        return False
    points = case.figure.kind is Kind.PERCENTAGE_POINT
    if (figure.kind in PER_CENT) != points:
        return False
    if announced.operation in {Operation.CHANGE, Operation.MULTIPLE} or points:
        return not figure.change
    return relate_units(case.figure, figure) is UnitRelation.SAME


def _fits(case: Case, term: Term, stated: Statement, around: Surroundings, named: frozenset[str]) -> bool:
    """Whether nothing speaks against the wording's telling of the statement, whose and when it is being ``named``."""
    mine, theirs = case.features(term.claim), case.features(stated)
    if compare_owners(term.claim.figure.org, stated.figure.org) is Sameness.DIFFERENT:
        return False
    if compare_times(term.claim, stated, case.features) is PeriodRelation.DIFFERENT:
        return False
    if is_numbered_otherwise(term.around, around) or mine.negated != theirs.negated:
        return False
    if role(stated)[1]:
        return False
    return not term.marks or bool(term.marks & named.union(*_layers(around)))
