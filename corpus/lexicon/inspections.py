"""Words by which an opening sentence names whom an inspection inspected, read from their table by sort."""

from dataclasses import dataclass
from typing import Final

from corpus.lexicon.tables import read_lexicon

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
    found: dict[str, InspectionWord] = {}
    for row in read_lexicon("inspections.tsv", _COLUMNS):
        word, sort = row["word"], row["sort"]
        if sort not in INSPECTION_SORTS:
            raise row.refuse(f"没有 {sort!r} 这一类", f"no such sort: one of {', '.join(INSPECTION_SORTS)}")
        if word in found:
            raise row.refuse(f"{word!r} 已有一行", "this word has a row already")
        found[word] = InspectionWord(word, sort, row["example"])
    return tuple(found.values())


INSPECTIONS: Final = read_inspections()


def inspection_words(sort: str) -> tuple[str, ...]:
    """Return the words of a sort, in the table's order."""
    return tuple(one.word for one in INSPECTIONS if one.sort == sort)
