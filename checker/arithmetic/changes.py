"""What follows from one quantity at two times: a case and stated figures in, what they come to out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.arithmetic.couples import levels_with_changes, moves
from checker.arithmetic.derivation import Derivation, reckoned, size_of, written_size
from checker.arithmetic.parts import of_that_time, told_of
from checker.arithmetic.words import any_arithmetic_word
from checker.cases import Case
from checker.comparison.agreement import PER_CENT, SHARES, UnitRelation, relate_units
from checker.comparison.likeness import compare_times
from corpus.figure import Kind, Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.times.periods import PeriodRelation

_MOVED = re.compile(
    rf"{'|'.join(change_verbs())}|净[增减]|新增|(?:{any_arithmetic_word('more', 'less')}|[涨退压缩])了?(?:[^，。；\d]{{0,4}} | ?$)"
)
"""What says that a figure is by how much something moved."""

_BECAME = re.compile("(?:(?<!达)到|[至成]|(?<!幅)为|是|相当于)[了约近]?(?:原来?)?$|的$")
"""What says right before a figure that a quantity has become so many times as much: 增长到原来的."""


def movements(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon by how much a quantity moved."""
    points = case.figure.kind is Kind.PERCENTAGE_POINT
    if not points and not case.figure.change and not _MOVED.search(told_of(case)):
        return
    for earlier, later in moves(case, group):
        gap = size_of(later) - size_of(earlier)
        if points != (later.figure.kind is Kind.PERCENT) or not _goes_that_way(case, gap):
            continue
        if points or relate_units(case.figure, later.figure) is UnitRelation.SAME:
            larger, smaller = (later, earlier) if gap > 0 else (earlier, later)
            formula = f"{written_size(larger)}−{written_size(smaller)}"
            terms, told = (larger, smaller), (earlier, later)
            yield reckoned("difference", case, formula, terms, abs(gap), later, told)


def _goes_that_way(case: Case, gap: Decimal) -> bool:
    """Whether a move is in the direction that the claim tells."""
    way = case.figure.change
    return gap > 0 if way == "up" else gap < 0 if way == "down" else True


def relative_changes(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon by what share a quantity moved."""
    if case.figure.kind not in SHARES:
        return
    for earlier, later in moves(case, group):
        gap = size_of(later) - size_of(earlier)
        if later.figure.kind in PER_CENT or not size_of(earlier) or not _goes_that_way(case, gap):
            continue
        larger, smaller = (later, earlier) if gap > 0 else (earlier, later)
        formula = f"({written_size(larger)}−{written_size(smaller)})÷{written_size(earlier)}"
        value = abs(gap) * 100 / size_of(earlier)
        yield reckoned(
            "relative_change", case, formula, (larger, smaller), value, case.claim, (earlier, later)
        )


def shares_of_change(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """A change over the level before it: 减少55份 of what was 165份 after."""
    if case.figure.kind not in SHARES:
        return
    for level, change in levels_with_changes(of_that_time(case, group)):
        before = _undone(level, change)
        if before and change.figure.kind not in PER_CENT:
            sign = "−" if change.figure.change == "up" else "+"
            formula = f"{written_size(change)}÷({written_size(level)}{sign}{written_size(change)})"
            value = size_of(change) * 100 / before
            yield reckoned("share_of_change", case, formula, (change, level), value, case.claim, (level,))


def multiples_of_before(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """What a quantity has become, in multiples of what it was, or by how many of those it grew (涨了3.4倍)."""
    if case.figure.kind is not Kind.MULTIPLE:
        return
    became = _BECAME.search(case.claim.quote[: case.figure.start - case.claim.start])
    grew = not became and (case.figure.change or _MOVED.search(told_of(case)))
    for earlier, later in moves(case, group):
        if not size_of(earlier) or later.figure.kind in PER_CENT:
            continue
        value, formula = size_of(later) / size_of(earlier), written_size(later)
        if grew:
            value, formula = value - 1, f"({formula}−{written_size(earlier)})"
        formula += f"÷{written_size(earlier)}"
        yield reckoned("multiple", case, formula, (later, earlier), value, case.claim, (earlier, later))


def levels_before(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon the level that a change began from."""
    if case.figure.change:
        return
    for level, change in levels_with_changes(group):
        if relate_units(case.figure, level.figure) is not UnitRelation.SAME:
            continue
        if compare_times(case.claim, level, case.features) in {PeriodRelation.SAME, PeriodRelation.WITHIN}:
            continue
        value = _undone(level, change)
        if value is not None:
            sign = "−" if change.figure.change == "up" else "+"
            if change.figure.kind is Kind.PERCENT:
                formula = f"{written_size(level)}÷(1{'+' if sign == '−' else '−'}{written_size(change)}%)"
            else:
                formula = f"{written_size(level)}{sign}{written_size(change)}"
            yield reckoned("level_before", case, formula, (level, change), value, level, (level,))


def _undone(level: Statement, change: Statement) -> Decimal | None:
    """Return the level before ``change`` brought it to ``level``, or None where they do not fit."""
    if not change.figure.change or change is level:
        return None
    up = change.figure.change == "up"
    if change.figure.kind is Kind.PERCENTAGE_POINT and level.figure.kind is Kind.PERCENT:
        return size_of(level) - size_of(change) if up else size_of(level) + size_of(change)
    if change.figure.kind is Kind.PERCENT and level.figure.kind is not Kind.PERCENT:
        factor = 1 + (size_of(change) if up else -size_of(change)) / 100
        return size_of(level) / factor if factor else None
    if relate_units(level.figure, change.figure) is UnitRelation.SAME:
        return size_of(level) - size_of(change) if up else size_of(level) + size_of(change)
    return None
