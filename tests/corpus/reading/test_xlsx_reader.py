import io
import zipfile
from collections.abc import Mapping

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.documents import read_bytes

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>金额（万元）</t></is></c></row>'
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>47.600000000000001</v></c></row>'
    '<row r="3"><c r="A3" t="str"><f>A1</f><v>合计</v></c><c r="C3"><v>1268</v></c></row>'
    '<row r="4"><c r="A4"/></row>'
)


def workbook(rows: str = ROWS, more: Mapping[str, str] | None = None, state: str = "") -> bytes:
    hidden = f' state="{state}"' if state else ""
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>'
        f'<sheet name="资金" sheetId="1" r:id="rId1"{hidden}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>项目</t></si><si><r><t>清退</t></r><r><t>补贴</t></r>"
        "<rPh><t>チン</t></rPh></si></sst>",
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
    [("0.91349999999999998", "0.9135"), ("15000", "15000"), ("1.5E4", "15000"), ("-3", "-3"), ("x", "x")],
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
        workbook()[:-40],
    ],
    ids=["empty", "hidden", "broken", "no such string", "cut off"],
)
def test_workbook_without_readable_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"table\.xlsx"):
        read_bytes(data, "table.xlsx")


def test_workbook_that_expands_too_far_is_refused() -> None:
    bomb = workbook(more={"xl/worksheets/sheet2.xml": " " * 30_000_000})
    with pytest.raises(UnreadableFile, match="压缩炸弹"):
        read_bytes(bomb, "table.xlsx")


def test_entities_of_a_workbook_are_not_resolved() -> None:
    sheet = (
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet {MAIN}><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>甲&a;乙</t></is></c></row></sheetData></worksheet>'
    )
    read = read_bytes(workbook(more={"xl/worksheets/sheet1.xml": sheet}), "table.xlsx")
    assert read.text.strip() in {"甲", "甲乙"}


STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="0.0%"/>'
    '<numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '<numFmt numFmtId="166" formatCode="0.0&quot;%&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/>'
    '<xf numFmtId="166"/></cellXfs></styleSheet>'
)


@pytest.mark.parametrize(
    ("style", "stored", "shown"),
    [
        pytest.param(0, "0.8125", "0.8125", id="general"),
        pytest.param(1, "0.81250000000000011", "81.25%", id="a-share"),
        pytest.param(2, "1", "100%", id="a-share-of-its-own-format"),
        pytest.param(3, "44642", "2022-03-22", id="a-day"),
        pytest.param(4, "44642", "2022-03-22", id="a-day-in-words"),
        pytest.param(5, "81.25", "81.25", id="a-sign-that-is-text"),
        pytest.param(9, "81.25", "81.25", id="no-such-style"),
    ],
)
def test_number_is_shown_as_its_format_says(style: int, stored: str, shown: str) -> None:
    rows = f'<row r="1"><c r="A1" s="{style}"><v>{stored}</v></c></row>'
    assert read_bytes(workbook(rows, {"xl/styles.xml": STYLES}), "a.xlsx").text.strip() == shown
