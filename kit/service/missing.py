"""What is still missing before a visit is closed, as sentences. Nothing here forbids closing it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Understanding
from kit.domain.errors import UnknownError
from kit.domain.plan_words import late_words, space_words
from kit.domain.sleep import space_now
from kit.domain.visit import Room
from kit.domain.wording import called, counted, say, ties_line, unfilled_name
from kit.service.caseload import is_father, is_mother
from kit.service.visit_view import pronouns
from kit.service.visits import WEEKS_IN_FIRST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.domain.family import Child
    from kit.domain.visit import Tick
    from kit.service.ports import Library
    from kit.service.visit_view import VisitView


class Lack(StrEnum):
    """What kind of thing is missing."""

    NOBODY_HERE = "nobody-here"
    NOTHING_TICKED = "nothing-ticked"
    NO_WAY = "no-way"
    NOT_SEEN = "not-seen"
    NO_NAME = "no-name"
    NO_PARENT = "no-parent"
    NO_PLACE = "no-place"
    NO_NEXT = "no-next"
    ROOM = "room"
    NOT_CHECKED = "not-checked"
    QUESTION = "question"
    SLEEP_SPACE = "sleep-space"
    AGREED = "agreed"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing: what, the sentence a worker reads, a note under it, and whom, what and which place it concerns."""

    what: Lack
    sentence: str
    note: str = ""
    carer_id: str = ""
    resource_id: str = ""
    place_id: str = ""


def missing(library: Library, view: VisitView) -> tuple[Missing, ...]:
    """Everything still missing, people first."""
    return (
        *_presence(view),
        *_people(view),
        *_room(view),
        *sleep_missing(view),
        *plan_missing(view),
        *_understanding(library, view),
        *_next(view),
    )


def sleep_missing(view: VisitView) -> Iterator[Missing]:
    """Sleep spaces not seen today where a baby lives, and changes nobody said more about."""
    for place_id, child in _homes(view).items():
        spaces = [space for space in view.draft.spaces if space.place_id == place_id]
        if any(line.is_seen for space in spaces for line in space.lines):
            continue
        told = any(space.lines for space in spaces)
        now = space_now(view.checks, view.family, child.id, place_id, view.today)
        address = view.family.place(place_id).address
        sentence = f"The sleep space at {address} was told, not seen." if told else f"Sleep space not seen: {address}."
        note = f"Last time: {_lower(space_words(now))}." if now.seen_on or now.told_on else f"{space_words(now)}."
        yield Missing(Lack.SLEEP_SPACE, sentence, note, place_id=place_id)
    for space in view.draft.spaces:
        open_lines = [line for line in space.lines if line.is_change and not line.agreed.what]
        if open_lines:
            items = ", ".join(_lower(say(line.item)) for line in open_lines)
            sentence = f"What is to change is not said: {items}."
            yield Missing(Lack.AGREED, sentence, view.family.place(space.place_id).address, place_id=space.place_id)


def _homes(view: VisitView) -> dict[str, Child]:
    """Where each baby born lives, with that baby; of twins the younger."""
    babies = [child for child in view.family.youngest_first if child.born_on]
    stays = {
        stay.place_id: child
        for child in reversed(babies)
        if child.age_weeks(view.today) <= WEEKS_IN_FIRST_YEAR and (stay := view.family.stay_of(child.id, view.today))
    }
    return dict(reversed(stays.items()))


