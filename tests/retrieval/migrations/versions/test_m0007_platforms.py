"""A database that the version before wrote, with rows in every table, opened by this one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import IntegrityError

from retrieval import migrations
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import open_engine
from retrieval.catalog.tables import metadata
from retrieval.chat_catalog.chat_catalog import ChatCatalog

NOW = datetime.now(UTC)
TALK = {"thread": 3, "message": 70, "kind": "answer", "question": "几个", "body": '{"a": 1}', "at": NOW}
NEW: dict[str, Any] = {"thread": 0, "message": 1, "kind": "answer", "question": "", "body": {}}
WAITING = {"state": "ready", "body": "{}", "attempts": 1, "received_at": NOW}
REPLIES = [{"html": "答", "chat": 0}, {"html": "通知", "chat": -100123, "edits": 5}]

ROWS: list[tuple[str, dict[str, Any]]] = [
    ("facts", {"name": "model", "value": "m"}),
    (
        "reports",
        {
            "id": "water",
            "title": "通报",
            "source": "w.txt",
            "digest": "d",
            "publisher": "",
            "organisation": "",
        }
        | {"added_at": NOW, "sections": "[]", "text": "修订制度12项。"},
    ),
    (
        "passages",
        {
            "id": 4,
            "report": "water",
            "start": 0,
            "end": 8,
            "text": "修订制度12项。",
            "section": "",
            "context": "",
        }
        | {"vector": b"\0\0"},
    ),
    (
        "figures",
        {
            "report": "water",
            "passage": 4,
            "quote_start": 0,
            "quote_end": 8,
            "quote": "修订制度12项。",
            "section": "",
        }
        | {"raw": "12项", "start": 4, "end": 7, "kind": "count", "value": "12", "unit": "", "measure": "项"}
        | {"qualifier": "exact", "metric": "修订制度", "org": "", "period": "", "change": "", "number": 12.0},
    ),
    ("names", {"short": "水务局", "name": "临江市水务局", "report": "water"}),
    ("people", {"id": 42, "role": "reader", "name": "张三", "added_at": NOW, "added_by": 9001}),
    ("people", {"id": 9_007_199_254_740_993, "role": "reader", "name": "", "added_at": NOW, "added_by": 0}),
    ("rooms", {"id": -100123, "title": "群", "added_at": NOW, "added_by": 42}),
    ("invites", {"digest": "a" * 64, "role": "reader", "made_by": 9001, "expires_at": NOW, "used_by": 42}),
    ("invites", {"digest": "b" * 64, "role": "reader", "made_by": 9001, "expires_at": NOW, "used_by": None}),
    ("inbox", WAITING | {"id": 100, "replies": json.dumps(REPLIES), "sent": "[501]"}),
    ("inbox", WAITING | {"id": 99, "state": "new", "replies": "", "sent": "[]"}),
    ("talks", TALK | {"id": 7, "update_id": 99, "chat": -100123, "person": 42}),
    ("talks", TALK | {"id": 8, "update_id": 100, "chat": 42, "person": 42, "thread": 0}),
    ("talks", TALK | {"id": 12, "update_id": 101, "chat": 43, "person": 43}),
    ("feedback", {"id": 1, "talk": 7, "person": 42, "mark": "up", "text": "", "at": NOW}),
    ("feedback", {"id": 2, "talk": None, "person": 43, "mark": "text", "text": "好", "at": NOW}),
    ("audit", {"update_id": 99, "at": NOW, "person": 42, "chat": -100123, "action": "ask", "subject": "7"}),
    ("audit", {"update_id": 101, "at": NOW, "person": 42, "chat": 0, "action": "inline", "subject": ""}),
    ("chat_state", {"kind": "user", "key": "42", "value": '{"language": "en"}'}),
    ("chat_state", {"kind": "chat", "key": "-100123", "value": "{}"}),
    ("chat_state", {"kind": "bot", "key": "0", "value": "[]"}),
    ("chat_state", {"kind": "other", "key": "0", "value": "[]"}),
]


def prepared(connection: Connection) -> Config:
    """What Alembic needs to change the tables in the transaction of a connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__path__[0])))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def write(connection: Connection, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(text(query))]


