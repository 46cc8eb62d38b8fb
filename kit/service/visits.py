"""Holding a visit: opened as a draft that is saved at every touch, closed into records that never change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import (
    AdviceGiven,
    Outcome,
    Reason,
    Resource,
    TextGiven,
    Understanding,
    VariantKey,
    Way,
    as_correction,
    check_advice,
    ordinary_reason,
)
from kit.domain.carer import NeedKind
from kit.domain.errors import RuleError, UnknownError, VisitClosedError
from kit.domain.family import checked_line
from kit.domain.identity import new_id
from kit.domain.met import met_by
from kit.domain.outbox import EntryKind, OutboxEntry
from kit.domain.restricted import RestrictedReason
from kit.domain.safety import check_in_use
from kit.domain.visit import (
    Attended,
    Contact,
    Presence,
    ReachBy,
    Room,
    Tick,
    Visit,
    VisitDraft,
    VisitOutcome,
    check_whose,
    suggested_contact,
)
from kit.service.caseload import is_father
from kit.service.needs import steps_met
from kit.service.parcels import advice_payload, visit_payload
from kit.service.plans import action_entry, plan_records
from kit.service.sleep import sleep_entry, sleep_records
from kit.service.stock import take_from_bag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kit.domain.carer import NeedMet
    from kit.domain.family import Family
    from kit.service.ports import Clock, Library, Records


def open_visit(
    records: Records,
    clock: Clock,
    family_id: str,
    *,
    contact: Contact | None = None,
    started_at: datetime | None = None,
) -> VisitDraft:
    """Begin a visit, or go on with the one that was begun.

    Every carer starts as not here: presence is said, never assumed. The place is where the youngest child sleeps.

    Raises:
        RuleError: a start in the future, or help for the family is closed.
    """
    now = clock.now()
    if started_at is not None and started_at > now:
        message = "A visit cannot start in the future."
        raise RuleError(message, field="started_at")
    with records:
        family = records.family(family_id)
        for begun in records.drafts():
            if begun.family_id == family_id:
                check_whose(begun, family)
                return begun
        if family.closed:
            message = "Help for this family is closed. Open it again first."
            raise RuleError(message)
        youngest = next(iter(family.youngest_first), None)
        stay = family.stay_of(youngest.id, clock.today()) if youngest else None
        age = youngest.age_weeks(clock.today()) if youngest else 0
        draft = VisitDraft(
            id=new_id(now),
            family_id=family.id,
            contact=contact or suggested_contact(age),
            place_id=stay.place_id if stay else None,
            started_at=started_at or now,
            worker=records.settings().worker_name,
            presences=tuple(Presence(carer.id, Attended.NOT_HERE) for carer in family.columns()),
        )
        records.keep_draft(draft)
        records.commit()
    return draft


def keep_draft(records: Records, draft: VisitDraft) -> VisitDraft:
    """Save the draft as it is now.

    Raises:
        VisitClosedError: the visit has been closed meanwhile.
    """
    with records:
        _check_open(records, draft.id)
        records.keep_draft(draft)
        records.commit()
    return draft


def drop_visit(records: Records, draft: VisitDraft) -> None:
    """Forget a visit begun by mistake. Refused while anything is in it, so that nothing is lost."""
    if not draft.is_empty:
        what = "Advice is ticked" if draft.ticks else "Something is answered"
        message = f"{what} in this visit. Close it instead, so that nothing is lost."
        raise RuleError(message)
    with records:
        _check_open(records, draft.id)
        records.drop_draft(draft.id)
        records.commit()


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of the tick grid: a resource, and the variant that fits each carer."""

    resource: Resource
    variants: tuple[tuple[str, VariantKey], ...]

    def variant_for(self, carer_id: str) -> VariantKey:
        """The variant chosen for this carer."""
        return dict(self.variants)[carer_id]


