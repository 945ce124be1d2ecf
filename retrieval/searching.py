"""Hybrid search: a query in, hits out; lexical and dense search, each deeper than asked, and their fusion."""

from collections.abc import Callable, Sequence
from typing import Literal

from retrieval.catalog import Catalog
from retrieval.fusion import Place, fuse
from retrieval.hit import Hit
from retrieval.lexical import query_terms

Way = Literal["dense", "lexical"]

Nearest = Callable[[str, int, Sequence[str]], list[tuple[str, float]]]
"""Dense search: a query, how many, and the reports to search among; (passage id, cosine), nearest first."""

DEPTH = 100
"""Passages that each way finds before fusion."""


def search(
    catalog: Catalog,
    nearest: Nearest,
    query: str,
    *,
    k: int,
    reports: Sequence[str] = (),
    ways: Sequence[Way] = ("dense", "lexical"),
) -> list[Hit]:
    """Return the ``k`` best passages, best first; none for a query that says nothing."""
    if strange := set(ways) - {"dense", "lexical"}:
        raise ValueError(f"{', '.join(sorted(strange))}: the ways of searching are dense and lexical")
    if k < 1 or not query_terms(query):
        return []
    depth = max(DEPTH, k)
    lexical = dict(catalog.rank(query, depth, reports)) if "lexical" in ways else {}
    dense = dict(nearest(query, depth, reports)) if "dense" in ways else {}
    found_by = {"dense": set(dense), "lexical": set(lexical)}
    stored = catalog.passages([*{**lexical, **dense}])
    places = {key: Place(one.passage.report, one.passage.start) for key, one in stored.items()}
    hits = []
    for key, score in fuse(lexical, dense, places)[:k]:
        one = stored[key]
        hits.append(
            Hit(
                report=one.passage.report,
                title=one.title,
                section=one.passage.section,
                text=one.passage.text,
                start=one.passage.start,
                end=one.passage.end,
                score=score,
                found_by=tuple(way for way in ways if key in found_by[way]),
                published=one.published,
                source=one.source,
                passage=key,
            )
        )
    return hits
