"""One report in every form in which people send reports: what each maker returns is the same report.

``TEXT`` is the report as plain text. What the other forms have besides (navigation, headers, page numbers, what was
struck out, hidden or deleted) belongs to the form, and is in no reading of it.
"""

import csv
import io
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import openpyxl
import pdfplumber
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.styles import Font
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

TITLE = "中共云台市交通运输局党组关于巡察整改进展情况的通报"
DATED = "发布时间：2024-05-16　来源：云台市交通运输局"
BEFORE = [
    "根据市委统一部署，2023年9月4日至11月3日，市委第二巡察组对市交通运输局党组开展了常规巡察，并于12月18日反馈了巡察意见。现将整改进展情况予以公布。",
    "一、组织整改情况",
    "（一）压实责任。局党组召开专题会议9次，针对反馈的5个方面37个问题，制定整改措施142条，已完成整改33个，整改完成率89.19%。",
    "（二）追责问责。截至2024年4月30日，追回资金268.4万元，处理29人次，其中党纪政务处分6人。",
    "二、整改落实情况",
    "1．关于“工程款拨付滞后”问题。拨付农村公路工程款1.86亿元，惠及村组214个，拨付率由71.5%提高到96.8%，提升25.3个百分点。",
    "三、各科室办案情况",
    "各科室办理案件的情况如下。",
]
HEADS: list[list[str | None]] = [
    ["科室", "案件（件）", None, "罚没金额（万元）"],
    [None, "受理", "办结", None],
]
ROWS = [["运管科", "57", "51", "12.60"], ["路政科", "48", "46", "30.75"], ["海事科", "19", "", "4.08"]]
AFTER = [
    "四、下一步打算",
    "局党组将坚持标准不降、力度不减，力争2024年年底前剩余4个问题全部整改到位。",
    "中共云台市交通运输局党组",
    "2024年5月16日",
]
TABLE: list[Sequence[str | None]] = [*HEADS, *ROWS]
TEXT = "\n".join(
    [TITLE, DATED, *BEFORE, *("\t".join(cell or "" for cell in row) for row in TABLE), *AFTER, ""]
)
RUNNING = "云台市交通运输局文件"
STRUCK = "追回资金999.9万元。"
HIDDEN = "内部掌握：处理88人次。"

FONT = Path(__file__).parent.parent / "bot/chat/fonts/NotoSansCJKsc-Subset.otf"
_SONG = "STSong-Light"
_HEADING = ("一、", "二、", "三、", "四、")


