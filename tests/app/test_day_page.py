"""The end of the day: what is unfinished with its deed, what was done, sending, locking."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog

from kit.app.pages.day import LONGEST_SENDING_S, DayPage
from kit.app.uploader import Uploader
from kit.app.widgets.button import Button
from kit.app.widgets.notice import Notice
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import LineView
from kit.domain.visit import Attended, ReachBy, TriedBy, VisitOutcome
from kit.service import attempts, closing, day, visits
from tests import fakes
from tests.app.caseload_rooms import practice
from tests.app.samples import cut, nameless, reachable, too_low


@pytest.fixture
def given():
    return practice()


@pytest.fixture
def later():
    return []


@pytest.fixture
def opened(theme, window, given, later, qtbot):
    def open_page():
        uploader = Uploader(given.rooms)
        wait = lambda milliseconds, done: later.append((milliseconds, done))  # noqa: E731 - a clock of one line
        page = DayPage(theme, given.rooms, uploader, wait)
        page.uploader = uploader
        window.set_frame(Frame.FAMILIES)
        window.show_page(page, "today")
        window.show()
        qtbot.waitExposed(window)
        return page

    return open_page


def attempt(given, name="Brennan", **changes):
    said = attempts.Attempt(VisitOutcome.NO_ACCESS, TriedBy.TELEPHONE, "No answer.", **changes)
    family = given.family(name)
    return attempts.record_attempt(given.records, given.clock, family.id, said, given.clock.now())


def begin(given, name="Marsh"):
    return visits.open_visit(given.records, given.clock, given.family(name).id)


def buttons(page):
    return {each.accessibleName(): each for each in page.findChildren(Button) if each.isVisible()}


def lines(page):
    return [each.accessibleName() for each in page.findChildren(LineView) if each.isVisible()]


def test_a_visit_begun_is_closed_from_here(opened, given, qtbot):
    begin(given)
    page = opened()
    with qtbot.waitSignal(page.visit_requested) as asked:
        buttons(page)["Close visit: Marsh: the visit is not closed"].click()
    assert asked.args == [given.family("Marsh").id]


def test_an_attempt_without_a_next_day_asks_for_one(opened, given):
    made = attempt(given)
    page = opened()
    buttons(page)["Set a date: Brennan: no access, nobody seen"].click()
    dialog = page.window().findChild(QDialog)
    dialog.form.day.picks.set_values("1")
    dialog.accept()
    newest = given.records.kept.visits[-1]
    assert (newest.corrects, newest.next_on) == (made.id, given.clock.today() + timedelta(days=1))
    assert not any("Brennan: no access" in name for name in buttons(page))


def test_an_attempt_with_its_next_day_is_settled(opened, given):
    attempt(given, next_on=given.clock.today() + timedelta(days=1))
    page = opened()
    assert not any("Brennan" in name for name in buttons(page))


def test_a_father_to_be_reached_without_a_date_is_there(opened, given):
    family = given.family("Okoro")
    her, him = given.carer("Ada", "Okoro").id, given.carer("Daniel", "Okoro").id
    draft = visits.open_visit(given.records, given.clock, family.id).with_presence(her, Attended.ALL)
    draft = visits.absent(given.rooms.library, given.clock, draft, family, him, ReachBy.EVENING_VISIT)
    visits.close_visit(given.records, given.clock, draft)
    page = opened()
    assert "Set a date: Okoro: Daniel was not there" in buttons(page)
    assert any("1 father not present" in line for line in lines(page))


def late(given):
    """What the page says of overdue plans."""
    return [thing for thing in day.day_view(given.records, given.clock).things if thing.what == "late-plan"]


@pytest.fixture
def undated(given):
    """The day the Ellisons were to be visited has passed, and so has the day of their plan."""
    given.clock.move(days=10)
    return given


def test_an_overdue_plan_leads_to_its_family(opened, undated, given, qtbot):
    page = opened()
    assert [(thing.sentence, thing.note) for thing in late(given)] == [
        ("Ellison: the plan is overdue", "Was to be done by 20 Nov, 14 days ago · no day to look at it yet")
    ]
    with qtbot.waitSignal(page.family_requested) as asked:
        buttons(page)["See family: Ellison: the plan is overdue"].click()
    assert asked.args == [given.family().id]


def test_an_overdue_plan_is_settled_by_a_day_to_look_at_it(opened, undated, given, qtbot):
    page = opened()
    buttons(page)["Set a date: Ellison: the plan is overdue"].click()
    dialog = page.window().findChild(QDialog)
    dialog.form.day.picks.set_values("1")
    dialog.accept()
    assert late(given) == []
    qtbot.waitUntil(lambda: any("1 overdue plan with a next visit set" in line for line in lines(page)))
    assert "Ellison" in day.day_view(given.records, given.clock).tomorrow


def test_a_next_visit_is_enough_until_its_day_has_passed(opened, given):
    assert late(given) == []
    assert any("1 overdue plan with a next visit set" in line for line in lines(opened()))


def test_the_plan_of_a_family_whose_help_is_closed_is_nobodys_work(undated, given):
    closing.close_help(given.records, given.clock, given.family().id, why="They moved.")
    assert late(given) == []


def test_what_the_server_did_not_accept_leads_to_the_outbox(opened, given, qtbot):
    entry = given.records.kept.outbox[0]
    courier = fakes.FakeCourier(given.clock)
    courier.refuses = {entry.id}
    with given.records:
        upload = fakes.Upload("u1", "s", entry.id, entry.payload, is_visit_known=False, entries=())
        given.records.keep_receipt(courier.send(upload))
        given.records.commit()
    page = opened()
    name = next(name for name in buttons(page) if "did not accept" in name)
    with qtbot.waitSignal(page.outbox_requested):
        buttons(page)[name].click()


def test_it_locks_after_sending(opened, given, later, qtbot):
    with given.records:
        given.records.keep_settings(replace(given.records.settings(), server_url="http://127.0.0.1:1/fhir"))
        given.records.commit()
    page = opened()
    with qtbot.waitSignal(page.lock_requested):
        page.send.click()
    assert page.uploader.last_round.left == 0
    page.send.set_ready()
    assert later[0][0] == LONGEST_SENDING_S * 1000


def test_it_locks_when_sending_fails_too(opened, qtbot):
    page = opened()
    with qtbot.waitSignal(page.lock_requested):
        page.send.click()
    assert "No server address" in str(page.uploader.trouble)


def test_it_locks_when_sending_takes_too_long(theme, given, later, qtbot):
    uploader = Uploader(given.rooms)
    uploader.is_running = True
    page = DayPage(theme, given.rooms, uploader, lambda milliseconds, done: later.append(done))
    page.send.click()
    with qtbot.waitSignal(page.lock_requested):
        later[0]()


def test_locking_needs_no_sending(opened, qtbot):
    page = opened()
    with qtbot.waitSignal(page.lock_requested):
        page.lock.click()


def test_sending_from_the_row_says_how_it_went_and_does_not_lock(opened, qtbot):
    page = opened()
    name = next(name for name in buttons(page) if name.startswith("Send now"))
    with qtbot.assertNotEmitted(page.lock_requested):
        buttons(page)[name].click()
    assert any("No server address" in each.accessibleName() for each in page.findChildren(Notice))


def test_a_day_with_nothing_left(theme, window, qtbot):
    empty = practice(is_filled=False)
    page = DayPage(theme, empty.rooms, Uploader(empty.rooms))
    window.show_page(page, "today")
    window.show()
    assert page.heading.facts == "Everything is done."
    assert any("Nothing is unfinished" in each.accessibleName() for each in page.findChildren(Notice))


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_fits_and_can_be_pressed(opened, undated, given, theme, percent):
    begin(given)
    attempt(given)
    theme.choose_text_size(percent)
    page = opened()
    assert (nameless(page), too_low(page), cut(page)) == ([], [], [])
    assert reachable(page)
