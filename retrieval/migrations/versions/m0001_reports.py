"""Reports, passages, figures, and the lexical index of the database's own kind."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "facts",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False, index=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sections", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "report", sa.Text, sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("context", sa.Text, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    _create_figures()
    _create_lexical_index()


def downgrade() -> None:
    """Drop everything."""
    for table in ("passage_terms", "figures", "passages", "reports", "facts"):
        op.drop_table(table)


def _create_figures() -> None:
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
        sa.Column("passage", sa.Integer, sa.ForeignKey("passages.id", ondelete="CASCADE"), index=True),
        sa.Column("quote_start", sa.Integer, nullable=False),
        sa.Column("quote_end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("low", sa.Text),
        sa.Column("high", sa.Text),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("qualifier", sa.String(16), nullable=False),
        sa.Column("step", sa.Text),
        sa.Column("metric", sa.Text, nullable=False),
        sa.Column("org", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("change", sa.String(8), nullable=False),
        sa.Column("number", sa.Float),
        sa.Index("ix_figures_report_start", "report", "start"),
        sa.Index("ix_figures_number", "number"),
        sa.Index("ix_figures_org_metric", "org", "metric"),
        sa.Index("ix_figures_metric", "metric"),
    )


def _create_lexical_index() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TABLE passage_terms (passage INTEGER PRIMARY KEY REFERENCES passages (id) "
            "ON DELETE CASCADE, terms TSVECTOR NOT NULL, length INTEGER NOT NULL)"
        )
        op.execute("CREATE INDEX ix_passage_terms_terms ON passage_terms USING gin (terms)")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE passage_terms USING fts5 (terms, content='', "
            "tokenize=\"unicode61 remove_diacritics 0 tokenchars '.%_'\")"
        )
