"""Attempts with how, what was noticed and what is next; joint workers; words of a carer; corrections; closing help."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APPEND_ONLY = ("joint_worker", "correction", "help_decision")


def upgrade() -> None:
    """Add columns that are empty in older records, and three tables whose records are never changed."""
    for column in (
        _text("tried_by", nullable=True),
        _later_text("noticed"),
        _later_text("next_step"),
        _text("next_on", nullable=True),
    ):
        op.add_column("visit", column)
    op.add_column("advice", _later_text("note"))
    op.create_table(
        "joint_worker",
        _text("visit_id"),
        _number("position"),
        _text("name"),
        _text("role"),
        sa.PrimaryKeyConstraint("visit_id", "position", name="pk_joint_worker"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_joint_worker_visit_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    _kept(
        "correction",
        _text("kind"),
        _text("record_id"),
        _text("changes"),
        _text("recorded_at"),
        _text("worker"),
        _text("why"),
        _number("is_withdrawal"),
    )
    _kept(
        "help_decision",
        _text("state"),
        _text("on"),
        _text("recorded_at"),
        _text("worker"),
        _text("why"),
        _text("discussed_on", nullable=True),
    )
    for table in APPEND_ONLY:
        op.execute(_refusal(table, "UPDATE", "changed"))
        op.execute(_refusal(table, "DELETE", "removed"))


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _later_text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _kept(name: str, *columns: sa.Column[Any]) -> None:
    """A table of records of families: their order of keeping, their id, their family."""
    op.create_table(
        name,
        _number("number"),
        _text("id"),
        _text("family_id"),
        *columns,
        sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
        sa.ForeignKeyConstraint(["family_id"], ["family.id"], name=f"fk_{name}_family_id"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_family_id", name, ["family_id"])


def _refusal(table: str, deed: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {table}_is_never_{said} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'records are never {said}'); END"
    )
