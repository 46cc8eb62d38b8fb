"""The record for a review says where the baby slept and what was planned, visit by visit, and what nobody knew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain.advice import Heading, Items, VariantKey, Way, plain
from kit.domain.family import PlaceKind
from kit.domain.plan import ActionOutcome, NewAction
from kit.domain.sleep import Agreed, Condition, Known, Night, Reply, SleepAnswer, SleepItem, SleepLine
from kit.domain.visit import Attended, Room, TriedBy, VisitOutcome
from kit.service import attempts, corrections, families, plans, private, visits
from kit.service.review_paper import Span, order_review
from kit.service.sleep import answer_item, correct_sleep_check, reply_to
from tests import fakes, makers

HOME, HOSTEL = "2 Mill Lane", "Room 4, Harbour House"
EASY = VariantKey.named("easy-read")


def move(desk, address, kind, *children):
    ids = [desk.people[name] for name in children]
    made = families.move_children(desk.records, desk.clock, desk.family_id, ids, address, kind, desk.clock.today())
    return made.id


def begin(desk, *here):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    for name in here:
        draft = draft.with_presence(desk.people[name], Attended.ALL)
    return draft


def close(desk, draft):
    return visits.close_visit(desk.records, desk.clock, draft)


def answer(desk, draft, place, item, said, agreed=Agreed(), night=Night.TONIGHT):  # noqa: B008 - frozen
    return answer_item(draft, desk.clock, place, night, item, said, agreed)


@pytest.fixture
def told(desk):
    """A visit to nobody knows where; home, seen, with a plan; an attempt; a hostel, only told of, the plan again."""
    close(desk, begin(desk, "jade"))
    desk.clock.move(days=3)
    home = move(desk, HOME, PlaceKind.HOME, "noah", "ruby")
    draft = begin(desk, "jade")
    draft = answer(desk, draft, home, SleepItem.OWN_BED, SleepAnswer.SEEN_FINE)
    draft = answer(desk, draft, home, SleepItem.SMOKE, SleepAnswer.TOLD_FINE)
    mattress = Agreed("A new mattress", "Denise", desk.clock.today(), "Mattress", "Baby bank", Known.SEEN)
    draft = answer(desk, draft, home, SleepItem.MATTRESS, SleepAnswer.CHANGE, mattress)
    draft = reply_to(draft, desk.clock, home, Night.TONIGHT, Condition.SOFAS, Reply.YES)
    for want, who in (("Noah has a firm mattress", "Jade"), ("Callum hears about crying", "Callum")):
        start = plans.Start(want, "does it", who, desk.clock.today() + timedelta(days=7), "We see it")
        draft = plans.add_action(draft, plans.Plan(), desk.family, desk.clock, start)
    close(desk, plans.say_words(draft, "I want him near me.", desk.people["jade"]))
    desk.clock.move(days=7)
    said = attempts.Attempt(VisitOutcome.NO_ACCESS, TriedBy.AT_THE_DOOR)
    attempts.record_attempt(desk.records, desk.clock, desk.family_id, said, desk.clock.now())
    desk.clock.move(days=4)
    hostel = move(desk, HOSTEL, PlaceKind.TEMPORARY, "noah")
    draft = begin(desk, "callum")
    draft = answer(desk, draft, hostel, SleepItem.OWN_BED, SleepAnswer.TOLD_FINE)
    with desk.records:
        action = desk.records.actions(desk.family_id)[0]
    draft = plans.review_action(draft, desk.clock, action.id, ActionOutcome.PARTLY, "On Monday")
    close(desk, plans.say_words(draft, "Nobody told me.", desk.people["callum"]))
    return desk


def lines(desk, section=None):
    """What each line says; of one section, or of one visit by how its title begins."""
    first = desk.clock.today() - timedelta(days=365)
    span = Span(first, desk.clock.today())
    made = order_review(desk.records, desk.library, fakes.FakePress(), desk.clock, desk.family_id, span)
    found, title = [], ""
    for block in made.variant.blocks:
        if isinstance(block, Heading):
            title = plain(block.words)
        if isinstance(block, Items) and (section is None or title.startswith(section)):
            found += [plain(words) for words in block.items]
    return found


def test_each_move_is_told_with_what_was_seen_there_and_what_nobody_knew(told):
    assert lines(told, "Where the children slept") == [
        "From 24 November 2026 to 27 November 2026: not known where Noah and Ruby slept",
        f"From 27 November 2026 to 8 December 2026: Noah at {HOME} (home). Sleep space seen on 27 November 2026",
        f"From 27 November 2026: Ruby at {HOME} (home)",
        f"From 8 December 2026: Noah at {HOSTEL} (temporary). Sleep space told of on 8 December 2026, not seen",
    ]


def test_a_move_nobody_has_visited_since_is_not_seen(told):
    told.clock.move(days=2)
    move(told, "Denise’s, 4 Canal Side", PlaceKind.WITH_FAMILY, "noah")
    assert lines(told, "Where")[-1].endswith("Denise’s, 4 Canal Side (with family). Sleep space not seen")


def test_a_place_come_back_to_is_another_time_there(told):
    told.clock.move(days=2)
    back = move(told, HOME, PlaceKind.HOME, "noah")
    assert lines(told, "Where")[-1] == f"From 10 December 2026: Noah at {HOME} (home). Sleep space not seen"
    assert back


def test_a_child_whose_place_nobody_said_is_not_known_to_this_day(desk):
    close(desk, begin(desk, "jade"))
    assert lines(desk, "Where") == ["From 24 November 2026: not known where Noah and Ruby slept"]


def test_a_place_they_do_not_live_at_is_named_too(told):
    with told.records:
        place = families.Place("away", told.family_id, "Denise’s, 4 Canal Side", PlaceKind.WITH_FAMILY)
        told.records.add(place)
        told.records.commit()
    close(told, answer(told, begin(told, "jade"), "away", SleepItem.SMOKE, SleepAnswer.TOLD_FINE, night=Night.AWAY))
    said = "Asked about too: Denise’s, 4 Canal Side (with family). Sleep space told of on 8 December 2026, not seen"
    assert lines(told, "Where")[-1] == said


def test_what_was_seen_told_agreed_and_left_out_stands_at_its_visit(told):
    said = lines(told, "27 November 2026")
    rest = "bedding, what is in the cot, same room as an adult, how warm the room is, who shares the bed or room"
    for line in (
        f"Sleep space of Noah, {HOME}, tonight. Seen, fine: own cot or basket. Told, fine: smoke. Not asked: {rest}.",
        (
            f"To change, {HOME}, tonight: mattress, seen. A new mattress, Denise, by 27 November 2026. "
            "Missing: mattress, asked from: Baby bank."
        ),
        f"Asked, {HOME}, tonight: Does anyone sit with the baby on a sofa or armchair when they are tired? Yes.",
        "Agreed: Noah has a firm mattress. Jade: does it. By 4 December 2026. We will know: We see it.",
        "Jade Ellison, in their own words: “I want him near me.”",
    ):
        assert line in said


def test_a_visit_that_did_not_ask_says_so_and_an_attempt_does_not(told):
    assert "Sleep space: not seen and not asked about" in lines(told, "24 November 2026")
    assert not any(line.startswith("Sleep space") for line in lines(told, "4 December 2026"))


def test_a_family_without_a_baby_is_not_asked_about_a_sleep_space(desk):
    draft = begin(desk, "jade")
    desk.clock.move(days=400)
    close(desk, replace(draft, started_at=desk.clock.now()))
    assert not any("Sleep space" in line for line in lines(desk))


def test_what_became_of_an_action_stands_at_its_visit_with_who_said_what(told):
    said = lines(told, "8 December 2026")
    assert "Looked at again: Noah has a firm mattress. Partly done: On Monday." in said
    assert "Callum Reed, in their own words: “Nobody told me.”" in said


def test_the_plan_as_it_stands_says_what_is_late(told):
    assert lines(told, "The plan as it stands") == [
        (
            "Noah has a firm mattress. Agreed on 27 November 2026. Partly done on 8 December 2026. "
            "To be done by 4 December 2026, 4 days overdue."
        ),
        (
            "Callum hears about crying. Agreed on 27 November 2026. Not looked at again yet. "
            "To be done by 4 December 2026, 4 days overdue."
        ),
    ]


def test_that_there_is_no_plan_is_said(desk):
    close(desk, begin(desk, "jade"))
    assert lines(desk, "The plan as it stands") == ["No plan is on record"]


def test_what_was_corrected_stands_beside_what_holds(told):
    records, clock, family_id = told.records, told.clock, told.family_id
    with records:
        check, action = records.sleep_checks(family_id)[0], records.actions(family_id)[0]
        review, words = records.action_reviews(family_id)[0], records.parents_words(family_id)[0]
    smoke = SleepLine(SleepItem.SMOKE, SleepAnswer.SEEN_FINE)
    correct_sleep_check(records, clock, family_id, check.id, why="Wrong row", lines=[smoke])
    wording = NewAction("x", clock.now(), action.want, "Denise", None, action.does, None, "")
    plans.correct_action(records, clock, family_id, action.id, why="Denise does it.", wording=wording)
    plans.correct_review(records, clock, family_id, review.id, why="It came.", outcome=ActionOutcome.DONE)
    plans.correct_words(records, clock, family_id, words.id, why="Misheard.", words="I want him here.")
    by = "Corrected on 8 December 2026 by Sam Whitfield"
    said = lines(told)
    assert any(line.startswith(f"{by}: Wrong row. Before: Seen, fine: own cot or basket.") for line in said)
    assert any(line.startswith(f"Sleep space of Noah, {HOME}, tonight. Seen, fine: smoke.") for line in said)
    agreed = f"Agreed: Noah has a firm mattress. Denise: does it. {by}: Denise does it. Before: Noah has a firm"
    assert any(line.startswith(agreed) for line in said)
    again = "Looked at again: Noah has a firm mattress. Done: On Monday."
    assert f"{again} {by}: It came. Before: Partly done: On Monday." in said
    assert (
        f"Jade Ellison, in their own words: “I want him here.” {by}: Misheard. Before: “I want him near me.”." in said
    )


def test_twins_share_a_line(desk):
    kim = families.add_child(desk.records, desk.clock, desk.family_id, "Kim", "Ellison", born_on=makers.BORN)
    desk.people["kim"] = kim.id
    home = move(desk, HOME, PlaceKind.HOME, "noah", "kim")
    close(desk, answer(desk, begin(desk, "jade"), home, SleepItem.SMOKE, SleepAnswer.SEEN_FINE))
    spaces = [line for line in lines(desk) if line.startswith("Sleep space of")]
    assert len(spaces) == 1
    assert "Noah" in spaces[0]
    assert "Kim" in spaces[0]


def test_a_visit_entered_in_error_takes_its_sleep_space_and_plan_with_it(told):
    held = next(one for one in told.records.kept.visits if one.started_at.day == 27)
    corrections.withdraw_visit(told.records, told.clock, held.id, why="Another family.")
    said = "\n".join(lines(told))
    assert "mattress" not in said.replace("Not asked: mattress", "")
    assert "I want him near" not in said
    assert "Sleep space not seen" in said


def test_the_restricted_layer_is_nowhere(told):
    jade = told.people["jade"]
    alone = private.PrivateAdvice(jade, "asking-safely", EASY, (Way.TALKED,))
    before = lines(told)
    private.give_private_advice(told.records, told.library, told.clock, told.family_id, alone, Room.ALONE)
    private.not_safe_to_ask(told.records, told.clock, told.family_id, jade)
    assert lines(told) == before
