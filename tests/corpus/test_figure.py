from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from corpus.figure import Figure, Kind, Qualifier, Statement

QUOTE = "完成整改588个，涉及12人。"


def statement(raw: str = "588个", *, report: str = "r", section: str = "") -> Statement:
    start = QUOTE.index(raw)
    figure = Figure(raw, start, start + len(raw), Kind.COUNT)
    return Statement(figure, report, "通报", QUOTE, 0, len(QUOTE), section=section)


def test_figure_says_nothing_that_it_was_not_told() -> None:
    figure = Figure("四个意识", 0, 4, Kind.IDIOM)
    assert (figure.value, figure.low, figure.high, figure.step) == (None, None, None, None)
    assert (figure.unit, figure.measure, figure.metric, figure.org, figure.period, figure.change) == ("",) * 6
    assert figure.qualifier is Qualifier.EXACT


def test_figures_are_values() -> None:
    figure = Figure("1.5万件", 0, 5, Kind.COUNT, Decimal(15000), unit="件")
    assert figure == Figure("1.5万件", 0, 5, Kind.COUNT, Decimal("15000.0"), unit="件")
    assert figure != replace(figure, unit="个")
    with pytest.raises(FrozenInstanceError):
        figure.raw = "2件"  # type: ignore[misc]  # the point of it: a figure is frozen


def test_statement_is_moved_with_its_figure() -> None:
    stated = statement()
    moved = stated.moved(3)
    assert (moved.start, moved.end, moved.quote) == (3, len(QUOTE) + 3, QUOTE)
    assert (moved.figure.start, moved.figure.end) == (stated.figure.start + 3, stated.figure.end + 3)
    assert moved.moved(-3) == stated


@pytest.mark.parametrize("name", ["PERCENT", "PERCENTAGE_POINT"])
def test_kinds_read_as_they_are_written_in_json(name: str) -> None:
    assert str(Kind[name]) == name.lower()
    assert Kind(name.lower()) is Kind[name]


def test_no_word_is_both_kind_and_qualifier() -> None:
    assert not {str(kind) for kind in Kind} & {str(qualifier) for qualifier in Qualifier}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(statement(), True, id="the same"),
        pytest.param(statement("12人"), False, id="another figure of the sentence"),
        pytest.param(statement(report="s"), False, id="another report"),
        pytest.param(statement(section="一、总体"), False, id="under another heading"),
    ],
)
def test_statements_are_kept_apart_in_a_set(other: Statement, same: bool) -> None:
    assert len({statement(), other}) == (1 if same else 2)


def test_equal_statements_hash_alike_and_hash_tells_figures_apart() -> None:
    assert hash(statement()) == hash(statement())
    assert hash(statement()) != hash(statement("12人"))
