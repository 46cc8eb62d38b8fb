"""Settings: each change kept at once; a mistake is said beside its field and what was kept stays kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kit.app.look.theme import Scheme
from kit.app.pages.settings import SettingsPage
from kit.domain.errors import StoreError
from tests import fakes
from tests.app.caseload_rooms import practice
from tests.app.looking import check_everybody_can_use, notice, press, settle, words_on

PASSPHRASE, NEW = "three blue kites over Harlow", "four red kites over Harlow"
FULL = StoreError("The disk is full. What was there is safe.")


class Study:
    """A page and what a test looks into."""

    def __init__(self, theme, *, is_practice=False):
        given = practice()
        self.records = given.records
        self.records.kept.settings = replace(self.records.kept.settings, is_practice=is_practice)
        self.drawer, self.looks = fakes.FakeDrawer(self.records, PASSPHRASE), []
        rooms = replace(given.rooms, drawer=self.drawer, keep_look=lambda *look: self.looks.append(look))
        self.page = SettingsPage(theme, rooms)
        self.heard = []
        self.page.changed.connect(self.heard.append)

    @property
    def kept(self):
        return self.records.kept.settings

    def type(self, qtbot, name, text):
        line = self.page.fields[name].line
        line.clear()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        settle()

    def change_passphrase(self, old=PASSPHRASE, new=NEW, again=NEW):
        panel = self.page.passphrase
        for field, text in ((panel.old, old), (panel.new, new), (panel.again, again)):
            field.set_text(text)
        press(self.page, "Change the passphrase")
        return panel


@pytest.fixture
def study(theme, shown):
    def open_page(**given):
        made = Study(theme, **given)
        shown(made.page, way="settings")
        return made

    return open_page


def test_everything_is_shown_as_it_is_kept(study):
    page = study().page
    assert page.fields["worker_name"].text == "Sam Whitfield"
    assert page.fields["server_url"].text == ""
    assert (page.scheme.value, page.text_size.value) == ("system", "100")
    assert "Without an address everything stays on this laptop and nothing is lost." in words_on(page)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("worker_name", "Robin Ash"),
        ("worker_role", "Early help worker"),
        ("worker_phone", "01632 960999"),
        ("organisation_name", "Harbour Trust"),
        ("organisation_code", "RX1"),
        ("server_url", "https://records.example.nhs.uk/fhir"),
    ],
)
def test_a_field_is_kept_when_it_is_left(study, qtbot, name, text):
    made = study()
    made.type(qtbot, name, text)
    assert getattr(made.kept, name) == text
    assert made.heard[-1] == made.kept
    assert notice(made.page) == ""


def test_a_field_left_as_it_was_is_not_written(study, qtbot):
    made = study()
    qtbot.keyClick(made.page.fields["worker_name"].line, Qt.Key.Key_Return)
    assert made.heard == []


def test_a_name_is_needed(study, qtbot):
    made = study()
    made.type(qtbot, "worker_name", "   ")
    assert made.page.fields["worker_name"].mistake
    assert made.kept.worker_name == "Sam Whitfield"


def test_ten_thousand_letters_are_said_beside_the_field(study):
    made = study()
    made.page.fields["worker_role"].set_text("x" * 10_000)
    made.page.fields["worker_role"].line.editingFinished.emit()
    assert made.page.fields["worker_role"].mistake
    assert made.kept.worker_role == "Health visitor"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("records.example", "not complete"),
        ("http://records.example/fhir", "needs https://"),
        ("https://me:secret@records.example/fhir", "Take the name and password out"),
    ],
)
def test_a_wrong_address_is_said_and_never_kept(study, qtbot, address, said):
    made = study()
    made.type(qtbot, "server_url", address)
    assert said in made.page.fields["server_url"].mistake
    assert made.page.fields["server_url"].text == address, "what was typed stays"
    assert made.kept.server_url == ""


def test_a_full_disk_is_said_and_what_was_typed_stays(study, qtbot):
    made = study()
    made.records.fail_on_commit = FULL
    made.type(qtbot, "worker_name", "Robin Ash")
    assert notice(made.page) == str(FULL)
    assert made.page.fields["worker_name"].text == "Robin Ash"
    made.records.fail_on_commit = None
    made.type(qtbot, "worker_name", "Robin Ashe")
    assert made.kept.worker_name == "Robin Ashe"
    assert notice(made.page) == ""


def test_settings_that_cannot_be_read_are_said(study, monkeypatch):
    made = study()

    def fail():
        raise StoreError("The disk does not answer. Nothing is lost.")

    monkeypatch.setattr(made.records, "settings", fail)
    made.page.reload()
    assert notice(made.page).startswith("The disk does not answer.")


@pytest.mark.parametrize(
    ("words", "scheme"), [("Light", Scheme.LIGHT), ("Dark", Scheme.DARK), ("Contrast", Scheme.CONTRAST)]
)
def test_colours_change_at_once_and_are_kept_for_the_next_start(study, theme, words, scheme):
    made = study()
    press(made.page, words)
    assert theme.scheme is scheme
    assert made.kept.theme == scheme.value
    assert made.looks[-1] == (scheme.value, 100)


def test_the_size_of_words_changes_at_once_and_is_kept_for_the_next_start(study, theme):
    made = study()
    press(made.page, "150 %")
    assert theme.text_percent == 150
    assert made.kept.text_percent == 150
    assert made.looks[-1][1] == 150


# -- the passphrase ----------------------------------------------------------------------------------------------------


def test_the_passphrase_is_changed_and_does_not_stay_on_the_screen(study):
    made = study()
    panel = made.change_passphrase()
    assert made.drawer.passphrase == NEW
    assert notice(made.page).startswith("The passphrase is changed.")
    assert panel.old.text == panel.new.text == panel.again.text == ""
    assert panel.change.isEnabled()


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"old": ""}, "old", "Type the passphrase you use now."),
        ({"new": "", "again": ""}, "new", "Type a new passphrase."),
        ({"again": "typed otherwise"}, "again", "This is not the same."),
        ({"old": "something else entirely"}, "old", "does not open the records"),
        ({"new": "short", "again": "short"}, "new", "at least 12 characters"),
    ],
)
def test_a_mistake_is_said_beside_its_field_and_nothing_changes(study, given, field, said):
    made = study()
    panel = made.change_passphrase(**given)
    assert said in getattr(panel, field).mistake
    assert made.drawer.passphrase == PASSPHRASE
    assert panel.change.isEnabled()


def test_a_full_disk_keeps_the_old_passphrase(study, monkeypatch):
    made = study()

    def fail(_old, _new):
        raise FULL

    monkeypatch.setattr(made.drawer, "change_passphrase", fail)
    made.change_passphrase()
    assert notice(made.page) == str(FULL)
    assert made.drawer.passphrase == PASSPHRASE


def test_practice_families_have_no_passphrase_to_change(study):
    made = study(is_practice=True)
    assert not made.page.passphrase.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_read_named_and_reached(study, desktop, window, qtbot, percent):
    desktop.theme.choose_text_size(percent)
    made = study()
    check_everybody_can_use(made.page)
    made.type(qtbot, "server_url", "http://records.example/fhir")
    made.change_passphrase(old="")
    check_everybody_can_use(made.page)
    assert made.page.minimumSizeHint().width() <= window.width()
    desktop.theme.choose_text_size(100)
    check_everybody_can_use(made.page)
