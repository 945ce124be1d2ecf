"""What leads a turn in, read from its table: words and the sort of each."""

from typing import Final

from corpus.lexicon.tables import read_lexicon

LEAD_IN_COLUMNS: Final = ("words", "sort")
"""Columns of the table ``lead_ins.tsv``, which explains them."""

LEAD_IN_SORTS: Final = ("polite", "bound", "verb", "correct", "refuted", "link", "part", "anaphor")
"""The sorts of words in the table, as it explains them."""


def read_lead_ins() -> dict[str, str]:
    """Return the sort of each row of the table ``lead_ins.tsv``; raises ``UnusableTable``."""
    found: dict[str, str] = {}
    for row in read_lexicon("lead_ins.tsv", LEAD_IN_COLUMNS):
        if row["sort"] not in LEAD_IN_SORTS:
            sorts = ", ".join(LEAD_IN_SORTS)
            raise row.refuse(f"没有 {row['sort']!r} 这一类", f"no such sort: one of {sorts}")
        if row["words"] in found:
            raise row.refuse(f"{row['words']!r} 已有一行", "these words have a row already")
        found[row["words"]] = row["sort"]
    return found


LEAD_INS: Final = read_lead_ins()
"""The sort of each lead-in, in the order of the table."""
