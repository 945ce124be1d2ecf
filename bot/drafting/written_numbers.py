"""How a worked-out value is written: a number and a figure like it in, text out."""

from decimal import Decimal

from checker.finding import plain_number
from corpus.figure import Figure, Kind
from corpus.quantities.units import base_units_of


def written(value: Decimal, like: Figure) -> str:
    """Return a value in the measure word of ``like``: 50000000 as 5000万元 beside 3820万元."""
    return f"{plain_number(value / base_units_of(like.measure))}{like.measure or like.unit}"


def written_gap(value: Decimal, like: Figure) -> str:
    """Return how far two levels are apart, which of percentages is told in points: 5个百分点."""
    points = like.kind is Kind.PERCENT
    return f"{plain_number(abs(value))}个百分点" if points else written(abs(value), like)
