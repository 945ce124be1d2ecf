"""What states the result of a reckoning itself: a case and the terms in, a ``Candidate`` out.

原有58人，清退14人，现有44人: who writes that 44 are left tells what stands there, though in other words, and reckons nothing.
"""

from collections.abc import Sequence
from typing import Final

from checker.candidates import Candidate, strongest
from checker.cases import Case
from checker.comparison.agreement import Agreement, UnitRelation
from corpus.figure import Figure, Kind, Statement

_NEAR: Final = 40
"""Characters between the sentences of a term and of the result."""


def stated_result(case: Case, terms: Sequence[Statement]) -> Candidate | None:
    """Return the statement near ``terms``, which come to the claim's quantity, that states it itself, or None."""
    near = {id(one): one for term in terms for one in case.evidence.around(term, _NEAR)}
    others = (case.weigh(one) for one in near.values() if one not in terms)
    stated = [c for c in others if _may_be_result(case.figure, c)]
    told = [c for c in stated if c.agreement is Agreement.EQUAL]
    return strongest(told or (c for c in stated if c.agreement is Agreement.ROUNDED))


def _may_be_result(claimed: Figure, c: Candidate) -> bool:
    """Whether a statement tells a quantity in the claim's own measure word, of its owner, and no level for a change."""
    if c.units is not UnitRelation.SAME or not c.same_owner or c.likeness.theirs.planned:
        return False
    if c.figure.measure not in {claimed.measure, ""}:
        return False
    return claimed.kind is Kind.PERCENTAGE_POINT or c.likeness.conflict != "change"
