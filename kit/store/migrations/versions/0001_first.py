"""The first tables, and the triggers that make records append-only.

A step says everything itself and never imports today's tables: it must do in ten years what it does now.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, then forbid changes to the records."""
    _make_people()
    _make_visits()
    _make_outbox()
    _make_restricted()
    _keyed("settings", _text("key"), _text("value"), key=("key",))
    for table in APPEND_ONLY:
        op.execute(_refusal(table, "UPDATE", "changed"))
        op.execute(_refusal(table, "DELETE", "removed"))
    op.execute(
        "CREATE TRIGGER visit_draft_stays_in_family BEFORE UPDATE ON visit_draft "
        "WHEN NEW.family_id IS NOT OLD.family_id OR NEW.id IS NOT OLD.id "
        "BEGIN SELECT RAISE(ABORT, 'a draft belongs to one family for ever'); END"
    )


def downgrade() -> None:
    """There is no way back: the copy made before an upgrade is."""
    raise NotImplementedError


APPEND_ONLY = (
    "family",
    "child",
    "carer",
    "relationship",
    "parent_place",
    "need",
    "need_stage",
    "place",
    "stay",
    "visit",
    "presence",
    "child_seen",
    "advice",
    "advice_way",
    "outbox_entry",
    "receipt",
    "receipt_answer",
    "remote_reference",
    "retry",
    "restricted_advice",
    "restricted_reason",
)


def _make_people() -> None:
    _kept("family", _text("name"))
    _kept(
        "child",
        _text("family_id"),
        _text("given_name"),
        _text("family_name"),
        _text("born_on", nullable=True),
        _text("due_on", nullable=True),
        names={"family_id": "family"},
        index=("family_id",),
    )
    _kept(
        "carer",
        _text("family_id"),
        _text("given_name"),
        _text("family_name"),
        names={"family_id": "family"},
        index=("family_id",),
    )
    _kept(
        "relationship",
        _text("carer_id"),
        _text("child_id"),
        _text("tie"),
        _text("note"),
        names={"carer_id": "carer", "child_id": "child"},
        index=("carer_id",),
    )
    _kept(
        "parent_place",
        _text("child_id"),
        _text("role"),
        _text("state"),
        _text("as_of"),
        _text("carer_id", nullable=True),
        _text("last_asked_on", nullable=True),
        names={"child_id": "child", "carer_id": "carer"},
        index=("child_id",),
    )
    _kept(
        "need",
        _text("carer_id"),
        _text("kind"),
        _text("detail"),
        _text("review_by", nullable=True),
        names={"carer_id": "carer"},
        index=("carer_id",),
    )
    _part("need_stage", "need", _text("stage"), _text("reached_on"))
    _kept(
        "place",
        _text("family_id"),
        _text("address"),
        _text("kind"),
        names={"family_id": "family"},
        index=("family_id",),
    )
    _kept(
        "stay",
        _text("child_id"),
        _text("place_id"),
        _text("from_on"),
        names={"child_id": "child", "place_id": "place"},
        index=("child_id",),
    )


def _make_visits() -> None:
    _kept(
        "visit",
        _text("family_id"),
        _text("contact"),
        _text("place_id", nullable=True),
        _text("started_at"),
        _text("ended_at"),
        _text("recorded_at"),
        _text("worker"),
        _text("outcome"),
        _text("corrects", nullable=True),
        _text("why"),
        names={"family_id": "family", "place_id": "place", "corrects": "visit"},
        index=("family_id",),
    )
    _part(
        "presence",
        "visit",
        _text("carer_id"),
        _text("attended"),
        _text("reach_by", nullable=True),
        names={"carer_id": "carer"},
    )
    _part("child_seen", "visit", _text("child_id"), names={"child_id": "child"})
    _kept(
        "advice",
        _text("family_id"),
        _text("visit_id"),
        _text("child_id"),
        _text("carer_id"),
        _text("topic"),
        _text("resource_id"),
        _number("version"),
        _text("variant"),
        _text("language"),
        _text("digest"),
        _text("outcome"),
        _text("occurred_at"),
        _text("recorded_at"),
        _text("worker"),
        _text("reason", nullable=True),
        _text("understanding", nullable=True),
        _text("corrects", nullable=True),
        _text("why"),
        names={
            "family_id": "family",
            "visit_id": "visit",
            "child_id": "child",
            "carer_id": "carer",
            "corrects": "advice",
        },
        index=("family_id",),
    )
    _part("advice_way", "advice", _text("way"))
    _keyed(
        "visit_draft",
        _text("id"),
        _text("family_id"),
        _text("body"),
        key=("id",),
        names={"family_id": "family"},
        unique=("family_id",),
    )


