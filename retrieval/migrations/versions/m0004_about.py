"""What the figure before each figure counts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column."""
    op.add_column("figures", sa.Column("about", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take it back."""
    op.drop_column("figures", "about")
