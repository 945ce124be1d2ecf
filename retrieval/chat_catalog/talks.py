"""Conversations: what was asked in a chat and what was answered, with what people thought of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Engine, bindparam, delete, func, insert, select, update

from retrieval.catalog.opening import in_utc, reading, writing
from retrieval.chat_catalog.tables import feedback, talks


@dataclass(frozen=True, slots=True)
class Talk:
    """One exchange: ``message`` asked ``question`` in ``chat`` and ``thread``; ``body`` is what was answered.

    ``thread`` is 0 outside topics; ``kind`` says what ``body`` holds; ``at`` is in UTC; ``update_id`` is the
    update that asked.
    """

    id: int
    chat: str
    thread: int
    person: str
    message: int
    kind: str
    question: str
    body: dict[str, Any]
    at: datetime
    update_id: str = ""


_SAME: Final = select(talks.c.id).where(talks.c.update_id == bindparam("number"))
_ADD: Final = insert(talks).returning(talks.c.id)


class Talks:
    """The conversations of one catalog."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine

    def add(
        self,
        update_id: str,
        *,
        chat: str,
        thread: int,
        person: str,
        message: int,
        kind: str,
        question: str,
        body: Mapping[str, Any],
    ) -> int:
        """Keep an exchange and return its id; one update makes one exchange, the later in place of the earlier."""
        row = {
            "chat": chat,
            "thread": thread,
            "person": person,
            "message": message,
            "kind": kind,
            "question": question,
            "body": json.dumps(body, ensure_ascii=False),
            "at": datetime.now(UTC),
        }
        with writing(self._engine) as connection:
            same = connection.execute(_SAME, {"number": update_id}).scalar()
            if same is not None:
                connection.execute(update(talks).where(talks.c.id == same).values(**row))
                return int(same)
            return int(connection.execute(_ADD, {"update_id": update_id, **row}).scalar_one())

    def talk(self, number: int) -> Talk | None:
        """Return an exchange by its id, None where it was forgotten."""
        with reading(self._engine) as connection:
            row = connection.execute(select(talks).where(talks.c.id == number)).one_or_none()
        return _talk(row) if row is not None else None

    def change(self, number: int, body: Mapping[str, Any]) -> None:
        """Replace what an exchange holds."""
        with writing(self._engine) as connection:
            text = json.dumps(body, ensure_ascii=False)
            connection.execute(update(talks).where(talks.c.id == number).values(body=text))

    def asked_by(self, chat: str, message: int) -> Talk | None:
        """Return the newest exchange that a message of a chat began, None where it began none."""
        query = select(talks).where(talks.c.chat == chat, talks.c.message == message)
        with reading(self._engine) as connection:
            row = connection.execute(query.order_by(talks.c.id.desc()).limit(1)).one_or_none()
        return _talk(row) if row is not None else None

    def recent(
        self,
        person: str,
        *,
        chat: str,
        thread: int | None = None,
        kinds: tuple[str, ...] = (),
        limit: int = 10,
    ) -> list[Talk]:
        """Return somebody's newest exchanges in a chat (in one thread, of some kinds), the newest first."""
        query = select(talks).where(talks.c.person == person, talks.c.chat == chat)
        if thread is not None:
            query = query.where(talks.c.thread == thread)
        if kinds:
            query = query.where(talks.c.kind.in_(kinds))
        with reading(self._engine) as connection:
            return [_talk(row) for row in connection.execute(query.order_by(talks.c.id.desc()).limit(limit))]

    def forget(self, person: str) -> int:
        """Delete all that somebody asked, was answered and thought of it; return how many exchanges."""
        with writing(self._engine) as connection:
            connection.execute(delete(feedback).where(feedback.c.person == person))
            return int(connection.execute(delete(talks).where(talks.c.person == person)).rowcount)

    def numbers(self, kind: str) -> set[int]:
        """Return the ids of all exchanges of a kind."""
        with reading(self._engine) as connection:
            return set(connection.execute(select(talks.c.id).where(talks.c.kind == kind)).scalars())

    def drop(self, number: int) -> None:
        """Delete one exchange; what was thought of it stays without it."""
        with writing(self._engine) as connection:
            connection.execute(update(feedback).where(feedback.c.talk == number).values(talk=None))
            connection.execute(delete(talks).where(talks.c.id == number))

    def rate(self, person: str, mark: str, *, talk: int | None = None, text: str = "") -> None:
        """Keep what somebody thought of an exchange, in place of what they thought of it before."""
        row = {"talk": talk, "person": person, "mark": mark, "text": text, "at": datetime.now(UTC)}
        with writing(self._engine) as connection:
            if talk is not None:
                same = (feedback.c.talk == talk, feedback.c.person == person)
                connection.execute(delete(feedback).where(*same))
            connection.execute(insert(feedback), row)

    def marks(self) -> dict[str, int]:
        """Return how often each mark was given."""
        query = select(feedback.c.mark, func.count()).group_by(feedback.c.mark)
        with reading(self._engine) as connection:
            return {mark: int(count) for mark, count in connection.execute(query)}

    def count(self) -> int:
        """Return how many exchanges there are."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.count()).select_from(talks)).scalar_one())


def _talk(row: Any) -> Talk:
    body = json.loads(row.body)
    return Talk(
        row.id,
        row.chat,
        row.thread,
        row.person,
        row.message,
        row.kind,
        row.question,
        body,
        in_utc(row.at),
        row.update_id,
    )
