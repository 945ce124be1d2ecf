"""The lines of a page: texts with their places go in, lines from top to bottom come out, cells side by side in one.

A place is in points from the page's lower left corner, whoever found it: a PDF's own characters or what was recognised
in a picture.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Final

from corpus.reading.pages.pdf_tables import column_spans, in_columns

WIDE_SIGN: Final = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]")


@dataclass(frozen=True, slots=True)
class PageRow:
    """A line of a page, in points from the page's lower left corner; ``cells`` stand side by side at ``spans``.

    ``ruled`` says that lines drawn on the page make it a table's row.
    """

    cells: tuple[str, ...]
    left: float
    right: float
    bottom: float
    top: float
    spans: tuple[tuple[float, float], ...] = ()
    ruled: bool = False

    @property
    def size(self) -> float:
        """Its height in points."""
        return self.top - self.bottom

    @property
    def text(self) -> str:
        """Its cells with tabs between them."""
        return "\t".join(self.cells)


def page_rows(fragments: Sequence[PageRow], middle: float) -> list[PageRow]:
    """Return the lines of a page from top to bottom; where it has columns, one column after the other.

    ``fragments`` are runs of text that belong together; ``middle`` is where the page's middle is, from the left.
    """
    groups: list[list[PageRow]] = []
    for fragment in sorted(fragments, key=lambda row: -row.top):
        row = groups[-1][0] if groups else None
        overlap = min(fragment.top, row.top) - max(fragment.bottom, row.bottom) if row else 0.0
        if row and overlap > 0.5 * min(fragment.size, row.size):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    columns = sum(len(group) == 2 and all(len(row.text) >= 12 for row in group) for group in groups)
    if columns >= 5 and columns * 5 > len(groups) * 2:
        return list(_columns(groups, middle))
    return _aligned([_join_cells(sorted(group, key=lambda row: row.left)) for group in groups])


def _aligned(rows: list[PageRow]) -> list[PageRow]:
    """The rows, those of a table without lines with an empty cell where another row has a text."""
    done: list[PageRow] = []
    place = 0
    while place < len(rows):
        block = list(takewhile(lambda row: len(row.cells) > 1, rows[place:]))
        columns = column_spans([row.spans for row in block])
        cells = [in_columns(row.cells, row.spans, columns) for row in block]
        if len(block) > 1 and None not in cells:
            block = [replace(row, cells=tuple(own or ())) for row, own in zip(block, cells, strict=True)]
        done += block or rows[place : place + 1]
        place += len(block) or 1
    return done


def _columns(groups: Sequence[Sequence[PageRow]], middle: float) -> Iterator[PageRow]:
    """The rows of a page in two columns: the left one, then the right one, between rows that span both."""
    left: list[PageRow] = []
    right: list[PageRow] = []
    for row in (row for group in groups for row in group):
        if row.right <= middle:
            left.append(row)
        elif row.left >= middle:
            right.append(row)
        else:
            yield from (*left, *right, row)
            left, right = [], []
    yield from (*left, *right)


def _join_cells(group: Sequence[PageRow]) -> PageRow:
    """One row of the fragments that stand side by side; those that touch are one cell."""
    cells, spans = [group[0].text], [(group[0].left, group[0].right)]
    for before, after in pairwise(group):
        spaced_out = all(len(one.text) == 1 and WIDE_SIGN.match(one.text) for one in (before, after))  # 通 报
        if after.left - before.right < 0.5 * after.size or spaced_out:
            cells[-1] += after.text
            spans[-1] = (spans[-1][0], after.right)
        else:
            cells.append(after.text)
            spans.append((after.left, after.right))
    return PageRow(
        tuple(cells),
        group[0].left,
        max(row.right for row in group),
        min(row.bottom for row in group),
        max(row.top for row in group),
        tuple(spans),
    )
