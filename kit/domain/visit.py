"""Visits: one meeting, or one failed attempt at one. A draft changes; a closed visit does not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kit.domain.advice import HowFar, Outcome, Reason, TextGiven, Topic, Understanding, Way, check_advice
from kit.domain.errors import RuleError
from kit.domain.plan import PlanDraft
from kit.domain.sleep import Night, SleepSpace
from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kit.domain.carer import NeedMet
    from kit.domain.family import Family
    from kit.domain.together import Tried


class Contact(OpenWord):
    """The planned review a visit fulfils (healthy child programme, design section 2)."""

    ANTENATAL = "antenatal"
    NEW_BIRTH = "new-birth"
    SIX_TO_EIGHT_WEEKS = "6-to-8-weeks"
    TWELVE_MONTHS = "12-months"
    TWO_TO_TWO_AND_A_HALF = "2-to-2-and-a-half-years"
    OTHER = "other"


CONTACT_WEEKS: tuple[tuple[Contact, int, int], ...] = (
    (Contact.ANTENATAL, -40, -1),
    (Contact.NEW_BIRTH, 0, 2),
    (Contact.SIX_TO_EIGHT_WEEKS, 3, 12),
    (Contact.TWELVE_MONTHS, 35, 65),
    (Contact.TWO_TO_TWO_AND_A_HALF, 100, 130),
)
"""The contact a child's age in weeks suggests to a worker who starts a visit; the worker may choose another."""


def suggested_contact(age_weeks: int) -> Contact:
    """The contact that fits this age, or another purpose."""
    for contact, from_weeks, to_weeks in CONTACT_WEEKS:
        if from_weeks <= age_weeks <= to_weeks:
            return contact
    return Contact.OTHER


class VisitOutcome(OpenWord):
    """How a visit went; everything but SEEN makes it an attempt. Entered in error only appears in a correction."""

    SEEN = "seen"
    NO_ACCESS = "no-access"
    CANCELLED = "cancelled"
    NOT_BROUGHT = "not-brought"
    REFUSED = "refused"
    ENTERED_IN_ERROR = "entered-in-error"


ATTEMPTS = (VisitOutcome.NO_ACCESS, VisitOutcome.CANCELLED, VisitOutcome.NOT_BROUGHT, VisitOutcome.REFUSED)
"""How an attempt can go, in the order of the screens."""


class TriedBy(OpenWord):
    """How the worker tried to reach a family in an attempt."""

    AT_THE_DOOR = "at-the-door"
    TELEPHONE = "telephone"
    TEXT_MESSAGE = "text-message"
    LETTER = "letter"


class Attended(OpenWord):
    """How much of the visit a carer was there for."""

    ALL = "all"
    PART = "part"
    NOT_HERE = "not-here"


class ReachBy(OpenWord):
    """How the worker will reach a carer who was not there."""

    TELEPHONE = "telephone"
    EVENING_VISIT = "evening-visit"
    NEXT_VISIT = "next-visit"
    LEAFLET = "leaflet"


class Room(OpenWord):
    """Who can see or hear the screen (the room gate, design section 6)."""

    ALONE = "alone"
    SOMEONE_ELSE = "someone-else"
    NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True)
class Presence:
    """One carer at one visit; `reach_by` is the next step for one who was not there."""

    carer_id: str
    attended: Attended
    reach_by: ReachBy | None = None

    @property
    def was_here(self) -> bool:
        """Whether they were there for all or part of it."""
        return self.attended is not Attended.NOT_HERE


@dataclass(frozen=True, slots=True)
class JointWorker:
    """Another worker at the visit, who keeps a record of their own."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One meeting or attempt, closed. Nothing in it changes; a correction is a new visit record that names it.

    Attributes:
        tried_by: how the family was to be reached, in an attempt.
        noticed: what was seen or heard at an attempt.
        next_step: what happens next, in the worker's words.
        next_on: the day of it.
    """

    id: str
    family_id: str
    contact: Contact
    place_id: str | None
    started_at: datetime
    ended_at: datetime
    recorded_at: datetime
    worker: str
    outcome: VisitOutcome
    presences: tuple[Presence, ...] = ()
    children_seen: tuple[str, ...] = ()
    corrects: str | None = None
    why: str = ""
    joint_workers: tuple[JointWorker, ...] = ()
    tried_by: TriedBy | None = None
    noticed: str = ""
    next_step: str = ""
    next_on: date | None = None

    @property
    def is_attempt(self) -> bool:
        """Whether nobody was seen."""
        return self.outcome is not VisitOutcome.SEEN

    def attended(self, carer_id: str) -> Attended:
        """How much of it this carer was there for."""
        return _attended(self.presences, carer_id)


