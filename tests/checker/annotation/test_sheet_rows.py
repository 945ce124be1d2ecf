from openpyxl import Workbook

from checker.annotation.sheet_rows import write_rows


def test_cell_that_looks_like_a_formula_is_text() -> None:
    sheet = Workbook().active
    write_rows(sheet, [("头", "二"), ("=1+1", "坏\x07")], (6, 6))
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].value == "坏�"
    assert sheet.freeze_panes == "A2"


def test_row_is_as_high_as_its_longest_cell_needs() -> None:
    sheet = Workbook().active
    write_rows(sheet, [("总述" * 40,), ("头",), ("短",), ("长" * 20,)], (10,), head=2)
    heights = [sheet.row_dimensions[row].height for row in range(1, 5)]
    assert heights[0] == heights[1] == heights[2] < heights[3]
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold) == (False, True)
