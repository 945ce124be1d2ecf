"""Versions of reports whose place a newer one took, further names of reports, and files that ended their reader."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "versions",
        sa.Column("report", sa.Text, primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "other_names",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("report", sa.Text, nullable=False),
    )
    op.create_table(
        "costly_files",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Take them back."""
    op.drop_table("costly_files")
    op.drop_table("other_names")
    op.drop_table("versions")
