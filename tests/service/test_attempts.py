"""Attempts, closing help, and what both leave behind."""

from datetime import timedelta

import pytest

from kit.domain.errors import RuleError
from kit.domain.outbox import EntryKind
from kit.domain.visit import Attended, TriedBy, VisitOutcome
from kit.service import attempts, closing, visits
from kit.service.caseload import caseload
from kit.service.families import family_view
from kit.service.summary import attempt_summary

NOTICED = "A car outside, curtains drawn, nobody answered."


def attempt(**changes):
    values = {
        "outcome": VisitOutcome.NO_ACCESS,
        "tried_by": TriedBy.AT_THE_DOOR,
        "noticed": NOTICED,
        "next_step": "Ring in the evening",
    }
    return attempts.Attempt(**(values | changes))


def record(desk, days_ago=0, **changes):
    at = desk.clock.now() - timedelta(days=days_ago)
    return attempts.record_attempt(desk.records, desk.clock, desk.family_id, attempt(**changes), at)


def seen(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    return visits.close_visit(desk.records, desk.clock, draft.with_presence(desk.people["jade"], Attended.ALL))


def test_an_attempt_says_when_how_what_was_noticed_and_what_is_next(desk):
    tomorrow = desk.clock.today() + timedelta(days=1)
    kept = record(desk, 2, next_on=tomorrow)
    assert desk.records.kept.visits == [kept]
    assert (kept.tried_by, kept.noticed, kept.next_on) == (TriedBy.AT_THE_DOOR, NOTICED, tomorrow)
    assert kept.started_at == kept.ended_at < kept.recorded_at
    assert [entry.kind for entry in desk.records.kept.outbox] == [EntryKind.VISIT]


def test_what_was_noticed_stays_on_the_laptop(desk):
    record(desk)
    assert "curtains" not in str(desk.records.kept.outbox)


def test_an_attempt_leaves_a_visit_under_way_alone(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    record(desk)
    assert list(desk.records.kept.drafts) == [draft.id]


def test_a_visit_begun_closes_as_an_attempt(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    visit = attempts.close_as_attempt(desk.records, desk.clock, draft, attempt())
    assert (visit.id, visit.outcome, visit.noticed) == (draft.id, VisitOutcome.NO_ACCESS, NOTICED)
    assert desk.records.kept.drafts == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"outcome": VisitOutcome.SEEN}, "outcome"),
        ({"outcome": VisitOutcome.ENTERED_IN_ERROR}, "outcome"),
        ({"tried_by": None}, "tried_by"),
        ({"noticed": "x" * 501}, "noticed"),
    ],
)
def test_what_an_attempt_must_say(desk, changes, field):
    with pytest.raises(RuleError) as refused:
        record(desk, **changes)
    assert refused.value.field == field
    assert desk.records.kept.visits == []


def test_the_next_step_is_not_in_the_past(desk):
    with pytest.raises(RuleError, match="in the past"):
        record(desk, next_on=desk.clock.today() - timedelta(days=1))


def test_an_attempt_as_plain_text(desk):
    said = attempt_summary(desk.family, record(desk, next_on=desk.clock.today()))
    assert said.startswith("No access, 24 November 2026, 10:00\nEllison family.")
    assert "Tried: at the door." in said
    assert NOTICED in said
    assert said.endswith("Next\n- Ring in the evening, 24 November 2026")


def test_the_caseload_says_when_a_family_was_last_seen(desk):
    seen(desk)
    desk.clock.move(days=20)
    record(desk)
    row = caseload(desk.records, desk.library, desk.clock).rows[0]
    assert (desk.clock.today() - row.seen.on).days == 20
    assert row.seen.attempts == 1
    assert family_view(desk.records, desk.library, desk.clock, desk.family_id).seen == row.seen


# -- closing help ------------------------------------------------------------------------------------------------------


def close(desk, **changes):
    return closing.close_help(desk.records, desk.clock, desk.family_id, why="They moved away.", **changes)


def test_closing_for_a_family_nobody_saw_needs_a_discussion(desk):
    record(desk)
    with pytest.raises(RuleError, match="discussion with your manager"):
        close(desk)
    assert not desk.family.closed
    close(desk, discussed_on=desk.clock.today())
    assert desk.family.closed.discussed_on == desk.clock.today()


def test_a_closed_family_leaves_the_caseload_and_stays_findable(desk):
    seen(desk)
    close(desk)
    found = caseload(desk.records, desk.library, desk.clock)
    assert (found.rows, found.gaps, found.places_unfilled) == ((), (), 0)
    assert [row.family_id for row in found.closed] == [desk.family_id]


def test_it_is_opened_again_by_a_new_event(desk):
    seen(desk)
    close(desk)
    with pytest.raises(RuleError, match="closed already"):
        close(desk)
    with pytest.raises(RuleError, match="Open it again"):
        visits.open_visit(desk.records, desk.clock, desk.family_id)
    with pytest.raises(RuleError, match="Open it again"):
        record(desk)
    closing.open_help(desk.records, desk.clock, desk.family_id, why="A new baby.")
    assert not desk.family.closed
    assert [one.why for one in desk.family.help] == ["They moved away.", "A new baby."]
    visits.open_visit(desk.records, desk.clock, desk.family_id)


def test_help_that_is_open_is_not_opened(desk):
    with pytest.raises(RuleError, match="is open"):
        closing.open_help(desk.records, desk.clock, desk.family_id, why="Again.")


def test_a_visit_under_way_is_closed_first(desk):
    visits.open_visit(desk.records, desk.clock, desk.family_id)
    with pytest.raises(RuleError, match="Close it first"):
        close(desk, discussed_on=desk.clock.today())


def test_every_decision_has_a_reason(desk):
    seen(desk)
    with pytest.raises(RuleError, match="reason is needed"):
        closing.close_help(desk.records, desk.clock, desk.family_id, why="  ")
