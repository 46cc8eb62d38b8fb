"""The way in and out: first start, unlocking, locking, the practice families, closing."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.first_start import At, FirstStartPage
from kit.app.pages.library import LibraryPage
from kit.app.pages.show import ShowPage
from kit.app.pages.unlock import UnlockPage
from kit.app.pages.visit import VisitPage
from kit.app.widgets.decision import Decision
from kit.app.widgets.neutral import NeutralPage
from kit.app.widgets.rail import RailItem
from kit.app.widgets.toast import Toast
from kit.domain.advice import VariantKey
from kit.domain.errors import ContentError, StoreError
from kit.domain.visit import Attended
from tests import fakes
from tests.app.entering import NOT_PRACTISED, PASSPHRASE, House, is_gone
from tests.app.samples import cut, nameless, reachable, too_low


class Unreadable(fakes.FakeLibrary):
    """A library whose file was whole and is not any more."""

    @property
    def version(self):
        message = "The library of advice cannot be read."
        raise ContentError(message)


@pytest.fixture
def house(window, desktop):
    return House(window, desktop)


@pytest.fixture
def new_house(window, desktop):
    return House(window, desktop, is_set_up=False)


def ways(window):
    return [item.words for item in window.findChildren(RailItem) if item.isVisible()]


def hide(qtbot, widget):
    for _ in range(3):
        qtbot.keyClick(widget, Qt.Key.Key_Shift)


def test_with_records_the_kit_is_locked(house):
    house.entrance.begin()
    assert isinstance(house.page, UnlockPage)
    assert ways(house.window) == []


def test_while_the_passphrase_is_typed_the_neutral_page_is_made(house, window):
    house.entrance.begin()
    assert window.findChild(NeutralPage) is None
    house.entrance.make_ready()
    assert window.findChild(NeutralPage)
    assert isinstance(house.page, UnlockPage)


def test_a_library_that_cannot_be_read_is_said_on_the_lock_page(window, desktop):
    house = House(window, desktop, shelf=Unreadable())
    house.entrance.begin()
    house.entrance.make_ready()
    assert isinstance(house.page, UnlockPage)
    assert "cannot be read" in window.findChild(Toast).undo.accessibleName()


def test_the_passphrase_leads_to_today(house):
    house.enter()
    assert isinstance(house.page, CaseloadPage)
    assert ways(house.window)[:4] == ["Today", "Families", "Library", "Outbox"]


def test_a_wrong_passphrase_leads_nowhere(house):
    house.entrance.begin()
    house.page.passphrase.set_text("something else entirely")
    house.page.open_records()
    assert isinstance(house.page, UnlockPage)
    assert house.navigator is None


def test_locking_lets_go_of_every_page_and_of_the_records(house):
    house.enter()
    today = house.page
    house.window.lock_requested.emit()
    assert is_gone(today)
    assert isinstance(house.page, UnlockPage)
    assert house.given.records.is_closed
    assert house.navigator is None
    assert house.page.passphrase.text == ""


def test_without_records_there_are_two_ways_to_begin(new_house):
    new_house.entrance.begin()
    page = new_house.page
    assert isinstance(page, FirstStartPage)
    assert page.at is At.WELCOME
    assert page.welcome.practice.isVisible()
    assert page.welcome.set_up.isVisible()


def test_the_practice_families_need_no_passphrase(new_house):
    new_house.entrance.begin()
    new_house.page.practice_requested.emit()
    assert isinstance(new_house.page, CaseloadPage)
    assert new_house.entrance.is_practice
    assert not new_house.drawer.has_records()


def test_one_leaves_practice_by_locking_it(new_house):
    new_house.entrance.begin(is_practice=True)
    new_house.window.lock_requested.emit()
    new_house.page.practice_left.emit()
    assert isinstance(new_house.page, FirstStartPage)
    assert not new_house.entrance.is_practice


def test_practice_families_stay_as_they_were_left(new_house):
    new_house.entrance.begin(is_practice=True)
    records = new_house.practice_drawer.records
    new_house.window.lock_requested.emit()
    new_house.page.open_records()
    assert isinstance(new_house.page, CaseloadPage)
    assert new_house.practice_drawer.records is records


def test_records_that_cannot_be_read_are_locked_again(house, monkeypatch):
    house.entrance.begin()
    house.page.passphrase.set_text(PASSPHRASE)

    def fail():
        raise StoreError("The disk does not answer. Nothing is lost.")

    monkeypatch.setattr(house.given.records, "settings", fail)
    house.page.open_records()
    assert isinstance(house.page, UnlockPage)
    assert house.given.records.is_closed


def set_up(house, passphrase=PASSPHRASE, name="Sam Whitfield"):
    house.entrance.begin()
    page = house.page
    page.welcome.set_up.click()
    for field in (page.passphrase.first, page.passphrase.again):
        field.set_text(passphrase)
    page.next.click()
    if page.at is At.ABOUT:
        page.about.fields["worker_name"].set_text(name)
        page.next.click()
    return page


def test_setting_up_from_nothing_to_today(new_house, qtbot):
    page = set_up(new_house)
    assert page.at is At.PRACTISE
    assert not page.next.isEnabled()
    hide(qtbot, page)
    assert new_house.page is page, "practising comes back"
    assert not page.next.isEnabled()
    hide(qtbot, page)
    assert page.next.isEnabled()
    page.next.click()
    assert page.at is At.READY
    page.next.click()
    assert isinstance(new_house.page, CaseloadPage)
    with new_house.drawer.records as records:
        settings = records.settings()
    assert settings.worker_name == "Sam Whitfield"
    assert settings.has_practised_hiding


def test_hiding_can_be_practised_with_the_button_too(new_house):
    page = set_up(new_house)
    for _ in range(2):
        new_house.window.hide_now()
    assert page.practise.is_done


def test_the_keys_light_up_while_practising(new_house, qtbot):
    page = set_up(new_house)
    qtbot.keyClick(page, Qt.Key.Key_Shift)
    qtbot.keyClick(page, Qt.Key.Key_Shift)
    assert [key.is_lit for key in page.practise.keys] == [True, True, False]


def test_a_passphrase_too_easy_is_said_beside_it(new_house):
    page = set_up(new_house, "short")
    assert page.at is At.PASSPHRASE
    assert "at least 12" in page.passphrase.first.mistake
    assert page.next.isEnabled()


def test_a_passphrase_typed_differently_is_said_beside_it(new_house):
    new_house.entrance.begin()
    page = new_house.page
    page.go(At.PASSPHRASE)
    page.passphrase.first.set_text(PASSPHRASE)
    page.passphrase.again.set_text(PASSPHRASE + "!")
    page.next.click()
    assert page.passphrase.again.mistake == "This is not the same. Type it again."
    assert not new_house.drawer.has_records()


def test_the_passphrase_does_not_stay_on_the_screen(new_house):
    page = set_up(new_house)
    assert page.passphrase.first.text == page.passphrase.again.text == ""


def test_a_name_is_needed(new_house):
    page = set_up(new_house, name="   ")
    assert page.at is At.ABOUT
    assert page.about.fields["worker_name"].mistake


def test_setting_up_goes_on_where_it_was_left(window, desktop):
    house = House(window, desktop, settings=NOT_PRACTISED)
    house.enter()
    assert isinstance(house.page, FirstStartPage)
    assert house.page.at is At.ABOUT


@pytest.mark.parametrize("at", list(At))
@pytest.mark.parametrize("percent", [100, 200])
def test_every_step_can_be_read_named_and_reached(new_house, desktop, at, percent):
    desktop.theme.choose_text_size(percent)
    new_house.entrance.begin()
    page = new_house.page
    page.go(at)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert cut(page) == []
    assert nameless(page) == []
    assert too_low(page) == []
    assert reachable(page)


def test_the_library_needs_no_passphrase_and_lock_leads_back(house):
    house.entrance.begin()
    house.page.library_requested.emit()
    assert isinstance(house.page, LibraryPage)
    assert ways(house.window) == ["Library", "Safer sleep", "Lock"]
    house.page.show_requested.emit("every-sleep", VariantKey.named("easy-read"))
    assert isinstance(house.page, ShowPage)
    house.page.left.emit()
    assert isinstance(house.page, LibraryPage)
    house.window.lock_requested.emit()
    assert isinstance(house.page, UnlockPage)


def test_hiding_while_locked_leaves_a_way_back(house):
    house.entrance.begin()
    house.window.hide_now()
    assert isinstance(house.page, NeutralPage)
    assert ways(house.window) == ["Library", "Safer sleep", "Lock"]
    house.window.way_requested.emit("library")
    assert isinstance(house.page, LibraryPage)
    house.window.lock_requested.emit()
    assert isinstance(house.page, UnlockPage)


def test_closing_the_window_closes_the_records(house):
    house.enter()
    house.window.close()
    assert not house.window.isVisible()
    assert house.given.records.is_closed


def test_closing_asks_first_when_a_tick_is_not_on_record(house):
    house.enter().open_visit(house.family_id())
    page = house.page
    house.given.records.fail_on_commit = StoreError("The disk is full. What was saved before is safe.")
    carer = house.given.carer("Jade").id
    page.here.change_requested.emit(lambda draft: draft.with_presence(carer, Attended.ALL))
    house.window.close()
    assert house.window.isVisible()
    assert isinstance(house.page, VisitPage)
    assert house.window.findChild(Decision) is not None
