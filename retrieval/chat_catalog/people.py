"""Who may talk to the bot: people with their roles, groups, and invitations that are used once.

A role is a word of the caller's; the catalog only keeps it. Ids of people and groups are text with their platform's
name, ``telegram:42``; ``by`` is "" where nobody in particular did it.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from retrieval.catalog.opening import in_utc, reading, writing
from retrieval.chat_catalog.tables import invites, people, rooms


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the catalog knows: their id with its platform's name, role and name."""

    id: str
    role: str
    name: str


_ROLE: Final = select(people.c.role).where(people.c.id == bindparam("person"))


class People:
    """The people and groups of one catalog."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine

    def role(self, person: str) -> str:
        """Return somebody's role, "" where they have none."""
        with reading(self._engine) as connection:
            return connection.execute(_ROLE, {"person": person}).scalar() or ""

    def everybody(self) -> list[Person]:
        """Return all people, by role and id: of ids of one platform the lower number first."""
        order = (people.c.role, func.length(people.c.id), people.c.id)
        query = select(people.c.id, people.c.role, people.c.name).order_by(*order)
        with reading(self._engine) as connection:
            return [Person(*row) for row in connection.execute(query)]

    def assign(self, person: str, role: str, *, by: str, name: str = "") -> None:
        """Give somebody a role, known or new; an empty ``name`` leaves the name as it was."""
        with writing(self._engine) as connection:
            _assign(connection, person, role, by, name)

    def room(self, chat: str) -> bool:
        """Return whether a group's members may ask."""
        with reading(self._engine) as connection:
            return connection.execute(select(rooms.c.id).where(rooms.c.id == chat)).scalar() is not None

    def rooms(self) -> list[tuple[str, str]]:
        """Return the groups whose members may ask: (id, title)."""
        with reading(self._engine) as connection:
            return [(key, title) for key, title in connection.execute(select(rooms.c.id, rooms.c.title))]

    def open_room(self, chat: str, title: str, *, by: str) -> None:
        """Let the members of a group ask."""
        with writing(self._engine) as connection:
            connection.execute(delete(rooms).where(rooms.c.id == chat))
            row = {"id": chat, "title": title, "added_at": datetime.now(UTC), "added_by": by}
            connection.execute(insert(rooms), row)

    def close_room(self, chat: str) -> bool:
        """Let a group's members ask no more; return whether they could."""
        with writing(self._engine) as connection:
            return bool(connection.execute(delete(rooms).where(rooms.c.id == chat)).rowcount)

    def move_room(self, chat: str, to: str) -> None:
        """Follow a group that became a supergroup and thereby got another id."""
        with writing(self._engine) as connection:
            if connection.execute(select(rooms.c.id).where(rooms.c.id == chat)).scalar() is None:
                return  # it was followed before, or was never let in
            connection.execute(delete(rooms).where(rooms.c.id == to))
            connection.execute(update(rooms).where(rooms.c.id == chat).values(id=to))

    def invite(self, role: str, *, by: str, hours: float) -> str:
        """Make an invitation and return its code, of letters that a link takes; only its digest is kept."""
        code = secrets.token_urlsafe(16)
        row = {
            "digest": _digest(code),
            "role": role,
            "made_by": by,
            "expires_at": datetime.now(UTC) + timedelta(hours=hours),
        }
        with writing(self._engine) as connection:
            connection.execute(insert(invites), row)
        return code

    def invited(self, code: str) -> str:
        """Return the role that an invitation gives, "" for one that is unknown or holds no more."""
        with reading(self._engine) as connection:
            row = connection.execute(select(invites).where(invites.c.digest == _digest(code))).one_or_none()
        holds = row is not None and row.used_by is None and in_utc(row.expires_at) >= datetime.now(UTC)
        return str(row.role) if row is not None and holds else ""

    def redeem(self, code: str, person: str, name: str) -> str:
        """Give somebody the role of an invitation, once, and return it; "" for one that holds no more.

        Whoever used an invitation may use it again to the same end: a message may be handled twice.
        """
        with writing(self._engine) as connection:
            row = connection.execute(select(invites).where(invites.c.digest == _digest(code))).one_or_none()
            if row is None or row.used_by not in {None, person} or in_utc(row.expires_at) < datetime.now(UTC):
                return ""
            if row.used_by is None:
                used = update(invites).where(invites.c.digest == row.digest).values(used_by=person)
                connection.execute(used)
                _assign(connection, person, row.role, row.made_by, name)
            return str(row.role)


def _assign(connection: Connection, person: str, role: str, by: str, name: str) -> None:
    values = {"role": role} | ({"name": name} if name else {})
    if not connection.execute(update(people).where(people.c.id == person).values(**values)).rowcount:
        row = {"id": person, "role": role, "name": name, "added_at": datetime.now(UTC), "added_by": by}
        connection.execute(insert(people), row)


def _digest(code: str) -> str:
    return sha256(code.encode("utf-8", "replace")).hexdigest()
