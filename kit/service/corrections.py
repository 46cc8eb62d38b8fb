"""Putting right what was written wrongly. The old record stays; the new one says what was wrong, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kit.domain.advice import standing
from kit.domain.amending import FIELDS, PARTS
from kit.domain.carer import Carer, Relationship
from kit.domain.correction import WITHDRAWABLE, Change, Correction, RecordKind, text_of
from kit.domain.errors import RuleError, UnknownError
from kit.domain.family import (
    MAX_NAME,
    Child,
    Family,
    ParentPlace,
    PlaceState,
    Stay,
    checked_child_dates,
    checked_line,
)
from kit.domain.identity import new_id
from kit.domain.visit import Attended, VisitOutcome, first_records, standing_visits
from kit.service.families import PARENT_ROLES
from kit.service.withdrawing import withdraw_what_it_held

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from kit.domain.advice import AdviceGiven
    from kit.domain.visit import Visit
    from kit.service.ports import Clock, Records

Record = Any
"""Any of the records a family holds: each is a dataclass with an id, and `FIELDS` names what can be corrected in it."""

NAME_LEARNT = "The name was not known before."


# -- people, places and what they are to each other --------------------------------------------------------------------


def correct_record(
    records: Records,
    clock: Clock,
    family_id: str,
    kind: RecordKind,
    record_id: str,
    values: Mapping[str, object],
    *,
    why: str,
) -> Correction:
    """Put right one record about a family; the fields not named stay as they are.

    A relationship that turns out not to be a parent's takes back the parent place it filled, and the other way round.

    Raises:
        RuleError: no reason, nothing is different, or the new value cannot be.
        UnknownError: there is no such record, or it was withdrawn.
    """
    said = checked_line(why, "why", what="The reason for correcting")
    with records:
        family = records.family(family_id)
        old = _record(family, kind, record_id)
        new = _checked(family, old, replace(old, **values), clock.today())
        correction = _correction(records, clock, family, kind, old, new, said)
        records.add(correction)
        if isinstance(old, Relationship) and isinstance(new, Relationship) and old.tie is not new.tie:
            _move_parent(records, clock, family, old, new, said)
        records.commit()
    return correction


def withdraw_record(
    records: Records, clock: Clock, family_id: str, kind: RecordKind, record_id: str, *, why: str
) -> Correction:
    """Say that a relationship, an answer about a parent place, a need or a stay should never have been written.

    Raises:
        RuleError: no reason, or a record that others name.
        UnknownError: there is no such record, or it was withdrawn before.
    """
    said = checked_line(why, "why", what="The reason for correcting")
    if kind not in WITHDRAWABLE:
        message = "Other records name this one. Correct what is wrong in it instead."
        raise RuleError(message)
    with records:
        family = records.family(family_id)
        old = _record(family, kind, record_id)
        correction = _withdrawal(records, clock, family, kind, old, said)
        records.add(correction)
        if isinstance(old, Relationship):
            _take_back_place(records, clock, family, old, said)
        records.commit()
    return correction


def name_carer(
    records: Records, clock: Clock, family_id: str, carer_id: str, given_name: str, family_name: str = ""
) -> Correction:
    """The name of somebody who was met before it was known."""
    names = {"given_name": given_name, "family_name": family_name}
    return correct_record(records, clock, family_id, RecordKind.CARER, carer_id, names, why=NAME_LEARNT)


def _record(family: Family, kind: RecordKind, record_id: str) -> Record:
    kept = (family,) if kind is RecordKind.FAMILY else getattr(family, PARTS.get(kind, ""), ())
    for one in kept:
        if one.id == record_id:
            return one
    message = "This record does not count any more, or is not in the records of this family."
    raise UnknownError(message)


def _checked(family: Family, old: Record, new: Record, today: date) -> Record:
    """The new values as they may be kept, by the rules of adding them."""
    match new:
        case Child():
            checked_child_dates(new.born_on, new.due_on, today)
            return _named(new, is_required=new.born_on is not None)
        case Carer():
            return _named(new, is_required=True)
        case Family():
            return replace(new, name=checked_line(new.name, "name", what="A family name", most=MAX_NAME))
        case Stay():
            family.place(new.place_id)
            return _begun(new, today)
        case ParentPlace():
            return _place_checked(old, new)
        case _:
            return _lines_checked(new)


def _named(person: Record, *, is_required: bool) -> Record:
    given = checked_line(person.given_name, "given_name", what="A first name", most=MAX_NAME, required=is_required)
    last = checked_line(person.family_name, "family_name", what="A last name", most=MAX_NAME, required=False)
    return replace(person, given_name=given, family_name=last)


def _begun(stay: Stay, today: date) -> Stay:
    if stay.from_on > today:
        message = f"The day of the move, {stay.from_on:%d/%m/%Y}, is in the future. Record it when they have moved."
        raise RuleError(message, field="from_on")
    return stay


def _place_checked(old: ParentPlace, new: ParentPlace) -> ParentPlace:
    """A filled place keeps its carer, another answer has none."""
    if new.state is PlaceState.FILLED and old.state is not PlaceState.FILLED:
        message = "Add the person, and say what they are to the child."
        raise RuleError(message, field="state")
    return new if new.state is PlaceState.FILLED else replace(new, carer_id=None)


_LINES = {"note": "The note", "detail": "The detail", "address": "An address", "why": "The reason"}
_NEEDED = frozenset({"address", "why"})


def _lines_checked(record: Record) -> Record:
    lines = {
        name: checked_line(getattr(record, name), name, what=what, required=name in _NEEDED)
        for name, what in _LINES.items()
        if hasattr(record, name)
    }
    return replace(record, **lines)


def _correction(
    records: Records,
    clock: Clock,
    family: Family,
    kind: RecordKind,
    old: Record,
    new: Record,
    why: str,
) -> Correction:
    both = ((name, text_of(getattr(old, name)), text_of(getattr(new, name))) for name in FIELDS[kind])
    changes = tuple(Change(name, was, now) for name, was, now in both if was != now)
    if not changes:
        message = "Nothing is different. Change what was wrong, or go back."
        raise RuleError(message)
    now = clock.now()
    worker = records.settings().worker_name
    return Correction(new_id(now), family.id, kind, old.id, changes, now, worker, why)


def _withdrawal(
    records: Records,
    clock: Clock,
    family: Family,
    kind: RecordKind,
    old: Record,
    why: str,
) -> Correction:
    """Everything the record said, so that it can be read beside the reason for taking it back."""
    changes = tuple(Change(name, text_of(getattr(old, name)), "") for name in FIELDS[kind])
    now = clock.now()
    worker = records.settings().worker_name
    return Correction(new_id(now), family.id, kind, old.id, changes, now, worker, why, is_withdrawal=True)


def _move_parent(
    records: Records, clock: Clock, family: Family, old: Relationship, new: Relationship, why: str
) -> None:
    """Let the parent places of the child follow what the carer is now said to be."""
    _take_back_place(records, clock, family, old, why)
    if new.tie in PARENT_ROLES:
        role, today = PARENT_ROLES[new.tie], clock.today()
        place = ParentPlace(new_id(clock.now()), new.child_id, role, PlaceState.FILLED, today, new.carer_id)
        records.add(place)


def _take_back_place(records: Records, clock: Clock, family: Family, tie: Relationship, why: str) -> None:
    for place in family.parent_places:
        if (place.child_id, place.carer_id, place.role) == (tie.child_id, tie.carer_id, PARENT_ROLES.get(tie.tie)):
            records.add(_withdrawal(records, clock, family, RecordKind.PARENT_PLACE, place, why))


# -- visits ------------------------------------------------------------------------------------------------------------


def correct_visit(records: Records, clock: Clock, visit_id: str, *, why: str, **values: object) -> Visit:
    """A new record of a visit or an attempt in place of the one that was wrong. It stays on this laptop.

    Advice goes on naming the first record: it is advice of the same visit.

    Raises:
        RuleError: no reason, nothing is different, corrected before, or what is said now cannot be.
    """
    now = clock.now()
    with records:
        old = records.visit(visit_id)
        _check_stands(records, old)
        new = replace(
            old,
            id=new_id(now),
            recorded_at=now,
            worker=records.settings().worker_name,
            corrects=old.id,
            why=checked_line(why, "why", what="The reason for correcting"),
            **values,  # type: ignore[arg-type]  # names are checked by replace
        )
        if all(getattr(new, name) == getattr(old, name) for name in values):
            message = "Nothing is different. Change what was wrong, or go back."
            raise RuleError(message)
        _check_visit(records, new, now)
        records.add(new)
        records.commit()
    return new


def withdraw_visit(records: Records, clock: Clock, visit_id: str, *, why: str) -> Visit:
    """Say that a visit was entered in error, with all it held: the wrong family, a visit typed twice.

    What a server has of it is corrected there; what was not sent yet is not sent any more.

    Raises:
        RuleError: no reason, or corrected before.
    """
    now = clock.now()
    with records:
        old = records.visit(visit_id)
        _check_stands(records, old)
        said, worker = checked_line(why, "why", what="The reason for correcting"), records.settings().worker_name
        new = replace(
            old,
            id=new_id(now),
            recorded_at=now,
            worker=worker,
            corrects=old.id,
            why=said,
            outcome=VisitOutcome.ENTERED_IN_ERROR,
        )
        records.add(new)
        withdraw_what_it_held(records, clock, new)
        records.commit()
    return new


def set_next_step(records: Records, clock: Clock, visit_id: str, *, next_step: str, next_on: date) -> Visit:
    """The next step of a visit, set after it was closed."""
    if next_on < clock.today():
        message = "The next step is in the past. Please check the day."
        raise RuleError(message, field="next_on")
    step = checked_line(next_step, "next_step", what="The next step", required=False)
    return correct_visit(records, clock, visit_id, why="The next step was set later.", next_step=step, next_on=next_on)


def _check_stands(records: Records, visit: Visit) -> None:
    if visit.id not in {one.id for one in standing_visits(records.visits(visit.family_id))}:
        message = "This record has been corrected already. Correct the newer one."
        raise RuleError(message)


def _check_visit(records: Records, visit: Visit, now: datetime) -> None:
    """The rules of closing a visit, said again of what is said now."""
    if visit.started_at > now or visit.ended_at > now:
        message = "A visit cannot be in the future."
        raise RuleError(message, field="started_at")
    if visit.ended_at < visit.started_at:
        message = "The visit ends before it starts."
        raise RuleError(message, field="ended_at")
    here = {one.carer_id for one in visit.presences if one.attended is not Attended.NOT_HERE}
    if not visit.is_attempt and not here:
        message = "Say who was here, or choose why nobody was seen."
        raise RuleError(message, field="presences")
    told = {record.carer_id for record in _advice_in(records, visit) if record.is_given}
    if told and visit.is_attempt:
        message = "Advice is on record as given in this visit, so somebody was seen. Correct the advice first."
        raise RuleError(message, field="outcome")
    if visit.is_attempt and _was_at_home(records, visit):
        message = "A sleep space or a plan is on record from this visit, so somebody was seen."
        raise RuleError(message, field="outcome")
    if not told <= here:
        name = records.family(visit.family_id).carer(next(iter(sorted(told - here)))).full_name
        message = f"Advice is on record as given to {name} in this visit. Correct the advice first."
        raise RuleError(message, field="presences")


def _was_at_home(records: Records, visit: Visit) -> bool:
    """Whether anything was said of sleep spaces or the plan in this visit."""
    family_id, first = visit.family_id, first_records((*records.visits(visit.family_id), visit))[visit.id]
    kept = (
        records.sleep_checks(family_id),
        records.actions(family_id),
        records.action_reviews(family_id),
        records.parents_words(family_id),
    )
    return any(first in {one.visit_id for one in ones} for ones in kept)


def _advice_in(records: Records, visit: Visit) -> tuple[AdviceGiven, ...]:
    """The advice of a visit that still holds, whichever record of the visit it names."""
    firsts = first_records((*records.visits(visit.family_id), visit))
    return tuple(
        record
        for record in standing(records.advice(visit.family_id))
        if firsts.get(record.visit_id) == firsts[visit.id]
    )
