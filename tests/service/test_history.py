"""What lies behind one cell of the grid."""

import pytest

from kit.domain.advice import Outcome, Topic, Understanding, VariantKey, Way
from kit.domain.visit import Attended
from kit.service import visits
from kit.service.history import advice_history
from tests import fakes


@pytest.fixture
def told(desk):
    """Jade is told about safer sleep and crying."""
    jade = desk.people["jade"]
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id).with_presence(jade, Attended.ALL)
    for resource_id in ("on-the-back", "walk-away"):
        key = VariantKey.named("easy-read")
        draft = visits.give(
            desk.library, desk.clock, draft, jade, resource_id, key, understanding=Understanding.TOLD_ME
        )
    visits.close_visit(desk.records, desk.clock, draft)
    return desk


def history(desk, name="jade", topic=Topic.SAFER_SLEEP, library=None):
    return advice_history(desk.records, library or desk.library, desk.family_id, desk.people[name], topic)


def test_the_history_is_of_one_carer_and_one_topic(told):
    assert [entry.title for entry in history(told)] == ["On the back"]
    assert history(told, "callum") == ()


def test_a_correction_stands_above_what_it_corrects(told):
    old = history(told)[0].record
    visits.correct_advice(
        told.records,
        told.clock,
        old.id,
        why="Wrong box.",
        outcome=Outcome.GIVEN,
        ways=[Way.TALKED],
        understanding=Understanding.NOT_YET,
    )
    new, before = history(told)
    assert (new.record.corrects, new.can_be_corrected) == (old.id, True)
    assert (before.record, before.corrected_by.why, before.can_be_corrected) == (old, "Wrong box.", False)


def test_what_was_entered_in_error_is_settled(told):
    old = history(told)[0].record
    visits.correct_advice(told.records, told.clock, old.id, why="Other family.", outcome=Outcome.ENTERED_IN_ERROR)
    assert [entry.can_be_corrected for entry in history(told)] == [False, False]


def test_a_resource_that_left_the_library_goes_by_its_key(told):
    assert [entry.title for entry in history(told, library=fakes.FakeLibrary())] == ["On the back"]
