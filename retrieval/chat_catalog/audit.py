"""The audit: a row for each question, check and change: who, where, what kind, never the text by itself."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Engine, bindparam, func, insert, select

from retrieval.catalog.opening import in_utc, reading, writing
from retrieval.chat_catalog.tables import audit


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: when (UTC), who, in which chat, what they did, to what; ``text`` where that is kept."""

    at: datetime
    person: str
    chat: str
    action: str
    subject: str
    text: str | None


_SAME: Final = select(audit.c.id).where(
    audit.c.update_id == bindparam("number"), audit.c.action == bindparam("did")
)
_WRITE: Final = insert(audit)


class Audit:
    """The audit of one catalog."""

    def __init__(self, engine: Engine) -> None:
        """Keep it in the database of ``engine``."""
        self._engine = engine

    def write(
        self,
        update_id: str,
        *,
        person: str,
        chat: str,
        action: str,
        subject: str = "",
        text: str | None = None,
    ) -> None:
        """Keep a row; an update that is handled again after a kill leaves one row of each action.

        ``chat`` is "" where it happened in no chat of ours.
        """
        row = {
            "update_id": update_id,
            "at": datetime.now(UTC),
            "person": person,
            "chat": chat,
            "action": action,
            "subject": subject,
            "text": text,
        }
        with writing(self._engine) as connection:
            if connection.execute(_SAME, {"number": update_id, "did": action}).scalar() is None:
                connection.execute(_WRITE, row)

    def newest(self, limit: int = 20) -> list[Entry]:
        """Return the newest rows, the newest first."""
        with reading(self._engine) as connection:
            return [
                _entry(row)
                for row in connection.execute(select(audit).order_by(audit.c.id.desc()).limit(limit))
            ]

    def counts(self, since: datetime) -> dict[str, int]:
        """Return how often each action was done since a moment (UTC)."""
        query = select(audit.c.action, func.count()).where(audit.c.at >= since).group_by(audit.c.action)
        with reading(self._engine) as connection:
            return {action: int(count) for action, count in connection.execute(query)}


def _entry(row: Any) -> Entry:
    return Entry(in_utc(row.at), row.person, row.chat, row.action, row.subject, row.text)
