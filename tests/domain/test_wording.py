"""What screens say: the same words everywhere, and nothing that gives a secret away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kit.domain import advice, carer, family, visit, wording
from kit.domain.coverage import Cell, CellState
from tests import makers

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("kind", wording.SAID, ids=lambda kind: kind.__name__)
def test_every_word_a_screen_may_show_has_a_saying(kind):
    assert set(wording.SAID[kind]) == set(kind)


def test_kinds_that_share_a_word_say_it_their_own_way():
    assert wording.say(carer.Tie.OTHER) == "Other carer"
    assert wording.say(visit.Contact.OTHER) == "Other visit"


def test_not_safe_is_said_exactly_like_no_time():
    assert wording.say(advice.Reason.NOT_SAFE) == wording.say(advice.Reason.ANOTHER_DAY)
    assert wording.say(family.PlaceState.NOT_SAFE_TO_ASK) == wording.say(family.PlaceState.NOT_YET_KNOWN)


def test_a_word_from_a_newer_version_is_said_as_written():
    assert wording.say(carer.Tie("great-aunt")) == "Great aunt"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (35, "5 weeks"),
        (200, "6 months"),
        (1180, "3 years"),
    ],
)
def test_age_the_way_a_worker_says_it(days, said):
    assert wording.age(makers.child(born_on=TODAY - timedelta(days=days)), TODAY) == said


def test_a_child_not_yet_born_is_expected():
    assert wording.age(makers.child(born_on=None, due_on=date(2027, 2, 2)), TODAY) == "expected 2 February"


def test_born_early_is_said():
    child = makers.child(born_on=date(2026, 10, 20), due_on=date(2026, 11, 17))
    assert wording.child_line(child, TODAY) == "5 weeks, born 4 weeks early"


def test_what_a_carer_is_to_whom():
    people = makers.half_siblings()
    assert wording.ties_line(people, "jade") == "Mother of Noah and Ruby"
    assert wording.ties_line(people, "callum") == "Father of Noah"


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ({"state": CellState.OVERDUE, "due_by": TODAY - timedelta(weeks=3)}, "3 weeks · never told"),
        ({"state": CellState.OVERDUE, "due_by": TODAY - timedelta(days=1)}, "Never told"),
        ({"state": CellState.OVERDUE, "due_by": TODAY - timedelta(weeks=1), "times": 2}, "1 week · told 2 times"),
        ({"state": CellState.DUE, "due_by": date(2026, 12, 6)}, "Before 6 December"),
        ({"state": CellState.DUE, "is_new_place": True}, "New place, not yet talked about"),
        (
            {"state": CellState.NOT_GIVEN, "reason": advice.Reason.NOT_PRESENT, "last_on": date(2026, 11, 12)},
            "Not present, 12 Nov",
        ),
        ({"state": CellState.NOT_DUE, "due_from": date(2026, 12, 8)}, "From 8 December"),
        ({"state": CellState.NOT_DUE}, ""),
        ({"state": CellState.SHOWED_ME, "times": 2, "last_on": date(2026, 11, 12)}, "12 Nov · 2 times"),
        ({"state": CellState.TOLD_ME, "times": 1, "last_on": date(2026, 11, 12)}, "12 Nov · once"),
    ],
)
def test_the_second_line_of_a_cell(cell, note):
    assert wording.cell_note(Cell("jade", advice.Topic.CRYING, **cell), TODAY) == note


def test_a_cell_read_aloud_is_a_whole_sentence():
    cell = Cell("callum", advice.Topic.CRYING, CellState.DUE, due_by=date(2026, 12, 6))
    assert wording.cell_sentence("Crying", "Callum Reed", cell, TODAY) == "Crying, Callum Reed: Due. Before 6 December"


def named(*names):
    home = makers.half_siblings()
    called = [
        replace(one, given_name=given, family_name=last) for one, (given, last) in zip(home.carers, names, strict=False)
    ]
    return replace(home, carers=(*called, *home.carers[len(called) :]))


def test_carers_are_told_apart_whatever_they_share():
    home = named(("Sam", "Reed"), ("Sam", "Marsh"))
    first, second = home.carers[:2]
    assert wording.name_among(home, first.id) == "Sam Reed"
    assert wording.name_among(home, second.id) == "Sam Marsh"
    home = named(("Sam", "Reed"), ("Sam", "Reed"))
    said = {wording.name_among(home, one.id) for one in home.carers[:2]}
    assert len(said) == 2
    assert all(name.startswith("Sam Reed, ") for name in said)
    home = named(("Sam", "Reed"), ("Alex", "Reed"))
    assert wording.name_among(home, home.carers[0].id) == "Sam"
