"""The practice families show what a worker should try: an attempt, and a correction of each sort."""

from kit.domain.visit import TriedBy, VisitOutcome
from kit.service.practice import fill_caseload
from tests import fakes
from tests.app import caseload_rooms


def test_the_practice_families_show_an_attempt_and_a_correction():
    records, clock = fakes.FakeRecords(), fakes.FakeClock()
    fill_caseload(records, caseload_rooms.library(), clock)
    kept = records.kept
    tried = [visit for visit in kept.visits if visit.is_attempt]
    assert [(one.outcome, one.tried_by) for one in tried] == [(VisitOutcome.NO_ACCESS, TriedBy.AT_THE_DOOR)]
    assert tried[0].noticed
    assert tried[0].next_on
    assert [visit.why for visit in kept.visits if visit.corrects] == ["It began twenty minutes earlier."]
    with records:
        okoro = next(family for family in records.families() if family.name == "Okoro")
    assert [one.why for one in okoro.corrections] == ["The name was spelt wrongly."]
    assert [child.given_name for child in okoro.children] == ["Temi"]
