"""The restricted layer: its own tables, its own door.

A record names a carer as plain text: no foreign key, no visit, no family, and tables in a MetaData of their own, so
that no ordinary query, view or upload can join them. `kit.store.records` does not import this module.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, func, insert, select

from kit.domain.advice import Outcome, Reason, TextGiven, Understanding, Way
from kit.domain.restricted import RestrictedAdvice, RestrictedReason, SafeContact
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
_contact = _kept(
    "restricted_contact",
    Column("how", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("may_say", Text, nullable=False),
)

_KEEP_ADVICE, _KEEP_REASON, _KEEP_CONTACT = insert(_advice), insert(_reason), insert(_contact)
_OF_CARER = tuple(
    select(*(column for column in table.c if column.name != "number"))
    .where(table.c.carer_id == bindparam("carer_id"))
    .order_by(table.c.number)
    for table in (_advice, _reason)
)
_CONTACT = (
    select(*(column for column in _contact.c if column.name != "number"))
    .where(_contact.c.carer_id == bindparam("carer_id"))
    .order_by(_contact.c.number.desc())
    .limit(1)
)
_HELD_BACK = tuple(select(func.count()).select_from(table) for table in (_advice, _reason))


class SqlRestrictedRecords:
    """Sensitive records of one carer at a time; see `kit.service.ports.RestrictedRecords` for each promise."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, record: RestrictedAdvice | RestrictedReason | SafeContact) -> None:
        """Keep a record; it is held back from every upload."""
        if not isinstance(record, RestrictedAdvice):
            keep = _KEEP_REASON if isinstance(record, RestrictedReason) else _KEEP_CONTACT
            self._ledger.run(keep, asdict(record))
            return
        values = {field.name: getattr(record, field.name) for field in fields(record) if field.name in _advice.c}
        self._ledger.run(_KEEP_ADVICE, values | asdict(record.text))

    def of_carer(self, carer_id: str) -> Sequence[RestrictedAdvice | RestrictedReason]:
        """What is kept of this carer, oldest first."""
        advice, reasons = (self._ledger.rows(statement, {"carer_id": carer_id}) for statement in _OF_CARER)
        found: list[RestrictedAdvice | RestrictedReason] = [_advice_of(row._asdict()) for row in advice]
        found += [RestrictedReason(**row._asdict()) for row in reasons]
        return sorted(found, key=lambda record: record.occurred_at)

    def safe_contact(self, carer_id: str) -> SafeContact | None:
        """How this carer can be reached safely: what was kept last."""
        found = self._ledger.rows(_CONTACT, {"carer_id": carer_id})
        return SafeContact(**found[0]._asdict()) if found else None

    def held_back(self) -> int:
        """How many records are held back. A number, no names."""
        return sum(row[0] for statement in _HELD_BACK for row in self._ledger.rows(statement))


def _advice_of(row: dict[str, Any]) -> RestrictedAdvice:
    text = TextGiven(**{field.name: row.pop(field.name) for field in fields(TextGiven)})
    ways = tuple(Way(way) for way in row.pop("ways"))
    return RestrictedAdvice(**row, text=text, ways=ways)
