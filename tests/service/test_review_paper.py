"""The record for a review: who was told what when, in which words, with attempts, moves and corrections."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain.advice import Heading, Items, Outcome, Reason, Understanding, VariantKey, Way, plain
from kit.domain.correction import RecordKind
from kit.domain.errors import RuleError
from kit.domain.family import PlaceKind
from kit.domain.visit import Attended, JointWorker, TriedBy, VisitOutcome
from kit.service import attempts, closing, corrections, families, visits
from kit.service.review_paper import TITLE, Span, code_of, order_review
from tests import fakes, makers

EASY = VariantKey.named("easy-read")
WHY = "Wrong box."


@pytest.fixture
def desk_after(desk):
    """A visit whose advice and start were corrected, an attempt, a move, a name put right, help closed."""
    people = desk.people
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id).with_presence(people["jade"], Attended.ALL)
    draft = draft.with_presence(people["callum"], Attended.NOT_HERE)
    args = (desk.library, desk.clock, draft, people["jade"], "on-the-back", EASY)
    draft = visits.give(*args, ways=(Way.TALKED, Way.SHOWN), understanding=Understanding.NOT_YET)
    draft = visits.set_note(draft, people["jade"], "on-the-back", "Like this")
    draft = visits.not_given(desk.library, desk.clock, draft, people["callum"], "walk-away", EASY, Reason.NOT_PRESENT)
    draft = replace(draft, joint_workers=(JointWorker("Alex Pemberton", "Social worker"),))
    visit = visits.close_visit(desk.records, desk.clock, draft)
    told = next(one for one in desk.records.kept.advice if one.is_given)
    desk.clock.move(days=1)
    visits.correct_advice(
        desk.records,
        desk.clock,
        told.id,
        why=WHY,
        outcome=Outcome.GIVEN,
        ways=[Way.TALKED],
        understanding=Understanding.TOLD_ME,
    )
    earlier = visit.started_at - timedelta(minutes=20)
    corrections.correct_visit(desk.records, desk.clock, visit.id, why="It began earlier.", started_at=earlier)
    said = attempts.Attempt(VisitOutcome.NO_ACCESS, TriedBy.AT_THE_DOOR, "Curtains drawn.", "Ring")
    attempts.record_attempt(desk.records, desk.clock, desk.family_id, said, desk.clock.now())
    address = (desk.family_id, [people["noah"]], "Room 4, Harbour House", PlaceKind.TEMPORARY, desk.clock.today())
    families.move_children(desk.records, desk.clock, *address)
    corrections.correct_record(
        desk.records,
        desk.clock,
        desk.family_id,
        RecordKind.CHILD,
        people["noah"],
        {"given_name": "Noa"},
        why="Spelt so.",
    )
    closing.close_help(desk.records, desk.clock, desk.family_id, why="They moved.")
    return desk


def order(desk, days=30):
    today = desk.clock.today()
    span = Span(today - timedelta(days=days), today)
    return order_review(desk.records, desk.library, fakes.FakePress(), desk.clock, desk.family_id, span)


def lines(made):
    found = []
    for block in made.variant.blocks:
        found += [plain(words) for words in block.items] if isinstance(block, Items) else [plain(block.words)]
    return found


def line(made, start):
    return next(each for each in lines(made) if each.startswith(start))


def test_its_name_says_nothing(desk_after):
    made = order(desk_after)
    assert made.variant.title == TITLE == "Record of visits"
    assert "Ellison" not in made.text_code
    assert made.design.kind == "record"


def test_who_was_told_what_in_which_words(desk_after):
    made = order(desk_after)
    code = code_of(desk_after.library, makers.text())
    assert code.startswith("ON-THE")
    told = line(made, "Jade Ellison, about Noa: On the back")
    variant = desk_after.library.variant("on-the-back", EASY)
    assert desk_after.library.resource("on-the-back").text_code(variant) in told
    assert "Given (talked). Told me" in told
    assert any(variant.digest in each for each in lines(made))


def test_what_was_corrected_stands_beside_what_holds(desk_after):
    told = line(order(desk_after), "Jade Ellison, about Noa")
    assert f"Corrected on 25 November 2026 by Sam Whitfield: {WHY} Before: Given (talked, shown). Not yet" in told
    assert "Own words: Like this" in told
    visit = line(order(desk_after), "Corrected on 25 November 2026 by Sam Whitfield: It began earlier.")
    assert "Before: 24 November 2026, 10:00" in visit


def test_attempts_moves_workers_and_help_are_there(desk_after):
    made = order(desk_after)
    assert any(each.endswith("No access") for each in lines(made))
    for start in (
        "Tried: at the door",
        "Noticed: Curtains drawn.",
        "Next: Ring",
        "Other workers: Alex Pemberton, social worker",
        "Callum Reed, about Noa: Walk away",
        "From 25 November 2026: Noa at Room 4, Harbour House (temporary)",
        "25 November 2026: closed by Sam Whitfield. They moved.",
        "Noa Ellison: first name was “Noah”, is “Noa”. On 25 November 2026 by Sam Whitfield: Spelt so.",
    ):
        assert line(made, start)


def test_what_is_before_the_span_is_not_in_it(desk_after):
    desk_after.clock.move(days=100)
    made = order(desk_after, days=10)
    assert "None in this time." in lines(made)
    assert not any("Harbour" in each and "Corrected" in each for each in lines(made))


def test_a_visit_taken_back_says_so_without_its_advice(desk_after):
    held = next(one for one in desk_after.records.kept.visits if not one.is_attempt and one.corrects)
    corrections.withdraw_visit(desk_after.records, desk_after.clock, held.id, why="Another family.")
    made = order(desk_after)
    assert any("Entered in error" in each for each in lines(made))
    assert any("Another family." in each for each in lines(made))
    assert not any(each.startswith("Jade Ellison, about") for each in lines(made))


def test_headings_are_never_skipped(desk_after):
    levels = [block.level for block in order(desk_after).variant.blocks if isinstance(block, Heading)]
    assert set(levels) == {2, 3}
    assert levels[0] == 2


def test_a_span_that_ends_before_it_begins_is_refused(desk):
    today = desk.clock.today()
    span = Span(today, today - timedelta(days=1))
    with pytest.raises(RuleError, match="before the first"):
        order_review(desk.records, desk.library, fakes.FakePress(), desk.clock, desk.family_id, span)


def test_words_of_a_library_long_gone_are_still_named():
    assert code_of(fakes.FakeLibrary(), makers.text("old-one")) == "old-one, version 1, AAAA"
