"""A whole family kept in one go, or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain.carer import NeedKind, Tie
from kit.domain.errors import RuleError, StoreError
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.service.households import Household, NewCarer, NewChild, NewPlace, add_household
from tests import fakes, makers

NEEDS = ((NeedKind.EASY_READ, ""), (NeedKind.INTERPRETER, "Polish"))
HOUSEHOLD = Household(
    name="Ellison",
    children=(NewChild("Noah", "Ellison", makers.BORN), NewChild("Ruby", "Ellison", makers.BORN.replace(year=2023))),
    carers=(
        NewCarer("Jade", "Ellison", (Tie.MOTHER, Tie.MOTHER), needs=NEEDS),
        NewCarer("Callum", "Reed", (Tie.FATHER, None), note="lives apart"),
    ),
    place=NewPlace("Flat 2, 14 Mill Lane", PlaceKind.HOME, makers.BORN),
)


@pytest.fixture
def records():
    return fakes.FakeRecords()


@pytest.fixture
def clock():
    return fakes.FakeClock()


def test_everyone_is_there(records, clock):
    family = add_household(records, clock, HOUSEHOLD)
    noah, ruby = family.children
    jade, callum = family.columns()
    assert [need.kind for need in family.needs_of(jade.id)] == [NeedKind.EASY_READ, NeedKind.INTERPRETER]
    assert [(tie.child_id, tie.tie, tie.note) for tie in family.ties_of(callum.id)] == [
        (noah.id, Tie.FATHER, "lives apart")
    ]
    assert family.place(family.stay_of(ruby.id, clock.today()).place_id).address == "Flat 2, 14 Mill Lane"
    assert records.kept.families == {family.id: "Ellison"}


def test_a_parent_place_is_filled_or_not_yet_known(records, clock):
    family = add_household(records, clock, HOUSEHOLD)
    noah, ruby = family.children
    states = {(one.child_id, one.role): one.state for one in family.parent_places}
    assert states == {
        (noah.id, ParentRole.MOTHER): PlaceState.FILLED,
        (noah.id, ParentRole.OTHER_PARENT): PlaceState.FILLED,
        (ruby.id, ParentRole.MOTHER): PlaceState.FILLED,
        (ruby.id, ParentRole.OTHER_PARENT): PlaceState.NOT_YET_KNOWN,
    }
    assert [child.id for child, _role, _answer in family.unfilled_places()] == [ruby.id]


def test_the_place_and_the_carers_may_come_later(records, clock):
    due = clock.today() + timedelta(weeks=10)
    family = add_household(records, clock, Household("Marsh", (NewChild("", "Marsh", due_on=due),)))
    assert (family.carers, family.places) == ((), ())
    assert len(family.unfilled_places()) == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"children": ()}, "children"),
        ({"children": (NewChild("Noah", born_on=makers.BORN), NewChild("Ruby"))}, "children.1.born_on"),
        ({"children": (NewChild("", born_on=makers.BORN),)}, "children.0.given_name"),
        ({"carers": (NewCarer("Jade", "Ellison", (None, None)),)}, "carers.0.ties"),
        ({"carers": (NewCarer("", "Ellison", (Tie.MOTHER,)),)}, "carers.0.given_name"),
        ({"place": NewPlace("", PlaceKind.HOME, makers.BORN)}, "place.address"),
        ({"place": NewPlace("x", PlaceKind.HOME, makers.BORN.replace(year=2027))}, "place.from_on"),
    ],
)
def test_a_mistake_names_its_field_and_nothing_is_kept(records, clock, changed, field):
    with pytest.raises(RuleError) as caught:
        add_household(records, clock, replace(HOUSEHOLD, **changed))
    assert caught.value.field == field
    assert (records.kept.families, records.kept.people) == ({}, [])


def test_a_full_disk_keeps_nobody_at_all(records, clock):
    records.fail_on_commit = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        add_household(records, clock, HOUSEHOLD)
    assert (records.kept.families, records.kept.people) == ({}, [])
