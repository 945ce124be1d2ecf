"""Whether a report's own figures add up: its statements in, a ``Remark`` for each that does not.

Two things are checked in each sentence: parts that follow 其中 against the total before them, and a rate against
the two counts before it that its words name; a rate that any two counts of its sentence give is no fault. Parts that add up to less than the total are no fault: they need not be all of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import groupby, permutations

from checker.comparison.agreement import UnitRelation, relate_units
from checker.comparison.features import features
from checker.comparison.levels import is_earlier_level
from checker.finding import plain_number
from corpus.figure import Kind, Qualifier, Statement
from corpus.statements.metrics import is_scope

_PARTS_END = re.compile(r"[；;。！？\n]")
_CLAUSE_END = re.compile("[，,]")


class Reckoned(StrEnum):
    """What a figure is reckoned as."""

    TOTAL = "total"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Remark:
    """A figure of a report that its own terms contradict: the formula, and a Chinese sentence that says so."""

    reckoned: Reckoned
    statement: Statement
    terms: tuple[Statement, ...]
    formula: str
    explanation: str


def review(statements: Iterable[Statement]) -> list[Remark]:
    """Return a remark for every total and every rate of ``statements`` that does not follow from its terms."""
    quantities = [s for s in statements if not is_scope(s.figure)]
    remarks: list[Remark] = []
    for _, group in groupby(quantities, key=lambda s: (s.report, s.start)):
        sentence = list(group)
        remarks.extend(_totals(sentence))
        remarks.extend(_rates(sentence))
    return remarks


def _totals(sentence: Sequence[Statement]) -> Iterator[Remark]:
    for index, total in enumerate(sentence[:-2]):
        following = sentence[index + 1]
        between = _text(total, total.figure.end, following.figure.start)
        if "其中" not in between or len(between) > 20 or not _is_exact(total):
            continue
        parts = list(_parts(total, sentence[index + 1 :]))
        added = sum((part.figure.value or Decimal(0) for part in parts), Decimal(0))
        if len(parts) > 1 and total.figure.value is not None and added > total.figure.value:
            formula = f"{'+'.join(plain_number(p.figure.value) or '' for p in parts)}={plain_number(added)}"
            told = f"原文各项相加为{plain_number(added)}（{formula}），与所写的总数{total.figure.raw}不符。"
            yield Remark(Reckoned.TOTAL, total, tuple(parts), formula, told)


def _parts(total: Statement, rest: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the parts of a total; in a clause behind those that add up to it something else is told (，已完工13座)."""
    last, added = total.figure.end, Decimal(0)
    for part in rest:
        between = _text(total, last, part.figure.start)
        if _PARTS_END.search(between) or not _is_exact(part):
            return
        if added == total.figure.value and _CLAUSE_END.search(between):
            return
        if (
            relate_units(total.figure, part.figure) is not UnitRelation.SAME
            or part.figure.unit != total.figure.unit
        ):
            return
        yield part
        last = part.figure.end
        added += _value(part)


def _rates(sentence: Sequence[Statement]) -> Iterator[Remark]:
    for index, rate in enumerate(sentence):
        if rate.figure.kind is not Kind.PERCENT or rate.figure.change or not _is_exact(rate):
            continue
        terms = None if is_earlier_level(rate) else _terms(sentence[:index], rate)
        if terms is None or rate.figure.value is None:
            continue
        part, whole = terms
        step = rate.figure.step or Decimal(1)
        reckoned = _share(part, whole, step)
        given = any(abs(_share(*pair, step) - rate.figure.value) <= step for pair in _pairs(sentence))
        if not given:
            formula = f"{plain_number(_value(part))}÷{plain_number(_value(whole))}={plain_number(reckoned)}%"
            told = f"按原文的两个数推算应为{plain_number(reckoned)}%（{formula}），与所写的{rate.figure.raw}不符。"
            yield Remark(Reckoned.RATE, rate, (part, whole), formula, told)


def _pairs(sentence: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield each part with each whole of a sentence, in like units, that a rate may be reckoned from."""
    counts = [one for one in sentence if _is_exact(one) and one.figure.kind is not Kind.PERCENT]
    for part, whole in permutations(counts, 2):
        if _value(whole) >= _value(part) > 0 and relate_units(whole.figure, part.figure) is UnitRelation.SAME:
            yield part, whole


def _share(part: Statement, whole: Statement, step: Decimal) -> Decimal:
    """Return how many per cent of a whole a part is, to the step of the rate that is told."""
    share = _value(part) * 100 / _value(whole)
    return (share / step).to_integral_value(rounding=ROUND_HALF_UP) * step


def _terms(before: Sequence[Statement], rate: Statement) -> tuple[Statement, Statement] | None:
    """Return the part that the rate is named after and the whole before it, in like units, or None."""
    words = features(rate).words
    if "率" not in words or words[0] == "率":
        return None
    root = words[words.index("率") - 1]
    for index in range(len(before) - 1, 0, -1):
        part, whole = before[index], before[index - 1]
        told = features(part)
        if root not in told.words or told.negated or not _is_exact(part):
            continue
        alike = relate_units(whole.figure, part.figure) is UnitRelation.SAME and _is_exact(whole)
        return (part, whole) if alike and _value(whole) >= _value(part) > 0 else None
    return None


def _value(statement: Statement) -> Decimal:
    return statement.figure.value or Decimal(0)


def _is_exact(statement: Statement) -> bool:
    return statement.figure.qualifier is Qualifier.EXACT and statement.figure.value is not None


def _text(statement: Statement, start: int, end: int) -> str:
    return statement.quote[start - statement.start : end - statement.start]
