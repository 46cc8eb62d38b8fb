"""A draft changes, a closed visit does not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain import visit
from kit.domain.advice import Outcome, Reason, Topic, Understanding, Way, as_correction, check_advice, standing
from kit.domain.errors import RuleError
from kit.domain.visit import Attended, Contact, Presence, Tick, VisitDraft, VisitOutcome, suggested_contact
from tests import makers


def draft(**changes):
    values = {"contact": Contact.NEW_BIRTH, "place_id": None, "started_at": makers.NOON, "worker": "Sam Whitfield"}
    presences = (Presence("jade", Attended.ALL), Presence("callum", Attended.NOT_HERE))
    return VisitDraft("v1", "ellison", **(values | {"presences": presences} | changes))


def tick(carer_id="jade", outcome=Outcome.GIVEN, **changes):
    values = {"ways": (Way.TALKED,)} if outcome is Outcome.GIVEN else {"reason": Reason.NOT_PRESENT}
    return Tick(carer_id, Topic.SAFER_SLEEP, makers.text(), outcome, makers.NOON, **(values | changes))


def test_ticking_twice_keeps_the_second():
    held = draft().with_tick(tick()).with_tick(tick(understanding=Understanding.SHOWED_ME))
    assert [one.understanding for one in held.ticks] == [Understanding.SHOWED_ME]


def test_someone_not_here_cannot_be_told():
    with pytest.raises(RuleError, match="not here"):
        draft().with_tick(tick("callum"))


def test_someone_not_here_can_be_recorded_as_not_present():
    assert (
        draft().with_tick(tick("callum", Outcome.NOT_GIVEN)).tick("callum", "on-the-back").reason is Reason.NOT_PRESENT
    )


def test_someone_told_cannot_be_sent_out_of_the_room():
    with pytest.raises(RuleError, match="Take the ticks back"):
        draft().with_tick(tick()).with_presence("jade", Attended.NOT_HERE)


def test_turning_up_takes_back_not_present():
    held = draft().with_tick(tick("callum", Outcome.NOT_GIVEN)).with_presence("callum", Attended.PART)
    assert held.tick("callum", "on-the-back") is None


def test_a_visit_needs_somebody_there():
    with pytest.raises(RuleError, match="who was here"):
        draft(presences=()).close(makers.NOON)


def test_no_access_needs_nobody_there():
    assert draft(presences=()).close(makers.NOON, VisitOutcome.NO_ACCESS).is_attempt


def test_advice_in_an_attempt_is_a_contradiction():
    with pytest.raises(RuleError, match="somebody was seen"):
        draft().with_tick(tick()).close(makers.NOON, VisitOutcome.NO_ACCESS)


def test_a_visit_cannot_end_before_it_starts():
    with pytest.raises(RuleError, match="clock"):
        draft().close(makers.NOON - timedelta(minutes=1))


@pytest.mark.parametrize(
    ("outcome", "ways", "reason", "understanding"),
    [
        (Outcome.GIVEN, (), None, None),
        (Outcome.GIVEN, (Way.TALKED,), Reason.DECLINED, None),
        (Outcome.NOT_GIVEN, (), None, None),
        (Outcome.NOT_GIVEN, (Way.TALKED,), Reason.DECLINED, None),
        (Outcome.NOT_GIVEN, (), Reason.DECLINED, Understanding.TOLD_ME),
    ],
)
def test_outcomes_that_contradict_themselves(outcome, ways, reason, understanding):
    with pytest.raises(RuleError):
        check_advice(outcome, ways, reason, understanding)


def test_a_correction_says_why():
    with pytest.raises(RuleError, match="why"):
        as_correction(makers.advice("a1"), makers.advice("a2"), "  ")


def test_only_the_end_of_a_chain_of_corrections_stands():
    chain = [makers.advice("a1"), makers.advice("a2", corrects="a1"), makers.advice("a3", corrects="a2")]
    assert [record.id for record in standing(chain)] == ["a3"]


@pytest.mark.parametrize(
    ("weeks", "contact"),
    [
        (-10, Contact.ANTENATAL),
        (1, Contact.NEW_BIRTH),
        (6, Contact.SIX_TO_EIGHT_WEEKS),
        (50, Contact.TWELVE_MONTHS),
        (80, Contact.OTHER),
    ],
)
def test_the_contact_that_fits_the_age(weeks, contact):
    assert suggested_contact(weeks) is contact


def test_a_draft_never_opens_under_another_family():
    family = makers.half_siblings()
    mine = draft().with_presence("jade", Attended.ALL)
    visit.check_whose(mine, family)
    strangers = (
        replace(mine, family_id="marsh"),
        mine.with_presence("kerry", Attended.ALL),
        replace(mine, children_seen=("alfie",)),
    )
    for strange in strangers:
        with pytest.raises(RuleError, match="belongs to another family"):
            visit.check_whose(strange, family)


def test_a_corrected_visit_stands_in_the_place_of_the_first():
    closed = draft().with_presence("jade", Attended.ALL).close(makers.NOON)
    second, third = replace(closed, id="v2", corrects="v1"), replace(closed, id="v3", corrects="v2")
    kept = [third, closed, second]
    assert visit.standing_visits(kept) == (third,)
    assert visit.first_records(kept) == {"v1": closed.id, "v2": closed.id, "v3": closed.id}
