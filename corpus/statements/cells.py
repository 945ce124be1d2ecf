"""What the cells of tables count: in go a text and its figures, out a ``Cell`` for each figure of a table.

A cell counts what its heads and the labels of its row say (:mod:`corpus.grids`); an organisation or a time among
them is whose it is and when.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from corpus.figure import Figure
from corpus.grids import Grid, find_grids, without_note
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.structure.member_labels import member_labels
from corpus.table_words import table_words
from corpus.times.periods import find_periods
from corpus.words import segmenter

TOTAL_ROWS = table_words("total")
"""Labels of the rows that add the others up."""
_VALUES = table_words("value")
_OF_DEEDS = {"v", "d"}
"""Tags of the words of a head that is a deed: verbs and adverbs (已整改)."""
_OVER_ALL = TOTAL_ROWS - {"小计"}
_GROUP_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_NUMBER = re.compile(r"^附?表\s*[\d一二三四五六七八九十]*[\s\u3000：:]*")
_TITLE_END = re.compile(r"(?:情况|统计|一览|汇总|明细|台账|如下)*表?(?:如下)?[：:]?$|^.*(?:通报|公告|报告)$")
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
    grids = find_grids(text)
    members = frozenset(member_labels(text) if grids else ())
    return {start: cell for grid in grids for start, cell in _cells(grid, starts, members)}


def _cells(grid: Grid, starts: Set[int], members: Set[str]) -> Iterator[tuple[int, Cell]]:
    columns: dict[int, _Said] = {}
    is_turned = _is_turned(grid)
    for place in range(len(grid.body)):
        row: _Said | None = None
        for column, cell in grid.values(place):
            if cell.start not in starts:
                continue
            head = columns.setdefault(column, _read(_in_reading_order(grid.heads(column)), members))
            row = row or _read(_labels(grid, place), members)
            if head.words or row.words or head.is_named or row.is_named:
                yield cell.start, _cell(grid, head, row, is_turned)


def _labels(grid: Grid, place: int) -> tuple[str, ...]:
    """Return the labels of a row, after the organisation whose group it stands in; a sum over all is in none."""
    labels = grid.row_labels[place]
    group = _GROUP_NUMBER.sub("", grid.group_of(place))
    inside = _is_organisation(group) and not any(label in _OVER_ALL for label in labels)
    return (group, *labels) if inside else labels


@dataclass(frozen=True, slots=True)
class _Said:
    """What the heads of a column or the labels of a row say: what is counted, whose it is, when."""

    words: tuple[str, ...]
    org: str
    period: str

    @property
    def is_named(self) -> bool:
        return bool(self.org or self.period)


def _read(texts: Sequence[str], members: Set[str]) -> _Said:
    words: list[str] = []
    org = period = ""
    for text in map(without_note, texts):
        if not period and (when := _period(text)):
            period = when
        elif text.startswith(org) and (text in members or _is_organisation(text)):
            org = text
        elif text and text not in TOTAL_ROWS:
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


def _cell(grid: Grid, head: _Said, row: _Said, is_turned: bool) -> Cell:
    topic = "" if head.words or not head.period else _topic(grid.caption)
    said = (*head.words, *row.words) if is_turned else (*row.words, *head.words)
    words = dict.fromkeys(part for part in (topic, *said) if part)
    telling = [word for word in words if word not in _VALUES] or words
    return Cell("".join(telling), row.org or head.org, head.period or row.period)


def _is_turned(grid: Grid) -> bool:
    """Whether the rows say what is counted and the columns whose it is: labels state units, and no head does."""
    heads = [head for column, _ in grid.values(0) for head in grid.heads(column)]
    labels = chain.from_iterable(grid.row_labels)
    return any(without_note(one) != one for one in labels) and all(without_note(one) == one for one in heads)


def _in_reading_order(heads: Sequence[str]) -> list[str]:
    """Return stacked heads as a sentence has them: what was done before what it was done to (问题 over 发现)."""
    ordered: list[str] = []
    for head in heads:
        ordered.insert(0 if ordered and _is_deed(without_note(head)) else len(ordered), head)
    return ordered


def _is_deed(head: str) -> bool:
    tags = [tag for _, tag in segmenter().tag(head)]
    return bool(tags) and tags[-1] == "v" and set(tags) <= _OF_DEEDS


def _topic(caption: str) -> str:
    """Return what a table's caption is about (附表2　局机关“三公”经费支出情况表 → 局机关“三公”经费支出)."""
    return _TITLE_END.sub("", _TITLE_NUMBER.sub("", without_note(caption)).strip())
