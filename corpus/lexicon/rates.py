"""Words of shares and rates, read from their table: what says that a figure is a part of a whole, and what asks so."""

import re
from collections import defaultdict
from typing import Final

from corpus.lexicon.tables import read_sorted_words

COLUMNS: Final = ("word", "sort", "example")
"""Columns of the table ``rates.tsv``, which explains them."""

RATE_SORTS: Final = ("share", "rate", "ratio", "level", "verb", "percent", "fraction", "asked", "overall")
"""The sorts of words in the table, as it explains them."""


def read_rate_words() -> dict[str, tuple[str, ...]]:
    """Return the words of each sort, in the order of the table ``rates.tsv``; raises ``UnusableTable``."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_sorted_words("rates.tsv", COLUMNS, RATE_SORTS):
        if row["word"] not in row["example"]:
            raise row.refuse(f"例子里没有 {row['word']!r}", "the example does not hold the word")
        words[row["sort"]].append(row["word"])
    return {sort: tuple(words[sort]) for sort in RATE_SORTS}


_WORDS: Final = read_rate_words()


def rate_words(*sorts: str) -> tuple[str, ...]:
    """Return the words of these sorts, in the table's order."""
    return tuple(word for sort in sorts for word in _WORDS[sort])


_ASKED: Final = tuple(
    (re.compile(rf"{word[0]}不{word}|{word}(?:不{word}|吗|么|不)(?=[？?。！!\s]*$)"), f"{word}率是多少")
    for word in rate_words("asked")
)


def rate_asked(text: str) -> str:
    """Return a text that asks whether something is so with the rate of it asked for: 老百姓满不满意 is 老百姓满意率是多少."""
    for pattern, asked in _ASKED:
        text = pattern.sub(asked, text)
    return text


def any_rate_word(*sorts: str) -> str:
    """Return the source of an expression for any word of these sorts, the longest first."""
    return "|".join(map(re.escape, sorted(rate_words(*sorts), key=len, reverse=True)))
