"""How much each term of a question says: terms in, weights or the terms worth looking for out.

Counting the passages that hold a common term, and ranking these, is what a lexical search costs: counts are
kept until the passages change, and in a large index the commonest terms are not looked for.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from retrieval.catalog.reports import read_fact
from retrieval.catalog.terms import count_holding, count_ranked, rarity

_TERMS_KEPT = 20_000
"""Terms whose counts are kept."""

MOST_PASSAGES = 20_000
"""Passages that all terms of a question together may hold; more cost time and hardly ever bring the answer."""


class TermWeights:
    """Counts terms in the catalog's passages, each once as long as the passages stay as they are."""

    def __init__(self) -> None:
        self._known: tuple[int, int, dict[str, int]] = (-1, 0, {})

    def of(self, connection: Connection, terms: Sequence[str]) -> dict[str, float]:
        """Return each term's inverse document frequency."""
        total, counts = self._counted(connection, terms)
        return {term: rarity(counts[term], total) for term in terms}

    def telling(self, connection: Connection, terms: Sequence[str]) -> list[str]:
        """Return the terms worth looking for, in order.

        All are in a small index; in a large one the rarest stay, which weigh most in BM25, up to ``MOST_PASSAGES``.
        """
        _, counts = self._counted(connection, terms)
        kept: set[str] = set()
        reached = 0
        for term in sorted(terms, key=counts.__getitem__):
            if reached and reached + counts[term] > MOST_PASSAGES:
                break
            reached += counts[term]
            kept.add(term)
        return [term for term in terms if term in kept]

    def _counted(self, connection: Connection, terms: Sequence[str]) -> tuple[int, dict[str, int]]:
        at = int(read_fact(connection, "generation") or 0)
        generation, total, counts = self._known
        if generation != at:
            total, counts = count_ranked(connection), {}
        elif len(counts) > _TERMS_KEPT:
            counts = {}
        if new := [term for term in terms if term not in counts]:
            counts = {**counts, **count_holding(connection, new)}
        self._known = (at, total, counts)  # at once: several threads read
        return total, counts
