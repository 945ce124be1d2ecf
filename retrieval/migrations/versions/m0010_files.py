"""What files were read as, so that one is known again by its bytes."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "read_files",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("bytes", sa.String(64), nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("report", sa.Text, nullable=False, index=True),
        sa.Column("text", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("read_files")
