"""What the first page says of each family, kept beside the records."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables that may be emptied at any time; neither holds a record."""
    op.create_table(
        "caseload_row",
        sa.Column("family_id", sa.Text, nullable=False),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("family_id", name="pk_caseload_row"),
        sa.ForeignKeyConstraint(["family_id"], ["family.id"], name="fk_caseload_row_family_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "caseload_mark",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("up_to", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_caseload_mark"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
