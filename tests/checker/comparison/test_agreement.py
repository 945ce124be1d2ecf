from dataclasses import replace
from decimal import Decimal

import pytest

from checker.comparison.agreement import (
    Agreement,
    UnitRelation,
    agree,
    is_rounding,
    relate_units,
    same_quantity,
)
from corpus.figure import Figure
from corpus.quantities.figures import find_figures


def figure(text: str) -> Figure:
    (found,) = find_figures(text)
    return found


@pytest.mark.parametrize(
    ("claimed", "stated", "expected"),
    [
        pytest.param("15000件", "1.5万件", Agreement.EQUAL, id="other notation"),
        pytest.param("一万五千件", "15000件", Agreement.EQUAL, id="Chinese numeral"),
        pytest.param("0.2351亿元", "2351万元", Agreement.EQUAL, id="other unit of money"),
        pytest.param("超过0.2351亿元", "超过2351万元", Agreement.EQUAL, id="same bound"),
        pytest.param("75%", "四分之三", Agreement.EQUAL, id="fraction and per cent"),
        pytest.param("80%", "八成", Agreement.EQUAL, id="tenths and per cent"),
        pytest.param("12.6公里", "12600米", Agreement.EQUAL, id="length"),
        pytest.param("3-5个", "3至5个", Agreement.EQUAL, id="same range"),
        pytest.param("超过三分之二", "71.4%", Agreement.ROUNDED, id="a fraction below"),
        pytest.param("不足四分之三", "71.4%", Agreement.ROUNDED, id="a fraction above"),
        pytest.param("超过三分之一", "71.4%", Agreement.DIFFERENT, id="a fraction far below"),
        pytest.param("91.4%", "91.35%", Agreement.ROUNDED, id="half up"),
        pytest.param("91%", "91.35%", Agreement.ROUNDED, id="two digits"),
        pytest.param("91.3%", "91.35%", Agreement.DIFFERENT, id="cut off"),
        pytest.param("90%", "91.35%", Agreement.DIFFERENT, id="one digit"),
        pytest.param("600个", "588个", Agreement.DIFFERENT, id="unsaid rounding"),
        pytest.param("2351万元", "超过2351万元", Agreement.BOUND_AS_POINT, id="bound as point"),
        pytest.param("约90%", "91.35%", Agreement.ROUNDED, id="about"),
        pytest.param("约80%", "91.35%", Agreement.DIFFERENT, id="about, too far"),
        pytest.param("近600个", "588个", Agreement.ROUNDED, id="nearly"),
        pytest.param("近600个", "602个", Agreement.DIFFERENT, id="nearly, but more"),
        pytest.param("580余个", "588个", Agreement.ROUNDED, id="and some"),
        pytest.param("590余个", "588个", Agreement.DIFFERENT, id="and some, but fewer"),
        pytest.param("超过九成", "91.35%", Agreement.ROUNDED, id="over tenths"),
        pytest.param("91%以上", "91.35%", Agreement.ROUNDED, id="or more"),
        pytest.param("超过570件", "578件", Agreement.ROUNDED, id="over"),
        pytest.param("超过578件", "578件", Agreement.DIFFERENT, id="over its own value"),
        pytest.param("578件以上", "578件", Agreement.ROUNDED, id="at least its own value"),
        pytest.param("不足2351万元", "超过2351万元", Agreement.DIFFERENT, id="opposite bounds"),
        pytest.param("超过2300万元", "超过2351万元", Agreement.ROUNDED, id="coarser bound"),
        pytest.param("超过2.4亿元", "超过2351万元", Agreement.DIFFERENT, id="bound too high"),
        pytest.param("超过2351.5万元", "超过2351万元", Agreement.DIFFERENT, id="bound just too high"),
        pytest.param("超过1351万元", "超过2351万元", Agreement.DIFFERENT, id="bound with a wrong digit"),
        pytest.param("不足600件", "578件", Agreement.ROUNDED, id="under"),
        pytest.param("不足80%", "82%", Agreement.DIFFERENT, id="under, but over"),
        pytest.param("5至8个", "6个", Agreement.ROUNDED, id="range that holds it"),
        pytest.param("5至8个", "9个", Agreement.DIFFERENT, id="range that misses it"),
    ],
)
def test_quantities_agree(claimed: str, stated: str, expected: Agreement) -> None:
    assert agree(figure(claimed), figure(stated)) is expected


@pytest.mark.parametrize(
    ("claimed", "stated", "expected"),
    [
        pytest.param("427项", "427个", UnitRelation.SAME, id="generic classifiers"),
        pytest.param("20名", "20人", UnitRelation.SAME, id="persons"),
        pytest.param("20位", "20名", UnitRelation.SAME, id="persons politely"),
        pytest.param("57人", "57人次", UnitRelation.OTHER_UNIT, id="persons and times"),
        pytest.param("118户", "118家", UnitRelation.OTHER_UNIT, id="households and firms"),
        pytest.param("578人", "578件", UnitRelation.OTHER_UNIT, id="persons and cases"),
        pytest.param("7.32%", "7.32个百分点", UnitRelation.OTHER_KIND, id="per cent and points"),
        pytest.param("5个", "5个工作日", UnitRelation.OTHER_KIND, id="count and duration"),
        pytest.param("1.2万元", "1.2亿元", UnitRelation.SAME, id="money"),
    ],
)
def test_units_relate(claimed: str, stated: str, expected: UnitRelation) -> None:
    assert relate_units(figure(claimed), figure(stated)) is expected


def test_huge_numbers_are_compared_without_overflow() -> None:
    huge = Decimal("9" * 60)
    stated = replace(figure("5个"), value=huge, low=huge, high=huge)
    assert agree(figure("超过5个"), stated) is Agreement.DIFFERENT
    assert agree(stated, stated) is Agreement.EQUAL


@pytest.mark.parametrize(
    ("blurred", "exact", "rounds"),
    [
        ("80多万元", "806786.62元", True),
        ("40万余元", "403393.31元", True),
        ("近四成", "39.2%", True),
        ("超过80万元", "1446489.32元", False),
        ("超过80万元", "超过806786元", False),
        ("80万元", "806786.62元", False),
        ("80多万元", "80多人", False),
    ],
)
def test_what_rounds_or_bounds_closely_is_told(blurred: str, exact: str, rounds: bool) -> None:
    assert is_rounding(figure(blurred), figure(exact)) is rounds


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("1.5万件", "15000件", True, id="other notation"),
        pytest.param("37%", "36.9%", True, id="rounded"),
        pytest.param("超过30万辆", "30.2万辆", True, id="bounded"),
        pytest.param("3月8日", "2023年3月8日", True, id="a day without its year"),
        pytest.param("3月8日", "2023年3月18日", False, id="another day"),
        pytest.param("2023年", "2023年3月8日", False, id="the year of a day"),
        pytest.param("36%", "36.9%", False, id="cut off"),
        pytest.param("36人", "36人次", False, id="another unit"),
        pytest.param("36人", "提高36人", False, id="by so many"),
    ],
)
def test_quantity_is_the_same_less_exactly(one: str, other: str, same: bool) -> None:
    assert same_quantity(figure(one), figure(other)) is same
    assert same_quantity(figure(other), figure(one)) is same
