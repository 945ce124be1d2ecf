"""What a reviewer's reply to a finding decides, read from a table of words: a text in, the ruling out."""

import re
from typing import Final

from corpus.lexicon.tables import read_sorted_words

RULING_COLUMNS: Final = ("word", "ruling")
"""Columns of the table ``ruling_words.tsv``, which explains them."""

RULINGS: Final = ("accept", "reject", "reopen")
"""What a reply may decide, as the table explains it."""


def read_ruling_words() -> dict[str, str]:
    """Return what each word decides, in the order of the table; raises ``UnusableTable``."""
    rows = read_sorted_words("ruling_words.tsv", RULING_COLUMNS, RULINGS)
    return {row["word"]: row["ruling"] for row in rows}


_RULINGS: Final = read_ruling_words()
_END: Final = r"(?=[^\w]|\Z)"
_BEGINNING: Final = re.compile(
    rf"[^\w]*({'|'.join(map(re.escape, sorted(_RULINGS, key=len, reverse=True)))})(?:的|了)?{_END}"
)
_DOUBT: Final = re.compile(r"[?？]")


def reply_ruling(text: str) -> tuple[str, str]:
    """Return what a reply decides ("" for nothing: it is a note, or a question) and what it says besides."""
    match = _BEGINNING.match(text.lower())
    if match is None or _DOUBT.search(text):
        return "", text.strip()
    return _RULINGS[match[1]], re.sub(r"\A[^\w]+", "", text[match.end() :]).strip()
