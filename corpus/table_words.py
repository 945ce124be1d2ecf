"""Words of the heads and labels of tables, read from their table: which say when, which nothing, which a sum."""

from typing import Final

from corpus.lexicon.tables import read_lexicon

_COLUMNS: Final = ("word", "sort", "example")
"""Columns of the table ``table_words.tsv``, which explains them."""

TABLE_SORTS: Final = ("serial", "time", "unit", "value", "total")
"""The sorts of words in the table, as it explains them."""


def read_table_words() -> dict[str, frozenset[str]]:
    """Return the words of each sort of the table ``table_words.tsv``; raises ``UnusableTable``."""
    words: dict[str, set[str]] = {sort: set() for sort in TABLE_SORTS}
    for row in read_lexicon("table_words.tsv", _COLUMNS):
        word, sort = row["word"], row["sort"]
        if sort not in words:
            raise row.refuse(f"没有 {sort!r} 这一类", f"no such sort: one of {', '.join(TABLE_SORTS)}")
        if any(word in known for known in words.values()):
            raise row.refuse(f"{word!r} 已有一行", "this word has a row already")
        if word not in row["example"]:
            raise row.refuse(f"例子里没有 {word!r}", "the example does not hold the word")
        words[sort].add(word)
    return {sort: frozenset(known) for sort, known in words.items()}


_WORDS: Final = read_table_words()


def table_words(sort: str) -> frozenset[str]:
    """Return the words of a sort."""
    return _WORDS[sort]
