"""A stated quantity beside a claimed one, and what follows from how alike they are: ``Candidate``."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from checker.arithmetic.announced import says_sum
from checker.comparison.agreement import (
    PER_CENT,
    Agreement,
    UnitRelation,
    agree,
    digits_told,
    is_rare,
    relate_units,
)
from checker.comparison.carried_owners import is_of_the_report, is_only_carried, is_only_inherited
from checker.comparison.features import shared_wording
from checker.comparison.lazy import lazy_property
from checker.comparison.likeness import Likeness
from corpus.figure import Figure, Statement
from corpus.organisations.sameness import Sameness
from corpus.times.periods import PeriodRelation

# Bounded by hand and not fitted, as those of checker.cases are.
LIKE = 0.35
"""Least likeness of two metrics at which an equal quantity counts as the same statement."""
LIKE_IF_DISTINCT = 0.2
"""The same for a quantity of three digits or more, which two metrics rarely share by chance."""
VERY_LIKE = 0.62
"""Least likeness of two metrics at which another quantity is a contradiction."""
_WORD_FOR_WORD = 0.97
_BOTH_SUMS = 0.2
_BY_OWNER: Final = {Sameness.SAME: 0.2, Sameness.PART_OF: 0.1, Sameness.UNKNOWN: 0.05}
_BY_TIME: Final = {PeriodRelation.SAME: 0.1, PeriodRelation.WITHIN: 0.08}


class Candidate:
    """A stated quantity beside the claim: how alike what they count is, and how their numbers and ``units`` relate."""

    def __init__(
        self, claim: Statement, statement: Statement, likeness: Likeness, *, says_total: bool
    ) -> None:
        """Keep both and how alike they are; ``says_total`` tells that the claim is a sum."""
        self.statement = statement
        self.likeness = likeness
        self.units = relate_units(claim.figure, statement.figure)
        self._claim = claim
        self._says_total = says_total

    @lazy_property
    def agreement(self) -> Agreement:
        """How their quantities relate."""
        return agree(self._claim.figure, self.figure)

    @lazy_property
    def strength(self) -> float:
        """How strongly the statement is what the claim means: it ranks candidates."""
        likeness = self.likeness
        mine, theirs = likeness.mine, likeness.theirs
        strength = likeness.metric + _BY_OWNER.get(likeness.organisation, -0.3)
        strength += _BY_TIME.get(likeness.period, 0.0)
        strength -= 0.3 if likeness.conflict else 0.0
        strength += 0.15 * shared_wording(mine, theirs)
        strength -= 0.2 if theirs.earlier and not mine.earlier else 0.0
        strength += 0.2 if theirs.later and mine.later else 0.0
        return strength + (_BOTH_SUMS if self._says_total and says_sum(self.statement) else 0.0)

    @property
    def figure(self) -> Figure:
        """The stated figure."""
        return self.statement.figure

    @property
    def same_owner(self) -> bool:
        """Whether organisation and period do not speak against the claim's."""
        likeness = self.likeness
        return (
            likeness.period is not PeriodRelation.DIFFERENT
            and likeness.organisation is not Sameness.DIFFERENT
        )

    def is_earlier_than(self, other: "Candidate") -> bool:
        """Whether both count one thing, and this one for an earlier time."""
        return "" < self.figure.period < other.figure.period and self.figure.metric == other.figure.metric

    @property
    def may_be_of_the_owner(self) -> bool:
        """Whether ``same_owner`` holds, or a very like figure is another's only since neither text says whose it is."""
        likeness = self.likeness
        if self.same_owner or likeness.metric < VERY_LIKE or likeness.period is PeriodRelation.DIFFERENT:
            return self.same_owner
        return is_only_carried(self._claim) and (
            is_only_inherited(self.statement) or is_of_the_report(self._claim.figure.org, self.statement)
        )

    @property
    def is_of_the_very_owner(self) -> bool:
        """Whether the claim's own organisation has the figure, not one that is perhaps the same or a part."""
        return self.likeness.organisation is Sameness.SAME and bool(self.figure.org)

    @property
    def same_thing(self) -> bool:
        """Whether both may count the same thing for the same organisation and time, in like units."""
        likeness = self.likeness
        return (
            self.units is UnitRelation.SAME
            and self.same_owner
            and likeness.metric >= (LIKE_IF_DISTINCT if self.is_distinct else LIKE)
            and not likeness.conflict
        )

    @property
    def is_distinct(self) -> bool:
        """Whether the claim has this very quantity, and three digits of it that are not zeros at the end."""
        return is_rare(self.figure.value) and self.agreement is Agreement.EQUAL

    @property
    def counts_the_same_words(self) -> bool:
        """Whether both metrics are of the very same words, so that no arithmetic is called for."""
        return self.likeness.metric >= _WORD_FOR_WORD

    @property
    def very_same(self) -> bool:
        """Whether both count the very same thing, so that another quantity contradicts."""
        likeness = self.likeness
        like = likeness.metric >= VERY_LIKE and likeness.weaker >= LIKE
        return like and likeness.heads and self.same_thing

    def may_be_told_wrongly(self, claimed: Figure) -> bool:
        """Whether its number is ``claimed``'s because that is this quantity told wrongly, and not by chance."""
        kinds, likeness = {claimed.kind, self.figure.kind}, self.likeness
        if self.units is UnitRelation.OTHER_UNIT and not self.is_distinct and likeness.metric < LIKE:
            return likeness.organisation is not Sameness.DIFFERENT
        value = claimed.value
        if value is not None and digits_told(value) == 1 and likeness.metric < LIKE_IF_DISTINCT:
            return False
        return len(kinds) == 1 or kinds <= PER_CENT or likeness.metric >= VERY_LIKE


def strongest(candidates: Iterable[Candidate]) -> Candidate | None:
    """Return the strongest of the candidates, of equals the first, None of none."""
    return max(candidates, key=attrgetter("strength"), default=None)


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, the strongest first, equals in their order."""
    return tuple(sorted(candidates, key=lambda candidate: -candidate.strength))
