"""How far a text was shown on the screen: so many of its ideas, beside the advice that was given by showing it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two numbers, or none where nobody counted; the records that are there keep none."""
    for name in ("ideas_seen", "ideas_of"):
        op.add_column("advice", sa.Column(name, sa.Integer, nullable=True))


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError
