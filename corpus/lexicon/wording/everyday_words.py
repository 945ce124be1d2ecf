"""How people who ask say it, and how reports write it, read from their table: words in, the word that stands for them out."""

from collections.abc import Mapping
from typing import Final

from corpus.lexicon.tables import read_lexicon

EVERYDAY_COLUMNS: Final = ("report", "people", "example")
_NONE: Final = "-"


def read_everyday_words() -> dict[str, str]:
    """Return each word of the table ``everyday_words.tsv`` with the one that stands for its row.

    Raises ``UnusableTable`` where a word that people say stands in two rows.
    """
    found: dict[str, str] = {}
    people: set[str] = set()
    for row in read_lexicon("wording/everyday_words.tsv", EVERYDAY_COLUMNS):
        first, *others = row["report"].split()
        said = [] if row["people"] == _NONE else row["people"].split()
        if not others and not said:
            raise row.refuse("一行要有两个以上的词", "a row needs two words")
        for word in said:
            if word in people:
                raise row.refuse(f"{word!r} 已有一行", "this word has a row already")
        people.update(said)
        found |= dict.fromkeys((*said, *others), first)
    return found


EVERYDAY_WORDS: Final[Mapping[str, str]] = read_everyday_words()
"""Each word with the one that stands for all of its row."""
