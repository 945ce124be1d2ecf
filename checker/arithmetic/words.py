"""Words by which a text says that a figure is reckoned from others, read from their table."""

import re
from collections import defaultdict
from typing import Final

from corpus.lexicon.tables import read_lexicon

_COLUMNS: Final = ("word", "use", "example")
ARITHMETIC_USES: Final = ("than", "more", "less", "sum", "mean", "relative", "again", "rest", "count")
"""What the words are used for, as the table explains it."""


def read_arithmetic_words() -> dict[str, tuple[str, ...]]:
    """Return the words of each use, in the order of the table ``arithmetic_words.tsv``; raises ``UnusableTable``."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_lexicon("arithmetic_words.tsv", _COLUMNS):
        word, use = row["word"], row["use"]
        if use not in ARITHMETIC_USES:
            raise row.refuse(f"没有 {use!r} 这种用法", f"no such use: one of {', '.join(ARITHMETIC_USES)}")
        if word in words[use]:
            raise row.refuse(f"{word!r} 已有一行", "this word has a row already")
        if word not in row["example"]:
            raise row.refuse(f"例子里没有 {word!r}", "the example does not hold the word")
        words[use].append(word)
    return {use: tuple(words[use]) for use in ARITHMETIC_USES}


_WORDS: Final = read_arithmetic_words()


def arithmetic_words(*uses: str) -> tuple[str, ...]:
    """Return the words of these uses, in the table's order."""
    return tuple(word for use in uses for word in _WORDS[use])


def any_arithmetic_word(*uses: str) -> str:
    """Return the source of an expression for any word of these uses, the longest first."""
    return "|".join(map(re.escape, sorted(arithmetic_words(*uses), key=len, reverse=True)))