def html() -> bytes:
    """Return a page with navigation, a list of links, hidden and struck-out text and a footer."""
    paragraphs = "".join(f"<p>　　{text}</p>" for text in BEFORE)
    head = (
        "<tr><th rowspan=2>科室</th><th colspan=2>案件（件）</th><th rowspan=2>罚没金额（万元）</th></tr>"
        "<tr><th>受理</th><th>办结</th></tr>"
    )
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    links = "".join(f'<li><a href="/{n}.html">关于第{n}批整改情况的通报</a></li>' for n in range(1, 9))
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_云台市人民政府</title></head><body>
<div class="top-nav"><a href="/">首页</a> <a href="/gk">政务公开</a> <a href="/hd">互动交流</a></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a> &gt; 通报</div>
<div class="article"><h1>{TITLE}</h1><div class="info">{DATED}</div><div id="zoom">{paragraphs}
<table>{head}{rows}</table><p><s>{STRUCK}</s></p><p style="display:none">{HIDDEN}</p>
{"".join(f"<p>　　{text}</p>" for text in AFTER)}</div></div>
<div class="related"><h3>相关链接</h3><ul>{links}</ul></div>
<div class="footer">版权所有：云台市人民政府 备案号：ICP备12345678号</div></body></html>"""
    return page.encode()


def markdown() -> bytes:
    """Return Markdown with headings, a table of pipes and struck-out text."""
    told = [f"## {text}" if text.startswith(_HEADING) else text for text in BEFORE]
    after = [f"## {text}" if text.startswith(_HEADING) else text for text in AFTER]
    head = [[cell or "" for cell in row] for row in TABLE]
    table = [f"| {' | '.join(row)} |" for row in head]
    table.insert(1, "|---|---:|---:|---:|")
    return "\n\n".join([f"# {TITLE}", DATED, *told, "\n".join(table), f"~~{STRUCK}~~", *after]).encode()


def _footnoted(document: Document, text: str) -> None:
    """Put a footnote into a document and its reference into the last paragraph."""
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reference = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'
    document.paragraphs[-1]._p.append(parse_xml(reference))


def word_document() -> Document:
    """Return the report as a Word document with stacked heads, a header, a footer with a page number, tracked
    changes, and struck-out and hidden text.
    """
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = RUNNING
    footer = document.sections[0].footer.paragraphs[0]
    footer._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    document.add_heading(TITLE, 0)
    document.add_paragraph(DATED)
    for text in BEFORE:
        document.add_paragraph(text, "Heading 1" if text.startswith(_HEADING) else None)
    _changed(document.paragraphs[4]._p, "召开专题会议9次", "召开专题会议6次")
    struck = document.paragraphs[-1].add_run(STRUCK)
    struck.font.strike = True
    hidden = document.paragraphs[-1].add_run(HIDDEN)
    hidden.font.hidden = True
    table = document.add_table(len(TABLE), 4, "Table Grid")
    for line, row in zip(table.rows, TABLE, strict=True):
        for place, cell in zip(line.cells, row, strict=True):
            place.text = cell or ""
    for here, there in (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3))):
        text = table.cell(*here).text
        table.cell(*here).merge(table.cell(*there)).text = text
    for text in AFTER:
        document.add_paragraph(text, "Heading 1" if text.startswith(_HEADING) else None)
    return document


def _changed(paragraph: object, text: str, deleted: str) -> None:
    """Make a paragraph's ``text`` an insertion that was tracked, in place of what is ``deleted``."""
    (run,) = paragraph.r_lst  # type: ignore[attr-defined]
    before, found, after = run.text.partition(text)
    assert found
    space = "xml:space='preserve'"
    by = f"{nsdecls('w')} w:id='7' w:author='甲' w:date='2024-05-10T08:00:00Z'"
    parts = (
        f"<w:r {nsdecls('w')}><w:t {space}>{before}</w:t></w:r>",
        f"<w:del {by}><w:r><w:delText {space}>{deleted}</w:delText></w:r></w:del>",
        f"<w:ins {by}><w:r><w:t {space}>{text}</w:t></w:r></w:ins>",
        f"<w:r {nsdecls('w')}><w:t {space}>{after}</w:t></w:r>",
    )
    for part in parts:
        run.addprevious(parse_xml(part))
    run.getparent().remove(run)


def word() -> bytes:
    """Return the bytes of ``word_document``."""
    stream = io.BytesIO()
    word_document().save(stream)
    return stream.getvalue()


