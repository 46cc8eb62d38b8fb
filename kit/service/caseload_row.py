"""What the caseload says about one family, in plain values: made from its records, kept, made anew when they change.

Nothing here is a record. A row can be forgotten at any time; it is then made again from the records it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kit.domain.advice import Topic
from kit.domain.carer import Tie
from kit.domain.coverage import Cell, CellState, Coverage, coverage, meeting_changes_on, unmet_carers
from kit.domain.family import Child
from kit.domain.seen import LastSeen, last_seen
from kit.domain.visit import standing_visits
from kit.domain.wording import called, counted, need_line, unfilled_name
from kit.service.finding import search_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.domain.advice import AdviceGiven
    from kit.domain.family import Family
    from kit.domain.visit import Visit
    from kit.service.ports import Library

    Body = dict[str, Any]

FORMAT = 2
"""Rows of another format are made anew."""

TOLD = frozenset({CellState.SHOWED_ME, CellState.TOLD_ME})
"""States that count as told and understood."""

MOST_LETTERS = 20
"""Two names that are longer leave no room for the topic."""

_FATHER_TIES = frozenset({Tie.FATHER, Tie.OTHER_PARENT})


@dataclass(frozen=True, slots=True)
class Gap:
    """The open cell of a family that matters most.

    Attributes:
        who: the carers this is so for: Callum; Both parents; Jade and Denise; 3 carers.
        never_met: whether one of them was never met though it is time.
    """

    state: CellState
    topic: Topic
    who: str
    times: int = 0
    due_by: date | None = None
    last_on: date | None = None
    is_new_place: bool = False
    never_met: bool = False


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A parent place to ask about: whose it is, and the day it was asked about last."""

    name: str
    last_asked_on: date | None


@dataclass(frozen=True, slots=True)
class Baby:
    """A child born who was not seen when the family was seen last: the name, the birth, the day it was seen."""

    name: str
    born_on: date
    seen_on: date | None