def offers(library: Library, family: Family, draft: VisitDraft, today_weeks: int | None = None) -> tuple[Offer, ...]:
    """The rows of the tick grid: ordinary resources for carers that fit the contact and the youngest child's age.

    Sensitive resources are never among them, whoever is in the room: they have their own page.
    """
    fitting = []
    for resource in library.resources():
        is_for_carers = resource.audience == "carer" and not resource.is_sensitive
        fits_contact = not resource.contacts or draft.contact.value in resource.contacts
        fits_age = today_weeks is None or resource.ages_weeks[0] <= today_weeks <= resource.ages_weeks[1]
        if is_for_carers and fits_contact and fits_age:
            fitting.append(resource)
    return tuple(offer_of(resource, family) for resource in fitting)


def offer_of(resource: Resource, family: Family) -> Offer:
    """This resource with the variant that fits each carer's needs."""
    return Offer(resource, tuple((carer.id, fitting_variant(resource, family, carer.id)) for carer in family.columns()))


def fitting_variant(resource: Resource, family: Family, carer_id: str) -> VariantKey:
    """The variant for this carer: easy read when it is one of their needs, addressed to fathers when he is one."""
    wants = any(family.has_need(carer_id, kind) for kind in (NeedKind.EASY_READ, NeedKind.PICTURES))
    return resource.best_variant(easy_read=wants, is_father=is_father(family, carer_id))


def give(
    library: Library,
    clock: Clock,
    draft: VisitDraft,
    carer_id: str,
    resource_id: str,
    key: VariantKey,
    *,
    ways: Sequence[Way] = (Way.TALKED,),
    understanding: Understanding | None = None,
) -> VisitDraft:
    """The draft with this advice ticked as given to this carer.

    Raises:
        RuleError: the carer is not here, or the resource is sensitive and belongs to the restricted records.
    """
    tick = _tick(library, clock, carer_id, resource_id, key)
    return draft.with_tick(replace(tick, outcome=Outcome.GIVEN, ways=tuple(ways), understanding=understanding))


def not_given(
    library: Library, clock: Clock, draft: VisitDraft, carer_id: str, resource_id: str, key: VariantKey, reason: Reason
) -> VisitDraft:
    """The draft with this advice ticked as not given, and why."""
    tick = _tick(library, clock, carer_id, resource_id, key)
    return draft.with_tick(replace(tick, outcome=Outcome.NOT_GIVEN, reason=reason))


def not_safe(
    records: Records,
    library: Library,
    clock: Clock,
    draft: VisitDraft,
    carer_id: str,
    resource_id: str,
    key: VariantKey,
) -> VisitDraft:
    """The draft, saved, with "another day" ticked; the true reason goes to the restricted records at once.

    Not even the draft holds it: a draft is an ordinary record that ordinary pages read.
    """
    now = clock.now()
    changed = not_given(library, clock, draft, carer_id, resource_id, key, Reason.ANOTHER_DAY)
    with records:
        _check_open(records, draft.id)
        records.restricted.add(RestrictedReason(new_id(now), carer_id, Reason.NOT_SAFE, now, now, draft.worker))
        records.keep_draft(changed)
        records.commit()
    return changed


def other_form(resource: Resource, tick: Tick) -> VariantKey | None:
    """The text of a tick in the other form, in the same language, to the same reader if there is such a one."""
    try:
        now = VariantKey.named(tick.text.variant)
    except ValueError:
        return None
    forms = [key for key in resource.variants if key.form is not now.form and key.language == now.language]
    return min(forms, key=lambda key: key.addressee is not now.addressee, default=None)


def in_form(
    library: Library, clock: Clock, draft: VisitDraft, carer_id: str, resource_id: str, key: VariantKey
) -> VisitDraft:
    """The draft with this advice ticked in another form than the needs choose; all else as it was."""
    tick = draft.tick(carer_id, resource_id)
    if tick is None:
        message = "Tick it as given first."
        raise RuleError(message, field="variant")
    return draft.with_tick(replace(tick, text=_tick(library, clock, carer_id, resource_id, key).text))


