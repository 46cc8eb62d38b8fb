"""A whole family as a worker meets it at the door, kept in one go."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.fact import NOWHERE, FactKind, Source
from kit.domain.family import Child, Family, ParentRole
from kit.service.families import (
    PARENT_ROLES,
    checked_names,
    keep_family,
    keep_tie,
    new_carer,
    new_child,
    new_need,
    new_place,
    place_not_known,
)
from kit.service.learning import check_child_number, new_fact

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
    nhs_number: str = ""


@dataclass(frozen=True, slots=True)
class NewCarer:
    """A carer of the household.

    Attributes:
        ties: what they are to each child, in the order of the children; None for nothing.
        note: goes with every tie ("lives apart").
        needs: communication needs, each with its detail (the language of an interpreter).
        source: who told us what they are to the children, and what was seen.
    """

    given_name: str
    family_name: str = ""
    ties: tuple[Tie | None, ...] = ()
    note: str = ""
    needs: tuple[tuple[NeedKind, str], ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where all children of the household sleep now, and since when."""

    address: str
    kind: PlaceKind
    from_on: date


@dataclass(frozen=True, slots=True)
class Household:
    """Everyone who is added together. The place may be left for later; nobody else is missing.

    `local_number` is its number in the record system of the organisation.
    """

    name: str
    children: tuple[NewChild, ...]
    carers: tuple[NewCarer, ...] = ()
    place: NewPlace | None = None
    local_number: str = ""


def add_household(records: Records, clock: Clock, household: Household) -> Family:
    """The family with its children, carers, needs and place, in one transaction.

    A parent place nobody stands in is kept as not yet known.

    Raises:
        RuleError: something cannot be; its field names the person too: "children.0.born_on", "carers.1.ties".
    """
    with records:
        kept = keep_household(records, clock, household)
        records.commit()
    return kept


def keep_household(records: Records, clock: Clock, household: Household) -> Family:
    """The same, inside a transaction that is begun and committed elsewhere."""
    if not household.children:
        message = "Add a child first: born or expected."
        raise RuleError(message, field="children")
    family = keep_family(records, clock, household.name, household.local_number)
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
    return records.family(family.id)


def _keep_child(records: Records, clock: Clock, family: Family, household: Household, at: int) -> Child:
    """The child, and its parent places that no carer of the household fills."""
    new = household.children[at]
    with _named(f"children.{at}"):
        is_named = new.born_on is not None
        named = checked_names(records.settings(), new.given_name, new.family_name, is_required=is_named)
        child = new_child(clock, family.id, named, new.born_on, new.due_on)
        number = check_child_number(records, new.nhs_number)
    records.add(child)
    if number:
        records.add(new_fact(records, clock, family.id, child.id, FactKind.NHS_NUMBER, number))
    ties = [carer.ties[at] for carer in household.carers if at < len(carer.ties)]
    filled = {PARENT_ROLES[tie] for tie in ties if tie in PARENT_ROLES}
    records.add(*(place_not_known(clock, child.id, role) for role in ParentRole if role not in filled))
    return child


def _keep_carer(records: Records, clock: Clock, children: list[Child], new: NewCarer) -> None:
    """The carer with every tie and need."""
    carer = new_carer(records, clock, children[0].family_id, new.given_name, new.family_name)
    records.add(carer)
    ties = [(child, tie) for child, tie in zip(children, new.ties, strict=False) if tie is not None]
    if not ties:
        message = "Say what this person is to at least one child."
        raise RuleError(message, field="ties")
    for child, tie in ties:
        keep_tie(records, clock, carer, child, tie, new.note, new.source)
    records.add(*(new_need(clock, carer.id, kind, detail) for kind, detail in new.needs))


@contextmanager
def _named(who: str) -> Iterator[None]:
    """Let a mistake say whose field it is in."""
    try:
        yield
    except RuleError as error:
        raise RuleError(str(error), field=f"{who}.{error.field}") from error