def word_with_box_and_note() -> bytes:
    """Return a Word document in which one paragraph stands in a text box and another in a footnote."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(DATED)
    for text in BEFORE[:3]:
        document.add_paragraph(text)
    _footnoted(document, BEFORE[3])
    document.add_paragraph(BEFORE[4])
    box = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>{BEFORE[5]}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        "</w:r></w:p>"
    )
    document.element.body.insert(-1, parse_xml(box))
    for text in BEFORE[6:7]:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    """Return a workbook: text and table on one sheet, stacked heads, numbers in their formats, and what is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "通报"
    for number, text in enumerate([TITLE, DATED, *BEFORE], 1):
        sheet.cell(number, 1, text)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=4)
    top = len(BEFORE) + 3
    for line, row in enumerate(TABLE, top):
        for column, cell in enumerate(row, 1):
            if cell:
                is_number = line > top + 1 and column > 1
                own = sheet.cell(line, column, float(cell) if is_number else cell)
                own.number_format = "0.00" if column == 4 and is_number else "General"
    sheet.merge_cells(start_row=top, end_row=top + 1, start_column=1, end_column=1)
    sheet.merge_cells(start_row=top, end_row=top, start_column=2, end_column=3)
    sheet.merge_cells(start_row=top, end_row=top + 1, start_column=4, end_column=4)
    below = top + len(TABLE)
    sheet.cell(below, 1, HIDDEN)
    sheet.row_dimensions[below].hidden = True
    sheet.cell(below + 1, 1, STRUCK).font = Font(strike=True)
    for number, text in enumerate(AFTER, below + 2):
        sheet.cell(number, 1, text)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=4)
    for line in range(top + 2, top + len(TABLE)):
        sheet.cell(line, 7, 999)
    sheet.column_dimensions["G"].hidden = True
    other = book.create_sheet("底稿")
    other["A1"] = HIDDEN
    other.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def separated(delimiter: str) -> bytes:
    """Return rows of separated values, in the encoding that Excel writes."""
    stream = io.StringIO()
    rows = [[TITLE], [DATED], *([text] for text in BEFORE), *TABLE, *([text] for text in AFTER)]
    csv.writer(stream, delimiter=delimiter).writerows([cell or "" for cell in row] for row in rows)
    return stream.getvalue().encode("gb18030")


def _edges(canvas: Canvas, _: object) -> None:
    canvas.setFont(_SONG, 9)
    canvas.drawCentredString(300, 815, RUNNING)
    canvas.drawCentredString(300, 25, f"— {canvas.getPageNumber()} —")


def pdf(*, ruled: bool = True) -> bytes:
    """Return a PDF with a running head, page numbers and a table, with lines or without."""
    pdfmetrics.registerFont(UnicodeCIDFont(_SONG))
    body = ParagraphStyle(
        "body", fontName=_SONG, fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK", spaceAfter=4
    )
    title = ParagraphStyle("title", parent=body, fontSize=18, leading=30, alignment=1, firstLineIndent=0)
    centred = ParagraphStyle("centred", parent=body, alignment=1, firstLineIndent=0)
    spans: list[tuple[object, ...]] = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (3, 1)),
    ]
    lines: list[tuple[object, ...]] = [*spans, ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    table = Table(
        [[cell or "" for cell in row] for row in TABLE],
        colWidths=[90, 70, 70, 120],
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), _SONG),
                ("FONTSIZE", (0, 0), (-1, -1), 11),
                *(lines if ruled else []),
            ]
        ),
    )
    story: list[Flowable] = [Paragraph(TITLE, title), Paragraph(DATED, centred)]
    story += [Paragraph(text, body) for text in BEFORE]
    story += [table, *(Paragraph(text, body) for text in AFTER)]
    stream = io.BytesIO()
    document = SimpleDocTemplate(stream, pagesize=A4)
    document.build(story, onFirstPage=_edges, onLaterPages=_edges)
    return stream.getvalue()


