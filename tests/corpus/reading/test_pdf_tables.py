"""Tests of a PDF's tables: each cell keeps its column, whether rules or only spaces set it apart."""

import io

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from corpus.reading.pdf_reader import read_pdf
from corpus.reading.pdf_tables import PageCell, PageRow, in_columns

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
STYLE = ParagraphStyle("cell", fontName="STSong-Light", fontSize=11, leading=15, wordWrap="CJK")
HEADS = ["泵站", "隐患（处）", "整改（处）", "罚款（万元）"]
ROWS = [["东泵站", "6", "5", "1"], ["西泵站", "4", "", "2"], ["南泵站", "", "3", ""]]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
FONT = ("FONT", (0, 0), (-1, -1), "STSong-Light", 11)


def _pdf(table: Table, title: str = "各泵站隐患整改情况") -> str:
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build([Paragraph(title, STYLE), table, Paragraph("以上数据截至六月。", STYLE)])
    return read_pdf(stream.getvalue(), "a.pdf")


def test_cells_between_rules_keep_their_columns() -> None:
    text = _pdf(Table([HEADS, *ROWS], style=TableStyle([FONT, GRID])))
    assert text.split("\n") == [
        "各泵站隐患整改情况",
        "泵站\t隐患（处）\t整改（处）\t罚款（万元）",
        "东泵站\t6\t5\t1",
        "西泵站\t4\t\t2",
        "南泵站\t\t3\t",
        "以上数据截至六月。",
    ]


def test_cells_of_one_digit_without_rules_are_cells() -> None:
    rows = _pdf(Table([HEADS, ROWS[0]], style=TableStyle([FONT]), colWidths=[90] * 4)).split("\n")
    assert rows[2] == "东泵站\t6\t5\t1"


def test_lines_of_one_cell_are_one_text() -> None:
    wrapped = [Paragraph("罚款及没收违法所得金额（万元）", STYLE), "7"]
    text = _pdf(Table([["项目", "数值"], wrapped], colWidths=[80, 60], style=TableStyle([FONT, GRID])))
    assert "罚款及没收违法所得金额（万元）\t7" in text


def test_merged_cell_leaves_the_cells_that_it_covers_empty() -> None:
    rows = [["泵站", "隐患", ""], ["", "发现", "整改"], ["东泵站", "6", "5"]]
    style = TableStyle([FONT, GRID, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))])
    text = _pdf(Table(rows, style=style, colWidths=[90] * 3))
    assert "\t发现\t整改" in text
    assert "东泵站\t6\t5" in text


def _row(*cells: tuple[str, float]) -> PageRow:
    placed = tuple(PageCell(text, left, left + 10, 0, 10) for text, left in cells)
    return PageRow(placed, placed[0].left, placed[-1].right, 0, 10)


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        pytest.param(_row(("甲", 0), ("3", 100)), "甲\t\t3", id="the-middle-one-is-empty"),
        pytest.param(_row(("甲", 0), ("3", 52)), "甲\t3\t", id="the-last-one-is-empty"),
    ],
)
def test_line_that_leaves_a_column_out_has_an_empty_cell(row: PageRow, texts: str) -> None:
    head = _row(("名称", 0), ("隐患", 50), ("罚款", 100))
    full = _row(("乙", 0), ("4", 50), ("5", 100))
    assert [one.text for one in in_columns([head, full, row])][-1] == texts


def test_text_beside_a_marked_word_is_no_table() -> None:
    stream = io.BytesIO()
    marked = Paragraph(
        "完成整改<font backColor='yellow'>31</font>个，<font backColor='yellow'>挽回</font>损失。" * 4, STYLE
    )
    SimpleDocTemplate(stream).build([marked])
    assert "\t" not in read_pdf(stream.getvalue(), "a.pdf")
