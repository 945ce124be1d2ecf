import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.errors import OldForm, UnreadableFile
from corpus.reading.documents import read_bytes
from corpus.reading.docx_reader import read_docx

TITLE = "中共某市财政局党组关于整改情况的通报"


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(document: Document) -> list[str]:
    return read_docx(saved(document), "a.docx")[0].split("\n")


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The package with some of its parts replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, changes.get(part, old.read(part)))
        for part in changes.keys() - set(old.namelist()):
            new.writestr(part, changes[part])
    return stream.getvalue()


def test_paragraphs_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("一、总体情况")
    table = document.add_table(rows=2, cols=3)
    for row, cells in enumerate([("单位", "应收", "已收"), ("市教育局", "1260.00", "1178.10")]):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph("完成整改588个。")
    read = read_bytes(saved(document), "a.docx")
    assert read.text.split("\n") == [
        TITLE,
        "一、总体情况",
        "单位\t应收\t已收",
        "市教育局\t1260.00\t1178.10",
        "完成整改588个。",
    ]
    assert (read.title_hint, read.form) == (TITLE, "docx")


def test_merged_cells_keep_the_columns_in_place() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=4)
    table.cell(0, 0).text = "合计"
    table.cell(0, 3).text = "12"
    table.cell(0, 0).merge(table.cell(0, 1))
    assert lines(document) == ["合计\t\t\t12"]


def test_nested_table_is_read_once() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).cell(0, 1)
    cell.text = "外"
    cell.add_table(rows=1, cols=2).cell(0, 0).text = "内"
    assert "".join(lines(document)).count("内") == 1


def test_runs_breaks_and_tabs_are_kept() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("完成")
    paragraph.add_run("整改").bold = True
    paragraph.add_run("588个\t已结\n第二行")
    assert lines(document) == ["完成整改588个\t已结", "第二行"]


def test_insertions_stay_and_deletions_go() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("共")
    for change in (
        "<w:ins {}><w:r><w:t>588</w:t></w:r></w:ins>",
        "<w:del {}><w:r><w:delText>578</w:delText></w:r></w:del>",
        "<w:r {}><w:t>个</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(change.format(nsdecls("w"))))
    assert lines(document) == ["共588个"]


def test_content_controls_are_read() -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent>"
            "<w:p><w:r><w:t>控件内</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert lines(document)[0] == "控件内"


def test_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    run = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = docx.Document()
    document.add_paragraph("正文。")._p.append(parse_xml(run))
    assert lines(document) == ["正文。", "框内"]


def test_table_of_contents_is_left_out() -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、总体情况\t3", style="toc 1")
    document.add_paragraph("一、总体情况")
    assert lines(document) == ["一、总体情况"]


NOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>不含转办的23件。</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def with_note(document: Document) -> bytes:
    """The document with a footnote at the end of its first paragraph."""
    run = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="3"/></w:r>'
    document.paragraphs[0]._p.append(parse_xml(run))
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        NOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)


def test_footnote_follows_its_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("受理信访件41件。")
    document.add_paragraph("办结40件。")
    text, _ = read_docx(with_note(document), "a.docx")
    assert text.split("\n") == ["受理信访件41件。", "不含转办的23件。", "办结40件。"]


def test_header_and_footer_come_once_at_the_end_without_page_numbers() -> None:
    document = docx.Document()
    document.add_paragraph("办结40件。")
    document.sections[0].header.paragraphs[0].text = "信访专报 共受理41件"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_section()
    assert lines(document) == ["办结40件。", "", "信访专报 共受理41件"] or lines(document) == [
        "办结40件。",
        "信访专报 共受理41件",
    ]


def test_cells_merged_downwards_are_empty_below() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate([("城北片区", "7"), ("", "9")]):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    table.cell(0, 0).merge(table.cell(1, 0))
    assert lines(document) == ["城北片区\t7", "\t9"]


PLAIN = docx.Document()
PLAIN.add_paragraph("完成整改588个。")


def test_document_in_the_strict_form_is_left_to_libreoffice() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    with pytest.raises(OldForm, match="LibreOffice") as caught:
        read_docx(repacked(saved(PLAIN), {"_rels/.rels": relations.encode()}), "通报.docx")
    assert caught.value.target == "docx"


def test_zip_bomb_is_refused_unread() -> None:
    bomb = repacked(saved(PLAIN), {"word/media/x.bin": b"\0" * 30_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableFile, match=r"bomb\.docx：解压后体积异常"):
        read_docx(bomb, "bomb.docx")


def test_external_entity_is_not_resolved() -> None:
    body = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY i "内部">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>甲&e;乙</w:t></w:r></w:p></w:body></w:document>"
    )
    text, _ = read_docx(repacked(saved(PLAIN), {"word/document.xml": body.encode()}), "a.docx")
    assert text in {"甲", "甲乙"}


DAMAGED = [
    ("cut off", saved(PLAIN)[:2000], "损坏"),
    ("bad xml", repacked(saved(PLAIN), {"word/document.xml": b"<w:document"}), "损坏"),
    ("no parts", b"PK\x03\x04", "损坏"),
    ("spreadsheet", repacked(saved(PLAIN), {}).replace(b"word/document", b"xl/xworkbooks"), "损坏|XLSX|ZIP"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_read_docx_refuses(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_docx(data, "坏.docx")


def test_read_docx_names_another_package() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UnreadableFile, match="XLSX"):
        read_docx(stream.getvalue(), "表.xlsx")


def test_read_docx_names_an_encrypted_package() -> None:
    data = bytearray(saved(PLAIN))
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1
    with pytest.raises(UnreadableFile, match="加密"):
        read_docx(bytes(data), "锁.docx")


def test_every_cut_is_refused_or_read() -> None:
    data = saved(PLAIN)
    for end in range(1, len(data), len(data) // 25):
        with pytest.raises(UnreadableFile):
            read_docx(data[:end], "a.docx")
