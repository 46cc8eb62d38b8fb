"""Adding families and the people in them, and what is learnt about them later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.carer import Carer, Need, NeedKind, NeedStage, Relationship, Tie
from kit.domain.coverage import Coverage, coverage
from kit.domain.errors import RuleError
from kit.domain.family import (
    MAX_NAME,
    Child,
    Family,
    ParentPlace,
    ParentRole,
    Place,
    PlaceKind,
    PlaceState,
    Stay,
    checked_child_dates,
    checked_line,
)
from kit.domain.identity import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kit.domain.visit import Visit, VisitDraft
    from kit.service.ports import Clock, Library, Records


def add_family(records: Records, clock: Clock, name: str) -> Family:
    """A new family under the name the worker knows it by. Raises RuleError for a name that is empty or too long."""
    family = Family(new_id(clock.now()), checked_line(name, "name", what="A family name", most=MAX_NAME))
    with records:
        records.add(family)
        records.commit()
    return family


def add_child(
    records: Records,
    clock: Clock,
    family_id: str,
    given_name: str,
    family_name: str = "",
    *,
    born_on: date | None = None,
    due_on: date | None = None,
) -> Child:
    """A child of the family, with both parent places not yet known.

    Raises:
        RuleError: a name or date that cannot be.
    """
    with records:
        family = records.family(family_id)
        child = new_child(clock, family.id, given_name, family_name, born_on, due_on)
        records.add(child)
        records.add(*(place_not_known(clock, child.id, role) for role in ParentRole))
        records.commit()
    return child


def new_child(
    clock: Clock, family_id: str, given_name: str, family_name: str, born_on: date | None, due_on: date | None
) -> Child:
    """The record of a child, or RuleError for a name or date that cannot be."""
    checked_child_dates(born_on, due_on, clock.today())
    given = checked_line(given_name, "given_name", what="A first name", most=MAX_NAME, required=born_on is not None)
    last = checked_line(family_name, "family_name", what="A last name", most=MAX_NAME, required=False)
    return Child(new_id(clock.now()), family_id, given, last, born_on, due_on)


def place_not_known(clock: Clock, child_id: str, role: ParentRole) -> ParentPlace:
    """The record that a parent place of a new child is still to be asked about."""
    return ParentPlace(new_id(clock.now()), child_id, role, PlaceState.NOT_YET_KNOWN, clock.today())


PARENT_ROLES = {
    Tie.MOTHER: ParentRole.MOTHER,
    Tie.FATHER: ParentRole.OTHER_PARENT,
    Tie.OTHER_PARENT: ParentRole.OTHER_PARENT,
}
"""The parent place that someone with this tie stands in."""


def add_carer(
    records: Records,
    clock: Clock,
    family_id: str,
    given_name: str,
    family_name: str,
    ties: Sequence[tuple[str, Tie, str]],
) -> Carer:
    """A carer with what they are to each child: (child id, tie, note). A parent fills that child's parent place.

    Raises:
        RuleError: no name, or no tie to any child of the family.
    """
    if not ties:
        message = "Say what this person is to at least one child."
        raise RuleError(message, field="ties")
    with records:
        family = records.family(family_id)
        carer = new_carer(clock, family.id, given_name, family_name)
        records.add(carer)
        for child_id, tie, note in ties:
            records.add(*new_tie(clock, carer.id, family.child(child_id).id, tie, note))
        records.commit()
    return carer


def new_carer(clock: Clock, family_id: str, given_name: str, family_name: str) -> Carer:
    """The record of a carer, or RuleError for a name that is empty or too long."""
    given = checked_line(given_name, "given_name", what="A first name", most=MAX_NAME)
    last = checked_line(family_name, "family_name", what="A last name", most=MAX_NAME, required=False)
    return Carer(new_id(clock.now()), family_id, given, last)


def new_tie(
    clock: Clock, carer_id: str, child_id: str, tie: Tie, note: str
) -> tuple[Relationship, *tuple[ParentPlace, ...]]:
    """The record of what a carer is to a child, with the parent place it fills, if it does."""
    line = checked_line(note, "note", what="The note", required=False)
    relationship = Relationship(new_id(clock.now()), carer_id, child_id, tie, line)
    if tie not in PARENT_ROLES:
        return (relationship,)
    role, today = PARENT_ROLES[tie], clock.today()
    return relationship, ParentPlace(new_id(clock.now()), child_id, role, PlaceState.FILLED, today, carer_id)


def answer_parent_place(
    records: Records, clock: Clock, family_id: str, child_id: str, role: ParentRole, state: PlaceState
) -> ParentPlace:
    """What was said today when asked who stands in a parent place. FILLED comes from `add_carer`.

    Raises:
        RuleError: asked to fill a place without a carer.
    """
    if state is PlaceState.FILLED:
        message = "Add the person, and say what they are to the child."
        raise RuleError(message, field="state")
    with records:
        child = records.family(family_id).child(child_id)
        today = clock.today()
        answer = ParentPlace(new_id(clock.now()), child.id, role, state, today, last_asked_on=today)
        records.add(answer)
        records.commit()
    return answer


def add_need(
    records: Records,
    clock: Clock,
    family_id: str,
    carer_id: str,
    kind: NeedKind,
    detail: str = "",
    review_by: date | None = None,
) -> Need:
    """A need this carer told us of today: identified and recorded, the other stages still to come."""
    with records:
        carer = records.family(family_id).carer(carer_id)
        need = new_need(clock, carer.id, kind, detail, review_by)
        records.add(need)
        records.commit()
    return need


def new_need(clock: Clock, carer_id: str, kind: NeedKind, detail: str = "", review_by: date | None = None) -> Need:
    """The record of a need told today."""
    today = clock.today()
    line = checked_line(detail, "detail", what="The detail", required=False)
    stages = ((NeedStage.IDENTIFIED, today), (NeedStage.RECORDED, today))
    return Need(new_id(clock.now()), carer_id, kind, line, stages, review_by)


def move_children(
    records: Records,
    clock: Clock,
    family_id: str,
    child_ids: Sequence[str],
    address: str,
    kind: PlaceKind,
    from_on: date,
) -> Place:
    """These children sleep at this address from that day on; their sleep space there is unseen.

    Raises:
        RuleError: no address, no child, or a day in the future.
    """
    with records:
        family = records.family(family_id)
        children = [family.child(child_id).id for child_id in child_ids]
        place, stays = new_place(clock, family.id, children, address, kind, from_on)
        records.add(place, *stays)
        records.commit()
    return place


def new_place(
    clock: Clock, family_id: str, child_ids: Sequence[str], address: str, kind: PlaceKind, from_on: date
) -> tuple[Place, tuple[Stay, ...]]:
    """The records of an address and of the children who sleep there, or RuleError for what cannot be."""
    if from_on > clock.today():
        message = f"The day of the move, {from_on:%d/%m/%Y}, is in the future. Record it when they have moved."
        raise RuleError(message, field="from_on")
    if not child_ids:
        message = "Say which children sleep there."
        raise RuleError(message, field="child_ids")
    place = Place(new_id(clock.now()), family_id, checked_line(address, "address", what="An address"), kind)
    return place, tuple(Stay(new_id(clock.now()), child_id, place.id, from_on) for child_id in child_ids)


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Everything the family page shows."""

    family: Family
    coverage: Coverage
    visits: tuple[Visit, ...]
    draft: VisitDraft | None
    today: date


def family_view(records: Records, library: Library, clock: Clock, family_id: str) -> FamilyView:
    """The family as it stands now, with the coverage grid first."""
    today = clock.today()
    with records:
        family = records.family(family_id)
        advice = records.advice(family_id)
        visits = tuple(records.visits(family_id))
        draft = next((draft for draft in records.drafts() if draft.family_id == family_id), None)
    rows = [name.topic for name in library.topics() if name.has_row]
    return FamilyView(family, coverage(family, advice, library.due_rules(), rows, today), visits, draft, today)
