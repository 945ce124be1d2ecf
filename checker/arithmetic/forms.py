"""The forms of arithmetic that a figure may follow by: a case and its terms in, ``Derivation``s that fit out.

Every form is a row of ``FORMS`` with the words in the claim that call for it. The formula is written as a person
would write it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from checker.alignment.joint import is_numbered_otherwise
from checker.arithmetic.couples import PER_CENT, changed, exact, moves, wholes
from checker.cases import Case
from checker.comparison.agreement import Agreement, UnitRelation, agree, relate_units, scaled
from checker.comparison.likeness import compare_times
from checker.finding import plain_number
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.lexicon.arithmetic_words import any_arithmetic_word
from corpus.lexicon.change_verbs import change_verbs
from corpus.quantities.units import GENERIC, UNITS_BY_NAME, interchangeable
from corpus.statements.metrics import content_words
from corpus.times.periods import PeriodRelation

_REST = re.compile(rf"{any_arithmetic_word('rest')}|仍|尚|净|不(?!良|动产)|非")
_MOVED = re.compile(
    rf"百分点|净增|净减|新增|[提涨加降]价|{'|'.join(change_verbs())}|[涨升降减增退压缩]了?(?= |$)|[少多][^，；。]{{0,4}} "
)
_ALL = Decimal(100)
_AGAIN = re.compile(rf"(?:{any_arithmetic_word('again')})[^\W\d_]*[完整办化解治追收建改]")
_EACH = re.compile(r"平均每个?([^\W\d_]{1,6})|平均([^\W\d_])均|([人户亩])均|每([^\W\d_]{1,6})")


@dataclass(frozen=True, slots=True)
class Derivation:
    """What stated figures come to: the form's name, the formula, the statements that are its terms, and the value.

    ``like`` is a figure of the value's kind and unit; ``told`` are the terms whose own words the claim should say.
    """

    form: str
    formula: str
    terms: tuple[Statement, ...]
    value: Decimal
    like: Figure
    told: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to reckon a figure from others: its name in Chinese, the cue in the claim's clause, an example."""

    name: str
    chinese: str
    cue: re.Pattern[str]
    reckon: Callable[[Case, Sequence[Statement]], Iterator[Derivation]]
    example: str

    def derive(self, case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
        """Yield what the terms come to where that is the claimed figure, or rounds to it."""
        return (one for one in self.reckon(case, group) if fits(case, one.value, one.like))


def _derivation(
    form: str,
    case: Case,
    formula: str,
    terms: tuple[Statement, ...],
    value: Decimal,
    like: Statement,
    told: tuple[Statement, ...],
) -> Derivation:
    return Derivation(form, f"{formula}={case.figure.raw}", terms, value, like.figure, told)


def fits(case: Case, value: Decimal, like: Figure) -> bool:
    """Whether the reckoned ``value`` is the claimed figure, or rounds to it."""
    reckoned = replace(
        like, value=value, low=value, high=value, qualifier=Qualifier.EXACT, kind=case.figure.kind
    )
    scale = Decimal(100) if case.figure.kind is Kind.RATIO else Decimal(1)
    reckoned = replace(reckoned, value=value / scale, low=value / scale, high=value / scale)
    return agree(case.figure, reckoned) in {Agreement.EQUAL, Agreement.ROUNDED}


def number(statement: Statement) -> Decimal:
    """Return the size of a stated quantity in base units."""
    value = scaled(statement.figure)[0]
    return Decimal(0) if value is None else value


def written(statement: Statement) -> str:
    """Return the size of a stated quantity as it stands in a formula."""
    return plain_number(number(statement)) or "?"


def _of_that_time(case: Case, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements whose time, round or number is not another than the claim's."""
    around = case.evidence.source.around
    return [
        s
        for s in statements
        if compare_times(case.claim, s, case.features) is not PeriodRelation.DIFFERENT
        and not is_numbered_otherwise(case.around, around(s))
    ]


def _difference(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """What moved between two times, or what is left of a whole."""
    points = case.figure.kind is Kind.PERCENTAGE_POINT
    if _tells_move(case):
        for earlier, later in moves(case, group):
            gap = number(later) - number(earlier)
            if points != (later.figure.kind is Kind.PERCENT) or not _goes(case, gap):
                continue
            if points or relate_units(case.figure, later.figure) is UnitRelation.SAME:
                larger, smaller = (later, earlier) if gap > 0 else (earlier, later)
                formula = f"{written(larger)}−{written(smaller)}"
                told = (earlier, later)
                yield _derivation("difference", case, formula, (larger, smaller), abs(gap), later, told)
    if points or case.figure.change or not _REST.search(_clause(case)):
        return
    for whole, part in wholes(case, _of_that_time(case, group)):
        if case.features(part).negated or number(whole) == number(part):
            continue
        if relate_units(case.figure, whole.figure) is UnitRelation.SAME:
            formula = f"{written(whole)}−{written(part)}"
            value = number(whole) - number(part)
            yield _derivation("difference", case, formula, (whole, part), value, whole, (part,))


def _clause(case: Case) -> str:
    return "|".join((case.mine.clause, case.figure.metric))


def _tells_move(case: Case) -> bool:
    return bool(case.figure.change or _MOVED.search(_clause(case)))


def _goes(case: Case, gap: Decimal) -> bool:
    """Whether a move is in the direction that the claim tells."""
    way = case.figure.change
    return gap > 0 if way == "up" else gap < 0 if way == "down" else True


def _sum(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    alike = [
        s
        for s in _of_that_time(case, exact(group))
        if relate_units(case.figure, s.figure) is UnitRelation.SAME and s.figure.change == case.figure.change
    ]
    for count in (2, 3, 4):
        for start in range(len(alike) - count + 1):
            terms = tuple(alike[start : start + count])
            total = sum((number(term) for term in terms), Decimal(0))
            yield _derivation("sum", case, "+".join(map(written, terms)), terms, total, terms[0], terms)


def _continued(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """What was done before and what a source says was done again: 完成13座，今年又完成5座."""
    levels = [s for s in exact(group) if not s.figure.change]
    for one, other in pairwise(levels):
        if relate_units(one.figure, other.figure) is UnitRelation.SAME and _AGAIN.search(other.clause):
            value = number(one) + number(other)
            formula = f"{written(one)}+{written(other)}"
            yield _derivation("continued", case, formula, (one, other), value, one, (one,))


def _share(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.kind not in {Kind.PERCENT, Kind.RATIO} or case.figure.change:
        return
    for whole, part in wholes(case, _of_that_time(case, group)):
        if not _rate_of(case, part) or (number(part) == number(whole) and case.figure.value != _ALL):
            continue
        share = number(part) * 100 / number(whole)
        negated = case.features(part).negated
        if case.mine.negated == negated:
            formula = f"{written(part)}÷{written(whole)}"
            told = (part, whole) if "率" in case.mine.words else (part,)
            yield _derivation("share", case, formula, (part, whole), share, case.claim, told)
        elif not negated:
            formula = f"({written(whole)}−{written(part)})÷{written(whole)}"
            yield _derivation("share", case, formula, (whole, part), 100 - share, case.claim, (part,))


def _rate_of(case: Case, part: Statement) -> bool:
    """Whether the claimed rate may be the share of ``part``: 化解率 of what was 化解, 完成率 of what is done."""
    mine, theirs = case.mine, case.features(part)
    if "率" not in mine.words:
        return True
    root = mine.words[mine.words.index("率") - 1]
    return root in theirs.words or ("done" in mine.stages and "done" in theirs.stages)


def _complement(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.kind is not Kind.PERCENT:
        return
    for term in exact(group):
        if term.figure.kind is not Kind.PERCENT or term.figure.change:
            continue
        if case.features(term).negated != case.mine.negated:
            value = 100 - number(term)
            yield _derivation("complement", case, f"100−{written(term)}", (term,), value, term, (term,))


def _relative_change(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.kind not in {Kind.PERCENT, Kind.RATIO}:
        return
    for earlier, later in moves(case, group):
        gap = number(later) - number(earlier)
        if later.figure.kind in PER_CENT or not number(earlier) or not _goes(case, gap):
            continue
        larger, smaller = (later, earlier) if gap > 0 else (earlier, later)
        formula = f"({written(larger)}−{written(smaller)})÷{written(earlier)}"
        value = abs(gap) * 100 / number(earlier)
        yield _derivation(
            "relative_change", case, formula, (larger, smaller), value, case.claim, (earlier, later)
        )


def _multiple(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """What a quantity has become, in multiples of what it was."""
    if case.figure.kind is not Kind.MULTIPLE:
        return
    for earlier, later in moves(case, group):
        if number(earlier) and later.figure.kind not in PER_CENT:
            formula = f"{written(later)}÷{written(earlier)}"
            value = number(later) / number(earlier)
            yield _derivation(
                "multiple", case, formula, (later, earlier), value, case.claim, (earlier, later)
            )


def _share_of_change(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """A change over the level before it: 减少55份 of what was 165份 after."""
    if case.figure.kind not in {Kind.PERCENT, Kind.RATIO}:
        return
    for level, change in changed(_of_that_time(case, group)):
        before = _undone(level, change)
        if before and change.figure.kind not in PER_CENT:
            sign = "−" if change.figure.change == "up" else "+"
            formula = f"{written(change)}÷({written(level)}{sign}{written(change)})"
            value = number(change) * 100 / before
            yield _derivation("share_of_change", case, formula, (change, level), value, case.claim, (level,))


def _whole(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """The whole that a part and its share give: 84÷70%=120."""
    if _REST.search(_clause(case)):
        return
    for part in _of_that_time(case, exact(group)):
        if relate_units(case.figure, part.figure) is not UnitRelation.SAME or part.figure.kind in PER_CENT:
            continue
        for share in exact(case.evidence.beside(part)):
            if share.figure.kind is not Kind.PERCENT or share.figure.change or not 0 < number(share) < 100:
                continue
            formula = f"{written(part)}÷{written(share)}%"
            value = number(part) * 100 / number(share)
            yield _derivation("whole", case, formula, (part, share), value, part, (part,))


def _average(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    each = _EACH.search(case.mine.clause)
    if case.figure.change or each is None:
        return
    wanted = each[each.lastindex or 0]
    for whole in _of_that_time(case, exact(group)):
        if relate_units(case.figure, whole.figure) is not UnitRelation.SAME or whole.figure.change:
            continue
        for parts in exact(group):
            if parts.figure.kind not in {Kind.COUNT, Kind.MEASURE} or parts is whole or not number(parts):
                continue
            if _counts(parts, wanted):
                formula = f"{written(whole)}÷{written(parts)}"
                value = number(whole) / number(parts)
                yield _derivation("average", case, formula, (whole, parts), value, whole, (whole,))


def _counts(parts: Statement, wanted: str) -> bool:
    """Whether a figure counts what a mean falls to: by its measure word (每户), or by the noun (每个接待点)."""
    if unit := next((unit for unit in (wanted[:2], wanted[:1]) if unit in UNITS_BY_NAME), ""):
        base = UNITS_BY_NAME[unit].base
        return interchangeable(base, parts.figure.unit) and (base == parts.figure.unit or base not in GENERIC)
    words = content_words(wanted)
    return bool(words) and words[0] in parts.clause


def _level_before(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.change:
        return
    for level, change in changed(group):
        if relate_units(case.figure, level.figure) is not UnitRelation.SAME:
            continue
        if compare_times(case.claim, level, case.features) in {PeriodRelation.SAME, PeriodRelation.WITHIN}:
            continue
        value = _undone(level, change)
        if value is not None:
            sign = "−" if change.figure.change == "up" else "+"
            if change.figure.kind is Kind.PERCENT:
                formula = f"{written(level)}÷(1{'+' if sign == '−' else '−'}{written(change)}%)"
            else:
                formula = f"{written(level)}{sign}{written(change)}"
            yield _derivation("level_before", case, formula, (level, change), value, level, (level,))


def _undone(level: Statement, change: Statement) -> Decimal | None:
    """Return the level before ``change`` brought it to ``level``, or None where they do not fit."""
    if not change.figure.change or change is level:
        return None
    up = change.figure.change == "up"
    if change.figure.kind is Kind.PERCENTAGE_POINT and level.figure.kind is Kind.PERCENT:
        return number(level) - number(change) if up else number(level) + number(change)
    if change.figure.kind is Kind.PERCENT and level.figure.kind is not Kind.PERCENT:
        factor = 1 + (number(change) if up else -number(change)) / 100
        return number(level) / factor if factor else None
    if relate_units(level.figure, change.figure) is UnitRelation.SAME:
        return number(level) - number(change) if up else number(level) + number(change)
    return None


FORMS: tuple[Form, ...] = (
    Form(
        "difference",
        "相减",
        re.compile(
            rf"up|down|{any_arithmetic_word('rest', 'more', 'less')}|仍|尚|净|非|新增|压|缩|[涨退]|百分点"
        ),
        _difference,
        "578−528=50",
    ),
    Form("sum", "相加", re.compile(rf"{any_arithmetic_word('sum')}"), _sum, "11+12=23"),
    Form("continued", "续加", re.compile(r"已|共|累计|截至|目前"), _continued, "13+5=18"),
    Form(
        "share",
        "占比",
        re.compile(""),
        _share,
        "528÷578=91.35%",
    ),
    Form("complement", "补数", re.compile(r"未|没|不|其余|剩|另"), _complement, "100−91.35=8.65"),
    Form(
        "relative_change",
        "变动幅度",
        re.compile(r"up|down|增|减|降|升|压|缩|涨|跌|幅"),
        _relative_change,
        "(28.4−26)÷26=9.23%",
    ),
    Form(
        "share_of_change",
        "变动占比",
        re.compile(r"up|down|增|减|降|升|压|缩|涨|跌|幅"),
        _share_of_change,
        "55÷(165+55)=25%",
    ),
    Form("multiple", "倍数", re.compile(rf"{any_arithmetic_word('relative')}|原"), _multiple, "1150÷480=2.4"),
    Form("whole", "由部分推总量", re.compile(r"推算|总|任务|应|计划数|全部|目标"), _whole, "84÷70%=120"),
    Form("average", "平均", re.compile(r"平均|均|每"), _average, "472500÷1890=250"),
    Form(
        "level_before",
        "前期数",
        re.compile(r"去年|上年|同期|前|原|年初|上月|上季度|20\d\d|推算|一年|基期"),
        _level_before,
        "91.35−7.32=84.03",
    ),
)
