"""Numbers of a sentence that were exchanged: its claims and what each finds in, whether one has another's out."""

from collections.abc import Mapping, Sequence
from typing import Final

from checker.alignment.aligned import Aligned
from checker.comparison.agreement import Agreement, agree
from corpus.figure import Statement
from corpus.quantities.units import interchangeable

_SURE, _FOUND = 0.6, 0.4
"""Nearness at which one of two claims finds its statement, and at which the other does."""
_EQUAL: Final = Agreement.EQUAL


def is_exchanged(claim: Statement, aligned: Mapping[Statement, Aligned]) -> bool:
    """Whether ``claim`` and another claim each have the number of the statement that the other finds."""
    mine = aligned.get(claim)
    if mine is None or mine.equal or mine.score < _FOUND:
        return False
    return any(
        not theirs.equal
        and theirs.score >= _SURE
        and agree(claim.figure, theirs.statement.figure) is _EQUAL
        and agree(other.figure, mine.statement.figure) is _EQUAL
        for other, theirs in aligned.items()
    )


def is_found_by_another(
    claim: Statement,
    statement: Statement,
    aligned: Mapping[Statement, Aligned],
    beside: Sequence[Statement] = (),
) -> bool:
    """Whether it is another claim that finds ``statement``, and has no number of its own ``beside`` that, on its own side.

    Of 举措118项，完成113项 each has its number in the sentence, whichever words are nearer.
    """
    finders = [
        one
        for one, found in aligned.items()
        if found.statement is statement and one is not claim and found.score >= _FOUND
    ]
    return any(
        not any(
            agree(finder.figure, one.figure) is _EQUAL
            and (one.figure.start > statement.figure.start) is (finder.figure.start > claim.figure.start)
            for one in beside
            if one is not statement
        )
        for finder in finders
    )


def is_number_found_by_another(
    claim: Statement, statement: Statement, aligned: Mapping[Statement, Aligned]
) -> bool:
    """Whether another claim finds ``statement`` and has its number: it is that one's (115项任务办结109项).

    So it is where that claim is nearest to it, and only this one's assignment drives it off.
    """
    return any(
        (found.equal or found.best_equal >= found.score) and found.told is statement and one is not claim
        for one, found in aligned.items()
    )


def is_number_of_another(
    claim: Statement, statement: Statement, aligned: Mapping[Statement, Aligned]
) -> bool:
    """Whether another claim has the number of ``statement``, or finds it, and the two are not exchanged."""
    if is_found_by_another(claim, statement, aligned):
        return True
    others = (one for one in aligned if one is not claim)
    same = any(agree(one.figure, statement.figure) is _EQUAL for one in others)
    return same and not is_exchanged(claim, aligned)


def exchanged_for(
    claim: Statement,
    stated: Statement,
    meant: Mapping[Statement, Statement],
    around: Sequence[Statement],
) -> Statement | None:
    """Return what ``claim`` means, whose number that of ``stated`` is, where another claim has that one's and means ``stated``.

    Of 核减118人，招聘65人 who writes 招聘118人，核减65人 has both wrong. ``meant`` are the statements that claims with a wrong
    number mean; ``around`` are those near ``stated``, of its sentence or of its column.
    """
    wrong = [other for other, one in meant.items() if one is stated and other is not claim]
    return next(
        (
            one
            for one in around
            if one is not stated
            and (one.start == stated.start or one.figure.metric == stated.figure.metric)
            and interchangeable(one.figure.unit, stated.figure.unit)
            and any(agree(other.figure, one.figure) is _EQUAL for other in wrong)
        ),
        None,
    )
