"""The one alignment: the figures of a sentence under check are assigned to statements together, each once.

A sentence says of its figures what the source says of them, in whatever words: 112个任务完成103个 finds its pair, and
where two numbers are exchanged each finds the other's. How near two figures are is what their surroundings
share (:mod:`checker.alignment.wording`), weighed by how rare it is; the assignment is the one of the greatest sum
(Kuhn 1955, the Hungarian method, as :func:`scipy.optimize.linear_sum_assignment` has it).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from checker.alignment.wording import Surroundings, sentences, surroundings
from checker.comparison.agreement import Agreement, UnitRelation, agree, relate_units
from checker.comparison.features import is_earlier_level
from corpus.figure import Kind, Statement
from corpus.statements.metrics import is_scope

_NEAR: Final = (1.0, 0.75, 0.45, 0.3)
"""What a pair of the claim's own clause counts for, by the layer of the source that has it."""
_AROUND: Final = (1.0, 0.9, 0.7, 0.6)
"""The same for a pair of the claim's sentence."""
_BACK: Final = (1.0, 0.5)
"""The same for a pair of the source's own clause, found in the claim's own clause or in its sentence."""
_SHARES: Final = (0.55, 0.2, 0.25)
"""What the three count for together."""
_OTHER_UNIT, _OTHER_ROLE, _EQUAL = 0.15, 0.15, 0.05
_IN_SENTENCE: Final = 0.5
_MOST: Final = 40
_GAINED: Final = 0.05
"""How much nearer a sibling must be than the statement of the claim's number, to be what is meant."""
_LEAST: Final = 2
"""Pairs that a claim's sentence must have to be told from another: 共计45项 alone is anybody's."""
_UNKNOWN: Final = 0.5
"""The likeness of surroundings that say nothing."""
_LIKE_KINDS: Final = frozenset({Kind.PERCENT, Kind.RATIO})


@dataclass(frozen=True, slots=True)
class Aligned:
    """The statement that a claim is assigned to; ``score`` says how near both are, from 0 to about 1.

    ``equal`` tells whether it states the claim's quantity, ``best_equal`` the score of the nearest statement that does
    (-1 where none does).
    """

    statement: Statement
    score: float
    equal: bool
    best_equal: float


@dataclass(frozen=True, slots=True)
class Apart:
    """A statement that is not what a claim tells of; ``meant`` is the sibling that the claim names, where there is one."""

    meant: Statement | None


class Source:
    """The statements that may be meant, with what stands around each."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements

    @cached_property
    def around(self) -> Mapping[Statement, Surroundings]:
        """Return what stands around each statement."""
        found: dict[Statement, Surroundings] = {}
        earlier = ("", "")
        for sentence in sentences(self._statements):
            report, before = earlier
            before = before if report == sentence[0].report else ""
            found.update(zip(sentence, surroundings(sentence, before), strict=True))
            earlier = (sentence[0].report, sentence[0].quote)
        return found

    @cached_property
    def _by_pair(self) -> Mapping[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement, around in self.around.items():
            for pair in around.own | around.before:
                found[pair].append(statement)
        return found

    def nearest(self, claim: Surroundings) -> list[Statement]:
        """Return the statements whose clauses share the rarest pairs with the claim's sentence, at most ``40``."""
        shared: Counter[Statement] = Counter()
        for pair in claim.own | claim.sentence:
            weight = self.weight(pair) * (1 if pair in claim.own else _IN_SENTENCE)
            for statement in self._by_pair.get(pair, ()):
                shared[statement] += weight  # type: ignore[assignment] # a sum of weights, ranked like counts
        return [statement for statement, _ in shared.most_common(_MOST)]

    @cached_property
    def _seen(self) -> Counter[str]:
        return Counter(pair for one in self.around.values() for pair in one.sentence)

    def weight(self, pair: str) -> float:
        """Return how much a pair of characters tells: the rarer, the more."""
        return math.log(1 + len(self.around) / (1 + self._seen[pair]))


