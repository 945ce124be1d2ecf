"""The catalog's tables, as the newest migration leaves them; the same in SQLite and in PostgreSQL.

The lexical index is not among them: each database has its own kind, see ``catalog_terms``.
"""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = "0010"
"""The newest migration's name: what ``alembic_version`` holds in a catalog that needs none."""

metadata = MetaData()

facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    comment="what the catalog knows of itself: its generation, the model and the tokenizer that made it",
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("published", Date),
    Column("publisher", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("sections", JSON, nullable=False),
    Column("region", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False),  # last: SQLite walks over a long column to those after it
)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False, comment="float16, little endian"),
    sqlite_autoincrement=True,  # an id is never used twice: the vectors beside the catalog go by it
)

figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("passage", ForeignKey("passages.id", ondelete="CASCADE"), index=True),
    Column("quote_start", Integer, nullable=False),
    Column("quote_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("value", Text),
    Column("low", Text),
    Column("high", Text),
    Column("unit", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("qualifier", String(16), nullable=False),
    Column("step", Text),
    Column("metric", Text, nullable=False),
    Column("org", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("change", String(8), nullable=False),
    Column("number", Float, comment="value, to search by"),
    Column("clause", Text, nullable=False, server_default=""),
    Column("about", Text, nullable=False, server_default=""),
    Index("ix_figures_report_start", "report", "start"),
    Index("ix_figures_number", "number"),
    Index("ix_figures_org_metric", "org", "metric"),
    Index("ix_figures_metric", "metric"),
)

names = Table(
    "names",
    metadata,
    Column("short", Text, primary_key=True, comment="a short name, or the name itself"),
    Column("name", Text, primary_key=True),
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,  # all that is looked up stands in the key
)

versions = Table(
    "versions",
    metadata,
    Column("report", Text, primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("published", Date),
    Column("replaced_at", DateTime(timezone=True), nullable=False),
    Column("text", Text, nullable=False),
    comment="older texts of reports, whose place a newer one took",
)

other_names = Table(
    "other_names",
    metadata,
    Column("name", Text, primary_key=True, comment="the id that a file of that name would have given"),
    Column("report", Text, nullable=False),
    comment="names of the files that hold a report beside the one that it was first read from",
)

costly_files = Table(
    "costly_files",
    metadata,
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the file's bytes"),
    Column("reason", Text, nullable=False),
    comment="files that exceeded a limit of reading or ended their reader",
)

read_files = Table(
    "read_files",
    metadata,
    Column("source", Text, primary_key=True),
    Column("bytes", String(64), nullable=False, comment="SHA-256 of the file's bytes"),
    Column("rules", String(64), nullable=False, comment="SHA-256 of what it was read by"),
    Column("report", Text, nullable=False, index=True),
    Column("text", String(64), nullable=False, comment="the digest of the text that it was read as"),
    comment="what files were read as, so that one is known again by its bytes",
)
