"""What is learnt about people after they were written down, the stages of their needs, and how needs were met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Sequence

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new tables; nothing that is there changes."""
    _kept(
        "need_step",
        _text("need_id"),
        _text("stage"),
        _text("reached_on"),
        _text("recorded_at"),
        _text("worker"),
        _number("is_reached"),
        _text("how", nullable=True),
        _text("with_whom"),
        _number("is_still_needed"),
        _text("review_by", nullable=True),
        names={"need_id": "need"},
        index=("need_id",),
    )
    _kept(
        "carer_link",
        _text("carer_id"),
        _text("same_as"),
        names={"carer_id": "carer", "same_as": "carer"},
        index=("carer_id", "same_as"),
    )
    _kept(
        "fact",
        _text("family_id"),
        _text("about_id"),
        _text("kind"),
        _text("value"),
        _text("learnt_on"),
        _text("recorded_at"),
        _text("worker"),
        _text("told_by"),
        _text("seen_in"),
        names={"family_id": "family"},
        index=("family_id", "value"),
    )
    op.create_table(
        "advice_met",
        _text("advice_id"),
        _number("position"),
        _text("need"),
        _text("how"),
        sa.PrimaryKeyConstraint("advice_id", "position", name="pk_advice_met"),
        sa.ForeignKeyConstraint(["advice_id"], ["advice.id"], name="fk_advice_met_advice_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    # No foreign keys here: nothing of it can be followed from elsewhere.
    _kept(
        "restricted_contact",
        _text("carer_id"),
        _text("how"),
        _text("when"),
        _text("may_say"),
        _text("occurred_at"),
        _text("recorded_at"),
        _text("worker"),
        index=("carer_id",),
    )
    for table in ("need_step", "carer_link", "fact", "advice_met", "restricted_contact"):
        for deed, said in (("UPDATE", "changed"), ("DELETE", "removed")):
            op.execute(
                f"CREATE TRIGGER {table}_is_never_{said} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'records are never {said}'); END"
            )


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError


def _kept(name: str, *columns: sa.Column[Any], names: dict[str, str] | None = None, index: Sequence[str] = ()) -> None:
    """A table of records: their order of keeping, their id, and which records they name."""
    op.create_table(
        name,
        _number("number"),
        _text("id"),
        *columns,
        sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}")
            for column, other in (names or {}).items()
        ),
        sqlite_strict=True,
    )
    for column in index:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)
