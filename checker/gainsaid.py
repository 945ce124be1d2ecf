"""What a claim says beside its figure that the source's own sentence speaks against: two statements in, the words out.

The number may be right and the sentence false: 由312个增加到247个 of what fell, 已投入使用 of what is to be used, 最多 of what
is not the most, somebody else's name before what another did.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final

from checker.accounting.directions import way_before
from checker.accounting.extremes import RANK_WORDS
from checker.comparison.likeness import compare_owners
from checker.comparison.plan_marks import PLAN
from corpus.figure import Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.wording.connectives import any_connective
from corpus.organisations.directory import Directory
from corpus.organisations.mention import MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.organisations.sameness import Sameness
from corpus.quantities.units import interchangeable
from corpus.statements.list_heads import MARK

_MARK: Final = re.compile(r"[，,；;。：:！？\n（）()、]")
_PART: Final = re.compile(r"[；;。！？\n]")
_UNCHANGED: Final = re.compile(any_connective("unchanged"))
_REACHED: Final = re.compile(
    f"(?:{'|'.join(sorted(change_verbs(), key=len, reverse=True))}|{any_connective('above')}|{any_connective('below')})[到至为]"
)
_STATE: Final = re.compile(
    rf"(?:(?P<denied>{any_connective('undone')})|{any_connective('already')})(?P<deed>[\u4e00-\u9fff]{{2,6}})"
)
_NOT: Final = re.compile("[未不没]有?能?$")
_DONE: Final = re.compile(f"(?:{any_connective('settled')})$")
_NUMBER: Final = re.compile(r"\d")
_NEXT_DEED: Final = re.compile(
    rf"(?:{any_connective('undone')}|{any_connective('already')})[\u4e00-\u9fff]{{1,6}}(?=\d).*"
)
"""What became of some of those that a figure counts, right behind it with their number: 52个|已开工27个."""
CELL: Final = re.compile(r"[|│\t]|\S\s{2,}\S")
"""What shows that a sentence is a row of a table."""
_CLAUSES: Final = re.compile("[，,；;。]")
_NEAR: Final = 24
"""Characters between a word of rank and its figure, at the most."""
_SHORTEST, _SAME_DEED = 2, 4
"""Characters of a deed that is looked for, and of one long enough that planned clauses tell nothing else."""


def gainsaid(claim: Statement, stated: Statement, report: Sequence[Statement], directory: Directory) -> str:
    """Return the words of a claim that the sentence of ``stated``, whose figure it tells, speaks against, "" for none.

    ``report`` are the statements of the report that ``stated`` stands in.
    """
    beside = [one for one in report if one is not stated and _stands_beside(one, stated)]
    return (
        _other_way(claim, stated)
        or _other_state(claim, stated)
        or _other_rank(claim, stated, beside)
        or _other_doer(claim, stated, directory)
    )


def _before(statement: Statement) -> str:
    return statement.quote[: statement.figure.start - statement.start]


def _behind(statement: Statement) -> str:
    return statement.quote[statement.figure.end - statement.start :]


def _other_way(claim: Statement, stated: Statement) -> str:
    """Return the word before the figure that says that it rose or fell, where the source's fell, rose or stayed."""
    mine, theirs = way_before(claim), way_before(stated)
    stayed = _UNCHANGED.search(_own(stated)) is not None
    if stayed and (reached := _REACHED.search(_own(claim))):
        return reached[0]
    if claim.figure.change or stated.figure.change:  # which the likeness of changes looks at
        return ""
    if not mine or not theirs or mine == theirs or any(verb in stated.quote for verb in change_verbs(mine)):
        return ""
    words = sorted(change_verbs(mine), key=lambda verb: _before(claim).rfind(verb))
    return words[-1] if words[-1] in _before(claim) else ""


