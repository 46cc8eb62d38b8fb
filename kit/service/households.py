"""A whole family as a worker meets it at the door, kept in one go."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.family import MAX_NAME, Child, Family, ParentRole, checked_line
from kit.domain.identity import new_id
from kit.service.families import (
    PARENT_ROLES,
    new_carer,
    new_child,
    new_need,
    new_place,
    new_tie,
    place_not_known,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kit.domain.carer import NeedKind, Tie
    from kit.domain.family import PlaceKind
    from kit.service.ports import Clock, Records


@dataclass(frozen=True, slots=True)
class NewChild:
    """A child of the household, born or expected."""

    given_name: str
    family_name: str = ""
    born_on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewCarer:
    """A carer of the household.

    Attributes:
        ties: what they are to each child, in the order of the children; None for nothing.
        note: goes with every tie ("lives apart").
        needs: communication needs, each with its detail (the language of an interpreter).
    """

    given_name: str
    family_name: str = ""
    ties: tuple[Tie | None, ...] = ()
    note: str = ""
    needs: tuple[tuple[NeedKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where all children of the household sleep now, and since when."""

    address: str
    kind: PlaceKind
    from_on: date


@dataclass(frozen=True, slots=True)
class Household:
    """Everyone who is added together. The place may be left for later; nobody else is missing."""

    name: str
    children: tuple[NewChild, ...]
    carers: tuple[NewCarer, ...] = ()
    place: NewPlace | None = None


def add_household(records: Records, clock: Clock, household: Household) -> Family:
    """The family with its children, carers, needs and place, in one transaction.

    A parent place nobody stands in is kept as not yet known.

    Raises:
        RuleError: something cannot be; its field names the person too: "children.0.born_on", "carers.1.ties".
    """
    family = Family(new_id(clock.now()), checked_line(household.name, "name", what="A family name", most=MAX_NAME))
    if not household.children:
        message = "Add a child first: born or expected."
        raise RuleError(message, field="children")
    with records:
        records.add(family)
        children = [_keep_child(records, clock, family, household, at) for at in range(len(household.children))]
        for at, carer in enumerate(household.carers):
            with _named(f"carers.{at}"):
                _keep_carer(records, clock, children, carer)
        if household.place:
            with _named("place"):
                there = household.place
                ids = [child.id for child in children]
                place, stays = new_place(clock, family.id, ids, there.address, there.kind, there.from_on)
                records.add(place, *stays)
        kept = records.family(family.id)
        records.commit()
    return kept


def _keep_child(records: Records, clock: Clock, family: Family, household: Household, at: int) -> Child:
    """The child, and its parent places that no carer of the household fills."""
    new = household.children[at]
    with _named(f"children.{at}"):
        child = new_child(clock, family.id, new.given_name, new.family_name, new.born_on, new.due_on)
    records.add(child)
    ties = [carer.ties[at] for carer in household.carers if at < len(carer.ties)]
    filled = {PARENT_ROLES[tie] for tie in ties if tie in PARENT_ROLES}
    records.add(*(place_not_known(clock, child.id, role) for role in ParentRole if role not in filled))
    return child


def _keep_carer(records: Records, clock: Clock, children: list[Child], new: NewCarer) -> None:
    """The carer with every tie and need."""
    carer = new_carer(clock, children[0].family_id, new.given_name, new.family_name)
    records.add(carer)
    ties = [(child, tie) for child, tie in zip(children, new.ties, strict=False) if tie is not None]
    if not ties:
        message = "Say what this person is to at least one child."
        raise RuleError(message, field="ties")
    for child, tie in ties:
        records.add(*new_tie(clock, carer.id, child.id, tie, new.note))
    records.add(*(new_need(clock, carer.id, kind, detail) for kind, detail in new.needs))


@contextmanager
def _named(who: str) -> Iterator[None]:
    """Let a mistake say whose field it is in."""
    try:
        yield
    except RuleError as error:
        raise RuleError(str(error), field=f"{who}.{error.field}") from error
