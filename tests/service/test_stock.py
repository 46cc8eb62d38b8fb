"""Ready-made leaflets: in the bag by their code, handed over with one tick, counted when the visit closes."""

from dataclasses import replace
from datetime import date

import pytest

from kit.domain.advice import Outcome, Reason, Understanding, VariantKey, Way, Withdrawal
from kit.domain.errors import RuleError, UnknownError
from kit.domain.visit import Attended
from kit.service import visits
from kit.service.leaflet_ticks import hand_over, talked_through
from kit.service.stock import add_to_bag, handed_over, in_bag, keep_count, stock_lines
from kit.service.text_codes import find_text, texts_of
from tests import fakes

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")


def code(desk, resource_id="on-the-back", key=EASY):
    return next(
        one.code for one in texts_of(desk.library, desk.library.resource(resource_id)) if one.variant.key == key
    )


@pytest.fixture
def draft(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    return begun.with_presence(desk.people["jade"], Attended.ALL).with_presence(desk.people["callum"], Attended.PART)


def given(desk, draft, name="jade", key=EASY):
    coded = find_text(desk.library, code(desk, key=key))
    return hand_over(desk.library, desk.clock, draft, desk.people[name], coded)


def left(desk):
    return {line.stock.code: line.stock.count for line in in_bag(desk.records, desk.library)}


# -- the bag -----------------------------------------------------------------------------------------------------------


def test_a_pile_grows_and_is_counted_anew(desk):
    add_to_bag(desk.records, desk.library, code(desk).lower(), 5)
    assert add_to_bag(desk.records, desk.library, code(desk), 3).count == 8
    assert keep_count(desk.records, desk.library, code(desk), 2).count == 2
    assert left(desk) == {code(desk): 2}


def test_a_pile_with_nothing_in_it_is_no_pile(desk):
    add_to_bag(desk.records, desk.library, code(desk), 1)
    keep_count(desk.records, desk.library, code(desk), 0)
    assert left(desk) == {}


def test_a_code_nobody_knows_does_not_go_in(desk):
    with pytest.raises(UnknownError, match="No leaflet has this code"):
        add_to_bag(desk.records, desk.library, "XX-E1-0000", 5)
    assert left(desk) == {}


def test_older_words_and_withdrawn_ones_are_said_and_can_only_leave_the_bag(desk):
    add_to_bag(desk.records, desk.library, code(desk), 5)
    add_to_bag(desk.records, desk.library, code(desk, "walk-away"), 4)
    withdrawal = Withdrawal(date(2026, 11, 20), "It had the wrong number to ring.")
    tomorrow = fakes.FakeLibrary(
        replace(desk.library.resource("on-the-back"), version=2),
        replace(desk.library.resource("walk-away"), withdrawal=withdrawal),
    )
    lines = {line.stock.text.resource_id: line.trouble for line in in_bag(desk.records, tomorrow)}
    assert "has older words" in lines["on-the-back"]
    assert "wrong number to ring" in lines["walk-away"]
    with pytest.raises(RuleError, match="has older words"):
        add_to_bag(desk.records, tomorrow, code(desk), 1)
    keep_count(desk.records, tomorrow, code(desk), 0)
    assert [line.stock.text.resource_id for line in in_bag(desk.records, tomorrow)] == ["walk-away"]


def test_what_the_library_lost_is_still_in_the_bag(desk):
    pile = add_to_bag(desk.records, desk.library, code(desk), 5)
    (line,) = stock_lines(fakes.FakeLibrary(), [pile])
    assert line.trouble.startswith("The kit no longer has this leaflet")


# -- handing over ------------------------------------------------------------------------------------------------------


def test_handing_over_is_given_by_a_ready_made_leaflet_in_its_own_words(desk, draft):
    tick = given(desk, draft, "callum", STANDARD).tick(desk.people["callum"], "on-the-back")
    assert (tick.outcome, tick.ways, tick.text.variant) == (Outcome.GIVEN, (Way.READY_MADE,), "standard")


def test_what_was_ticked_before_stays(desk, draft):
    before = visits.give(
        desk.library,
        desk.clock,
        draft,
        desk.people["jade"],
        "on-the-back",
        EASY,
        ways=(Way.TALKED, Way.SHOWN),
        understanding=Understanding.TOLD_ME,
    )
    for after in (given(desk, before), given(desk, given(desk, before))):
        tick = after.tick(desk.people["jade"], "on-the-back")
        assert tick.ways == (Way.TALKED, Way.SHOWN, Way.READY_MADE)
        assert tick.understanding is Understanding.TOLD_ME


def test_what_was_not_given_before_is_given_now(desk, draft):
    before = visits.not_given(
        desk.library, desk.clock, draft, desk.people["jade"], "on-the-back", EASY, Reason.DECLINED
    )
    tick = given(desk, before).tick(desk.people["jade"], "on-the-back")
    assert (tick.outcome, tick.reason, tick.ways) == (Outcome.GIVEN, None, (Way.READY_MADE,))


def test_nobody_gets_a_leaflet_who_is_not_here(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    with pytest.raises(RuleError, match="not here"):
        given(desk, begun)


def test_a_printed_leaflet_that_was_talked_through(desk, draft):
    changed = talked_through(desk.library, desk.clock, draft, desk.people["jade"], "on-the-back", EASY)
    assert changed.tick(desk.people["jade"], "on-the-back").ways == (Way.TALKED, Way.PRINTED)
    assert handed_over(changed.ticks) == {}, "nothing left the bag"


def test_closing_the_visit_takes_as_many_out_of_the_bag_as_were_ticked(desk, draft):
    add_to_bag(desk.records, desk.library, code(desk), 5)
    add_to_bag(desk.records, desk.library, code(desk, key=STANDARD), 5)
    both = given(desk, given(desk, draft, "jade"), "callum")
    assert left(desk)[code(desk)] == 5, "nothing is lost while it can be taken back"
    visits.close_visit(desk.records, desk.clock, both)
    assert left(desk) == {code(desk): 3, code(desk, key=STANDARD): 5}


def test_more_than_were_known_to_be_there_is_no_mistake(desk, draft):
    add_to_bag(desk.records, desk.library, code(desk), 1)
    visits.close_visit(desk.records, desk.clock, given(desk, given(desk, draft, "jade"), "callum"))
    assert set(left(desk).values()) <= {0}
