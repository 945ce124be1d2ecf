"""A Word document (.docx) goes in, its text comes out: paragraphs, numbering, tables and text boxes in order.

Footnotes follow the paragraph that refers to them; headers and footers come once, at the end.

The package is looked over before anything is unpacked: encrypted, damaged and exploding ones are refused.
The parser behind python-docx resolves no entities and opens no network connection.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from corpus.reading.docx_formatting import Formatting
from corpus.reading.docx_numbering import Numbering
from corpus.reading.grids import COVERED, grid_lines
from corpus.reading.pages.page_furniture import is_page_number
from corpus.reading.refusals import refuse, refuse_build

_MOST_UNPACKED = 400_000_000
_MOST_UNPACKED_XML = 120_000_000
_MOST_RATIO = 150
_MOST_PARTS = 20_000
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError, RecursionError)
_OTHER_BUILD = (KeyError, ValueError, AttributeError)
"""What python-docx raises for parts of other names, and for the strict form of the standard."""

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
RESULTS_TAG = "hedui-results"
"""The tag of the content control that holds the results of a check: no part of the document's own text."""

_TEXT_BOX = qn("w:txbxContent")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


class TextPiece(NamedTuple):
    """A stretch of a document's text as one element of the file holds it.

    ``part`` is the name of a part of the file (``word/document.xml``, a sheet's title) and ``number`` counts the
    elements of text in it; -1 for what is shown and no such element holds (list numbers, tabs).
    """

    text: str
    part: str = ""
    number: int = -1


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A document's ``text``, its ``title`` ("" for none) and the ``pieces`` that the text was made of, in order.

    They hold its characters in its order, blanks and line breaks left aside.
    """

    text: str
    title: str
    pieces: tuple[TextPiece, ...]


def read_docx(data: bytes, name: str) -> tuple[str, str]:
    """Return the document's text and the title that it marks as such ("" for none), as ``place_docx`` does."""
    placed = place_docx(data, name)
    return placed.text, placed.title


def place_docx(data: bytes, name: str) -> PlacedText:
    """Return the document's text, its title, and where in the package each character stands.

    A paragraph is a line, with Word's number before it; a table's row is a line with tabs between its cells. Deleted, struck-out and hidden text, tables of contents and page numbers are left out.
    Raises ``UnreadableFile`` for a package that is encrypted, damaged, no Word document, or expands too far.
    """
    _look_over(data, name)
    try:
        reader = _Reader(docx.Document(io.BytesIO(data)))
        lines = reader.lines()
        pieces = tuple(piece for line in lines for piece in line.pieces)
        return PlacedText("\n".join(line.text for line in lines), reader.title, pieces)
    except _DAMAGE as error:
        raise refuse("damaged", name) from error
    except _OTHER_BUILD as error:
        raise refuse_build(name, "docx") from error


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


class _Line(NamedTuple):
    """A line of the text: the id of its paragraph's style, what it says, and the pieces that it was made of."""

    style: str
    text: str
    pieces: list[TextPiece]


