"""The one alignment: the figures of a sentence under check are assigned to statements together, each once.

A sentence says of its figures what the source says of them, in whatever words: 112个任务完成103个 finds its pair, and
where two numbers are exchanged each finds the other's. How near two figures are is what their surroundings
share (:mod:`checker.alignment.wording`), weighed by how rare it is; the assignment is the one of the greatest sum
(Kuhn 1955, the Hungarian method, as :func:`scipy.optimize.linear_sum_assignment` has it).
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, takewhile
from typing import Final

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from checker.alignment.aligned import Aligned
from checker.alignment.contrast import (
    Apart,
    is_marked,
    is_numbered_otherwise,
    is_of_another_group,
    is_sibling_meant,
    is_told_by_it,
)
from checker.alignment.exchange import (
    exchanged_for,
    is_exchanged,
    is_found_by_another,
    is_number_found_by_another,
    is_number_of_another,
)
from checker.alignment.nearness import PairWeights, nearness, sibling_nearness
from checker.alignment.source import Candidates
from checker.alignment.wording import Surroundings, pairs, surroundings
from checker.comparison.agreement import SHARES, Agreement, UnitRelation, agree, relate_units
from checker.comparison.features import AVERAGED
from checker.comparison.levels import is_earlier_level
from corpus.figure import Statement
from corpus.lexicon.organisation_names import PARTY_BODIES
from corpus.organisations.mentions import find_organisations
from corpus.statements.metrics import is_scope
from corpus.times.periods import PeriodRelation, parse_period, same_period

_OTHER_UNIT, _OTHER_ROLE, _EQUAL = 0.15, 0.15, 0.05
_MOST: Final = 40
"""Statements that a claim is aligned with."""
_TOGETHER: Final = 60
"""Figures of a sentence that are assigned at once; a longer enumeration is taken in parts."""
BESIDE: Final = 300
"""Characters within which statements of one report are siblings."""
_NEARER, _AS_NEAR, _LIKER = 0.06, -0.04, 0.12
"""How much nearer one of two statements of a sentence stands that is meant; and where it is this much liker."""
_FAR_LIKER: Final = 0.35
"""How much liker one of two statements of a sentence is that is meant, whatever stands around: so on all labelled sets."""
_GAINED: Final = 0.05
"""How much nearer a sibling must be than the statement of the claim's number, to be what is meant."""
_LEAST_FRAME: Final = 6
"""Characters in which a claim's sentence and a statement's are alike, for the number between them to be meant."""
_LEAST: Final = 2
"""Pairs that a claim's sentence must have to be told from another: 共计45项 alone is anybody's."""


