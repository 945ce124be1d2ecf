"""What the cells of plain-text tables count: in go a text and its figures, out a ``Cell`` for each.

A table row is a line whose cells are set apart by two or more spaces or a tab; its header is the nearest line
above it with as many cells and no bare numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.figure import Figure
from corpus.organisations.mentions import MentionKind, find_organisations

_GAP = re.compile(r"(?:[ \u3000]{2,}|\t+| ?\| ?)+")
_NUMBER = re.compile(r"[-+−]?[\d.,，%]+")
_NOTE = re.compile(r"[（(][^（）()]*[）)]")
_YEAR = re.compile(r"\d{4}年(?:\d{1,2}月)?")
TOTAL_ROWS = frozenset({"合计", "总计", "小计", "共计", "总数"})
"""Labels of the rows that add the others up."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of a table counts: its column and row labels, with organisation or period where they name one."""

    metric: str
    org: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A line of a table: ``(start, text)`` of each cell; offsets into the whole text."""

    cells: tuple[tuple[int, str], ...]


def read_cells(text: str, figures: Sequence[Figure]) -> dict[int, Cell]:
    """Return what each figure that stands in a table cell counts, by the figure's start."""
    found: dict[int, Cell] = {}
    header: CellRow | None = None
    caption = previous_line = ""
    by_start = {figure.start for figure in figures}
    position = 0
    for line in text.splitlines(keepends=True):
        row = read_row(line, position)
        position += len(line)
        if row is None:
            header, previous_line = None, line.strip()
            continue
        if not any(_NUMBER.fullmatch(cell) for _, cell in row.cells):
            header, caption = row, previous_line
            continue
        if header and len(header.cells) == len(row.cells):
            found.update(_read_row(row, header, caption, by_start))
    return found


def read_row(line: str, start: int) -> CellRow | None:
    """Return the cells of a line that starts at ``start``; None where it is no row of a table."""
    content = line.strip(" |\n\r\t\u3000")
    if not content or len(content) > 400 or not _GAP.search(content):
        return None
    offset = start + line.index(content[0])
    cells: list[tuple[int, str]] = []
    position = 0
    for gap in [*_GAP.finditer(content), None]:
        end = gap.start() if gap else len(content)
        cells.append((offset + position, content[position:end]))
        position = gap.end() if gap else end
    return CellRow(tuple(cells)) if len(cells) > 1 else None


def _read_row(row: CellRow, header: CellRow, caption: str, starts: set[int]) -> dict[int, Cell]:
    label = row.cells[0][1]
    names = [m for m in find_organisations(label) if m.kind is MentionKind.ORGANISATION]
    org = label if names and names[0].end == len(label) else ""
    subject = "" if org or label in TOTAL_ROWS else label
    found: dict[int, Cell] = {}
    for (start, _), (_, column) in zip(row.cells[1:], header.cells[1:], strict=True):
        if start not in starts:
            continue
        plain_column = _NOTE.sub("", column)
        year = _YEAR.fullmatch(plain_column)
        topic = _topic(caption) if year else ""
        words = [part for part in (topic, "" if year else plain_column, subject) if part]
        found[start] = Cell("".join(words), org, year.group() if year else "")
    return found


def _topic(caption: str) -> str:
    """Return what a table's caption is about (附表2　局机关“三公”经费支出情况表 → 局机关“三公”经费支出)."""
    plain = _NOTE.sub("", caption)
    plain = re.sub(r"^附?表\s*[\d一二三四五六七八九十]*[\s\u3000：:]*", "", plain)
    return re.sub(r"(?:情况)?(?:统计)?(?:一览)?表$", "", plain.strip())
