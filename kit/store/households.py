"""Families as they stand now, put together from the records about them in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, bindparam, func, or_, select

from kit.domain.amending import amended
from kit.domain.carer import Carer, CarerLink, Need, NeedStep, Relationship
from kit.domain.correction import Change, Correction
from kit.domain.fact import Fact
from kit.domain.family import Child, Family, ParentPlace, Place, Stay, as_known
from kit.domain.help import HelpDecision
from kit.store import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import BindParameter, Column, ColumnElement, FromClause, Table

    from kit.store.engine import Ledger

    Parts = defaultdict[str, list[Any]]

FAMILY_ID: BindParameter[str] = bindparam("family_id")
_CHILD, _CARER = tables.child.c.family_id, tables.carer.c.family_id


def columns_of(table: Table, kind: type[Any]) -> list[Column[Any]]:
    """The columns that hold the fields of a record, in the order of the fields."""
    return [table.c[field.name] for field in fields(kind) if field.name in table.c]


def _by_family(table: Table, kind: type[Any], home: Column[Any], source: FromClause) -> Select[Any]:
    """Each record with the family it belongs to in front, in the order of keeping."""
    return select(home, *columns_of(table, kind)).select_from(source).order_by(table.c.number)


_FAMILIES = select(tables.family.c.id, tables.family.c.name)
_STAGES = select(tables.need_stage.c.need_id, tables.need_stage.c.stage, tables.need_stage.c.reached_on).order_by(
    tables.need_stage.c.need_id, tables.need_stage.c.position
)
_STEPS = select(tables.need_step.c.need_id, *columns_of(tables.need_step, NeedStep)).order_by(tables.need_step.c.number)
_LINK = tables.carer_link
_LINKED = tables.carer.join(_LINK, or_(_LINK.c.carer_id == tables.carer.c.id, _LINK.c.same_as == tables.carer.c.id))


def _people_in_two_families(name: str) -> FromClause:
    """Each carer who is linked, with their family and the id they had first: the same for all of one person."""
    first = func.coalesce(_LINK.c.same_as, tables.carer.c.id).label("person")
    everyone = tables.carer.outerjoin(_LINK, _LINK.c.carer_id == tables.carer.c.id)
    is_linked = or_(_LINK.c.same_as.is_not(None), tables.carer.c.id.in_(select(_LINK.c.same_as)))
    return select(tables.carer.c.id, _CARER, first).select_from(everyone).where(is_linked).subquery(name)


_PARTS: tuple[tuple[str, type[Any], ColumnElement[Any], Select[Any]], ...] = tuple(
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
        ("facts", Fact, tables.fact, tables.fact.c.family_id, tables.fact),
        ("links", CarerLink, _LINK, _CARER, _LINKED),
        ("corrections", Correction, tables.correction, tables.correction.c.family_id, tables.correction),
        ("help", HelpDecision, tables.help_decision, tables.help_decision.c.family_id, tables.help_decision),
    )
)
_HERE, _THERE = _people_in_two_families("here"), _people_in_two_families("there")
_NEEDS_FROM_ELSEWHERE = (
    select(
        _HERE.c.family_id,
        tables.need.c.id,
        _HERE.c.id.label("carer_id"),
        *(column for column in columns_of(tables.need, Need) if column.name not in {"id", "carer_id"}),
    )
    .select_from(
        _HERE.join(_THERE, (_HERE.c.person == _THERE.c.person) & (_HERE.c.id != _THERE.c.id)).join(
            tables.need, tables.need.c.carer_id == _THERE.c.id
        )
    )
    .order_by(tables.need.c.number)
)
"""Needs belong to the person: those written down in another family show in this one, and say nothing of the other."""

_PARTS = (*_PARTS, ("needs", Need, _HERE.c.family_id, _NEEDS_FROM_ELSEWHERE))

# Every statement twice, built once: for all families, and for one.
_ALL = tuple((name, kind, statement) for name, kind, _, statement in _PARTS)
_ONE = tuple((name, kind, statement.where(home == FAMILY_ID)) for name, kind, home, statement in _PARTS)
_ONE_FAMILY = _FAMILIES.where(tables.family.c.id == FAMILY_ID)
_NEEDS_HERE = select(tables.need.c.id).join(tables.carer).where(_CARER == FAMILY_ID)
_NEEDS_BOTH = _NEEDS_HERE.union(
    _NEEDS_FROM_ELSEWHERE.with_only_columns(tables.need.c.id).order_by(None).where(_HERE.c.family_id == FAMILY_ID)
)
_ONE_STAGES = _STAGES.where(tables.need_stage.c.need_id.in_(_NEEDS_BOTH))
_ONE_STEPS = _STEPS.where(tables.need_step.c.need_id.in_(_NEEDS_BOTH))


def all_families(ledger: Ledger) -> list[Family]:
    """Every family, by name."""
    found = ledger.rows(_FAMILIES)
    written = _Written(ledger.rows(_STAGES), ledger.rows(_STEPS))
    families = _put_together(found, ((name, kind, ledger.rows(statement)) for name, kind, statement in _ALL), written)
    return sorted(families, key=lambda family: (family.name.casefold(), family.id))


def one_family(ledger: Ledger, family_id: str) -> list[Family]:
    """The family with this id, or nothing."""
    values = {"family_id": family_id}
    found = ledger.rows(_ONE_FAMILY, values)
    written = _Written(ledger.rows(_ONE_STAGES, values), ledger.rows(_ONE_STEPS, values))
    parts = ((name, kind, ledger.rows(statement, values)) for name, kind, statement in _ONE)
    return _put_together(found, parts, written)


class _Written:
    """What was written about each need: the stages of its first day, and every step after it."""

    def __init__(self, stages: Iterable[Any], steps: Iterable[Any]) -> None:
        self._stages: Parts = defaultdict(list)
        self._steps: Parts = defaultdict(list)
        for need_id, stage, reached_on in stages:
            self._stages[need_id].append((stage, reached_on))
        for need_id, *rest in steps:
            self._steps[need_id].append(NeedStep(*rest))

    def need(self, row: Any) -> Need:  # noqa: ANN401 - a row
        """The need of a row, with its stages and steps."""
        _, need_id, carer_id, kind, detail, review_by = row
        stages, steps = self._stages.get(need_id, ()), self._steps.get(need_id, ())
        return Need(need_id, carer_id, kind, detail, tuple(stages), review_by, tuple(steps))


def _put_together(
    found: Iterable[Any], parts: Iterable[tuple[str, type[Any], Iterable[Any]]], written: _Written
) -> list[Family]:
    homes: defaultdict[str, Parts] = defaultdict(lambda: defaultdict(list))
    for name, kind, rows in parts:
        for row in rows:
            homes[row[0]][name].append(_record(kind, row, written))
    return [
        amended(as_known(Family(family_id, name, **{part: tuple(kept) for part, kept in homes[family_id].items()})))
        for family_id, name in found
    ]


def _record(kind: type[Any], row: Any, written: _Written) -> Any:  # noqa: ANN401 - a row, and any record
    if kind is Need:
        return written.need(row)
    return _correction(row) if kind is Correction else kind(*row[1:])


def _correction(row: Any) -> Correction:  # noqa: ANN401 - a row
    _, correction_id, family_id, kind, record_id, changes, recorded_at, worker, why, is_withdrawal = row
    made = tuple(Change(**change) for change in changes)
    return Correction(
        correction_id, family_id, kind, record_id, made, recorded_at, worker, why, is_withdrawal=bool(is_withdrawal)
    )
