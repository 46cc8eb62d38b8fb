"""Who is here, where and since when: the first step of a visit, as changes to its draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.advice import Reason
from kit.domain.errors import RuleError
from kit.domain.family import MAX_NAME, checked_line
from kit.domain.visit import Attended, JointWorker, Room, VisitDraft
from kit.service.visits import absent

if TYPE_CHECKING:
    from datetime import date, datetime

    from kit.domain.family import Family
    from kit.domain.visit import Contact
    from kit.service.ports import Clock, Library

WEEKS_UNTIL_TALKING = 52
"""Age from which a child is taken to be able to repeat what was said: from a first birthday on. The project's own
choice, on the careful side."""


def mark_here(draft: VisitDraft, carer_id: str, attended: Attended) -> VisitDraft:
    """The draft with this carer here, here for part, or not here.

    An arrival changes who can see the screen: two people here are "someone else too", and "only one" is asked again.

    Raises:
        RuleError: the carer has been given advice in this visit and cannot be "not here".
    """
    before = draft.attended(carer_id)
    if before is attended:
        return draft
    changed = draft.with_presence(carer_id, attended)
    if before is not Attended.NOT_HERE:
        return changed
    if len(changed.carers_here) > 1:
        return replace(changed, room=Room.SOMEONE_ELSE)
    return replace(changed, room=Room.NOT_SURE) if draft.room is Room.ALONE else changed


def mark_seen(draft: VisitDraft, family: Family, child_id: str, today: date, *, is_seen: bool) -> VisitDraft:
    """The draft with this child seen or not. A child who can talk takes back "only one person can hear"."""
    others = tuple(one for one in draft.children_seen if one != child_id)
    changed = replace(draft, children_seen=(*others, child_id) if is_seen else others)
    talks = family.child(child_id).age_weeks(today) >= WEEKS_UNTIL_TALKING
    return replace(changed, room=Room.NOT_SURE) if is_seen and talks and draft.room is Room.ALONE else changed


def add_worker(draft: VisitDraft, name: str, role: str) -> VisitDraft:
    """The draft with another worker at the visit.

    Raises:
        RuleError: no name, or one of the two is too long.
    """
    worker = JointWorker(
        checked_line(name, "name", what="The worker’s name", most=MAX_NAME),
        checked_line(role, "role", what="The role", most=MAX_NAME, required=False),
    )
    kept = tuple(one for one in draft.joint_workers if one != worker)
    return replace(draft, joint_workers=(*kept, worker))


def remove_worker(draft: VisitDraft, worker: JointWorker) -> VisitDraft:
    """The draft without this other worker."""
    return replace(draft, joint_workers=tuple(one for one in draft.joint_workers if one != worker))


def set_next(draft: VisitDraft, step: str, on: date | None, today: date) -> VisitDraft:
    """The draft with what happens next, and when.

    Raises:
        RuleError: the day is gone, or the words are too many.
    """
    if on is not None and on < today:
        message = "The next step is in the past. Please check the day."
        raise RuleError(message, field="next_on")
    return replace(draft, next_step=checked_line(step, "next_step", what="The next step", required=False), next_on=on)


def choose_contact(draft: VisitDraft, contact: Contact) -> VisitDraft:
    """The draft as another contact."""
    return replace(draft, contact=contact)


def choose_place(draft: VisitDraft, place_id: str | None) -> VisitDraft:
    """The draft at another place of the family, or at one that is not on record."""
    return replace(draft, place_id=place_id)


def choose_start(draft: VisitDraft, started_at: datetime, now: datetime) -> VisitDraft:
    """The draft with another start.

    Raises:
        RuleError: it would start in the future.
    """
    if started_at > now:
        message = "A visit cannot start in the future."
        raise RuleError(message, field="started_at")
    return replace(draft, started_at=started_at)


def settle_absent(library: Library, clock: Clock, draft: VisitDraft, family: Family) -> VisitDraft:
    """The draft as it should be closed: whoever was away is "not present" for exactly what others were told.

    Advice is ticked, and taken back, after the way to reach somebody was chosen; this brings both together again.
    """
    for one in draft.presences:
        if one.attended is Attended.NOT_HERE and one.reach_by:
            kept = tuple(t for t in draft.ticks if (t.carer_id, t.reason) != (one.carer_id, Reason.NOT_PRESENT))
            draft = absent(library, clock, replace(draft, ticks=kept), family, one.carer_id, one.reach_by)
    return draft
