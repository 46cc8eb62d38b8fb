"""What came of what was practised on the screen: how many things were found, and the plan a family chose."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A list in JSON; of the records that are there nobody wrote it down."""
    op.add_column("advice", sa.Column("tried", sa.Text, nullable=False, server_default="[]"))


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError
