"""Hybrid search: a query in, hits out; lexical and dense search, each deeper than asked, and their fusion."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, Literal

from retrieval.catalog.catalog import Catalog
from retrieval.hit import Hit
from retrieval.lexical import SentenceMatch, query_terms
from retrieval.search.fusion import FoundPassage, fuse

SearchWay = Literal["dense", "lexical"]

BOTH: Final[tuple[SearchWay, ...]] = ("dense", "lexical")

Nearest = Callable[[str, int, Sequence[str]], list[tuple[str, float]]]
"""Dense search: a query, how many, and the reports to search among; (passage id, cosine), nearest first."""

_THREADS = ThreadPoolExecutor(4, "lexical")
"""The database ranks while the model embeds: both work without holding up the other's thread."""

DEPTH = 50
"""Passages that each way finds before fusion."""


def search(
    catalog: Catalog,
    nearest: Nearest,
    query: str,
    *,
    k: int,
    reports: Sequence[str] = (),
    ways: Sequence[SearchWay] = BOTH,
) -> list[Hit]:
    """Return the ``k`` best passages, best first; none for a query that says nothing."""
    if strange := set(ways) - set(BOTH):
        raise ValueError(f"{', '.join(sorted(strange))}: the ways of searching are dense and lexical")
    terms = query_terms(query)
    if k < 1 or not terms:
        return []
    depth = max(DEPTH, k)
    ranking = _THREADS.submit(catalog.rank, terms, depth, reports) if "lexical" in ways else None
    try:
        dense = dict(nearest(query, depth, reports)) if "dense" in ways else {}
    finally:
        lexical = dict(ranking.result()) if ranking else {}
    match = SentenceMatch(catalog.weights(terms) if lexical else {})
    texts = catalog.passage_texts([*{**lexical, **dense}])
    candidates = [
        FoundPassage(
            passage=key,
            report=one.report,
            start=one.start,
            lexical=lexical.get(key, 0.0),
            sentence=match.best(one.text),
            cosine=dense.get(key),
        )
        for key, one in texts.items()
    ]
    best = fuse(candidates)[:k]
    stored = catalog.passages([key for key, _ in best])
    hits = []
    for key, score in best:
        if (one := stored.get(key)) is None:
            continue  # taken out in between
        hits.append(
            Hit(
                report=one.passage.report,
                title=one.title,
                section=one.passage.section,
                text=one.passage.text,
                start=one.passage.start,
                end=one.passage.end,
                score=score,
                found_by=tuple(way for way in ways if key in (dense if way == "dense" else lexical)),
                published=one.published,
                source=one.source,
                passage=key,
            )
        )
    return hits
