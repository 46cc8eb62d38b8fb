"""When a family and each child was last seen, and what closing help unseen asks for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kit.domain.errors import RuleError
from kit.domain.help import HelpDecision, HelpState
from kit.domain.seen import check_closing, last_seen, was_seen
from kit.domain.visit import Contact, Visit, VisitOutcome
from kit.domain.wording import ago, children_seen_line, seen_line
from tests import makers

TODAY = makers.NOON.date()


def visit(days_ago, outcome=VisitOutcome.SEEN, children=(), visit_id=""):
    at = makers.NOON - timedelta(days=days_ago)
    visit_id = visit_id or f"v{days_ago}"
    return Visit(visit_id, "ellison", Contact.OTHER, None, at, at, at, "Sam", outcome, children_seen=tuple(children))


def test_an_attempt_is_not_seeing_anyone():
    visits = [visit(2, VisitOutcome.NO_ACCESS), visit(9, VisitOutcome.CANCELLED), visit(40, children=["noah"])]
    seen = last_seen(makers.half_siblings(), visits)
    assert (seen.on, seen.attempts) == (TODAY - timedelta(days=40), 2)
    assert dict(seen.children) == {"noah": TODAY - timedelta(days=40), "ruby": None}


def test_each_child_is_seen_on_a_day_of_its_own():
    seen = last_seen(makers.half_siblings(), [visit(3, children=["noah"]), visit(30, children=["noah", "ruby"])])
    assert dict(seen.children) == {"noah": TODAY - timedelta(days=3), "ruby": TODAY - timedelta(days=30)}
    assert children_seen_line(makers.half_siblings(), seen, TODAY) == "Ruby 4 weeks ago"


@pytest.mark.parametrize(("kept", "said"), [(0, ""), (1, "Noah too"), (2, "both children")])
def test_children_seen_when_the_family_was_are_said_together(kept, said):
    siblings = makers.half_siblings()
    family = replace(siblings, children=siblings.youngest_first[:kept])
    seen = last_seen(family, [visit(3, children=[child.id for child in family.children])])
    assert children_seen_line(family, seen, TODAY) == said


def test_attempts_before_the_family_was_seen_do_not_count():
    seen = last_seen(makers.half_siblings(), [visit(20, VisitOutcome.NO_ACCESS), visit(3)])
    assert seen_line(seen, TODAY) == "Seen 3 days ago"


def test_nobody_was_ever_seen():
    seen = last_seen(makers.half_siblings(), [visit(3, VisitOutcome.NOT_BROUGHT)])
    assert seen_line(seen, TODAY) == "Never seen, 1 attempt"
    assert children_seen_line(makers.half_siblings(), seen, TODAY) == "Noah never, Ruby never"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (181, "25 weeks ago"),
        (182, "5 months ago"),
        (400, "13 months ago"),
    ],
)
def test_ago_is_said_as_a_worker_says_it(days, said):
    assert ago(TODAY - timedelta(days=days), TODAY) == said


def test_closing_unseen_asks_for_the_discussion_with_the_manager():
    with pytest.raises(RuleError, match="discussion with your manager") as refused:
        check_closing(is_seen=False, discussed_on=None, today=TODAY)
    assert refused.value.field == "discussed_on"
    check_closing(is_seen=False, discussed_on=TODAY, today=TODAY)
    check_closing(is_seen=True, discussed_on=None, today=TODAY)


def test_a_discussion_to_come_is_none():
    with pytest.raises(RuleError, match="still to come"):
        check_closing(is_seen=True, discussed_on=TODAY + timedelta(days=1), today=TODAY)


def test_who_was_seen_before_help_was_opened_again_does_not_count():
    again = HelpDecision("h", "ellison", HelpState.OPEN, date(2026, 11, 20), makers.NOON, "Sam", "Back")
    family = makers.half_siblings()
    reopened = replace(family, help=(again,))
    assert was_seen(family, [visit(10)])
    assert not was_seen(reopened, [visit(10), visit(1, VisitOutcome.NO_ACCESS)])
    assert was_seen(reopened, [visit(2)])
