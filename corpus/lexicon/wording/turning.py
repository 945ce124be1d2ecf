"""Words that make another statement of the one that they stand in, read from their table by sort."""

from collections import defaultdict
from typing import Final

from corpus.lexicon.tables import read_lexicon

TURNING_COLUMNS: Final = ("sort", "words", "example")
TURNING_SORTS: Final = ("deed", "rate", "time", "doubt", "left", "leaves", "new", "newly")
"""The sorts of words in the table ``turning.tsv``, as it explains them."""


def read_turning() -> dict[str, tuple[str, ...]]:
    """Return the words of each sort in the table ``turning.tsv``, in its order; raises ``UnusableTable``."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_lexicon("wording/turning.tsv", TURNING_COLUMNS):
        sort, group = row["sort"], row["words"].split()
        if sort not in TURNING_SORTS:
            raise row.refuse(f"没有 {sort!r} 这一类", f"no such sort: one of {', '.join(TURNING_SORTS)}")
        if not any(word in row["example"] for word in group):
            raise row.refuse("例子里没有这一行的词", "the example holds no word of its row")
        words[sort] += group
    return {sort: tuple(words[sort]) for sort in TURNING_SORTS}


TURNING: Final = read_turning()
"""The words by sort."""
