"""Unlocking: one field, no name of any family, and a plain sentence for each way it can fail."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from kit.app.pages.unlock import UnlockPage
from kit.app.tries import FIRST_WAIT_S, LONGEST_WAIT_S, Tries, wait_in_words
from kit.app.widgets.rail import Frame
from kit.domain.errors import CipherMissingError, DamagedStoreError, NewerStoreError, StoreBusyError
from kit.service.practice_drawer import PASSPHRASE as KNOWN
from tests import fakes
from tests.app.caseload_rooms import LateDesk, practice
from tests.app.looking import button, check_everybody_can_use, notice, press, settle, words_on

PASSPHRASE = "three blue kites over Harlow"


class Door:
    """A page and what a test looks into."""

    def __init__(self, theme, *, known="", tries=None, desk=None):
        given = practice()
        self.drawer = fakes.FakeDrawer(given.records, known or PASSPHRASE)
        rooms = replace(given.rooms, records=None, drawer=self.drawer, desk=desk or given.rooms.desk)
        self.page = UnlockPage(theme, rooms, tries, known=known)
        self.opened = []
        self.page.opened.connect(self.opened.append)

    def try_(self, passphrase):
        self.page.passphrase.set_text(passphrase)
        self.page.unlock.click()
        settle()


@pytest.fixture
def door(theme, shown):
    def open_page(**given):
        made = Door(theme, **given)
        shown(made.page, Frame.BARE)
        return made

    return open_page


def test_the_keys_begin_in_the_field_and_enter_opens(door, qtbot):
    made = door()
    field = QApplication.focusWidget()
    assert field is made.page.passphrase.line
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert made.opened == [made.drawer.records]
    assert made.page.passphrase.text == "", "it does not stay on the screen"


def test_nothing_on_the_page_names_a_family(door):
    said = words_on(door().page)
    assert "Your records are locked" in said
    assert "Works without a network. Library of 24 November." in said
    for name in ("Ellison", "Okoro", "Jade", "Sam Whitfield"):
        assert name not in said


def test_letters_are_dots_until_they_are_wished_for(door):
    made = door()
    assert made.page.passphrase.line.echoMode() is QLineEdit.EchoMode.Password
    button(made.page, "Show the letters").click()
    assert made.page.passphrase.line.echoMode() is QLineEdit.EchoMode.Normal


def test_an_empty_field_is_said_beside_it(door):
    made = door()
    made.try_("")
    assert made.page.passphrase.mistake == "Type your passphrase."
    made.try_(PASSPHRASE)
    assert made.page.passphrase.mistake == ""
    assert made.opened


def test_a_wrong_passphrase_is_said_and_can_be_typed_over(door, qtbot):
    made = door()
    made.try_("something else entirely")
    assert notice(made.page) == "This passphrase does not open the records. Nothing is lost."
    assert made.page.unlock.isEnabled()
    qtbot.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    made.page.unlock.click()
    assert made.opened
    assert notice(made.page) == ""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (DamagedStoreError, "The records are damaged. Nothing was changed."),
        (NewerStoreError, "A newer kit wrote these records. Install it, then try again."),
        (CipherMissingError, "This kit cannot encrypt. Nothing was opened."),
        (StoreBusyError, "Another window has the records open. Close it first."),
    ],
)
def test_every_other_way_to_fail_has_its_own_sentence_and_costs_no_try(door, monkeypatch, kind, said):
    made = door()

    def fail(_passphrase):
        raise kind(said)

    monkeypatch.setattr(made.drawer, "open", fail)
    for _ in range(4):
        made.try_(PASSPHRASE)
    assert notice(made.page) == said
    assert made.page.unlock.isEnabled()


def test_after_three_wrong_ones_it_waits_and_says_how_long(door, qtbot):
    tries = Tries()
    made = door(tries=tries)
    for _ in range(3):
        made.try_("something else entirely")
    assert made.page.unlock.words == f"Try again in {FIRST_WAIT_S} seconds"
    assert not made.page.unlock.isEnabled()
    made.try_(PASSPHRASE)
    made.page.open_records()
    assert made.opened == []


def test_the_wait_outlives_the_page_and_ends(door, monkeypatch, qtbot):
    tries = Tries()
    for _ in range(3):
        tries.count_wrong()
    made = door(tries=tries)
    assert made.page.unlock.words.startswith("Try again in")
    monkeypatch.setattr(Tries, "seconds_left", 0)
    made.page.findChild(QTimer).timeout.emit()
    assert made.page.unlock.words == "Unlock"
    made.try_(PASSPHRASE)
    assert made.opened


def test_each_wait_is_twice_the_last_and_none_is_for_ever():
    tries, waits = Tries(), []
    for _ in range(12):
        tries.count_wrong()
        waits.append(tries.seconds_left)
    assert waits[:5] == [0, 0, 5, 10, 20]
    assert waits[-1] == LONGEST_WAIT_S
    tries.forget()
    tries.count_wrong()
    assert tries.seconds_left <= LONGEST_WAIT_S


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 second"), (5, "5 seconds"), (60, "1 minute"), (80, "1 minute 20 seconds")]
)
def test_a_wait_is_said_in_words(seconds, words):
    assert wait_in_words(seconds) == words


def test_while_it_opens_the_button_rests(door):
    desk = LateDesk()
    made = door(desk=desk)
    made.try_(PASSPHRASE)
    assert made.page.unlock.words == "Unlocking…"
    made.page.unlock.click()
    assert len(desk.jobs) == 1
    desk.answer()
    assert made.opened


def test_a_forgotten_passphrase_is_told_honestly(door):
    made = door()
    press(made.page, "Forgotten it?")
    assert "nobody can open these records: not you, not your organisation, not us." in notice(made.page)
    assert "Delete nothing." in notice(made.page)


def test_the_library_needs_no_passphrase(door, qtbot):
    made = door()
    with qtbot.waitSignal(made.page.library_requested):
        press(made.page, "Open the library")


def test_the_practice_families_open_with_one_press_and_can_be_left(door, qtbot):
    made = door(known=KNOWN)
    assert QApplication.focusWidget() is made.page.unlock
    assert "These families are invented. No passphrase is needed." in words_on(made.page)
    assert not made.page.passphrase.isVisible()
    press(made.page, "Open the practice families")
    assert made.opened
    with qtbot.waitSignal(made.page.practice_left):
        press(made.page, "Leave practice")


@pytest.mark.parametrize("known", ["", KNOWN])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_read_named_and_reached(door, desktop, window, known, percent):
    desktop.theme.choose_text_size(percent)
    made = door(known=known)
    check_everybody_can_use(made.page)
    if not known:
        made.try_("something else entirely")
        check_everybody_can_use(made.page)
    assert made.page.minimumSizeHint().width() <= window.width()
    made.page.grab()