def say_met(draft: VisitDraft, carer_id: str, resource_id: str, said: NeedMet) -> VisitDraft:
    """The draft with what the worker says of one need and this advice; what goes without saying is added on closing."""
    tick = draft.tick(carer_id, resource_id)
    if tick is None or tick.outcome is not Outcome.GIVEN:
        message = "Tick it as given first."
        raise RuleError(message, field="met")
    others = tuple(one for one in tick.met if one.need != said.need)
    return draft.with_tick(replace(tick, met=(*others, said)))


def absent(
    library: Library, clock: Clock, draft: VisitDraft, family: Family, carer_id: str, reach_by: ReachBy
) -> VisitDraft:
    """The draft with this carer not here, how they will be reached, and "not present" for all others were told.

    He keeps his row: what was given to somebody else today is recorded as not given to him, and stays due.
    """
    told = {
        tick.text.resource_id for tick in draft.ticks if tick.outcome is Outcome.GIVEN and tick.carer_id != carer_id
    }
    changed = draft.with_presence(carer_id, Attended.NOT_HERE, reach_by)
    for resource_id in sorted(told):
        if changed.tick(carer_id, resource_id) is None:
            key = fitting_variant(library.resource(resource_id), family, carer_id)
            changed = not_given(library, clock, changed, carer_id, resource_id, key, Reason.NOT_PRESENT)
    return changed


def close_visit(records: Records, clock: Clock, draft: VisitDraft, outcome: VisitOutcome = VisitOutcome.SEEN) -> Visit:
    """Close the visit: its record, advice, sleep spaces, plan and their outbox entries, in one transaction.

    Raises:
        RuleError: a rule of the visit is broken; the draft is kept.
        VisitClosedError: it was closed before.
    """
    now = clock.now()
    visit = draft.close(now, outcome)
    with records:
        _check_open(records, draft.id)
        family = records.family(draft.family_id)
        check_whose(draft, family)
        advice = tuple(record for tick in draft.ticks for record in _advice_of(family, draft, tick, now))
        checks = sleep_records(family, draft, now)
        actions, reviews, words = plan_records(family, draft, now)
        keep_visit(records, family, visit)
        records.add(*advice, *steps_met(family, advice, now), *checks, *actions, *reviews, *words)
        take_from_bag(records.paper, draft.ticks)
        records.post(*(_entry(record, EntryKind.ADVICE) for record in advice))
        records.post(*map(sleep_entry, checks), *map(action_entry, actions))
        records.drop_draft(draft.id)
        records.commit()
    return visit


def keep_visit(records: Records, family: Family, visit: Visit) -> None:
    """Add a visit with its outbox entry, inside a transaction."""
    records.add(visit)
    first_sent_at = min(one.recorded_at for one in records.visits(family.id))
    payload = visit_payload(family, visit, records.settings(), first_sent_at)
    records.post(OutboxEntry(visit.id, EntryKind.VISIT, family.id, visit.id, visit.recorded_at, payload))


def correct_advice(
    records: Records,
    clock: Clock,
    advice_id: str,
    *,
    why: str,
    outcome: Outcome,
    ways: Sequence[Way] = (),
    reason: Reason | None = None,
    understanding: Understanding | None = None,
) -> AdviceGiven:
    """A new record that names the one it corrects, and why; the old one stays as it was.

    Raises:
        RuleError: no reason given, the correction contradicts itself, or that record was corrected already.
    """
    now = clock.now()
    with records:
        old = records.advice_record(advice_id)
        if any(record.corrects == old.id for record in records.advice(old.family_id)):
            message = "This record has been corrected already. Correct the newer one."
            raise RuleError(message)
        check_advice(outcome, ways, ordinary_reason(reason), understanding)
        new = as_correction(
            old,
            replace(
                old,
                id=new_id(now),
                recorded_at=now,
                worker=records.settings().worker_name,
                outcome=outcome,
                ways=tuple(ways),
                reason=ordinary_reason(reason),
                understanding=understanding,
                met=old.met if outcome is Outcome.GIVEN else (),
                how_far=old.how_far if Way.SHOWN in ways else None,
                tried=old.tried if Way.PRACTISED in ways else (),
            ),
            why,
        )
        if reason is Reason.NOT_SAFE:
            records.restricted.add(
                RestrictedReason(new_id(now), old.carer_id, reason, old.occurred_at, now, new.worker)
            )
        keep_correction(records, new)
        records.commit()
    return new


