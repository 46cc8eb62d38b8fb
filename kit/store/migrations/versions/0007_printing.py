"""Paper: what was printed, who was told of a recall, what is to be printed, what lies ready in the bag."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

RECORDS = ("leaflet_printed", "recall_told")


def upgrade() -> None:
    """Make four tables; nothing that is there changes. Two of them are records, and refuse every change."""
    _kept(
        "leaflet_printed",
        _text("family_id"),
        _text("carer_id", nullable=True),
        *_words(),
        _text("design"),
        _number("copies"),
        *_when_and_by_whom(),
        _text("corrects", nullable=True),
        _text("why"),
        sa.ForeignKeyConstraint(["corrects"], ["leaflet_printed.id"], name="fk_leaflet_printed_corrects"),
    )
    _kept(
        "recall_told",
        _text("family_id"),
        _text("carer_id", nullable=True),
        _text("resource_id"),
        *_when_and_by_whom(),
    )
    op.create_table(
        "to_print",
        _text("id"),
        _text("resource_id"),
        _text("variant"),
        _text("design"),
        _number("copies"),
        _text("family_id", nullable=True),
        _text("carer_id", nullable=True),
        _text("kept_at"),
        sa.PrimaryKeyConstraint("id", name="pk_to_print"),
        *_people("to_print"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stock",
        _text("code"),
        *_words(),
        _number("count"),
        sa.PrimaryKeyConstraint("code", name="pk_stock"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for table in RECORDS:
        for deed, said in (("UPDATE", "changed"), ("DELETE", "removed")):
            op.execute(
                f"CREATE TRIGGER {table}_is_never_{said} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'records are never {said}'); END"
            )


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError


def _kept(name: str, *columns: sa.Column[Any] | sa.ForeignKeyConstraint) -> None:
    """A table of records about one family."""
    op.create_table(
        name,
        _number("number"),
        _text("id"),
        *columns,
        sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
        *_people(name),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_family_id", name, ["family_id"])


def _people(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([f"{one}_id"], [f"{one}.id"], name=f"fk_{table}_{one}_id")
        for one in ("family", "carer")
    ]


def _when_and_by_whom() -> list[sa.Column[Any]]:
    return [_text("occurred_at"), _text("recorded_at"), _text("worker")]


def _words() -> list[sa.Column[Any]]:
    """Exactly which words."""
    return [_text("resource_id"), _number("version"), _text("variant"), _text("language"), _text("digest")]


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)
