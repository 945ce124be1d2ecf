from corpus.reading.grids import COVERED, GridRow, grid_lines


def test_empty_and_covered_cells_keep_their_columns() -> None:
    rows: list[GridRow] = [["科室", "案件", COVERED], [COVERED, "受理", "办结"], ["一科", "", "7"]]
    assert grid_lines(rows) == ["科室\t案件\t", "\t受理\t办结", "一科\t\t7"]


def test_row_of_one_cell_over_all_columns_is_a_line() -> None:
    rows: list[GridRow] = [["科室", "受理"], ["城东片区", COVERED], ["一科", "7"]]
    assert grid_lines(rows)[1] == "城东片区"


def test_row_with_nothing_but_its_label_stays_a_row() -> None:
    assert grid_lines([["科室", "受理"], ["一科", ""], ["二科", "7"]])[1] == "一科\t"


def test_title_and_note_are_lines() -> None:
    rows: list[GridRow] = [["案件表", ""], ["科室", "受理"], ["一科", "7"], ["注：不含转办", ""]]
    assert [grid_lines(rows)[0], grid_lines(rows)[-1]] == ["案件表", "注：不含转办"]


def test_line_ends_in_a_cell_go() -> None:
    assert grid_lines([["处分\n人数", "first\nsecond"]]) == ["处分人数\tfirst second"]


def test_long_blanks_of_a_cell_are_read_in_time_that_grows_with_them() -> None:
    assert grid_lines([["处分", "人" + "\u3000" * 200_000 + "\n" * 200_000]]) == ["处分\t人"]
