"""A workbook given back with its findings: the same sheets, with notes and shading at figures, and a sheet of results.

What the library that writes workbooks does not carry (drawn charts and shapes) is named on the sheet of results.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from typing import Any, Final

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from checker.annotation.markup import OWN_ARITHMETIC, count_verdicts, own_arithmetic_lines
from checker.annotation.reasons import (
    NO_RULINGS,
    Rulings,
    colour_of,
    reason_lines,
    ruling_lines,
    source_of,
    tint,
    to_tell,
)
from checker.annotation.sheet_rows import write_rows
from checker.annotation.text_places import TextPlaces
from checker.annotation.word_documents import writable
from checker.annotation.word_marks import AUTHOR
from checker.annotation.word_results import RESULTS_TITLE
from checker.arithmetic.own_arithmetic import Remark
from checker.check import worst_first
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS
from corpus.reading.docx_reader import TextPiece
from corpus.reading.sheets.xlsx_reader import RESULTS_NAME, SheetCell, place_xlsx
from corpus.visible_text import visible

_HEADS: Final = ("数字", "结论", "位置", "理由", "出处")
_WIDTHS: Final = (16, 10, 18, 70, 60)
"""Of the columns, in characters."""
_LOST: Final = ("xl/diagrams/", "xl/embeddings/", "xl/slicers/")
"""How parts of a workbook are named that are not in the copy."""
_SHAPE: Final = re.compile(rb"<(?:\w+:)?sp[ >]")
"""A shape or a text box in a drawing: the copy has charts and pictures alone."""
_WITHOUT: Final = "这份副本不含原文件里的图形、文本框和嵌入对象，其余照旧。"
_OURS: Final = f"\n\n—— {AUTHOR} ——\n"
"""What parts a person's note from ours behind it."""
_LONGEST: Final = 30_000
"""Characters of a note; a cell holds few more."""
_WIDE: Final = 420
_LINE: Final = 22
"""Width of a note, and height of a line of it, in points."""
_IN_LINE: Final = 34
"""Characters of a line of a note."""


def annotate_workbook(
    data: bytes,
    text: str,
    findings: Sequence[Finding],
    remarks: Sequence[Remark] = (),
    *,
    every: bool = False,
    rulings: Rulings = NO_RULINGS,
) -> bytes:
    """Return the workbook ``data``, whose text is ``text``, with notes at the figures that need a person.

    With ``every``, at all figures; ``rulings`` on them are told with them. Raises ``UnreadableFile`` as reading it does.
    """
    cells = place_xlsx(data, "draft.xlsx")
    places = TextPlaces(
        text, [TextPiece(one.text, one.sheet, place if one.row else -1) for place, one in enumerate(cells)]
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        drawings = [package.read(name) for name in names if name.startswith("xl/drawings/drawing")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), rich_text=True, keep_vba=any(name.endswith("vbaProject.bin") for name in names)
        )
        _forget(book)
        told = to_tell(findings, every=every)
        found = {
            id(one): [cells[part.number] for part in places.stretches(one.figure.start, one.figure.end)]
            for one in told
        }
        _mark(book, told, found, rulings)
        lost = any(name.startswith(_LOST) for name in names) or any(map(_SHAPE.search, drawings))
        listed = [(one, found[id(one)]) for one in worst_first(told)]
        _add_results(book, _result_rows(listed, findings, remarks, rulings, lost=lost))
        file = io.BytesIO()
        book.save(file)
    return file.getvalue()


def _forget(book: Any) -> None:
    """Take out what an earlier check wrote: its sheet and its notes."""
    for sheet in list(book.worksheets):
        if RESULTS_NAME in sheet.defined_names:
            book.remove(sheet)
            continue
        for cell in sheet._cells.values():
            if cell.comment is None:
                continue
            own, ours, _ = cell.comment.text.partition(_OURS)
            if cell.comment.author == AUTHOR:
                cell.comment = None
            elif ours:
                cell.comment = Comment(own, cell.comment.author)


def _mark(book: Any, told: Sequence[Finding], found: dict[int, list[SheetCell]], rulings: Rulings) -> None:
    """Shade the cells of figures, and note in each what was found of all its figures, the worst first."""
    notes: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in told:
        for place in dict.fromkeys((one.sheet, one.row, one.column) for one in found[id(finding)]):
            notes.setdefault(place, []).append(finding)
    for (sheet, row, column), of_cell in notes.items():
        cell = book[sheet].cell(row, column)
        ordered = worst_first(of_cell)
        lines = [line for one in ordered for line in reason_lines(one, rulings)]
        own = cell.comment
        text = "\n".join(lines)
        text = text if own is None else own.text + _OURS + text
        colour = tint(colour_of(ordered[0], rulings))
        cell.fill = PatternFill("solid", start_color=colour)
        note = Comment(writable(text)[:_LONGEST], AUTHOR if own is None else own.author)
        height = _LINE * sum(1 + len(line) // _IN_LINE for line in text.split("\n"))
        note.width, note.height = _WIDE, min(height + _LINE, 40 * _LINE)
        cell.comment = note


def _result_rows(
    listed: Sequence[tuple[Finding, list[SheetCell]]],
    findings: Sequence[Finding],
    remarks: Sequence[Remark],
    rulings: Rulings,
    *,
    lost: bool,
) -> list[tuple[str, ...]]:
    """Return the rows of the sheet of results: counts, a head, a row for each figure that is listed, remarks."""
    rows: list[tuple[str, ...]] = [(count_verdicts(findings, rulings),), _HEADS]
    for finding, cells in listed:
        where = "、".join(dict.fromkeys(f"{one.sheet}!{_name(one)}" for one in cells))
        row = VERDICT_ROWS[finding.verdict]
        source = source_of(finding.evidence[0]) if finding.evidence and row.is_wrong else ""
        why = "\n".join([*ruling_lines(finding, rulings), finding.explanation])
        rows.append((finding.figure.raw, row.chinese, where, visible(why), visible(source)))
    told = own_arithmetic_lines(remarks)
    rows += [(), (OWN_ARITHMETIC,), *((line,) for line in told)] if told else []
    return [*rows, (), (_WITHOUT,)] if lost else rows


def _name(cell: SheetCell) -> str:
    return f"{get_column_letter(cell.column)}{cell.row}"


def _add_results(book: Any, rows: Sequence[tuple[str, ...]]) -> None:
    taken = set(book.sheetnames)
    numbered = (f"{RESULTS_TITLE}{number}" for number in range(2, len(taken) + 3))
    title = next(one for one in (RESULTS_TITLE, *numbered) if one not in taken)
    sheet = book.create_sheet(title)
    sheet.defined_names[RESULTS_NAME] = DefinedName(RESULTS_NAME, attr_text=f"'{title}'!$A$1")
    write_rows(sheet, rows, _WIDTHS, head=2)
