"""The restricted layer: its own tables, its own door.

A record names a carer as plain text: no foreign key, no visit, no family, and tables in a MetaData of their own, so
that no ordinary query, view or upload can join them. `kit.store.records` does not import this module.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, func, insert, select

from kit.domain.advice import Outcome, Reason, TextGiven, Understanding, Way
from kit.domain.restricted import RestrictedAdvice, RestrictedReason
from kit.store.columns import NAMING, Instant, Json, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.store.engine import Ledger

RESTRICTED_METADATA = MetaData(naming_convention=NAMING)


def _kept(name: str, *columns: Column[Any]) -> Table:
    first = (
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("carer_id", Text, nullable=False, index=True),
    )
    last = (
        Column("occurred_at", Instant, nullable=False),
        Column("recorded_at", Instant, nullable=False),
        Column("worker", Text, nullable=False),
    )
    return Table(name, RESTRICTED_METADATA, *first, *columns, *last, sqlite_strict=True)


_advice = _kept(
    "restricted_advice",
    Column("resource_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("variant", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("outcome", Word(Outcome), nullable=False),
    Column("ways", Json, nullable=False),
    Column("reason", Word(Reason)),
    Column("understanding", Word(Understanding)),
    Column("kept_where", Text, nullable=False),
    Column("corrects", Text),
    Column("why", Text, nullable=False),
)
_reason = _kept("restricted_reason", Column("reason", Word(Reason), nullable=False))

_KEEP_ADVICE, _KEEP_REASON = insert(_advice), insert(_reason)
_OF_CARER = tuple(
    select(*(column for column in table.c if column.name != "number"))
    .where(table.c.carer_id == bindparam("carer_id"))
    .order_by(table.c.number)
    for table in (_advice, _reason)
)
_HELD_BACK = tuple(select(func.count()).select_from(table) for table in (_advice, _reason))


class SqlRestrictedRecords:
    """Sensitive records of one carer at a time; see `kit.service.ports.RestrictedRecords` for each promise."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, record: RestrictedAdvice | RestrictedReason) -> None:
        """Keep a record; it is held back from every upload."""
        if isinstance(record, RestrictedReason):
            self._ledger.run(_KEEP_REASON, asdict(record))
            return
        values = {field.name: getattr(record, field.name) for field in fields(record) if field.name in _advice.c}
        self._ledger.run(_KEEP_ADVICE, values | asdict(record.text))

    def of_carer(self, carer_id: str) -> Sequence[RestrictedAdvice | RestrictedReason]:
        """What is kept of this carer, oldest first."""
        advice, reasons = (self._ledger.rows(statement, {"carer_id": carer_id}) for statement in _OF_CARER)
        found: list[RestrictedAdvice | RestrictedReason] = [_advice_of(row._asdict()) for row in advice]
        found += [RestrictedReason(**row._asdict()) for row in reasons]
        return sorted(found, key=lambda record: record.occurred_at)

    def held_back(self) -> int:
        """How many records are held back. A number, no names."""
        return sum(row[0] for statement in _HELD_BACK for row in self._ledger.rows(statement))


def _advice_of(row: dict[str, Any]) -> RestrictedAdvice:
    text = TextGiven(**{field.name: row.pop(field.name) for field in fields(TextGiven)})
    ways = tuple(Way(way) for way in row.pop("ways"))
    return RestrictedAdvice(**row, text=text, ways=ways)