@dataclass(frozen=True, slots=True)
class Parents:
    """The parents of one sort and one topic, by the ids of the people.

    Attributes:
        meant: those a rule speaks of, or who were told something.
        told: those who were told and have understood.
        untold: those who were never told what is due for them.
    """

    meant: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One family in the caseload.

    Attributes:
        found_by: everything it is found by, folded.
        need: the first communication need, or nothing.
        youngest: the youngest child.
        people: the carers.
        address: where the youngest child sleeps.
        gap: what matters most, or None; overdue before due, fathers before mothers when equal.
        open_topics: the topics with something open for anybody.
        places: the parent places that wait to be asked about.
        never_met: the carers never met though it is time.
        last_visit_on: the day of the newest closed visit.
        seen: when anybody of the family was seen last, and how many attempts failed since.
        babies: the children not seen on that day.
        closed_on: the day help was closed, if it is.
        mothers: by topic.
        fathers: by topic; fathers and other parents.
        made_on: the day it was made for.
        changes_on: the day it has to be made again though no record came.
        plan_due_on: the day by which the next open action of the plan is to be done, passed or not.
        late_since: that day, when it has passed; said of a day, never kept.
    """

    family_id: str
    name: str
    found_by: str
    need: str
    youngest: Child | None
    people: str
    address: str
    gap: Gap | None
    open_topics: tuple[Topic, ...]
    places: tuple[OpenPlace, ...]
    never_met: tuple[str, ...]
    last_visit_on: date | None
    seen: LastSeen
    babies: tuple[Baby, ...]
    closed_on: date | None
    mothers: dict[Topic, Parents]
    fathers: dict[Topic, Parents]
    made_on: date
    changes_on: date | None = None
    plan_due_on: date | None = None
    late_since: date | None = None

    def on_day(self, day: date) -> CaseloadRow:
        """The row as it is read on that day: with the plan overdue or not."""
        is_late = self.plan_due_on is not None and self.plan_due_on < day
        return replace(self, late_since=self.plan_due_on) if is_late else self

    def holds_on(self, day: date) -> bool:
        """Whether it says the same on that day, as long as no record comes."""
        return self.made_on <= day and (self.changes_on is None or day < self.changes_on)

    @property
    def last_seen_on(self) -> date | None:
        """The day anybody of the family was seen last."""
        return self.seen.on

    @property
    def is_place_unfilled(self) -> bool:
        """Whether a parent place waits to be asked about."""
        return bool(self.places)

    @property
    def urgency(self) -> tuple[int, str]:
        """Sort key: overdue, due or somebody never met, a parent place to ask about, all well; then by name."""
        is_late = self.late_since is not None or (self.gap is not None and self.gap.state is CellState.OVERDUE)
        ranks = (is_late, self.gap is not None or bool(self.never_met), bool(self.places), True)
        return ranks.index(True), self.name.casefold()


def is_father(family: Family, carer_id: str) -> bool:
    """Whether this carer is a father or other parent of a child of the family."""
    return any(tie.tie in _FATHER_TIES for tie in family.ties_of(carer_id))


def is_mother(family: Family, carer_id: str) -> bool:
    """Whether this carer is the mother of a child of the family."""
    return any(tie.tie is Tie.MOTHER for tie in family.ties_of(carer_id))


def made_row(
    family: Family,
    advice: Sequence[AdviceGiven],
    visits: Sequence[Visit],
    library: Library,
    today: date,
    plan_due_on: date | None,
) -> CaseloadRow:
    """The row of a family on that day, from its records and the day its plan is due."""
    visits = standing_visits(visits)
    seen = last_seen(family, visits)
    topics = [name.topic for name in library.topics() if name.has_row]
    grid = coverage(family, advice, library.due_rules(), topics, today)
    rule = library.meet_rule()
    unmet = {one.carer_id for one in unmet_carers(family, visits, advice, rule, today)}
    youngest = next(iter(family.youngest_first), None)
    needs = [need_line(need).split(",")[0] for carer in grid.carers for need in family.needs_of(carer.id)]
    cells = [cell for line in grid.cells for cell in line]
    changes = [*(cell.changes_on for cell in cells), meeting_changes_on(family, rule, today)]
    return CaseloadRow(
        family_id=family.id,
        name=family.name,
        found_by=search_text(family),
        need=needs[0] if needs else "",
        youngest=youngest,
        people=", ".join(carer.full_name for carer in grid.carers),
        address=_address(family, youngest, today),
        gap=_gap(family, grid, unmet),
        open_topics=tuple(
            topic for topic, line in zip(topics, grid.cells, strict=True) if any(c.is_open for c in line)
        ),
        places=tuple(
            OpenPlace(unfilled_name(one.child, one.role), one.answer.last_asked_on if one.answer else None)
            for one in grid.unfilled
        ),
        never_met=tuple(carer.called for carer in grid.carers if carer.id in unmet),
        last_visit_on=_newest(visits),
        seen=seen,
        babies=tuple(
            Baby(called(child), child.born_on, on)
            for child_id, on in seen.children
            if on != seen.on and (child := family.child(child_id)).born_on
        ),
        closed_on=family.closed.on if family.closed else None,
        mothers=_parents(family, grid, {carer.id for carer in grid.carers if is_mother(family, carer.id)}),
        fathers=_parents(family, grid, {carer.id for carer in grid.carers if is_father(family, carer.id)}),
        made_on=today,
        changes_on=min((day for day in changes if day is not None), default=None),
        plan_due_on=plan_due_on,
    )


def _address(family: Family, youngest: Child | None, today: date) -> str:
    """Where the youngest child sleeps; nothing when nobody has said."""
    stay = family.stay_of(youngest.id, today) if youngest else None
    return family.place(stay.place_id).address if stay else ""


def _newest(visits: Iterable[Visit]) -> date | None:
    newest = max(visits, key=lambda visit: visit.started_at, default=None)
    return newest.started_at.date() if newest else None


def _gap(family: Family, grid: Coverage, unmet: set[str]) -> Gap | None:
    """Overdue first; among equals, the father's, because he is the one the review found forgotten."""
    found = [cell for line in grid.cells for cell in line if cell.is_open]
    first = min(
        found,
        key=lambda cell: (cell.state is not CellState.OVERDUE, not is_father(family, cell.carer_id)),
        default=None,
    )
    if first is None:
        return None
    alike = [cell.carer_id for cell in found if _says(cell) == _says(first)]
    return Gap(
        state=first.state,
        topic=first.topic,
        who=_who(family, alike),
        times=first.times,
        due_by=first.due_by,
        last_on=first.last_on,
        is_new_place=first.is_new_place,
        never_met=not unmet.isdisjoint(alike),
    )


def _says(cell: Cell) -> tuple[Topic, CellState, bool]:
    return cell.topic, cell.state, bool(cell.times)


def _who(family: Family, alike: Sequence[str]) -> str:
    if any(is_mother(family, each) for each in alike) and any(is_father(family, each) for each in alike):
        return "Both parents"
    carers = [family.carer(each) for each in alike]
    names = " and ".join(carer.called for carer in carers)
    return names if len(alike) == 1 or len(names) <= MOST_LETTERS else counted(len(alike), "carer")