def shape(engine: Engine) -> dict[str, Any]:
    """What the tables are, but for the types of their columns."""
    seen = inspect(engine)
    return {
        table: (
            [(one["name"], one["nullable"]) for one in seen.get_columns(table)],
            seen.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (one["name"] or "", one["column_names"], one["unique"]) for one in seen.get_indexes(table)
            ),
            sorted(one["column_names"] for one in seen.get_unique_constraints(table)),
            [(one["referred_table"], one["options"]) for one in seen.get_foreign_keys(table)],
        )
        for table in sorted(set(seen.get_table_names()) & set(metadata.tables))
    }


ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.server)]


@contextmanager
def empty(request: pytest.FixtureRequest, folder: Path) -> Iterator[Path | str]:
    """Where an empty database is, of the kind that the fixture asks for."""
    if request.param == "sqlite":
        yield folder / "catalog.db"
        return
    url = make_url(request.getfixturevalue("address")).set(drivername="postgresql+psycopg")
    name = f"before_{token_hex(4)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield url.set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@contextmanager
def written_before(place: Path | str) -> Iterator[Engine]:
    """The database as the version before left it."""
    engine = create_engine(f"sqlite:///{place}" if isinstance(place, Path) else place)
    with engine.begin() as connection:
        command.upgrade(prepared(connection), "0006")
        for table, row in ROWS:
            write(connection, table, row)
        # What is deleted keeps its number: buttons may name it.
        write(connection, "talks", TALK | {"id": 30, "update_id": 7, "chat": 1, "person": 1})
        connection.execute(text("DELETE FROM talks WHERE id = 30"))
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT setval('talks_id_seq', 30)"))
            for table in ("feedback", "audit"):
                connection.execute(text(f"SELECT setval('{table}_id_seq', 9)"))
    yield engine
    engine.dispose()


LATER = {
    "versions",
    "other_names",
    "costly_files",
    "read_files",
    "drafts",
    "draft_sentences",
    "decisions",
    "tokens",
}
"""Tables that later versions make."""


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | str]:
    with empty(request, tmp_path) as made:
        yield made


