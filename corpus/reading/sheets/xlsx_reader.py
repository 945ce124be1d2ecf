"""A workbook (.xlsx) goes in, its text comes out: a row is a line, with tabs between its cells.

Cells come as Excel shows them: numbers in their format (89.29%), dates in words, formulas by their last result.
Hidden sheets, rows and columns and struck-out text are left out.
"""

import datetime
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

import openpyxl
from lxml import etree  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from corpus.reading.docx_reader import look_over
from corpus.reading.grids import COVERED, grid_lines
from corpus.reading.refusals import refuse, refuse_build
from corpus.reading.sheets.number_formats import shown_number

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError, etree.LxmlError)
_OTHER_BUILD = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError)
"""What openpyxl raises for parts of other names and for what it does not expect in them."""
_MERGED = re.compile(rb"""mergeCell\s[^<>]{0,200}?ref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")
_MOST_MERGED = 2_000_000
_WIDEST = 256
"""Columns: a sheet that is wider is shown without its empty ones."""


RESULTS_NAME = "hedui_results"
"""The name that a sheet with the results of a check defines: no part of the workbook's own text."""


class SheetCell(NamedTuple):
    """What a workbook's text says of one cell: its sheet's title, its row and column from 1, and the text in it.

    Row and column are 0 for the line that names a sheet.
    """

    sheet: str
    row: int
    column: int
    text: str


class _Row(NamedTuple):
    number: int
    columns: Sequence[int]
    cells: list[str | None]


def read_xlsx(data: bytes, name: str) -> str:
    """Return a workbook's text, sheet by sheet; empty sheets are left out.

    Of several sheets, one without a title in its first row has its name on a line above.

    Raises ``UnreadableFile`` for a package that is encrypted, damaged, or expands too far.
    """
    sheets = _sheets(data, name)
    return "\n\n".join(
        "\n".join([*([title] if headed else ()), *grid_lines(row.cells for row in rows)])
        for title, headed, rows in sheets
    )


def place_xlsx(data: bytes, name: str) -> list[SheetCell]:
    """Return the cells that a workbook's text was made of, in its order; raises as ``read_xlsx`` does.

    They hold its characters in its order, blanks and line breaks left aside.
    """
    return [
        one
        for title, headed, rows in _sheets(data, name)
        for one in (
            *([SheetCell(title, 0, 0, title)] if headed else ()),
            *(
                SheetCell(title, row.number, column, cell)
                for row in rows
                for column, cell in zip(row.columns, row.cells, strict=True)
                if cell
            ),
        )
    ]


def _sheets(data: bytes, name: str) -> list[tuple[str, bool, list[_Row]]]:
    """Return the sheets with text: title, whether it stands over the text, and rows."""
    parts = look_over(data, name)
    try:
        if _merged_cells(data, parts) > _MOST_MERGED:
            raise refuse("expands too far", name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True)
            sheets = [
                (
                    sheet.title,
                    [row for row in _rows(sheet) if any(cell and cell.strip() for cell in row.cells)],
                )
                for sheet in book.worksheets
                if sheet.sheet_state == "visible" and RESULTS_NAME not in sheet.defined_names
            ]
    except _DAMAGE as error:
        raise refuse("damaged", name) from error
    except _OTHER_BUILD as error:
        raise refuse_build(name, "xlsx") from error
    if not book.worksheets:  # the strict form of the standard, which openpyxl passes over
        raise refuse_build(name, "xlsx")
    filled = [(title, rows) for title, rows in sheets if rows]
    if not filled:
        raise refuse("no text", name)
    several = len(filled) > 1
    return [(title, several and "\t" in grid_lines([rows[0].cells])[0], rows) for title, rows in filled]


def _merged_cells(data: bytes, parts: set[str]) -> int:
    """Return how many cells the merged ranges of a workbook cover: the library goes over each of them."""
    covered = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in sorted(parts):
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                for reference in _MERGED.findall(package.read(part).replace(b"\0", b"")):
                    left, top, right, bottom = range_boundaries(reference.decode())
                    covered += (right - left + 1) * (bottom - top + 1)
    return covered


def _rows(sheet: Worksheet) -> Iterator[_Row]:
    """Yield the cells of each row that is shown. The cost is by the cells that are stored, not by the sheet's size."""
    stored: dict[int, dict[int, str | None]] = {}
    cells = sorted(sheet._cells.items())  # the public ways go over every empty cell between
    hidden = {column for column in {place[1] for place, _ in cells} if _is_hidden_column(sheet, column)}
    for (row, column), cell in cells:
        if column not in hidden and not _is_hidden_row(sheet, row):
            stored.setdefault(row, {})[column] = _shown(cell)
    texts = {column for row in stored.values() for column, text in row.items() if text}
    for merged in sheet.merged_cells.ranges:
        inside = product(range(merged.min_row, merged.max_row + 1), range(merged.min_col, merged.max_col + 1))
        next(inside)  # the first cell keeps its text
        for row, column in inside:
            if column in stored.get(row, ()):
                stored[row][column] = COVERED
    if not texts:
        return
    shown = range(min(texts), max(texts) + 1)
    columns = [
        column
        for column in (shown if len(shown) <= _WIDEST else sorted(texts))
        if not _is_hidden_column(sheet, column)
    ]
    for row in sorted(stored):
        yield _Row(row, columns, [stored[row].get(column, "") for column in columns])


def _is_hidden_row(sheet: Worksheet, row: int) -> bool:
    return row in sheet.row_dimensions and bool(sheet.row_dimensions[row].hidden)


def _is_hidden_column(sheet: Worksheet, column: int) -> bool:
    """Whether a column is hidden; columns may be described in groups."""
    letter = get_column_letter(column)
    if letter in sheet.column_dimensions:
        return bool(sheet.column_dimensions[letter].hidden)
    return any(
        group.hidden and group.min is not None and group.min <= column <= (group.max or group.min)
        for group in sheet.column_dimensions.values()
    )


def _shown(cell: Any) -> str:
    """Return what Excel shows of a cell, struck-out text left out."""
    value = cell.value
    if value is None or (cell.font is not None and cell.font.strike):
        return ""
    if isinstance(value, CellRichText):
        return "".join(
            piece.text if isinstance(piece, TextBlock) else piece
            for piece in value
            if not (isinstance(piece, TextBlock) and piece.font.strike)
        )
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return shown_number(value, cell.number_format or "General")
    if isinstance(value, datetime.datetime):
        return _in_words(value)
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def _in_words(moment: datetime.datetime) -> str:
    day = f"{moment.year}年{moment.month}月{moment.day}日"
    return day if moment.time() == datetime.time() else f"{day} {moment:%H:%M}"
