"""What stated figures come to: the value ``Derivation``, and whether it is the figure of a claim."""

from dataclasses import dataclass, replace
from decimal import Decimal

from checker.cases import Case
from checker.comparison.agreement import Agreement, agree, size
from checker.finding import plain_number
from corpus.figure import Figure, Kind, Qualifier, Statement


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


def reckoned(
    form: str,
    case: Case,
    formula: str,
    terms: tuple[Statement, ...],
    value: Decimal,
    like: Statement,
    told: tuple[Statement, ...],
) -> Derivation:
    """Return a derivation for the claim of ``case``; the value is one of the kind and unit of ``like``."""
    return Derivation(form, f"{formula}={case.figure.raw}", terms, value, like.figure, told)


def summed(case: Case, terms: tuple[Statement, ...]) -> Derivation:
    """Return what all of ``terms`` come to together, for the claim of ``case``."""
    total = sum(map(size_of, terms), Decimal(0))
    return reckoned("sum", case, "+".join(map(written_size, terms)), terms, total, terms[0], terms)


def comes_to(case: Case, value: Decimal, like: Figure) -> bool:
    """Whether the reckoned ``value`` is the claimed figure, or rounds to it."""
    kind = case.figure.kind
    size = value / (100 if kind is Kind.RATIO else 1)
    figure = replace(like, value=size, low=size, high=size, qualifier=Qualifier.EXACT, kind=kind)
    return agree(case.figure, figure) in {Agreement.EQUAL, Agreement.ROUNDED}


def size_of(statement: Statement) -> Decimal:
    """Return the size of a stated quantity in base units."""
    value = size(statement.figure)
    return Decimal(0) if value is None else value


def written_size(statement: Statement) -> str:
    """Return the size of a stated quantity as it stands in a formula."""
    return plain_number(size_of(statement)) or "?"
