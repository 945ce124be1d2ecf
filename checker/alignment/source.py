"""What stands around the statements of an evidence, read when it is asked for and kept: ``Source``."""

from collections.abc import Callable, Sequence
from typing import Protocol

from checker.alignment.wording import Surroundings, pairs, surroundings
from corpus.figure import Statement


class Source:
    """Reads what stands around the statements of an evidence, a sentence at a time, when it is asked for.

    ``beside`` gives the statements of a statement's sentence, in order, ``before`` the sentence before it.
    """

    def __init__(
        self, beside: Callable[[Statement], Sequence[Statement]], before: Callable[[Statement], str]
    ) -> None:
        self._beside = beside
        self._before = before
        self._known: dict[Statement, Surroundings] = {}
        self._pairs: dict[str, frozenset[str]] = {}

    def pairs(self, text: str) -> frozenset[str]:
        """Return the pairs of a text of the evidence; its names, times and clauses come up with one claim after another."""
        known = self._pairs.get(text)
        if known is None:
            known = self._pairs[text] = pairs(text)
        return known

    def around(self, statement: Statement) -> Surroundings:
        """Return what stands around a statement of the evidence."""
        known = self._known.get(statement)
        if known is None:
            sentence = self._beside(statement)
            around = surroundings(sentence, self._before(statement), self.pairs)
            self._known.update(zip(sentence, around, strict=True))
            known = self._known[statement]
        return known


class Candidates(Protocol):
    """What an evidence gives to align with."""

    @property
    def source(self) -> Source:
        """What stands around its statements."""

    def nearest(self, claim: Statement, most: int) -> Sequence[Statement]:
        """Return at most ``most`` statements that share the most words with the claim, or its quantity."""

    def of_value(self, claim: Statement, most: int | None = None) -> Sequence[Statement]:
        """Return the statements with the claim's value, whatever they count; the first ``most`` of them."""

    def beside(self, statement: Statement) -> Sequence[Statement]:
        """Return the statements of the sentence of another, in order."""

    def around(self, statement: Statement, reach: int) -> Sequence[Statement]:
        """Return the statements within ``reach`` characters of another's sentence."""
