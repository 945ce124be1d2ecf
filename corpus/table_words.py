"""Words of the heads and labels of tables, read from their table: which say when, which nothing, which a sum."""

from typing import Final

from corpus.lexicon.tables import read_sorted_words

_COLUMNS: Final = ("word", "sort", "example")
"""Columns of the table ``table_words.tsv``, which explains them."""

TABLE_SORTS: Final = ("serial", "time", "unit", "value", "total")
"""The sorts of words in the table, as it explains them."""


def read_table_words() -> dict[str, frozenset[str]]:
    """Return the words of each sort of the table ``table_words.tsv``; raises ``UnusableTable``."""
    words: dict[str, set[str]] = {sort: set() for sort in TABLE_SORTS}
    for row in read_sorted_words("table_words.tsv", _COLUMNS, TABLE_SORTS):
        if row["word"] not in row["example"]:
            raise row.refuse(f"例子里没有 {row['word']!r}", "the example does not hold the word")
        words[row["sort"]].add(row["word"])
    return {sort: frozenset(known) for sort, known in words.items()}


_WORDS: Final = read_table_words()


def table_words(sort: str) -> frozenset[str]:
    """Return the words of a sort."""
    return _WORDS[sort]
