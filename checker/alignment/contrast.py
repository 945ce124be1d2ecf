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
    if _is_wholly(claim.led - name, sibling) and stated.own - sibling.carried - claim.sentence:
        return True  # 满意率95%，其中货运企业满意率91%: a 满意率 is the first
    marks = claim.marks & sibling.marks - stated.marks
    return bool(marks) and bool(stated.marks - claim.marks) and bool(claim.led & sibling.own)


def is_of_another_group(claim: Surroundings, stated: Surroundings, other: Surroundings) -> bool:
    """Whether the claim names what ``other`` of the same sentence is of, and ``stated`` is of something else.

    食品类118个，占39.9%；采购类46个: who writes 采购类占39.9% tells of the wrong group.
    """
    heads = stated.carried - stated.own
    if claim.led & heads - other.carried or not heads - other.carried - claim.sentence:
        return False
    mine = _lacking(claim.led & other.carried, stated.carried | stated.further)
    return any(len(pair) > 1 for pair in mine)


def is_marked(claim: Surroundings, one: Surroundings, other: Surroundings, counted: Set[str]) -> bool:
    """Whether the claim says what sets ``one`` apart from ``other``, and nothing that sets ``other`` apart from it.

    A mark stands in the own clause of the one, and nowhere around the other up to its figure, nor in what that counts; the
    claim may say it in a clause before (第一阶段检查926家，发现问题214个).
    """
    further = (
        other.further if one.further != other.further else frozenset()
    )  # what is before both marks neither
    mine = _lacking(claim.carried & one.own, other.carried | further | counted)
    numbered = claim.numbered.items() & one.numbered.items() - other.numbered.items()
    return bool(mine or numbered) and not _lacking(claim.own & other.own, one.carried)


def _is_wholly(said: Set[str], one: Surroundings) -> bool:
    """Whether ``one`` says all that is ``said``, and its own clause nothing else."""
    return bool(said & one.own) and not one.own - said and not said - one.carried - one.further


def _lacking(pairs: Set[str], others: Set[str]) -> Set[str]:
    """Return those of ``pairs`` that ``others`` have not, a single character in no longer word either."""
    return {pair for pair in pairs - others if len(pair) > 1 or not any(pair in other for other in others)}
