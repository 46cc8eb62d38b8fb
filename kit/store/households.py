"""Families as they stand now, put together from the records about them in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, bindparam, select

from kit.domain.carer import Carer, Need, Relationship
from kit.domain.family import Child, Family, ParentPlace, Place, Stay
from kit.store import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import BindParameter, Column, FromClause, Table

    from kit.store.engine import Ledger

    Parts = defaultdict[str, list[Any]]

FAMILY_ID: BindParameter[str] = bindparam("family_id")


def columns_of(table: Table, kind: type[Any]) -> list[Column[Any]]:
    """The columns that hold the fields of a record, in the order of the fields."""
    return [table.c[field.name] for field in fields(kind) if field.name in table.c]


def _by_family(table: Table, kind: type[Any], home: Column[Any], source: FromClause) -> Select[Any]:
    """Each record with the family it belongs to in front, in the order of keeping."""
    return select(home, *columns_of(table, kind)).select_from(source).order_by(table.c.number)


_CHILD, _CARER = tables.child.c.family_id, tables.carer.c.family_id
_FAMILIES = select(tables.family.c.id, tables.family.c.name)
_STAGES = (
    select(tables.need_stage.c.need_id, tables.need_stage.c.stage, tables.need_stage.c.reached_on)
    .select_from(tables.need_stage.join(tables.need).join(tables.carer))
    .order_by(tables.need_stage.c.need_id, tables.need_stage.c.position)
)
_PARTS: tuple[tuple[str, type[Any], Column[Any], Select[Any]], ...] = tuple(
    (name, kind, home, _by_family(table, kind, home, source))
    for name, kind, table, home, source in (
        ("children", Child, tables.child, _CHILD, tables.child),
        ("carers", Carer, tables.carer, _CARER, tables.carer),
        (
            "relationships",
            Relationship,
            tables.relationship,
            _CARER,
            tables.relationship.join(tables.carer, tables.relationship.c.carer_id == tables.carer.c.id),
        ),
        (
            "parent_places",
            ParentPlace,
            tables.parent_place,
            _CHILD,
            tables.parent_place.join(tables.child, tables.parent_place.c.child_id == tables.child.c.id),
        ),
        ("places", Place, tables.place, tables.place.c.family_id, tables.place),
        ("stays", Stay, tables.stay, _CHILD, tables.stay.join(tables.child)),
        ("needs", Need, tables.need, _CARER, tables.need.join(tables.carer)),
    )
)

# Every statement twice, built once: for all families, and for one.
_ALL = tuple((name, kind, statement) for name, kind, _, statement in _PARTS)
_ONE = tuple((name, kind, statement.where(home == FAMILY_ID)) for name, kind, home, statement in _PARTS)
_ONE_FAMILY = _FAMILIES.where(tables.family.c.id == FAMILY_ID)
_ONE_STAGES = _STAGES.where(_CARER == FAMILY_ID)


def all_families(ledger: Ledger) -> list[Family]:
    """Every family, by name."""
    found = ledger.rows(_FAMILIES)
    stages = _stages(ledger.rows(_STAGES))
    families = _put_together(found, ((name, kind, ledger.rows(statement)) for name, kind, statement in _ALL), stages)
    return sorted(families, key=lambda family: (family.name.casefold(), family.id))


def one_family(ledger: Ledger, family_id: str) -> list[Family]:
    """The family with this id, or nothing."""
    values = {"family_id": family_id}
    found = ledger.rows(_ONE_FAMILY, values)
    stages = _stages(ledger.rows(_ONE_STAGES, values))
    parts = ((name, kind, ledger.rows(statement, values)) for name, kind, statement in _ONE)
    return _put_together(found, parts, stages)


def _stages(rows: Iterable[Any]) -> Parts:
    stages: Parts = defaultdict(list)
    for need_id, stage, reached_on in rows:
        stages[need_id].append((stage, reached_on))
    return stages


def _put_together(
    found: Iterable[Any], parts: Iterable[tuple[str, type[Any], Iterable[Any]]], stages: Parts
) -> list[Family]:
    homes: defaultdict[str, Parts] = defaultdict(lambda: defaultdict(list))
    for name, kind, rows in parts:
        for row in rows:
            homes[row[0]][name].append(_need(row, stages) if kind is Need else kind(*row[1:]))
    return [
        Family(family_id, name, **{part: tuple(kept) for part, kept in homes[family_id].items()})
        for family_id, name in found
    ]


def _need(row: Any, stages: Parts) -> Need:  # noqa: ANN401 - a row
    _, need_id, carer_id, kind, detail, review_by = row
    return Need(need_id, carer_id, kind, detail, tuple(stages.get(need_id, ())), review_by)
