"""Figures in the cells of a plain-text table whose heading, or whose columns' heads, state the unit.

In come a normalised text and its figures; out come the figures, the bare numbers of such a table with the
unit of the heading (单位：万元), or of their own column where its head states one: 收回率(%).
A table is the lines below such a heading that are cut into cells by two spaces, a tab or a bar; or a line of
heads of which one states a unit, with the lines below it.
"""

import re

from corpus.figure import Figure, Kind
from corpus.quantities.units import unit_at, with_measure

_UNIT = re.compile(r"单位 {0,2}[:：] {0,2}([百千万亿]{0,2})([^\s,，。;；)）\d]{1,6})")
_CELL = re.compile(r"(?:[^\s|]| (?![ |]))+")
_COLUMN_UNIT = re.compile(r"[(（](?:单位[:：])?([百千万亿]{0,2})([^()（）\s\d]{1,5})[)）]\s*$")
_HEAD_UNIT = re.compile(
    r"\S[(（](?:单位[:：])?[百千万亿]{0,2}[^()（）\s\d]{1,5}[)）](?= *$| {2}|\t| ?\|)", re.MULTILINE
)
_LONGEST_TABLE = 500

TableUnit = tuple[str, str, Kind]
"""A unit as it is written, its base unit and its kind."""


def fill_cells(plain: str, figures: list[Figure]) -> list[Figure]:
    """Give bare numbers in table cells the unit that the table's heading states, and drop the heading's own."""
    cells: dict[int, TableUnit] = {}
    headings: set[int] = set()
    read_to = 0
    for match in _UNIT.finditer(plain):
        unit = unit_at(plain, match.start(2))
        if unit is None or not _ends_there(plain, match.start(2) + len(unit.name)):
            continue
        headings.update(range(match.start(1), match.end()))
        if match.start() < read_to:
            continue  # inside the table of a heading above
        found = _cells(plain, match.end(), (match[1] + unit.name, unit.base, unit.kind))
        cells.update(found)
        read_to = max(found, default=0)
    read_to = 0
    for start in _heads(plain):
        if start < read_to:
            continue
        found = _cells(plain, start, None)
        for place, own in found.items():
            cells.setdefault(place, own)
        read_to = max(found, default=0)
    return [
        with_measure(figure, *cells[figure.start]) if not figure.unit and figure.start in cells else figure
        for figure in figures
        if figure.start not in headings
    ]


def _heads(plain: str) -> list[int]:
    """Return where the lines begin, less one, that are a table's heads and state the unit of a column."""
    found: list[int] = []
    for match in _HEAD_UNIT.finditer(plain):
        start = plain.rfind("\n", 0, match.start()) + 1
        end = plain.find("\n", match.end())
        line = plain[start : end if end >= 0 else len(plain)]
        heads = _CELL.findall(line)
        if (
            start > 0
            and start - 1 not in found[-1:]
            and len(heads) > 1
            and any(_own_unit(one) for one in heads)
        ):
            found.append(start - 1)
    return found


def _ends_there(plain: str, end: int) -> bool:
    return not plain[end : end + 1].isalnum()


def _cells(plain: str, start: int, stated: TableUnit | None) -> dict[int, TableUnit]:
    """Find where the numeric cells below a heading begin, each with its measure, base unit and kind."""
    found: dict[int, TableUnit] = {}
    columns: list[TableUnit | None] = []
    line_start = plain.find("\n", start) + 1
    for _ in range(_LONGEST_TABLE):
        if not line_start:
            break
        line_end = plain.find("\n", line_start)
        cells = list(_CELL.finditer(plain, line_start, line_end if line_end >= 0 else len(plain)))
        if len(cells) < 2:
            if cells or columns:
                break
        elif not columns:
            columns = [_column_unit(cell[0], stated) for cell in cells]
        else:
            for index, cell in enumerate(cells):
                unit = columns[index] if index < len(columns) else stated
                for place in range(cell.start(), cell.end()):
                    if unit is not None:
                        found[place] = unit
        line_start = line_end + 1 if line_end >= 0 else 0
    return found


def _own_unit(head: str) -> TableUnit | None:
    """Give the unit that a column's head states, None where it states none."""
    match = _COLUMN_UNIT.search(head)
    unit = unit_at(match[2], 0) if match else None
    if match and unit is not None and len(unit.name) == len(match[2]):
        return match[1] + unit.name, unit.base, unit.kind
    return None


def _column_unit(head: str, stated: TableUnit | None) -> TableUnit | None:
    """Give the unit of a column: its head's own (收回率(%)), else the table's; none for a serial number."""
    if head.strip() in ("序号", "编号", "年份", "年度", "序列"):
        return None
    if own := _own_unit(head):
        return own
    return ("%", "%", Kind.PERCENT) if head.strip().endswith(("率", "比例", "占比", "比重")) else stated
