"""Adding families, and what is learnt about them later."""

from datetime import date, timedelta

import pytest

from kit.domain.carer import NeedStage, Tie
from kit.domain.errors import RuleError, StoreError, UnknownError
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.service import families


def test_half_siblings_share_a_mother_and_not_a_father(desk):
    family = desk.family
    mother = family.parent_place(desk.people["ruby"], ParentRole.MOTHER)
    assert mother.carer_id == desk.people["jade"]
    assert family.parent_place(desk.people["noah"], ParentRole.OTHER_PARENT).carer_id == desk.people["callum"]
    assert family.parent_place(desk.people["ruby"], ParentRole.OTHER_PARENT).state is PlaceState.NOT_YET_KNOWN


def test_asking_about_a_parent_place_is_dated(desk):
    families.answer_parent_place(
        desk.records, desk.clock, desk.family_id, desk.people["ruby"], ParentRole.OTHER_PARENT, PlaceState.NOT_YET_KNOWN
    )
    answer = desk.family.parent_place(desk.people["ruby"], ParentRole.OTHER_PARENT)
    assert answer.last_asked_on == desk.clock.today()


def test_a_place_is_filled_by_adding_the_person(desk):
    with pytest.raises(RuleError, match="Add the person"):
        families.answer_parent_place(
            desk.records, desk.clock, desk.family_id, desk.people["ruby"], ParentRole.OTHER_PARENT, PlaceState.FILLED
        )
    ties = [(desk.people["ruby"], Tie.FATHER, "")]
    liam = families.add_carer(desk.records, desk.clock, desk.family_id, "Liam", "Cole", ties)
    assert desk.family.parent_place(desk.people["ruby"], ParentRole.OTHER_PARENT).carer_id == liam.id


def test_a_need_starts_identified_and_recorded(desk):
    need = desk.family.needs_of(desk.people["jade"])[0]
    assert [stage for stage, _ in need.reached] == [NeedStage.IDENTIFIED, NeedStage.RECORDED]


def test_a_move_begins_a_stay_for_each_child(desk):
    children = [desk.people["noah"], desk.people["ruby"]]
    day = desk.clock.today()
    place = families.move_children(
        desk.records, desk.clock, desk.family_id, children, "Room 4, Harbour House", PlaceKind.TEMPORARY, day
    )
    assert [desk.family.stay_of(child, day).place_id for child in children] == [place.id, place.id]


def test_a_move_in_the_future_is_not_a_record(desk):
    with pytest.raises(RuleError, match="in the future"):
        families.move_children(
            desk.records, desk.clock, desk.family_id, [desk.people["noah"]], "x", PlaceKind.HOME, date(2026, 12, 24)
        )


@pytest.mark.parametrize("name", ["", " ", "x" * 10_000])
def test_bad_names_are_said_beside_the_field_and_nothing_is_kept(desk, name):
    with pytest.raises(RuleError) as caught:
        families.add_family(desk.records, desk.clock, name)
    assert caught.value.field == "name"
    assert list(desk.records.kept.families.values()) == ["Ellison"]


def test_an_expected_child_needs_no_name(desk):
    due = desk.clock.today() + timedelta(weeks=10)
    child = families.add_child(desk.records, desk.clock, desk.family_id, "", due_on=due)
    assert child.given_name == ""
    assert desk.family.youngest_first[0].id == child.id


def test_a_carer_is_something_to_some_child(desk):
    with pytest.raises(RuleError, match="at least one child"):
        families.add_carer(desk.records, desk.clock, desk.family_id, "Aunt", "May", [])


def test_a_child_of_another_family_is_unknown(desk):
    with pytest.raises(UnknownError):
        families.add_carer(desk.records, desk.clock, desk.family_id, "A", "B", [("nobody", Tie.FATHER, "")])
    assert len(desk.family.carers) == 2


def test_a_full_disk_keeps_what_was_there(desk):
    desk.records.fail_on_commit = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        families.add_family(desk.records, desk.clock, "Okoro")
    desk.records.fail_on_commit = None
    assert list(desk.records.kept.families.values()) == ["Ellison"]


def test_the_family_view_opens_on_the_grid(desk):
    view = families.family_view(desk.records, desk.library, desk.clock, desk.family_id)
    assert [carer.given_name for carer in view.coverage.carers] == ["Jade", "Callum"]
    assert "domestic-abuse" not in [topic.value for topic in view.coverage.topics]
