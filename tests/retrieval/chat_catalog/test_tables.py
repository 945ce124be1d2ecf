from pathlib import Path

import pytest
from sqlalchemy import Table, Text, create_engine, inspect

from retrieval.chat_catalog import tables
from retrieval.chat_catalog.chat_catalog import ChatCatalog

TABLES = [
    tables.people,
    tables.rooms,
    tables.invites,
    tables.inbox,
    tables.talks,
    tables.feedback,
    tables.audit,
    tables.chat_state,
    tables.drafts,
    tables.draft_sentences,
    tables.decisions,
    tables.tokens,
]


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_migrations_make_the_table_that_the_code_describes(
    chat: ChatCatalog, place: Path, table: Table
) -> None:
    engine = create_engine(f"sqlite:///{place}")
    found = inspect(engine)
    columns = {one["name"]: one for one in found.get_columns(table.name)}
    assert set(columns) == set(table.columns.keys())
    assert {one["name"] for one in found.get_indexes(table.name)} == {one.name for one in table.indexes}
    for column in table.columns:
        assert columns[column.name]["nullable"] is column.nullable
        assert columns[column.name]["type"].python_type is column.type.python_type
    engine.dispose()


IDS = {
    "people": {"id", "added_by"},
    "rooms": {"id", "added_by"},
    "invites": {"made_by", "used_by"},
    "inbox": {"id"},
    "talks": {"update_id", "chat", "person"},
    "feedback": {"person"},
    "audit": {"update_id", "person", "chat"},
    "chat_state": {"key"},
    "drafts": set(),
    "draft_sentences": set(),
    "decisions": {"person"},
    "tokens": {"made_by"},
}


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_ids_of_people_chats_and_updates_are_text(table: Table) -> None:
    assert {name for name in IDS[table.name] if isinstance(table.columns[name].type, Text)} == IDS[table.name]
