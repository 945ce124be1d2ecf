from decimal import Decimal

import pytest

from corpus.figure import Figure, Qualifier
from corpus.quantities.figures import find_figures
from corpus.quantities.qualifiers import (
    QUALIFIERS_AFTER,
    QUALIFIERS_BEFORE,
    QualifierWord,
    bounds,
    last_place,
)


@pytest.mark.parametrize("row", [*QUALIFIERS_BEFORE, *QUALIFIERS_AFTER], ids=lambda row: row.example)
def test_every_word_qualifies_its_example(row: QualifierWord) -> None:
    figures = find_figures(row.example)

    assert [(figure.raw, figure.qualifier) for figure in figures] == [(row.example, row.qualifier)]


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        pytest.param("500余项", "500", "600", Qualifier.OVER, id="余"),
        pytest.param("420余个", "420", "430", Qualifier.OVER, id="余 of tens"),
        pytest.param("近600个", "540", "600", Qualifier.NEARLY, id="近"),
        pytest.param("近千人", "900", "1000", Qualifier.NEARLY, id="近 before a multiplier"),
        pytest.param("超过九成", "90", None, Qualifier.OVER, id="超过"),
        pytest.param("超过2351万元", "23510000", None, Qualifier.OVER, id="超过 money"),
        pytest.param("99%以上", "99", None, Qualifier.AT_LEAST, id="以上"),
        pytest.param("不足80%", None, "80", Qualifier.UNDER, id="不足"),
        pytest.param("不少于10个", "10", None, Qualifier.AT_LEAST, id="不少于"),
        pytest.param("不超过10个", None, "10", Qualifier.AT_MOST, id="不超过"),
        pytest.param("约3100万元", "29450000", "32550000", Qualifier.ABOUT, id="约 within a twentieth"),
        pytest.param("约9%", "8.5", "9.5", Qualifier.ABOUT, id="约 within half of the last place"),
        pytest.param("百余名", "100", "200", Qualifier.OVER, id="百余"),
        pytest.param("六成多", "60", "70", Qualifier.OVER, id="成多"),
        pytest.param("40%多", "40", "50", Qualifier.OVER, id="多 behind per cent"),
        pytest.param("2小时多", "120", "180", Qualifier.OVER, id="多 behind a converted unit"),
        pytest.param("两年多", "2", "3", Qualifier.OVER, id="多 behind the unit"),
        pytest.param("两个多月", "2", "3", Qualifier.OVER, id="多 inside the unit"),
        pytest.param("十几户", "11", "19", Qualifier.OVER, id="十几"),
        pytest.param("几十户", "20", "90", Qualifier.RANGE, id="几十"),
        pytest.param("上百户", "100", None, Qualifier.AT_LEAST, id="上百"),
        pytest.param("数以万计", "10000", None, Qualifier.AT_LEAST, id="数以万计"),
        pytest.param("3至5个", "3", "5", Qualifier.RANGE, id="range"),
    ],
)
def test_bounds_of_what_is_blurred(
    text: str, low: str | None, high: str | None, qualifier: Qualifier
) -> None:
    (figure,) = find_figures(text)

    assert figure.qualifier is qualifier
    assert (figure.low, figure.high) == tuple(None if part is None else Decimal(part) for part in (low, high))


def test_exact_figures_are_bounded_by_themselves() -> None:
    (figure,) = find_figures("588个")

    assert isinstance(figure, Figure)
    assert figure.low == figure.high == figure.value == 588


@pytest.mark.parametrize(
    ("value", "place"),
    [("500", "100"), ("420", "10"), ("1.5", "0.1"), ("7", "1"), ("0", "1")],
)
def test_last_place_is_that_of_the_last_digit(value: str, place: str) -> None:
    assert last_place(Decimal(value)) == Decimal(place)


def test_bounds_of_a_negative_value_stay_in_order() -> None:
    low, high = bounds(Qualifier.NEARLY, Decimal(-100), Decimal(1))

    assert low is not None
    assert high is not None
    assert low < high


@pytest.mark.parametrize("text", ["解约6个", "履约6个", "违约6个"])
def test_word_in_a_verb_does_not_qualify(text: str) -> None:
    assert [figure.raw for figure in find_figures(text)] == ["6个"]
