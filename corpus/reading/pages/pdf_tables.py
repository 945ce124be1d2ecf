"""The tables of a PDF's page: a page goes in, its ruled tables come out; lines side by side go in, columns come out.

A ruled table is read by its lines. A table without lines shows by texts that stand below each other: their
columns are where nothing else stands between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pdfplumber.page import Page

from corpus.reading.grids import grid_lines

_MOST_EDGES: Final = 4_000
"""Lines of a page: one with more is a drawing, and what looks for tables compares each with each."""

Span = tuple[float, float]
"""From left to right, in points."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with lines: its lines of text, and its place on the page in points from the upper left corner."""

    lines: tuple[str, ...]
    box: tuple[float, float, float, float]


def ruled_tables(page: Page) -> list[RuledTable]:
    """Return the tables of a page that lines draw, from top to bottom; a frame around text is none."""
    if len(page.edges) > _MOST_EDGES:
        return []
    found = []
    for table in page.find_tables():
        rows = table.extract(x_tolerance_ratio=0.6)
        width = max((len(row) for row in rows), default=0)
        filled = sum(sum(map(bool, row)) > 1 for row in rows)
        if width < 2 or not filled:
            continue
        left, top, right, bottom = table.bbox
        found.append(RuledTable(tuple(grid_lines(rows)), (left, top, right, bottom)))
    return sorted(found, key=lambda table: table.box[1])


def column_spans(rows: Sequence[Sequence[Span]]) -> list[Span]:
    """Return the columns of rows whose texts stand at these places: texts above each other are one column.

    A head at the left and numbers at the right of their column are not above each other: such neighbours, of which
    no row has both, are one where that leaves as many columns as the fullest row has texts.
    """
    columns: list[Span] = []
    for left, right in sorted(span for row in rows for span in row):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    joined: list[Span] = []
    filled: list[set[int]] = []
    for column in columns:
        own = {
            number for number, row in enumerate(rows) if any(column[0] <= left < column[1] for left, _ in row)
        }
        if joined and not filled[-1] & own:
            joined[-1] = (joined[-1][0], column[1])
            filled[-1] |= own
        else:
            joined.append(column)
            filled.append(own)
    return joined if len(joined) == max(map(len, rows), default=0) else columns


def in_columns(texts: Sequence[str], spans: Sequence[Span], columns: Sequence[Span]) -> list[str] | None:
    """Return the texts of a row by column, "" where it has none; None where two fall into one column."""
    cells = [""] * len(columns)
    for text, (left, _) in zip(texts, spans, strict=True):
        place = max(index for index, column in enumerate(columns) if column[0] <= left)
        if cells[place]:
            return None
        cells[place] = text
    return cells
