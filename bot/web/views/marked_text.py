"""A text to be shown with marks in it: characters and spans in, lines and tables of pieces out.

Nothing here makes markup; a template writes each piece escaped.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.report import Section

ShownSpan = tuple[int, int]

_GAP: Final = re.compile(r"\t|(?<=\S) {2,}(?=\S)")
_LEAST_ROWS: Final = 2
"""Lines with gaps beside each other that make a table."""


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """Characters that look alike: ``mark`` is the number of the mark that they stand in, -1 for none.

    ``cited`` says that they stand in the passage that the reader came for, ``first`` that they begin it.
    """

    text: str
    mark: int = -1
    cited: bool = False
    first: bool = False


ShownCell = tuple[ShownPiece, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A line (one row of one cell), a heading of some level, or a table's rows; ``start`` is an offset."""

    rows: tuple[tuple[ShownCell, ...], ...]
    level: int = 0
    start: int = 0

    @property
    def is_table(self) -> bool:
        """Whether it has rows of cells."""
        return len(self.rows) > 1

    @property
    def is_cited(self) -> bool:
        """Whether a part of it stands in the passage that the reader came for."""
        return any(piece.cited and piece.text for row in self.rows for cell in row for piece in cell)

    @property
    def line(self) -> ShownCell:
        """The pieces of a block that is no table."""
        return self.rows[0][0]


def headings_of(text: str, sections: Iterable[Section]) -> list[tuple[int, int]]:
    """Return (start, level) of the headings that have a line of their own: others begin a paragraph."""
    return [
        (one.start, one.level) for one in sections if not text[one.body : _line_end(text, one.start)].strip()
    ]


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


class MarkedText:
    """A text with marks that do not overlap, in order; one that begins within another is left out."""

    def __init__(
        self,
        text: str,
        marks: Sequence[ShownSpan],
        cited: ShownSpan = (0, 0),
        headings: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Take the text, the marks, the passage that the reader came for, and (start, level) of headings."""
        self._text = text
        self._cited = cited
        self._levels = dict(headings)
        self._marks: list[tuple[int, int, int]] = []
        place = 0
        for number, (start, end) in enumerate(marks):
            if start >= place:
                self._marks.append((start, end, number))
                place = end

    def blocks(self) -> Iterator[TextBlock]:
        """Yield the blocks of the text; blank lines are left out."""
        rows: list[tuple[ShownSpan, list[ShownSpan]]] = []
        for start, end in self._lines():
            cells = self._cells(start, end)
            if len(cells) > 1:
                rows.append(((start, end), cells))
                continue
            yield from self._table(rows)
            rows = []
            yield TextBlock(((self.pieces(start, end),),), self._levels.get(start, 0), start)
        yield from self._table(rows)

    def _table(self, rows: Sequence[tuple[ShownSpan, list[ShownSpan]]]) -> Iterator[TextBlock]:
        if len(rows) >= _LEAST_ROWS:
            yield TextBlock(tuple(tuple(self.pieces(*cell) for cell in cells) for _, cells in rows))
            return
        for (start, end), _ in rows:
            yield TextBlock(((self.pieces(start, end),),))

    def _lines(self) -> Iterator[ShownSpan]:
        place = 0
        for line in self._text.split("\n"):
            if line.strip():
                yield place, place + len(line)
            place += len(line) + 1

    def _cells(self, start: int, end: int) -> list[ShownSpan]:
        """Return the cells of a line; a figure with a gap in it is not cut."""
        cells, place = [], start
        for gap in _GAP.finditer(self._text, start, end):
            if not any(
                first < gap.end() and gap.start() < last
                for first, last, _ in self._near(gap.start(), gap.end())
            ):
                cells.append((place, gap.start()))
                place = gap.end()
        return [*cells, (place, end)]

    def _near(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return the marks that reach into a stretch."""
        first = bisect_left(self._marks, start, key=lambda mark: mark[1])
        last = bisect_left(self._marks, end, key=lambda mark: mark[0])
        return self._marks[first:last]

    def pieces(self, start: int, end: int) -> ShownCell:
        """Return the pieces of a stretch of the text."""
        bounds = {start, end}
        near = self._near(start, end)
        for one in (*((first, last) for first, last, _ in near), self._cited):
            bounds |= {place for place in one if start < place < end}
        places = sorted(bounds)
        return tuple(self._piece(*span, near) for span in pairwise(places))

    def _piece(self, start: int, end: int, near: Iterable[tuple[int, int, int]]) -> ShownPiece:
        mark = next((number for first, last, number in near if first <= start and end <= last), -1)
        cited = self._cited[0] <= start and end <= self._cited[1]
        return ShownPiece(self._text[start:end], mark, cited, cited and start == self._cited[0])
