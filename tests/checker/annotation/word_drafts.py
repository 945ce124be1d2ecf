"""Word drafts with seeded wrong figures, made with python-docx and lxml, for the tests of checked documents."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, RGBColor

HOSPITAL: Final = "北屏市中心医院"
RIGHT: Final = (
    f"{HOSPITAL}制定整改措施97条，制定修订制度36项，其中新制定14项。",
    f"{HOSPITAL}停用低值高价耗材品规91个。",
    f"{HOSPITAL}自查病历1.5万份，发现违规病例843例，主动退回医保基金213.75万元。",
    f"{HOSPITAL}清理调整收费项目2257条，退还多收费用37.42万元，涉及患者1268人次。",
)
"""Sentences whose figures the report of the sample bears out."""

NAMESPACES: Final = (
    f"{nsdecls('w')} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def file_bytes(document: WordDocument) -> bytes:
    """Return a document as the bytes of its file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _started() -> WordDocument:
    document = Document()
    document.add_heading(f"{HOSPITAL}整改情况汇报", 0)
    document.add_paragraph(RIGHT[0])
    return document


def plain() -> WordDocument:
    document = _started()
    document.add_paragraph(f"{HOSPITAL}停用低值高价耗材品规93个。")
    document.add_paragraph(RIGHT[2])
    return document


def split_runs() -> WordDocument:
    """A figure over three runs of different looks, another inside a run of several text elements, tabs and breaks."""
    document = _started()
    paragraph = document.add_paragraph(f"{HOSPITAL}制定整改措施")
    for text, is_bold in (("9", True), ("5", False), ("条", True)):
        paragraph.add_run(text).bold = is_bold
    paragraph.add_run("，制定修订制度36项。").font.color.rgb = RGBColor(0x33, 0x66, 0x99)
    mixed = (
        f"<w:p {nsdecls('w')}><w:r><w:rPr><w:i/></w:rPr><w:t>{HOSPITAL}</w:t><w:t>停用低值高价耗材品规</w:t>"
        f'<w:t>91个；</w:t><w:br/><w:tab/><w:t xml:space="preserve">{HOSPITAL}发现违规病例</w:t><w:t>8</w:t>'
        "<w:t>34例。</w:t></w:r></w:p>"
    )
    document.element.body.insert(2, parse_xml(mixed))
    return document


