"""Sleep spaces in a visit: answered in the draft, on record when it closes, corrected by new records."""

from dataclasses import replace
from pathlib import Path

import pytest

from kit.domain.errors import RuleError, StoreError, UnknownError
from kit.domain.family import PlaceKind
from kit.domain.outbox import EntryKind
from kit.domain.sleep import Agreed, Condition, Known, Night, Reply, SleepAnswer, SleepItem, SleepLine, space_now
from kit.domain.visit import Attended, VisitOutcome
from kit.service import families, sleep, visits
from kit.service.missing import Lack, missing
from kit.service.summary import visit_summary
from kit.service.visit_view import visit_view
from tests import fakes


@pytest.fixture
def home(desk):
    """Noah and Ruby live at 2 Mill Lane."""
    children = [desk.people["noah"], desk.people["ruby"]]
    today = desk.clock.today()
    return families.move_children(
        desk.records, desk.clock, desk.family_id, children, "2 Mill Lane", PlaceKind.HOME, today
    )


@pytest.fixture
def draft(desk, home):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    return begun.with_presence(desk.people["jade"], Attended.ALL)


NOTHING = Agreed()


def answer(desk, draft, place, item, answer=SleepAnswer.SEEN_FINE, agreed=NOTHING, night=Night.TONIGHT):
    return sleep.answer_item(draft, desk.clock, place.id, night, item, answer, agreed)


def checks_of(desk):
    with desk.records:
        return desk.records.sleep_checks(desk.family_id)


def lacks(desk, draft):
    view = replace(visit_view(desk.records, desk.library, desk.clock, desk.family_id), draft=draft)
    return [(one.what, one.sentence) for one in missing(desk.library, view)]


def test_closing_keeps_one_record_for_each_baby_and_posts_it(desk, home, draft):
    draft = answer(desk, draft, home, SleepItem.OWN_BED)
    draft = answer(desk, draft, home, SleepItem.SMOKE, SleepAnswer.TOLD_FINE, night=Night.AWAY)
    draft = sleep.reply_to(draft, desk.clock, home.id, Night.AWAY, Condition.SMOKING, Reply.YES)
    visit = visits.close_visit(desk.records, desk.clock, draft)
    tonight, away = checks_of(desk)
    assert (tonight.child_id, tonight.visit_id, tonight.place_id) == (desk.people["noah"], visit.id, home.id)
    assert tonight.stay_id == desk.family.stay_of(desk.people["noah"], desk.clock.today()).id
    assert tonight.lines == (SleepLine(SleepItem.OWN_BED, SleepAnswer.SEEN_FINE),)
    assert (away.night, away.conditions) == (Night.AWAY, ((Condition.SMOKING, Reply.YES),))
    kinds = [entry.kind for entry in desk.records.kept.outbox]
    assert kinds == [EntryKind.VISIT, EntryKind.SLEEP_SPACE, EntryKind.SLEEP_SPACE]
    payload = desk.records.kept.outbox[1].payload
    assert payload["items"] == {"own-bed": "seen-fine"}
    assert not {"2 Mill Lane", "smoking"} & set(map(str, payload.values()))


def test_a_commit_that_fails_keeps_nothing_but_the_draft(desk, home, draft):
    draft = visits.keep_draft(desk.records, answer(desk, draft, home, SleepItem.OWN_BED))
    desk.records.fail_on_commit = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        visits.close_visit(desk.records, desk.clock, draft)
    assert (checks_of(desk), list(desk.records.kept.drafts.values())) == ([], [draft])


def test_a_visit_where_nobody_was_seen_has_no_sleep_space(desk, home, draft):
    away = replace(answer(desk, draft, home, SleepItem.OWN_BED), presences=())
    with pytest.raises(RuleError, match="so somebody was seen"):
        visits.close_visit(desk.records, desk.clock, away, VisitOutcome.NO_ACCESS)
    with pytest.raises(RuleError, match="Something is answered"):
        visits.drop_visit(desk.records, away)


def test_an_answer_that_is_taken_back_leaves_nothing(desk, home, draft):
    back = answer(desk, answer(desk, draft, home, SleepItem.OWN_BED), home, SleepItem.OWN_BED, SleepAnswer.NOT_ASKED)
    assert back.spaces == ()


def test_the_same_again_for_tomorrow(desk, home, draft):
    draft = answer(desk, draft, home, SleepItem.OWN_BED)
    draft = sleep.same_again(draft, desk.clock, home.id, Night.TOMORROW)
    tonight, tomorrow = (draft.space(home.id, night) for night in (Night.TONIGHT, Night.TOMORROW))
    assert tomorrow.lines == tonight.lines
    assert draft.space(home.id, Night.AWAY).is_empty


def test_a_place_for_now_and_then_is_asked_about_and_makes_nothing_unseen(desk, home, draft):
    visits.close_visit(desk.records, desk.clock, answer(desk, draft, home, SleepItem.OWN_BED))
    denise = families.add_place(desk.records, desk.clock, desk.family_id, " Denise’s ", PlaceKind.WITH_FAMILY)
    today = desk.clock.today()
    assert [place.address for place in sleep.places_asked(desk.family, draft, today)] == ["2 Mill Lane", "Denise’s"]
    noah = desk.people["noah"]
    assert space_now(checks_of(desk), desk.family, noah, home.id, today).seen_on == today
    assert space_now(checks_of(desk), desk.family, noah, denise.id, today).seen_on is None


