"""How many words a claim shares with each of many statements: a word leads to all that have it, and none is read twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checker.comparison.features import Features

StatementPlaces = NDArray[np.int32]
"""StatementPlaces of statements among those that were read, in order."""

NOWHERE: Final = np.zeros(0, np.int32)
"""The places of no statement."""
_OWN, _AROUND = 2, 1
"""What a word of the metric counts for that both have, and one of the sentence."""


class Postings:
    """Which of some statements have a word, in their metric or in their sentence, which several share."""

    def __init__(self, read: Sequence[Features]) -> None:
        self._size = len(read)
        contexts: dict[frozenset[str], int] = {}
        self._context = np.array(
            [contexts.setdefault(known.context, len(contexts)) for known in read], np.int32
        )
        self._sentence = _Words(contexts)
        self._metric = _Words(known.parts for known in read)
        self._bare = _Words(() if known.parts else known.context for known in read)
        self._counted: tuple[Features, NDArray[np.int32]] | None = None

    def with_any(self, words: Iterable[str], enough: int) -> StatementPlaces:
        """Return the statements whose metric has any of ``words``, of one without a metric its sentence.

        Those with the rarest words come first; the commonest are left out where ``enough`` are found.
        """
        taken = np.zeros(self._size, bool)
        found: list[StatementPlaces] = []
        count = 0
        for held in sorted(map(self._telling, sorted(words)), key=len):
            if count >= enough:
                break
            fresh = held[~taken[held]]
            taken[fresh] = True
            found.append(fresh)
            count += len(fresh)
        return np.concatenate(found) if found else NOWHERE

    def _telling(self, word: str) -> StatementPlaces:
        """Return the statements that a word tells something of: its metric has it, or it has none and its sentence does."""
        counted, bare = self._metric.with_word(word), self._bare.with_word(word)
        return np.sort(np.concatenate((counted, bare))) if len(bare) else counted

    def shared(self, mine: Features) -> NDArray[np.int32]:
        """Return for each statement how many words of its metric and of its sentence ``mine`` has too.

        One claim asks several times in a row, and is counted once.
        """
        counted = self._counted
        if counted is None or counted[0] is not mine:
            around = np.zeros(len(self._context), np.int32)
            for word in mine.context:
                around[self._sentence.with_word(word)] += _AROUND
            counts = around[self._context]
            for word in mine.parts:
                counts[self._metric.with_word(word)] += _OWN
            self._counted = counted = mine, counts
        return counted[1]


def greatest(found: StatementPlaces, weights: NDArray[np.int32], most: int) -> StatementPlaces:
    """Return at most ``most`` of the places ``found``, those of the greatest weights first, of equals the first found."""
    return found[np.argsort(-weights, kind="stable")[:most]]


def unrepeated(found: StatementPlaces) -> StatementPlaces:
    """Return the places ``found`` with each of them once, where it comes first."""
    return found[np.sort(np.unique(found, return_index=True)[1])]


class _Words:
    """The statements by their words; an array is made of a word's when it is first asked for, as few are."""

    def __init__(self, read: Iterable[Iterable[str]]) -> None:
        self._held: defaultdict[str, list[int]] = defaultdict(list)
        self._asked: dict[str, StatementPlaces] = {}
        for place, words in enumerate(read):
            for word in words:
                self._held[word].append(place)

    def with_word(self, word: str) -> StatementPlaces:
        known = self._asked.get(word)
        if known is None:
            known = self._asked[word] = np.array(self._held.get(word, ()), np.int32)
        return known
