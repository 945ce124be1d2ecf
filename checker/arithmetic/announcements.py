"""What the arithmetic that a claim announces comes to: a case in, a ``Reckoning`` out, whatever the claim says it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.arithmetic.announced import Announced, Operation, read_announced, says_sum
from checker.arithmetic.derivation import comes_to, size_of, written_size
from checker.arithmetic.terms import bind
from checker.cases import Case
from checker.comparison.agreement import Agreement
from checker.finding import plain_number
from corpus.figure import Kind, Statement

_SIGNS: Final = {Operation.DIFFERENCE: "−", Operation.SUM: "+", Operation.MULTIPLE: "÷"}

_MINUS: Final = ("-", "−", "－")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What stated ``terms`` come to: whether that is the claim's figure, and the formula with its result."""

    agrees: bool
    formula: str
    terms: tuple[Statement, ...]


def reckon_announced(case: Case) -> Reckoning | None:
    """Return what the claim's own announcement comes to, None where a term is not found or it is stated itself."""
    announced = case.announced
    if announced is None or not announced.terms or case.figure.value is None or _is_stated(case, announced):
        return None
    terms = bind(case, announced)
    if not terms:
        return None
    value = _value(announced, terms)
    if value is None:
        return None
    agrees = value > 0 and comes_to(case, value, terms[0].figure)
    result = case.figure.raw if agrees else _told(case, value)
    return Reckoning(agrees, f"{_formula(announced, terms)}={result}", terms)


def _is_stated(case: Case, announced: Announced) -> bool:
    """Whether a statement tells of itself what the claim reckons, so that it is compared with that."""
    told = announced.operation is Operation.SUM and len(announced.terms) > 1
    return any(
        ((c.very_same and not told) or c.agreement in (Agreement.EQUAL, Agreement.ROUNDED))
        and tells(announced, c.statement)
        for c in case.fitting
    )


def tells(announced: Announced, stated: Statement) -> bool:
    """Whether a statement tells what is announced, and not one of its terms."""
    moved = stated.figure.change or stated.figure.raw.startswith(_MINUS)
    if announced.operation in {Operation.DIFFERENCE, Operation.CHANGE} and moved:
        return True
    return announced.operation in _announcements(stated)


def _announcements(stated: Statement) -> set[Operation]:
    told = read_announced(stated)
    return {told.operation} if told else {Operation.SUM} if says_sum(stated) else set()


def _value(announced: Announced, terms: Sequence[Statement]) -> Decimal | None:
    first, *others = map(size_of, terms)
    operation = announced.operation
    if operation is Operation.SUM:
        return sum(others, first)
    if operation is Operation.MEAN:
        return sum(others, first) / len(terms)
    (second,) = others
    gap = second - first if announced.way == "down" else first - second
    if operation is Operation.DIFFERENCE:
        return gap
    if not second:
        return None
    return first / second if operation is Operation.MULTIPLE else gap * 100 / second


def _formula(announced: Announced, terms: Sequence[Statement]) -> str:
    told = [written_size(term) for term in terms]
    if announced.operation is Operation.MEAN:
        return f"({'+'.join(told)})÷{len(told)}"
    if announced.operation is Operation.CHANGE:
        one, other = told if announced.way == "up" else told[::-1]
        return f"({one}−{other})÷{told[1]}"
    if announced.way == "down":
        told.reverse()
    return _SIGNS[announced.operation].join(told)


def _told(case: Case, value: Decimal) -> str:
    """Return a reckoned value as it would be written, in the claim's unit."""
    rounded = value.quantize(Decimal("0.01")) if value != value.to_integral_value() else value
    unit = case.figure.unit if case.figure.kind is not Kind.RATIO else "%"
    return f"{plain_number(rounded)}{unit}"
