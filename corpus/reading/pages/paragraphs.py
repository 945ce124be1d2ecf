"""The text of pages: their lines go in, paragraphs come out, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from corpus.reading.pages.page_furniture import is_page_number
from corpus.reading.pages.page_rows import WIDE_SIGN, PageRow

_DIGITS: Final = re.compile(r"\d+")


def without_running_heads(pages: Sequence[list[PageRow]]) -> list[list[PageRow]]:
    """Return the pages without page numbers and without heads and feet that stand on most of them."""
    edges = Counter(
        _DIGITS.sub("#", row.text)
        for rows in pages
        for row in {id(row): row for row in (*rows[:1], *rows[-1:])}.values()
    )
    kept = []
    for rows in pages:
        body = list(rows)
        for index in (-1, 0):
            while body and _is_running(body[index], edges, len(pages)):
                del body[index]
        kept.append(body)
    return kept


def _is_running(row: PageRow, edges: Counter[str], pages: int) -> bool:
    if is_page_number(row.text):
        return True
    return edges[_DIGITS.sub("#", row.text)] >= (pages if pages == 2 else max(3, pages // 2))


def paragraphs(pages: Sequence[list[PageRow]]) -> Iterator[str]:
    """Yield the lines put together to paragraphs, over the ends of pages too."""
    margins = [max(row.right for row in rows) for rows in pages if len(rows) >= 3]
    usual_right = median(margins) if margins else 0.0
    usual_size = median([row.size for rows in pages for row in rows] or [0.0])
    paragraph = ""
    before: PageRow | None = None
    for rows in pages:
        left = min((row.left for row in rows), default=0.0)
        right = max(usual_right, *(row.right for row in rows)) if rows else usual_right
        gaps = sorted(above.bottom - below.top for above, below in pairwise(rows) if _go_on(above, below))
        usual_gap = gaps[len(gaps) // 4] if gaps else 0.0  # most gaps may be those between paragraphs
        for number, row in enumerate(rows):
            gap = before.bottom - row.top if before and number else usual_gap
            is_title = before is not None and row.size > 1.2 * usual_size and _is_centred_below(row, before)
            begins = before is None or (_starts(row, before, left, right) and not is_title)
            if begins or gap > usual_gap + 0.8 * row.size:
                if paragraph:
                    yield paragraph
                paragraph = row.text
            else:
                paragraph = _joined(paragraph, row.text)
            before = row
    if paragraph:
        yield paragraph


def _go_on(above: PageRow, below: PageRow) -> bool:
    """Whether a line stands below another on its page, neither of them a table's row."""
    return (
        above.bottom > below.top
        and len(above.cells) == len(below.cells) == 1
        and not (above.ruled or below.ruled)
    )


def _starts(row: PageRow, before: PageRow, left: float, right: float) -> bool:
    """Whether ``row`` starts a paragraph: indented, after a short line, of another size, or a table's row."""
    if len(row.cells) > 1 or len(before.cells) > 1 or row.ruled or before.ruled:
        return True
    if row.left > left + 0.8 * row.size or before.right < right - 2.2 * before.size:
        return True
    return abs(row.size - before.size) > 0.15 * before.size


def _is_centred_below(row: PageRow, before: PageRow) -> bool:
    """Whether a line is what did not fit into the one above it, of its size and with its middle."""
    apart = abs(row.left + row.right - before.left - before.right) / 2
    return abs(row.size - before.size) < 0.05 * row.size and apart < row.size and row.right < before.right


def _joined(paragraph: str, line: str) -> str:
    wide = WIDE_SIGN.match(paragraph[-1]) or WIDE_SIGN.match(line[0])
    number_goes_on = paragraph[-1].isdigit() and line[0].isdigit()
    return paragraph + ("" if wide or number_goes_on else " ") + line
