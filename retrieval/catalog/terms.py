"""The catalog's lexical index: terms of passages in, (passage, BM25 score) out, in either database.

SQLite keeps the terms in an FTS5 table without content, which ranks by BM25 itself; to forget a passage
it has to be told the terms again. PostgreSQL keeps them as ``tsvector``; it finds the passages that hold
the question's rarest terms, and BM25 over these is counted here.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, text

K1, B = 1.2, 0.75
"""BM25's saturation and length weights; FTS5 has the same built in."""

_ENOUGH_PASSAGES = 1_500
"""Passages that PostgreSQL ranks for a question; more cost time and hardly ever hold the answer."""

LAST_POSITION = 16_383
"""The greatest position that a ``tsvector`` can hold."""


_MATCH: Final = "SELECT rowid, -bm25(passage_terms) FROM passage_terms WHERE passage_terms MATCH :query"
_BEST: Final = "ORDER BY rank, rowid LIMIT :limit"
_RANKED: Final = text(f"{_MATCH} {_BEST}")
_RANKED_AMONG: Final = text(
    f"{_MATCH} AND rowid IN (SELECT id FROM passages WHERE report IN :reports) {_BEST}"
).bindparams(bindparam("reports", expanding=True))
_HOLDING: Final = text("SELECT term, doc FROM passage_vocabulary WHERE term IN :terms").bindparams(
    bindparam("terms", expanding=True)
)


def add_terms(connection: Connection, passages: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Put passages, each an id with its terms, into the lexical index."""
    if _is_postgres(connection):
        rows: list[dict[str, object]] = [
            {"key": key, "terms": _tsvector(terms), "length": len(terms)} for key, terms in passages
        ]
        values = "(passage, terms, length) VALUES (:key, CAST(:terms AS tsvector), :length)"
    else:
        rows = [{"key": key, "terms": " ".join(terms)} for key, terms in passages]
        values = "(rowid, terms) VALUES (:key, :terms)"
    if rows:
        connection.execute(text(f"INSERT INTO passage_terms {values}"), rows)


def remove_terms(connection: Connection, passages: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Take passages, each with the very terms that it went in with, out of the lexical index."""
    if _is_postgres(connection):
        return  # they go with their passages
    rows = [{"key": key, "terms": " ".join(terms)} for key, terms in passages]
    if rows:
        statement = "INSERT INTO passage_terms (passage_terms, rowid, terms) VALUES ('delete', :key, :terms)"
        connection.execute(text(statement), rows)


def clear_terms(connection: Connection) -> None:
    """Empty the lexical index."""
    if _is_postgres(connection):
        connection.execute(text("DELETE FROM passage_terms"))
    else:
        connection.execute(text("INSERT INTO passage_terms (passage_terms) VALUES ('delete-all')"))


def count_terms(connection: Connection) -> int:
    """Return how many passages the lexical index holds; raises ``DatabaseError`` when it is damaged."""
    if _is_postgres(connection):
        return int(connection.execute(text("SELECT count(*) FROM passage_terms")).scalar_one())
    connection.execute(text("INSERT INTO passage_terms (passage_terms) VALUES ('integrity-check')"))
    return int(connection.execute(text("SELECT count(*) FROM passage_terms_docsize")).scalar_one())


def rank_passages(
    connection: Connection, terms: Sequence[str], limit: int, reports: Sequence[str] = ()
) -> list[tuple[int, float]]:
    """Return up to ``limit`` (passage, BM25 score above 0) of the passages that hold any of the terms.

    Best first. ``reports`` (ids) limits the search to the passages of these.
    """
    if not terms:
        return []
    search = _rank_in_postgres if _is_postgres(connection) else _rank_in_sqlite
    return search(connection, terms, limit, reports)


def count_ranked(connection: Connection) -> int:
    """Return how many passages can be ranked."""
    table = "passage_terms" if _is_postgres(connection) else "passages"
    return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def count_holding(connection: Connection, terms: Sequence[str]) -> dict[str, int]:
    """Return how many passages hold each of the terms."""
    if _is_postgres(connection):
        return _count_passages(connection, terms)
    rows = connection.execute(_HOLDING, {"terms": list(terms)})
    return {**dict.fromkeys(terms, 0), **{str(row.term): int(row.doc) for row in rows}}


def rarity(count: int, total: int) -> float:
    """Return the inverse document frequency of a term that ``count`` of ``total`` passages hold."""
    return math.log(1 + (total - count + 0.5) / (count + 0.5))


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _rank_in_sqlite(
    connection: Connection, terms: Sequence[str], limit: int, reports: Sequence[str]
) -> list[tuple[int, float]]:
    values: dict[str, object] = {"query": " OR ".join(f'"{term}"' for term in terms), "limit": limit}
    if reports:
        values["reports"] = list(reports)
    found = connection.execute(_RANKED_AMONG if reports else _RANKED, values)
    return [(int(key), float(score)) for key, score in found.all()]


def _rank_in_postgres(
    connection: Connection, terms: Sequence[str], limit: int, reports: Sequence[str]
) -> list[tuple[int, float]]:
    total, mean = connection.execute(
        text("SELECT count(*), coalesce(avg(length), 1) FROM passage_terms")
    ).one()
    counts = _count_passages(connection, terms)
    rare = sorted((term for term in terms if counts[term]), key=counts.__getitem__)
    if not reports:
        rare = _rarest(rare, counts)
    if not rare:
        return []
    among = "AND passage IN (SELECT id FROM passages WHERE report = ANY(:reports))" if reports else ""
    rows = connection.execute(
        text(
            "SELECT passage, length, lexeme, cardinality(positions) FROM passage_terms, unnest(terms) "
            f"WHERE terms @@ CAST(:query AS tsquery) {among} AND lexeme = ANY(:terms)"
        ),
        {"query": " | ".join(map(_quote, rare)), "terms": list(terms), "reports": list(reports)},
    )
    scores: defaultdict[int, float] = defaultdict(float)
    for passage, length, term, often in rows:
        weight = rarity(counts[term], total)
        scores[passage] += weight * often * (K1 + 1) / (often + K1 * (1 - B + B * length / float(mean)))
    return sorted(scores.items(), key=lambda row: (-row[1], row[0]))[:limit]


def _count_passages(connection: Connection, terms: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(
        text(
            "SELECT term, (SELECT count(*) FROM passage_terms p WHERE p.terms @@ CAST(query AS tsquery)) "
            "FROM unnest(CAST(:terms AS text[]), CAST(:queries AS text[])) AS asked (term, query)"
        ),
        {"terms": list(terms), "queries": [_quote(term) for term in terms]},
    )
    return {term: int(count) for term, count in rows}


def _rarest(terms: Sequence[str], counts: dict[str, int]) -> list[str]:
    taken: list[str] = []
    reached = 0
    for term in terms:
        reached += counts[term]
        if taken and reached > _ENOUGH_PASSAGES:
            break
        taken.append(term)
    return taken


def _quote(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _tsvector(terms: Sequence[str]) -> str:
    """Write terms as ``tsvector`` text; a lexeme's count of positions is how often the term occurs."""
    return " ".join(
        _quote(term) + ":" + ",".join(str(place) for place in range(1, min(often, LAST_POSITION) + 1))
        for term, often in Counter(terms).items()
    )
