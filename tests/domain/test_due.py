"""What is due: early babies, twins, half-siblings, places that change hands, clocks that change, any order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.advice import Outcome, Reason, Topic, Understanding
from kit.domain.carer import Tie
from kit.domain.coverage import (
    AgeFrom,
    CellState,
    MeetRule,
    again_at_contact,
    coverage,
    is_early,
    is_twin,
    unmet_carers,
)
from kit.domain.family import Family, ParentRole, Place, PlaceKind, Stay
from kit.domain.visit import Attended, Contact, Presence, ReachBy, Visit, VisitOutcome
from tests import makers

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 24)
SLEEP, CRYING = Topic.SAFER_SLEEP, Topic.CRYING
PEAK = makers.rule(CRYING, from_weeks=3, by_weeks=6, until_weeks=22, counts_from=AgeFrom.DUE_DATE)
MEET = MeetRule(6, 52, tuple(ReachBy), "Nobody out of sight.", "a test")


def cell(carer_id, *records, rules, family=None, today=TODAY, topic=SLEEP):
    return coverage(family or makers.half_siblings(), records, rules, [topic], today).cell(carer_id, topic)


def household(*children):
    """One mother and one father of these children."""
    return Family(
        "ellison",
        "Ellison",
        tuple(children),
        (makers.carer("jade"), makers.carer("callum")),
        tuple(
            makers.tie(carer, child.id, tie)
            for child in children
            for carer, tie in (("jade", Tie.MOTHER), ("callum", Tie.FATHER))
        ),
    )


# -- age ---------------------------------------------------------------------------------------------------------------


def test_a_baby_born_at_30_weeks_is_counted_from_the_due_date_on_the_crying_curve_and_from_birth_in_the_cot():
    born = TODAY - timedelta(weeks=10)
    family = household(makers.child("noah", born, due_on=born + timedelta(weeks=10)))
    assert is_early(family.children[0])
    peak = cell("jade", rules=[PEAK], family=family, topic=CRYING)
    assert (peak.state, peak.due_from) == (CellState.NOT_DUE, TODAY + timedelta(weeks=3))
    sleep = cell("jade", rules=[makers.rule(by_weeks=2)], family=family)
    assert (sleep.state, sleep.due_by) == (CellState.OVERDUE, born + timedelta(weeks=2))


def test_a_baby_born_late_is_counted_from_birth():
    born = TODAY - timedelta(weeks=4)
    family = household(makers.child("noah", born, due_on=born - timedelta(weeks=1)))
    assert cell("jade", rules=[PEAK], family=family, topic=CRYING).due_by == born + timedelta(weeks=6)


@pytest.mark.parametrize(("days", "early"), [(21, False), (22, True)])
def test_born_before_37_weeks_is_more_than_three_weeks_early(days, early):
    assert is_early(makers.child("noah", TODAY, due_on=TODAY + timedelta(days=days))) is early


def test_an_unborn_baby_is_counted_from_the_day_it_is_expected():
    family = household(makers.child("noah", None, due_on=TODAY + timedelta(weeks=5)))
    assert cell("jade", rules=[makers.rule()], family=family).state is CellState.DUE


def test_what_suits_an_early_baby_and_twins_comes_first():
    rule = makers.rule(offer=("every-sleep",), offer_early=("twins-early-small",), offer_moved=("away",))
    single = household(makers.child("noah"))
    assert cell("jade", rules=[rule], family=single).offer == ("every-sleep",)
    twins = household(makers.child("noah"), makers.child("alma"))
    assert all(is_twin(child, twins) for child in twins.children)
    assert cell("jade", rules=[rule], family=twins).offer == ("twins-early-small", "every-sleep")


# -- twins and half-siblings -------------------------------------------------------------------------------------------


def test_told_about_one_twin_is_not_told_about_the_other():
    twins = household(makers.child("noah"), makers.child("alma"))
    one = makers.advice(child_id="noah")
    assert cell("jade", one, rules=[makers.rule()], family=twins).state is CellState.OVERDUE
    both = [one, makers.advice("a2", child_id="alma")]
    found = cell("jade", *both, rules=[makers.rule()], family=twins)
    assert (found.state, found.times) == (CellState.TOLD_ME, 1)


def test_advice_to_one_carer_never_counts_for_another_though_they_share_the_child():
    for told, other in (("jade", "callum"), ("callum", "jade")):
        found = cell(other, makers.advice(carer_id=told), rules=[makers.rule()])
        assert (found.state, found.times) == (CellState.OVERDUE, 0)


def test_a_parent_place_that_changes_hands_starts_anew_and_loses_nobody():
    family = makers.half_siblings()
    newer = makers.carer("liam")
    places = (*family.parent_places, replace(makers.filled("noah", ParentRole.OTHER_PARENT, "liam"), as_of=TODAY))
    changed = replace(
        family,
        carers=(*family.carers, newer),
        relationships=(*family.relationships, makers.tie("liam", "noah", Tie.OTHER_PARENT)),
        parent_places=places,
    )
    told = makers.advice(carer_id="callum")
    assert cell("callum", told, rules=[makers.rule()], family=changed).state is CellState.TOLD_ME
    assert cell("liam", told, rules=[makers.rule()], family=changed).state is CellState.OVERDUE
    assert {"callum", "liam"} <= {carer.id for carer in changed.columns()}


def test_somebody_in_two_families_is_told_in_each():
    here, there = makers.half_siblings(), replace(household(makers.child("alma")), id="haddad")
    told = makers.advice(carer_id="callum")
    assert cell("callum", told, rules=[makers.rule()], family=here).state is CellState.TOLD_ME
    assert cell("callum", rules=[makers.rule()], family=there).state is CellState.OVERDUE


# -- never due twice for the same reason -------------------------------------------------------------------------------


def moved(on):
    family = makers.half_siblings()
    place = Place("hostel", family.id, "Room 4, Harbour House", PlaceKind.TEMPORARY)
    return replace(family, places=(place,), stays=(Stay("s1", "noah", place.id, on),))


def test_a_move_asks_once():
    family = moved(TODAY - timedelta(days=3))
    before = makers.advice(occurred_at=makers.NOON - timedelta(days=10))
    assert cell("jade", before, rules=[makers.rule()], family=family).is_new_place
    after = makers.advice("a2", occurred_at=makers.NOON - timedelta(days=1))
    found = cell("jade", before, after, rules=[makers.rule()], family=family)
    assert (found.state, found.is_open) == (CellState.TOLD_ME, False)


def test_told_on_the_day_of_the_move_answers_the_move():
    found = cell("jade", makers.advice(), rules=[makers.rule()], family=moved(TODAY))
    assert not found.is_open


def test_one_telling_answers_every_rule_whose_time_has_come():
    rules = [makers.rule(), makers.rule(from_weeks=3, by_weeks=6)]
    assert not cell("jade", makers.advice(), rules=rules).is_open


def test_not_yet_is_asked_again_until_the_same_text_is_understood():
    tried = makers.advice(understanding=Understanding.NOT_YET, text=makers.text("sofas"))
    other = makers.advice("a2", occurred_at=makers.NOON + timedelta(minutes=5))
    found = cell("jade", tried, other, rules=[makers.rule()])
    assert (found.state, found.again, found.is_open) == (CellState.NOT_YET, ("sofas",), True)
    later = makers.advice("a3", occurred_at=makers.NOON + timedelta(minutes=9), text=makers.text("sofas"))
    assert not cell("jade", tried, other, later, rules=[makers.rule()]).is_open


def test_not_yet_of_a_time_long_gone_stays_on_record_and_asks_for_nothing():
    tried = makers.advice(understanding=Understanding.NOT_YET)
    found = cell("jade", tried, rules=[makers.rule(until_weeks=4)])
    assert (found.state, found.is_open) == (CellState.NOT_YET, False)


def test_another_text_of_the_topic_does_not_fulfil_a_rule_that_names_its_own():
    rule = makers.rule(offer=("every-sleep", "on-the-back"))
    assert cell("jade", makers.advice(text=makers.text("not-too-hot")), rules=[rule]).state is CellState.OVERDUE
    assert cell("jade", makers.advice(text=makers.text("on-the-back")), rules=[rule]).state is CellState.TOLD_ME


def test_no_time_for_one_text_does_not_hide_that_another_was_told_at_the_same_visit():
    later = makers.NOON + timedelta(minutes=5)
    no_time = makers.advice(
        "a2", outcome=Outcome.NOT_GIVEN, ways=(), reason=Reason.ANOTHER_DAY, understanding=None, occurred_at=later
    )
    assert cell("jade", makers.advice(), no_time, rules=[makers.rule()]).state is CellState.TOLD_ME


def test_a_contact_asks_again_for_those_a_rule_speaks_of():
    family = makers.half_siblings()
    rule = makers.rule(offer=("every-sleep",), contacts=(Contact.SIX_TO_EIGHT_WEEKS,))
    here = [family.carer("jade")]
    asked = again_at_contact(family, here, [rule], Contact.SIX_TO_EIGHT_WEEKS, TODAY)
    assert asked == ((SLEEP, ("every-sleep",)),)
    assert again_at_contact(family, here, [rule], Contact.TWELVE_MONTHS, TODAY) == ()


# -- who was never met -------------------------------------------------------------------------------------------------


def visit(visit_id="v1", outcome=VisitOutcome.SEEN, *presences, days=3):
    at = makers.NOON - timedelta(days=days)
    return Visit(visit_id, "ellison", Contact.OTHER, None, at, at, at, "Sam Whitfield", outcome, tuple(presences))


AT_SIX_WEEKS = makers.BORN + timedelta(weeks=6)


def unmet(*visits, advice=(), today=AT_SIX_WEEKS):
    return {one.carer_id: one for one in unmet_carers(makers.half_siblings(), visits, advice, MEET, today)}


def test_nobody_is_asked_about_before_six_weeks_and_everybody_never_met_from_that_day():
    assert unmet(today=AT_SIX_WEEKS - timedelta(days=1)) == {}
    assert set(unmet()) == {"jade", "callum", "denise"}


def test_being_there_for_part_of_a_visit_is_being_met_and_an_attempt_is_not():
    there = visit("v1", VisitOutcome.SEEN, Presence("jade", Attended.PART), Presence("callum", Attended.NOT_HERE))
    missed = visit("v2", VisitOutcome.NO_ACCESS, Presence("callum", Attended.ALL))
    assert set(unmet(there, missed)) == {"callum", "denise"}


def test_who_was_told_by_telephone_was_reached():
    assert "callum" not in unmet(advice=[makers.advice(carer_id="callum")])


def test_the_last_way_that_was_said_is_the_next_step():
    first = visit("v1", VisitOutcome.SEEN, Presence("callum", Attended.NOT_HERE, ReachBy.TELEPHONE), days=20)
    then = visit("v2", VisitOutcome.SEEN, Presence("callum", Attended.NOT_HERE, ReachBy.LEAFLET), days=3)
    for order in ([first, then], [then, first]):
        found = unmet(*order)["callum"]
        assert (found.planned, found.planned_on) == (ReachBy.LEAFLET, date(2026, 11, 21))


# -- clocks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=LONDON), date(2026, 10, 25)),  # the night the clocks go back
        (datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1), date(2026, 10, 25)),
        (datetime(2026, 10, 24, 23, 30, tzinfo=LONDON), date(2026, 10, 24)),  # 22:30 UTC of the same day
        (datetime(2026, 7, 1, 0, 30, tzinfo=LONDON), date(2026, 7, 1)),  # 23:30 UTC of the day before
        (datetime(2026, 3, 29, 2, 30, tzinfo=LONDON), date(2026, 3, 29)),  # an hour that is not there
    ],
)
def test_the_day_is_the_day_in_the_living_room(moment, day):
    family = household(makers.child("noah", day - timedelta(weeks=3)))
    told = makers.advice(occurred_at=moment, recorded_at=moment)
    assert cell("jade", told, rules=[makers.rule()], family=family, today=day).last_on == day


def test_weeks_are_seven_days_across_a_change_of_the_clocks():
    family = household(makers.child("noah", date(2026, 10, 18)))
    rules = [makers.rule(by_weeks=2)]
    for today, state in ((date(2026, 11, 1), CellState.DUE), (date(2026, 11, 2), CellState.OVERDUE)):
        assert cell("jade", rules=rules, family=family, today=today).state is state


def test_records_of_two_laptops_in_two_zones_keep_the_order_in_which_things_happened():
    early = makers.advice(
        "z", occurred_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC), understanding=Understanding.NOT_YET
    )
    late = makers.advice("a", occurred_at=datetime(2026, 11, 24, 9, 30, tzinfo=LONDON))
    assert cell("jade", late, early, rules=[makers.rule()]).state is CellState.TOLD_ME


# -- any order ---------------------------------------------------------------------------------------------------------


@st.composite
def histories(draw):
    """Advice to the people of one family over ten weeks, some of it corrected, in the order it happened."""
    records = []
    for number in range(draw(st.integers(0, 12))):
        at = makers.NOON - timedelta(days=draw(st.integers(0, 70)), minutes=draw(st.integers(0, 3)))
        is_given = draw(st.booleans())
        records.append(
            makers.advice(
                f"a{number}",
                carer_id=draw(st.sampled_from(["jade", "callum", "denise"])),
                visit_id=f"v{draw(st.integers(0, 3))}",
                topic=draw(st.sampled_from([SLEEP, CRYING])),
                text=makers.text(draw(st.sampled_from(["on-the-back", "sofas", "walk-away"]))),
                occurred_at=at,
                recorded_at=at,
                outcome=Outcome.GIVEN if is_given else Outcome.NOT_GIVEN,
                reason=None if is_given else draw(st.sampled_from([Reason.NOT_PRESENT, Reason.DECLINED])),
                understanding=draw(st.sampled_from(list(Understanding))) if is_given else None,
            )
        )
    for at, old in enumerate(draw(st.lists(st.sampled_from(records), max_size=3, unique=True)) if records else []):
        outcome = draw(st.sampled_from([Outcome.ENTERED_IN_ERROR, Outcome.NOT_GIVEN]))
        reason = Reason.DECLINED if outcome is Outcome.NOT_GIVEN else None
        records.append(
            replace(old, id=f"c{at}", corrects=old.id, outcome=outcome, reason=reason, understanding=None, why="Wrong.")
        )
    return records


RULES = [
    makers.rule(offer=("on-the-back", "sofas")),
    makers.rule(CRYING),
    makers.rule(CRYING, from_weeks=3, by_weeks=6),
]


@given(histories(), st.randoms(use_true_random=False), st.integers(0, 60))
def test_any_order_of_the_same_events_gives_the_same_coverage(records, chance, days):
    shuffled = list(records)
    chance.shuffle(shuffled)
    today = TODAY + timedelta(days=days)
    family = moved(TODAY - timedelta(days=20))
    assert coverage(family, shuffled, RULES, [SLEEP, CRYING], today) == coverage(
        family, records, RULES, [SLEEP, CRYING], today
    )


@given(histories(), st.integers(0, 60))
def test_nothing_changes_before_the_day_the_cell_names(records, days):
    """What is kept of a family holds until that day, and not a day longer than it is true."""
    family = moved(TODAY - timedelta(days=20))
    start = TODAY + timedelta(days=days)
    now = coverage(family, records, RULES, [SLEEP, CRYING], start)
    changes = [cell.changes_on for line in now.cells for cell in line if cell.changes_on]
    last = min(changes, default=start + timedelta(days=400)) - timedelta(days=1)
    assert coverage(family, records, RULES, [SLEEP, CRYING], last).cells == now.cells


@given(histories(), histories())
def test_more_events_never_lower_how_often_somebody_was_told(records, more):
    """Nothing ever disappears: only a correction takes something back."""
    later = [replace(one, id=f"m{one.id}") for one in more if one.corrects is None]
    before = coverage(makers.half_siblings(), records, RULES, [SLEEP, CRYING], TODAY)
    after = coverage(makers.half_siblings(), [*records, *later], RULES, [SLEEP, CRYING], TODAY)
    for old, new in zip(before.cells, after.cells, strict=True):
        assert all(now.times >= then.times for then, now in zip(old, new, strict=True))
