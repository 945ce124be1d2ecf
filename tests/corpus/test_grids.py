"""Tests of tables as grids: heads, labels and values by their places."""

import pytest

from corpus.grids import find_grids, without_note

TABLE = (
    "各站情况\n站所\t隐患\t\t罚款（万元）\n\t发现\t整改\t\n北站\t6\t\t4.2\n南站\t3\t2\t\n以上为上半年数。\n"
)


def test_grid_has_its_caption_and_the_heads_of_each_column() -> None:
    (grid,) = find_grids(TABLE)
    assert grid.caption == "各站情况"
    assert [grid.heads(column) for column in range(4)] == [
        ("站所",),
        ("隐患", "发现"),
        ("隐患", "整改"),
        ("罚款（万元）",),
    ]
    assert grid.labels == (0,)


def test_values_stand_where_the_text_has_them() -> None:
    (grid,) = find_grids(TABLE)
    values = [(column, cell) for place in range(len(grid.body)) for column, cell in grid.values(place)]
    assert [(column, cell.text) for column, cell in values] == [(1, "6"), (3, "4.2"), (1, "3"), (2, "2")]
    assert all(TABLE[cell.start : cell.end] == cell.text for _, cell in values)


def test_title_between_two_tables_begins_the_second() -> None:
    text = "表一\n站所\t隐患\n北站\t6\n表二\n股室\t来信\n东股\t71\n"
    assert [(grid.caption, grid.heads(1)) for grid in find_grids(text)] == [
        ("表一", ("隐患",)),
        ("表二", ("来信",)),
    ]


def test_sentence_ends_a_table() -> None:
    assert len(find_grids("站所\t隐患\n北站\t6\n各站都已整改。\n南站\t3\n")) == 2


def test_text_without_numbers_in_cells_is_no_table() -> None:
    assert find_grids("姓名  职务\n张三  站长\n") == []
    assert find_grids("北站整改6处，南站整改3处。\n") == []


def test_rule_of_a_markdown_table_is_no_row() -> None:
    (grid,) = find_grids("| 站所 | 隐患 |\n|:---|---:|\n| 北站 | 6 |\n")
    assert (len(grid.head), len(grid.body)) == (1, 1)


def test_note_of_a_head_is_left_out() -> None:
    assert without_note("罚款（万元）") == "罚款"
    assert without_note("罚款[万元]") == "罚款"


def test_word_that_spaces_stretch_is_one() -> None:
    assert without_note("合　　计（万元）") == "合计"


def test_long_text_of_rows_is_read_in_time_that_grows_with_it() -> None:
    (grid,) = find_grids("站所\t隐患\n" + "北站\t6\n" * 20_000)
    assert len(grid.body) == 20_000


def test_line_of_one_cell_between_rows_is_their_group() -> None:
    text = "单位\t退款\n甲片区\n一所\t8\n二所\t7\n乙片区\n三所\t6\n"

    (grid,) = find_grids(text)

    assert [grid.group_of(place) for place in range(len(grid.body))] == ["甲片区", "甲片区", "乙片区"]


def test_head_without_a_corner_stands_over_its_own_columns() -> None:
    (grid,) = find_grids("        2020年   2021年\n拖轮（艘）  12     15\n驳船（艘）  31     28\n")
    assert [grid.heads(column) for column in range(3)] == [(), ("2020年",), ("2021年",)]
    assert grid.row_labels == (("拖轮（艘）",), ("驳船（艘）",))


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("表2  各站检查结果", id="table"),
        pytest.param("第四部分  全年数据", id="part"),
        pytest.param("三  分站数据", id="section"),
    ],
)
def test_numbered_title_of_a_table_is_no_head(title: str) -> None:
    (grid,) = find_grids(f"{title}\n站名    查出    整改\n东站    12个    9个\n西站    7个    7个\n")
    assert [grid.heads(column) for column in range(3)] == [("站名",), ("查出",), ("整改",)]
    assert grid.caption == title.replace("  ", " ")


def test_numbered_sentences_are_no_table() -> None:
    (grid,) = find_grids("B-1  补缴税款3.1万元。\nB-2  三年情况如下：\n2020年   6页\n2021年   8页\n")
    assert grid.row_labels == (("2020年",), ("2021年",))


def test_table_in_a_drawn_box_is_read_as_with_bars() -> None:
    text = "┌────┬────┐\n│ 年末 │ 2022 │\n├────┼────┤\n│ 欠费户 │ 310 │\n└────┴────┘\n"
    (grid,) = find_grids(text)
    assert grid.heads(1) == ("2022",)
    assert [cell.text for _, cell in grid.values(0)] == ["310"]
    assert text[grid.body[0][1].start :].startswith("310")


def test_row_without_a_number_of_its_own_stands_under_its_heads() -> None:
    (grid,) = find_grids("序号 站名 隐患 罚款\n1 东站 6 2.4\n2 西站 5 0.8\n合 计 11 3.2\n")
    assert [[cell.text for _, cell in grid.values(place)] for place in range(3)][2] == ["11", "3.2"]
    assert grid.row_labels[2] == ("合 计",)


@pytest.mark.parametrize("line", ["单位：万元", "（单位：个、万元）", "金额单位：元"])
def test_line_of_a_unit_is_no_caption(line: str) -> None:
    (grid,) = find_grids(f"各站罚款情况\n{line}\n站名\t罚款\n东站\t6\n")
    assert grid.caption == "各站罚款情况"


def test_title_beside_its_unit_is_the_caption() -> None:
    (grid,) = find_grids("各站情况　　　　单位：万元\n站名　　应收　　已收\n东站　　6　　5\n")
    assert (grid.caption, grid.heads(1)) == ("各站情况", ("应收",))