def _other_state(claim: Statement, stated: Statement) -> str:
    """Return 已 or 未 and the deed that the source's sentence tells as denied, as a plan alone, or as done."""
    for match in _STATE.finditer(_told_with(claim)):
        for length in range(len(match["deed"]), _SHORTEST - 1, -1):
            deed = match["deed"][:length]
            before = _before_each(deed, stated)
            if not before:
                continue
            if match["denied"]:
                other = any(map(_DONE.search, before)) and not any(map(_NOT.search, before))
            else:
                planned = len(deed) >= _SAME_DEED and all(PLAN.search(one) for one in before)
                shortest = _before_each(deed[:_SHORTEST], stated)  # 未发放案款4项……已发放1871.05万元
                other = planned or all(_NOT.search(one) for one in shortest)
            if other:
                return match[0][: match.start("deed") - match.start() + length]
            break
    return ""


def _before_each(deed: str, stated: Statement) -> list[str]:
    """Return what stands before a deed in each clause of a statement's sentence that tells it."""
    return [one.split(deed)[0] for one in _CLAUSES.split(stated.quote) if deed in one]


def _other_rank(claim: Statement, stated: Statement, beside: Sequence[Statement]) -> str:
    """Return the word that says that a figure is the most, or the least, where one told beside it is more, or less."""
    before = _PART.split(_before(claim))[-1]
    match = next(iter(RANK_WORDS.finditer(before, max(0, len(before) - _NEAR))), None)
    if match is None or any(character.isdigit() for character in before[match.end() :]):
        return ""
    others = sorted(_size(one) for one in beside if _is_rival(one, stated))
    own = _size(stated)
    while len(others) > 1 and others[-1] >= sum(others[:-1], own):
        others.pop()  # what they come to together
    if len(others) < _SHORTEST:
        return ""
    return match[0] if (others[0] < own if match["least"] else others[-1] > own) else ""


def _other_doer(claim: Statement, stated: Statement, directory: Directory) -> str:
    """Return who is named beside a figure, where the source has another there, and names this one elsewhere."""
    theirs = _own(stated)
    own = list(_names(theirs, directory))
    if len(own) > 1 or (not own and MARK.search(stated.quote)):  # 甲局、乙局分别收回
        own = [stated.figure.org] if stated.figure.org else []
    named = list(_names(_own(claim), directory)) if own else []
    if len(named) > 1 and any(compare_owners(claim.figure.org, one) is Sameness.SAME for one in own):
        return ""  # 甲镇、乙镇清退18人、11人: the others are the other figures'
    for name in named:
        differs = all(compare_owners(name, other) is Sameness.DIFFERENT for other in own)
        if differs and name in stated.quote:
            return name
    return ""


def _stands_beside(one: Statement, stated: Statement) -> bool:
    """Whether a statement stands in another's sentence, or in its column."""
    if one.start == stated.start:
        return True
    same = one.figure.metric == stated.figure.metric and one.section == stated.section
    return same and all(CELL.search(row.quote) for row in (one, stated))


def _names(text: str, directory: Directory) -> Iterator[str]:
    found = find_organisations(text, 0, len(text), directory)
    return (one.name for one in found if one.kind is MentionKind.ORGANISATION)


def _is_rival(one: Statement, stated: Statement) -> bool:
    same = one.figure.kind is stated.figure.kind and one.figure.change == stated.figure.change
    return same and interchangeable(one.figure.unit, stated.figure.unit) and one.figure.value is not None


def _size(statement: Statement) -> Decimal:
    return statement.figure.value or Decimal(0)


def _own(statement: Statement) -> str:
    """Return what stands around a figure in its clause, up to the numbers and members beside it."""
    before = _NUMBER.split(_CLAUSES.split(_before(statement))[-1])[-1]
    return f"{before}|{_NUMBER.split(_MARK.split(_behind(statement))[0])[0]}"


def _told_with(statement: Statement) -> str:
    """Return the clause of a figure with those around it that have no number of their own."""
    before, behind = _CLAUSES.split(_before(statement)), _CLAUSES.split(_behind(statement))
    earlier = takewhile(lambda one: not _NUMBER.search(one), reversed(before[:-1]))
    later = takewhile(lambda one: not _NUMBER.search(one), behind[1:])
    own = _NEXT_DEED.sub("", behind[0])
    return "|".join((*earlier, f"{before[-1]}|{own}", *later))
