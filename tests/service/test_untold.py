"""Printed and not yet talked through: on the list until the carer it is for was given the advice, and not before."""

from dataclasses import replace

import pytest

from kit.domain.advice import VariantKey, Way
from kit.domain.visit import Attended
from kit.service import visits
from kit.service.printing import PrintWish
from kit.service.untold import REMEMBERED, untold
from tests.service.paper import note_not_printed, note_printed

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")


@pytest.fixture
def wish(desk):
    return PrintWish("on-the-back", EASY, "easy-read", 1, desk.family_id, desk.people["jade"])


def printed(desk, wish):
    return note_printed(desk.records, desk.library, desk.clock, wish)


def listed(desk):
    found = untold(desk.records, desk.library, desk.clock)
    return [(one.title, one.carer.given_name if one.carer else one.family.name) for one in found]


def ticked(desk, name="jade", resource_id="on-the-back", key=EASY):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    draft = draft.with_presence(desk.people[name], Attended.ALL)
    draft = visits.give(desk.library, desk.clock, draft, desk.people[name], resource_id, key, ways=(Way.TALKED,))
    return visits.keep_draft(desk.records, draft)


def test_what_was_printed_waits_for_somebody_to_talk(desk, wish):
    assert listed(desk) == []
    printed(desk, wish)
    printed(desk, replace(wish, resource_id="walk-away", carer_id=desk.people["callum"]))
    assert listed(desk) == [("Walk away", "Callum"), ("On the back", "Jade")]


def test_a_tick_settles_it_in_the_visit_and_after_it(desk, wish):
    printed(desk, wish)
    draft = ticked(desk, key=STANDARD)
    assert listed(desk) == [], "the advice counts, not the form"
    visits.close_visit(desk.records, desk.clock, draft)
    assert listed(desk) == []


def test_telling_somebody_else_or_something_else_does_not(desk, wish):
    printed(desk, wish)
    ticked(desk, "callum")
    assert listed(desk) == [("On the back", "Jade")]


def test_what_was_told_the_day_before_does_not_settle_it(desk, wish):
    visits.close_visit(desk.records, desk.clock, ticked(desk))
    desk.clock.move(days=1)
    printed(desk, wish)
    assert listed(desk) == [("On the back", "Jade")]


def test_not_given_does_not_settle_it(desk, wish):
    printed(desk, wish)
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    jade = desk.people["jade"]
    draft = visits.not_given(desk.library, desk.clock, draft, jade, "on-the-back", EASY, visits.Reason.DECLINED)
    visits.keep_draft(desk.records, draft)
    assert listed(desk) == [("On the back", "Jade")]


def test_for_a_whole_family_anybody_settles_it(desk, wish):
    printed(desk, replace(wish, carer_id=""))
    assert listed(desk) == [("On the back", "Ellison")]
    ticked(desk, "callum")
    assert listed(desk) == []


def test_twice_printed_is_listed_once_and_what_did_not_come_out_never(desk, wish):
    printed(desk, wish)
    spoilt = printed(desk, replace(wish, carer_id=desk.people["callum"]))
    printed(desk, wish)
    note_not_printed(desk.records, desk.clock, spoilt, "Taken back.")
    assert listed(desk) == [("On the back", "Jade")]


def test_after_some_weeks_the_grid_says_it_better(desk, wish):
    printed(desk, wish)
    desk.clock.move(days=REMEMBERED.days)
    assert listed(desk) == [("On the back", "Jade")]
    desk.clock.move(days=1)
    assert listed(desk) == []
