"""What leads a turn in, read from its table: words and the sort of each."""

from typing import Final

from corpus.lexicon.tables import read_sorted_words

LEAD_IN_COLUMNS: Final = ("words", "sort")
"""Columns of the table ``lead_ins.tsv``, which explains them."""

LEAD_IN_SORTS: Final = ("polite", "bound", "verb", "correct", "refuted", "link", "part", "claim", "anaphor")
"""The sorts of words in the table, as it explains them."""


def read_lead_ins() -> dict[str, str]:
    """Return the sort of each row of the table ``lead_ins.tsv``; raises ``UnusableTable``."""
    rows = read_sorted_words("lead_ins.tsv", LEAD_IN_COLUMNS, LEAD_IN_SORTS)
    return {row["words"]: row["sort"] for row in rows}


LEAD_INS: Final = read_lead_ins()
"""The sort of each lead-in, in the order of the table."""


def any_lead_in(sort: str) -> str:
    """Return the source of an expression for any lead-in of a sort, the longest first."""
    return "|".join(sorted(lead_ins(sort), key=len, reverse=True))


def lead_ins(sort: str) -> tuple[str, ...]:
    """Return the lead-ins of a sort, in the order of the table."""
    return tuple(words for words, one in LEAD_INS.items() if one == sort)
