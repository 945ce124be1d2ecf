"""The tables of a PDF's page: its rules, or its lines of cells, in; the place of each cell, empty ones too, out.

Lengths are points from the page's lower left corner.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pdfminer.layout import LTCurve, LTLine, LTPage, LTRect

_THIN = 3.0
_LEAST_RULE = 8.0
_NEAR = 2.5
_LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class PageCell:
    """A piece of text with the box that it stands in."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class PageRow:
    """A line of a page; its ``cells`` stand side by side, empty ones included, in the box of the whole line."""

    cells: tuple[PageCell, ...]
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """Return the height of the line."""
        return self.top - self.bottom

    @property
    def text(self) -> str:
        """Return the texts of the cells, tabs between them."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table that rules make: where its upright rules stand, from the left, and its level ones, from below."""

    across: tuple[float, ...]
    upwards: tuple[float, ...]

    def holds(self, cell: PageCell) -> bool:
        """Whether the middle of ``cell`` lies within the table."""
        x, y = (cell.left + cell.right) / 2, (cell.bottom + cell.top) / 2
        return self.across[0] < x < self.across[-1] and self.upwards[0] < y < self.upwards[-1]

    def rows(self, cells: Iterable[PageCell]) -> Iterator[PageRow]:
        """Yield the rows that ``cells``, all within the table, make, from the top; a cell's lines are one text."""
        placed: dict[int, dict[int, list[PageCell]]] = {}
        for cell in cells:
            row = bisect_right(self.upwards, (cell.bottom + cell.top) / 2)
            column = bisect_right(self.across, (cell.left + cell.right) / 2)
            placed.setdefault(row, {}).setdefault(column, []).append(cell)
        for row in sorted(placed, reverse=True):
            yield self._row(row, placed[row])

    def _row(self, row: int, placed: dict[int, list[PageCell]]) -> PageRow:
        bottom, top = self.upwards[row - 1], self.upwards[row]
        cells = []
        for column in range(1, len(self.across)):
            lines = sorted(placed.get(column, ()), key=lambda cell: (-round(cell.top), cell.left))
            text = "".join(cell.text for cell in lines)
            cells.append(PageCell(text, self.across[column - 1], self.across[column], bottom, top))
        return PageRow(tuple(cells), self.across[0], self.across[-1], bottom, top)


def ruled_tables(page: LTPage) -> list[RuledTable]:
    """Return the tables of a page whose cells are set apart by rules both ways."""
    boxes = [part.bbox for part in page if isinstance(part, (LTLine, LTRect, LTCurve))]
    upright = [(x, low, high) for box in boxes for x, low, high in _upright(*box)]
    level = [(y, low, high) for box in boxes for y, low, high in _level(*box)]
    found: list[RuledTable] = []
    for low, high in _merged((low, high) for _, low, high in upright):
        inside = [x for x, bottom, top in upright if bottom >= low - _NEAR and top <= high + _NEAR]
        crossing = [rule for rule in level if low - _NEAR <= rule[0] <= high + _NEAR]
        across, upwards = _distinct(inside), _distinct(y for y, _, _ in crossing)
        upwards = tuple(y for y in upwards if _is_long(y, crossing, across))
        if len(across) >= _LEAST_LINES and len(upwards) >= _LEAST_LINES:
            found.append(RuledTable(across, upwards))
    return found


def in_columns(rows: Sequence[PageRow]) -> list[PageRow]:
    """Return the rows of a page with empty cells where a line of a table without rules leaves a column out."""
    found: list[PageRow] = []
    run: list[PageRow] = []
    for row in [*rows, None]:
        if row is not None and len(row.cells) > 1:
            run.append(row)
            continue
        found += _run_in_columns(run)
        run = []
        if row is not None:
            found.append(row)
    return found


def _run_in_columns(run: Sequence[PageRow]) -> list[PageRow]:
    if len(run) < _LEAST_LINES:
        return list(run)
    model = max(run, key=lambda row: len(row.cells))
    if any(not cell.text for row in run for cell in row.cells):
        return list(run)  # set right by its rules
    return [row if len(row.cells) == len(model.cells) else _under(model, row) for row in run]


def _under(model: PageRow, row: PageRow) -> PageRow:
    placed: dict[int, PageCell] = {}
    for cell in row.cells:
        near = min(range(len(model.cells)), key=lambda at: _apart(model.cells[at], cell))
        if near in placed:
            return row
        placed[near] = cell
    cells = (placed.get(at, replace(one, text="")) for at, one in enumerate(model.cells))
    return replace(row, cells=tuple(cells))


def _apart(one: PageCell, other: PageCell) -> float:
    middles = abs(one.left + one.right - other.left - other.right) / 2
    return min(abs(one.left - other.left), abs(one.right - other.right), middles)


def _upright(left: float, bottom: float, right: float, top: float) -> Iterator[tuple[float, float, float]]:
    """Yield the upright edges of a rule or a box: where each stands, from where to where."""
    if top - bottom >= _LEAST_RULE:
        for x in {left, right} if right - left > _THIN else {left}:
            yield x, bottom, top


def _level(left: float, bottom: float, right: float, top: float) -> Iterator[tuple[float, float, float]]:
    if right - left >= _LEAST_RULE:
        for y in {bottom, top} if top - bottom > _THIN else {bottom}:
            yield y, left, right


def _is_long(y: float, level: Iterable[tuple[float, float, float]], across: tuple[float, ...]) -> bool:
    """Whether the level rules at ``y`` cover half of the table's width and more: a mark behind words does not."""
    covered = _merged((low, high) for place, low, high in level if abs(place - y) <= _NEAR)
    return 2 * sum(high - low for low, high in covered) >= across[-1] - across[0]


def _merged(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the stretches that overlapping spans cover."""
    found: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + _NEAR:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)
