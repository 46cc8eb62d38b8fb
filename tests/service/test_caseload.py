"""The caseload says the one gap that matters, mothers beside fathers."""

from kit.domain.advice import Topic, Understanding, VariantKey
from kit.domain.coverage import CellState, MeetRule
from kit.domain.settings import Settings
from kit.domain.visit import Attended, ReachBy
from kit.service import visits
from kit.service.caseload import caseload
from tests import fakes, makers


def test_the_fathers_gap_is_the_one_said(desk):
    row = caseload(desk.records, desk.library, desk.clock).rows[0]
    assert (row.gap.who, row.gap.topic, row.gap.state) == ("Both parents", Topic.SAFER_SLEEP, CellState.OVERDUE)


def test_mothers_beside_fathers(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id).with_presence(desk.people["jade"], Attended.ALL)
    key = VariantKey.named("easy-read")
    draft = visits.give(
        desk.library, desk.clock, draft, desk.people["jade"], "on-the-back", key, understanding=Understanding.TOLD_ME
    )
    visits.close_visit(desk.records, desk.clock, draft)
    sleep = caseload(desk.records, desk.library, desk.clock).counts[0]
    assert (sleep.mothers_told, sleep.mothers, sleep.fathers_told, sleep.fathers) == (1, 1, 0, 1)


def test_an_unclosed_visit_is_said_on_the_first_page(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    found = caseload(desk.records, desk.library, desk.clock)
    assert [(one.id, family.name) for one, family in found.drafts] == [(draft.id, "Ellison")]


def test_parent_places_to_ask_about_are_counted(desk):
    assert caseload(desk.records, desk.library, desk.clock).places_unfilled == 1


def test_the_gap_of_most_parents_is_said_first_and_of_fathers_before_mothers(desk):
    gaps = caseload(desk.records, desk.library, desk.clock).gaps
    assert [(gap.topic.value, gap.are_fathers, gap.count) for gap in gaps[:2]] == [
        ("safer-sleep", True, 1),
        ("crying", True, 1),
    ]


def test_a_practice_caseload_says_that_it_is_one(desk):
    assert not caseload(desk.records, desk.library, desk.clock).is_practice
    with desk.records:
        desk.records.keep_settings(Settings(is_practice=True))
        desk.records.commit()
    assert caseload(desk.records, desk.library, desk.clock).is_practice


def test_a_father_who_was_not_there_stays_the_gap_before_anything_is_overdue(desk):
    """What the mother heard is on record as not given to him; his row says so and never drops out."""
    desk.library = fakes.FakeLibrary(*desk.library.resources(), rules=[makers.rule(by_weeks=20)])
    jade, callum = desk.people["jade"], desk.people["callum"]
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id).with_presence(jade, Attended.ALL)
    key = VariantKey.named("easy-read")
    draft = visits.give(
        desk.library, desk.clock, draft, jade, "on-the-back", key, understanding=Understanding.SHOWED_ME
    )
    draft = visits.absent(desk.library, desk.clock, draft, desk.family, callum, ReachBy.TELEPHONE)
    visits.close_visit(desk.records, desk.clock, draft)
    found = caseload(desk.records, desk.library, desk.clock)
    assert (found.rows[0].gap.who, found.rows[0].gap.state) == ("Callum", CellState.NOT_GIVEN)
    assert [(gap.are_fathers, gap.count) for gap in found.gaps] == [(True, 1)]


def test_a_gap_says_in_which_families_it_is(desk):
    for gap in caseload(desk.records, desk.library, desk.clock).gaps:
        assert gap.families == {desk.family_id}


def test_a_topic_no_rule_speaks_of_counts_nobody(desk):
    counts = {one.topic: one for one in caseload(desk.records, desk.library, desk.clock).counts}
    assert (counts[Topic.TRAUMA].mothers, counts[Topic.TRAUMA].fathers) == (0, 0)


def test_somebody_never_met_by_six_weeks_is_named(desk):
    desk.library = fakes.FakeLibrary(
        *desk.library.resources(), rules=desk.library.due_rules(), meet=MeetRule(6, 52, tuple(ReachBy), "x", "y")
    )
    assert caseload(desk.records, desk.library, desk.clock).rows[0].never_met == ()
    desk.clock.move(weeks=2)
    row = caseload(desk.records, desk.library, desk.clock).rows[0]
    assert row.never_met == ("Jade", "Callum")
    assert row.gap.never_met
