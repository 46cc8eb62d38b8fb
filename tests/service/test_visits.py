"""A visit from the first tick to the outbox."""

from datetime import timedelta

import pytest

from kit.domain.advice import Outcome, Reason, Understanding, VariantKey, Way
from kit.domain.carer import NeedKind
from kit.domain.errors import RuleError, StoreError, VisitClosedError
from kit.domain.outbox import EntryKind
from kit.domain.visit import Attended, Contact, ReachBy, VisitOutcome
from kit.service import families, visits

EASY = VariantKey.named("easy-read")


@pytest.fixture
def draft(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    return begun.with_presence(desk.people["jade"], Attended.ALL)


def told(desk, draft, name="jade", resource_id="on-the-back", **changes):
    return visits.give(desk.library, desk.clock, draft, desk.people[name], resource_id, EASY, **changes)


def test_nobody_is_here_until_somebody_says_so(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    assert begun.carers_here == ()
    assert begun.contact is Contact.SIX_TO_EIGHT_WEEKS


def test_opening_again_goes_on_with_the_draft(desk, draft):
    visits.keep_draft(desk.records, told(desk, draft))
    again = visits.open_visit(desk.records, desk.clock, desk.family_id)
    assert (again.id, len(again.ticks)) == (draft.id, 1)


def test_closing_keeps_visit_advice_and_outbox_together(desk, draft):
    visit = visits.close_visit(desk.records, desk.clock, told(desk, draft, understanding=Understanding.SHOWED_ME))
    kept = desk.records.kept
    assert [one.id for one in kept.visits] == [visit.id]
    assert [one.understanding for one in kept.advice] == [Understanding.SHOWED_ME]
    assert [entry.kind for entry in kept.outbox] == [EntryKind.VISIT, EntryKind.ADVICE]
    assert kept.drafts == {}


def test_a_commit_that_fails_leaves_the_draft_and_nothing_else(desk, draft):
    visits.keep_draft(desk.records, draft)
    desk.records.fail_on_commit = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        visits.close_visit(desk.records, desk.clock, told(desk, draft))
    kept = desk.records.kept
    assert (kept.visits, kept.advice, kept.outbox) == ([], [], [])
    assert list(kept.drafts) == [draft.id]


def test_the_record_names_the_exact_text(desk, draft):
    visits.close_visit(desk.records, desk.clock, told(desk, draft))
    record = desk.records.kept.advice[0]
    variant = desk.library.variant("on-the-back", EASY)
    assert (record.text.digest, record.text.variant, record.text.version) == (variant.digest, "easy-read", 1)


def test_a_nod_is_not_checked(desk, draft):
    visits.close_visit(desk.records, desk.clock, told(desk, draft))
    assert desk.records.kept.advice[0].understanding is Understanding.NOT_CHECKED


def test_advice_is_about_the_baby_not_the_three_year_old(desk, draft):
    visits.close_visit(desk.records, desk.clock, told(desk, draft))
    assert [record.child_id for record in desk.records.kept.advice] == [desk.people["noah"]]


def test_a_father_who_is_away_is_recorded_as_not_present_and_how_to_reach_him(desk, draft):
    held = visits.absent(
        desk.library, desk.clock, told(desk, draft), desk.family, desk.people["callum"], ReachBy.EVENING_VISIT
    )
    visit = visits.close_visit(desk.records, desk.clock, held)
    his = [record for record in desk.records.kept.advice if record.carer_id == desk.people["callum"]]
    assert [(record.outcome, record.reason) for record in his] == [(Outcome.NOT_GIVEN, Reason.NOT_PRESENT)]
    assert [one.reach_by for one in visit.presences if one.carer_id == desk.people["callum"]] == [ReachBy.EVENING_VISIT]


def test_not_safe_is_another_day_everywhere_but_in_the_restricted_records(desk, draft):
    jade = desk.people["jade"]
    held = visits.not_safe(desk.records, desk.library, desk.clock, draft, jade, "on-the-back", EASY)
    assert "not-safe" not in repr(desk.records.kept.drafts)
    visits.close_visit(desk.records, desk.clock, held)
    kept = desk.records.kept
    assert kept.advice[0].reason is Reason.ANOTHER_DAY
    assert "not-safe" not in repr([kept.outbox, kept.advice, kept.visits])
    assert [record.reason for record in kept.restricted] == [Reason.NOT_SAFE]
    assert not hasattr(kept.restricted[0], "visit_id")


def test_no_draft_can_hold_the_true_reason(desk, draft):
    with pytest.raises(RuleError, match="private page"):
        visits.not_given(desk.library, desk.clock, draft, desk.people["jade"], "on-the-back", EASY, Reason.NOT_SAFE)


def test_sensitive_advice_never_enters_a_visit(desk, draft):
    with pytest.raises(RuleError, match="private page"):
        told(desk, draft, resource_id="asking-safely")
    assert "asking-safely" not in [offer.resource.id for offer in visits.offers(desk.library, desk.family, draft)]


def test_each_carer_is_offered_the_variant_that_fits(desk, draft):
    offer = visits.offers(desk.library, desk.family, draft)[0]
    assert offer.variant_for(desk.people["jade"]).name == "easy-read"
    assert offer.variant_for(desk.people["callum"]).name == "standard"


def test_a_father_who_needs_easy_read_gets_the_one_addressed_to_him(desk, draft):
    families.add_need(desk.records, desk.clock, desk.family_id, desk.people["callum"], NeedKind.EASY_READ)
    offer = visits.offers(desk.library, desk.family, draft)[0]
    assert offer.variant_for(desk.people["callum"]).name == "easy-read.fathers"


def test_closing_twice_is_refused(desk, draft):
    held = told(desk, draft)
    visits.close_visit(desk.records, desk.clock, held)
    with pytest.raises(VisitClosedError, match="correction"):
        visits.close_visit(desk.records, desk.clock, held)
    with pytest.raises(VisitClosedError):
        visits.keep_draft(desk.records, held)
    assert len(desk.records.kept.visits) == 1


def test_a_visit_cannot_start_in_the_future(desk):
    with pytest.raises(RuleError, match="future"):
        visits.open_visit(desk.records, desk.clock, desk.family_id, started_at=desk.clock.at + timedelta(hours=1))


def test_an_attempt_is_a_visit_nobody_was_seen_at(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    visit = visits.close_visit(desk.records, desk.clock, begun, VisitOutcome.NO_ACCESS)
    assert visit.is_attempt
    assert len(desk.records.kept.outbox) == 1


def test_a_visit_with_ticks_is_not_dropped(desk, draft):
    with pytest.raises(RuleError, match="Close it instead"):
        visits.drop_visit(desk.records, told(desk, draft))
    visits.drop_visit(desk.records, draft)
    assert desk.records.kept.drafts == {}


@pytest.fixture
def record(desk, draft):
    visits.close_visit(desk.records, desk.clock, told(desk, draft, understanding=Understanding.SHOWED_ME))
    return desk.records.kept.advice[0]


def test_a_correction_is_a_new_record_and_the_old_one_stays(desk, record):
    new = visits.correct_advice(
        desk.records,
        desk.clock,
        record.id,
        why="Ticked the wrong box.",
        outcome=Outcome.GIVEN,
        ways=[Way.TALKED],
        understanding=Understanding.NOT_YET,
    )
    kept = desk.records.kept
    assert [one.id for one in kept.advice] == [record.id, new.id]
    assert (new.corrects, new.occurred_at, new.why) == (record.id, record.occurred_at, "Ticked the wrong box.")
    assert kept.outbox[-1].kind is EntryKind.CORRECTION


def test_a_record_is_corrected_once(desk, record):
    change = {"why": "Wrong box.", "outcome": Outcome.NOT_GIVEN, "reason": Reason.DECLINED}
    visits.correct_advice(desk.records, desk.clock, record.id, **change)
    with pytest.raises(RuleError, match="corrected already"):
        visits.correct_advice(desk.records, desk.clock, record.id, **change)


def test_a_correction_to_not_safe_is_another_day(desk, record):
    new = visits.correct_advice(
        desk.records, desk.clock, record.id, why="Not said.", outcome=Outcome.NOT_GIVEN, reason=Reason.NOT_SAFE
    )
    assert new.reason is Reason.ANOTHER_DAY
    assert [one.reason for one in desk.records.kept.restricted] == [Reason.NOT_SAFE]