@pytest.fixture
def old(place: Path | str) -> Iterator[Engine]:
    with written_before(place) as engine:
        yield engine


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A database that was opened by this version; ``shape`` is what its tables were before."""

    place: Path | str
    engine: Engine
    shape: dict[str, Any]


@pytest.fixture(params=ENGINES, scope="module")
def upgraded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Upgraded]:
    """One for the tests that only read."""
    with empty(request, tmp_path_factory.mktemp("upgraded")) as at, written_before(at) as engine:
        before = shape(engine)
        open_engine(at).dispose()
        yield Upgraded(at, engine, before)


def test_rows_cover_every_table() -> None:
    assert {table for table, _ in ROWS} == set(metadata.tables) - LATER


KEPT = [
    ("people", "id, added_by", [("telegram:42", "telegram:9001"), ("telegram:9007199254740993", "")]),
    ("rooms", "id, added_by", [("telegram:-100123", "telegram:42")]),
    ("invites", "made_by, used_by", [("telegram:9001", "telegram:42"), ("telegram:9001", None)]),
    ("inbox", "id, sent", [("telegram:99", "[]"), ("telegram:100", "[501]")]),
    (
        "talks",
        "id, update_id, chat, person, thread, message",
        [
            (7, "telegram:99", "telegram:-100123", "telegram:42", 3, 70),
            (8, "telegram:100", "telegram:42", "telegram:42", 0, 70),
            (12, "telegram:101", "telegram:43", "telegram:43", 3, 70),
        ],
    ),
    ("feedback", "id, talk, person", [(1, 7, "telegram:42"), (2, None, "telegram:43")]),
    (
        "audit",
        "update_id, person, chat",
        [("telegram:99", "telegram:42", "telegram:-100123"), ("telegram:101", "telegram:42", "")],
    ),
    (
        "chat_state",
        "kind, key",
        [("user", "telegram:42"), ("chat", "telegram:-100123"), ("bot", ""), ("other", "0")],
    ),
]


@pytest.mark.parametrize(("table", "columns", "expected"), KEPT, ids=[row[0] for row in KEPT])
def test_upgrade_names_the_platform_of_each_id(
    upgraded: Upgraded, table: str, columns: str, expected: list[tuple[Any, ...]]
) -> None:
    with upgraded.engine.connect() as connection:
        assert set(rows(connection, f"SELECT {columns} FROM {table}")) == set(expected)


def test_upgrade_addresses_the_replies_that_wait(upgraded: Upgraded) -> None:
    with ChatCatalog.open(upgraded.place) as chat:
        first, second = chat.inbox.pending()
    assert (first.id, first.replies) == ("telegram:99", None)
    assert second.replies == [
        {"html": "答", "chat": ""},
        {"html": "通知", "chat": "telegram:-100123", "edits": 5},
    ]


def test_upgrade_leaves_keys_indices_and_references_as_they_were(upgraded: Upgraded) -> None:
    assert {name: one for name, one in shape(upgraded.engine).items() if name not in LATER} == upgraded.shape
    for table in metadata.sorted_tables:
        found = {
            one["name"]: one["type"].python_type for one in inspect(upgraded.engine).get_columns(table.name)
        }
        if table.name in {row[0] for row in KEPT}:
            assert found == {one.name: one.type.python_type for one in table.columns}


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("people", {"id": "telegram:42", "role": "", "name": "", "added_at": NOW, "added_by": ""}),
        ("inbox", WAITING | {"id": "telegram:99", "replies": "", "sent": "[]"}),
        ("talks", TALK | {"id": 99, "update_id": "telegram:99", "chat": "", "person": ""}),
        (
            "audit",
            {"update_id": "telegram:99", "at": NOW, "person": "", "chat": "", "action": "ask", "subject": ""},
        ),
    ],
    ids=["person", "update", "talk of an update", "audit of an update"],
)
def test_upgrade_keeps_what_stands_once(upgraded: Upgraded, table: str, row: dict[str, Any]) -> None:
    with upgraded.engine.connect() as connection, pytest.raises(IntegrityError):
        write(connection, table, row)


def test_upgrade_uses_no_talks_number_again(place: Path | str, old: Engine) -> None:
    with ChatCatalog.open(place) as chat:
        assert chat.talks.add("telegram:200", chat="telegram:1", person="telegram:1", **NEW) == 31


def test_upgrade_lets_feedback_still_lose_its_talk(place: Path | str, old: Engine) -> None:
    with ChatCatalog.open(place) as chat:
        chat.talks.rate("telegram:43", "down", talk=7)
        assert chat.talks.forget("telegram:42") == 2
    with old.connect() as connection:
        assert rows(connection, "SELECT talk, person FROM feedback ORDER BY id") == [
            (None, "telegram:43"),
            (None, "telegram:43"),
        ]


def test_upgrade_of_another_platforms_update_with_the_same_number(place: Path | str, old: Engine) -> None:
    with ChatCatalog.open(place) as chat:
        assert not chat.inbox.receive("telegram:99", "{}")
        assert chat.inbox.receive("feishu:99", "{}")
        chat.audit.write("feishu:99", person="feishu:42", chat="", action="ask")
        assert chat.audit.counts(NOW - timedelta(hours=1)) == {"ask": 2, "inline": 1}
        assert [chat.people.role(f"{platform}:42") for platform in ("telegram", "feishu")] == ["reader", ""]


def test_upgrade_leaves_the_reports_alone(upgraded: Upgraded) -> None:
    with Catalog.open(upgraded.place) as catalog:
        assert catalog.count() == (1, 1, 1)


def test_upgrade_of_an_empty_database(place: Path | str) -> None:
    with ChatCatalog.open(place) as chat:
        assert (chat.people.everybody(), chat.inbox.pending(), chat.talks.count()) == ([], [], 0)
        assert chat.talks.add("telegram:1", chat="telegram:1", person="telegram:1", **NEW) == 1


def test_downgrade_gives_the_numbers_back(place: Path | str, old: Engine) -> None:
    tables = {table for table, _ in ROWS} - {"inbox"}  # whose replies are written in another way
    with old.connect() as connection:
        before = {table: set(map(repr, rows(connection, f"SELECT * FROM {table}"))) for table in tables}
    with ChatCatalog.open(place) as chat:
        chat.people.assign("feishu:ou_7", "reader", by="telegram:42")
        chat.inbox.receive("feishu:9", "{}")
        chat.state.write("user", "feishu:ou_7", {})
    with old.begin() as connection:
        command.downgrade(prepared(connection), "0006")
    with old.connect() as connection:
        after = {table: set(map(repr, rows(connection, f"SELECT * FROM {table}"))) for table in tables}
        assert json.loads(rows(connection, "SELECT replies FROM inbox WHERE id = 100")[0][0]) == REPLIES
    assert after == before
