"""The end of a day: what is unfinished, what was done, what comes tomorrow. Nothing is lost by stopping anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.domain.advice import standing
from kit.domain.dates import day_and_month
from kit.domain.outbox import EntryState
from kit.domain.plan_words import late_words
from kit.domain.visit import Attended, standing_visits
from kit.domain.wording import counted, say
from kit.service.caseload import is_father, is_mother
from kit.service.plans import late_plans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from kit.domain.advice import AdviceGiven
    from kit.domain.family import Family
    from kit.domain.outbox import OutboxEntry
    from kit.domain.visit import Visit, VisitDraft
    from kit.service.ports import Clock, Records


class Unfinished(StrEnum):
    """What kind of thing is left to do."""

    NOT_CLOSED = "not-closed"
    REFUSED = "refused"
    NO_NEXT = "no-next"
    LATE_PLAN = "late-plan"
    WAITING = "waiting"


MINUTES_EACH = {
    Unfinished.NOT_CLOSED: 2,
    Unfinished.REFUSED: 2,
    Unfinished.NO_NEXT: 1,
    Unfinished.LATE_PLAN: 1,
    Unfinished.WAITING: 1,
}
"""About how long each takes: the project's own guess, and said as one."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing left to do: the bold sentence, the quiet one, and what it is about."""

    what: Unfinished
    sentence: str
    note: str
    family_id: str = ""
    visit_id: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One line about today; whether it is good news."""

    words: str
    is_good: bool = True


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything the page at the end of the day shows. `tomorrow` names the families a date was set for."""

    things: tuple[Thing, ...]
    done: tuple[Done, ...]
    tomorrow: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """About how long it all takes."""
        return sum(MINUTES_EACH[thing.what] for thing in self.things)


def day_view(records: Records, clock: Clock) -> DayView:
    """The day as it stands."""
    today, zone = clock.today(), clock.now().tzinfo
    with records:
        families = {family.id: family for family in records.families()}
        drafts, held = records.drafts(), records.visits()
        advice, outbox = standing(records.advice()), records.outbox()
        has_server, late = bool(records.settings().server_url), late_plans(records, held, today)
    visits = standing_visits(held)
    late = {family_id: day for family_id, day in late.items() if not families[family_id].closed}
    dated = {one.family_id for one in visits if one.next_on and one.next_on >= today}
    mine = [one for one in visits if one.started_at.astimezone(zone).date() == today]
    told = [one for one in advice if one.is_given and one.occurred_at.astimezone(zone).date() == today]
    states = [state for _, state, _, _ in outbox]
    settled = [at for _, state, _, at in outbox if state is EntryState.RECEIVED and at]
    received = sum(at.astimezone(zone).date() == today for at in settled)
    planned = {families[one.family_id].name for one in visits if one.next_on == today + timedelta(days=1)}
    return DayView(
        things=(
            *_not_closed(families, drafts, today),
            *_refused(families, [(entry, said) for entry, state, said, _ in outbox if state is EntryState.NEEDS_YOU]),
            *_no_next(families, mine),
            *_late_plans(families, {key: day for key, day in late.items() if key not in dated}, visits, today),
            *_waiting(states.count(EntryState.WAITING), has_server=has_server),
        ),
        done=(
            *_visits_done(mine, drafts, today),
            *_told(families, told, mine),
            *_plans_dated(len(late.keys() & dated)),
            *([Done(f"{counted(received, 'record')} received")] if received else []),
        ),
        tomorrow=tuple(sorted(planned, key=str.casefold)),
    )


def _not_closed(families: Mapping[str, Family], drafts: Sequence[VisitDraft], today: date) -> Iterator[Thing]:
    for draft in drafts:
        day, at = draft.started_at.date(), f"{draft.started_at:%H:%M}"
        when = f"Begun at {at} today" if day == today else f"Begun on {day_and_month(day)} at {at}"
        ticked = f"{counted(len(draft.ticks), 'tick')} kept · " if draft.ticks else ""
        sentence = f"{families[draft.family_id].name}: the visit is not closed"
        yield Thing(Unfinished.NOT_CLOSED, sentence, ticked + when, draft.family_id, draft.id)


