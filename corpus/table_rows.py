"""Lines of a text as rows of tables: a text in, each of its lines with its cells out.

Cells are set apart by tabs, bars, dashes, or spaces; how wide a gap of spaces parts two cells, the lines beside tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WIDE = re.compile(r"[ \u3000]{2,}")
_NARROW = re.compile(r"[ \u3000]+")
_BOX = str.maketrans("│┃║", "|||")
_MARKS = ("|", "\t")
_DASH = "——"
_DASHED = re.compile(r"[^—，,。；;：:！？!?|\t]+(?:——[^—，,。；;：:！？!?|\t]+)+")
"""A line of cells that dashes part (学校——反馈问题——完成)."""
_EMPHASIS = "*_`~"
_VALUE = re.compile(r"[约近]?[-+−]?\d[\d.,，]*\s*(?:[%％]|[^\W\d年月]{0,3})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EMPTY = re.compile(r"[-—–－―/／\\无]{1,4}|…{1,2}|\.{3}")
_FEWEST_CELLS = 2
_LONGEST_ROW = 2_000
_LONGEST_NARROW = 200
_SENTENCE_END = "。；;！？!?"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its ``text`` without the spaces and the mark-up around it, and where that starts."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Return where the text ends."""
        return self.start + len(self.text)

    @property
    def is_value(self) -> bool:
        """Whether the cell is a number, with its unit or without."""
        return _VALUE.fullmatch(self.text) is not None

    @property
    def is_open(self) -> bool:
        """Whether the cell says that there is no number (—, 无)."""
        return _EMPTY.fullmatch(self.text) is not None


CellLine = tuple[GridCell, ...]


def text_rows(text: str) -> Iterator[tuple[int, str, CellLine | None]]:
    """Yield the lines of ``text`` without their ends, each with its start and its cells; None where it is no row.

    A blank line between two rows of one table is left out. The cost is linear in the length.
    """
    before: CellLine | None = None
    blank: tuple[int, str, None] | None = None
    for start, line, row in _cut_lines(text):
        if not line.strip():
            blank = blank or (start, line, None)
            continue
        if blank and not (row and before and len(row) == len(before) and _has_numbers(row)):
            yield blank
        blank, before = None, row
        yield start, line, row
    if blank:
        yield blank


def _cut_lines(text: str) -> Iterator[tuple[int, str, CellLine | None]]:
    block: list[tuple[int, str]] = []
    blank: list[tuple[int, str, None]] = []
    start = 0
    for line in text.split("\n"):
        if _may_be_spaced(line):
            block.append((start, line))
        elif not line.strip():
            blank.append((start, line, None))
        else:
            yield from sorted([*_block_rows(block), *blank], key=lambda one: one[0])
            block, blank = [], []
            yield start, line, split_row(line, start)
        start += len(line) + 1
    yield from sorted([*_block_rows(block), *blank], key=lambda one: one[0])


def _has_numbers(row: CellLine) -> bool:
    return any(cell.is_value and not _YEAR.fullmatch(cell.text) for cell in row)


def split_row(line: str, start: int) -> CellLine | None:
    """Return the cells of a line that begins at ``start``; None where it is no row of a table, or of one cell."""
    if not line or len(line) > _LONGEST_ROW:
        return None
    line = line.rstrip("\r").translate(_BOX)
    if line.count(_DASH) >= _FEWEST_CELLS and _DASHED.fullmatch(line):
        line = line.replace(_DASH, "| ")
    mark = next((mark for mark in _MARKS if mark in line), "")
    return _as_row(_pieces(line, start, mark) if mark else _spaced(line, start, _WIDE))


def _as_row(row: CellLine) -> CellLine | None:
    return row if sum(bool(cell.text) for cell in row) > 1 and not _is_item(row) else None


def _is_item(row: CellLine) -> bool:
    """Whether a row is a sentence behind its number, with space between: A-2  归还书款3.1万元。"""
    return len(row) == 2 and row[1].text.endswith(("。", "：")) and row[0].end < row[1].start


