import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from bot.web.checks.review_cards import review_cards
from bot.web.checks.tables import TABLE_COLUMNS, csv_table, table_rows, xlsx_table
from tests.bot.web.checks.test_review_cards import decision, kept


def rows() -> list[tuple[str, ...]]:
    return list(
        table_rows(review_cards(kept(), {2: decision("reject", "=年报")}, {"web:1": "王芳"}, "zh"), "zh")
    )


def test_row_tells_finding_source_and_decision() -> None:
    head, _, second = rows()
    assert len(head) == len(second) == len(TABLE_COLUMNS)
    told = dict(zip(head, second, strict=True))
    assert (told["数字"], told["结论"], told["处理"], told["处理人"]) == (
        "30个",
        "不一致",
        "数字无误",
        "王芳",
    )
    assert "33个" in told["原文"]


def test_csv_holds_no_formula() -> None:
    text = csv_table(rows()).decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
    assert "'=年报" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("cell", ["=1+1", "-11.40", "@a", "\x07铃", "普通"])
def test_workbook_holds_texts_alone(cell: str) -> None:
    sheet = load_workbook(BytesIO(xlsx_table([("头",), (cell,)], "核对结果"))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == cell.replace("\x07", "�")
