"""Families: pairs, places and dates."""

from dataclasses import replace
from datetime import date

import pytest

from kit.domain.carer import NeedKind
from kit.domain.errors import RuleError, UnknownError
from kit.domain.family import ParentPlace, ParentRole, PlaceState, Stay, checked_child_dates, checked_line
from tests import makers

TODAY = date(2026, 11, 24)


def test_age_is_counted_in_completed_weeks():
    assert makers.child(born_on=date(2026, 10, 20)).age_weeks(TODAY) == 5


def test_before_birth_age_is_negative():
    assert makers.child(born_on=None, due_on=date(2027, 2, 2)).age_weeks(TODAY) == -10


def test_weeks_early():
    assert makers.child(born_on=date(2026, 10, 20), due_on=date(2026, 11, 17)).weeks_early == 4
    assert makers.child(born_on=date(2026, 10, 20), due_on=date(2026, 10, 6)).weeks_early == 0


def test_the_relationship_belongs_to_the_pair():
    family = makers.half_siblings()
    assert [tie.child_id for tie in family.ties_of("jade")] == ["noah", "ruby"]
    assert [tie.child_id for tie in family.ties_of("callum")] == ["noah"]


def test_the_newest_answer_about_a_parent_place_holds():
    family = makers.half_siblings()
    later = ParentPlace("later", "ruby", ParentRole.OTHER_PARENT, PlaceState.NOT_INVOLVED, TODAY)
    changed = replace(family, parent_places=(*family.parent_places, later))
    assert changed.parent_place("ruby", ParentRole.OTHER_PARENT) == later
    assert changed.unfilled_places() == ()


def test_of_two_answers_of_one_day_the_one_kept_last_holds():
    """Ids of one millisecond say nothing about their order."""
    asked = ParentPlace("z", "ruby", ParentRole.OTHER_PARENT, PlaceState.NOT_YET_KNOWN, TODAY, last_asked_on=TODAY)
    told = ParentPlace("a", "ruby", ParentRole.OTHER_PARENT, PlaceState.FILLED, TODAY, "dan")
    for places in ((asked, told), (told, asked)):
        assert replace(makers.half_siblings(), parent_places=places).parent_place("ruby", told.role) == places[1]


def test_of_two_moves_of_one_day_the_one_kept_last_holds():
    first, second = Stay("z", "noah", "mill-lane", TODAY), Stay("a", "noah", "hostel", TODAY)
    for stays in ((first, second), (second, first)):
        assert replace(makers.half_siblings(), stays=stays).stay_of("noah", TODAY) == stays[1]


def test_a_need_is_one_carers_own():
    family = makers.half_siblings()
    assert family.has_need("jade", NeedKind.EASY_READ)
    assert not family.has_need("callum", NeedKind.EASY_READ)


def test_unknown_people_are_said_plainly():
    with pytest.raises(UnknownError, match="no such carer"):
        makers.half_siblings().carer("nobody")


@pytest.mark.parametrize(
    ("born_on", "due_on", "says"),
    [
        (None, None, "date of birth or an expected date"),
        (date(2026, 11, 25), None, "in the future"),
        (date(1926, 11, 24), None, "check the year"),
        (None, date(2028, 1, 1), "too far away"),
        (date(2026, 10, 20), date(2025, 1, 1), "too far away"),
    ],
)
def test_dates_a_child_cannot_have(born_on, due_on, says):
    with pytest.raises(RuleError, match=says):
        checked_child_dates(born_on, due_on, TODAY)


@pytest.mark.parametrize(
    ("text", "says"), [("", "is needed"), ("   ", "is needed"), ("x" * 10_000, "10,000"), ("Jo\x00", "cannot be shown")]
)
def test_lines_that_cannot_be_kept(text, says):
    with pytest.raises(RuleError, match=says) as caught:
        checked_line(text, "name", what="A name")
    assert caught.value.field == "name"


def test_stray_spaces_are_dropped():
    assert checked_line("  Jade   Ellison ", "name", what="A name") == "Jade Ellison"
