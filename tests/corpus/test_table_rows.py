"""Tests of rows: cells parted by tabs, bars and gaps of any width, told by the lines beside."""

import pytest

from corpus.table_rows import GridCell, split_row, text_rows

HEAD = ("站名", "隐患", "已改", "完成率")
ROWS = (("东站", "6", "5", "83%"), ("西站", "12", "12", "100%"), ("合计", "18", "17", "94%"))


def cut(text: str) -> list[list[str] | None]:
    return [[cell.text for cell in row] if row else None for _, _, row in text_rows(text)]


def test_line_of_one_cell_is_no_row() -> None:
    assert split_row("北站整改6处", 0) is None
    assert split_row("\t北站\t", 0) is None


@pytest.mark.parametrize(
    ("in_head", "in_rows"),
    [
        pytest.param("\t", "\t", id="tabs"),
        pytest.param("  ", "     ", id="spaces"),
        pytest.param(" ", " ", id="single-spaces"),
        pytest.param("\u3000", "\u3000", id="single-full-width-spaces"),
        pytest.param("\u3000", "\u3000\u3000\u3000", id="a-narrow-head-over-wide-rows"),
        pytest.param("\u3000\u3000", " \u3000", id="mixed-spaces"),
        pytest.param(" | ", " | ", id="bars"),
        pytest.param("——", "——", id="dashes"),
    ],
)
def test_cells_are_cut_alike_in_every_layout(in_head: str, in_rows: str) -> None:
    lines = [in_head.join(HEAD), *(in_rows.join(row) for row in ROWS)]
    assert cut("\n".join(lines)) == [list(row) for row in (HEAD, *ROWS)]


@pytest.mark.parametrize("word", ["合 计", "合\u3000计", "合\u3000\u3000计"])
def test_stretched_word_is_one_cell(word: str) -> None:
    assert cut(f"站名  隐患  已改\n东站  6  5\n{word}  6  5") == [
        ["站名", "隐患", "已改"],
        ["东站", "6", "5"],
        [word, "6", "5"],
    ]


def test_row_may_say_that_a_number_is_lacking() -> None:
    assert cut("站名 隐患 罚款\n东站 6 —\n西站 — 3.5")[1:] == [["东站", "6", "—"], ["西站", "—", "3.5"]]


def test_blank_lines_between_rows_do_not_part_them() -> None:
    assert cut("站名　隐患　已改\n\n东站　6　5\n\n西站　7　7\n\n以上。") == [
        ["站名", "隐患", "已改"],
        ["东站", "6", "5"],
        ["西站", "7", "7"],
        None,
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("本站 2023 年查出隐患 12 处\n已整改 9 处，完成 75%", id="numbers-in-prose"),
        pytest.param("一、 检查情况\n查出 12", id="a-heading"),
        pytest.param("张 三 李 四\n王 五 赵 六", id="names"),
    ],
)
def test_spaces_in_prose_make_no_rows(text: str) -> None:
    assert cut(text) == [None, None]


def test_bar_behind_space_parts_an_empty_cell_where_no_bar_ends_the_row() -> None:
    assert cut("单位 | 第一批 | 第二批\n | 反馈 | 反馈\n东站 | 6 | 5")[1] == ["", "反馈", "反馈"]
    assert cut("  | 站 | 数 |\n  | 东站 | 6 |")[0] == ["站", "数"]


def test_mark_up_is_no_part_of_a_cell() -> None:
    assert split_row("| **合计** | `18` |", 0) == (GridCell(4, "合计"), GridCell(12, "18"))


def test_long_text_of_spaced_rows_is_cut_in_time_that_grows_with_it() -> None:
    rows = cut("站名 隐患 已改\n" + "东站 6 5\n" * 20_000)
    assert rows[-2] == ["东站", "6", "5"]
