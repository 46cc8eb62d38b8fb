"""What is still missing before a visit is closed, as sentences. Nothing here forbids closing it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Understanding
from kit.domain.errors import UnknownError
from kit.domain.visit import Room
from kit.domain.wording import called, counted, ties_line, unfilled_name
from kit.service.caseload import is_father, is_mother
from kit.service.visit_view import pronouns
from kit.service.visits import WEEKS_IN_FIRST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing: what, the sentence a worker reads, a note under it, and whom and what it concerns."""

    what: Lack
    sentence: str
    note: str = ""
    carer_id: str = ""
    resource_id: str = ""


def missing(library: Library, view: VisitView) -> tuple[Missing, ...]:
    """Everything still missing, people first."""
    return (*_presence(view), *_people(view), *_room(view), *_understanding(library, view), *_next(view))


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