def ofd() -> bytes:
    """Return an OFD document of the pages of ``pdf`` without lines: each text is one object, its characters in their places."""
    head = '<?xml version="1.0" encoding="UTF-8"?><ofd:{0} xmlns:ofd="http://www.ofdspec.org/2016"{1}>{2}</ofd:{0}>'
    root = "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    parts = [("OFD.xml", head.format("OFD", ' Version="1.0" DocType="OFD"', root))]
    pages = []
    with pdfplumber.open(io.BytesIO(pdf(ruled=False))) as document:
        for number, page in enumerate(document.pages):
            words = page.extract_words(keep_blank_chars=True, x_tolerance_ratio=0.6, return_chars=True)
            layer = f'<ofd:Content><ofd:Layer ID="9">{"".join(map(_text_object, words))}</ofd:Layer></ofd:Content>'
            parts.append((f"Doc_0/Pages/Page_{number}/Content.xml", head.format("Page", "", layer)))
            pages.append(f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>')
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    told = f"<ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{''.join(pages)}</ofd:Pages>"
    parts.append(("Doc_0/Document.xml", head.format("Document", "", told)))
    return archive([(name, text.encode()) for name, text in parts])


def _text_object(word: dict[str, Any]) -> str:
    across, down, right, bottom = (word[side] * 25.4 / 72 for side in ("x0", "top", "x1", "bottom"))
    steps = " ".join(f"{(after['x0'] - one['x0']) * 25.4 / 72:.3f}" for one, after in pairwise(word["chars"]))
    size = bottom - down
    return (
        f'<ofd:TextObject ID="8" Font="3" Size="{size:.3f}" '
        f'Boundary="{across:.3f} {down:.3f} {right - across:.3f} {size:.3f}">'
        f'<ofd:TextCode X="0" Y="{0.88 * size:.3f}" DeltaX="{steps}">{escape(word["text"])}</ofd:TextCode></ofd:TextObject>'
    )


def mail() -> bytes:
    """Return a mail with the report as plain text and as a page, and a picture of the sender's."""
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "办公室 <office@yuntai.example>"
    message["To"] = "reader@yuntai.example"
    message["Date"] = "Thu, 16 May 2024 09:00:00 +0800"
    message.set_content(TEXT, charset="gb18030", cte="base64")
    message.add_alternative(html().decode(), subtype="html")
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n" + bytes(60), maintype="image", subtype="png", filename="章.png"
    )
    return message.as_bytes()


def mail_with_attachment() -> bytes:
    """Return a mail of a line, to which the report is attached as a Word document."""
    message = EmailMessage()
    message["Subject"] = "请查收"
    message["From"] = "office@yuntai.example"
    message.set_content("各位同事：通报见附件。")
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    message.add_attachment(word(), maintype="application", subtype=kind, filename="整改通报.docx")
    return message.as_bytes()


def scan() -> bytes:
    """Return a PDF of the pictures of a page alone, drawn at 200 dots of an inch, with the grey of paper."""
    page = Image.new("L", (1654, 2339), 236)
    draw = ImageDraw.Draw(page)
    down = 150

    def write(text: str, size: int, left: int | None = None) -> None:
        font = ImageFont.truetype(str(FONT), size)
        start = (1654 - draw.textlength(text, font)) // 2 if left is None else left
        draw.text((start, down), text, 40, font)

    for text, size in ((TITLE, 46), (DATED, 30)):
        write(text, size)
        down += 80
    for text in [*BEFORE, *(AFTER[:2])]:
        rows = textwrap.wrap("\u3000\u3000" + text, 40, drop_whitespace=False)
        for row in rows:
            write(row, 33, 170)
            down += 56
        if text == BEFORE[-1]:
            for cells in TABLE:
                for column, cell in enumerate(cells):
                    write(cell or "", 33, 250 + 270 * column)
                down += 60
    for text in AFTER[2:]:
        write(text, 33, 900)
        down += 56
    stream = io.BytesIO()
    page.save(stream, "PDF", resolution=200)
    return stream.getvalue()


def archive(members: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Return a ZIP archive, of the report as text in a folder where no members are given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members or (("通报/整改通报.txt", TEXT.encode("gb18030")),):
            package.writestr(name, data)
    return stream.getvalue()


FORMS: dict[str, Callable[[], bytes]] = {
    "utf-8.txt": TEXT.encode,
    "gb18030.txt": lambda: TEXT.encode("gb18030"),
    "utf-16.txt": lambda: TEXT.encode("utf-16"),
    "通报.md": markdown,
    "通报.html": html,
    "通报.docx": word,
    "通报.xlsx": workbook,
    "通报.csv": lambda: separated(","),
    "通报.tsv": lambda: separated("\t"),
    "有线.pdf": pdf,
    "无线.pdf": lambda: pdf(ruled=False),
    "通报.ofd": ofd,
    "正文.eml": mail,
    "附件.eml": mail_with_attachment,
    "通报.zip": archive,
}
"""How the report is made in each form, by the name of its file."""
