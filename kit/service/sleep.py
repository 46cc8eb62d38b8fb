"""Sleep spaces in a visit: what was seen or told at each place, for tonight, tomorrow and away; and its records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError, UnknownError
from kit.domain.family import Place, checked_line
from kit.domain.identity import new_id
from kit.domain.outbox import EntryKind, OutboxEntry
from kit.domain.sleep import (
    Agreed,
    Condition,
    Night,
    Reply,
    SleepAnswer,
    SleepCheck,
    SleepItem,
    SleepLine,
    babies_at,
    check_space,
)
from kit.domain.visit import withdrawn_visits
from kit.service.parcels import sleep_payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from kit.domain.family import Family
    from kit.domain.visit import VisitDraft
    from kit.service.ports import Clock, Library, Records

ADVICE_FOR: dict[Condition | SleepItem, str] = {
    Condition.EARLY_OR_SMALL: "twins-early-small",
    Condition.SMOKING: "smoke-free",
    Condition.DRINK_OR_DRUGS: "sofas-and-beds",
    Condition.SOFAS: "sofas-and-beds",
    SleepItem.OWN_BED: "help-with-a-cot",
    SleepItem.MATTRESS: "help-with-a-cot",
    SleepItem.BEDDING: "clear-flat-firm",
    SleepItem.IN_THE_BED: "clear-flat-firm",
    SleepItem.SAME_ROOM: "same-room",
    SleepItem.TEMPERATURE: "not-too-hot",
    SleepItem.SMOKE: "smoke-free",
    SleepItem.SHARING: "sofas-and-beds",
}
"""The resource that a "yes", or something to change, leads to. It is talked about; nothing is counted."""


def read_checks(records: Records, family_id: str) -> tuple[SleepCheck, ...]:
    """The sleep checks of a family, corrections included, without visits entered in error; inside a transaction."""
    void = withdrawn_visits(records.visits(family_id))
    return tuple(check for check in records.sleep_checks(family_id) if check.visit_id not in void)


def answer_item(
    draft: VisitDraft,
    clock: Clock,
    place_id: str,
    night: Night,
    item: SleepItem,
    answer: SleepAnswer,
    agreed: Agreed = Agreed(),  # noqa: B008 - frozen
) -> VisitDraft:
    """The draft with this item answered. Anything but "change" takes back what was agreed."""
    space = draft.space(place_id, night)
    return draft.with_space(space.answered(SleepLine(item, answer, agreed), clock.now()))


def reply_to(
    draft: VisitDraft, clock: Clock, place_id: str, night: Night, condition: Condition, reply: Reply
) -> VisitDraft:
    """The draft with this plain question answered."""
    return draft.with_space(draft.space(place_id, night).replied(condition, reply, clock.now()))


def same_again(draft: VisitDraft, clock: Clock, place_id: str, night: Night) -> VisitDraft:
    """The draft in which this sleep is as tonight at the same place."""
    tonight = draft.space(place_id, Night.TONIGHT)
    return draft.with_space(replace(tonight, night=night, at=clock.now()))


def places_asked(family: Family, draft: VisitDraft, today: date) -> tuple[Place, ...]:
    """The places to ask about: where the babies live, where the visit is, and those nobody lives at (a grandmother's).

    Places the family has moved from are left out, unless something was answered there today.
    """
    stays = [family.stay_of(child.id, today) for child in family.youngest_first]
    living = [stay.place_id for stay in stays if stay]
    asked = [space.place_id for space in draft.spaces]
    left = {stay.place_id for stay in family.stays} - set(living)
    away = [place.id for place in family.places if place.id not in left]
    here = [draft.place_id] if draft.place_id else []
    return tuple(family.place(place_id) for place_id in dict.fromkeys([*living, *here, *away, *asked]))


@dataclass(frozen=True, slots=True)
class Lead:
    """What an answer leads to: the resource, and what it is called."""

    resource_id: str
    title: str


def lead_of(library: Library, about: Condition | SleepItem) -> Lead | None:
    """The advice about this; None when the library does not have it."""
    try:
        found = library.resource(ADVICE_FOR.get(about, ""))
    except UnknownError:
        return None
    return Lead(found.id, found.title)


def sleep_records(family: Family, draft: VisitDraft, now: datetime) -> tuple[SleepCheck, ...]:
    """One record for each sleep space and each child it is about."""
    day = draft.started_at.date()
    made = []
    for space in draft.spaces:
        for child_id in _children_at(family, space.place_id, day):
            stay = family.stay_of(child_id, day)
            made.append(
                SleepCheck(
                    id=new_id(now),
                    family_id=family.id,
                    visit_id=draft.id,
                    child_id=child_id,
                    place_id=space.place_id,
                    stay_id=stay.id if stay else None,
                    night=space.night,
                    occurred_at=space.at,
                    recorded_at=now,
                    worker=draft.worker,
                    lines=space.lines,
                    conditions=space.conditions,
                )
            )
    return tuple(made)


def _children_at(family: Family, place_id: str, day: date) -> tuple[str, ...]:
    found = babies_at(family, place_id, day)
    if not found:
        message = "Add a child to the family before closing the visit."
        raise RuleError(message, field="children")
    return found


def sleep_entry(check: SleepCheck, kind: EntryKind = EntryKind.SLEEP_SPACE) -> OutboxEntry:
    """What waits to be sent of a check."""
    return OutboxEntry(check.id, kind, check.family_id, check.visit_id, check.recorded_at, sleep_payload(check))


def correct_sleep_check(
    records: Records,
    clock: Clock,
    family_id: str,
    check_id: str,
    *,
    why: str,
    lines: Sequence[SleepLine],
    conditions: Iterable[tuple[Condition, Reply]] | None = None,
) -> SleepCheck:
    """A new record that names the one it corrects, and why; the old one stays as it was.

    Raises:
        RuleError: no reason given, nothing said, or that record was corrected already.
    """
    now = clock.now()
    reason = checked_line(why, "why", what="The reason for correcting")
    with records:
        checks = records.sleep_checks(family_id)
        old = next((check for check in checks if check.id == check_id), None)
        if old is None:
            message = "This record is not there."
            raise UnknownError(message)
        if any(check.corrects == old.id for check in checks):
            message = "This record has been corrected already. Correct the newer one."
            raise RuleError(message)
        replies = old.conditions if conditions is None else tuple(conditions)
        check_space(lines, replies)
        new = replace(
            old,
            id=new_id(now),
            recorded_at=now,
            worker=records.settings().worker_name,
            lines=tuple(lines),
            conditions=replies,
            corrects=old.id,
            why=reason,
        )
        records.add(new)
        records.post(sleep_entry(new, EntryKind.CORRECTION))
        records.commit()
    return new
