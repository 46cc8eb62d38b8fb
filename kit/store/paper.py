"""Paper in the records file: two tables that only grow, and two lists that are struck off."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kit.domain.advice import TextGiven
from kit.domain.paper import LeafletPrinted, RecallTold, Stock, ToPrint
from kit.store import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from kit.store.engine import Ledger


def _columns(table: Table) -> list[Any]:
    return [column for column in table.c if column.name != "number"]


_TEXT = tuple(field.name for field in fields(TextGiven))
_PRINTED = select(*_columns(tables.leaflet_printed)).order_by(
    tables.leaflet_printed.c.occurred_at, tables.leaflet_printed.c.number
)
_PRINTED_OF = _PRINTED.where(tables.leaflet_printed.c.family_id == bindparam("family_id"))
_TOLD = select(*_columns(tables.recall_told)).order_by(tables.recall_told.c.occurred_at, tables.recall_told.c.number)
_KEEP = {LeafletPrinted: insert(tables.leaflet_printed), RecallTold: insert(tables.recall_told)}
_TO_PRINT = select(*tables.to_print.c).order_by(tables.to_print.c.kept_at, tables.to_print.c.id)
_WISH = insert(tables.to_print)
_STRIKE = delete(tables.to_print).where(tables.to_print.c.id == bindparam("wanted"))
_STOCK = select(*tables.stock.c).order_by(tables.stock.c.code)
_STOCK_KEEP = upsert(tables.stock)
_STOCK_KEEP = _STOCK_KEEP.on_conflict_do_update(index_elements=["code"], set_={"count": _STOCK_KEEP.excluded.count})
_STOCK_DROP = delete(tables.stock).where(tables.stock.c.code == bindparam("wanted"))
_STOCK_TAKE = (
    update(tables.stock)
    .where(*(tables.stock.c[name] == bindparam(f"of_{name}") for name in _TEXT), tables.stock.c.count > 0)
    .values(count=tables.stock.c.count - 1)
)


class SqlPaper:
    """Paper in the records of one worker; see `kit.service.ports.PaperRecords` for each promise."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, record: LeafletPrinted | RecallTold) -> None:
        """Keep a record."""
        self._ledger.run(_KEEP[type(record)], _row(record))

    def printed(self, family_id: str | None = None) -> Sequence[LeafletPrinted]:
        """What was printed, oldest first; for one family or for all."""
        rows = self._ledger.rows(_PRINTED_OF, {"family_id": family_id}) if family_id else self._ledger.rows(_PRINTED)
        return [LeafletPrinted(**_with_text(row)) for row in rows]

    def told(self) -> Sequence[RecallTold]:
        """Who was told that a resource was withdrawn, oldest first."""
        return [RecallTold(**row._asdict()) for row in self._ledger.rows(_TOLD)]

    def to_print(self) -> Sequence[ToPrint]:
        """What is still to be printed, oldest first."""
        return [ToPrint(**row._asdict()) for row in self._ledger.rows(_TO_PRINT)]

    def keep_to_print(self, wish: ToPrint) -> None:
        """Put a leaflet on that list."""
        self._ledger.run(_WISH, _row(wish))

    def strike_off(self, wish_id: str) -> None:
        """Take a leaflet off that list."""
        self._ledger.run(_STRIKE, {"wanted": wish_id})

    def stock(self) -> Sequence[Stock]:
        """What lies ready in the bag, by code."""
        return [Stock(**_with_text(row)) for row in self._ledger.rows(_STOCK)]

    def keep_stock(self, stock: Stock) -> None:
        """Keep how many there are of this code; none takes it off the list."""
        if stock.count > 0:
            self._ledger.run(_STOCK_KEEP, _row(stock))
        else:
            self._ledger.run(_STOCK_DROP, {"wanted": stock.code})

    def take_from_stock(self, text: TextGiven) -> None:
        """One sheet with exactly these words left the bag."""
        self._ledger.run(_STOCK_TAKE, {f"of_{name}": value for name, value in asdict(text).items()})


def _row(record: LeafletPrinted | RecallTold | ToPrint | Stock) -> dict[str, Any]:
    """The columns of a record; the words given lie beside the rest."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    text = values.pop("text", None)
    return values | asdict(text) if text else values


def _with_text(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row
    values: dict[str, Any] = row._asdict()
    return values | {"text": TextGiven(**{name: values.pop(name) for name in _TEXT})}
