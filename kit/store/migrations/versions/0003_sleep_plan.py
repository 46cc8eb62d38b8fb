"""Sleep checks, actions of a plan with their reviews, and the parent's own words; append-only like every record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APPEND_ONLY = ("sleep_check", "sleep_line", "sleep_condition", "plan_action", "plan_review", "plan_words")


def upgrade() -> None:
    """Make the tables, then forbid changes to their records."""
    _make_sleep()
    _make_plan()
    for table in APPEND_ONLY:
        op.execute(_refusal(table, "UPDATE", "changed"))
        op.execute(_refusal(table, "DELETE", "removed"))


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError


def _make_sleep() -> None:
    _kept(
        "sleep_check",
        _text("visit_id"),
        _text("child_id"),
        _text("place_id"),
        _text("stay_id", nullable=True),
        _text("night"),
        *_recorded(),
        names={"visit_id": "visit", "child_id": "child", "place_id": "place", "stay_id": "stay"},
    )
    _part(
        "sleep_line",
        _text("item"),
        _text("answer"),
        _text("what"),
        _text("who"),
        _text("due_on", nullable=True),
        _text("missing"),
        _text("asked_from"),
        _text("known", nullable=True),
    )
    _part("sleep_condition", _text("condition"), _text("reply"))


def _make_plan() -> None:
    _kept(
        "plan_action",
        _text("visit_id"),
        _text("child_id"),
        _text("want"),
        _text("who"),
        _text("carer_id", nullable=True),
        _text("does"),
        _text("due_on", nullable=True),
        _text("sign"),
        *_recorded(),
        names={"visit_id": "visit", "child_id": "child", "carer_id": "carer"},
    )
    _kept(
        "plan_review",
        _text("visit_id"),
        _text("outcome"),
        _text("note"),
        *_recorded(),
        names={"visit_id": "visit", "action_id": "plan_action"},
        first=(_text("action_id"),),
    )
    _kept(
        "plan_words",
        _text("visit_id"),
        _text("carer_id", nullable=True),
        _text("words"),
        *_recorded(),
        names={"visit_id": "visit", "carer_id": "carer"},
    )


def _recorded() -> tuple[sa.Column[Any], ...]:
    """When it was, when it was written down and by whom, and what it corrects."""
    names = ("occurred_at", "recorded_at", "worker")
    return (*(_text(name) for name in names), _text("corrects", nullable=True), _text("why"))


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _kept(name: str, *columns: sa.Column[Any], names: dict[str, str], first: tuple[sa.Column[Any], ...] = ()) -> None:
    """A table of records of families: their order of keeping, their id, and which records they name."""
    named = {"family_id": "family", **names, "corrects": name}
    op.create_table(
        name,
        sa.Column("number", sa.Integer, nullable=False),
        _text("id"),
        *first,
        _text("family_id"),
        *columns,
        sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}")
            for column, other in named.items()
        ),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_family_id", name, ["family_id"])


def _part(name: str, *columns: sa.Column[Any]) -> None:
    """A table of the parts of one sleep check, in their order."""
    of = "sleep_check_id"
    op.create_table(
        name,
        _text(of),
        sa.Column("position", sa.Integer, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint(of, "position", name=f"pk_{name}"),
        sa.ForeignKeyConstraint([of], ["sleep_check.id"], name=f"fk_{name}_{of}"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _refusal(table: str, deed: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {table}_is_never_{said} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'records are never {said}'); END"
    )