class Together:
    """The figures of one sentence under check, aligned when one of them asks."""

    def __init__(self, claims: Sequence[Statement], evidence: Candidates, earlier: str = "") -> None:
        self._claims = [claim for claim in claims if not is_scope(claim.figure)]
        self._evidence = evidence
        self._earlier = earlier
        self.meant: dict[Statement, Statement] = {}
        """What the claims that were judged wrong mean, by the claim."""

    def exchanged_for(self, claim: Statement, stated: Statement) -> Statement | None:
        """Return the statement whose number another claim has that means ``stated``, None where none has."""
        found = exchanged_for(claim, stated, self.meant, self._evidence.around(stated, BESIDE))
        return found if found and self.nearer(claim, found, stated) > 0 else None

    @property
    def is_several(self) -> bool:
        """Whether there are two quantities or more, which may be taken for each other."""
        return len(self._claims) > 1

    def around(self, claim: Statement) -> Surroundings:
        """Return what stands around one of the quantities of the sentence."""
        return self._mine[claim]

    def apart(self, claim: Statement, stated: Statement, *, same_words: bool = False) -> Apart | None:
        """Return why a claim that has the quantity of ``stated`` is told of something else, None where it may be that.

        Where what both count is told in the ``same_words``, numbers of things alone can tell them apart.
        """
        mine = self._mine.get(claim)
        if mine is None:
            return None
        around = self._evidence.source.around
        theirs = around(stated)
        if len(mine.frame) >= _LEAST_FRAME and mine.frame != theirs.frame:
            shares = claim.figure.kind in SHARES
            led = [
                one
                for one in self._evidence.beside(stated)
                if around(one).frame == mine.frame and (one.figure.kind in SHARES) is shares
            ]
            if led:  # its very sentence, in which another number stands at this place
                return Apart(led[0])
        if claim.figure.period and (timed := self._of_its_time(claim, stated)):
            return Apart(timed)
        if same_words and not mine.numbered:
            return None
        if same_words and not is_numbered_otherwise(mine, theirs):
            return None
        beside = [one for one in self._evidence.around(stated, BESIDE) if one is not stated]
        alike = [one for one in beside if self._is_sibling(claim, stated, one)]
        if instead := self._told_instead(claim, stated, alike):
            return Apart(instead)
        groups = [o for o in self._evidence.beside(stated) if is_of_another_group(mine, theirs, around(o))]
        if groups:
            fits = any(agree(claim.figure, one.figure) is Agreement.EQUAL for one in groups)
            return None if fits else Apart(None)
        meant = [one for one in alike if is_sibling_meant(mine, theirs, around(one))]
        if any(agree(claim.figure, one.figure) is not Agreement.DIFFERENT for one in meant):
            return None
        if is_numbered_otherwise(mine, theirs):
            named = (one for one in meant if mine.numbered.items() & around(one).numbered.items())
            return Apart(next(named, None))
        if not meant:
            return None
        weights = PairWeights(map(around, (stated, *beside)))
        near = {one: sibling_nearness(mine, around(one), weights) for one in (stated, *meant)}
        best = max(meant, key=lambda one: near[one])
        return Apart(best) if near[best] - near[stated] >= _GAINED else None

    def _of_its_time(self, claim: Statement, stated: Statement) -> Statement | None:
        """Return what the sentence of ``stated`` tells of the same for the claim's time, where that of ``stated`` is not it: 救助38人（2022年26人）."""
        time = parse_period(claim.figure.period)
        if same_period(time, parse_period(stated.figure.period)) in (
            PeriodRelation.SAME,
            PeriodRelation.WITHIN,
        ):
            return None
        told = [
            one
            for one in self._evidence.beside(stated)
            if one.figure.metric == stated.figure.metric
            and role(one) == role(stated)
            and relate_units(claim.figure, one.figure) is UnitRelation.SAME
            and same_period(time, parse_period(one.figure.period)) is PeriodRelation.SAME
        ]
        fits = any(agree(claim.figure, one.figure) is not Agreement.DIFFERENT for one in told)
        return None if fits or not told else told[0]

    def _is_sibling(self, claim: Statement, stated: Statement, one: Statement) -> bool:
        """Whether ``one`` may be what is meant in place of ``stated``: alike, no other claim's, not of another time than both."""
        own = claim.figure.period
        timely = not own or own != stated.figure.period or own == one.figure.period  # 上年同期1233万元
        alike = role(one) == role(stated) and relate_units(claim.figure, one.figure) is UnitRelation.SAME
        return alike and timely and not self.is_number_found_by_another(claim, one)

    def is_told_of_another(self, claim: Statement, statement: Statement) -> bool:
        """Whether another figure of the sentence than ``claim``'s finds ``statement``."""
        beside = self._evidence.beside
        return self.is_several and is_found_by_another(claim, statement, self.aligned, beside(statement))

    def is_number_found_by_another(self, claim: Statement, statement: Statement) -> bool:
        """Whether another figure of the sentence than ``claim``'s finds ``statement`` and has its number."""
        return self.is_several and is_number_found_by_another(claim, statement, self.aligned)

    def told_before(self, claim: Statement) -> list[Statement]:
        """Return the statements that the figures before ``claim`` tell of, since the last semicolon, in order."""
        quote, start = claim.quote, claim.start
        since = start + max(quote.rfind(mark, 0, claim.figure.start - start) for mark in "；;。")
        earlier = takewhile(lambda one: one is not claim, self._claims)
        return [self.aligned[o].told for o in earlier if o.figure.start > since and o in self.aligned]

    def is_numbered_otherwise(self, claim: Statement, statement: Statement) -> bool:
        """Whether ``claim`` and ``statement`` each name a numbered thing of one sort, and not the same one."""
        mine = self._mine.get(claim)
        return mine is not None and is_numbered_otherwise(mine, self._evidence.source.around(statement))

    def is_marked(self, claim: Statement, one: Statement, other: Statement) -> bool:
        """Whether ``claim`` says what sets ``one`` apart from ``other``, and nothing that is only the other's."""
        around, mine = self._evidence.source.around, self._mine.get(claim)
        counted = pairs(other.figure.metric)
        return mine is not None and is_marked(mine, around(one), around(other), counted)

    def is_exchanged(self, claim: Statement) -> bool:
        """Whether ``claim`` and another of its sentence each have the number of the statement that the other finds."""
        return is_exchanged(claim, self.aligned)

    def is_rather(self, claim: Statement, one: Statement, other: Statement, stronger: float) -> bool:
        """Whether ``claim``, which has the number of ``other``, tells of ``one`` of the same sentence instead.

        ``stronger`` is how much liker what ``one`` counts is; the number vouches for neither.
        """
        if stronger >= _FAR_LIKER:
            return True
        if stronger < 0 or is_number_of_another(claim, one, self.aligned):
            return False
        return self.nearer(claim, one, other) >= (_AS_NEAR if stronger >= _LIKER else _NEARER)

    def nearer(self, claim: Statement, one: Statement, other: Statement) -> float:
        """Return how much nearer to ``claim`` stands what is around ``one`` than around ``other`` of its sentence."""
        mine = self._mine.get(claim)
        if mine is None:
            return 0.0
        around = self._evidence.source.around
        weights = PairWeights(map(around, {one: 0, other: 0, **dict.fromkeys(self._evidence.around(one, 0))}))
        return sibling_nearness(mine, around(one), weights) - sibling_nearness(mine, around(other), weights)

    def _told_instead(
        self, claim: Statement, stated: Statement, alike: Sequence[Statement]
    ) -> Statement | None:
        """Return the statement of the same sentence whose deed the claim names, None where ``stated`` may be meant."""
        around = self._evidence.source.around
        mine, theirs = self._mine[claim], around(stated)
        first = pairs(claim.figure.org)
        named = [
            o for o in alike if o.start == stated.start and is_told_by_it(mine, theirs, around(o), first)
        ]
        if not named:
            return None
        names = _names_before(claim) | pairs(stated.figure.org)
        named = [one for one in named if is_told_by_it(mine, theirs, around(one), names)]
        fits = any(agree(claim.figure, one.figure) is not Agreement.DIFFERENT for one in named)
        return None if fits or not named else named[0]

    @cached_property
    def _mine(self) -> Mapping[Statement, Surroundings]:
        return dict(zip(self._claims, surroundings(self._claims, self._earlier), strict=True))

    @cached_property
    def aligned(self) -> Mapping[Statement, Aligned]:
        """Return what each figure is assigned to; one that finds nothing is left out."""
        found: dict[Statement, Aligned] = {}
        for place in range(0, len(self._claims), _TOGETHER):
            part = {claim: self._mine[claim] for claim in self._claims[place : place + _TOGETHER]}
            near = {
                claim: [
                    *dict.fromkeys(
                        (*self._evidence.nearest(claim, _MOST), *self._evidence.of_value(claim, _MOST))
                    )
                ]
                for claim in part
            }
            stated = {one: self._evidence.source.around(one) for one in chain.from_iterable(near.values())}
            found.update(align(part, stated, near))
        return found