def _parents(family: Family, grid: Coverage, ids: set[str]) -> dict[Topic, Parents]:
    """By topic; somebody who is in two families goes by the id they had first."""
    person = {carer_id: carer_id for carer_id in ids} | {one.carer_id: one.same_as for one in family.links}
    found = {}
    for line in grid.cells:
        mine = [cell for cell in line if cell.carer_id in ids and (cell.is_meant or cell.is_open)]
        if mine:
            found[line[0].topic] = Parents(
                meant=tuple(person[cell.carer_id] for cell in mine),
                told=tuple(person[cell.carer_id] for cell in mine if cell.state in TOLD),
                untold=tuple(person[cell.carer_id] for cell in mine if cell.is_open and not cell.times),
            )
    return found


# -- as it is kept -----------------------------------------------------------------------------------------------------


def row_body(row: CaseloadRow) -> Body:
    """The row as plain JSON."""
    child, gap = row.youngest, row.gap
    return {
        "name": row.name,
        "found_by": row.found_by,
        "need": row.need,
        "youngest": child and [child.id, child.given_name, child.family_name, _iso(child.born_on), _iso(child.due_on)],
        "people": row.people,
        "address": row.address,
        "gap": gap
        and [
            gap.state, gap.topic, gap.who, gap.times, _iso(gap.due_by), _iso(gap.last_on), gap.is_new_place,
            gap.never_met,
        ],
        "open": list(row.open_topics),
        "places": [[one.name, _iso(one.last_asked_on)] for one in row.places],
        "never_met": list(row.never_met),
        "last_visit_on": _iso(row.last_visit_on),
        "seen": [_iso(row.seen.on), [[one, _iso(on)] for one, on in row.seen.children], row.seen.attempts],
        "babies": [[one.name, _iso(one.born_on), _iso(one.seen_on)] for one in row.babies],
        "closed_on": _iso(row.closed_on),
        "mothers": {topic: [one.meant, one.told, one.untold] for topic, one in row.mothers.items()},
        "fathers": {topic: [one.meant, one.told, one.untold] for topic, one in row.fathers.items()},
        "made_on": _iso(row.made_on),
        "changes_on": _iso(row.changes_on),
        "plan_due_on": _iso(row.plan_due_on),
    }  # fmt: skip


def row_of(family_id: str, body: Body) -> CaseloadRow:
    """The row kept under this id."""
    return CaseloadRow(
        family_id=family_id,
        name=body["name"],
        found_by=body["found_by"],
        need=body["need"],
        youngest=_child_of(family_id, body["youngest"]) if body["youngest"] else None,
        people=body["people"],
        address=body["address"],
        gap=_gap_of(*body["gap"]) if body["gap"] else None,
        open_topics=tuple(map(Topic, body["open"])),
        places=tuple(OpenPlace(name, _day(asked)) for name, asked in body["places"]),
        never_met=tuple(body["never_met"]),
        last_visit_on=_day(body["last_visit_on"]),
        seen=_seen_of(*body["seen"]),
        babies=tuple(Baby(name, date.fromisoformat(born), _day(on)) for name, born, on in body["babies"]),
        closed_on=_day(body["closed_on"]),
        mothers=_parents_of(body["mothers"]),
        fathers=_parents_of(body["fathers"]),
        made_on=date.fromisoformat(body["made_on"]),
        changes_on=_day(body["changes_on"]),
        plan_due_on=_day(body["plan_due_on"]),
    )


def _child_of(family_id: str, kept: Sequence[str]) -> Child:
    child_id, given_name, family_name, born_on, due_on = kept
    return Child(child_id, family_id, given_name, family_name, _day(born_on), _day(due_on))


def _seen_of(on: str, children: Sequence[tuple[str, str]], attempts: int) -> LastSeen:
    return LastSeen(_day(on), tuple((child_id, _day(day)) for child_id, day in children), attempts)


def _gap_of(state: str, topic: str, who: str, times: int, due_by: str, last_on: str, *said: bool) -> Gap:
    is_new_place, never_met = said
    return Gap(CellState(state), Topic(topic), who, times, _day(due_by), _day(last_on), is_new_place, never_met)


def _parents_of(kept: dict[str, Sequence[Sequence[str]]]) -> dict[Topic, Parents]:
    return {Topic(topic): Parents(*map(tuple, lists)) for topic, lists in kept.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
