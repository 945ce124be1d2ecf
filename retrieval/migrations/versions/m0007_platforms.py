"""Ids of people, chats and updates become text with their platform's name: ``42`` is ``telegram:42``, 0 is ``""``.

All that was kept before came from Telegram. Ids of messages and topics stay numbers.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

PLATFORM = "telegram:"

_IDS = {
    "people": ("id", "added_by"),
    "rooms": ("id", "added_by"),
    "invites": ("made_by", "used_by"),
    "inbox": ("id",),
    "talks": ("update_id", "chat", "person"),
    "feedback": ("person",),
    "audit": ("update_id", "person", "chat"),
}
_OF_SOMEBODY = "kind IN ('user', 'chat', 'bot')"
"""What of the state is kept under the id of a user or a chat; the bot's own is under nobody's, 0."""


def upgrade() -> None:
    """Turn numbers into text."""
    for table, columns in _IDS.items():
        _retype(table, columns, sa.BigInteger(), sa.Text(), _as_text)
    with op.batch_alter_table("chat_state") as batch:
        batch.alter_column("key", existing_type=sa.String(64), type_=sa.Text(), existing_nullable=False)
    op.execute(f"UPDATE chat_state SET key = {_as_text('key')} WHERE {_OF_SOMEBODY}")
    _address_replies(lambda chat: f"{PLATFORM}{chat}" if chat else "")


def downgrade() -> None:
    """Turn text into numbers; what belongs to another platform has none and is dropped."""
    for table, columns in _IDS.items():
        strange = " OR ".join(f"{one} NOT LIKE '{PLATFORM}%' AND {one} <> ''" for one in columns)
        op.execute(f"DELETE FROM {table} WHERE {strange}")
        _retype(table, columns, sa.Text(), sa.BigInteger(), _as_number)
    op.execute(f"DELETE FROM chat_state WHERE {_OF_SOMEBODY} AND key NOT LIKE '{PLATFORM}%' AND key <> ''")
    op.execute(f"UPDATE chat_state SET key = {_digits('key')} WHERE {_OF_SOMEBODY}")
    with op.batch_alter_table("chat_state") as batch:
        batch.alter_column("key", existing_type=sa.Text(), type_=sa.String(64), existing_nullable=False)
    _address_replies(lambda chat: int(str(chat).removeprefix(PLATFORM) or 0))


def _as_text(column: str) -> str:
    digits = f"CAST({column} AS TEXT)"
    return f"CASE WHEN {digits} = '0' THEN '' ELSE '{PLATFORM}' || {digits} END"


def _digits(column: str) -> str:
    return f"CASE WHEN {column} = '' THEN '0' ELSE substr({column}, {len(PLATFORM) + 1}) END"


def _as_number(column: str) -> str:
    return f"CAST({_digits(column)} AS BIGINT)"


def _retype(
    table: str,
    columns: Sequence[str],
    before: sa.types.TypeEngine[Any],
    after: sa.types.TypeEngine[Any],
    value: Callable[[str], str],
) -> None:
    """Give columns another type and other values; keys, indices, references and numbering stay as they are."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"UPDATE {table} SET " + ", ".join(f"{one} = {value(one)}" for one in columns))
        _remake(table, columns, before, after)
        return
    for one in columns:
        op.alter_column(table, one, existing_type=before, type_=after, postgresql_using=value(one))


def _remake(
    table: str,
    columns: Sequence[str],
    before: sa.types.TypeEngine[Any],
    after: sa.types.TypeEngine[Any],
) -> None:
    """Make a table anew, as SQLite changes no column's type, with what its rows do not tell.

    That is which talks the feedback is of, since to drop the talks lets go of them, and which numbers were used.
    """
    connection = op.get_bind()
    numbered = table == "talks"
    if numbered:
        feedback = connection.execute(sa.text("SELECT id, talk FROM feedback WHERE talk IS NOT NULL")).all()
        used = connection.execute(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'talks'")).scalar()
    with op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_autoincrement": numbered}
    ) as batch:
        for one in columns:
            batch.alter_column(one, existing_type=before, type_=after)
    if not numbered:
        return
    for number, talk in feedback:
        connection.execute(
            sa.text("UPDATE feedback SET talk = :talk WHERE id = :id"), {"talk": talk, "id": number}
        )
    if used is not None:
        connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = 'talks'"))
        connection.execute(sa.text("INSERT INTO sqlite_sequence VALUES ('talks', :used)"), {"used": used})


def _address_replies(chat_of: Callable[[object], object]) -> None:
    """Address the replies that wait to be sent to other chats than the one that asked."""
    connection = op.get_bind()
    for number, replies in connection.execute(
        sa.text("SELECT id, replies FROM inbox WHERE replies <> ''")
    ).all():
        addressed = [
            one | {"chat": chat_of(one["chat"])} if "chat" in one else one for one in json.loads(replies)
        ]
        text = json.dumps(addressed, ensure_ascii=False)
        connection.execute(
            sa.text("UPDATE inbox SET replies = :text WHERE id = :id"), {"text": text, "id": number}
        )
