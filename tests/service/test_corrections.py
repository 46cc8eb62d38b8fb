"""Corrections: the record that was wrong stays, the one that holds says what changed and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain.advice import Outcome, Understanding, VariantKey, standing
from kit.domain.carer import NAME_NOT_KNOWN, NeedKind, Tie
from kit.domain.correction import RecordKind
from kit.domain.errors import RuleError, UnknownError
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.outbox import EntryKind
from kit.domain.visit import Attended, Presence, VisitOutcome, standing_visits
from kit.service import corrections, families, visits
from kit.service.record_words import correction_words, record_lines, withdrawn

WHY = "Typed wrongly."


def correct(desk, record_kind, record_id, **values):
    return corrections.correct_record(desk.records, desk.clock, desk.family_id, record_kind, record_id, values, why=WHY)


def withdraw(desk, kind, record_id):
    return corrections.withdraw_record(desk.records, desk.clock, desk.family_id, kind, record_id, why=WHY)


def kept(desk, record_id):
    return next(one for one in desk.records.kept.people if one.id == record_id)


def tie_of(desk, carer):
    return next(tie for tie in desk.family.relationships if tie.carer_id == desk.people[carer])


# -- records about a family --------------------------------------------------------------------------------------------


def test_a_childs_birthday_is_put_right_and_the_record_stays(desk):
    noah, day = desk.people["noah"], desk.family.child(desk.people["noah"]).born_on
    made = correct(desk, RecordKind.CHILD, noah, born_on=day - timedelta(days=1))
    assert desk.family.child(noah).born_on == day - timedelta(days=1)
    assert kept(desk, noah).born_on == day
    assert (made.why, made.worker, made.changes[0].was) == (WHY, "Sam Whitfield", day.isoformat())
    said = correction_words(desk.family, made)
    assert said == "Noah Ellison: date of birth was 20 October 2026, is 19 October 2026."


def test_the_newest_of_two_corrections_holds(desk):
    for name in ("Noa", "Noé"):
        correct(desk, RecordKind.CHILD, desk.people["noah"], given_name=name)
    assert desk.family.child(desk.people["noah"]).given_name == "Noé"
    assert [one.changes[0].was for one in desk.family.corrections] == ["Noah", "Noa"]


def test_a_father_who_is_none_leaves_the_parent_place_too(desk):
    tie = tie_of(desk, "callum")
    correct(desk, RecordKind.RELATIONSHIP, tie.id, tie=Tie.OTHER)
    assert tie_of(desk, "callum").tie is Tie.OTHER
    place = desk.family.parent_place(desk.people["noah"], ParentRole.OTHER_PARENT)
    assert place.state is PlaceState.NOT_YET_KNOWN
    correct(desk, RecordKind.RELATIONSHIP, tie.id, tie=Tie.FATHER)
    place = desk.family.parent_place(desk.people["noah"], ParentRole.OTHER_PARENT)
    assert (place.state, place.carer_id) == (PlaceState.FILLED, desk.people["callum"])


def test_a_relationship_that_never_was_is_withdrawn_with_its_parent_place(desk):
    tie = tie_of(desk, "callum")
    made = withdraw(desk, RecordKind.RELATIONSHIP, tie.id)
    assert tie.id not in {one.id for one in desk.family.relationships}
    assert desk.family.parent_place(desk.people["noah"], ParentRole.OTHER_PARENT).carer_id is None
    assert len(withdrawn(desk.family)) == 2
    assert correction_words(desk.family, made).startswith("Withdrawn: Callum Reed, Noah Ellison, father")
    with pytest.raises(UnknownError):
        withdraw(desk, RecordKind.RELATIONSHIP, tie.id)


def test_need_place_and_move_are_put_right(desk):
    children = [desk.people["noah"]]
    families.move_children(
        desk.records, desk.clock, desk.family_id, children, "2 Mill Lain", PlaceKind.HOME, desk.clock.today()
    )
    family = desk.family
    correct(desk, RecordKind.PLACE, family.places[0].id, address="2 Mill Lane", kind=PlaceKind.TEMPORARY)
    correct(desk, RecordKind.STAY, family.stays[0].id, from_on=desk.clock.today() - timedelta(days=3))
    correct(desk, RecordKind.NEED, family.needs[0].id, kind=NeedKind.LARGE_PRINT)
    family = desk.family
    assert (family.places[0].address, family.places[0].kind) == ("2 Mill Lane", PlaceKind.TEMPORARY)
    assert family.stays[0].from_on == desk.clock.today() - timedelta(days=3)
    assert family.needs[0].kind is NeedKind.LARGE_PRINT
    withdraw(desk, RecordKind.STAY, family.stays[0].id)
    assert desk.family.stays == ()


def test_an_answer_about_a_parent_place_is_put_right(desk):
    args = (desk.records, desk.clock, desk.family_id, desk.people["ruby"], ParentRole.OTHER_PARENT)
    answer = families.answer_parent_place(*args, PlaceState.NOT_INVOLVED)
    correct(desk, RecordKind.PARENT_PLACE, answer.id, state=PlaceState.NOT_YET_KNOWN)
    assert desk.people["ruby"] in {child.id for child, _, _ in desk.family.unfilled_places()}


def test_the_family_name_is_put_right(desk):
    correct(desk, RecordKind.FAMILY, desk.family_id, name="Ellisson")
    assert desk.family.name == "Ellisson"
    with desk.records:
        assert desk.records.families()[0].name == "Ellisson"


@pytest.mark.parametrize(
    ("kind", "who", "values", "field"),
    [
        (RecordKind.CHILD, "noah", {"given_name": " "}, "given_name"),
        (RecordKind.CHILD, "noah", {"born_on": None}, "born_on"),
        (RecordKind.CARER, "jade", {"given_name": ""}, "given_name"),
        (RecordKind.CARER, "jade", {"given_name": "Jade"}, ""),
    ],
)
def test_what_could_not_be_added_is_no_correction(desk, kind, who, values, field):
    with pytest.raises(RuleError) as refused:
        correct(desk, kind, desk.people[who], **values)
    assert refused.value.field == field
    assert desk.family.corrections == ()


def test_a_correction_needs_a_reason(desk):
    with pytest.raises(RuleError, match="reason for correcting is needed"):
        corrections.correct_record(
            desk.records,
            desk.clock,
            desk.family_id,
            RecordKind.CARER,
            desk.people["jade"],
            {"given_name": "Jo"},
            why=" ",
        )


def test_people_are_never_withdrawn(desk):
    with pytest.raises(RuleError, match="Other records name this one"):
        withdraw(desk, RecordKind.CARER, desk.people["jade"])


def test_nobody_of_another_family_is_corrected(desk):
    other = families.add_family(desk.records, desk.clock, "Marsh")
    with pytest.raises(UnknownError):
        corrections.correct_record(
            desk.records, desk.clock, other.id, RecordKind.CARER, desk.people["jade"], {"given_name": "Jo"}, why=WHY
        )


def test_a_name_can_come_later(desk):
    noah = desk.people["noah"]
    met = families.add_unnamed_carer(desk.records, desk.clock, desk.family_id, [(noah, Tie.GRANDPARENT)])
    assert (met.full_name, met.is_named) == (NAME_NOT_KNOWN, False)
    corrections.name_carer(desk.records, desk.clock, desk.family_id, met.id, "Denise", "Ellison")
    assert desk.family.carer(met.id).full_name == "Denise Ellison"


def test_every_record_has_a_line_with_its_corrections(desk):
    correct(desk, RecordKind.CARER, desk.people["jade"], given_name="Jada")
    lines = {line.record_id: line for line in record_lines(desk.family)}
    assert lines[desk.people["jade"]].title == "Jada Ellison"
    assert len(lines[desk.people["jade"]].corrections) == 1
    family = desk.family
    everything = (*family.children, *family.carers, *family.relationships, *family.parent_places, *family.needs)
    assert {one.id for one in everything} <= set(lines)


# -- visits ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def visit(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    draft = replace(draft.with_presence(desk.people["jade"], Attended.ALL), children_seen=(desk.people["noah"],))
    key = VariantKey.named("easy-read")
    args = (desk.library, desk.clock, draft, desk.people["jade"], "on-the-back", key)
    return visits.close_visit(desk.records, desk.clock, visits.give(*args, understanding=Understanding.TOLD_ME))


def correct_visit(desk, visit_id, **values):
    return corrections.correct_visit(desk.records, desk.clock, visit_id, why=WHY, **values)


def stand(desk):
    return standing_visits(desk.records.kept.visits)


def test_a_visit_is_corrected_by_a_whole_new_record(desk, visit):
    earlier = visit.started_at - timedelta(hours=1)
    new = correct_visit(desk, visit.id, started_at=earlier, children_seen=())
    assert desk.records.kept.visits == [visit, new]
    assert stand(desk) == (new,)
    assert (new.corrects, new.why, new.started_at, new.ended_at) == (visit.id, WHY, earlier, visit.ended_at)


def test_a_corrected_visit_is_not_posted_again(desk, visit):
    before = list(desk.records.kept.outbox)
    correct_visit(desk, visit.id, children_seen=())
    assert desk.records.kept.outbox == before


def test_only_the_newest_record_is_corrected(desk, visit):
    correct_visit(desk, visit.id, children_seen=())
    with pytest.raises(RuleError, match="Correct the newer one"):
        correct_visit(desk, visit.id, children_seen=(desk.people["ruby"],))


def test_somebody_who_was_told_was_there(desk, visit):
    nobody = (Presence(desk.people["callum"], Attended.ALL), Presence(desk.people["jade"], Attended.NOT_HERE))
    with pytest.raises(RuleError, match="given to Jade Ellison"):
        correct_visit(desk, visit.id, presences=nobody)
    with pytest.raises(RuleError, match="somebody was seen"):
        correct_visit(desk, visit.id, outcome=VisitOutcome.NO_ACCESS)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"hours": 2}, "in the future"),
        ({"hours": -2}, "ends before"),
        ({}, "Nothing is different"),
    ],
)
def test_a_visit_that_cannot_be_is_refused(desk, visit, values, said):
    ended = {"ended_at": visit.ended_at + timedelta(**values)}
    with pytest.raises(RuleError, match=said):
        correct_visit(desk, visit.id, **ended)
    assert stand(desk) == (visit,)


def test_a_visit_of_the_wrong_family_is_entered_in_error_with_its_advice(desk, visit):
    new = corrections.withdraw_visit(desk.records, desk.clock, visit.id, why="Wrong family.")
    assert new.outcome is VisitOutcome.ENTERED_IN_ERROR
    assert stand(desk) == ()
    assert standing(desk.records.kept.advice) == ()
    assert [one.outcome for one in desk.records.kept.advice] == [Outcome.GIVEN, Outcome.ENTERED_IN_ERROR]
    assert [entry.kind for entry in desk.records.kept.outbox][-1] is EntryKind.CORRECTION


def test_advice_of_a_corrected_visit_goes_with_it(desk, visit):
    new = correct_visit(desk, visit.id, children_seen=())
    corrections.withdraw_visit(desk.records, desk.clock, new.id, why="Wrong family.")
    assert standing(desk.records.kept.advice) == ()


def test_the_next_step_can_be_set_later(desk, visit):
    day = desk.clock.today() + timedelta(days=7)
    new = corrections.set_next_step(desk.records, desk.clock, visit.id, next_step="", next_on=day)
    assert new.next_on == day
    assert stand(desk) == (new,)
