"""The region that each report speaks of; the catalog fills it in when it is opened."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    op.add_column("reports", sa.Column("region", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take it back."""
    op.drop_column("reports", "region")