class _Reader:
    """Reads the lines of one document; ``title`` is known when they are read."""

    def __init__(self, document: Document) -> None:
        self.title = ""
        self._document = document
        self._places: dict[Any, tuple[str, int]] = {}
        self._register(document.part, document.element)
        self._numbering = Numbering(document)
        self._formatting = Formatting(document)
        self._styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        self._notes = {
            sort: self._read_notes(relation)
            for sort, relation in (
                (qn("w:footnoteReference"), RELATIONSHIP_TYPE.FOOTNOTES),
                (qn("w:endnoteReference"), RELATIONSHIP_TYPE.ENDNOTES),
            )
        }

    def lines(self) -> list[_Line]:
        """Return the lines of the body, then those of headers and footers that it does not say itself."""
        body: Any = self._document.element.body
        lines = []
        for line in self._blocks(body):
            named = self._styles.get(line.style, line.style.lower())
            if named.startswith("toc"):
                continue
            if named in {"title", "标题"} and not self.title:
                self.title = line.text.strip()
            lines.append(line)
        said = {"".join(line.text.split()) for line in lines}
        for line in self._margins():
            bare = "".join(line.text.split())
            if bare and bare not in said and not is_page_number(line.text):
                lines.append(line)
                said.add(bare)
        return lines

    def _register(self, part: Any, root: Any) -> None:
        """Remember of each text element of a part where it stands."""
        name = part.partname.lstrip("/")
        self._places |= {element: (name, index) for index, element in enumerate(root.iter(qn("w:t")))}

    def _margins(self) -> Iterator[_Line]:
        """Yield the lines of the headers and footers that the document's sections show."""
        for section in self._document.sections:
            parts = [section.header, section.footer]
            if section.different_first_page_header_footer:
                parts += [section.first_page_header, section.first_page_footer]
            if self._document.settings.odd_and_even_pages_header_footer:
                parts += [section.even_page_header, section.even_page_footer]
            for part in parts:
                if not part.is_linked_to_previous:
                    self._register(part.part, part._element)
                    yield from self._blocks(part._element)

    def _read_notes(self, relation: str) -> dict[str, Any]:
        """Return the foot- or endnotes of the document by their ids."""
        for part in self._document.part.rels.values():
            if part.reltype == relation and not part.is_external:
                notes: Any = parse_xml(part.target_part.blob)
                self._register(part.target_part, notes)
                return {note.get(qn("w:id"), ""): note for note in notes if note.get(qn("w:type")) is None}
        return {}

    def _blocks(self, container: Any) -> Iterator[_Line]:
        """The line of each paragraph and table row below ``container``, in document order."""
        for element in container:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)
            elif element.tag in _WRAPPERS and not is_results(element):
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any, notes: list[Any] | None = None) -> Iterator[_Line]:
        """The paragraph's own line, then those of the text boxes that are anchored in it and of its notes.

        With ``notes``, the notes are collected there instead.
        """
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style_id = style.get(qn("w:val"), "") if style is not None else ""
        later: list[Any] = []
        own_notes: list[Any] = [] if notes is None else notes
        pieces = list(self._text(paragraph, style_id, later, own_notes))
        text = "".join(piece.text for piece in pieces)
        label = self._numbering.label(paragraph, style_id) if text.strip() else ""
        if text.strip() or not later:
            yield _Line(style_id, label + text, [TextPiece(label), *pieces])
        for part in [*later, *(own_notes if notes is None else [])]:
            yield from self._blocks(part)

    def _text(self, element: Any, style: str, boxes: list[Any], notes: list[Any]) -> Iterator[TextPiece]:
        """The visible text of a paragraph; text boxes and notes in it are collected in the lists instead."""
        for child in element:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag == _TEXT_BOX:
                boxes.append(child)
            elif child.tag == qn("w:t"):
                yield TextPiece(child.text or "", *self._places[child])
            elif child.tag in _CHARACTERS:
                yield TextPiece(_CHARACTERS[child.tag])
            elif child.tag in self._notes:
                note = self._notes[child.tag].get(child.get(qn("w:id"), ""))
                notes += [] if note is None else [note]
            elif isinstance(child.tag, str) and not (
                child.tag == qn("w:r") and self._formatting.is_left_out(child, style)
            ):
                yield from self._text(child, style, boxes, notes)

    def _table(self, table: Any) -> Iterator[_Line]:
        """The lines of a table's rows, then those of its notes."""
        notes: list[Any] = []
        rows: list[list[str | None]] = []
        pieces: list[list[TextPiece]] = []
        for row in _children(table, qn("w:tr")):
            pieces.append([])
            rows.append(self._row(row, notes, pieces[-1]))
        said = (found for found in pieces if any(piece.text.strip() for piece in found))
        yield from (_Line("", line, found) for line, found in zip(grid_lines(rows), said, strict=True))
        for note in notes:
            yield from self._blocks(note)

    def _row(self, row: Any, notes: list[Any], pieces: list[TextPiece]) -> list[str | None]:
        """The cells of a table's row by column; those that a merged one covers are marked."""
        cells: list[str | None] = [""] * _number(row, "w:trPr", "w:gridBefore", 0)
        for cell in _children(row, qn("w:tc")):
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            lines = [] if goes_on else list(self._cell_lines(cell, notes))
            cells.append(COVERED if goes_on else "\n".join(line.text for line in lines))
            cells += [COVERED] * (_number(cell, "w:tcPr", "w:gridSpan", 1) - 1)
            pieces += (piece for line in lines for piece in line.pieces)
        return cells

    def _cell_lines(self, cell: Any, notes: list[Any]) -> Iterator[_Line]:
        for element in cell:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, notes)
            elif element.tag == qn("w:tbl") or element.tag in _WRAPPERS:
                yield from self._blocks([element])


def is_results(element: Any) -> bool:
    """Whether an element is the control that ``RESULTS_TAG`` names."""
    tag = element.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return tag is not None and tag.get(qn("w:val")) == RESULTS_TAG


def _number(element: Any, properties: str, name: str, default: int) -> int:
    """A whole number that an element's properties state, at most 64."""
    found = element.find(f"{qn(properties)}/{qn(name)}")
    written = found.get(qn("w:val"), "") if found is not None else ""
    return min(int(written), 64) if written.isdecimal() else default


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The children of that tag, those in content controls and tracked insertions included."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
