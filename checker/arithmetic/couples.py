"""Two stated figures that belong together by how they are told: statements in, couples out.

A whole and a part of it, or one quantity at two times. What a claim says decides later which couple it means.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from checker.arithmetic.derivation import size_of
from checker.arithmetic.words import any_arithmetic_word
from checker.cases import Case
from checker.comparison.agreement import PER_CENT, UnitRelation, relate_units
from checker.comparison.features import Features
from checker.comparison.levels import is_earlier_level
from checker.comparison.likeness import compare_periods
from corpus.figure import Statement
from corpus.times.periods import PeriodRelation, parse_period

Couple = tuple[Statement, Statement]

_BASE: Final = re.compile(
    rf"(?:(?<![同环占之对正反相])(?:{any_arithmetic_word('than')})(?![例率重])|[高低多少]于)[^，,。；;\d]{{0,10}}(?:\d{{1,4}}[年月])?[^，,。；;\d]{{0,8}}$"
    r"|(?:这一|该)(?:比[例率]|数[字据]|指标)[^，,。；;\d]{0,3}$"
)
"""What stands before a level that another is compared with (比去年同期的41.7小时; 上半年末这一比率为95.4%)."""
_BEFORE: Final = re.compile(rf"(?:{any_arithmetic_word('relative')}|原)")


def exact(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements that have a value."""
    return [s for s in statements if s.figure.value is not None]


def levels(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements that have a value and tell how much there is, not by how much it changed."""
    return [s for s in exact(statements) if not s.figure.change]


def wholes(case: Case, group: Sequence[Statement]) -> Iterator[Couple]:
    """Yield each larger level with each smaller one in like units that may be a part of it: (whole, part)."""
    amounts = [s for s in levels(group) if s.figure.kind not in PER_CENT]
    for one, other in combinations(amounts, 2):
        if relate_units(one.figure, other.figure) is not UnitRelation.SAME:
            continue
        whole, part = (one, other) if size_of(one) >= size_of(other) else (other, one)
        if size_of(part) and not _are_parts(case, one, other) and not _is_move(case, one, other):
            yield whole, part


def _are_parts(case: Case, one: Statement, other: Statement) -> bool:
    """Whether both stand behind 其中, at one stage, as parts of one whole, and not as all and part of one member."""
    if (one.report, one.start) != (other.report, other.start):
        return False
    if case.features(one).stages != case.features(other).stages:
        return False
    at = one.quote.find("其中")
    owner = one.figure.org
    is_members = bool(owner) and owner == other.figure.org and owner in one.quote[at:]
    return 0 <= at < min(one.figure.start, other.figure.start) - one.start and not is_members


def moves(case: Case, group: Sequence[Statement]) -> Iterator[Couple]:
    """Yield one quantity at two times: (earlier, later)."""
    for one, other in combinations(levels(group), 2):
        if relate_units(one.figure, other.figure) is not UnitRelation.SAME or size_of(one) == size_of(other):
            continue
        if _is_move(case, one, other):
            yield one, other
        elif _is_compared(case, one, other):
            yield other, one
        elif _is_one_thing(case, one, other):
            yield from _in_time(case, one, other)


def levels_with_changes(group: Sequence[Statement]) -> Iterator[Couple]:
    """Yield each level with the changes that are told of it right behind it: (level, change)."""
    level: Statement | None = None
    for one in exact(group):
        if level is not None and (one.report, one.start) != (level.report, level.start):
            level = None
        if not one.figure.change:
            level = one if level is None or not _is_base(one) else level
        elif level is not None:
            yield level, one


def names_earlier(statement: Statement) -> bool:
    """Whether a figure is told of an earlier time or level that is not named (上年, 原来)."""
    return bool(_BEFORE.search(f"{statement.clause}|{statement.figure.period}"))


def _is_move(case: Case, one: Statement, other: Statement) -> bool:
    """Whether a sentence tells both as one move: 由62名增至79名."""
    if (one.report, one.start) != (other.report, other.start) or one.figure.start > other.figure.start:
        return False
    if not case.features(one).earlier and not case.features(other).later:
        return False
    between = one.quote[one.figure.end - one.start : other.figure.start - one.start]
    return not re.search(r"[；;。\d]", between)


def _is_compared(case: Case, one: Statement, other: Statement) -> bool:
    """Whether the next figure of its sentence is what the first is compared with: 612件，较2022年的745件."""
    beside = case.evidence.beside(one)
    following = next((s for s in beside if s.figure.start > one.figure.start), None)
    return following is other and _is_base(other) and not _is_base(one)


def _is_base(statement: Statement) -> bool:
    """Whether a level is told only as what another is compared with (由62名, 比7月的41.7小时)."""
    before = statement.quote[: statement.figure.start - statement.start]
    return is_earlier_level(statement) or bool(_BASE.search(before))


def _is_one_thing(case: Case, one: Statement, other: Statement) -> bool:
    """Whether two levels are of one metric, told in the same words."""
    mine, theirs = case.features(one), case.features(other)
    if mine.negated != theirs.negated:
        return False
    words, others = _words(mine), _words(theirs)
    if words == others:
        return True
    same_head = bool(mine.words and theirs.words) and mine.words[-1] == theirs.words[-1]
    return same_head and (words <= others or others <= words) and names_earlier(one) != names_earlier(other)


def _words(features: Features) -> set[str]:
    return {word for word in features.words if not _BEFORE.fullmatch(word)}


def _in_time(case: Case, one: Statement, other: Statement) -> Iterator[Couple]:
    before = [names_earlier(s) or _is_base(s) for s in (one, other)]
    if before[0] != before[1]:
        yield (one, other) if before[0] else (other, one)
        return
    mine, theirs = case.features(one).round, case.features(other).round
    if mine.isdecimal() and theirs.isdecimal() and mine != theirs:
        yield (one, other) if int(mine) < int(theirs) else (other, one)
        return
    first, second = parse_period(one.figure.period).last, parse_period(other.figure.period).last
    if first and second:
        if compare_periods(one.figure.period, other.figure.period) is PeriodRelation.DIFFERENT:
            yield (one, other) if first < second else (other, one)
    elif (first or second) and one.start == other.start:
        yield (one, other) if first else (other, one)  # 占61%（2021年底为47.5%）
