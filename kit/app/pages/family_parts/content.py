"""What the family page shows, from the family: grid, header, needs, places, visits. No widget is made here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.grid.cells import GridCell, GridColumn, GridRow
from kit.app.heading import Person
from kit.app.look.marks import Mark
from kit.app.pages.family_words import MARKS
from kit.domain.carer import NeedStage
from kit.domain.dates import day_and_month, long_date, short_date
from kit.domain.family import ParentRole
from kit.domain.plan_words import space_words
from kit.domain.sleep import space_now
from kit.domain.visit import Attended
from kit.domain.wording import (
    called,
    cell_note,
    cell_sentence,
    child_line,
    children_seen_line,
    counted,
    need_line,
    say,
    seen_line,
    ties_line,
    unfilled_name,
)
from kit.service.families import PARENT_ROLES
from kit.service.needs import late_reviews

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kit.domain.advice import Topic
    from kit.domain.carer import Carer
    from kit.domain.coverage import Cell, Unfilled, Unmet
    from kit.domain.family import Child, Family
    from kit.domain.plan import Planned
    from kit.domain.sleep import SpaceNow
    from kit.domain.visit import Visit
    from kit.service.families import FamilyView

PLACE = "place"
WEEKS_A_BABY = 52
MOST_NAMED = 2
Content = tuple[tuple[GridRow, ...], tuple[GridColumn, ...], tuple[tuple[GridCell, ...], ...]]


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line of a panel: an icon or a mark, the words, a quiet end."""

    words: str
    note: str = ""
    mark: Mark | None = None
    icon: str = ""


def grid_of(view: FamilyView, names: Mapping[Topic, str]) -> Content:
    """Topics down, carers across, unfilled parent places last."""
    grid, family = view.coverage, view.family
    rows = tuple(GridRow(topic.value, names.get(topic, say(topic))) for topic in grid.topics)
    carers = tuple(_carer_column(family, carer) for carer in grid.carers)
    places = tuple(_place_column(each) for each in grid.unfilled)
    empty = tuple(_place_cell(each, view.today) for each in grid.unfilled)
    cells = tuple(
        (*(_cell(family, cell, row.title, view.today) for cell in cells), *empty)
        for row, cells in zip(rows, grid.cells, strict=True)
    )
    return rows, (*carers, *places), cells


def _carer_column(family: Family, carer: Carer) -> GridColumn:
    ties = family.ties_of(carer.id)
    tie = say(ties[0].tie).lower() if ties else "carer"
    return GridColumn(carer.id, carer.full_name, _ties_note(family, carer.id), f"{carer.called}, {tie}")


def _ties_note(family: Family, carer_id: str) -> str:
    """Mother of Noah and Ruby; Father of Noah · lives apart; Grandparent · stays over; Mother of all 4."""
    ties = family.ties_of(carer_id)
    is_to_all = len({tie.tie for tie in ties}) == 1 and len(ties) == len(family.children)
    is_parent = bool(ties) and ties[0].tie in PARENT_ROLES
    if not is_to_all or (is_parent and len(ties) <= MOST_NAMED):
        return ties_line(family, carer_id)
    note = next((f" · {tie.note}" for tie in ties if tie.note), "")
    return f"{say(ties[0].tie)}{f' of all {len(ties)}' if is_parent else ''}{note}"


def _place_column(unfilled: Unfilled) -> GridColumn:
    name = unfilled_name(unfilled.child, unfilled.role)
    key = place_key(unfilled.child.id, unfilled.role)
    return GridColumn(key, name, "Place not filled", name, is_unfilled=True, deed="Ask today")


def _place_cell(unfilled: Unfilled, today: date) -> GridCell:
    asked = unfilled.answer.last_asked_on if unfilled.answer else None
    note = f"Last asked {day_and_month(asked)}" if asked else "Not asked yet"
    name = unfilled_name(unfilled.child, unfilled.role)
    words = "Asked today" if asked == today else note
    return GridCell(Mark.NOT_KNOWN, note=words, sentence=f"{name}: not known yet. {words}. Ask today")


def _cell(family: Family, cell: Cell, topic: str, today: date) -> GridCell:
    name = family.carer(cell.carer_id).full_name
    sentence = cell_sentence(topic, name, cell, today)
    return GridCell(MARKS[cell.state], say(cell.state), cell_note(cell, today), sentence)


def place_key(child_id: str, role: ParentRole) -> str:
    """How the column of an unfilled parent place is called."""
    return f"{PLACE}:{child_id}:{role.value}"


def place_of_key(key: str) -> tuple[str, ParentRole] | None:
    """Child and role of an unfilled column, or None for a carer's."""
    if not key.startswith(f"{PLACE}:"):
        return None
    _place, child_id, role = key.split(":")
    return child_id, ParentRole(role)


def people(view: FamilyView) -> tuple[Person, ...]:
    """The children beside the title, youngest first."""
    return tuple(_person(child, view.today) for child in view.family.youngest_first)


def _person(child: Child, today: date) -> Person:
    is_baby = child.born_on is None or child.age_weeks(today) <= WEEKS_A_BABY
    return Person("baby" if is_baby else "person-standing", called(child), child_line(child, today))


def facts_line(view: FamilyView) -> str:
    """Flat 2, 14 Mill Lane · since 3 November · local number P-1042."""
    here, number = places(view), view.family.local_number
    said = [f"{here[0].words} · {here[0].note}" if here else "No address yet"]
    is_name = number == view.family.name
    return " · ".join([*said, *([f"local number {number}"] if number and not is_name else [])])


