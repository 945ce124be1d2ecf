"""A PDF with a text layer goes in, its paragraphs come out as lines.

The lines of a page are put together again: table cells that stand side by side become one line with tabs,
each in its column; the lines of a paragraph are joined (Han to Han without a space); page numbers, running
heads and struck-out text are dropped.
"""

import io
import logging
import re
import struct
import warnings
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from corpus.reading.pages.page_furniture import is_page_number
from corpus.reading.pages.page_rows import PageRow, page_rows
from corpus.reading.pages.paragraphs import paragraphs, without_running_heads
from corpus.reading.pages.pdf_tables import ruled_tables
from corpus.reading.refusals import refuse, refuse_scan

_DAMAGE = (
    PdfminerException,
    PSException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    EOFError,
    OSError,
    OverflowError,
    RecursionError,
    NotImplementedError,
    MemoryError,
    ZeroDivisionError,
    struct.error,
    zlib.error,
)
_CELL_GAP = 0.6  # in widths of a character: less than table cells keep, more than justified text leaves
_WORD_GAP = 0.15
_DOUBLE = 0.15
"""In widths of a character: less than two narrow letters stand apart."""

_THICKEST = 2.0
"""Points: a rectangle that is no higher is a line."""
_MOST_STROKES = 500
"""Strokes of a page: one with more is a drawing, and none of them strikes anything out."""
_SMALL = 0.8
"""In sizes of the text: what is no larger may be the number of a note."""
_STRUCK = "\0"
"""Stands for a struck-out character while the words are put together."""
_MOST_INFLATED = 64_000_000
_SMALLEST_BOMB = 60_000
_STREAM = re.compile(rb"stream\r?\n")
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd]")
_BLANKS = re.compile(r"[ \t\n\xa0]+")
_LEAST_LETTERS = 8
"""Letters and digits of a page that is no picture with a stamp."""


def read_pages(data: bytes, name: str, *, recognise: bool | None = None) -> tuple[str, bool]:
    """Return the text of a PDF, a paragraph or a table's row a line, and whether any of it was recognised.

    Pages that are pictures are recognised with ``recognise``, left out where it is false, and raise ``ScannedFile``
    where nothing was said. Raises ``UnreadableFile`` for a PDF that is encrypted, damaged, inflates too far, has no
    text, or has fonts that map to no characters.
    """
    if _inflates_too_far(data):
        raise refuse("expands too far", name)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), pdfplumber.open(io.BytesIO(data)) as document:
            warnings.simplefilter("ignore")
            read = [_read_page(page) for page in document.pages]  # each is let go before the next
    except PDFEncryptionError as error:
        raise refuse("encrypted", name) from error
    except _DAMAGE as error:
        locked = any(isinstance(one, PDFEncryptionError) for one in (*error.args, error.__cause__))
        raise refuse("encrypted" if locked else "damaged", name) from error
    if not read:
        raise refuse("damaged", name)
    pages = [rows for rows, _ in read]
    pictures = [number for number, (_, reason) in enumerate(read) if reason]
    if pictures and recognise is None:
        raise refuse_scan(
            read[pictures[0]][1], name, len(pictures), partly=any(not reason for _, reason in read)
        )
    if pictures and recognise:
        from corpus.reading.pages.scans import scanned_pages  # here: few files need it

        for number, rows in scanned_pages(data, pictures).items():
            pages[number] = rows
    text = "\n".join(paragraphs(without_running_heads(pages)))
    if not any(character.isalnum() for character in text):
        raise refuse("no text layer", name)
    return text, bool(pictures and recognise)


def _letters(rows: Iterable[PageRow]) -> int:
    """How many letters and digits lines have, page numbers left out."""
    said = (row.text for row in rows if not is_page_number(row.text))
    return sum(character.isalnum() for text in said for character in text)


def _missing(rows: Sequence[PageRow], page: Page) -> str:
    """Return why a page must be recognised ("" where it need not): it is a picture, or its letters are no characters."""
    text = "".join(row.text for row in rows)
    if len("".join(_UNMAPPED.findall(text))) * 10 > len(text):
        return "no character map"
    pictured = sum(abs(one["x1"] - one["x0"]) * abs(one["bottom"] - one["top"]) for one in page.images)
    whole = float(page.width) * float(page.height)
    return "no text layer" if _letters(rows) < _LEAST_LETTERS and pictured > whole / 3 else ""


def _inflates_too_far(data: bytes) -> bool:
    """Whether a stream of the file holds more than 64 MB packed: no page of text does."""
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if end - match.end() < _SMALLEST_BOMB:
            continue
        inflater, total = zlib.decompressobj(), 0
        chunk = data[match.end() : end]
        try:
            while chunk and total <= _MOST_INFLATED and not inflater.eof:
                total += len(inflater.decompress(chunk, 1_000_000))
                chunk = inflater.unconsumed_tail
        except zlib.error:
            continue  # another filter, a picture for one
        if total > _MOST_INFLATED:
            return True
    return False