def keep_correction(records: Records, record: AdviceGiven) -> None:
    """Add corrected advice with its outbox entry, inside a transaction."""
    records.add(record)
    records.post(_entry(record, EntryKind.CORRECTION))


def set_note(draft: VisitDraft, carer_id: str, resource_id: str, words: str) -> VisitDraft:
    """The draft with what a carer said about this advice, in the carer's own words; nothing takes it back.

    Raises:
        RuleError: nothing is ticked there yet, or the words are too many.
    """
    tick = draft.tick(carer_id, resource_id)
    if tick is None:
        message = "Tick it first, then note the words."
        raise RuleError(message, field="note")
    line = checked_line(words, "note", what="The note", required=False)
    return draft.with_tick(replace(tick, note=line))


def set_room(draft: VisitDraft, room: Room) -> VisitDraft:
    """The draft with the answer to "who can see or hear this screen?"."""
    return replace(draft, room=room)


def _tick(library: Library, clock: Clock, carer_id: str, resource_id: str, key: VariantKey) -> Tick:
    """An empty tick for this cell; sensitive resources never become one."""
    resource = library.resource(resource_id)
    check_in_use(resource)
    if resource.is_sensitive:
        message = "This is recorded on the private page of one carer, not in the visit."
        raise RuleError(message, field="resource")
    if resource.audience != "carer":
        message = "Guidance for workers is not advice to a carer."
        raise RuleError(message, field="resource")
    text = TextGiven.of(library.variant(resource_id, key))
    return Tick(carer_id, resource.topic, text, Outcome.NOT_GIVEN, clock.now())


def _advice_of(family: Family, draft: VisitDraft, tick: Tick, now: datetime) -> tuple[AdviceGiven, ...]:
    """One record for each child it concerns (fhir.md section 3: two children are two events)."""
    return tuple(
        AdviceGiven(
            id=new_id(now),
            family_id=family.id,
            visit_id=draft.id,
            child_id=child_id,
            carer_id=tick.carer_id,
            topic=tick.topic,
            text=tick.text,
            outcome=tick.outcome,
            occurred_at=tick.at,
            recorded_at=now,
            worker=draft.worker,
            ways=tick.ways,
            reason=tick.reason,
            understanding=_understanding(tick),
            met=met_by(tick, family.needs_of(tick.carer_id)),
            note=tick.note,
            how_far=tick.how_far,
            tried=tick.tried,
        )
        for child_id in children_concerned(family, tick.carer_id, draft.started_at)
    )


def _understanding(tick: Tick) -> Understanding | None:
    if tick.outcome is not Outcome.GIVEN:
        return None
    return tick.understanding or Understanding.NOT_CHECKED


def children_concerned(family: Family, carer_id: str, at: datetime) -> tuple[str, ...]:
    """The children advice to this carer is about: theirs under one year or expected, else their youngest.

    A carer with no tie is taken to look after the youngest child of the family.
    """
    mine = [family.child(tie.child_id) for tie in family.ties_of(carer_id)] or list(family.youngest_first[:1])
    if not mine:
        message = "Add a child to the family before closing the visit."
        raise RuleError(message, field="children")
    babies = [child.id for child in mine if child.age_weeks(at.date()) <= WEEKS_IN_FIRST_YEAR]
    return tuple(babies) or (mine[0].id,)


WEEKS_IN_FIRST_YEAR = 52


def _entry(record: AdviceGiven, kind: EntryKind) -> OutboxEntry:
    return OutboxEntry(record.id, kind, record.family_id, record.visit_id, record.recorded_at, advice_payload(record))


def _check_open(records: Records, visit_id: str) -> None:
    """Refuse to touch a visit that is closed."""
    try:
        records.visit(visit_id)
    except UnknownError:
        return
    message = "This visit is closed. Add a correction instead."
    raise VisitClosedError(message)