def _make_outbox() -> None:
    _kept(
        "outbox_entry",
        _text("kind"),
        _text("family_id"),
        _text("visit_id"),
        _text("made_at"),
        _text("payload"),
        names={"family_id": "family", "visit_id": "visit"},
        index=("visit_id",),
    )
    _kept("receipt", _text("upload_id"), _text("server"), _text("received_at"), _text("stopped"))
    _part(
        "receipt_answer",
        "receipt",
        _text("entry_id"),
        _text("verdict"),
        _text("reference"),
        _text("said"),
        index=("entry_id",),
    )
    _part("remote_reference", "receipt", _text("identifier"), _text("reference"))
    _keyed(
        "retry",
        _text("entry_id"),
        _text("receipt_id"),
        _text("asked_at"),
        key=("entry_id", "receipt_id"),
        names={"entry_id": "outbox_entry", "receipt_id": "receipt"},
    )


def _make_restricted() -> None:
    """No foreign keys here: nothing of these can be followed from elsewhere."""
    _kept(
        "restricted_advice",
        _text("carer_id"),
        _text("resource_id"),
        _number("version"),
        _text("variant"),
        _text("language"),
        _text("digest"),
        _text("outcome"),
        _text("ways"),
        _text("reason", nullable=True),
        _text("understanding", nullable=True),
        _text("kept_where"),
        _text("corrects", nullable=True),
        _text("why"),
        _text("occurred_at"),
        _text("recorded_at"),
        _text("worker"),
        index=("carer_id",),
    )
    _kept(
        "restricted_reason",
        _text("carer_id"),
        _text("reason"),
        _text("occurred_at"),
        _text("recorded_at"),
        _text("worker"),
        index=("carer_id",),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _kept(
    name: str, *columns: sa.Column[Any], names: dict[str, str] | None = None, index: tuple[str, ...] = ()
) -> None:
    """A table of records: their order of keeping, their id, and which records they name."""
    op.create_table(
        name,
        _number("number"),
        _text("id"),
        *columns,
        sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
        *_foreign(name, names or {}),
        sqlite_strict=True,
    )
    _index(name, index)


def _part(
    name: str,
    of: str,
    *columns: sa.Column[Any],
    names: dict[str, str] | None = None,
    index: tuple[str, ...] = (),
) -> None:
    """A table of the parts of one record, in their order."""
    first = (_text(f"{of}_id"), _number("position"))
    named = {f"{of}_id": of} | (names or {})
    _keyed(name, *first, *columns, key=(f"{of}_id", "position"), names=named)
    _index(name, index)


def _keyed(
    name: str,
    *columns: sa.Column[Any],
    key: tuple[str, ...],
    names: dict[str, str] | None = None,
    unique: tuple[str, ...] = (),
) -> None:
    """A table with a key of its own."""
    op.create_table(
        name,
        *columns,
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        *(sa.UniqueConstraint(column, name=f"uq_{name}_{column}") for column in unique),
        *_foreign(name, names or {}),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _foreign(table: str, names: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")
        for column, other in names.items()
    ]


def _index(table: str, columns: tuple[str, ...]) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _refusal(table: str, deed: str, said: str) -> str:
    return (
        f"CREATE TRIGGER {table}_is_never_{said} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'records are never {said}'); END"
    )
