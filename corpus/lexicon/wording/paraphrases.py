"""Words and phrases that say the same in a report, read from their table."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from corpus.lexicon.tables import read_lexicon

PARAPHRASE_COLUMNS: Final = ("words", "example")


def read_paraphrases() -> dict[str, frozenset[str]]:
    """Return each word of the table ``paraphrases.tsv`` with all that may stand for it; raises ``UnusableTable``."""
    others: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_lexicon("wording/paraphrases.tsv", PARAPHRASE_COLUMNS):
        group = row["words"].split()
        if len(group) < len(set(group)) or len(set(group)) < 2:
            raise row.refuse("一行要有两个以上不同的词", "a row needs two different words")
        for word in group:
            others[word].update(one for one in group if one != word)
    return {word: frozenset(same) for word, same in others.items()}


PARAPHRASES: Final[Mapping[str, frozenset[str]]] = read_paraphrases()
"""Each word with those that say the same."""
LONGEST_PHRASE: Final = max(map(len, PARAPHRASES))
"""The characters of the longest."""


def says(text: str, word: str) -> bool:
    """Whether a text has a word, or another that says the same."""
    return word in text or any(other in text for other in PARAPHRASES.get(word, ()))
