"""The catalog's tables about people, conversations and decisions, as the newest migration leaves them.

Times are UTC. Ids of people, chats and updates are text with their platform's name, so that those of two
platforms never meet: ``telegram:42``, ``telegram:-100123``; "" stands for none. Ids of messages and topics are
numbers within a chat, which need 64 bits; 0 stands for none.
"""

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Index, Integer, String, Table, Text

from retrieval.catalog.tables import metadata

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("added_by", Text, nullable=False),
    comment="who may talk to the bot, and who may not",
)

rooms = Table(
    "rooms",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("added_by", Text, nullable=False),
    comment="groups whose members may ask",
)

invites = Table(
    "invites",
    metadata,
    Column(
        "digest", String(64), primary_key=True, comment="SHA-256 of the code: the code itself is not kept"
    ),
    Column("role", String(16), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("used_by", Text),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Text, primary_key=True, comment="the update's id"),
    Column("state", String(8), nullable=False, index=True),
    Column("body", Text, nullable=False, comment="the update in JSON; empty once it is done"),
    Column("replies", Text, nullable=False, comment="what is to be sent, in JSON; empty until it is known"),
    Column("sent", Text, nullable=False, comment="ids of the messages that carry the replies, in JSON"),
    Column("attempts", Integer, nullable=False),
    Column("received_at", DateTime(timezone=True), nullable=False),
)

talks = Table(
    "talks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("update_id", Text, nullable=False, unique=True),
    Column("chat", Text, nullable=False),
    Column("thread", BigInteger, nullable=False),
    Column("person", Text, nullable=False, index=True),
    Column("message", BigInteger, nullable=False, comment="the message that asked"),
    Column("kind", String(16), nullable=False),
    Column("question", Text, nullable=False),
    Column("body", Text, nullable=False, comment="what was answered, in JSON, for the buttons under it"),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("ix_talks_chat_message", "chat", "message"),
    sqlite_autoincrement=True,  # a button's data names a talk for ever
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("talk", ForeignKey("talks.id", ondelete="SET NULL"), index=True),
    Column("person", Text, nullable=False, index=True),
    Column("mark", String(8), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("update_id", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, index=True),
    Column("person", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", Text, nullable=False, comment="ids and counts, never what was asked"),
    Column("text", Text, comment="what was asked, where auditing of text is switched on"),
    Index("ix_audit_update_action", "update_id", "action", unique=True),
)

chat_state = Table(
    "chat_state",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False, comment="JSON"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, comment="the file's name when it was last decided on"),
    Column("seen_at", DateTime(timezone=True), nullable=False),
    comment="drafts on whose figures somebody decided, each with all its versions",
)

draft_sentences = Table(
    "draft_sentences",
    metadata,
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), primary_key=True, comment="of a sentence's words, its figures left out"),
    Index("ix_draft_sentences_digest", "digest"),
    comment="by what the next version of a draft is known",
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft", ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("sentence", String(64), nullable=False, comment="the digest of the figure's sentence"),
    Column("nth", Integer, nullable=False, comment="which figure of the sentence, from 0"),
    Column("raw", Text, nullable=False),
    Column("before", String(64), nullable=False, comment="the digest of the sentence before"),
    Column("turn", Integer, nullable=False, comment="which of the same sentence and figure, from 0"),
    Column("turns", Integer, nullable=False, comment="how often the same stood in the draft"),
    Column("quote", Text, nullable=False),
    Column("verdict", String(32), nullable=False, comment="what the check said when it was decided"),
    Column("choice", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("digest", String(64), primary_key=True, comment="SHA-256: the token itself is not kept"),
    Column("name", Text, nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("revoked_at", DateTime(timezone=True)),
    comment="by which programs are let in",
)
