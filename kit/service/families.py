"""Adding families and the people in them, and what is learnt about them later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.domain.carer import Carer, CarerLink, Need, NeedKind, NeedStage, Relationship, Tie
from kit.domain.coverage import Coverage, Unmet, coverage, unmet_carers
from kit.domain.errors import RuleError, UnknownError
from kit.domain.fact import NOWHERE, FactKind, Source
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
from kit.domain.initials import checked_initials
from kit.domain.plan import Plan
from kit.domain.seen import LastSeen, last_seen
from kit.domain.visit import standing_visits
from kit.service.learning import check_child_number, check_local_number, new_fact
from kit.service.plans import read_plan
from kit.service.sleep import read_checks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kit.domain.settings import Settings
    from kit.domain.sleep import SleepCheck
    from kit.domain.visit import Visit, VisitDraft
    from kit.service.ports import Clock, Library, Records


def add_family(records: Records, clock: Clock, name: str, local_number: str = "") -> Family:
    """A new family under the name the worker knows it by, and its number in the record system if it has one.

    Raises:
        RuleError: a name that is empty or too long, or a number that another family has.
    """
    with records:
        family = keep_family(records, clock, name, local_number)
        records.commit()
    return family


def keep_family(records: Records, clock: Clock, name: str, local_number: str) -> Family:
    """The record of a family, kept. Where only initials are kept, the local number is its name."""
    number = check_local_number(records, local_number)
    if records.settings().keeps_initials_only:
        name = checked_line(number, "local_number", what="A local number")
    family = Family(new_id(clock.now()), checked_line(name, "name", what="A family name", most=MAX_NAME))
    records.add(family)
    if number:
        records.add(new_fact(records, clock, family.id, family.id, FactKind.LOCAL_NUMBER, number))
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
    nhs_number: str = "",
) -> Child:
    """A child of the family, with both parent places not yet known.

    Raises:
        RuleError: a name or date that cannot be.
    """
    with records:
        family = records.family(family_id)
        named = checked_names(records.settings(), given_name, family_name, is_required=born_on is not None)
        child = new_child(clock, family.id, named, born_on, due_on)
        number = check_child_number(records, nhs_number)
        records.add(child)
        if number:
            records.add(new_fact(records, clock, family.id, child.id, FactKind.NHS_NUMBER, number))
        records.add(*(place_not_known(clock, child.id, role) for role in ParentRole))
        records.commit()
    return child


def checked_names(
    settings: Settings, given_name: str, family_name: str, *, is_required: bool = True
) -> tuple[str, str]:
    """First and last name as they are kept, or RuleError for one that is missing, too long, or more than initials."""
    given = checked_line(given_name, "given_name", what="A first name", most=MAX_NAME, required=is_required)
    last = checked_line(family_name, "family_name", what="A last name", most=MAX_NAME, required=False)
    if settings.keeps_initials_only:
        return checked_initials(given, "given_name"), checked_initials(last, "family_name")
    return given, last


def new_child(clock: Clock, family_id: str, named: tuple[str, str], born_on: date | None, due_on: date | None) -> Child:
    """The record of a child, or RuleError for a date that cannot be."""
    checked_child_dates(born_on, due_on, clock.today())
    return Child(new_id(clock.now()), family_id, *named, born_on, due_on)


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
    *,
    source: Source = NOWHERE,
    same_as: str = "",
) -> Carer:
    """A carer with what they are to each child: (child id, tie, note). A parent fills that child's parent place.

    Args:
        records: where they are kept.
        clock: the time.
        family_id: the family they look after a child of.
        given_name: first name.
        family_name: last name; may be empty.
        ties: what they are to each child.
        source: who told us what they are to the child, and what was seen.
        same_as: id of a carer of another family who is the same person; empty when there is none.

    Raises:
        RuleError: no name, or no tie to any child of the family.
    """
    if not ties:
        message = "Say what this person is to at least one child."
        raise RuleError(message, field="ties")
    with records:
        family = records.family(family_id)
        carer = new_carer(records, clock, family.id, given_name, family_name)
        records.add(carer)
        if same_as:
            records.add(new_link(records, clock, carer, same_as))
        for child_id, tie, note in ties:
            keep_tie(records, clock, carer, family.child(child_id), tie, note, source)
        records.commit()
    return carer


def add_unnamed_carer(records: Records, clock: Clock, family_id: str, ties: Sequence[tuple[str, Tie]]) -> Carer:
    """Somebody met at a visit who is not on record yet, with what they are to each child; the name can come later.

    Raises:
        RuleError: no tie to any child of the family.
    """
    if not ties:
        message = "Say what this person is to at least one child."
        raise RuleError(message, field="ties")
    with records:
        family = records.family(family_id)
        carer = Carer(new_id(clock.now()), family.id, "", "")
        records.add(carer)
        for child_id, tie in ties:
            records.add(*new_tie(clock, carer.id, family.child(child_id).id, tie, ""))
        records.commit()
    return carer


def add_place(records: Records, clock: Clock, family_id: str, address: str, kind: PlaceKind) -> Place:
    """A place the family is met at, or a child sleeps at now and then. Nobody lives there: `move_children` says that.

    Raises:
        RuleError: no address, or one that is too long.
    """
    with records:
        family = records.family(family_id)
        place = Place(new_id(clock.now()), family.id, checked_line(address, "address", what="An address"), kind)
        records.add(place)
        records.commit()
    return place


def new_carer(records: Records, clock: Clock, family_id: str, given_name: str, family_name: str) -> Carer:
    """The record of a carer, or RuleError for a name that is empty or too long."""
    return Carer(new_id(clock.now()), family_id, *checked_names(records.settings(), given_name, family_name))


def new_link(records: Records, clock: Clock, carer: Carer, same_as: str) -> CarerLink:
    """The record that a carer is the same person as one of another family: always the one written down first."""
    for family in records.families():
        if family.id != carer.family_id and any(one.id == same_as for one in family.carers):
            first = next((link.same_as for link in family.links if link.carer_id == same_as), same_as)
            return CarerLink(new_id(clock.now()), carer.id, first)
    message = "This person is not in another family of this caseload."
    raise UnknownError(message)


def same_names(records: Records, family_id: str, given_name: str, family_name: str) -> tuple[str, ...]:
    """Ids of carers of other families who have exactly this name; one person of two families counts once."""
    wanted = f"{given_name} {family_name}".strip().casefold()
    with records:
        families = records.families()
    firsts = {link.carer_id: link.same_as for family in families for link in family.links}
    others = (carer for family in families if family.id != family_id for carer in family.carers)
    found = (firsts.get(carer.id, carer.id) for carer in others if wanted and carer.full_name.casefold() == wanted)
    return tuple(dict.fromkeys(found))


def same_person(records: Records, family_id: str, given_name: str, family_name: str, *, is_same: bool | None) -> str:
    """Id of the carer of another family who is this person; nothing when it is somebody else.

    Only that there is somebody of this name is said, and never in which family. Of two people of one name nobody here
    can say which is meant, so that neither is offered.

    Raises:
        RuleError: one person of another family has this name, and nobody has said yet whether it is the same.
    """
    found = same_names(records, family_id, given_name, family_name)
    if len(found) != 1 or is_same is False:
        return ""
    if is_same is None:
        message = "Somebody of this name is in another family on this laptop. Is it the same person?"
        raise RuleError(message, field="same_as")
    return found[0]


def keep_tie(records: Records, clock: Clock, carer: Carer, child: Child, tie: Tie, note: str, source: Source) -> None:
    """What a carer is to a child, and where we know it from."""
    relationship, *places = new_tie(clock, carer.id, child.id, tie, note)
    records.add(relationship, *places)
    if source != NOWHERE:
        records.add(new_fact(records, clock, carer.family_id, relationship.id, FactKind.TIE, tie.value, source))


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
    """Everything the family page shows.

    Attributes:
        visits: those that hold, newest first.
        every_visit: the same with what was corrected.
    """

    family: Family
    coverage: Coverage
    visits: tuple[Visit, ...]
    draft: VisitDraft | None
    today: date
    every_visit: tuple[Visit, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    checks: tuple[SleepCheck, ...] = ()
    plan: Plan = field(default_factory=Plan)

    @property
    def seen(self) -> LastSeen:
        """When the family and each child was last seen."""
        return last_seen(self.family, self.visits)


def family_view(records: Records, library: Library, clock: Clock, family_id: str) -> FamilyView:
    """The family as it stands now, with the coverage grid first."""
    today = clock.today()
    with records:
        family = records.family(family_id)
        advice = records.advice(family_id)
        every = tuple(records.visits(family_id))
        draft = next((draft for draft in records.drafts() if draft.family_id == family_id), None)
        checks, plan = read_checks(records, family_id), read_plan(records, family_id)
    rows = [name.topic for name in library.topics() if name.has_row]
    grid = coverage(family, advice, library.due_rules(), rows, today)
    held = standing_visits(every)
    unmet = unmet_carers(family, held, advice, library.meet_rule(), today)
    return FamilyView(family, grid, held, draft, today, every, unmet, checks, plan)