@dataclass(frozen=True, slots=True)
class Tick:
    """One cell of the tick grid: this carer, this text, what became of it.

    `met` holds what the worker said of needs; what goes without saying is added by `domain.met` when it is closed.
    """

    carer_id: str
    topic: Topic
    text: TextGiven
    outcome: Outcome
    at: datetime
    ways: tuple[Way, ...] = ()
    reason: Reason | None = None
    understanding: Understanding | None = None
    met: tuple[NeedMet, ...] = ()
    note: str = ""
    how_far: HowFar | None = None
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit being held. Bound to one family for ever; every change is a new draft, saved at once."""

    id: str
    family_id: str
    contact: Contact
    place_id: str | None
    started_at: datetime
    worker: str
    room: Room = Room.NOT_SURE
    presences: tuple[Presence, ...] = ()
    children_seen: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    joint_workers: tuple[JointWorker, ...] = ()
    tried_by: TriedBy | None = None
    noticed: str = ""
    next_step: str = ""
    next_on: date | None = None
    spaces: tuple[SleepSpace, ...] = ()
    plan: PlanDraft = field(default_factory=PlanDraft)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ticked, answered or agreed that would be lost with it."""
        return not self.ticks and not self.spaces and self.plan.is_empty

    def space(self, place_id: str, night: Night) -> SleepSpace:
        """What was answered for this place and sleep; nothing at first, wherever it was seen before."""
        found = (one for one in self.spaces if (one.place_id, one.night) == (place_id, night))
        return next(found, SleepSpace(place_id, night, self.started_at))

    def with_space(self, space: SleepSpace) -> VisitDraft:
        """The draft with this sleep space, in place of what was answered for it before."""
        key = (space.place_id, space.night)
        others = tuple(one for one in self.spaces if (one.place_id, one.night) != key)
        return replace(self, spaces=others if space.is_empty else (*others, space))

    def attended(self, carer_id: str) -> Attended:
        """How much of it this carer is here for."""
        return _attended(self.presences, carer_id)

    @property
    def carers_here(self) -> tuple[str, ...]:
        """Ids of the carers here for all or part of it."""
        return tuple(one.carer_id for one in self.presences if one.attended is not Attended.NOT_HERE)

    def tick(self, carer_id: str, resource_id: str) -> Tick | None:
        """What is ticked for this carer and resource."""
        return next(
            (one for one in self.ticks if (one.carer_id, one.text.resource_id) == (carer_id, resource_id)), None
        )

    def with_presence(self, carer_id: str, attended: Attended, reach_by: ReachBy | None = None) -> VisitDraft:
        """The draft with this carer here, here for part, or not here.

        Someone turning up takes back every "not present" ticked for them. Someone who was ticked as told cannot
        be said not to be here.

        Raises:
            RuleError: the carer has been given advice in this visit.
        """
        mine = [tick for tick in self.ticks if tick.carer_id == carer_id]
        if attended is Attended.NOT_HERE and any(tick.outcome is Outcome.GIVEN for tick in mine):
            message = "Advice is ticked as given to this person. Take the ticks back first."
            raise RuleError(message, field="presence")
        others = tuple(one for one in self.presences if one.carer_id != carer_id)
        kept = self.ticks
        if attended is not Attended.NOT_HERE:
            kept = tuple(t for t in self.ticks if t.carer_id != carer_id or t.reason is not Reason.NOT_PRESENT)
        return replace(self, presences=(*others, Presence(carer_id, attended, reach_by)), ticks=kept)

    def with_tick(self, tick: Tick) -> VisitDraft:
        """The draft with this cell ticked, in place of what was there.

        Raises:
            RuleError: the tick contradicts itself, or says that someone not here was told.
        """
        check_advice(tick.outcome, tick.ways, tick.reason, tick.understanding)
        if tick.outcome is Outcome.GIVEN and self.attended(tick.carer_id) is Attended.NOT_HERE:
            message = "This person is not here. Say that they are, or record it as not given."
            raise RuleError(message, field="presence")
        return replace(self, ticks=(*self.without_tick(tick.carer_id, tick.text.resource_id).ticks, tick))

    def without_tick(self, carer_id: str, resource_id: str) -> VisitDraft:
        """The draft with this cell empty again."""
        kept = tuple(one for one in self.ticks if (one.carer_id, one.text.resource_id) != (carer_id, resource_id))
        return replace(self, ticks=kept)

    def close(self, now: datetime, outcome: VisitOutcome = VisitOutcome.SEEN) -> Visit:
        """The visit as it goes on record.

        Raises:
            RuleError: it ends before it starts, nobody was here although somebody was seen, or anything was ticked,
                answered or agreed in an attempt.
        """
        if now < self.started_at:
            message = "The visit starts in the future. Please check the time it started and the clock of this laptop."
            raise RuleError(message, field="started_at")
        if outcome is VisitOutcome.SEEN and not self.carers_here:
            message = "Say who was here, or choose why nobody was seen."
            raise RuleError(message, field="presence")
        if outcome is not VisitOutcome.SEEN and any(tick.outcome is Outcome.GIVEN for tick in self.ticks):
            message = "Advice is ticked as given, so somebody was seen. Take the ticks back, or close it as a visit."
            raise RuleError(message, field="outcome")
        if outcome is not VisitOutcome.SEEN and (self.spaces or not self.plan.is_empty):
            message = "The sleep space or the plan was talked about, so somebody was seen. Close it as a visit."
            raise RuleError(message, field="outcome")
        return Visit(
            id=self.id,
            family_id=self.family_id,
            contact=self.contact,
            place_id=self.place_id,
            started_at=self.started_at,
            ended_at=now,
            recorded_at=now,
            worker=self.worker,
            outcome=outcome,
            presences=self.presences,
            children_seen=self.children_seen,
            joint_workers=self.joint_workers,
            tried_by=None if outcome is VisitOutcome.SEEN else self.tried_by,
            noticed="" if outcome is VisitOutcome.SEEN else self.noticed,
            next_step=self.next_step,
            next_on=self.next_on,
        )