def test_a_place_without_an_address_is_refused(desk):
    with pytest.raises(RuleError, match="An address is needed"):
        families.add_place(desk.records, desk.clock, desk.family_id, " ", PlaceKind.OTHER)


def test_after_a_move_nothing_is_seen_and_the_old_place_is_asked_about_no_more(desk, home, draft):
    visits.close_visit(desk.records, desk.clock, answer(desk, draft, home, SleepItem.OWN_BED))
    desk.clock.move(days=2)
    noah, today = desk.people["noah"], desk.clock.today()
    new = families.move_children(desk.records, desk.clock, desk.family_id, [noah], "Room 4", PlaceKind.TEMPORARY, today)
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    assert [place.address for place in sleep.places_asked(desk.family, begun, today)] == ["Room 4", "2 Mill Lane"]
    assert space_now(checks_of(desk), desk.family, noah, new.id, today).was_moved
    assert (Lack.SLEEP_SPACE, "Sleep space not seen: Room 4.") in lacks(desk, begun)


def test_the_end_of_a_visit_says_what_was_not_seen_and_not_said(desk, home, draft):
    assert (Lack.SLEEP_SPACE, "Sleep space not seen: 2 Mill Lane.") in lacks(desk, draft)
    told = answer(desk, draft, home, SleepItem.SMOKE, SleepAnswer.TOLD_FINE)
    assert (Lack.SLEEP_SPACE, "The sleep space at 2 Mill Lane was told, not seen.") in lacks(desk, told)
    change = answer(desk, told, home, SleepItem.BEDDING, SleepAnswer.CHANGE, Agreed(known=Known.SEEN))
    found = lacks(desk, change)
    assert Lack.SLEEP_SPACE not in {what for what, _ in found}
    assert (Lack.AGREED, "What is to change is not said: bedding.") in found
    agreed = answer(desk, change, home, SleepItem.BEDDING, SleepAnswer.CHANGE, Agreed("Duvet out", known=Known.SEEN))
    assert Lack.AGREED not in {what for what, _ in lacks(desk, agreed)}


def test_a_family_without_a_place_or_without_a_baby_lacks_nothing(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    assert Lack.SLEEP_SPACE not in {what for what, _ in lacks(desk, begun)}


def test_the_summary_says_what_was_seen_and_what_was_not_asked(desk, home, draft):
    agreed = Agreed("Duvet out", "Jade", desk.clock.today(), known=Known.TOLD)
    draft = answer(desk, draft, home, SleepItem.OWN_BED)
    draft = answer(desk, draft, home, SleepItem.BEDDING, SleepAnswer.CHANGE, agreed)
    draft = sleep.reply_to(draft, desk.clock, home.id, Night.TONIGHT, Condition.SOFAS, Reply.NO)
    text = visit_summary(desk.library, desk.family, draft, desk.clock.now())
    assert "Sleep space, 2 Mill Lane, tonight\n- Own cot or basket: seen, fine\n" in text
    assert "- Bedding: change (I was told). Duvet out, Jade, by 24 November\n" in text
    assert "- Not asked: mattress, what is in the cot, same room as an adult," in text
    assert "when they are tired? No" in text


def test_a_correction_is_a_new_record_that_names_the_old_one(desk, home, draft):
    visits.close_visit(desk.records, desk.clock, answer(desk, draft, home, SleepItem.OWN_BED))
    [old] = checks_of(desk)
    line = SleepLine(SleepItem.OWN_BED, SleepAnswer.TOLD_FINE)
    fix = {"why": "It was only told.", "lines": [line]}
    new = sleep.correct_sleep_check(desk.records, desk.clock, desk.family_id, old.id, **fix)
    assert checks_of(desk) == [old, new]
    assert (new.corrects, new.why, new.conditions) == (old.id, "It was only told.", old.conditions)
    assert desk.records.kept.outbox[-1].kind is EntryKind.CORRECTION
    noah, today = desk.people["noah"], desk.clock.today()
    assert space_now(checks_of(desk), desk.family, noah, home.id, today).seen_on is None
    with pytest.raises(RuleError, match="corrected already"):
        sleep.correct_sleep_check(desk.records, desk.clock, desk.family_id, old.id, **fix)
    with pytest.raises(RuleError, match="reason"):
        sleep.correct_sleep_check(desk.records, desk.clock, desk.family_id, new.id, why=" ", lines=[line])
    with pytest.raises(RuleError, match="seen or told"):
        sleep.correct_sleep_check(desk.records, desk.clock, desk.family_id, new.id, why="x", lines=[])
    with pytest.raises(UnknownError):
        sleep.correct_sleep_check(desk.records, desk.clock, desk.family_id, "nobody", **fix)


def test_a_yes_leads_to_advice_when_the_library_has_it(desk):
    library = fakes.FakeLibrary(fakes.resource("sofas-and-beds"), fakes.resource("smoke-free"))
    assert sleep.lead_of(library, Condition.SOFAS).resource_id == "sofas-and-beds"
    assert sleep.lead_of(library, SleepItem.SMOKE).title == "Smoke free"
    assert sleep.lead_of(desk.library, Condition.SOFAS) is None
    assert sleep.lead_of(library, SleepItem("of-a-newer-kit")) is None


def test_everything_asked_leads_to_advice_that_is_really_there():
    folders = {folder.name for folder in (Path(__file__).parents[2] / "resources" / "safer-sleep").iterdir()}
    assert sleep.ADVICE_FOR.keys() == {*Condition, *SleepItem}
    assert set(sleep.ADVICE_FOR.values()) <= folders