def _may_be_spaced(line: str) -> bool:
    """Whether a line may be a row whose cells nothing but spaces part."""
    content = line.strip()
    if not content or len(content) > _LONGEST_NARROW or content[-1] in _SENTENCE_END:
        return False
    content = content.translate(_BOX)
    return not any(mark in content for mark in _MARKS) and bool(_NARROW.search(content))


def _block_rows(block: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, CellLine | None]]:
    """Yield lines that stand one below another with their cells, cut where each of them has as many as its head.

    Two spaces part cells, one does where only so the head and the rows below it are cells in the same columns
    (部门　问题数　已整改数 over 市水务局　　　14　　　12).
    """
    wide = [split_row(line, start) for start, line in block]
    narrow = [_spaced(line.rstrip("\r"), start, _NARROW) for start, line in block]
    cut: list[CellLine | None] = list(wide)
    for head, stop in _tables(narrow):
        if not all(len(row or ()) == len(wide[head] or ()) > 1 for row in wide[head:stop]):
            cut[head:stop] = narrow[head:stop]
    for (start, line), row in zip(block, cut, strict=True):
        yield start, line, row


def _tables(rows: Sequence[CellLine]) -> Iterator[tuple[int, int]]:
    """Yield where a head and the rows below it stand that have as many cells, text and numbers in the same columns."""
    head = 0
    while head < len(rows) - 1:
        columns, stop = len(rows[head]), head + 1
        if columns > 1 and not any(cell.is_value for cell in rows[head]):
            labels = _labels_of(rows[stop])
            while stop < len(rows) and len(rows[stop]) <= columns and 0 < _labels_of(rows[stop]) == labels:
                stop += 1
        complete = sum(len(row) == columns for row in rows[head + 1 : stop])
        if complete and complete * columns > _FEWEST_CELLS:
            yield head, stop
            head = stop
        else:
            head += 1


def _labels_of(row: CellLine) -> int:
    """Return how many labels stand before the first number of a row, its own number apart; 0 where it has none."""
    first = next((place for place, cell in enumerate(row[1:], 1) if cell.is_value or cell.is_open), 0)
    return first - row[0].is_value if any(cell.is_value for cell in row[first:]) else 0


def _spaced(line: str, start: int, gap: re.Pattern[str]) -> CellLine:
    content = line.strip(" \u3000")
    place = start + (line.index(content[0]) if content else 0)
    ends = [(found.start(), found.end()) for found in gap.finditer(content)]
    spans = [(low, high) for (_, low), (high, _) in pairwise([(0, 0), *ends, (len(content), 0)])]
    return tuple(GridCell(place + low, content[low:high]) for low, high in _joined(content, spans))


def _joined(content: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans with two single characters as the one word that spaces only stretch (合　计)."""
    held: tuple[int, int] | None = None
    for low, high in spans:
        single = high - low == 1 and "一" <= content[low] <= "鿿" and not _EMPTY.fullmatch(content[low])
        if held and single:
            yield held[0], high
            held = None
            continue
        if held:
            yield held
        held = (low, high) if single else None
        if not single:
            yield low, high
    if held:
        yield held


def _pieces(line: str, start: int, mark: str) -> CellLine:
    if mark == "|":
        inner = line.strip()
        start += line.index(inner[0])
        # A row that begins with space and ends with no bar has an empty first cell.
        if inner.startswith("|") and (inner.endswith("|") or line.startswith("|")):
            inner, start = inner[1:], start + 1
        line = inner.removesuffix("|")
    cells = []
    for piece in line.split(mark):
        text = piece.strip().strip(_EMPHASIS).strip() if mark == "|" else piece.strip()
        cells.append(GridCell(start + (piece.index(text[0]) if text else 0), text))
        start += len(piece) + 1
    return tuple(cells)
