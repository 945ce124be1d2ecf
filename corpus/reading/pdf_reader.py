"""A PDF with a text layer goes in, its paragraphs come out as lines.

The lines of a page are put together again: table cells that stand side by side become one line with tabs,
the lines of a paragraph are joined (Han to Han without a space), page numbers and running heads are dropped.
"""

import io
import logging
import re
import struct
import warnings
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTPage, LTTextContainer, LTTextLine
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.psexceptions import PSException

from corpus.reading.pdf_tables import PageCell, PageRow, in_columns, ruled_tables
from corpus.reading.refusals import refuse

_DAMAGE = (
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
_MOST_INFLATED = 64_000_000
_SMALLEST_BOMB = 60_000
_STREAM = re.compile(rb"stream\r?\n")
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd]")
_PAGE_NUMBER = re.compile(
    r"[\s\-—–－·~～|/]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?(?:\s*[/，,共of]+\s*\d{1,4}\s*页?)?[\s\-—–－·~～|]*",
    re.I,
)
_BLANKS = re.compile(r"[ \t\n\xa0]+")
_DIGITS = re.compile(r"\d+")
_HAN = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_LEAST_LETTERS_PER_PAGE = 2


def read_pdf(data: bytes, name: str) -> str:
    """Return the text of a PDF, a paragraph or a table's row a line.

    Raises ``UnreadableFile`` for one that is encrypted, damaged, inflates too far, has no text layer, or has
    fonts that map to no characters.
    """
    if _inflates_too_far(data):
        raise refuse("expands too far", name)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pages = [
                _rows(page)
                for page in extract_pages(io.BytesIO(data), laparams=LAParams(char_margin=_CELL_GAP))
            ]
    except PDFEncryptionError as error:
        raise refuse("encrypted", name) from error
    except _DAMAGE as error:
        raise refuse("damaged", name) from error
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


def _rows(page: LTPage) -> list[PageRow]:
    """The lines of a page from top to bottom; in columns, one column after the other."""
    fragments = [
        PageCell(text, line.x0, line.x1, line.y0, line.y1)
        for box in page
        if isinstance(box, LTTextContainer)
        for line in box
        if isinstance(line, LTTextLine) and (text := _BLANKS.sub(" ", line.get_text()).strip())
    ]
    tables: list[PageRow] = []
    for table in ruled_tables(page):
        inside = [cell for cell in fragments if table.holds(cell)]
        fragments = [cell for cell in fragments if not table.holds(cell)]
        tables += table.rows(inside)
    rows = in_columns(_lines(fragments, (page.x0 + page.x1) / 2))
    for row in tables:
        at = next((place for place, other in enumerate(rows) if other.top < row.top), len(rows))
        rows.insert(at, row)
    return rows


def _lines(fragments: Sequence[PageCell], middle: float) -> list[PageRow]:
    groups: list[list[PageCell]] = []
    for fragment in sorted(fragments, key=lambda cell: -cell.top):
        row = groups[-1][0] if groups else None
        overlap = min(fragment.top, row.top) - max(fragment.bottom, row.bottom) if row else 0.0
        if row and overlap > 0.5 * min(fragment.top - fragment.bottom, row.top - row.bottom):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    columns = sum(len(group) == 2 and all(len(cell.text) >= 12 for cell in group) for group in groups)
    if columns >= 5 and columns * 5 > len(groups) * 2:
        return list(_columns(groups, middle))
    return [_join_cells(sorted(group, key=lambda cell: cell.left)) for group in groups]


def _columns(groups: Sequence[Sequence[PageCell]], middle: float) -> Iterator[PageRow]:
    """The rows of a page in two columns: the left one, then the right one, between rows that span both."""
    left: list[PageRow] = []
    right: list[PageRow] = []
    for cell in (cell for group in groups for cell in group):
        row = _row_of([cell])
        if row.right <= middle:
            left.append(row)
        elif row.left >= middle:
            right.append(row)
        else:
            yield from (*left, *right, row)
            left, right = [], []
    yield from (*left, *right)


def _join_cells(group: Sequence[PageCell]) -> PageRow:
    """One row of the fragments that stand side by side; those that touch are one cell."""
    spaced_out = all(
        len(cell.text) == 1 and _HAN.match(cell.text) for cell in group
    )  # a heading set as 通 报
    cells = [group[0]]
    for before, after in pairwise(group):
        if after.left - before.right < 0.5 * (after.top - after.bottom) or spaced_out:
            cells[-1] = replace(cells[-1], text=cells[-1].text + after.text, right=after.right)
        else:
            cells.append(after)
    return _row_of(cells)


def _row_of(cells: Sequence[PageCell]) -> PageRow:
    return PageRow(
        tuple(cells),
        cells[0].left,
        max(cell.right for cell in cells),
        min(cell.bottom for cell in cells),
        max(cell.top for cell in cells),
    )


def _without_running_heads(pages: Sequence[list[PageRow]]) -> list[list[PageRow]]:
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


def _is_running(row: PageRow, edges: Counter[str], pages: int) -> bool:
    if _PAGE_NUMBER.fullmatch(row.text):
        return True
    return edges[_DIGITS.sub("#", row.text)] >= max(3, pages // 2)


def _paragraphs(pages: Sequence[list[PageRow]]) -> Iterator[str]:
    """The lines put together to paragraphs, over the ends of pages too."""
    margins = [max(row.right for row in rows) for rows in pages if len(rows) >= 3]
    usual_right = median(margins) if margins else 0.0
    paragraph = ""
    before: PageRow | None = None
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


def _starts(row: PageRow, before: PageRow, left: float, right: float) -> bool:
    """Whether ``row`` starts a paragraph: indented, after a short line, of another size, or a table's row."""
    if len(row.cells) > 1 or len(before.cells) > 1:
        return True
    if row.left > left + 0.8 * row.size or before.right < right - 2.2 * before.size:
        return True
    return abs(row.size - before.size) > 0.15 * before.size


def _joined(paragraph: str, line: str) -> str:
    wide = _HAN.match(paragraph[-1]) or _HAN.match(line[0])
    number_goes_on = paragraph[-1].isdigit() and line[0].isdigit()
    return paragraph + ("" if wide or number_goes_on else " ") + line
