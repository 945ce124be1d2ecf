"""A Word document (.docx) goes in, its text comes out: paragraphs, numbering, tables and text boxes in order.

The package is looked over before anything is unpacked: encrypted, damaged and exploding ones are refused.
The parser behind python-docx resolves no entities and opens no network connection.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from corpus.reading.docx_furniture import around_text
from corpus.reading.docx_numbering import Numbering
from corpus.reading.refusals import refuse

_MOST_UNPACKED = 400_000_000
_MOST_UNPACKED_XML = 120_000_000
_MOST_RATIO = 150
_MOST_PARTS = 20_000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    AttributeError,
    SyntaxError,
    RecursionError,
)
_OTHER_PACKAGES = {
    "xl/workbook.xml": "XLSX",
    "ppt/presentation.xml": "PPTX",
    "content.xml": "ODF",
    "mimetype": "ODF/EPUB",
}

_WRAPPERS = {
    qn("w:sdt"),
    qn("w:sdtContent"),
    qn("w:ins"),
    qn("w:moveTo"),
    qn("w:customXml"),
    qn("w:smartTag"),
}
_LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_UNSEEN = (qn("w:strike"), qn("w:dstrike"), qn("w:vanish"))
_OFF = frozenset({"0", "false", "off", "none"})
_TEXT_BOX = qn("w:txbxContent")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read_docx(data: bytes, name: str) -> tuple[str, str]:
    """Return the document's text and the title that it marks as such ("" for none).

    A paragraph is a line, with the number that Word would show before it; a table's row is a line with tabs
    between its cells. Headers, footers and notes follow the text. What is struck out, hidden or deleted is left out,
    and so are tables of contents and comments. Raises ``UnreadableFile`` for a package that is encrypted, damaged,
    no Word document, or expands too far.
    """
    _look_over(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        body: Any = document.element.body
        numbering = Numbering(document)
        styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        lines, title = [], ""
        for style, line in _blocks(body, numbering):
            named = styles.get(style, style.lower())
            if named.startswith("toc"):
                continue
            if named in {"title", "标题"} and not title:
                title = line.strip()
            lines.append(line)
        lines += around_text(document, lambda part: [line for _, line in _blocks(part, numbering)])
    except _DAMAGE as error:
        raise refuse("damaged", name) from error
    return "\n".join(lines), title


def look_over(data: bytes, name: str) -> set[str]:
    """Return the names of a package's parts; refuse one that is damaged, encrypted or not safe to unpack."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise refuse("damaged", name) from error
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("encrypted", name)
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    squeezed = any(part.file_size > _MOST_RATIO * max(part.compress_size, 1_000) for part in parts)
    if unpacked > _MOST_UNPACKED or xml > _MOST_UNPACKED_XML or squeezed or len(parts) > _MOST_PARTS:
        raise refuse("expands too far", name)
    return {part.filename for part in parts}


def _look_over(data: bytes, name: str) -> None:
    """Refuse a package that is not a Word document or not safe to unpack."""
    names = look_over(data, name)
    if "word/document.xml" not in names and not any(part.startswith("word/document") for part in names):
        other = next((form for part, form in _OTHER_PACKAGES.items() if part in names), "ZIP")
        raise refuse("other form", name, detail=other)


def _blocks(container: Any, numbering: Numbering) -> Iterator[tuple[str, str]]:
    """The (style id, line) of each paragraph and table row below ``container``, in document order."""
    for element in container:
        if element.tag == qn("w:p"):
            yield from _paragraph(element, numbering)
        elif element.tag == qn("w:tbl"):
            for row in _children(element, qn("w:tr")):
                if not _is_taken_out(row):
                    yield "", _row(row, numbering)
        elif element.tag in _WRAPPERS:
            yield from _blocks(element, numbering)


def _paragraph(paragraph: Any, numbering: Numbering) -> Iterator[tuple[str, str]]:
    """The paragraph's own line, then the lines of the text boxes that are anchored in it."""
    boxes: list[Any] = []
    text = "".join(_text(paragraph, boxes))
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    style_id = style.get(qn("w:val"), "") if style is not None else ""
    label = numbering.label(paragraph, style_id) if text.strip() else ""
    if text.strip() or not boxes:
        yield style_id, label + text
    for box in boxes:
        yield from _blocks(box, numbering)


def _text(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The visible text of a paragraph; text boxes in it are collected in ``boxes`` instead."""
    for child in element:
        if child.tag in _LEFT_OUT or (child.tag == qn("w:r") and _is_unseen(child)):
            continue
        if child.tag == _TEXT_BOX:
            boxes.append(child)
        elif child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif isinstance(child.tag, str):
            yield from _text(child, boxes)


def _is_unseen(run: Any) -> bool:
    """Whether a run is struck out or hidden."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    marks = (properties.find(tag) for tag in _UNSEEN)
    return any(mark is not None and mark.get(qn("w:val"), "1") not in _OFF for mark in marks)


def _is_taken_out(row: Any) -> bool:
    """Whether a row is deleted by a tracked change."""
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _row(row: Any, numbering: Numbering) -> str:
    """A table's row as a line; a cell that spans columns keeps the later ones in their place."""
    cells: list[str] = []
    for cell in _children(row, qn("w:tc")):
        cells.append(" ".join(line.strip() for _, line in _blocks(cell, numbering)).strip())
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = span.get(qn("w:val"), "1") if span is not None else "1"
        cells += [""] * (min(int(width), 64) - 1 if width.isdigit() else 0)
    return "\t".join(cells).rstrip()


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The children of that tag, those in content controls and tracked insertions included."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
