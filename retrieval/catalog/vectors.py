"""The catalog's vectors: those of passages by their ids, and those that a text already has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Engine, select

from retrieval.catalog.opening import batches, reading
from retrieval.catalog.reports import VECTOR_TYPE, PassageVectors
from retrieval.catalog.tables import passages

_ROWS_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """The vectors in the table of passages of the database behind an engine."""

    engine: Engine

    def batches(
        self, *, reports: Sequence[str] = (), ids: Sequence[str] | None = None
    ) -> Iterator[tuple[list[str], PassageVectors]]:
        """Yield batches of (ids, vectors, one row each): of some reports, of some passages, or of all."""
        query = select(passages.c.id, passages.c.vector).order_by(passages.c.id)
        if ids is not None:
            queries = [query.where(passages.c.id.in_([int(key) for key in batch])) for batch in batches(ids)]
        elif reports:
            queries = [query.where(passages.c.report.in_(batch)) for batch in batches(reports)]
        else:
            queries = [query]
        for query in queries:
            with reading(self.engine) as connection:
                for rows in connection.execute(query).partitions(_ROWS_AT_ONCE):
                    data = b"".join(row.vector for row in rows)
                    matrix = np.frombuffer(data, VECTOR_TYPE).reshape(len(rows), -1)
                    yield [str(row.id) for row in rows], matrix.astype(np.float32)

    def by_text(self, reports: Sequence[str]) -> dict[tuple[str, str], PassageVectors]:
        """Return the vector of each passage of some reports (ids) by its context and text."""
        query = select(passages.c.context, passages.c.text, passages.c.vector)
        with reading(self.engine) as connection:
            return {
                (row.context, row.text): np.frombuffer(row.vector, VECTOR_TYPE).astype(np.float32)
                for batch in batches(reports)
                for row in connection.execute(query.where(passages.c.report.in_(batch)))
            }