def align(
    claims: Mapping[Statement, Surroundings],
    stated: Mapping[Statement, Surroundings],
    near: Mapping[Statement, Sequence[Statement]],
) -> dict[Statement, Aligned]:
    """Assign the quantities of one sentence, with what stands around each, to statements, each once.

    ``near`` are the statements that each of ``claims`` may mean, all of them in ``stated``.
    """
    if not claims or not stated:
        return {}
    weights = PairWeights(stated.values())
    quantities, columns = list(claims), list(stated)
    places = {one: column for column, one in enumerate(columns)}
    score = np.full((len(quantities), max(len(columns), len(quantities))), -1.0)
    equal, other = np.zeros(score.shape, bool), np.zeros(score.shape, bool)
    roles = {one: role(one) for one in chain(quantities, columns)}
    for row, claim in enumerate(quantities):
        for one in near[claim]:
            column = places[one]
            kinds = {claim.figure.kind, one.figure.kind}
            if len(kinds) > 1 and not kinds <= SHARES:
                continue
            same_unit = relate_units(claim.figure, one.figure) is UnitRelation.SAME
            agrees = agree(claim.figure, one.figure) is not Agreement.DIFFERENT
            equal[row, column], other[row, column] = same_unit and agrees, same_unit and not agrees
            likeness = nearness(claims[claim], stated[one], weights)
            likeness -= 0 if same_unit else _OTHER_UNIT
            likeness -= _OTHER_ROLE if roles[claim] != roles[one] else 0
            score[row, column] = likeness + (_EQUAL if equal[row, column] else 0)
    found: dict[Statement, Aligned] = {}
    for row, column in zip(*linear_sum_assignment(-score), strict=True):
        if score[row, column] < 0 or len(claims[quantities[row]].sentence) < _LEAST:
            continue
        best = float(score[row][equal[row]].max(initial=-1.0))
        nearest = columns[int(np.where(equal[row], score[row], -1.0).argmax())] if equal[row].any() else None
        found[quantities[row]] = Aligned(
            columns[column],
            float(score[row, column]),
            bool(equal[row, column]),
            best,
            nearest,
            float(score[row][other[row]].max(initial=0.0)) - (best - _EQUAL),
        )
    return found


def _names_before(claim: Statement) -> frozenset[str]:
    """Return the pairs of the organisations that a claim's sentence names before its figure, and of their bodies."""
    at = claim.figure.start - claim.start
    return frozenset(PARTY_BODIES).union(
        *(pairs(claim.quote[one.start : one.end]) for one in find_organisations(claim.quote, 0, at))
    )


def role(statement: Statement) -> tuple[str, bool, bool]:
    """Return the part that a figure plays: which way it changes ("" for a level), whether it is a level before, or for each."""
    return statement.figure.change, is_earlier_level(statement), AVERAGED.search(statement.clause) is not None
