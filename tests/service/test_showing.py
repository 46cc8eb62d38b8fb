"""What was shown on the screen is in the visit by itself: for whom, which text, how far, and what they then showed."""

from dataclasses import replace

import pytest

from kit.domain.advice import HowFar, Outcome, Reason, Understanding, VariantKey, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet
from kit.domain.errors import RuleError
from kit.domain.showing import Seen, check_pin
from kit.domain.visit import Attended
from kit.service.settings import change_settings
from kit.service.showing import keep_seen
from kit.service.summary import visit_summary
from kit.service.visits import close_visit, correct_advice, give, not_given, open_visit, say_met

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")
ALL = Seen("on-the-back", EASY, HowFar(8, 8))


@pytest.fixture
def draft(desk):
    begun = open_visit(desk.records, desk.clock, desk.family_id)
    for name in ("jade", "callum"):
        begun = begun.with_presence(desk.people[name], Attended.ALL)
    return begun


def ticks(desk, draft):
    return [draft.tick(desk.people[name], "on-the-back") for name in ("jade", "callum")]


def test_everybody_here_is_ticked_with_the_text_that_was_shown(desk, draft):
    jade, callum = ticks(desk, keep_seen(desk.library, desk.clock, draft, ALL))
    assert jade.ways == callum.ways == (Way.SHOWN,)
    assert jade.text.variant == callum.text.variant == "easy-read"
    assert jade.how_far == callum.how_far == HowFar(8, 8)
    assert jade.understanding is None


def test_nobody_who_is_not_here_is_ticked(desk, draft):
    alone = draft.with_presence(desk.people["callum"], Attended.NOT_HERE)
    assert ticks(desk, keep_seen(desk.library, desk.clock, alone, ALL))[1] is None


def test_one_idea_opened_and_closed_again_is_not_advice(desk, draft):
    glance = replace(ALL, how_far=HowFar(1, 8))
    assert keep_seen(desk.library, desk.clock, draft, glance) == draft
    assert keep_seen(desk.library, desk.clock, draft, replace(glance, how_far=HowFar(2, 8))) != draft
    assert keep_seen(desk.library, desk.clock, draft, replace(glance, how_far=HowFar(1, 1))) != draft


def test_each_carer_is_asked_alone(desk, draft):
    answers = ((desk.people["jade"], Understanding.NOT_YET), (desk.people["callum"], Understanding.TOLD_ME))
    jade, callum = ticks(desk, keep_seen(desk.library, desk.clock, draft, replace(ALL, understood=answers)))
    assert (jade.understanding, callum.understanding) == (Understanding.NOT_YET, Understanding.TOLD_ME)


def test_what_was_ticked_before_stays_and_what_was_seen_is_added(desk, draft):
    jade = desk.people["jade"]
    told = give(desk.library, desk.clock, draft, jade, "on-the-back", EASY, understanding=Understanding.TOLD_ME)
    tick = ticks(desk, keep_seen(desk.library, desk.clock, told, replace(ALL, is_practised=True)))[0]
    assert tick.ways == (Way.TALKED, Way.SHOWN, Way.PRACTISED)
    assert tick.understanding is Understanding.TOLD_ME
    assert tick.at == told.tick(jade, "on-the-back").at


def test_the_text_on_record_is_the_one_that_was_seen_last(desk, draft):
    shown = keep_seen(desk.library, desk.clock, draft, replace(ALL, how_far=HowFar(7, 8)))
    again = keep_seen(desk.library, desk.clock, shown, replace(ALL, how_far=HowFar(2, 8)))
    assert ticks(desk, again)[0].how_far == HowFar(7, 8)
    other = keep_seen(desk.library, desk.clock, again, replace(ALL, key=STANDARD, how_far=HowFar(3, 5)))
    assert (ticks(desk, other)[0].text.variant, ticks(desk, other)[0].how_far) == ("standard", HowFar(3, 5))


def test_what_the_worker_said_of_a_need_stays(desk, draft):
    said = NeedMet(NeedKind.MORE_TIME, MetHow.NOT_MET)
    jade = desk.people["jade"]
    told = say_met(keep_seen(desk.library, desk.clock, draft, ALL), jade, "on-the-back", said)
    assert ticks(desk, keep_seen(desk.library, desk.clock, told, ALL))[0].met == (said,)


def test_who_declined_stays_so_unless_they_were_asked(desk, draft):
    callum = desk.people["callum"]
    declined = not_given(desk.library, desk.clock, draft, callum, "on-the-back", EASY, Reason.DECLINED)
    assert ticks(desk, keep_seen(desk.library, desk.clock, declined, ALL))[1].outcome is Outcome.NOT_GIVEN
    asked = replace(ALL, understood=((callum, Understanding.SHOWED_ME),))
    tick = ticks(desk, keep_seen(desk.library, desk.clock, declined, asked))[1]
    assert (tick.outcome, tick.reason, tick.ways) == (Outcome.GIVEN, None, (Way.SHOWN,))


def test_what_has_no_place_in_a_visit_gets_none(desk, draft):
    with pytest.raises(RuleError):
        keep_seen(desk.library, desk.clock, draft, replace(ALL, resource_id="asking-safely"))


def test_how_far_goes_on_record_and_into_the_summary(desk, draft):
    part = keep_seen(desk.library, desk.clock, draft, replace(ALL, how_far=HowFar(3, 8)))
    assert "shown (up to idea 3 of 8)" in visit_summary(desk.library, desk.family, part, desk.clock.now())
    close_visit(desk.records, desk.clock, part)
    with desk.records:
        records = desk.records.advice()
    assert {record.how_far for record in records} == {HowFar(3, 8)}


def test_a_correction_keeps_how_far_while_it_says_shown(desk, draft):
    close_visit(desk.records, desk.clock, keep_seen(desk.library, desk.clock, draft, ALL))
    with desk.records:
        first, second = desk.records.advice()[:2]
    kept = correct_advice(desk.records, desk.clock, first.id, why="asked", outcome=Outcome.GIVEN, ways=[Way.SHOWN])
    talked = correct_advice(desk.records, desk.clock, second.id, why="asked", outcome=Outcome.GIVEN, ways=[Way.TALKED])
    assert (kept.how_far, talked.how_far) == (HowFar(8, 8), None)


def test_a_pin_is_kept_with_the_records_and_in_no_log(desk):
    settings = change_settings(desk.records, show_pin=" 2905 ")
    assert settings.show_pin == "2905"
    assert "2905" not in repr(settings)
    assert change_settings(desk.records, show_pin="").show_pin == ""


@pytest.mark.parametrize("pin", ["123", "1234567", "12a4", "1111", "2345", "9876", "٣٤٥٩"])
def test_a_pin_that_is_none_or_easy_is_refused(pin):
    with pytest.raises(RuleError):
        check_pin(pin)