class Together:
    """The figures of one sentence under check, aligned when one of them asks; ``of_value`` finds equal quantities."""

    def __init__(
        self,
        claims: Sequence[Statement],
        source: Source,
        of_value: Callable[[Statement], Sequence[Statement]],
        earlier: str = "",
    ) -> None:
        self._claims = [claim for claim in claims if not is_scope(claim.figure)]
        self._source = source
        self._of_value = of_value
        self._earlier = earlier

    def apart(self, claim: Statement, stated: Statement) -> Apart | None:
        """Return why a claim that has the quantity of ``stated`` is told of something else, None where it may be that."""
        if stated not in self._source.around or claim not in self._claims:
            return None
        mine, theirs = self._mine[self._claims.index(claim)], self._source.around[stated]
        meant = [
            one
            for one in self._source.nearest(mine)
            if one is not stated
            and one.report == stated.report
            and role(one) == role(stated)
            and relate_units(claim.figure, one.figure) is UnitRelation.SAME
            and is_sibling_meant(mine, theirs, self._source.around[one])
        ]
        if any(agree(claim.figure, one.figure) is not Agreement.DIFFERENT for one in meant):
            return None
        numbered = is_numbered_otherwise(mine, theirs)
        best = max(meant, key=self._near(mine), default=None)
        if best is None or numbered:
            return Apart(best) if numbered else None
        return Apart(best) if self._near(mine)(best) - self._near(mine)(stated) >= _GAINED else None

    def _near(self, claim: Surroundings) -> Callable[[Statement], float]:
        return lambda one: nearness(claim, self._source.around[one], self._source)

    @cached_property
    def _mine(self) -> list[Surroundings]:
        return surroundings(self._claims, self._earlier)

    @cached_property
    def aligned(self) -> Mapping[Statement, Aligned]:
        """Return what each figure is assigned to; one that finds nothing is left out."""
        mine = self._mine
        candidates = dict.fromkeys(
            one
            for claim, around in zip(self._claims, mine, strict=True)
            for one in (*self._source.nearest(around), *self._of_value(claim)[:_MOST])
        )
        return align(self._claims, mine, list(candidates), self._source)


def align(
    quantities: Sequence[Statement], mine: Sequence[Surroundings], stated: Sequence[Statement], source: Source
) -> dict[Statement, Aligned]:
    """Assign the quantities of one sentence, with what stands around each, to statements, each once."""
    if not quantities or not stated:
        return {}
    score = np.full((len(quantities), max(len(stated), len(quantities))), -1.0)
    equal = np.zeros(score.shape, bool)
    for row, claim in enumerate(quantities):
        for column, one in enumerate(stated):
            kinds = {claim.figure.kind, one.figure.kind}
            if len(kinds) > 1 and not kinds <= _LIKE_KINDS:
                continue
            same_unit = relate_units(claim.figure, one.figure) is UnitRelation.SAME
            equal[row, column] = same_unit and agree(claim.figure, one.figure) is not Agreement.DIFFERENT
            near = nearness(mine[row], source.around[one], source)
            near -= 0 if same_unit else _OTHER_UNIT
            near -= _OTHER_ROLE if role(claim) != role(one) else 0
            score[row, column] = near + (_EQUAL if equal[row, column] else 0)
    found: dict[Statement, Aligned] = {}
    for row, column in zip(*linear_sum_assignment(-score), strict=True):
        if score[row, column] < 0 or len(mine[row].sentence) < _LEAST:
            continue
        best = float(score[row][equal[row]].max(initial=-1.0))
        found[quantities[row]] = Aligned(
            stated[column], float(score[row, column]), bool(equal[row, column]), best
        )
    return found


def is_numbered_otherwise(claim: Surroundings, stated: Surroundings) -> bool:
    """Whether both name a thing of one sort by number, and not by the same one (第二巡察组, 第一巡察组)."""
    return any(stated.numbered.get(sort, number) != number for sort, number in claim.numbered.items())


def is_sibling_meant(claim: Surroundings, stated: Surroundings, sibling: Surroundings) -> bool:
    """Whether the claim says what sets ``sibling`` apart from ``stated``, and nothing that either lacks.

    What stands in the own clause is looked at first, then what is carried into it.
    """
    alike = claim.own & sibling.own
    if not alike or is_numbered_otherwise(claim, sibling):
        return False
    if is_numbered_otherwise(claim, stated):
        return True
    if not alike & stated.own:
        return False
    return any(
        bool(mine - theirs - stated.further)
        and mine - theirs <= others | sibling.further
        and bool(theirs - mine)
        for mine, theirs, others in (
            (claim.own, stated.own, sibling.own),
            (claim.carried, stated.carried, sibling.carried),
        )
    )


def role(statement: Statement) -> tuple[str, bool]:
    """Return the part that a figure plays: which way it changes ("" for a level), and whether it is a level before."""
    return statement.figure.change, is_earlier_level(statement)


def nearness(claim: Surroundings, stated: Surroundings, source: Source) -> float:
    """Return how near what stands around two figures is, from 0 to 1."""
    parts = (
        _covered(claim.own, stated.layers, _NEAR, source),
        _covered(claim.sentence, stated.layers, _AROUND, source),
        _covered(stated.own, (claim.own, claim.sentence), _BACK, source),
    )
    return sum(share * part for share, part in zip(_SHARES, parts, strict=True))


def _covered(
    asked: frozenset[str], layers: Sequence[frozenset[str]], shares: Sequence[float], source: Source
) -> float:
    """Return the share of ``asked``, by weight, that the layers have; each counts by the first that has it."""
    total = got = 0.0
    for pair in asked:
        weight = source.weight(pair)
        total += weight
        got += weight * next(
            (share for share, layer in zip(shares, layers, strict=True) if pair in layer), 0.0
        )
    return got / total if total else _UNKNOWN