def needs(family: Family) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each carer with needs, and what they are."""
    found = ((carer.called, family.needs_of(carer.id)) for carer in family.columns())
    return tuple((name, tuple(need_line(need) for need in mine)) for name, mine in found if mine)


def needs_remark(family: Family, today: date) -> str:
    """Asked 28 October · review by 28 January; or Review overdue: Jade, which comes before both."""
    needs = [need for carer in family.carers for need in family.needs_of(carer.id)]
    if late := late_reviews(family, today):
        return late
    asked = [day for need in needs if (day := need.reached_on(NeedStage.IDENTIFIED))]
    review = [day for need in needs if (day := need.next_review)]
    said = [f"Asked {day_and_month(max(asked))}"] if asked else []
    return " · ".join([*said, *([f"review by {day_and_month(min(review))}"] if review else [])])


def sleeper(family: Family) -> Child | None:
    """The child whose place is shown: the youngest."""
    return next(iter(family.youngest_first), None)


def places(view: FamilyView) -> tuple[FactLine, ...]:
    """Where the youngest child sleeps now, what is known of the sleep space there, and the place before."""
    family = view.family
    child = sleeper(family)
    if child is None:
        return ()
    stays = sorted(
        (stay for stay in family.stays if stay.child_id == child.id and stay.from_on <= view.today),
        key=lambda stay: (stay.from_on, stay.id),
        reverse=True,
    )
    if not stays:
        return ()
    addresses = [family.place(stay.place_id).address for stay in stays]
    now = space_now(view.checks, family, child.id, stays[0].place_id, view.today)
    space = FactLine(space_words(now), mark=_space_mark(now))
    here = FactLine(addresses[0], f"since {_day(stays[0].from_on, view.today)}", icon="map-pin")
    before = [FactLine(f"Before: {addresses[1]}", icon="history")] if len(stays) > 1 else []
    return here, space, *before


def _space_mark(now: SpaceNow) -> Mark:
    """Half for something to change, the disc for seen, the bubble for told, the dashed ring for unseen."""
    if now.changes:
        return Mark.NOT_YET
    if now.seen_on:
        return Mark.SHOWED_ME
    return Mark.TOLD_ME if now.told_on else Mark.NOT_KNOWN


def plan(view: FamilyView) -> tuple[FactLine, ...]:
    """The actions still open, the overdue ones marked; or what the last plan came to."""
    lines = [_action_line(planned, view.today) for planned in view.plan.open]
    if not lines and view.plan.ended:
        ended = counted(len(view.plan.ended), "action")
        return (FactLine(f"Nothing open · {ended} done or changed", mark=Mark.SHOWED_ME),)
    return tuple(lines)


def _action_line(planned: Planned, today: date) -> FactLine:
    action = planned.action
    words = action.want or action.does
    if planned.is_overdue(today) and action.due_on:
        return FactLine(f"Overdue since {short_date(action.due_on)}: {words}", action.who, Mark.OVERDUE)
    by = f"by {short_date(action.due_on)}" if action.due_on else ""
    return FactLine(words, " · ".join(part for part in (action.who, by) if part), Mark.WAITING)


def _day(day: date, today: date) -> str:
    """3 November; 3 November 2024 in another year."""
    return day_and_month(day) if day.year == today.year else long_date(day)


def visits(view: FamilyView, most: int | None = None) -> tuple[FactLine, ...]:
    """The last visits and attempts, newest first."""
    return tuple(visit_line(view.family, visit, view.today) for visit in view.visits[:most])


def seen(view: FamilyView) -> FactLine:
    """Seen 3 weeks ago, 1 attempt since; beside it each child seen at another time, or that all were seen."""
    line = seen_line(view.seen, view.today)
    return FactLine(line, children_seen_line(view.family, view.seen, view.today), icon="clock")


def never_met(view: FamilyView) -> tuple[FactLine, ...]:
    """Who was never met though it is time, and how they are to be reached."""
    return tuple(FactLine(unmet_words(view.family, one), mark=Mark.NOT_KNOWN) for one in view.unmet)


def unmet_words(family: Family, unmet: Unmet, *, is_named: bool = True) -> str:
    """Callum never met: evening visit, said on 12 November."""
    carer = family.carer(unmet.carer_id)
    who = f"{carer.called} never met" if is_named else "Never met"
    if unmet.planned is None or unmet.planned_on is None:
        return f"{who}: nobody said how to reach them"
    return f"{who}: {say(unmet.planned).lower()}, said on {day_and_month(unmet.planned_on)}"


def visit_line(family: Family, visit: Visit, today: date) -> FactLine:
    """Seen: Jade, Noah 12 Nov; No access 20 Nov."""
    day = visit.started_at.date()
    when = short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"
    if visit.is_attempt:
        return FactLine(say(visit.outcome), when, Mark.NOT_GIVEN)
    return FactLine(f"Seen: {', '.join(_who_was_there(family, visit)) or 'nobody named'}", when, Mark.HERE_ALL)


def _who_was_there(family: Family, visit: Visit) -> Sequence[str]:
    here = {one.carer_id for one in visit.presences if one.attended is not Attended.NOT_HERE}
    carers = [carer.called for carer in family.columns() if carer.id in here]
    return carers + [called(child) for child in family.youngest_first if child.id in visit.children_seen]