def plan_missing(view: VisitView) -> Iterator[Missing]:
    """Actions whose day has come and nobody looked at, and new ones without who or when."""
    for planned in view.plan.overdue(view.today):
        if not view.draft.plan.review(planned.action.id):
            sentence = f"What became of “{planned.action.want or planned.action.does}” is not said."
            due = planned.action.due_on
            yield Missing(Lack.ACTION, sentence, f"{late_words(due, view.today)}." if due else "")
    for action in view.draft.plan.actions:
        lacks = [words for words, is_said in (("who does it", action.who), ("by when", action.due_on)) if not is_said]
        if lacks and not action.is_empty:
            yield Missing(Lack.ACTION, f"“{action.want or action.does}”: {' and '.join(lacks)} is not said.")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _presence(view: VisitView) -> Iterator[Missing]:
    if not view.here:
        yield Missing(Lack.NOBODY_HERE, "Nobody is marked as here.")
    for carer in view.here:
        if not any(tick.carer_id == carer.id for tick in view.draft.ticks):
            whom = pronouns(view.family, carer.id).whom
            sentence = f"{view.name_of(carer.id)} is here and nothing is ticked for {whom}."
            yield Missing(Lack.NOTHING_TICKED, sentence, carer_id=carer.id)
    ways = {one.carer_id: one.reach_by for one in view.draft.presences}
    for carer in view.away:
        is_parent = is_mother(view.family, carer.id) or is_father(view.family, carer.id)
        if is_parent and not ways.get(carer.id):
            whom = pronouns(view.family, carer.id).whom
            sentence = f"{view.name_of(carer.id)} is not here. How will you reach {whom}?"
            yield Missing(Lack.NO_WAY, sentence, carer_id=carer.id)
    for child in view.family.youngest_first:
        is_baby = child.born_on is not None and child.age_weeks(view.today) <= WEEKS_IN_FIRST_YEAR
        if is_baby and child.id not in view.draft.children_seen:
            yield Missing(Lack.NOT_SEEN, f"{called(child)} is not marked as seen.")


def _people(view: VisitView) -> Iterator[Missing]:
    """Names and parent places nobody has told yet, and where the visit was."""
    for carer in view.here:
        if not carer.is_named:
            sentence = f"You have not noted a name: {ties_line(view.family, carer.id)}."
            yield Missing(Lack.NO_NAME, sentence, carer_id=carer.id)
    for child, role, answer in view.family.unfilled_places():
        if answer is None or answer.last_asked_on != view.today:
            yield Missing(Lack.NO_PARENT, f"{unfilled_name(child, role)} is not named.")
    if view.draft.place_id is None:
        yield Missing(Lack.NO_PLACE, "You have not said where you met.")


def _next(view: VisitView) -> Iterator[Missing]:
    if view.draft.next_on is None:
        yield Missing(Lack.NO_NEXT, "No next date is set.")


def _room(view: VisitView) -> Iterator[Missing]:
    if view.draft.room is Room.NOT_SURE:
        yield Missing(Lack.ROOM, "You have not said who can see or hear this screen.")


def _understanding(library: Library, view: VisitView) -> Iterator[Missing]:
    """How often nobody checked, and one question that would."""
    open_ticks = [tick for tick in view.draft.ticks if is_unchecked(tick)]
    if open_ticks:
        first = open_ticks[0]
        pieces = counted(len(open_ticks), "piece")
        yield Missing(
            Lack.NOT_CHECKED,
            f"Understanding is not checked for {pieces} of advice.",
            carer_id=first.carer_id,
            resource_id=first.text.resource_id,
        )
    for tick in open_ticks:
        if question := _question(library, view, tick):
            yield question
            return


def is_unchecked(tick: Tick) -> bool:
    """Whether advice was given and nobody checked how it was understood."""
    return tick.outcome is Outcome.GIVEN and tick.understanding in {None, Understanding.NOT_CHECKED}


def _question(library: Library, view: VisitView, tick: Tick) -> Missing | None:
    try:
        questions = library.questions(tick.text.resource_id)
    except UnknownError:
        return None
    if not questions:
        return None
    first = questions[0]
    return Missing(
        Lack.QUESTION,
        f"A question to ask {view.name_of(tick.carer_id)}: {first.ask}",
        f"Listen for: {first.listen_for}" if first.listen_for else "",
        tick.carer_id,
        tick.text.resource_id,
    )
