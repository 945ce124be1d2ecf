"""Each figure's own clause, and a view of how many passages hold a term."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and, in SQLite, the view; PostgreSQL counts by its index."""
    op.add_column("figures", sa.Column("clause", sa.Text, nullable=False, server_default=""))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS passage_vocabulary USING fts5vocab (passage_terms, row)"
        )


def downgrade() -> None:
    """Take both back."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("passage_vocabulary")
    op.drop_column("figures", "clause")
