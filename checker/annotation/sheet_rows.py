"""Rows of text in a workbook's sheet: what begins like a formula is none."""

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import east_asian_width

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from checker.annotation.word_documents import writable

_LINE: Final = 17.0
"""Points of height of a line."""


def write_rows(
    sheet: Worksheet, rows: Iterable[Sequence[str]], widths: Sequence[int], *, head: int = 1
) -> None:
    """Write rows of texts into an empty sheet, every cell a text; ``widths`` of its columns are in characters.

    Row ``head``, from 1, is the head: it and what stands above it stay in sight.
    """
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row, 1):
            written = sheet.cell(number, place, writable(cell))
            written.data_type = "s"  # what begins with = is no formula
            written.alignment = Alignment(wrap_text=number >= head, vertical="top")
            written.font = Font(bold=number == head)
        lines = (_cells_wide(cell) // width for cell, width in zip(row, widths, strict=False))
        sheet.row_dimensions[number].height = _LINE * (1 + (max(lines, default=0) if number >= head else 0))
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = f"A{head + 1}"


def _cells_wide(text: str) -> int:
    """How many characters of Latin script are as wide as a text."""
    return sum(1 + (east_asian_width(character) in "WF") for character in text)
