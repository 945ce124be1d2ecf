"""What the catalog keeps of people and conversations, opened beside the reports in the same database."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, insert, select, update

from retrieval.catalog.opening import open_engine, reading, writing
from retrieval.chat_catalog.audit import Audit
from retrieval.chat_catalog.decisions import Decisions
from retrieval.chat_catalog.inbox import Inbox
from retrieval.chat_catalog.people import People
from retrieval.chat_catalog.tables import chat_state
from retrieval.chat_catalog.talks import Talks
from retrieval.chat_catalog.tokens import Tokens


class ChatState:
    """Small values that JSON takes, by kind and key: what a bot remembers of a user or a chat."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine

    def read(self, kind: str) -> dict[str, Any]:
        """Return the values of a kind by key."""
        query = select(chat_state.c.key, chat_state.c.value).where(chat_state.c.kind == kind)
        with reading(self._engine) as connection:
            return {key: json.loads(value) for key, value in connection.execute(query)}

    def write(self, kind: str, key: str, value: Any) -> None:
        """Keep a value, new or in place of what it was; raises ``TypeError`` for one that JSON does not take."""
        text = json.dumps(value, ensure_ascii=False)
        where = (chat_state.c.kind == kind, chat_state.c.key == key)
        with writing(self._engine) as connection:
            if not connection.execute(update(chat_state).where(*where).values(value=text)).rowcount:
                connection.execute(insert(chat_state), {"kind": kind, "key": key, "value": text})

    def drop(self, kind: str, key: str) -> None:
        """Forget a value."""
        with writing(self._engine) as connection:
            connection.execute(delete(chat_state).where(chat_state.c.kind == kind, chat_state.c.key == key))


class ChatCatalog:
    """People, inbox, conversations, decisions, tokens, audit and state of one catalog; use it in a ``with`` block or close it."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine
        self.people = People(engine)
        self.inbox = Inbox(engine)
        self.talks = Talks(engine)
        self.audit = Audit(engine)
        self.state = ChatState(engine)
        self.decisions = Decisions(engine)
        self.tokens = Tokens(engine)

    @classmethod
    def open(cls, place: Path | str) -> "ChatCatalog":
        """Open the catalog's database (a SQLite file's path or a URL); raises as ``Catalog.open`` does."""
        return cls(open_engine(place))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> "ChatCatalog":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
