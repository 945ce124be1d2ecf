"""Words of shares and rates, read from their table: what says that a figure is a part of a whole, and what asks so."""

import re
from collections import defaultdict
from typing import Final

from corpus.lexicon.tables import read_lexicon

COLUMNS: Final = ("word", "sort", "example")
"""Columns of the table ``rates.tsv``, which explains them."""

RATE_SORTS: Final = ("share", "rate", "ratio", "level", "verb", "percent", "fraction")
"""The sorts of words in the table, as it explains them."""


def read_rate_words() -> dict[str, tuple[str, ...]]:
    """Return the words of each sort, in the order of the table ``rates.tsv``; raises ``UnusableTable``."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    sorts: dict[str, str] = {}
    for row in read_lexicon("rates.tsv", COLUMNS):
        word, sort = row["word"], row["sort"]
        if sort not in RATE_SORTS:
            raise row.refuse(f"没有 {sort!r} 这一类", f"no such sort: one of {', '.join(RATE_SORTS)}")
        if word in sorts:
            raise row.refuse(f"{word!r} 已有一行", "this word has a row already")
        if word not in row["example"]:
            raise row.refuse(f"例子里没有 {word!r}", "the example does not hold the word")
        sorts[word] = sort
        words[sort].append(word)
    return {sort: tuple(words[sort]) for sort in RATE_SORTS}


_WORDS: Final = read_rate_words()


def rate_words(*sorts: str) -> tuple[str, ...]:
    """Return the words of these sorts, in the table's order."""
    return tuple(word for sort in sorts for word in _WORDS[sort])


def any_rate_word(*sorts: str) -> str:
    """Return the source of an expression for any word of these sorts, the longest first."""
    return "|".join(map(re.escape, sorted(rate_words(*sorts), key=len, reverse=True)))