def _read_page(page: Page) -> tuple[list[PageRow], str]:
    """The lines of a page, ruled tables in their place, and why they are to be recognised; what was parsed is let go."""
    strokes = [one for one in (*page.lines, *page.rects) if abs(one["bottom"] - one["top"]) <= _THICKEST]
    struck = (
        {id(one) for one in page.chars if _is_struck(one, strokes)}
        if len(strokes) <= _MOST_STROKES
        else set()
    )
    double = _printed_again(page.chars) | _note_marks(page.chars)
    gone = struck | double
    tables = ruled_tables(page.filter(lambda thing: id(thing) not in gone) if gone else page)
    characters = [
        {**one, "text": _STRUCK} if id(one) in struck else one
        for one in page.chars
        if id(one) not in double
        and not _is_filler(one)
        and not any(_stands_in(one, table.box) for table in tables)
    ]
    height = float(page.height)
    rows = _rows(characters, height, (page.bbox[0] + page.bbox[2]) / 2)
    for table in tables:
        left, top, right, bottom = table.box
        lines = [
            PageRow(tuple(line.split("\t")), left, right, height - bottom, height - top, ruled=True)
            for line in table.lines
        ]
        place = sum(row.top > height - top for row in rows)
        rows[place:place] = lines
    reason = _missing(rows, page)
    page.close()
    return rows, reason


def _spaced(characters: Sequence[dict[str, Any]]) -> str:
    """The text of characters side by side, with the blanks between English words that some PDFs only leave room for."""
    text = characters[0]["text"]
    for before, after in pairwise(characters):
        apart = after["x0"] - before["x1"] > _WORD_GAP * after["size"]
        words = before["text"].isascii() and after["text"].isascii()
        letters = before["text"].isalpha() or after["text"].isalpha()
        text += " " * (apart and words and letters) + after["text"]
    return str(text)


def _stands_in(character: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _printed_again(characters: Sequence[dict[str, Any]]) -> set[int]:
    """The identities of characters that stand where the same one stands already: so some programs print in bold."""
    places: dict[tuple[str, int, int], tuple[float, float]] = {}
    again = set()
    for one in characters:
        near = _DOUBLE * max(one["size"], 1.0)
        left, top = one["x0"], one["top"]
        column, row = int(left // near), int(top // near)
        around = product((one["text"],), (column - 1, column, column + 1), (row - 1, row, row + 1))
        found = (places[place] for place in around if place in places)
        if any(abs(left - x) < near and abs(top - y) < near for x, y in found):
            again.add(id(one))
        places.setdefault((one["text"], column, row), (left, top))
    return again


def _note_marks(characters: Sequence[dict[str, Any]]) -> set[int]:
    """The identities of the numbers that refer to a note or begin one: small digits that are raised, no powers (m²)."""
    written = [one for one in characters if not one["text"].isspace()]
    marks: set[int] = set()
    body: dict[str, Any] | None = None
    for place, one in enumerate(written):
        if not one["text"].isdigit():
            body = one
            continue
        rest = (after for after in written[place + 1 : place + 5] if not after["text"].isdigit())
        beside = [line for line in (body, next(rest, None)) if line is not None and _is_raised(one, line)]
        if beside and not (body in beside and body is not None and body["text"].isascii()):
            marks.add(id(one))
        else:
            body = one
    return marks


def _is_raised(digit: dict[str, Any], beside: dict[str, Any]) -> bool:
    """Whether a digit is much smaller than a character on its line, and its foot stands higher."""
    size = max(beside["size"], 0.1)
    on_its_line = digit["top"] < beside["bottom"] and digit["bottom"] > beside["top"] - 0.5 * size
    return bool(
        digit["size"] < _SMALL * size and on_its_line and beside["bottom"] - digit["bottom"] > 0.15 * size
    )


def _is_filler(character: dict[str, Any]) -> bool:
    """Whether a character is an ideographic space that was squeezed to set Han and digits a little apart."""
    return bool(character["text"] == "\u3000" and character["x1"] - character["x0"] < 0.6 * character["size"])


def _is_struck(character: dict[str, Any], strokes: Sequence[dict[str, Any]]) -> bool:
    """Whether a stroke runs through the middle of a character, from side to side."""
    top, size = character["top"], character["bottom"] - character["top"]
    middle = (character["x0"] + character["x1"]) / 2
    return any(
        stroke["x0"] <= middle <= stroke["x1"] and 0.3 * size < stroke["top"] - top < 0.75 * size
        for stroke in strokes
    )


def _rows(characters: Sequence[dict[str, Any]], height: float, middle: float) -> list[PageRow]:
    """The lines of a page, of what its characters say."""
    words = extract_words(
        list(characters), keep_blank_chars=True, x_tolerance_ratio=_CELL_GAP, return_chars=True
    )
    fragments = [
        PageRow((text,), word["x0"], word["x1"], height - word["bottom"], height - word["top"])
        for word in words
        if (text := _BLANKS.sub(" ", _spaced(word["chars"]).replace(_STRUCK, "")).strip())
    ]
    return page_rows(fragments, middle)
