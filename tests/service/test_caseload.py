"""The caseload says the one gap that matters, mothers beside fathers."""

from kit.domain.advice import Understanding, VariantKey
from kit.domain.coverage import CellState
from kit.domain.settings import Settings
from kit.domain.visit import Attended
from kit.service import visits
from kit.service.caseload import caseload


def test_the_fathers_gap_is_the_one_said(desk):
    row = caseload(desk.records, desk.library, desk.clock).rows[0]
    assert (row.gap.carer_id, row.gap.state) == (desk.people["callum"], CellState.OVERDUE)


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
