"""What the first page says of each family, kept beside the records, and which families have newer records than that.

Records are only ever added, and each counts its place in the order of keeping. So the highest number of every table is
a mark, and what stands behind the mark is exactly what is new; nobody has to remember to say that a family changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, delete, func, literal, select, union, union_all
from sqlalchemy.dialects.sqlite import insert as upsert

from kit.store import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement, Select, Table

    from kit.store.engine import Ledger

    Rows = dict[str, dict[str, Any]]

_SENT = {tables.outbox_entry.name, tables.receipt.name}
"""What became of records elsewhere changes nothing the first page says."""


def homes(table: Table, which: ColumnElement[bool]) -> Iterator[Select[Any]]:
    """The families that these rows of a table are about, by every way that leads there."""
    if table is tables.family:
        yield select(table.c.id).where(which)
    elif "family_id" in table.c:
        yield select(table.c.family_id).where(which)
    else:
        for key in sorted(table.foreign_keys, key=lambda one: one.parent.name):
            if key.column.table is not table:
                yield from homes(key.column.table, key.column.in_(select(key.parent).where(which)))


WATCHED = tuple(one for one in tables.METADATA.sorted_tables if "number" in one.c and one.name not in _SENT)
_NEWEST = union_all(*(select(literal(one.name), func.coalesce(func.max(one.c.number), 0)) for one in WATCHED))
_CHANGED = union(
    *(home for table in WATCHED for home in homes(table, table.c.number > bindparam(table.name, type_=Integer)))
)
_MARKS = select(tables.caseload_mark.c.name, tables.caseload_mark.c.up_to)
_ROWS = select(tables.caseload_row.c.family_id, tables.caseload_row.c.body).where(
    tables.caseload_row.c.stamp == bindparam("stamp")
)
_MISSING = select(tables.family.c.id).where(
    tables.family.c.id.not_in(
        select(tables.caseload_row.c.family_id).where(tables.caseload_row.c.stamp == bindparam("stamp"))
    )
)
_DROP = delete(tables.caseload_row).where(tables.caseload_row.c.family_id == bindparam("gone"))
_KEEP = upsert(tables.caseload_row)
_KEEP = _KEEP.on_conflict_do_update(
    index_elements=["family_id"], set_={"stamp": _KEEP.excluded.stamp, "body": _KEEP.excluded.body}
)
_MARK = upsert(tables.caseload_mark)
_MARK = _MARK.on_conflict_do_update(index_elements=["name"], set_={"up_to": _MARK.excluded.up_to})


def rows_kept(ledger: Ledger, stamp: str) -> tuple[Rows, frozenset[str]]:
    """What was kept of each family under this stamp, and the families whose records are newer than that."""
    kept = {row.family_id: row.body for row in ledger.rows(_ROWS, {"stamp": stamp})}
    missing = {row[0] for row in ledger.rows(_MISSING, {"stamp": stamp})}
    return kept, frozenset(_changed(ledger) | missing)


def keep_rows(ledger: Ledger, stamp: str, rows: Mapping[str, dict[str, Any]]) -> None:
    """Keep these, forget what is out of date and not among them, and move the mark to the newest record."""
    gone = _changed(ledger) - rows.keys()
    if gone:
        ledger.run(_DROP, [{"gone": family_id} for family_id in sorted(gone)])
    if rows:
        ledger.run(_KEEP, [{"family_id": one, "stamp": stamp, "body": body} for one, body in rows.items()])
    ledger.run(_MARK, [{"name": name, "up_to": number} for name, number in ledger.rows(_NEWEST)])


def _changed(ledger: Ledger) -> set[str]:
    marks = {table.name: 0 for table in WATCHED} | {row.name: row.up_to for row in ledger.rows(_MARKS)}
    return {row[0] for row in ledger.rows(_CHANGED, marks)}