def _attended(presences: tuple[Presence, ...], carer_id: str) -> Attended:
    return next((one.attended for one in presences if one.carer_id == carer_id), Attended.NOT_HERE)


def check_whose(draft: VisitDraft, family: Family) -> None:
    """Refuse to open or close a draft under a family it does not belong to.

    Raises:
        RuleError: it was begun for another family, or names somebody who is not of this one.
    """
    people = {carer.id for carer in family.carers} | {child.id for child in family.children}
    carers = {presence.carer_id for presence in draft.presences} | {tick.carer_id for tick in draft.ticks}
    if draft.family_id != family.id or not carers | set(draft.children_seen) <= people:
        message = "This visit belongs to another family. It was not opened here, and nothing in it was changed."
        raise RuleError(message)


def standing_visits(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """The visits that still hold: not corrected by a later record and not entered in error, newest first."""
    kept = tuple(visits)
    corrected = {visit.corrects for visit in kept if visit.corrects is not None}
    left = [one for one in kept if one.id not in corrected and one.outcome is not VisitOutcome.ENTERED_IN_ERROR]
    return tuple(sorted(left, key=lambda visit: (visit.started_at, visit.id), reverse=True))


def withdrawn_visits(visits: Iterable[Visit]) -> frozenset[str]:
    """The ids of visits entered in error, as they were closed under: what was recorded in them does not hold."""
    kept = tuple(visits)
    firsts = first_records(kept)
    return frozenset(firsts[visit.id] for visit in kept if visit.outcome is VisitOutcome.ENTERED_IN_ERROR)


def first_records(visits: Iterable[Visit]) -> dict[str, str]:
    """The id each visit was closed under, by the id of every record of it: advice names the first, for ever."""
    corrects = {visit.id: visit.corrects for visit in visits}

    def first(visit_id: str) -> str:
        before = corrects.get(visit_id)
        return first(before) if before else visit_id

    return {visit_id: first(visit_id) for visit_id in corrects}
