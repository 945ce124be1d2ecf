"""Words of one sort of which a thing is one and not the other, read from their table: a question and a wording in, yes or no out."""

from typing import Final

from corpus.lexicon.tables import read_lexicon

SORTS_APART_COLUMNS: Final = ("sort", "words", "question", "counted")


def _read() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(tuple(alike.split("/")) for alike in row["words"].split())
        for row in read_lexicon("wording/sorts_apart.tsv", SORTS_APART_COLUMNS)
    )


_SORTS: Final = _read()


def is_sort_apart(asked: str, told: str) -> bool:
    """Whether ``asked`` says a word of a sort, and ``told`` only others of it: 县级河长, 市级河长."""
    for row in _SORTS:
        mine = {place for place, words in enumerate(row) if any(word in asked for word in words)}
        if mine:
            theirs = {place for place, words in enumerate(row) if any(word in told for word in words)}
            if theirs and not mine & theirs:
                return True
    return False
