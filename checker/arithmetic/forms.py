"""The forms of arithmetic that a figure may follow by: a case and its terms in, ``Derivation``s that fit out.

Every form is a row of ``FORMS`` with the words in the claim that call for it. The formula is written as a person
would write it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from checker.cases import Case
from checker.comparison.agreement import Agreement, UnitRelation, agree, relate_units, scaled
from checker.comparison.likeness import compare_times
from checker.finding import plain_number
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.lexicon.rates import any_rate_word
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.times.periods import PeriodRelation


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a claimed figure follows: the form's name, the formula, and the statements that are its terms."""

    form: str
    formula: str
    terms: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to reckon a figure from others: its name in Chinese, the cue in the claim's clause, an example."""

    name: str
    chinese: str
    cue: re.Pattern[str]
    derive: Callable[[Case, Sequence[Statement]], Iterator[Derivation]]
    example: str


def _related(case: Case, *terms: Statement) -> bool:
    """Whether some term speaks of what the claim counts, in more than a generic word."""
    mine = case.mine
    telling = (set(mine.words) | mine.context) - GENERIC_WORDS
    return any(telling & set(case.features(term).words) for term in terms)


def fits(case: Case, value: Decimal, like: Figure) -> bool:
    """Whether the reckoned ``value`` is the claimed figure, or rounds to it."""
    reckoned = replace(
        like, value=value, low=value, high=value, qualifier=Qualifier.EXACT, kind=case.figure.kind
    )
    scale = Decimal(100) if case.figure.kind is Kind.RATIO else Decimal(1)
    reckoned = replace(reckoned, value=value / scale, low=value / scale, high=value / scale)
    return agree(case.figure, reckoned) in {Agreement.EQUAL, Agreement.ROUNDED}


def number(statement: Statement) -> Decimal:
    value = scaled(statement.figure)[0]
    return Decimal(0) if value is None else value


def written(statement: Statement) -> str:
    return plain_number(number(statement)) or "?"


def _exact(statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if s.figure.value is not None]


