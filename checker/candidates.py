"""A stated quantity beside a claimed one, and what follows from how alike they are: ``Candidate``."""

from dataclasses import dataclass

from checker.comparison.agreement import Agreement, UnitRelation, digits_told
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stated quantity beside the claim: how alike what they count is, and how their numbers relate.

    ``strength`` ranks candidates: the likeness of the metric, raised by the same organisation and period.
    """

    statement: Statement
    likeness: Likeness
    units: UnitRelation
    agreement: Agreement
    strength: float

    @property
    def figure(self) -> Figure:
        """The stated figure."""
        return self.statement.figure

    @property
    def same_owner(self) -> bool:
        """Whether organisation and period do not speak against the claim's."""
        likeness = self.likeness
        return (
            likeness.organisation is not Sameness.DIFFERENT
            and likeness.period is not PeriodRelation.DIFFERENT
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
            and not likeness.conflict
            and self.same_owner
            and likeness.metric >= (LIKE_IF_DISTINCT if self.is_distinct else LIKE)
        )

    @property
    def is_distinct(self) -> bool:
        """Whether the claim has this very quantity, and three digits of it that are not zeros at the end."""
        value = self.figure.value
        return self.agreement is Agreement.EQUAL and value is not None and digits_told(value) > 2

    @property
    def counts_the_same_words(self) -> bool:
        """Whether both metrics are of the very same words, so that no arithmetic is called for."""
        return self.likeness.metric >= _WORD_FOR_WORD

    @property
    def very_same(self) -> bool:
        """Whether both count the very same thing, so that another quantity contradicts."""
        likeness = self.likeness
        like = likeness.metric >= VERY_LIKE and likeness.weaker >= LIKE
        return self.same_thing and likeness.heads and like
