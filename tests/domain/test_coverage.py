"""Who has been told what, and what is due."""

from dataclasses import replace
from datetime import date, timedelta

from kit.domain.advice import Outcome, Reason, Topic, Understanding
from kit.domain.carer import Tie
from kit.domain.coverage import CellState, Who, coverage
from kit.domain.family import Place, PlaceKind, Stay
from tests import makers

TODAY = date(2026, 11, 24)
SLEEP = Topic.SAFER_SLEEP


def cell(carer_id, *records, rules=None, family=None, today=TODAY, topic=SLEEP):
    family = family or makers.half_siblings()
    chosen = [makers.rule()] if rules is None else rules
    return coverage(family, records, chosen, [topic], today).cell(carer_id, topic)


def test_mother_comes_first_then_father_then_everyone_else():
    grid = coverage(makers.half_siblings(), [], [], [SLEEP], TODAY)
    assert [carer.id for carer in grid.carers] == ["jade", "callum", "denise"]


def test_a_parent_place_not_yet_known_keeps_its_own_column():
    grid = coverage(makers.half_siblings(), [], [], [SLEEP], TODAY)
    assert [(place.child.id, place.role.value) for place in grid.unfilled] == [("ruby", "other-parent")]


def test_a_father_never_told_is_overdue_though_the_mother_was_told():
    assert cell("callum", makers.advice()).state is CellState.OVERDUE
    assert cell("jade", makers.advice()).state is CellState.TOLD_ME


def test_due_before_the_day_it_is_overdue():
    rule = makers.rule(by_weeks=6)
    found = cell("callum", rules=[rule])
    assert (found.state, found.due_by) == (CellState.DUE, makers.BORN + timedelta(weeks=6))


def test_nothing_is_due_before_the_rule_begins_and_the_grid_says_from_when():
    found = cell("callum", rules=[makers.rule(from_weeks=7, by_weeks=9)])
    assert (found.state, found.due_from) == (CellState.NOT_DUE, makers.BORN + timedelta(weeks=7))


def test_nothing_is_due_once_the_child_is_too_old():
    assert cell("callum", rules=[makers.rule(until_weeks=4)]).state is CellState.NOT_DUE


def test_understanding_decides_the_mark():
    for understanding, state in (
        (Understanding.SHOWED_ME, CellState.SHOWED_ME),
        (Understanding.TOLD_ME, CellState.TOLD_ME),
        (Understanding.NOT_YET, CellState.NOT_YET),
        (Understanding.NOT_CHECKED, CellState.NOT_CHECKED),
        (None, CellState.NOT_CHECKED),
    ):
        assert cell("jade", makers.advice(understanding=understanding)).state is state


def test_not_given_says_why_and_stays_open():
    absent = makers.advice(
        carer_id="callum", outcome=Outcome.NOT_GIVEN, ways=(), reason=Reason.NOT_PRESENT, understanding=None
    )
    found = cell("callum", absent, rules=[makers.rule(by_weeks=6)])
    assert (found.state, found.reason, found.is_open) == (CellState.NOT_GIVEN, Reason.NOT_PRESENT, True)


def test_not_present_does_not_hide_that_he_is_overdue():
    absent = makers.advice(
        carer_id="callum", outcome=Outcome.NOT_GIVEN, ways=(), reason=Reason.NOT_PRESENT, understanding=None
    )
    assert cell("callum", absent).state is CellState.OVERDUE


def test_times_counts_visits_not_records():
    told = [makers.advice("a1"), makers.advice("a2", text=makers.text("sofas")), makers.advice("a3", visit_id="v2")]
    assert cell("jade", *told).times == 2


def test_a_move_makes_it_due_again():
    family = makers.half_siblings()
    place = Place("hostel", family.id, "Room 4, Harbour House", PlaceKind.TEMPORARY)
    stay = Stay("s1", "noah", place.id, TODAY)
    moved = replace(family, places=(place,), stays=(stay,))
    before = makers.advice(occurred_at=makers.NOON - timedelta(days=3))
    found = cell("jade", before, family=moved)
    assert (found.state, found.is_new_place) == (CellState.DUE, True)


def test_a_second_rule_asks_for_the_same_again_later():
    early = makers.advice(occurred_at=makers.NOON - timedelta(weeks=4))
    rules = [makers.rule(), makers.rule(from_weeks=3, by_weeks=6)]
    assert cell("jade", early, rules=rules).state is CellState.DUE


def test_a_rule_for_fathers_leaves_others_alone():
    rules = [makers.rule(who=Who.FATHERS)]
    assert cell("callum", rules=rules).state is CellState.OVERDUE
    assert cell("denise", rules=rules).state is CellState.NOT_DUE


def test_a_correction_replaces_what_it_corrects():
    wrong = makers.advice("a1", understanding=Understanding.SHOWED_ME)
    right = makers.advice("a2", understanding=Understanding.NOT_YET, corrects="a1", why="Wrong cell.")
    assert cell("jade", wrong, right).state is CellState.NOT_YET


def test_entered_in_error_counts_as_never_given():
    wrong = makers.advice("a1")
    undone = makers.advice(
        "a2", outcome=Outcome.ENTERED_IN_ERROR, ways=(), understanding=None, corrects="a1", why="Wrong person."
    )
    assert cell("jade", wrong, undone).state is CellState.OVERDUE


def test_a_tie_to_the_older_child_only_asks_nothing_about_the_baby():
    family = makers.half_siblings()
    with_him = replace(
        family,
        carers=(*family.carers, makers.carer("liam")),
        relationships=(*family.relationships, makers.tie("liam", "ruby", Tie.FATHER)),
    )
    assert cell("liam", family=with_him).state is CellState.NOT_DUE
