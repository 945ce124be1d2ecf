"""Words that only join, deny or point, read from their table by sort: what a sentence may have or lack, and what not."""

import re
from collections import defaultdict
from typing import Final

from corpus.lexicon.tables import read_lexicon

CONNECTIVE_COLUMNS: Final = ("sort", "words", "example")
CONNECTIVE_SORTS: Final = (
    "link",
    "light",
    "doing",
    "taken",
    "done",
    "denying",
    "pending",
    "alleging",
    "rate",
    "planning",
    "manner",
    "opening",
    "heeded",
    "narrowing",
    "pointing",
    "receiver",
    "former",
    "superseded",
    "corrected",
    "others",
    "unchanged",
    "already",
    "undone",
    "partly",
    "settled",
    "above",
    "below",
    "most",
    "least",
    "whole",
    "alone",
    "counted",
    "listing",
    "total",
    "rest",
    "yearly",
    "outcome",
    "reckoned",
    "being",
    "reached",
    "short",
    "ahead",
    "completed",
    "treating",
    "matter",
    "leaving",
    "involving",
    "framing",
    "furthering",
    "wide",
    "ground",
    "effect",
    "causing",
    "means",
    "afterwards",
    "handing",
    "somebody",
    "meant",
    "ongoing",
    "still",
    "each",
    "house",
)
"""The sorts of words in the table ``connectives.tsv``, as it explains them."""


def read_connectives() -> dict[str, frozenset[str]]:
    """Return the words of each sort in the table ``connectives.tsv``; raises ``UnusableTable``."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_lexicon("wording/connectives.tsv", CONNECTIVE_COLUMNS):
        sort, group = row["sort"], row["words"].split()
        if sort not in CONNECTIVE_SORTS:
            raise row.refuse(f"没有 {sort!r} 这一类", f"no such sort: one of {', '.join(CONNECTIVE_SORTS)}")
        if not any(word in row["example"] for word in group):
            raise row.refuse("例子里没有这一行的词", "the example holds no word of its row")
        words[sort].update(group)
    return {sort: frozenset(words[sort]) for sort in CONNECTIVE_SORTS}


_WORDS: Final = read_connectives()


def connectives(*sorts: str) -> frozenset[str]:
    """Return the words of these sorts."""
    return frozenset(word for sort in sorts for word in _WORDS[sort])


def any_connective(*sorts: str) -> str:
    """Return the source of an expression for any word of these sorts, the longest first."""
    return "|".join(map(re.escape, sorted(connectives(*sorts), key=len, reverse=True)))
