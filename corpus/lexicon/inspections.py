"""Words by which an opening sentence names whom an inspection inspected, read from their table by sort."""

from dataclasses import dataclass
from typing import Final

from corpus.lexicon.tables import read_sorted_words

_COLUMNS: Final = ("word", "sort", "example")
INSPECTION_SORTS: Final = ("kind", "begin", "tell", "told")
"""Sorts of words, as the table ``inspections.tsv`` explains them."""


@dataclass(frozen=True, slots=True)
class InspectionWord:
    """A row of the table; ``example`` is an opening that names 临河市财政局 as the inspected one."""

    word: str
    sort: str
    example: str


def read_inspections() -> tuple[InspectionWord, ...]:
    """Return the rows of the table, in its order; raises ``UnusableTable``."""
    rows = read_sorted_words("inspections.tsv", _COLUMNS, INSPECTION_SORTS)
    return tuple(InspectionWord(row["word"], row["sort"], row["example"]) for row in rows)


INSPECTIONS: Final = read_inspections()


def inspection_words(sort: str) -> tuple[str, ...]:
    """Return the words of a sort, in the table's order."""
    return tuple(one.word for one in INSPECTIONS if one.sort == sort)