def _refused(families: Mapping[str, Family], refused: Sequence[tuple[OutboxEntry, str]]) -> Iterator[Thing]:
    """One for each family, with what the server said first."""
    for family_id in dict.fromkeys(entry.family_id for entry, _ in refused):
        mine = [said for entry, said in refused if entry.family_id == family_id]
        sentence = f"{families[family_id].name}: the server did not accept {counted(len(mine), 'record')}"
        yield Thing(Unfinished.REFUSED, sentence, mine[0], family_id)


def _no_next(families: Mapping[str, Family], mine: Sequence[Visit]) -> Iterator[Thing]:
    """Attempts, and visits after which somebody is still to be reached, without a day for it."""
    for visit in mine:
        family = families[visit.family_id]
        away = [one for one in visit.presences if one.attended is Attended.NOT_HERE and one.reach_by]
        if visit.next_on or family.closed or not (visit.is_attempt or away):
            continue
        if visit.is_attempt:
            sentence, note = f"{family.name}: {say(visit.outcome).lower()}, nobody seen", "No day for the next try yet"
        else:
            sentence = f"{family.name}: {family.carer(away[0].carer_id).called} was not there"
            note = f"{say(away[0].reach_by)} chosen today · no date yet" if away[0].reach_by else ""
        yield Thing(Unfinished.NO_NEXT, sentence, note, family.id, visit.id)


def _late_plans(
    families: Mapping[str, Family], late: Mapping[str, date], visits: Sequence[Visit], today: date
) -> Iterator[Thing]:
    """Plans with an action overdue and no day on which it will be looked at, the oldest first."""
    for family_id, due_on in sorted(late.items(), key=lambda one: (one[1], families[one[0]].name.casefold())):
        newest = next((one.id for one in visits if one.family_id == family_id), "")
        note = f"{late_words(due_on, today)} · no day to look at it yet"
        yield Thing(Unfinished.LATE_PLAN, f"{families[family_id].name}: the plan is overdue", note, family_id, newest)


def _plans_dated(count: int) -> Iterator[Done]:
    if count:
        yield Done(f"{counted(count, 'overdue plan')} with a next visit set")


def _waiting(count: int, *, has_server: bool) -> Iterator[Thing]:
    if count:
        note = "They go by themselves when there is a network" if has_server else "No server address is set"
        yield Thing(Unfinished.WAITING, f"{counted(count, 'record')} waiting to be sent", note)


def _visits_done(mine: Sequence[Visit], drafts: Sequence[VisitDraft], today: date) -> Iterator[Done]:
    held = sum(not one.is_attempt for one in mine)
    begun = sum(draft.started_at.date() == today for draft in drafts)
    if held or begun:
        yield Done(f"{counted(held + begun, 'visit')}, {held} closed", is_good=not begun)
    if tried := len(mine) - held:
        yield Done(f"{counted(tried, 'attempt')}, nobody seen", is_good=False)


def _told(families: Mapping[str, Family], told: Sequence[AdviceGiven], mine: Sequence[Visit]) -> Iterator[Done]:
    """How many carers were told, mothers and fathers apart, and how many fathers were not there."""
    carers = {(one.family_id, one.carer_id) for one in told}
    mothers = sum(is_mother(families[family_id], carer_id) for family_id, carer_id in carers)
    fathers = sum(is_father(families[family_id], carer_id) for family_id, carer_id in carers)
    kinds = ((mothers, "mother"), (fathers, "father"), (len(carers) - mothers - fathers, "other carer"))
    if carers:
        parts = ", ".join(counted(number, word) for number, word in kinds if number)
        yield Done(f"{counted(len(carers), 'carer')} told: {parts}")
    absent = {
        (visit.family_id, one.carer_id)
        for visit in mine
        for one in visit.presences
        if not visit.is_attempt
        and one.attended is Attended.NOT_HERE
        and is_father(families[visit.family_id], one.carer_id)
    }
    if absent:
        yield Done(f"{counted(len(absent), 'father')} not present", is_good=False)
