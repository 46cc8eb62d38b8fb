"""What a server is told of a visit entered in error, and what must not reach it any more.

What a server has is never certain: the answer to a parcel may be lost on the way. So everything it may still show is
corrected, and what it has not said it has is settled here and not sent. The courier asks before it corrects that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.advice import AdviceGiven, Outcome, as_correction
from kit.domain.identity import new_id
from kit.domain.outbox import EntryAnswer, EntryKind, EntryState, OutboxEntry, Receipt, Verdict
from kit.domain.sleep import SleepCheck
from kit.domain.visit import first_records
from kit.service.parcels import action_payload, advice_payload, sleep_payload, void_payload
from kit.service.visits import keep_correction

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kit.domain.plan import Action
    from kit.domain.visit import Visit
    from kit.service.ports import Clock, Records

    Sent = AdviceGiven | SleepCheck | Action


def withdraw_what_it_held(records: Records, clock: Clock, void: Visit) -> None:
    """Correct every record of a visit entered in error, and settle what is not to be sent; inside a transaction.

    Args:
        records: where the visit is, with `void` among its records.
        clock: gives the corrections their ids.
        void: the record that says that the visit was entered in error.
    """
    first, held = _held(records, void)
    received = {one.id for one in held if records.state(one.id) is EntryState.RECEIVED}
    corrected = {one.corrects for one in held if one.corrects}
    marked = {one.corrects for one in held if one.id in received}
    for record in held:
        if isinstance(record, AdviceGiven) and record.outcome is Outcome.ENTERED_IN_ERROR:
            continue
        if isinstance(record, AdviceGiven) and record.id not in corrected:
            keep_correction(records, _void_advice(record, void, new_id(clock.now())))
        elif record.id not in marked:
            records.post(_void_entry(record, void, new_id(clock.now())))
    _settle(records, clock, [first, *(record.id for record in held)])


def _held(records: Records, visit: Visit) -> tuple[str, list[Sent]]:
    """The id the visit was closed under, and everything recorded in it that is sent."""
    family_id = visit.family_id
    firsts = first_records(records.visits(family_id))
    kept: tuple[Sent, ...] = (*records.advice(family_id), *records.sleep_checks(family_id), *records.actions(family_id))
    return firsts[visit.id], [one for one in kept if firsts.get(one.visit_id) == firsts[visit.id]]


def _void_advice(record: AdviceGiven, void: Visit, void_id: str) -> AdviceGiven:
    """Advice keeps that it was entered in error; a sleep check and an action are read with their visit."""
    new = replace(
        record,
        id=void_id,
        recorded_at=void.recorded_at,
        worker=void.worker,
        outcome=Outcome.ENTERED_IN_ERROR,
        ways=(),
        reason=None,
        understanding=None,
        note="",
    )
    return as_correction(record, new, void.why)


def _void_entry(record: Sent, void: Visit, void_id: str) -> OutboxEntry:
    payload = void_payload(_payload(record), void_id, void.recorded_at, void.worker, void.why)
    visit_id, made_at = record.visit_id, void.recorded_at
    return OutboxEntry(void_id, EntryKind.CORRECTION, record.family_id, visit_id, made_at, payload)


def _payload(record: Sent) -> Mapping[str, Any]:
    match record:
        case AdviceGiven():
            return advice_payload(record)
        case SleepCheck():
            return sleep_payload(record)
        case _:
            return action_payload(record)


def _settle(records: Records, clock: Clock, entry_ids: list[str]) -> None:
    """Say of each of these, unless a server has said it has it, that it is not sent any more."""
    now = clock.now()
    unsent = [one for one in entry_ids if records.state(one) is not EntryState.RECEIVED]
    answers = tuple(EntryAnswer(one, Verdict.WITHDRAWN) for one in unsent)
    records.keep_receipt(Receipt(new_id(now), "", "", now, answers))
