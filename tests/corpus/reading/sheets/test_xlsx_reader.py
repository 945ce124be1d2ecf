import io
import zipfile
from collections.abc import Mapping

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from corpus.errors import OldForm, UnreadableFile
from corpus.reading.documents import read_bytes
from corpus.reading.sheets.xlsx_reader import place_xlsx
from tests.one_report import archive

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SPREADSHEET}.sharedStrings+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SPREADSHEET}.worksheet+xml"/></Types>'
)
ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>金额（万元）</t></is></c></row>'
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>47.600000000000001</v></c></row>'
    '<row r="3"><c r="A3" t="str"><f>A1</f><v>合计</v></c><c r="C3"><v>1268</v></c></row>'
    '<row r="4"><c r="A4"/></row>'
)


def workbook(rows: str = ROWS, more: Mapping[str, str] | None = None, state: str = "") -> bytes:
    hidden = f' state="{state}"' if state else ""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>'
        f'<sheet name="资金" sheetId="1" r:id="rId1"{hidden}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="'
        f'{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>项目</t></si><si><r><t>清退</t></r><r><t>补贴</t></r>"
        '<rPh sb="0" eb="1"><t>チン</t></rPh></si></sst>',
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
    } | dict(more or {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return buffer.getvalue()


def test_workbook_is_read_row_by_row() -> None:
    read = read_bytes(workbook(), "table.xlsx")
    assert read.form == "xlsx"
    assert read.text.strip() == "项目\t\t金额（万元）\n清退补贴\t\t47.6\n合计\t\t1268"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("0.91349999999999998", "0.9135"), ("15000", "15000"), ("1.5E4", "15000"), ("-3", "-3")],
)
def test_number_is_shown_as_a_person_wrote_it(stored: str, shown: str) -> None:
    assert (
        read_bytes(workbook(f'<row r="1"><c r="A1"><v>{stored}</v></c></row>'), "a.xlsx").text.strip()
        == shown
    )


@pytest.mark.parametrize(
    "data",
    [
        workbook(""),
        workbook(state="hidden"),
        workbook(more={"xl/worksheets/sheet1.xml": "<worksheet"}),
        workbook('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        workbook('<row r="1"><c r="A1"><v>x</v></c></row>'),
        workbook()[:-40],
    ],
    ids=["empty", "hidden", "broken", "no such string", "no number", "cut off"],
)
def test_workbook_without_readable_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"table\.xlsx"):
        read_bytes(data, "table.xlsx")


STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(archive([("xl\\workbook.xml", b"<workbook/>")]), "台账.xlsx", id="other names of parts"),
        pytest.param(archive([("xl/workbook.bin", b"")]), "台账.xlsb", id="binary"),
        pytest.param(
            workbook(more={"xl/workbook.xml": f'<workbook xmlns="{STRICT}"><sheets/></workbook>'}),
            "台账.xlsx",
            id="strict",
        ),
    ],
)
def test_package_of_another_build_is_left_to_libreoffice(data: bytes, name: str) -> None:
    with pytest.raises(OldForm, match="LibreOffice") as caught:
        read_bytes(data, name)
    assert caught.value.target == "xlsx"


def test_workbook_that_expands_too_far_is_refused() -> None:
    bomb = workbook(more={"xl/worksheets/sheet2.xml": " " * 30_000_000})
    with pytest.raises(UnreadableFile, match="压缩炸弹"):
        read_bytes(bomb, "table.xlsx")


def test_workbook_with_entities_is_refused() -> None:
    sheet = (
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet {MAIN}><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>甲&a;乙</t></is></c></row></sheetData></worksheet>'
    )
    with pytest.raises(UnreadableFile, match="损坏"):
        read_bytes(workbook(more={"xl/worksheets/sheet1.xml": sheet}), "table.xlsx")


def shown(sheet: Worksheet) -> list[str]:
    buffer = io.BytesIO()
    sheet.parent.save(buffer)
    return read_bytes(buffer.getvalue(), "台账.xlsx").text.split("\n")


@pytest.fixture
def sheet() -> Worksheet:
    made = openpyxl.Workbook().active
    for row in (
        ["乡镇专项检查台账"],
        ["乡镇", "问题（个）", None, "办结率"],
        [None, "查出", "办结", None],
        ["柳溪镇", 9, 7, 0.7778],
        ["松坪乡", 4, None, 0.5],
    ):
        made.append(row)
    return made


def test_share_is_shown_in_its_format(sheet: Worksheet) -> None:
    sheet["D4"].number_format = "0.0%"
    assert shown(sheet)[3] == "柳溪镇\t9\t7\t77.8%"


def test_empty_cell_keeps_its_place(sheet: Worksheet) -> None:
    assert shown(sheet)[4] == "松坪乡\t4\t\t0.5"


def test_merged_title_is_a_line_and_merged_heads_keep_their_columns(sheet: Worksheet) -> None:
    for merged in ("A1:D1", "A2:A3", "B2:C2", "D2:D3"):
        sheet.merge_cells(merged)
    assert shown(sheet)[:3] == ["乡镇专项检查台账", "乡镇\t问题（个）\t\t办结率", "\t查出\t办结\t"]


def test_hidden_rows_and_columns_are_left_out(sheet: Worksheet) -> None:
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    assert shown(sheet)[3:] == ["松坪乡\t4\t0.5"]


def test_struck_out_numbers_are_left_out(sheet: Worksheet) -> None:
    sheet["B4"].font = Font(strike=True)
    sheet["B5"] = CellRichText(TextBlock(InlineFont(strike=True), "4"), "6")
    assert shown(sheet)[3:] == ["柳溪镇\t\t7\t0.7778", "松坪乡\t6\t\t0.5"]


def test_sheet_with_far_cells_is_read_by_what_it_holds(sheet: Worksheet) -> None:
    sheet["XFD1048576"] = "远处"
    assert shown(sheet)[-1].strip() == "远处"


def test_of_several_sheets_one_without_a_title_has_its_name(sheet: Worksheet) -> None:
    other = sheet.parent.create_sheet("分项")
    for row in (["项目", "数"], ["巡查", 3]):
        other.append(row)
    assert shown(sheet)[0] == "乡镇专项检查台账"
    assert shown(sheet)[-3:] == ["分项", "项目\t数", "巡查\t3"]


def test_merged_range_over_a_whole_sheet_is_refused() -> None:
    rows = f'{ROWS}</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>'
    with pytest.raises(UnreadableFile, match="解压后体积异常"):
        read_bytes(workbook(rows), "table.xlsx")


def test_cells_are_placed_in_the_order_of_the_text() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "一"
    sheet.append(["项目", None, "数量"])
    sheet.append([" ", None, None])
    sheet.append(["清退\n补贴", None, 12])
    other = book.create_sheet("二")
    other["B3"] = "合计12"
    file = io.BytesIO()
    book.save(file)
    placed = place_xlsx(file.getvalue(), "table.xlsx")
    assert [(one.sheet, one.row, one.column) for one in placed if one.text.strip()] == [
        ("一", 0, 0),
        ("一", 1, 1),
        ("一", 1, 3),
        ("一", 3, 1),
        ("一", 3, 3),
        ("二", 3, 2),
    ]
    text = read_bytes(file.getvalue(), "table.xlsx").text
    assert "".join("".join(one.text for one in placed).split()) == "".join(text.split())
