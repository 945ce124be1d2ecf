"""What tells two statements of one report apart, and which of them a claim names: surroundings in, yes or no out.

Siblings share what they count; a claim that says what marks one of them means that one. No list of such marks is
needed: it is what one has and the other has not.
"""

from collections.abc import Set
from dataclasses import dataclass

from checker.alignment.wording import Surroundings
from corpus.figure import Statement


@dataclass(frozen=True, slots=True)
class Apart:
    """A statement that is not what a claim tells of; ``meant`` is the sibling that the claim names, where there is one."""

    meant: Statement | None


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


def is_told_by_it(
    claim: Surroundings, stated: Surroundings, sibling: Surroundings, name: Set[str] = frozenset()
) -> bool:
    """Whether the claim names the deed of ``sibling`` of the same sentence, and nothing that is only ``stated``'s.

    交办1062件，办结1037件: who writes 办结1062件 means the second. ``name`` are pairs of the claim's owner, which tell
    no deed.
    """
    if claim.own & stated.own - sibling.carried:
        return False
    if _lacking((claim.led - name) & sibling.carried, stated.carried):
        return True
    marks = claim.marks & sibling.marks - stated.marks
    return bool(marks) and bool(stated.marks - claim.marks) and bool(claim.led & sibling.own)


def _lacking(pairs: Set[str], others: Set[str]) -> Set[str]:
    """Return those of ``pairs`` that ``others`` have not, a single character in no longer word either."""
    return {pair for pair in pairs - others if len(pair) > 1 or not any(pair in other for other in others)}
