from decimal import Decimal

import pytest

from corpus.figure import Figure, Kind
from corpus.quantities.units import (
    GENERIC,
    UNITS,
    UNITS_BY_NAME,
    Unit,
    convert,
    interchangeable,
    unit_at,
    with_measure,
)


@pytest.mark.parametrize(
    ("text", "name", "base", "kind"),
    [
        pytest.param("人次", "人次", "人次", Kind.COUNT, id="the longest unit"),
        pytest.param("名干部", "名", "人", Kind.COUNT, id="名 counts people"),
        pytest.param("位专家", "位", "人", Kind.COUNT, id="位 counts people"),
        pytest.param("个百分点", "个百分点", "个百分点", Kind.PERCENTAGE_POINT, id="not the classifier 个"),
        pytest.param("个月时间", "个月", "个月", Kind.DURATION, id="months"),
        pytest.param("个工作日", "个工作日", "个工作日", Kind.DURATION, id="working days"),
        pytest.param("公里", "公里", "米", Kind.MEASURE, id="length"),
        pytest.param("方面的", "方面", "方面", Kind.COUNT, id="aspects"),
        pytest.param("台(套)设备", "台(套)", "台（套）", Kind.COUNT, id="with brackets"),
        pytest.param("美元", "美元", "美元", Kind.MONEY, id="foreign money"),
    ],
)
def test_unit_at_takes_the_longest(text: str, name: str, base: str, kind: Kind) -> None:
    unit = unit_at(text, 0)

    assert unit is not None
    assert (unit.name, unit.base, unit.kind) == (name, base, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("人民", None, id="人 in 人民"),
        pytest.param("部门", "部门", id="部门 is its own"),
        pytest.param("部队", None, id="部 in 部队"),
        pytest.param("部分", "部分", id="部分 is its own"),
        pytest.param("期间", None, id="期 in 期间"),
        pytest.param("期", "期", id="at the end of the text"),
        pytest.param("", None, id="nothing left"),
        pytest.param("的", None, id="no unit"),
    ],
)
def test_unit_at_is_no_part_of_another_word(text: str, name: str | None) -> None:
    unit = unit_at(text, 0)

    assert (unit.name if unit else None) == name


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_is_found_by_its_name(unit: Unit) -> None:
    found = unit_at(unit.name, 0)

    assert found is not None
    assert found.name == unit.name
    assert found.factor > 0
    assert UNITS_BY_NAME[unit.name] is found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("项", "个", True, id="generic classifiers"),
        pytest.param("件", "条", True, id="more of them"),
        pytest.param("人", "人次", False, id="people and visits"),
        pytest.param("户", "家", False, id="households and firms"),
        pytest.param("起", "起", True, id="the same"),
        pytest.param("起", "件", False, id="one generic, one not"),
        pytest.param("元", "美元", False, id="monies"),
    ],
)
def test_interchangeable_is_for_generic_classifiers_only(one: str, other: str, same: bool) -> None:
    assert interchangeable(one, other) is same
    assert interchangeable(other, one) is same


def test_generic_classifiers_are_those_of_the_specification() -> None:
    assert {"个", "项", "条", "件", "份", "处"} <= GENERIC
    assert not GENERIC & {"人", "人次", "户", "家", "元"}


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        pytest.param("15", "亩", "平方米", "10000", id="land"),
        pytest.param("10000", "平方米", "亩", "15", id="and back"),
        pytest.param("2", "年", "个月", "24", id="years"),
        pytest.param("90", "秒", "分钟", "1.5", id="seconds"),
        pytest.param("3", "项", "个", "3", id="classifiers"),
        pytest.param("3", "人", "件", None, id="unlike things"),
    ],
)
def test_convert_between_base_units(value: str, unit: str, to: str, expected: str | None) -> None:
    assert convert(Decimal(value), unit, to) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("measure", "written", "expected"),
    [
        pytest.param("万元", "", "12600000", id="multiplier of the heading"),
        pytest.param("万元", "万", "1260", id="multiplier of its own"),
        pytest.param("元", "", "1260", id="no multiplier"),
    ],
)
def test_with_measure_scales_a_bare_number(measure: str, written: str, expected: str) -> None:
    value = Decimal("1260.00")
    bare = Figure("1260.00", 0, 7, Kind.COUNT, value, value, value, step=Decimal("0.01"), measure=written)

    figure = with_measure(bare, measure, "元", Kind.MONEY)

    assert (figure.value, figure.low, figure.high) == (Decimal(expected),) * 3
    assert (figure.unit, figure.kind) == ("元", Kind.MONEY)


def test_units_have_names_of_their_own() -> None:
    names = [unit.name for unit in UNITS]

    assert len(set(names)) == len(names)
