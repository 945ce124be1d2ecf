"""A PDF given back with its findings: the same file, with highlights and notes as annotations added behind its end.

Nothing of the file is changed: what is added stands after its last byte, as PDF allows. Figures whose place on a page
is not certain, the counts and the remarks stand in a note at the head of the first page.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from checker.annotation.markup import OWN_ARITHMETIC, count_verdicts, own_arithmetic_lines
from checker.annotation.page_places import PagePlaces
from checker.annotation.reasons import NO_RULINGS, Rulings, colour_of, reason_lines, tint, to_tell
from checker.annotation.word_documents import writable
from checker.annotation.word_marks import AUTHOR
from checker.annotation.word_results import RESULTS_TITLE
from checker.arithmetic.own_arithmetic import Remark
from checker.check import worst_first
from checker.finding import Finding
from corpus.reading.refusals import refuse

_UNPLACED: Final = "下列数字没有在页面上标出："
_MARGIN: Final = 24.0
"""Points between the note at the head of the first page and the page's edges; the size of its sign too."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character on a page that is not blank, with its box in points from the page's lower left corner."""

    page: int
    character: str
    left: float
    bottom: float
    right: float
    top: float


def annotate_pdf(
    data: bytes,
    text: str,
    findings: Sequence[Finding],
    remarks: Sequence[Remark] = (),
    *,
    every: bool = False,
    rulings: Rulings = NO_RULINGS,
) -> bytes:
    """Return the PDF ``data``, whose text is ``text``, with highlights and notes at the figures that need a person.

    With ``every``, at all figures; ``rulings`` on them are told with them. Raises ``UnreadableFile`` for a PDF that does not open.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refuse("damaged", "draft.pdf") from error
    with document:
        _forget(document)
        letters = [letter for page in range(len(document)) for letter in _letters(document[page], page)]
        places = PagePlaces(text, "".join(one.character for one in letters))
        unplaced = []
        told = to_tell(findings, every=every)
        for finding in sorted(told, key=lambda one: one.figure.start):
            place = places.find(finding.figure.start, finding.figure.end)
            if place is None:
                unplaced.append(finding)
            else:
                _highlight(document, letters[slice(*place)], finding, rulings)
        _note(document, _head_lines(findings, worst_first(unplaced), remarks, rulings))
        file = io.BytesIO()
        document.save(file, flags=pdfium.FPDF_INCREMENTAL)
    return file.getvalue()


def _forget(document: pypdfium2.PdfDocument) -> None:
    """Take out what an earlier check added."""
    for number in range(len(document)):
        page = document[number]
        for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
            if annotation_text(page, index, "T") == AUTHOR:
                pdfium.FPDFPage_RemoveAnnot(page, index)


def annotation_text(page: pypdfium2.PdfPage, index: int, key: str) -> str:
    """Return what an annotation of a page says under a key (``T``: who made it, ``Contents``: its note)."""
    made = pdfium.FPDFPage_GetAnnot(page, index)
    if not made:
        return ""
    try:
        size = pdfium.FPDFAnnot_GetStringValue(made, key.encode(), None, 0)
        words = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
        pdfium.FPDFAnnot_GetStringValue(made, key.encode(), words, size)
    finally:
        pdfium.FPDFPage_CloseAnnot(made)
    return bytes(words).decode("utf-16-le", "replace").split("\0")[0]


def _letters(page: pypdfium2.PdfPage, number: int) -> Iterator[_Letter]:
    """Yield the characters of a page that are not blank, in the order in which the page holds them."""
    text = page.get_textpage()
    try:
        for index in range(text.count_chars()):
            character = chr(pdfium.FPDFText_GetUnicode(text, index))
            if not character.isspace() and character.isprintable():
                yield _Letter(number, character, *text.get_charbox(index))
    finally:
        text.close()


def _highlight(
    document: pypdfium2.PdfDocument, letters: Sequence[_Letter], finding: Finding, rulings: Rulings
) -> None:
    """Highlight the letters of one figure, a box a line, with the reasons as the note of the first."""
    lines = [list(line) for _, line in groupby(letters, key=lambda one: (one.page, round(one.bottom / 4)))]
    for place, line in enumerate(lines):
        box = (
            min(one.left for one in line),
            min(one.bottom for one in line),
            max(one.right for one in line),
            max(one.top for one in line),
        )
        told = reason_lines(finding, rulings) if place == 0 else []
        colour = tint(colour_of(finding, rulings))
        _annotate(document[line[0].page], pdfium.FPDF_ANNOT_HIGHLIGHT, box, told, colour)


def _note(document: pypdfium2.PdfDocument, lines: Sequence[str]) -> None:
    page = document[0]
    left, _, _, top = page.get_bbox()
    box = (left + _MARGIN, top - 2 * _MARGIN, left + 2 * _MARGIN, top - _MARGIN)
    _annotate(page, pdfium.FPDF_ANNOT_TEXT, box, lines, tint("9A6700"))


def _head_lines(
    findings: Sequence[Finding],
    unplaced: Sequence[Finding],
    remarks: Sequence[Remark],
    rulings: Rulings,
) -> list[str]:
    lines = [RESULTS_TITLE, count_verdicts(findings, rulings)]
    if unplaced:
        lines += [_UNPLACED, *(line for one in unplaced for line in reason_lines(one, rulings))]
    return [*lines, OWN_ARITHMETIC, *own_arithmetic_lines(remarks)] if remarks else lines


def _annotate(
    page: Any, kind: int, box: tuple[float, float, float, float], lines: Sequence[str], colour: str
) -> None:
    """Add an annotation of a kind over ``box`` (left, bottom, right, top, in points) with a note of ``lines``."""
    left, bottom, right, top = box
    made = pdfium.FPDFPage_CreateAnnot(page, kind)
    try:
        pdfium.FPDFAnnot_SetRect(made, pdfium.FS_RECTF(left, top, right, bottom))
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
        pdfium.FPDFAnnot_SetColor(made, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255)
        pdfium.FPDFAnnot_SetFlags(made, pdfium.FPDF_ANNOT_FLAG_PRINT)
        if kind == pdfium.FPDF_ANNOT_HIGHLIGHT:
            corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(made, corners)
        for key, said in ((b"T", AUTHOR), (b"Contents", writable("\n".join(lines)))):
            if said:
                wide = (said + "\0").encode("utf-16-le")
                pdfium.FPDFAnnot_SetStringValue(made, key, _words(wide))
    finally:
        pdfium.FPDFPage_CloseAnnot(made)


def _words(data: bytes) -> Any:
    """Return text of two bytes a character as the library takes it."""
    return (pdfium.FPDF_WCHAR * (len(data) // 2)).from_buffer_copy(data)
