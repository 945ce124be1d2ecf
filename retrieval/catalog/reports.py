"""The catalog's reports and passages: values in, rows of their tables and of the lexical index, and back."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from corpus.organisations.report_regions import report_region
from corpus.report import Passage, Report, Section
from retrieval.catalog.names import write_names
from retrieval.catalog.tables import facts, passages, reports
from retrieval.catalog.terms import add_terms, remove_terms
from retrieval.lexical import index_terms

PassageVectors = NDArray[np.float32]
"""One row for each passage."""

VECTOR_TYPE = np.dtype("<f2")
"""How a vector's numbers are stored; half precision moves a cosine by less than 0.001."""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as the catalog holds it, with its id and what a hit tells of its report."""

    id: str
    passage: Passage
    title: str
    published: str
    source: str


def insert_report(
    connection: Connection, report: Report, found: Sequence[Passage], vectors: PassageVectors
) -> list[int]:
    """Put a report with its passages and their terms in; return the passages' ids, in order."""
    region = report_region(report)
    connection.execute(insert(reports), _report_row(report, region))
    write_names(connection, report, region)
    if not found:
        return []
    rows = [
        {
            "report": report.id,
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
            "section": passage.section,
            "context": passage.context,
            "vector": vector.astype(VECTOR_TYPE).tobytes(),
        }
        for passage, vector in zip(found, vectors, strict=True)
    ]
    query = insert(passages).returning(passages.c.id, sort_by_parameter_order=True)
    ids = [int(key) for key in connection.execute(query, rows).scalars()]
    add_terms(
        connection, [(key, passage_terms(p.context, p.text)) for key, p in zip(ids, found, strict=True)]
    )
    return ids


def delete_report(connection: Connection, report: str) -> list[int] | None:
    """Take a report with all that hangs on it out; return its passages' ids, None if it was not there."""
    query = select(passages.c.id, passages.c.context, passages.c.text).where(passages.c.report == report)
    rows = connection.execute(query).all()
    remove_terms(connection, [(row.id, passage_terms(row.context, row.text)) for row in rows])
    removed = connection.execute(delete(reports).where(reports.c.id == report)).rowcount
    return [row.id for row in rows] if removed else None


def passage_terms(context: str, text: str) -> list[str]:
    """Return the terms by which a passage is found: its context's and its own."""
    return index_terms(f"{context}\n{text}")


_FACT: Final = select(facts.c.value).where(facts.c.name == bindparam("fact"))
"""Made once: to make a statement takes as long as to execute it, and a question reads several facts."""


def write_fact(connection: Connection, name: str, value: str) -> None:
    """Write a fact, new or in place of what it was."""
    changed = connection.execute(update(facts).where(facts.c.name == name).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(facts), {"name": name, "value": value})


def read_fact(connection: Connection, name: str) -> str:
    """Return a fact by name, "" when it was never written."""
    return connection.execute(_FACT, {"fact": name}).scalar() or ""


def report_from(row: RowMapping) -> Report:
    """Return the report that a row of ``reports`` stands for."""
    return Report(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        source=row["source"],
        digest=row["digest"],
        published=row["published"],
        publisher=row["publisher"],
        organisation=row["organisation"],
        sections=tuple(Section(**section) for section in row["sections"]),
    )


@dataclass(frozen=True, slots=True)
class PassageText:
    """What ranking reads of a passage: the report (id) that it stands in, where it starts, and its text."""

    report: str
    start: int
    text: str


def passage_from(row: RowMapping) -> StoredPassage:
    """Return the passage that a row of ``passages`` with its report's title, date and source stands for."""
    passage = Passage(
        report=row["report"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        section=row["section"],
        context=row["context"],
    )
    published = row["published"].isoformat() if row["published"] else ""
    return StoredPassage(str(row["id"]), passage, row["title"], published, row["source"])


def _report_row(report: Report, region: str) -> dict[str, Any]:
    return {
        "id": report.id,
        "title": report.title,
        "text": report.text,
        "source": report.source,
        "digest": report.digest,
        "published": report.published,
        "publisher": report.publisher,
        "organisation": report.organisation,
        "region": region,
        "added_at": datetime.now(UTC),
        "sections": [asdict(section) for section in report.sections],
    }
