"""How much a word says: a word in, its rarity among the passages of an index out.

What few passages say (a name, a code) tells a passage apart; what all say tells nothing.
"""

from typing import TYPE_CHECKING, Final

from retrieval.lexical import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.index import Index

EVEN: Final = 1.0
"""What every word says where no index tells."""

_MOST: Final = 20_000
"""Words kept at hand; beyond, all are looked up anew."""

_NOWHERE: Final = "_"
"""A term that no passage has: as rare as can be."""


class WordWeights:
    """Tells how rare words are, 0 to 1, and keeps what it looked up; one for each generation of an index."""

    def __init__(self, index: "Index | None" = None) -> None:
        """Count in the passages of ``index``; without one every word says as much as any other."""
        self._index = index
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        """Return how much ``word`` says, 0 to 1: 1 where no passage has it."""
        self.learn([word])
        return self._known.get(word, EVEN)

    def learn(self, words: "Iterable[str]") -> None:
        """Look up all of ``words`` at once."""
        missing = [word for word in dict.fromkeys(words) if word not in self._known]
        if self._index is None or not missing:
            return
        if len(self._known) > _MOST:
            self._known.clear()
        terms = {word: _pairs(word) for word in missing}
        rarity = self._index.weights([_NOWHERE, *{term for found in terms.values() for term in found}])
        most = rarity[_NOWHERE] or 1.0
        for word, found in terms.items():
            self._known[word] = max((rarity[term] for term in found), default=most) / most


def _pairs(word: str) -> list[str]:
    """Return the terms of a word that stand in every passage that has it, however the passage is cut."""
    return [term for term in index_terms(word) if term.startswith("_")]
