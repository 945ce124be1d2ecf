"""What the catalog tells of its reports so that a text can be recognised: a row each, no text of theirs."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from corpus.report import Report
from retrieval.catalog.tables import reports

_FIELDS: Final = ("id", "source", "digest", "title", "organisation", "published")
_KNOWN: Final = select(*(reports.c[name] for name in _FIELDS))


@dataclass(frozen=True, slots=True)
class Known:
    """A report that the catalog holds: what decides whether a text is new, a version of it, or the same."""

    id: str
    source: str
    digest: str
    title: str
    organisation: str
    published: date | None

    @classmethod
    def of(cls, report: Report) -> "Known":
        """Return what would be known of a report."""
        return cls(*(getattr(report, name) for name in _FIELDS))


def read_known(connection: Connection) -> list[Known]:
    """Return what is known of each report."""
    return [Known(*row) for row in connection.execute(_KNOWN)]
