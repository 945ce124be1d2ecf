"""Tokens by which programs are let in: each has a name and a role, and holds until it is revoked."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import Engine, delete, insert, select, update

from corpus.errors import NotFound, UnusableInput
from retrieval.catalog.opening import in_utc, reading, writing
from retrieval.chat_catalog.tables import tokens

_PREFIX: Final = "hedui_"
"""With what a token begins, so that whoever finds one knows what it opens."""


@dataclass(frozen=True, slots=True)
class Token:
    """What is kept of a token: its name, role, and when it was made (UTC)."""

    name: str
    role: str
    made_at: datetime


class Tokens:
    """The tokens of one catalog; of each only the digest is kept."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine

    def make(self, name: str, role: str, *, by: str) -> str:
        """Make a token and return it, which is the only time that it is shown.

        Raises ``UnusableInput`` for a name whose token still holds; that of one revoked may be used again.
        """
        token = f"{_PREFIX}{secrets.token_urlsafe(32)}"
        row = {
            "digest": _digest(token),
            "name": name,
            "role": role,
            "made_by": by,
            "made_at": datetime.now(UTC),
        }
        with writing(self._engine) as connection:
            named = tokens.c.name == name
            if connection.execute(select(tokens.c.name).where(named, _HOLDS)).scalar() is not None:
                raise UnusableInput(
                    f"已有名为 {name} 的令牌，请换个名字或先撤销",
                    f"there is a token {name} already: choose another name, or revoke it",
                )
            connection.execute(delete(tokens).where(named))
            connection.execute(insert(tokens), row)
        return token

    def of(self, token: str) -> Token | None:
        """Return what a token stands for, None for one that is unknown or revoked."""
        query = select(tokens).where(tokens.c.digest == _digest(token), _HOLDS)
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        return Token(row.name, row.role, in_utc(row.made_at)) if row is not None else None

    def all(self) -> list[Token]:
        """Return the tokens that hold, by name."""
        query = select(tokens.c.name, tokens.c.role, tokens.c.made_at).where(_HOLDS).order_by(tokens.c.name)
        with reading(self._engine) as connection:
            return [Token(row.name, row.role, in_utc(row.made_at)) for row in connection.execute(query)]

    def revoke(self, name: str) -> None:
        """Let the token of that name open nothing from now on; raises ``NotFound`` where none holds."""
        query = update(tokens).where(tokens.c.name == name, _HOLDS).values(revoked_at=datetime.now(UTC))
        with writing(self._engine) as connection:
            if not connection.execute(query).rowcount:
                raise NotFound(f"没有名为 {name} 的令牌", f"there is no token {name}")


_HOLDS: Final = tokens.c.revoked_at.is_(None)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