def tables() -> WordDocument:
    """A table with a merged head, a table inside a cell, and right figures beside wrong ones."""
    document = _started()
    table = document.add_table(rows=3, cols=2)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(0, 1)).text = f"{HOSPITAL}情况表"
    table.cell(1, 0).text = f"{HOSPITAL}发现违规病例843例"
    table.cell(1, 1).text = f"{HOSPITAL}停用低值高价耗材品规97个"
    inner = table.cell(2, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = f"{HOSPITAL}清理调整收费项目2275条"
    document.add_paragraph(RIGHT[3])
    return document


def margins() -> WordDocument:
    """Headers and footers, of the first page too."""
    document = _started()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = f"{HOSPITAL}制定整改措施79条"
    section.header.paragraphs[0].text = RIGHT[1]
    section.footer.paragraphs[0].text = f"{HOSPITAL}发现违规病例863例"
    return document


def _with_notes(document: WordDocument, sort: str, note: str) -> WordDocument:
    """Put a note at the end of the document's last paragraph; ``sort`` is footnote or endnote."""
    written = (
        f"<w:{sort}s {nsdecls('w')}>"
        f'<w:{sort} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{sort}>'
        f'<w:{sort} w:id="2"><w:p><w:r><w:{sort}Ref/></w:r><w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p>'
        f"</w:{sort}></w:{sort}s>"
    )
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{sort}s+xml"
    part = Part(PackURI(f"/word/{sort}s.xml"), kind, written.encode(), document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{sort.upper()}S"))
    reference = (
        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:{sort}Reference w:id="2"/></w:r>'
    )
    document.paragraphs[-1]._p.append(parse_xml(reference))
    return document


def footnotes() -> WordDocument:
    return _with_notes(_started(), "footnote", f"{HOSPITAL}发现违规病例834例，停用低值高价耗材品规91个。")


def endnotes() -> WordDocument:
    return _with_notes(_started(), "endnote", f"{HOSPITAL}清理调整收费项目2207条。")


def text_box() -> WordDocument:
    """A text box as Word writes one: a drawing, and the same in VML for older programs."""
    document = _started()
    inside = (
        f"<w:txbxContent><w:p><w:r><w:t>{HOSPITAL}停用低值高价耗材品规19</w:t></w:r><w:r><w:t>个。</w:t></w:r></w:p>"
        "</w:txbxContent>"
    )
    shape = (
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="900000"/>'
        '<wp:docPr id="7" name="box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f"</a:ln></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline>"
    )
    old = (
        f'<w:pict><v:shape style="width:280pt;height:70pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    )
    paragraph = (
        f"<w:p {NAMESPACES}><w:r><w:t>见右框。</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    document.element.body.insert(2, parse_xml(paragraph))
    return document


def tracked() -> WordDocument:
    """A right figure changed into a wrong one, and a wrong one into a right one."""
    document = _started()

    def change(lead: str, old: str, new: str) -> Any:
        marks = 'w:id="{}" w:author="拟稿人" w:date="2023-05-04T08:00:00Z"'
        return parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t>{lead}</w:t></w:r><w:del {marks.format(91)}><w:r>"
            f"<w:delText>{old}</w:delText></w:r></w:del><w:ins {marks.format(92)}><w:r><w:t>{new}</w:t></w:r></w:ins>"
            "<w:r><w:t>。</w:t></w:r></w:p>"
        )

    document.element.body.insert(2, change(f"{HOSPITAL}停用低值高价耗材品规", "91个", "92个"))
    document.element.body.insert(3, change(f"{HOSPITAL}发现违规病例", "848例", "843例"))
    return document


def controls() -> WordDocument:
    """Content controls, a hyperlink and a field around figures."""
    document = _started()
    for inside in (
        f"<w:sdt><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent><w:r><w:t>{HOSPITAL}停用低值高价耗材品规</w:t></w:r>"
        "<w:r><w:t>90</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>个。</w:t></w:r>",
        f'<w:hyperlink w:anchor="top"><w:r><w:t>{HOSPITAL}发现违规病例884例</w:t></w:r></w:hyperlink>',
        f'<w:r><w:t>{HOSPITAL}清理调整收费项目</w:t></w:r><w:fldSimple w:instr=" DOCPROPERTY x "><w:r><w:t>2257</w:t></w:r>'
        "</w:fldSimple><w:r><w:t>条。</w:t></w:r>",
    ):
        document.element.body.insert(3, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    return document


def commented() -> WordDocument:
    """A draft that somebody has commented on."""
    document = _started()
    paragraph = document.add_paragraph(f"{HOSPITAL}发现违规病例")
    document.add_comment(paragraph.add_run("438例"), "这个数请再核一下", author="处长", initials="C")
    document.add_comment(document.paragraphs[1].runs, "可以", author="处长", initials="C")
    return document


def several_sections() -> WordDocument:
    """Lists, headings, a page across and a page break."""
    document = _started()
    document.add_heading("一、总体情况", 1)
    document.add_paragraph(RIGHT[3], "List Number")
    document.add_paragraph(f"{HOSPITAL}停用低值高价耗材品规61个。", "List Number")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    document.add_paragraph(RIGHT[1])
    document.add_paragraph().paragraph_format.page_break_before = True
    document.add_paragraph(f"{HOSPITAL}制定整改措施107条。")
    return document


LONG_WRONG: Final = tuple(f"{800 + number}例" for number in range(0, 40, 4))


def long_draft() -> WordDocument:
    """Some sixty pages of what is right, with ten wrong figures in between."""
    document = _started()
    for number, raw in enumerate(LONG_WRONG, 1):
        document.add_heading(f"第{number}章　情况", 1)
        for _ in range(10):
            for sentence in RIGHT:
                document.add_paragraph(f"{sentence}医院党委坚持以上率下，压实责任，抓好落实。" * 2)
        document.add_paragraph(f"{HOSPITAL}发现违规病例{raw}。")
    return document


DRAFTS: Final[dict[str, tuple[Callable[[], WordDocument], dict[str, str]]]] = {
    "plain": (plain, {"93个": "正文"}),
    "split runs": (split_runs, {"95条": "正文", "834例": "正文"}),
    "tables": (tables, {"97个": "表格", "2275条": "表格"}),
    "margins": (margins, {"79条": "页眉", "863例": "页脚"}),
    "footnotes": (footnotes, {"834例": "脚注"}),
    "endnotes": (endnotes, {"2207条": "尾注"}),
    "text box": (text_box, {"19个": "文本框"}),
    "tracked changes": (tracked, {"92个": "正文"}),
    "controls": (controls, {"90个": "正文", "884例": "正文"}),
    "commented": (commented, {"438例": "正文"}),
    "sections": (several_sections, {"61个": "正文", "107条": "正文"}),
    "long": (long_draft, dict.fromkeys(LONG_WRONG, "正文")),
}
"""A name, what makes the draft, and its wrong figures with where each stands."""
