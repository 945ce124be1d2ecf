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
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from corpus.reading.page_furniture import is_page_number
from corpus.reading.pdf_tables import column_spans, in_columns, ruled_tables
from corpus.reading.refusals import refuse

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
_THICKEST = 2.0
"""Points: a rectangle that is no higher is a line."""
_MOST_STROKES = 500
"""Strokes of a page: one with more is a drawing, and none of them strikes anything out."""
_STRUCK = "\0"
"""Stands for a struck-out character while the words are put together."""
_MOST_INFLATED = 64_000_000
_SMALLEST_BOMB = 60_000
_STREAM = re.compile(rb"stream\r?\n")
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd]")
_BLANKS = re.compile(r"[ \t\n\xa0]+")
_DIGITS = re.compile(r"\d+")
_HAN = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_LEAST_LETTERS_PER_PAGE = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page, in points from the page's lower left corner; ``cells`` stand side by side at ``spans``.

    ``ruled`` says that lines drawn on the page make it a table's row.
    """

    cells: tuple[str, ...]
    left: float
    right: float
    bottom: float
    top: float
    spans: tuple[tuple[float, float], ...] = ()
    ruled: bool = False

    @property
    def size(self) -> float:
        return self.top - self.bottom

    @property
    def text(self) -> str:
        return "\t".join(self.cells)


def read_pdf(data: bytes, name: str) -> str:
    """Return the text of a PDF, a paragraph or a table's row a line.

    Raises ``UnreadableFile`` for one that is encrypted, damaged, inflates too far, has no text layer, or has
    fonts that map to no characters.
    """
    if _inflates_too_far(data):
        raise refuse("expands too far", name)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), pdfplumber.open(io.BytesIO(data)) as document:
            warnings.simplefilter("ignore")
            pages = [_read_page(page) for page in document.pages]
    except PDFEncryptionError as error:
        raise refuse("encrypted", name) from error
    except _DAMAGE as error:
        locked = any(isinstance(one, PDFEncryptionError) for one in (*error.args, error.__cause__))
        raise refuse("encrypted" if locked else "damaged", name) from error
    text = "\n".join(_paragraphs(_without_running_heads(pages)))
    letters = sum(character.isalnum() for character in text)
    if letters < _LEAST_LETTERS_PER_PAGE * max(1, len(pages)):
        raise refuse("no text layer" if pages else "damaged", name)
    if len("".join(_UNMAPPED.findall(text))) * 10 > len(text):
        raise refuse("no character map", name)
    return text


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


def _read_page(page: Page) -> list[_Row]:
    """The lines of a page, ruled tables in their place; what was parsed is let go."""
    strokes = [one for one in (*page.lines, *page.rects) if abs(one["bottom"] - one["top"]) <= _THICKEST]
    struck = (
        {id(one) for one in page.chars if _is_struck(one, strokes)}
        if len(strokes) <= _MOST_STROKES
        else set()
    )
    tables = ruled_tables(page.filter(lambda thing: id(thing) not in struck) if struck else page)
    characters = [
        {**one, "text": _STRUCK} if id(one) in struck else one
        for one in page.chars
        if not any(_stands_in(one, table.box) for table in tables)
    ]
    height = float(page.height)
    rows = _rows(characters, height, (page.bbox[0] + page.bbox[2]) / 2)
    for table in tables:
        left, top, right, bottom = table.box
        lines = [
            _Row(tuple(line.split("\t")), left, right, height - bottom, height - top, ruled=True)
            for line in table.lines
        ]
        place = sum(row.top > height - top for row in rows)
        rows[place:place] = lines
    page.close()
    return rows


def _stands_in(character: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _is_struck(character: dict[str, Any], strokes: Sequence[dict[str, Any]]) -> bool:
    """Whether a stroke runs through the middle of a character, from side to side."""
    top, size = character["top"], character["bottom"] - character["top"]
    middle = (character["x0"] + character["x1"]) / 2
    return any(
        stroke["x0"] <= middle <= stroke["x1"] and 0.3 * size < stroke["top"] - top < 0.75 * size
        for stroke in strokes
    )


def _rows(characters: Sequence[dict[str, Any]], height: float, middle: float) -> list[_Row]:
    """The lines of a page from top to bottom; in columns, one column after the other."""
    words = extract_words(list(characters), keep_blank_chars=True, x_tolerance_ratio=_CELL_GAP)
    fragments = [
        _Row((text,), word["x0"], word["x1"], height - word["bottom"], height - word["top"])
        for word in words
        if (text := _BLANKS.sub(" ", word["text"].replace(_STRUCK, "")).strip())
    ]
    groups: list[list[_Row]] = []
    for fragment in sorted(fragments, key=lambda row: -row.top):
        row = groups[-1][0] if groups else None
        overlap = min(fragment.top, row.top) - max(fragment.bottom, row.bottom) if row else 0.0
        if row and overlap > 0.5 * min(fragment.size, row.size):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    columns = sum(len(group) == 2 and all(len(row.text) >= 12 for row in group) for group in groups)
    if columns >= 5 and columns * 5 > len(groups) * 2:
        return list(_columns(groups, middle))
    return _aligned([_join_cells(sorted(group, key=lambda row: row.left)) for group in groups])


def _aligned(rows: list[_Row]) -> list[_Row]:
    """The rows, those of a table without lines with an empty cell where another row has a text."""
    done: list[_Row] = []
    place = 0
    while place < len(rows):
        block = list(takewhile(lambda row: len(row.cells) > 1, rows[place:]))
        columns = column_spans([row.spans for row in block])
        cells = [in_columns(row.cells, row.spans, columns) for row in block]
        if len(block) > 1 and None not in cells:
            block = [replace(row, cells=tuple(own or ())) for row, own in zip(block, cells, strict=True)]
        done += block or rows[place : place + 1]
        place += len(block) or 1
    return done


def _columns(groups: Sequence[Sequence[_Row]], middle: float) -> Iterator[_Row]:
    """The rows of a page in two columns: the left one, then the right one, between rows that span both."""
    left: list[_Row] = []
    right: list[_Row] = []
    for row in (row for group in groups for row in group):
        if row.right <= middle:
            left.append(row)
        elif row.left >= middle:
            right.append(row)
        else:
            yield from (*left, *right, row)
            left, right = [], []
    yield from (*left, *right)


def _join_cells(group: Sequence[_Row]) -> _Row:
    """One row of the fragments that stand side by side; those that touch are one cell."""
    cells, spans = [group[0].text], [(group[0].left, group[0].right)]
    for before, after in pairwise(group):
        spaced_out = all(len(one.text) == 1 and _HAN.match(one.text) for one in (before, after))  # 通 报
        if after.left - before.right < 0.5 * after.size or spaced_out:
            cells[-1] += after.text
            spans[-1] = (spans[-1][0], after.right)
        else:
            cells.append(after.text)
            spans.append((after.left, after.right))
    return _Row(
        tuple(cells),
        group[0].left,
        max(row.right for row in group),
        min(row.bottom for row in group),
        max(row.top for row in group),
        tuple(spans),
    )


def _without_running_heads(pages: Sequence[list[_Row]]) -> list[list[_Row]]:
    """The pages without page numbers and without heads and feet that stand on most of them."""
    edges = Counter(
        _DIGITS.sub("#", row.text)
        for rows in pages
        for row in {id(row): row for row in (*rows[:1], *rows[-1:])}.values()
    )
    kept = []
    for rows in pages:
        body = list(rows)
        for index in (-1, 0):
            while body and _is_running(body[index], edges, len(pages)):
                del body[index]
        kept.append(body)
    return kept


def _is_running(row: _Row, edges: Counter[str], pages: int) -> bool:
    if is_page_number(row.text):
        return True
    return edges[_DIGITS.sub("#", row.text)] >= max(3, pages // 2)


def _paragraphs(pages: Sequence[list[_Row]]) -> Iterator[str]:
    """The lines put together to paragraphs, over the ends of pages too."""
    margins = [max(row.right for row in rows) for rows in pages if len(rows) >= 3]
    usual_right = median(margins) if margins else 0.0
    paragraph = ""
    before: _Row | None = None
    for rows in pages:
        left = min((row.left for row in rows), default=0.0)
        right = max(usual_right, *(row.right for row in rows)) if rows else usual_right
        gaps = [above.bottom - below.top for above, below in pairwise(rows) if above.bottom > below.top]
        usual_gap = median(gaps) if gaps else 0.0
        for number, row in enumerate(rows):
            gap = before.bottom - row.top if before and number else usual_gap
            if before is None or _starts(row, before, left, right) or gap > usual_gap + 0.8 * row.size:
                if paragraph:
                    yield paragraph
                paragraph = row.text
            else:
                paragraph = _joined(paragraph, row.text)
            before = row
    if paragraph:
        yield paragraph


def _starts(row: _Row, before: _Row, left: float, right: float) -> bool:
    """Whether ``row`` starts a paragraph: indented, after a short line, of another size, or a table's row."""
    if len(row.cells) > 1 or len(before.cells) > 1 or row.ruled or before.ruled:
        return True
    if row.left > left + 0.8 * row.size or before.right < right - 2.2 * before.size:
        return True
    return abs(row.size - before.size) > 0.15 * before.size


def _joined(paragraph: str, line: str) -> str:
    wide = _HAN.match(paragraph[-1]) or _HAN.match(line[0])
    number_goes_on = paragraph[-1].isdigit() and line[0].isdigit()
    return paragraph + ("" if wide or number_goes_on else " ") + line
