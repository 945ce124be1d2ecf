"""What the cells of tables count: in go a text and its figures, out a ``Cell`` for each figure of a table.

A cell counts what its heads and the labels of its row say (:mod:`corpus.grids`); an organisation or a time among
them is whose it is and when.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.figure import Figure
from corpus.grids import Grid, find_grids, without_note
from corpus.lexicon.table_words import table_words
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.times.periods import find_periods

TOTAL_ROWS = table_words("total")
"""Labels of the rows that add the others up."""
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_NUMBER = re.compile(r"^附?表\s*[\d一二三四五六七八九十]*[\s\u3000：:]*")
_TITLE_END = re.compile(r"(?:情况)?(?:统计)?(?:一览)?表$")
_OWNERS = frozenset({MentionKind.ORGANISATION, MentionKind.REGION})


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of a table counts: its heads and labels, with organisation or period where they name one."""

    metric: str
    org: str = ""
    period: str = ""


def read_cells(text: str, figures: Sequence[Figure]) -> dict[int, Cell]:
    """Return what each figure that stands in a table cell counts, by the figure's start."""
    starts = {figure.start for figure in figures}
    return {start: cell for grid in find_grids(text) for start, cell in _cells(grid, starts)}


def _cells(grid: Grid, starts: set[int]) -> Iterator[tuple[int, Cell]]:
    columns: dict[int, _Said] = {}
    for place in range(len(grid.body)):
        row: _Said | None = None
        for column, cell in grid.values(place):
            if cell.start not in starts:
                continue
            head = columns.setdefault(column, _read(grid.heads(column)))
            row = row or _read(grid.labels_of(place))
            if head.words or row.words or head.is_named or row.is_named:
                yield cell.start, _cell(grid, head, row)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the heads of a column or the labels of a row say: what is counted, whose it is, when."""

    words: tuple[str, ...]
    org: str
    period: str

    @property
    def is_named(self) -> bool:
        return bool(self.org or self.period)


def _read(texts: Sequence[str]) -> _Said:
    words: list[str] = []
    org = period = ""
    for text in map(without_note, texts):
        if not period and (when := _period(text)):
            period = when
        elif not org and _is_organisation(text):
            org = text
        elif text and text not in TOTAL_ROWS and text not in table_words("value"):
            words.append(text)
    return _Said(tuple(words), org, period)


def _period(text: str) -> str:
    """Return the time that a head or label is, "" for one that is something else."""
    if _BARE_YEAR.fullmatch(text):
        return f"{text}年"
    found = find_periods(text)
    return text if found and (found[0].start, found[0].end) == (0, len(text)) else ""


def _is_organisation(text: str) -> bool:
    named = [mention for mention in find_organisations(text) if mention.kind in _OWNERS]
    return (
        bool(named)
        and named[0].end == len(text)
        and not (named[0].start and named[0].kind is MentionKind.REGION)
    )


def _cell(grid: Grid, head: _Said, row: _Said) -> Cell:
    topic = "" if head.words or not head.period else _topic(grid.caption)
    words = dict.fromkeys(part for part in (topic, *row.words, *head.words) if part)
    return Cell("".join(words), row.org or head.org, head.period or row.period)


def _topic(caption: str) -> str:
    """Return what a table's caption is about (附表2　局机关“三公”经费支出情况表 → 局机关“三公”经费支出)."""
    return _TITLE_END.sub("", _TITLE_NUMBER.sub("", without_note(caption)).strip())
