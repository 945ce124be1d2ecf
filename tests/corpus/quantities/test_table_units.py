from decimal import Decimal

import pytest

from corpus.figure import Figure, Kind
from corpus.quantities.figures import find_figures

TABLE = """附表3　各科室清收情况表（单位：万元）
科室        应收        已收      清收率(%)
一科        1260.00     630.00    50.00
二科        842.50      -6.20     90.00
备注：另有2笔在途。
"""


def by_raw(text: str) -> dict[str, Figure]:
    return {figure.raw: figure for figure in find_figures(text)}


def test_cells_take_the_unit_of_the_heading() -> None:
    figure = by_raw(TABLE)["1260.00"]

    assert (figure.value, figure.unit, figure.kind) == (Decimal(12600000), "元", Kind.MONEY)
    assert (figure.measure, figure.step) == ("万元", Decimal(100))


def test_a_column_has_a_unit_of_its_own() -> None:
    figure = by_raw(TABLE)["90.00"]

    assert (figure.value, figure.unit, figure.kind) == (Decimal(90), "%", Kind.PERCENT)


def test_a_minus_in_a_cell_is_a_sign() -> None:
    assert by_raw(TABLE)["-6.20"].value == Decimal(-62000)


def test_the_heading_and_the_number_of_the_table_are_no_figures() -> None:
    assert [figure.raw for figure in find_figures(TABLE)][:2] == ["1260.00", "630.00"]


def test_text_below_the_table_is_not_in_it() -> None:
    figure = by_raw(TABLE)["2笔"]

    assert (figure.value, figure.unit) == (Decimal(2), "笔")


@pytest.mark.parametrize("bar", ["\t", " | ", "   "], ids=["tab", "bar", "spaces"])
def test_cells_are_cut_by(bar: str) -> None:
    text = f"单位：万元\n{bar.join(('单位', '金额', '占比(%)'))}\n{bar.join(('甲局', '12.5', '30.0'))}\n"

    found = by_raw(text)

    assert (found["12.5"].value, found["30.0"].unit) == (Decimal(125000), "%")


def test_bare_numbers_without_a_heading_keep_no_unit() -> None:
    text = "科室  应收\n一科  12.5\n"

    assert by_raw(text)["12.5"].unit == ""


def test_serial_numbers_have_no_unit() -> None:
    text = "（单位：元）\n序号  科室  金额\n11  甲  500\n"

    found = by_raw(text)

    assert (found["11"].unit, found["500"].unit) == ("", "元")


def test_heads_that_state_units_make_a_table_without_a_heading() -> None:
    text = "附表　窑炉改造情况\n窑口名称    类别    窑位(个)    完成投资(万元)\n东窑        扩建    1080        5420.00\n"

    found = by_raw(text)

    assert (found["1080"].unit, found["5420.00"].value) == ("个", Decimal(54200000))


def test_a_bracket_in_prose_makes_no_table() -> None:
    text = "前文。\n本厂去年的收入（万元）  见后文\n东窑  12.5\n"

    assert by_raw(text)["12.5"].unit in ("", "元")
    assert by_raw("本厂共有窑工12.5（万元）\n见 13.5\n")["13.5"].unit == ""


def test_a_column_of_units_gives_each_row_its_own() -> None:
    text = "各项完成情况\n指标\t计量单位\t完成数\n追缴水费\t万元\t17.8\n新建制度\t项\t6\n"

    found = by_raw(text)

    assert (found["17.8"].value, found["17.8"].unit) == (Decimal(178000), "元")
    assert found["6"].unit == "项"


def test_a_column_of_organisations_is_none_of_units() -> None:
    found = by_raw("单位\t完成数\n一科\t17\n二科\t6\n")

    assert found["17"].unit == ""


@pytest.mark.parametrize(
    "heading",
    [pytest.param("单位：万元", id="money-alone"), pytest.param("单位：处、万元", id="of-two-sorts")],
)
def test_money_of_the_heading_is_of_the_columns_that_name_money(heading: str) -> None:
    found = by_raw(f"{heading}\n站名　隐患数　罚款\n东站　6　2.4\n西站　5　3\n")

    assert (found["2.4"].value, found["3"].value) == (Decimal(24000), Decimal(30000))
    assert found["6"].unit == ("" if heading == "单位：万元" else "处")


def test_column_with_decimals_is_of_the_headings_money() -> None:
    found = by_raw("单位：万元\n项目\t预算\t执行数\n维修\t120\t118.5\n巡线\t60\t55\n")

    assert (found["55"].value, found["120"].value) == (Decimal(550000), Decimal(1200000))


@pytest.mark.parametrize("gap", [" ", "\u3000"], ids=["space", "full-width"])
def test_number_ends_with_its_cell(gap: str) -> None:
    text = "\n".join(
        gap.join(row) for row in (("站名", "隐患", "完成率"), ("东站", "9", "100%"), ("西站", "12", "50%"))
    )

    assert [figure.raw for figure in find_figures(text)] == ["9", "100%", "12", "50%"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("追回电费  240  万元", 2_400_000, id="a-line-alone"),
        pytest.param(
            "追回电费  240  万元。\n另有罚款  35  万元。", 2_400_000, id="lines-that-end-with-units"
        ),
        pytest.param("按期办结率  百分之  八十七", 87, id="a-share"),
    ],
)
def test_wide_spaces_may_stand_within_a_number(text: str, value: int) -> None:
    assert find_figures(text)[0].value == value


@pytest.mark.parametrize(
    "title",
    ["（一）两个标段审定情况（亿元）：", "三、按违规类型（认定金额，万元）："],
    ids=["unit-alone", "unit-behind-what-it-measures"],
)
def test_title_with_a_colon_states_the_unit(title: str) -> None:
    figures = find_figures(f"{title}\n　　重复收费　　　　　2316\n　　过度诊疗　　　　　3408\n")

    assert [(figure.raw, figure.unit) for figure in figures][-2:] == [("2316", "元"), ("3408", "元")]
