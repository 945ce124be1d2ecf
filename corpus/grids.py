"""Tables of a text as grids: a text in, each table with its heads, labels and cells out.

A table is a run of lines that are rows (:mod:`corpus.table_rows`), whatever file it came from. Offsets index
the text. A cell that a merged one covers is empty, as its reader leaves it.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.table_rows import CellLine, GridCell, text_rows
from corpus.table_words import table_words

_MARK = re.compile(r"[\t|]|[-—=_]{2}")
_FRAME = re.compile(r"\s*[─━═┄┈┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├-╋╒-╬]+\s*")
"""A line of a box that is drawn around a table."""
_TITLE = re.compile(
    r"(?:表|附表|图|第)?[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[-.]\d{1,2})*)[)）]?(?:部分|[章节])?[.．、]?"
)
"""What numbers a title, after which two spaces may stand (表1  各轮审计情况)."""
_UNIT_LINE = re.compile(r"[（(]?(?:金额|计量)?单位[:：].{1,20}$")
"""What a line above a table says of its units alone."""
_RULE = re.compile(r":?[-—=_]{2,}:?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTE = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
_STRETCHED = re.compile(r"(?<=^[一-鿿])[ \u3000]+(?=[一-鿿]$)")
_SENTENCE_END = "。；;：:！？!?"
_LONGEST_GROUP = 30
_MOST_HEADS = 4
_SERIAL, _TIME = table_words("serial"), table_words("time")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``head`` rows, which may be none, ``body`` rows, and the columns of the body that hold ``labels``.

    Rows may be shorter than the longest head. ``row_labels`` are the labels of each row of the body; a merged one
    counts for each row that it spans. ``caption`` is the line above it, "" where there is none. ``groups`` are the
    lines of one cell between the rows (城东片区), each with its start.
    """

    start: int
    end: int
    caption: str
    head: tuple[CellLine, ...]
    body: tuple[CellLine, ...]
    labels: tuple[int, ...]
    row_labels: tuple[tuple[str, ...], ...]
    groups: tuple[GridCell, ...] = ()

    def group_of(self, place: int) -> str:
        """Return the nearest line of one cell above a row of the body, "" where there is none."""
        above = bisect_left(self.groups, self.body[place][0].start, key=lambda group: group.start)
        return self.groups[above - 1].text if above else ""

    def heads(self, column: int) -> tuple[str, ...]:
        """Return the heads over a column, from the top; those that span columns count for each."""
        found: list[str] = []
        for depth, row in enumerate(self.head):
            text = _text(row, column)
            below = any(_text(lower, column) for lower in self.head[depth + 1 :])
            if not text and below:
                text = next((cell.text for cell in reversed(row[:column]) if cell.text), "")
            if text and text not in found:
                found.append(text)
        return tuple(found)

    def values(self, place: int) -> Iterator[tuple[int, GridCell]]:
        """Yield the cells of a row of the body that are no labels and not empty, with their columns."""
        for column, cell in enumerate(self.body[place]):
            if cell.text and column not in self.labels and not _is_serial(self.heads(column)):
                yield column, cell


def find_grids(text: str) -> list[Grid]:
    """Return the tables of ``text``, in order. The cost is linear in the length."""
    found: list[Grid] = []
    caption = group = ""
    rows: list[CellLine] = []
    groups: list[GridCell] = []
    for _, line, row in text_rows(text):
        if _FRAME.fullmatch(line):
            continue
        if row is not None and group and not _is_body(row, len(rows)):
            found += _grids(rows, caption, groups)
            # no group of the table above: this one's title
            caption, group, rows, groups = group.strip(), "", [], []
        if row is not None:
            groups += [GridCell(row[0].start - 1, group)] if group and not _MARK.search(group) else []
            rows.append(row)
            group = ""
        elif rows and not group and _is_within(line):
            group = line.strip(" \r\u3000")
        else:
            found += _grids(rows, caption, groups)
            caption, group, rows, groups = _UNIT_LINE.sub("", line).strip() or group or caption, "", [], []
    return [*found, *_grids(rows, caption, groups)]


def without_note(text: str) -> str:
    """Return a head or a label without what stands in brackets or stretches it (收回资金（万元）: 收回资金, 合　计: 合计)."""
    return _STRETCHED.sub("", _NOTE.sub("", text).strip())


def _is_within(line: str) -> bool:
    """Whether a line that is no row may stand within a table: a rule, a group's name; but no sentence."""
    content = line.strip().strip("|").strip()
    return bool(content) and len(content) <= _LONGEST_GROUP and content[-1] not in _SENTENCE_END


def _grids(rows: Sequence[CellLine], caption: str, groups: Sequence[GridCell]) -> Iterator[Grid]:
    """Yield the table that ``rows`` make, none where nothing in them is a number."""
    rows = [row for row in rows if not all(_RULE.fullmatch(cell.text) for cell in row if cell.text)]
    if len(rows) > 1 and _is_title(rows[0], rows[1]):
        caption, rows = _UNIT_LINE.sub("", " ".join(cell.text for cell in rows[0])).strip(), rows[1:]
    place = next((at for at, row in enumerate(rows) if _is_body(row, at)), len(rows))
    if place == len(rows):
        return
    head = _head(rows[:place])
    body = [*rows[len(head) : place], *rows[place:]]
    head, body = _set_right(head, body)
    labels = _labels(head, body)
    named = _row_labels(body, labels)
    start, end = (head or body)[0][0].start, rows[-1][-1].end
    yield Grid(start, end, caption, tuple(head), tuple(body), labels, tuple(named), tuple(groups))


