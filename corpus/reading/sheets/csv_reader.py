"""A table in text (.csv, .tsv) goes in, its rows come out as lines with tabs between the cells."""

import csv
import io
from collections import Counter

from corpus.reading.grids import grid_lines

_DELIMITERS = ",;\t|，"
_SAMPLE = 20


def read_csv(text: str) -> str:
    """Return the rows of a table as lines; what separates the cells is what parts most rows alike.

    Quoted cells may hold the separator and line ends. Any text is read; none raises.
    """
    return "\n".join(grid_lines(_rows(text, _delimiter(text))))


def _delimiter(text: str) -> str:
    """Return the character that cuts the first rows into the same number of cells, the most cells first."""
    head = "\n".join(text.splitlines()[:_SAMPLE])

    def alike(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in _rows(head, delimiter) if len(row) > 1)
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width

    return max(_DELIMITERS, key=alike)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    limit = csv.field_size_limit()
    try:
        csv.field_size_limit(max(limit, len(text) + 1))
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    finally:
        csv.field_size_limit(limit)
