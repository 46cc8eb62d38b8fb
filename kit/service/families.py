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
    today = clock.today()
    checked_child_dates(born_on, due_on, today)
    with records:
        family = records.family(family_id)
        child = Child(
            id=new_id(clock.now()),
            family_id=family.id,
            given_name=checked_line(
                given_name, "given_name", what="A first name", most=MAX_NAME, required=born_on is not None
            ),
            family_name=checked_line(family_name, "family_name", what="A last name", most=MAX_NAME, required=False),
            born_on=born_on,
            due_on=due_on,
        )
        records.add(child)
        for role in (ParentRole.MOTHER, ParentRole.OTHER_PARENT):
            records.add(ParentPlace(new_id(clock.now()), child.id, role, PlaceState.NOT_YET_KNOWN, today))
        records.commit()
    return child


_PARENT_ROLE = {
    Tie.MOTHER: ParentRole.MOTHER,
    Tie.FATHER: ParentRole.OTHER_PARENT,
    Tie.OTHER_PARENT: ParentRole.OTHER_PARENT,
}


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
        carer = Carer(
            id=new_id(clock.now()),
            family_id=family.id,
            given_name=checked_line(given_name, "given_name", what="A first name", most=MAX_NAME),
            family_name=checked_line(family_name, "family_name", what="A last name", most=MAX_NAME, required=False),
        )
        records.add(carer)
        for child_id, tie, note in ties:
            child = family.child(child_id)
            line = checked_line(note, "note", what="The note", required=False)
            records.add(Relationship(new_id(clock.now()), carer.id, child.id, tie, line))
            if tie in _PARENT_ROLE:
                role = _PARENT_ROLE[tie]
                records.add(
                    ParentPlace(new_id(clock.now()), child.id, role, PlaceState.FILLED, clock.today(), carer.id)
                )
        records.commit()
    return carer


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
    today = clock.today()
    with records:
        carer = records.family(family_id).carer(carer_id)
        line = checked_line(detail, "detail", what="The detail", required=False)
        stages = ((NeedStage.IDENTIFIED, today), (NeedStage.RECORDED, today))
        need = Need(new_id(clock.now()), carer.id, kind, line, stages, review_by)
        records.add(need)
        records.commit()
    return need


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
    if from_on > clock.today():
        message = f"The day of the move, {from_on:%d/%m/%Y}, is in the future. Record it when they have moved."
        raise RuleError(message, field="from_on")
    if not child_ids:
        message = "Say which children sleep there."
        raise RuleError(message, field="child_ids")
    with records:
        family = records.family(family_id)
        place = Place(new_id(clock.now()), family.id, checked_line(address, "address", what="An address"), kind)
        records.add(place)
        for child_id in child_ids:
            records.add(Stay(new_id(clock.now()), family.child(child_id).id, place.id, from_on))
        records.commit()
    return place


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