def _is_title(row: CellLine, below: CellLine) -> bool:
    """Whether a row of two cells only numbers and names the table whose wider rows begin below it, or says its unit."""
    names = _TITLE.fullmatch(row[0].text) or _UNIT_LINE.match(row[-1].text)
    return len(row) == 2 < len(below) and names is not None


def _is_body(row: CellLine, place: int) -> bool:
    values = [cell for cell in row if cell.is_value]
    years = place == 0 and not row[0].is_value and all(_YEAR.fullmatch(cell.text) for cell in values)
    return bool(values) and not years


def _head(rows: Sequence[CellLine]) -> list[CellLine]:
    """Return the rows of ``rows`` that are stacked to heads: the first, and those that fill what it leaves open."""
    head = list(rows[:1])
    for row in rows[1:_MOST_HEADS]:
        opens = any(not cell.text for cell in head[-1])
        if not (opens or not row[0].text or row[0].text == head[0][0].text):
            break
        head.append(row)
    return head


def _set_right(head: list[CellLine], body: list[CellLine]) -> tuple[list[CellLine], list[CellLine]]:
    """Put the cells of each row under their heads: empty ones that only align, and those that spaces leave out."""
    rows = [*head, *body]
    if len({len(row) for row in rows}) > 1:
        filled = [tuple(cell for cell in row if cell.text) for row in rows]
        if len({len(row) for row in filled}) == 1:
            return filled[: len(head)], filled[len(head) :]
    if not head:
        return head, body
    if _has_bare_corner(head, body):
        head = [(GridCell(row[0].start, ""), *row) for row in head]
    widest = max(head, key=len)
    body = [_numbered(widest, row) for row in body]
    return head, [_under(widest, row) if _lacks(widest, row) else row for row in body]


def _numbered(head: CellLine, row: CellLine) -> CellLine:
    """Return a row that alone has no number of its own (合计 in the column of names) with that cell left empty."""
    bare = len(row) + 1 == len(head) and not row[0].is_value and _is_serial([head[0].text])
    return (GridCell(row[0].start, ""), *row) if bare and all(cell.text for cell in row) else row


def _has_bare_corner(head: Sequence[CellLine], body: Sequence[CellLine]) -> bool:
    """Whether nothing stands over the labels of a table that spaces set, so that each row has one cell more than the head."""
    heads, widths = {len(row) for row in head}, {len(row) for row in body}
    return (
        len(heads) == len(widths) == 1
        and heads.pop() + 1 == widths.pop()
        and all(cell.text for row in (*head, *body) for cell in row)
        and all(not row[0].is_value and all(one.is_value or one.is_open for one in row[1:]) for row in body)
    )


def _lacks(head: CellLine, row: CellLine) -> bool:
    """Whether cells are missing in a row that spaces set: nothing between two cells shows that one is empty."""
    return 1 < len(row) < len(head) and all(cell.text for cell in (*head, *row)) and _is_spaced(head)


def _is_spaced(row: CellLine) -> bool:
    return all(after.start - before.end > 1 for before, after in pairwise(row))


def _under(head: CellLine, row: CellLine) -> CellLine:
    """Return ``row`` with each cell in the column whose head stands nearest over it."""
    columns = list(_columns(head))
    placed: dict[int, GridCell] = {}
    for (low, high), cell in zip(_columns(row), row, strict=True):
        near = min(
            range(len(head)), key=lambda at: min(abs(columns[at][0] - low), abs(columns[at][1] - high))
        )
        if near in placed:
            return row
        placed[near] = cell
    return tuple(placed.get(column, GridCell(row[-1].end, "")) for column in range(len(head)))


def _columns(row: CellLine) -> Iterator[tuple[int, int]]:
    """Yield where each cell of a line set by spaces begins and ends, wide characters counted as two."""
    place, before = 0, row[0].start
    for cell in row:
        place += cell.start - before
        width = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in cell.text)
        yield place, place + width
        place += width
        before = cell.end


def _labels(head: Sequence[CellLine], body: Sequence[CellLine]) -> tuple[int, ...]:
    """Return the columns that say what a row is about: the first without numbers, and those beside a merged one."""
    labels: list[int] = []
    for column in range(max(map(len, body))):
        heads = [_text(row, column) for row in head]
        if _is_serial(heads):
            continue
        says_when = any(without_note(one) in _TIME for one in heads)
        if not says_when and any(row[column].is_value for row in body if column < len(row)):
            break
        if labels and not _is_merged([_text(row, labels[-1]) for row in body]):
            break
        labels.append(column)
    return tuple(labels)


def _row_labels(body: Sequence[CellLine], labels: Sequence[int]) -> Iterator[tuple[str, ...]]:
    said: dict[int, str] = {}
    for row in body:
        for column in labels:
            if (text := _text(row, column)) or column == labels[-1]:
                said[column] = text
        yield tuple(text for column in labels if (text := said.get(column, "")))


def _is_merged(texts: Sequence[str]) -> bool:
    return len(set(filter(None, texts))) < len(texts)


def _is_serial(heads: Sequence[str]) -> bool:
    return any(without_note(head) in _SERIAL for head in heads)


def _text(row: CellLine, column: int) -> str:
    return row[column].text if column < len(row) else ""
