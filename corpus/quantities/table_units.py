"""Figures in the cells of a table whose heads, whose rows' labels, or whose heading state the unit.

In come a normalised text and its figures; out come the figures, the bare numbers of a table (:mod:`corpus.grids`) with
the unit of their column's head (收回率(%)), else of their row's label, else of the heading (单位：万元).
"""

import re
from collections.abc import Sequence

from corpus.figure import Figure, Kind
from corpus.grids import Grid, without_note
from corpus.lexicon.counted_nouns import MONEY
from corpus.lexicon.rates import any_rate_word
from corpus.quantities.units import UNITS_BY_NAME, unit_at, with_measure
from corpus.table_words import table_words

_UNIT = re.compile(r"单位 {0,2}[:：] {0,2}")
_SIZE = re.compile(r"[百千万亿]{0,2}")
_ONE_MORE = re.compile(r" ?[、/,，和及] ?")
_MONEY_HEAD = re.compile(rf"(?:{'|'.join(MONEY)})数?$")
_OWN_UNIT = re.compile(
    r"(?:[(（\[【](?:[^()（）\[\]【】\d]{1,12}[:：，,、 ])?([百千万亿]{0,2})([^()（）\[\]【】\s\d]{1,5})[)）\]】]|[/,，、:：]([百千万亿]{0,2})([^\W\d]{1,3}))\s*$"
)
_SIZED = re.compile(r"([百千万亿]{0,2})(\S{1,5})")
_UNIT_HEADS = table_words("unit")
_COUNTED = re.compile(r"([人户件起家次项个宗笔])数$")
_RATE = re.compile(rf"(?:{any_rate_word('rate', 'share')}|比例|占比|比重)$")
_TIMES = table_words("time")
_LONGEST_BEFORE = 300
"""Characters between a heading and its table."""
_LONGEST_TITLE = 60

TableUnit = tuple[str, str, Kind]
"""A unit as it is written, its base unit and its kind."""


def fill_cells(plain: str, figures: list[Figure], grids: Sequence[Grid]) -> list[Figure]:
    """Give bare numbers in the cells of ``grids`` the unit that heads or heading state, and drop the heading's own."""
    headings, dropped = _headings(plain)
    units: dict[int, TableUnit] = {}
    read_to = 0
    for grid in grids:
        near = max(read_to, grid.start - _LONGEST_BEFORE)
        heading = next((stated for place, stated in headings if near <= place < grid.end), None)
        _fill(grid, heading or _of_title(plain, grid.start), units)
        read_to = grid.end
    return [
        with_measure(figure, *units[figure.start]) if not figure.unit and figure.start in units else figure
        for figure in figures
        if figure.start not in dropped
    ]


def _headings(plain: str) -> tuple[list[tuple[int, Sequence[TableUnit]]], set[int]]:
    """Return the units that headings state, each with its place, and the characters that they are written in."""
    found: list[tuple[int, Sequence[TableUnit]]] = []
    written: set[int] = set()
    for match in _UNIT.finditer(plain):
        stated: list[TableUnit] = []
        place = match.end()
        while (size := _SIZE.match(plain, place)) and (unit := unit_at(plain, size.end())):
            end = size.end() + len(unit.name)
            if plain[end : end + 1].isalnum():
                break
            stated.append((size[0] + unit.name, unit.base, unit.kind))
            written.update(range(place, end))
            joint = _ONE_MORE.match(plain, end)
            place = joint.end() if joint else len(plain)
        if stated:
            found.append((match.start(), stated))
    return found, written


def _of_title(plain: str, start: int) -> Sequence[TableUnit]:
    """Return the unit that the line above a table ends with in brackets: 表一 追回资金（万元）, 按类型（认定金额，万元）：."""
    line = plain[max(0, start - _LONGEST_TITLE) : start].rstrip().rpartition("\n")[2].rstrip("】]〕：:")
    unit = _own_unit(line) if line.endswith((")", "）")) else None
    return [unit] if unit else []


def _fill(grid: Grid, stated: Sequence[TableUnit], units: dict[int, TableUnit]) -> None:
    """Put the unit of each number of a table into ``units``, by each place of its cell."""
    heads: dict[int, tuple[TableUnit | None, Sequence[TableUnit]]] = {}
    beside = _unit_column(grid)
    counts = _count_columns(grid)
    for place, (row, labels) in enumerate(zip(grid.body, grid.row_labels, strict=True)):
        measure = named_unit(row[beside].text) if beside is not None and beside < len(row) else None
        for column, cell in grid.values(place):
            if column not in heads:
                texts = grid.heads(column)
                is_time = any(without_note(one) in _TIMES for one in texts)
                heads[column] = _unit_of(texts), () if is_time else stated
            own, open_to = heads[column]
            fitting = (one for one in open_to if (one[2] is Kind.COUNT) == (column in counts) or not counts)
            unit = own or measure or _unit_of(labels) or next(fitting, None)
            if unit is not None and cell.is_value:
                units.update(dict.fromkeys(range(cell.start, cell.end), unit))


def _count_columns(grid: Grid) -> set[int]:
    """Return the columns of whole numbers in a table in which others name money: 单位：万元 is of those (问题数 | 金额)."""
    columns = range(max(map(len, grid.body)))
    heads = [(without_note(grid.heads(column)[-1]) if grid.heads(column) else "") for column in columns]
    money = {column for column in columns if _MONEY_HEAD.search(heads[column])}
    broken = {
        column
        for row in grid.body
        for column, cell in enumerate(row)
        if cell.is_value and not cell.text.isdigit()
    }
    return set(columns) - money - broken if money else set()


def _unit_column(grid: Grid) -> int | None:
    """Return the column that holds the unit of each row (指标 | 计量单位 | 数值), None where there is none."""
    for column in range(max(map(len, grid.body))):
        named = [row[column].text for row in grid.body if column < len(row) and row[column].text]
        headed = any(without_note(head) in _UNIT_HEADS for head in grid.heads(column))
        if headed and named and all(named_unit(text) for text in named):
            return column
    return None


def named_unit(text: str) -> TableUnit | None:
    """Return the unit that ``text`` names and nothing else, with its size (万元)."""
    match = _SIZED.fullmatch(text)
    unit = unit_at(match[2], 0) if match else None
    if match and unit is not None and len(unit.name) == len(match[2]):
        return match[1] + unit.name, unit.base, unit.kind
    return None


def _unit_of(texts: Sequence[str]) -> TableUnit | None:
    """Return the unit that heads or labels state, the lowest first; None where they state none."""
    return next((unit for text in reversed(texts) if (unit := _own_unit(text))), None)


def _own_unit(text: str) -> TableUnit | None:
    match = _OWN_UNIT.search(text)
    named = named_unit((match[1] or match[3] or "") + (match[2] or match[4])) if match else None
    if named:
        return named
    plain = without_note(text)
    if counted := _COUNTED.search(plain):
        unit = UNITS_BY_NAME[counted[1]]
        return unit.name, unit.base, unit.kind
    return ("%", "%", Kind.PERCENT) if _RATE.search(plain) else None
