from io import BytesIO

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from checker.annotation.sheet_draft import annotate_workbook
from checker.check import check
from checker.evidence import Evidence
from corpus.errors import UnreadableFile
from corpus.reading.sheets.xlsx_reader import read_xlsx
from corpus.structure.parsing import parse_report

REPORT = """秋浦县园林局整改情况通报
秋浦县园林局共排查绿地45处，修复围栏812米，拨付养护资金96.4万元。
"""
NOTE = "请核实来源"


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return Evidence.of_reports([parse_report(REPORT, id="garden", source="garden.txt")])


def draft() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "概况"
    sheet.append(["秋浦县园林局情况表", None])
    sheet.merge_cells("A1:B1")
    sheet.append(["秋浦县园林局排查绿地45处", "=1+1"])
    sheet.append(["秋浦县园林局修复围栏821米，排查绿地45处", None])
    sheet["A3"].comment = Comment(NOTE, "张三")
    money = book.create_sheet("资金")
    money.append(["单位", "养护资金（万元）"])
    money.append(["秋浦县园林局", 94.6])
    chart = BarChart()
    chart.add_data(Reference(money, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    money.add_chart(chart, "E5")
    book.create_sheet("空")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def marked(evidence: Evidence, data: bytes, *, every: bool = False) -> Workbook:
    text = read_xlsx(data, "draft.xlsx")
    made = annotate_workbook(data, text, check(text, evidence), every=every)
    return openpyxl.load_workbook(BytesIO(made))


def notes(book: Workbook) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }


def test_notes_stand_at_the_wrong_figures_alone(evidence: Evidence) -> None:
    told = notes(marked(evidence, draft()))
    assert set(told) == {"概况!A3", "资金!B2"}
    assert told["概况!A3"].startswith(f"{NOTE}\n\n—— Hedui ——\n821米：")
    assert "812米" in told["概况!A3"]
    assert "96.4万元" in told["资金!B2"]


def test_every_figure_is_noted_where_all_are_asked_for(evidence: Evidence) -> None:
    assert set(notes(marked(evidence, draft(), every=True))) == {"概况!A2", "概况!A3", "资金!B2"}


def test_the_rest_of_the_workbook_stays(evidence: Evidence) -> None:
    book = marked(evidence, draft())
    assert book.sheetnames == ["概况", "资金", "空", "核对结果"]
    assert book["概况"]["B2"].value == "=1+1"
    assert book["资金"]["B2"].value == 94.6
    assert [str(one) for one in book["概况"].merged_cells.ranges] == ["A1:B1"]
    assert len(book["资金"]._charts) == 1


def test_sheet_of_results_lists_problems_with_their_cells(evidence: Evidence) -> None:
    rows = list(marked(evidence, draft())["核对结果"].iter_rows(values_only=True))
    assert "2个需要人看" in rows[0][0]
    assert {(row[0], row[2]) for row in rows[2:]} == {("821米", "概况!A3"), ("94.6", "资金!B2")}


def test_checked_workbook_checked_again_is_the_same_draft(evidence: Evidence) -> None:
    data = draft()
    text = read_xlsx(data, "draft.xlsx")
    once = annotate_workbook(data, text, check(text, evidence))
    assert read_xlsx(once, "draft.xlsx") == text
    again = marked(evidence, once)
    assert again.sheetnames == ["概况", "资金", "空", "核对结果"]
    assert again["概况"]["A3"].comment.author == "张三"
    assert notes(again) == notes(openpyxl.load_workbook(BytesIO(once)))


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"draft\.xlsx"):
        annotate_workbook(b"PK\x03\x04", "", [])
