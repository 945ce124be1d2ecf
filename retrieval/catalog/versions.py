"""What was once in the catalog's reports: versions whose place a newer one took, to be read and never to be quoted."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select

from retrieval.catalog.opening import reading
from retrieval.catalog.tables import reports, versions

_KEPT: Final = ("digest", "title", "source", "published", "text")


@dataclass(frozen=True, slots=True)
class Version:
    """An older text of a report, with its masthead then and when another took its place."""

    digest: str
    title: str
    source: str
    published: date | None
    text: str
    replaced_at: datetime


def keep_version(connection: Connection, report: str, digest: str) -> None:
    """Keep what the report says as an older version, if it says anything and its text is to become another."""
    row = connection.execute(
        select(*(reports.c[name] for name in _KEPT)).where(reports.c.id == report)
    ).one_or_none()
    connection.execute(delete(versions).where(versions.c.report == report, versions.c.digest == digest))
    if row is None or row.digest == digest:
        return
    connection.execute(delete(versions).where(versions.c.report == report, versions.c.digest == row.digest))
    connection.execute(
        insert(versions),
        {"report": report, "replaced_at": datetime.now(UTC), **dict(zip(_KEPT, row, strict=True))},
    )


def drop_versions(connection: Connection, report: str) -> None:
    """Forget the older versions of a report."""
    connection.execute(delete(versions).where(versions.c.report == report))


class KeptVersions:
    """The older versions that a catalog keeps."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def digests(self) -> dict[str, str]:
        """Return the report (id) of each older version, by the digest of its text."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(versions.c.digest, versions.c.report)).all()
        return {row.digest: row.report for row in rows}

    def of(self, report: str) -> list[Version]:
        """Return the older versions of a report (an id), the newest first."""
        columns = [versions.c[name] for name in (*_KEPT, "replaced_at")]
        query = select(*columns).where(versions.c.report == report).order_by(versions.c.replaced_at.desc())
        with reading(self._engine) as connection:
            return [Version(*row) for row in connection.execute(query)]
