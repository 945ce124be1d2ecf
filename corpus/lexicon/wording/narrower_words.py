"""What a report may say of a thing that people ask for by a wider word, read from its table: words in, narrower words out."""

from collections.abc import Mapping
from typing import Final

from corpus.lexicon.tables import read_lexicon

NARROWER_COLUMNS: Final = ("wide", "narrow", "example")


def read_narrower_words() -> dict[str, tuple[str, ...]]:
    """Return the narrower words of each wide one of the table ``narrower_words.tsv``.

    Raises ``UnusableTable`` where a wide word has two rows, or stands among its own narrower ones.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in read_lexicon("wording/narrower_words.tsv", NARROWER_COLUMNS):
        wide, narrow = row["wide"], tuple(row["narrow"].split())
        if wide in found:
            raise row.refuse(f"{wide!r} 已有一行", "this word has a row already")
        if wide in narrow:
            raise row.refuse(f"{wide!r} 不比自己窄", "a word is not narrower than itself")
        found[wide] = narrow
    return found


NARROWER_WORDS: Final[Mapping[str, tuple[str, ...]]] = read_narrower_words()
"""Each wide word with those that a report may say in its place."""
