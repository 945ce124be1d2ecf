from decimal import Decimal

import pytest

from corpus.figure import Kind, Qualifier
from corpus.quantities.figures import find_figures
from corpus.quantities.quantities import quantity_at


def spans(text: str, at: int = 0, floor: int = 0) -> str | None:
    """The text of the quantity whose numeral begins at ``at``; None where there is none."""
    figure = quantity_at(text, at, floor)
    return None if figure is None else text[figure.start : figure.end]


@pytest.mark.parametrize(
    ("text", "at", "span", "kind", "value", "unit"),
    [
        pytest.param("588个", 0, "588个", Kind.COUNT, "588", "个", id="count"),
        pytest.param("完成 588 个", 3, "588 个", Kind.COUNT, "588", "个", id="spaced"),
        pytest.param("2351万元", 0, "2351万元", Kind.MONEY, "23510000", "元", id="money"),
        pytest.param(
            "7.32个百分点", 0, "7.32个百分点", Kind.PERCENTAGE_POINT, "7.32", "个百分点", id="points"
        ),
        pytest.param("300元/吨", 0, "300元/吨", Kind.MONEY, "300", "元/吨", id="compound unit"),
        pytest.param(
            "一个半月", 0, "一个半月", Kind.DURATION, "1.5", "个月", id="and a half inside the unit"
        ),
        pytest.param("三年半", 0, "三年半", Kind.DURATION, "3.5", "年", id="and a half behind the unit"),
        pytest.param("2小时30分钟", 0, "2小时30分钟", Kind.DURATION, "150", "分钟", id="two units"),
        pytest.param("三元五角", 0, "三元五角", Kind.MONEY, "3.5", "元", id="money in two units"),
        pytest.param("8角2分", 0, "8角2分", Kind.MONEY, "0.82", "元", id="less than a yuan in two units"),
        pytest.param("百分之五", 0, "百分之五", Kind.PERCENT, "5", "%", id="notation of its own"),
        pytest.param("三成", 0, "三成", Kind.PERCENT, "30", "%", id="tenths"),
        pytest.param("一吨", 0, "一吨", Kind.MEASURE, "1000", "公斤", id="converted unit"),
    ],
)
def test_quantity_has_its_unit(text: str, at: int, span: str, kind: Kind, value: str, unit: str) -> None:
    figure = quantity_at(text, at)
    assert figure is not None
    assert text[figure.start : figure.end] == span
    assert (figure.kind, figure.value, figure.unit) == (kind, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("3至5个", "3", "5", id="至"),
        pytest.param("3-5个", "3", "5", id="a dash"),
        pytest.param("3个至5个", "3", "5", id="the unit twice"),
        pytest.param("1.2万—1.5万元", "12000", "15000", id="with multipliers"),
        pytest.param("10%～20%", "10", "20", id="per cent"),
    ],
)
def test_range_has_bounds_and_no_value(text: str, low: str, high: str) -> None:
    figure = quantity_at(text, 0)
    assert figure is not None
    assert text[figure.start : figure.end] == text
    assert (figure.value, figure.low, figure.high) == (None, Decimal(low), Decimal(high))
    assert figure.qualifier is Qualifier.RANGE


def test_levels_before_and_after_a_change_are_no_range() -> None:
    assert [figure.raw for figure in find_figures("覆盖率由46%至60%，岗位由12个至18个")] == [
        "46%",
        "60%",
        "12个",
        "18个",
    ]


def test_falling_numbers_are_no_range() -> None:
    assert spans("5至3个") != "5至3个"


@pytest.mark.parametrize(
    ("text", "at", "floor", "span"),
    [
        pytest.param("近600个", 1, 0, "近600个", id="qualified"),
        pytest.param("近600个", 1, 1, "600个", id="but not over what was read"),
        pytest.param("不少于600个", 3, 0, "不少于600个", id="three characters"),
        pytest.param("约600个左右", 1, 0, "约600个左右", id="on both sides"),
    ],
)
def test_quantity_takes_its_qualifier_back_to_the_floor(text: str, at: int, floor: int, span: str) -> None:
    assert spans(text, at, floor) == span


@pytest.mark.parametrize(
    ("text", "at", "change"),
    [
        pytest.param("提高了7.32个百分点", 3, "up", id="rise"),
        pytest.param("同比下降近三成", 5, "down", id="before a qualifier"),
        pytest.param("提高到82%", 3, "", id="level"),
    ],
)
def test_quantity_says_whether_it_is_a_change(text: str, at: int, change: str) -> None:
    figure = quantity_at(text, at)
    assert figure is not None
    assert figure.change == change


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("第3个", 1, id="an ordinal"),
        pytest.param("骁龙8芯片", 2, id="a name"),
        pytest.param("一名男子", 0, id="an article"),
        pytest.param("没有数", 0, id="no numeral"),
        pytest.param("588", 3, id="past the end"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_no_quantity_is_read(text: str, at: int) -> None:
    assert quantity_at(text, at) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [("588个", "1"), ("2351万元", "10000"), ("91.4%", "0.1"), ("1.50万件", "100")],
    ids=["digits", "multiplier", "per cent", "a written nought"],
)
def test_step_is_the_place_of_the_last_digit_written(text: str, step: str) -> None:
    figure = quantity_at(text, 0)
    assert figure is not None
    assert figure.step == Decimal(step)
