"""The one form in which every reader hands on a table: a grid of cells goes in, lines with tabs come out.

A reader gives the rows of a table as they stand, each cell's text in its column, ``COVERED`` where a merged cell
reaches from the left or from above. What the rows mean (heads, units, whose they are) is read from
the lines, the same for all formats.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

COVERED: Final = None
"""A place that a merged cell covers: it has no text of its own."""

GridRow = Sequence[str | None]
"""The cells of a row by column: text, "" for an empty cell, ``COVERED`` for the rest of a merged one."""

_WIDE: Final = r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]"
_WRAPPED: Final = re.compile(rf"(?<={_WIDE})[ \t\xa0]*[\r\n][ \t\xa0\r\n]*(?={_WIDE})")
_BLANKS: Final = re.compile(r"\s+")


def grid_lines(rows: Iterable[GridRow]) -> list[str]:
    """Return a line for each row of a table, its cells set apart by single tabs; rows without text are left out.

    A row that is one cell over the whole width is a line like any other, and so is a row of one cell above the
    first or below the last row of several: titles and notes. An empty cell keeps its place.
    """
    kept = [(row, cells) for row in rows if any(cells := [_one_line(cell) for cell in row])]
    several = [index for index, (_, cells) in enumerate(kept) if sum(map(bool, cells)) > 1]
    lines = []
    for index, (row, cells) in enumerate(kept):
        line = "\t".join(cells)
        if cells[0] and not any(cells[1:]):
            inside = bool(several) and several[0] < index < several[-1]
            over_all = all(cell is COVERED for cell in row[1:])
            line = line if inside and not over_all else line.rstrip("\t")
        lines.append(line)
    return lines


def _one_line(cell: str | None) -> str:
    """Return a cell's text on one line: lines that break between Han are joined without a blank."""
    return _BLANKS.sub(" ", _WRAPPED.sub("", cell or "")).strip()
