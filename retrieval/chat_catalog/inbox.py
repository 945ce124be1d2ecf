"""The inbox: updates as they arrive, what is to be answered and what was sent, so that a kill loses nothing.

An update is ``new`` until its replies are known, ``ready`` until they are sent, then ``done``. Its id is text with
its platform's name, ``telegram:77``: two platforms may count alike.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from retrieval.catalog.opening import reading, writing
from retrieval.chat_catalog.tables import inbox

NEW, READY, DONE = "new", "ready", "done"

# Made once: to make a statement takes as long as to execute it, and each update takes several.
_RECEIVE: Final = insert(inbox)
_OPEN: Final = (inbox.c.id == bindparam("number"), inbox.c.state != DONE)
_BEGIN: Final = update(inbox).where(*_OPEN).values(attempts=inbox.c.attempts + 1).returning(inbox)
_WRITE: Final = update(inbox).where(inbox.c.id == bindparam("number"))
_SENT: Final = select(inbox.c.sent).where(inbox.c.id == bindparam("number"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not done: its body in JSON, its replies (None until known) and the messages sent."""

    id: str
    body: str
    replies: list[Any] | None
    sent: tuple[int, ...]
    attempts: int


class Inbox:
    """The updates of one catalog."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine

    def receive(self, update_id: str, body: str) -> bool:
        """Keep an update before it is confirmed; return False for one that was received before."""
        row = {
            "id": update_id,
            "state": NEW,
            "body": body,
            "replies": "",
            "sent": "[]",
            "attempts": 0,
            "received_at": datetime.now(UTC),
        }
        try:
            with writing(self._engine) as connection:
                connection.execute(_RECEIVE, row)
        except IntegrityError:
            return False
        return True

    def begin(self, update_id: str) -> Waiting | None:
        """Count an attempt at an update and return it; None where it is done or was never received."""
        with writing(self._engine) as connection:
            row = connection.execute(_BEGIN, {"number": update_id}).one_or_none()
        return _waiting(row) if row is not None else None

    def settle(self, update_id: str, replies: Sequence[Any]) -> None:
        """Record what is to be sent for an update; ``replies`` are values that JSON takes."""
        self._write(update_id, state=READY, replies=json.dumps(list(replies), ensure_ascii=False))

    def record(self, update_id: str, sent: Sequence[int]) -> None:
        """Record which messages carry the replies so far, in their order."""
        self._write(update_id, sent=json.dumps(list(sent)))

    def finish(self, update_id: str) -> None:
        """Close an update; what it said and what was answered is not kept here."""
        self._write(update_id, state=DONE, body="", replies="")

    def sent(self, update_id: str) -> tuple[int, ...]:
        """Return the messages that carry the replies to an update, done or not."""
        with reading(self._engine) as connection:
            text = connection.execute(_SENT, {"number": update_id}).scalar()
        return tuple(json.loads(text)) if text else ()

    def pending(self, prefix: str = "") -> list[Waiting]:
        """Return the updates that are not done, in the order in which they came: that of their numbers.

        ``prefix`` (``telegram:``) keeps those of one platform: another's may be served by another process.
        """
        query = select(inbox).where(inbox.c.state != DONE).order_by(func.length(inbox.c.id), inbox.c.id)
        if prefix:
            query = query.where(inbox.c.id.startswith(prefix, autoescape=True))
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [_waiting(row) for row in rows]

    def sweep(self, days: float = 14.0) -> int:
        """Drop the updates that were done so many days ago; return how many.

        Telegram repeats an update for a day at most.
        """
        before = datetime.now(UTC) - timedelta(days=days)
        with writing(self._engine) as connection:
            query = delete(inbox).where(inbox.c.state == DONE, inbox.c.received_at < before)
            return int(connection.execute(query).rowcount)

    def _write(self, update_id: str, **values: Any) -> None:
        with writing(self._engine) as connection:
            connection.execute(_WRITE, {"number": update_id, **values})


def _waiting(row: Any) -> Waiting:
    replies = json.loads(row.replies) if row.replies else None
    return Waiting(row.id, row.body, replies, tuple(json.loads(row.sent)), row.attempts)