def _of_that_time(case: Case, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements whose time is not another than the claim's."""
    return [
        s for s in statements if compare_times(case.claim, s, case.features) is not PeriodRelation.DIFFERENT
    ]


def _alike_pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of like units, the larger first."""
    for one, other in combinations(_exact(statements), 2):
        if relate_units(one.figure, other.figure) is UnitRelation.SAME and number(one) != number(other):
            yield (one, other) if number(one) > number(other) else (other, one)


def _difference(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    points = case.figure.kind is Kind.PERCENTAGE_POINT
    for larger, smaller in _alike_pairs(group):
        percents = larger.figure.kind is Kind.PERCENT
        if points != percents or (percents and not _one_metric(case, larger, smaller)):
            continue
        if not points and relate_units(case.figure, larger.figure) is not UnitRelation.SAME:
            continue
        if fits(case, number(larger) - number(smaller), larger.figure) and _related(case, larger, smaller):
            formula = f"{written(larger)}−{written(smaller)}={case.figure.raw}"
            yield Derivation("difference", formula, (larger, smaller))


def _one_metric(case: Case, one: Statement, other: Statement) -> bool:
    """Whether two rates are one metric at two times, so that their difference means something."""
    change = one.figure.change or other.figure.change
    return not change and set(case.features(one).words) == set(case.features(other).words)


def _sum(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    alike = [
        s
        for s in _of_that_time(case, _exact(group))
        if relate_units(case.figure, s.figure) is UnitRelation.SAME
    ]
    for count in (2, 3, 4):
        for start in range(len(alike) - count + 1):
            terms = alike[start : start + count]
            total = sum((number(term) for term in terms), Decimal(0))
            if fits(case, total, terms[0].figure) and all(_related(case, term) for term in terms[:1]):
                yield Derivation("sum", "+".join(map(written, terms)) + f"={case.figure.raw}", tuple(terms))


def _share(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.kind not in {Kind.PERCENT, Kind.RATIO} or case.figure.change:
        return
    negated = case.mine.negated
    for larger, smaller in _alike_pairs(_of_that_time(case, group)):
        if not _rate_of(case, smaller):
            continue
        if larger.figure.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINT} or not _related(case, larger, smaller):
            continue
        share = number(smaller) * 100 / number(larger)
        if fits(case, share, case.figure):
            yield Derivation(
                "share", f"{written(smaller)}÷{written(larger)}={case.figure.raw}", (smaller, larger)
            )
        elif negated and fits(case, 100 - share, case.figure):
            formula = f"({written(larger)}−{written(smaller)})÷{written(larger)}={case.figure.raw}"
            yield Derivation("share", formula, (larger, smaller))


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
    for term in _exact(group):
        if term.figure.kind is not Kind.PERCENT or case.features(term).negated == case.mine.negated:
            continue
        if fits(case, 100 - number(term), case.figure) and _related(case, term):
            yield Derivation("complement", f"100−{written(term)}={case.figure.raw}", (term,))


def _relative_change(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.kind not in {Kind.PERCENT, Kind.RATIO}:
        return
    up, down = case.figure.change == "up", case.figure.change == "down"
    for larger, smaller in _alike_pairs(group):
        if larger.figure.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINT} or not number(smaller):
            continue
        if not _related(case, larger, smaller):
            continue
        gap = number(larger) - number(smaller)
        grown, fallen = gap * 100 / number(smaller), gap * 100 / number(larger)
        for wanted, value, base in ((not down, grown, smaller), (not up, fallen, larger)):
            if wanted and fits(case, value, case.figure):
                formula = f"({written(larger)}−{written(smaller)})÷{written(base)}={case.figure.raw}"
                yield Derivation("relative_change", formula, (larger, smaller))


def _share_of_change(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """A change over the level before it: 减少55份 of what was 165份 after."""
    if case.figure.kind not in {Kind.PERCENT, Kind.RATIO}:
        return
    for change in _exact(group):
        if not change.figure.change or change.figure.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINT}:
            continue
        for level in _of_that_time(case, _exact(group)):
            before = _undone(level, change)
            if not before or not _related(case, level, change):
                continue
            if fits(case, number(change) * 100 / before, case.figure):
                sign = "−" if change.figure.change == "up" else "+"
                base = f"({written(level)}{sign}{written(change)})"
                yield Derivation(
                    "share_of_change", f"{written(change)}÷{base}={case.figure.raw}", (change, level)
                )


def _whole(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """The whole that a part and its share give: 84÷70%=120."""
    for part in _of_that_time(case, _exact(group)):
        if (
            relate_units(case.figure, part.figure) is not UnitRelation.SAME
            or part.figure.kind is Kind.PERCENT
        ):
            continue
        for share in _exact(case.evidence.beside(part)):
            if share.figure.kind is not Kind.PERCENT or share.figure.change or not 0 < number(share) < 100:
                continue
            if fits(case, number(part) * 100 / number(share), case.figure) and _related(case, part):
                formula = f"{written(part)}÷{written(share)}%={case.figure.raw}"
                yield Derivation("whole", formula, (part, share))


def _average(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    for whole in _of_that_time(case, _exact(group)):
        if relate_units(case.figure, whole.figure) is not UnitRelation.SAME:
            continue
        for parts in _exact(group):
            if parts.figure.kind not in {Kind.COUNT, Kind.MEASURE} or parts is whole or not number(parts):
                continue
            if fits(case, number(whole) / number(parts), case.figure) and _related(case, whole, parts):
                formula = f"{written(whole)}÷{written(parts)}={case.figure.raw}"
                yield Derivation("average", formula, (whole, parts))


def _level_before(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    if case.figure.change:
        return
    for level in _exact(group):
        if relate_units(case.figure, level.figure) is not UnitRelation.SAME or level.figure.change:
            continue
        for change in _exact(group):
            if compare_times(case.claim, level, case.features) in {
                PeriodRelation.SAME,
                PeriodRelation.WITHIN,
            }:
                continue
            value = _undone(level, change)
            if value is not None and fits(case, value, case.figure) and _related(case, level):
                sign = "−" if change.figure.change == "up" else "+"
                if change.figure.kind is Kind.PERCENT:
                    formula = f"{written(level)}÷(1{'+' if sign == '−' else '−'}{written(change)}%)={case.figure.raw}"
                else:
                    formula = f"{written(level)}{sign}{written(change)}={case.figure.raw}"
                yield Derivation("level_before", formula, (level, change))


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
        re.compile(r"up|down|未|没|仍|还[有剩]|剩|其余|尚|净|相差|差额|多|少|压|缩|百分点|余额|结余"),
        _difference,
        "578−528=50",
    ),
    Form("sum", "相加", re.compile(r"合计|共|总|累计|和|及|、|名|两|三"), _sum, "11+12=23"),
    Form(
        "share",
        "占比",
        re.compile(rf"{any_rate_word('rate', 'share', 'ratio', 'verb')}|成|分之|完成|达|办结|化解|整改|收回"),
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
