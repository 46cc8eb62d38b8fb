"""How each kind of record becomes rows. One entry in the table below for each kind."""

from __future__ import annotations

from dataclasses import asdict, fields
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from kit.domain.advice import AdviceGiven
from kit.domain.carer import Carer, CarerLink, Need, NeedStep, Relationship
from kit.domain.correction import Correction
from kit.domain.fact import Fact
from kit.domain.family import Child, Family, ParentPlace, Place, Stay
from kit.domain.help import HelpDecision
from kit.domain.outbox import OutboxEntry, Receipt
from kit.domain.plan import Action, ActionReview, ParentWords
from kit.domain.sleep import SleepCheck
from kit.domain.visit import Visit
from kit.store import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Insert, Table

    from kit.store.engine import Ledger

    Values = dict[str, Any]
    Writer = tuple[Insert, Callable[[Any], Iterable[Values]]]


def _whole(table: Table) -> Writer:
    """Writes a record whose fields are the columns of one table."""
    names = [column.name for column in table.c if column.name != "number"]
    return insert(table), lambda record: [{name: getattr(record, name) for name in names}]


def _parts(table: Table, of: str, pick: Callable[[Any], Iterable[Values]]) -> Writer:
    """Writes the parts of a record, in their order."""
    return insert(table), lambda record: [
        {of: record.id, "position": position, **part} for position, part in enumerate(pick(record))
    ]


def _advice_values(record: AdviceGiven) -> list[Values]:
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name in tables.advice.c}
    tried = [asdict(one) for one in record.tried]
    seen, of = (record.how_far.seen, record.how_far.of) if record.how_far else (None, None)
    return [values | asdict(record.text) | {"ideas_seen": seen, "ideas_of": of, "tried": tried}]


def _correction_values(record: Correction) -> list[Values]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return [values | {"changes": [asdict(change) for change in record.changes]}]


_NEED_STAGES = _parts(
    tables.need_stage, "need_id", lambda need: [{"stage": stage, "reached_on": on} for stage, on in need.reached]
)
_PRESENCES = _parts(tables.presence, "visit_id", lambda visit: [asdict(one) for one in visit.presences])
_CHILDREN_SEEN = _parts(tables.child_seen, "visit_id", lambda visit: [{"child_id": one} for one in visit.children_seen])
_MET = _parts(tables.advice_met, "advice_id", lambda record: [asdict(one) for one in record.met])
_JOINT_WORKERS = _parts(tables.joint_worker, "visit_id", lambda visit: [asdict(one) for one in visit.joint_workers])
_WAYS = _parts(tables.advice_way, "advice_id", lambda record: [{"way": way} for way in record.ways])
_ANSWERS = _parts(tables.receipt_answer, "receipt_id", lambda receipt: [asdict(one) for one in receipt.answers])
_REFERENCES = _parts(tables.remote_reference, "receipt_id", lambda receipt: [asdict(one) for one in receipt.references])

_SLEEP_LINES = _parts(
    tables.sleep_line,
    "sleep_check_id",
    lambda check: [{"item": line.item, "answer": line.answer, **asdict(line.agreed)} for line in check.lines],
)
_SLEEP_CONDITIONS = _parts(
    tables.sleep_condition,
    "sleep_check_id",
    lambda check: [{"condition": condition, "reply": reply} for condition, reply in check.conditions],
)

_WRITERS: dict[type, tuple[Writer, ...]] = {
    Family: (_whole(tables.family),),
    Child: (_whole(tables.child),),
    Carer: (_whole(tables.carer),),
    Relationship: (_whole(tables.relationship),),
    ParentPlace: (_whole(tables.parent_place),),
    Need: (_whole(tables.need), _NEED_STAGES),
    NeedStep: (_whole(tables.need_step),),
    CarerLink: (_whole(tables.carer_link),),
    Fact: (_whole(tables.fact),),
    Place: (_whole(tables.place),),
    Stay: (_whole(tables.stay),),
    Visit: (_whole(tables.visit), _PRESENCES, _CHILDREN_SEEN, _JOINT_WORKERS),
    AdviceGiven: ((insert(tables.advice), _advice_values), _WAYS, _MET),
    Correction: ((insert(tables.correction), _correction_values),),
    HelpDecision: (_whole(tables.help_decision),),
    SleepCheck: (_whole(tables.sleep_check), _SLEEP_LINES, _SLEEP_CONDITIONS),
    Action: (_whole(tables.plan_action),),
    ActionReview: (_whole(tables.plan_review),),
    ParentWords: (_whole(tables.plan_words),),
    OutboxEntry: (_whole(tables.outbox_entry),),
    Receipt: (_whole(tables.receipt), _ANSWERS, _REFERENCES),
}


def write(ledger: Ledger, records: Iterable[Any]) -> None:
    """Keep these records in this order. Neighbours of one kind go in as one batch for each table."""
    for kind, run in groupby(records, type):
        batch = list(run)
        for statement, values in _WRITERS[kind]:
            rows = [row for record in batch for row in values(record)]
            if rows:
                ledger.run(statement, rows)
