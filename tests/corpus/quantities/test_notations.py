from decimal import Decimal

import pytest

from corpus.quantities.figures import find_figures
from corpus.quantities.notations import NOTATIONS, Notation, amount_at


@pytest.mark.parametrize("row", NOTATIONS, ids=lambda row: row.name)
def test_every_notation_reads_its_example(row: Notation) -> None:
    figures = find_figures(row.example)

    assert [figure.raw for figure in figures] == [row.found]
    low, dots, high = row.value.partition("..")
    if dots:
        assert (figures[0].low, figures[0].high, figures[0].value) == (Decimal(low), Decimal(high), None)
    else:
        assert figures[0].value == Decimal(row.value)


def test_notations_have_names_of_their_own() -> None:
    names = [row.name for row in NOTATIONS]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "at"), [("", 0), ("12", 2), ("没有数", 0)], ids=["nothing", "past the end", "no numeral"]
)
def test_amount_at_finds_nothing_where_none_is(text: str, at: int) -> None:
    assert amount_at(text, at) is None
