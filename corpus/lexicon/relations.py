"""Words that relate a turn to what was said before it, read from their table."""

import re
from typing import Final

from corpus.lexicon.function_words import CHANGE_WORDS
from corpus.lexicon.tables import read_sorted_words

RELATION_COLUMNS: Final = ("word", "sort")
"""Columns of the table ``relations.tsv``, which explains them."""

RELATION_SORTS: Final = (
    "plan",
    "earlier",
    "later",
    "gap",
    "apart",
    "sum",
    "rest",
    "mean",
    "yearly",
    "alike",
    "blank",
)
"""The sorts of words in the table, as it explains them."""


def read_relations() -> dict[str, str]:
    """Return the sort of each word of the table ``relations.tsv``; raises ``UnusableTable``."""
    rows = read_sorted_words("relations.tsv", RELATION_COLUMNS, RELATION_SORTS)
    return {row["word"]: row["sort"] for row in rows}


def _pattern(word: str) -> str:
    """Return what finds a word: an English one whole, one that tells two apart not within a verb (增长了 is no 长了)."""
    if word[-1].isascii():
        return rf"\b{re.escape(word)}\b"
    before = {verb[-2] for verb in CHANGE_WORDS if len(verb) > 1 and verb[-1] == word[0]}
    inside = f"(?<![{''.join(sorted(before))}])" if before and _RELATIONS[word] == "apart" else ""
    return inside + re.escape(word)


_RELATIONS: Final = read_relations()
_WORD: Final = re.compile(
    "|".join(_pattern(word) for word in sorted(_RELATIONS, key=len, reverse=True)), re.IGNORECASE
)


def related_words(sort: str) -> tuple[str, ...]:
    """Return the words of one ``sort``, in the order of the table."""
    return tuple(word for word, own in _RELATIONS.items() if own == sort)


def relations_in(text: str) -> tuple[str, ...]:
    """Return the sorts of the relating words that stand in ``text``, each once, in order."""
    return tuple(dict.fromkeys(_RELATIONS[match[0].lower()] for match in _WORD.finditer(text)))


def relating_words(text: str, sort: str) -> tuple[str, ...]:
    """Return the words of a ``sort`` that stand in ``text``, as it writes them, in order."""
    return tuple(match[0] for match in _WORD.finditer(text) if _RELATIONS[match[0].lower()] == sort)


def without_relations(text: str, *sorts: str) -> str:
    """Return ``text`` with its relating words (of these ``sorts``; of all where none is given) left out."""
    return _WORD.sub(
        lambda match: match[0] if sorts and _RELATIONS[match[0].lower()] not in sorts else "", text
    )
