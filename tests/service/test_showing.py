"""What was shown on the screen is in the visit by itself: for whom, which text, how far, and what they then showed."""

import json
from dataclasses import replace

import pytest

from kit.domain.advice import HowFar, Outcome, Reason, Topic, Understanding, VariantKey, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet, NeedStage
from kit.domain.errors import RuleError
from kit.domain.plan import Plan
from kit.domain.showing import Seen, check_pin
from kit.domain.together import Tried
from kit.domain.visit import Attended
from kit.service import families
from kit.service.corrections import withdraw_visit
from kit.service.offering import offers_of
from kit.service.plan_paper import agreed_lines, plan_paper
from kit.service.plans import read_plan
from kit.service.settings import change_settings
from kit.service.showing import keep_seen
from kit.service.summary import visit_summary
from kit.service.visit_view import visit_view
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


def test_a_need_met_by_showing_is_on_record_for_who_has_it(desk, draft):
    families.add_need(desk.records, desk.clock, desk.family_id, desk.people["callum"], NeedKind.READ_ALOUD)
    met = (NeedMet(NeedKind.READ_ALOUD, MetHow.READ_ALOUD),)
    close_visit(desk.records, desk.clock, keep_seen(desk.library, desk.clock, draft, replace(ALL, met=met)))
    with desk.records:
        kept = {record.carer_id: record.met for record in desk.records.advice()}
    easy = (NeedMet(NeedKind.EASY_READ, MetHow.EASY_READ_TEXT),)
    assert kept == {desk.people["jade"]: easy, desk.people["callum"]: met}
    [step] = [need.step(NeedStage.MET) for need in desk.family.needs_of(desk.people["callum"])]
    assert step.how is MetHow.READ_ALOUD


def test_what_the_worker_said_of_a_need_stays_when_it_is_shown_again(desk, draft):
    said = NeedMet(NeedKind.READ_ALOUD, MetHow.NOT_MET)
    told = say_met(keep_seen(desk.library, desk.clock, draft, ALL), desk.people["jade"], "on-the-back", said)
    heard = replace(ALL, met=(NeedMet(NeedKind.READ_ALOUD, MetHow.READ_ALOUD),))
    assert ticks(desk, keep_seen(desk.library, desk.clock, told, heard))[0].met == (said,)


FOUND = Tried("find", "What is wrong in this cot?", 3, 4)
PLAN = Tried("walk-away-plan", "My walk-away plan", words=("I go to the kitchen.", "I ring a friend."))


@pytest.fixture
def tried(desk, draft):
    """A cot looked at by both, and a plan of Jade's."""
    seen = replace(ALL, is_practised=True, tried=(("", FOUND), (desk.people["jade"], PLAN)))
    return keep_seen(desk.library, desk.clock, draft, seen)


def test_what_was_found_is_everybodys_and_a_plan_is_whose_it_is(desk, tried):
    assert [tick.tried for tick in ticks(desk, tried)] == [(FOUND, PLAN), (FOUND,)]


def test_what_was_tried_goes_on_record_into_the_summary_and_into_the_plan(desk, tried):
    summary = visit_summary(desk.library, desk.family, tried, desk.clock.now())
    assert "Tried together: What is wrong in this cot? 3 of 4 found; My walk-away plan: I go to the kitchen." in summary
    close_visit(desk.records, desk.clock, tried)
    with desk.records:
        records, plan = desk.records.advice(), read_plan(desk.records, desk.family_id)
    assert {record.carer_id: record.tried for record in records}[desk.people["jade"]] == (FOUND, PLAN)
    assert plan.chosen == ((desk.people["jade"], PLAN),)


def test_a_plan_chosen_in_a_visit_entered_in_error_does_not_hold(desk, tried):
    visit = close_visit(desk.records, desk.clock, tried)
    withdraw_visit(desk.records, desk.clock, visit.id, why="Another family.")
    with desk.records:
        assert read_plan(desk.records, desk.family_id).chosen == ()


def test_a_correction_keeps_what_was_tried_while_it_says_practised(desk, tried):
    close_visit(desk.records, desk.clock, tried)
    with desk.records:
        first, second = desk.records.advice()[:2]
    ways = [Way.SHOWN, Way.PRACTISED]
    kept = correct_advice(desk.records, desk.clock, first.id, why="asked", outcome=Outcome.GIVEN, ways=ways)
    talked = correct_advice(desk.records, desk.clock, second.id, why="asked", outcome=Outcome.GIVEN, ways=[Way.TALKED])
    assert (kept.tried, talked.tried) == (first.tried, ())


def test_what_was_tried_is_not_sent(desk, tried):
    close_visit(desk.records, desk.clock, tried)
    with desk.records:
        assert "kitchen" not in json.dumps([entry.payload for entry, *_state in desk.records.outbox()])


def test_a_plan_is_on_the_familys_paper_in_the_same_visit_and_in_the_next(desk, tried):
    jade, said = desk.people["jade"], (("Jade", "My walk-away plan: I go to the kitchen. I ring a friend."),)
    assert plan_paper(desk.family, Plan(), tried.plan, tried.ticks).words == said
    assert plan_paper(desk.family, Plan(chosen=((jade, PLAN),))).words == said


def test_on_a_leaflet_a_plan_has_a_line_for_each_sentence_and_a_name_where_there_are_more():
    names, tasks = {"j": "Jade", "c": "Callum", "d": "Denise"}, {PLAN.task}
    assert agreed_lines(tasks, names, [("j", PLAN)]) == PLAN.words
    assert agreed_lines(tasks, names, [("j", PLAN), ("c", PLAN)]) == (
        "Jade: I go to the kitchen.", "I ring a friend.", "Callum: I go to the kitchen.", "I ring a friend.",
    )  # fmt: skip
    three = agreed_lines(tasks, names, [(each, PLAN) for each in names])
    assert three[2] == "Denise: I go to the kitchen. I ring a friend."
    assert agreed_lines({"another"}, names, [("j", PLAN)]) == ()


def test_not_yet_is_offered_again_at_the_next_visit(desk, draft):
    jade = desk.people["jade"]
    shown = keep_seen(desk.library, desk.clock, draft, replace(ALL, understood=((jade, Understanding.NOT_YET),)))
    summary = visit_summary(desk.library, desk.family, shown, desk.clock.now())
    assert "Again with Jade" in summary
    close_visit(desk.records, desk.clock, shown)
    desk.clock.move(days=7)
    begun = visit_view(desk.records, desk.library, desk.clock, desk.family_id)
    view = replace(begun, draft=begun.draft.with_presence(jade, Attended.ALL))
    again = [cell.again for cell in view.coverage.open_for(jade) if cell.topic is Topic.SAFER_SLEEP]
    assert again == [("on-the-back",)]
    assert "on-the-back" in [offer.resource.id for offer in offers_of(desk.library, view, ())]


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
