"""The leaflet: for whom, in which form and design; seen as it will be printed, printed or saved, and never telling."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from kit.app.pages.leaflet import ForWhom, LeafletPage
from kit.app.pages.leaflet.choices import NOT_TELLING, said_form
from kit.app.pages.leaflet.design_card import DesignCard
from kit.app.pages.leaflet.desk import PagesDesk, sheets_line
from kit.app.pages.leaflet.saving import forget_places
from kit.app.printing import HowToPrint
from kit.app.widgets.check import Check, Select, Stepper
from kit.app.widgets.chip import Chip
from kit.app.widgets.menu import Menu
from kit.app.widgets.rail import Frame
from kit.domain.advice import Topic, VariantKey
from kit.domain.errors import PressError, StoreError
from tests import fakes
from tests.app.caseload_rooms import LateDesk, library, practice
from tests.app.looking import button, check_everybody_can_use, notice, press, settle, words_on
from tests.app.papers import CLINIC, OFFICE, FakePrinting, PaperPress

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")
FATHERS = VariantKey.named("easy-read.fathers")
LONG = "Aleksandra-Maria Wojciechowska-Featherstonehaugh"
WHOM = (ForWhom("jade", "Jade", EASY), ForWhom("callum", "Callum", FATHERS))


class Desk:
    """A page with what a test looks into."""

    def __init__(self, theme, *, resource_id="every-sleep", for_whom=WHOM, printers=(OFFICE,), key=EASY, **rooms):
        self.given = practice()
        self.press, self.printing = PaperPress(), FakePrinting(*printers)
        private = fakes.resource("safe-words", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True)
        shelf = fakes.FakeLibrary(*library().resources(), private)
        self.rooms = replace(self.given.rooms, **{"library": shelf, "press": self.press} | rooms)
        self.page = LeafletPage(theme, self.rooms, resource_id, key, for_whom, self.printing)

    @property
    def pages(self):
        return list(self.page.findChild(PagesDesk).page_texts)

    @property
    def print(self):
        return self.page.heading.primary


@pytest.fixture
def opened(theme, shown):
    def open_page(**given):
        desk = Desk(theme, **given)
        shown(desk.page, Frame.VISIT, "leaflet")
        return desk

    return open_page


@pytest.fixture
def desk(opened):
    return opened()


def chip(desk, name):
    return next(each for each in desk.page.findChildren(Chip) if each.words == name)


def design(desk, key):
    return next(each for each in desk.page.findChildren(DesignCard) if each.design.key == key)


# -- choosing ----------------------------------------------------------------------------------------------------------


def test_it_begins_with_the_first_carer_and_the_pages_as_printed(desk):
    assert chip(desk, "Jade").isChecked()
    assert "easy-read easy-read" in desk.pages[0]
    assert "For Sam Whitfield" in desk.pages[1]
    assert "1 sheet, both sides" in words_on(desk.page)
    assert NOT_TELLING in words_on(desk.page)


def test_each_page_can_be_read_by_a_screen_reader_and_reached_by_tab(desk):
    sheets = [each for each in desk.page.findChildren(QWidget) if each.accessibleName().startswith("Page ")]
    assert [sheet.accessibleName() for sheet in sheets] == ["Page 1 of 2", "Page 2 of 2"]
    assert all(sheet.focusPolicy() & Qt.FocusPolicy.TabFocus for sheet in sheets)


def test_another_carer_gets_the_variant_that_fits(desk):
    chip(desk, "Callum").click()
    assert "easy-read easy-read.fathers" in desk.pages[0]
    assert chip(desk, "Callum").isChecked()
    assert not chip(desk, "Jade").isChecked()


def test_for_nobody_in_particular_a_form_is_chosen(opened):
    desk = opened(for_whom=())
    form = desk.page.findChild(Select)
    form.set_value("standard")
    form.activated.emit(form.currentIndex())
    assert "standard standard" in desk.pages[0]


def test_another_design_is_made_and_a_carer_takes_it_back(desk):
    design(desk, "large-print").click()
    assert "large-print easy-read" in desk.pages[0]
    assert design(desk, "large-print").isChecked()
    chip(desk, "Callum").click()
    assert "easy-read easy-read.fathers" in desk.pages[0]
    assert design(desk, "easy-read").isChecked()


def test_the_workers_name_can_be_left_out(desk):
    name = next(each for each in desk.page.findChildren(Check) if each.isVisible())
    name.click()
    assert desk.press.orders[-1].contact.name == ""
    name.click()
    assert desk.press.orders[-1].contact.name == "Sam Whitfield"


def test_before_unlocking_there_is_no_name_to_offer(opened):
    desk = opened(records=None, for_whom=())
    assert not any(each.isVisible() for each in desk.page.findChildren(Check))
    assert desk.press.orders[-1].contact.name == ""


def test_only_the_newest_choice_is_shown(opened):
    line = LateDesk()
    desk = opened(press_line=line)
    assert "Making the pages…" in words_on(desk.page)
    chip(desk, "Callum").click()
    line.answer()
    assert "easy-read easy-read.fathers" in desk.pages[0]
    assert len(desk.press.orders) == 2


def test_a_mistake_in_an_older_choice_is_not_said(opened):
    line = LateDesk()
    desk = opened(press_line=line)
    desk.press.fails = PressError("The leaflet could not be made.")
    chip(desk, "Callum").click()
    jobs, line.jobs = line.jobs, []
    line.jobs = jobs[:-1]
    line.answer()
    assert notice(desk.page) == ""


@pytest.mark.parametrize(
    ("key", "said"),
    [(EASY, "Easy read"), (FATHERS, "Easy read, fathers"), (VariantKey.named("standard.pl"), "Standard, pl")],
)
def test_forms_are_said_in_words(key, said):
    assert said_form(key) == said


@pytest.mark.parametrize(("pages", "said"), [(1, "1 sheet"), (2, "1 sheet, both sides"), (3, "2 sheets, both sides")])
def test_sheets_are_counted_as_paper(pages, said):
    assert sheets_line(pages) == said


# -- what goes wrong while making --------------------------------------------------------------------------------------


def test_a_leaflet_that_cannot_be_made_is_said_and_another_design_may_do(opened):
    desk = opened()
    desk.press.fails = PressError("A picture is missing. The advice itself is not affected.")
    design(desk, "standard").click()
    assert notice(desk.page).startswith("A picture is missing.")
    assert desk.pages == []
    assert not desk.print.isEnabled()
    assert not button(desk.page, "Save as PDF").isEnabled()
    desk.press.fails = None
    design(desk, "large-print").click()
    assert notice(desk.page) == ""
    assert desk.print.isEnabled()


def test_a_leaflet_that_cannot_be_shown_is_said(opened):
    desk = opened()
    desk.press.is_torn = True
    design(desk, "standard").click()
    assert notice(desk.page).startswith("The leaflet was made but cannot be shown.")


def test_advice_the_library_lost_is_said(opened):
    desk = opened(resource_id="gone", for_whom=())
    assert notice(desk.page).startswith("There is no such resource.")


def test_settings_that_cannot_be_read_are_said(theme, shown):
    given = practice()
    records = fakes.FakeRecords()

    def fail():
        raise StoreError("The disk does not answer. Nothing is lost.")

    records.settings = fail
    page = LeafletPage(theme, replace(given.rooms, records=records), "every-sleep", EASY, (), FakePrinting())
    shown(page)
    assert notice(page).startswith("The disk does not answer.")


# -- rule zero ---------------------------------------------------------------------------------------------------------


def test_sensitive_advice_is_never_laid_out(opened):
    desk = opened(resource_id="safe-words", for_whom=())
    assert notice(desk.page) == "This cannot be made into a leaflet. Use the card of useful numbers."
    assert desk.press.orders == []
    assert desk.page.heading.primary is None
    said = words_on(desk.page)
    for word in ("Safe words", "abuse", "Print", "Save as PDF"):
        assert word not in said


def test_the_title_of_the_page_never_says_what_it_is_about(desk):
    assert desk.page.heading.title == "Leaflet"
    assert desk.page.window().windowTitle() == "Home Visit Kit"


# -- printing ----------------------------------------------------------------------------------------------------------


def test_print_sends_to_the_printer_that_is_said_and_asks_to_tick(desk, qtbot):
    assert "Front office" in words_on(desk.page)
    assert "job name “Leaflet”" in words_on(desk.page)
    with qtbot.waitSignal(desk.page.sent) as sent:
        press(desk.page, "Print")
    assert sent.args == ["every-sleep", EASY, "jade"]
    ((made, printer, how),) = desk.printing.sent
    assert (printer, how) == ("Front_office", HowToPrint())
    assert made.pdf.startswith(b"%PDF")
    assert notice(desk.page).startswith("Sent to Front office. Printing is not telling.")


def test_ctrl_p_prints(desk, qtbot):
    qtbot.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.printing.sent) == 1


def test_copies_are_counted_by_plus_and_minus(desk):
    stepper = desk.page.findChild(Stepper)
    fewer, more = stepper.findChildren(QAbstractButton)
    assert (fewer.accessibleName(), more.accessibleName()) == ("Copies: one fewer", "Copies: one more")
    assert not fewer.isEnabled()
    for _ in range(30):
        more.click()
    assert stepper.value == 20
    assert not more.isEnabled()
    fewer.click()
    desk.print.trigger()
    assert desk.printing.sent[0][2].copies == 19


def test_while_it_is_sent_print_rests(opened):
    line = LateDesk()
    desk = opened(press_line=line)
    line.answer()
    desk.print.trigger()
    assert desk.print.text() == "Sending…"
    assert not desk.print.isEnabled()
    line.answer()
    assert desk.print.text() == "Print"
    assert desk.print.isEnabled()


def test_a_printer_that_does_not_take_it_is_said_and_saving_is_offered(desk, qtbot):
    desk.printing.fails = PressError("The printer Front office is stopped. Nothing was sent.")
    with qtbot.assertNotEmitted(desk.page.sent):
        desk.print.trigger()
    assert notice(desk.page) == "The printer Front office is stopped. Nothing was sent."
    assert desk.pages
    assert desk.print.isEnabled()
    assert words_on(desk.page).split("\n").count("Save as PDF") == 4, "in the bar and in the notice"


def test_without_a_printer_the_other_ways_are_said_and_it_can_be_looked_for_again(opened):
    desk = opened(printers=())
    assert "No printer found" in words_on(desk.page)
    assert "Save it as a PDF, or show it on the screen." in words_on(desk.page)
    assert not desk.print.isEnabled()
    desk.print.trigger()
    assert desk.printing.sent == []
    desk.printing.known = [OFFICE]
    press(desk.page, "Look again")
    assert desk.print.isEnabled()


def test_a_printing_system_that_does_not_answer_is_no_printer(theme, shown):
    printing = FakePrinting(OFFICE)
    printing.fails = PressError("The printer system does not answer.")
    page = LeafletPage(theme, replace(practice().rooms, press=PaperPress()), "every-sleep", EASY, WHOM, printing)
    shown(page)
    assert "No printer found" in words_on(page)


def test_another_printer_is_chosen_and_stays_chosen(opened):
    desk = opened(printers=(OFFICE, CLINIC))
    press(desk.page, "Change")
    menu = next(each for each in desk.page.findChildren(Menu) if each.actions())
    next(each for each in menu.actions() if each.text() == "Clinic").trigger()
    assert "Stopped · job name “Leaflet”" in words_on(desk.page)
    next(each for each in menu.actions() if each.text() == "Look again").trigger()
    assert "Clinic" in words_on(desk.page)
    desk.print.trigger()
    assert desk.printing.sent[0][1] == "Clinic"


# -- saving ------------------------------------------------------------------------------------------------------------


def test_it_is_saved_where_the_worker_says_under_a_neutral_name(desk, tmp_path, qtbot):
    press(desk.page, "Save as PDF")
    dialog = desk.page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("leaflet.pdf")
    dialog.fileSelected.emit(str(tmp_path / "mine.pdf"))
    dialog.reject()
    settle()
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert notice(desk.page) == "Saved as mine.pdf. The file stays there until somebody deletes it."


def test_a_place_that_cannot_be_written_is_said_and_another_is_asked_for(desk, tmp_path):
    desk.page.save_to(tmp_path / "gone" / "leaflet.pdf")
    assert notice(desk.page).startswith("That folder is not there any more.")
    assert desk.pages


def test_nothing_is_saved_before_there_is_a_leaflet(opened, tmp_path):
    line = LateDesk()
    desk = opened(press_line=line)
    desk.page.save_to(tmp_path / "leaflet.pdf")
    press(desk.page, "Save as PDF")
    assert desk.page.findChild(QFileDialog) is None
    line.answer()
    assert list(tmp_path.iterdir()) == []


def test_the_folders_of_a_worker_are_not_remembered(qapp, tmp_path):
    before = QSettings.defaultFormat()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/lastVisited", "file:///home/worker/Ellison")
    forget_places()
    assert kept.value("FileDialog/lastVisited") is None
    assert QSettings.defaultFormat() is before


# -- keys and sizes ----------------------------------------------------------------------------------------------------


def test_esc_goes_back_and_the_keys_begin_at_for_whom(desk, qtbot):
    assert QApplication.focusWidget() is chip(desk, "Jade")
    with qtbot.waitSignal(desk.page.heading.back_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_other_keys_are_left_alone(desk, qtbot):
    with qtbot.assertNotEmitted(desk.page.heading.back_requested):
        qtbot.keyClick(desk.page, Qt.Key.Key_F5)


def test_where_there_is_little_room_choices_and_pages_take_turns(opened, desktop):
    desktop.theme.choose_text_size(200)
    desk = opened()
    assert desk.page.findChild(PagesDesk).isVisible()
    assert not chip(desk, "Jade").isVisible()
    press(desk.page, "Choices")
    settle()
    assert chip(desk, "Jade").isVisible()
    assert not desk.page.findChild(PagesDesk).isVisible()
    check_everybody_can_use(desk.page)


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("for_whom", [WHOM, ()])
def test_it_can_be_read_named_and_reached(opened, desktop, percent, for_whom):
    desktop.theme.choose_text_size(percent)
    desk = opened(for_whom=for_whom)
    check_everybody_can_use(desk.page)
    desktop.theme.choose_text_size(100)
    check_everybody_can_use(desk.page)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_pushes_nothing_out_of_the_window(opened, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    desk = opened(for_whom=(ForWhom("one", LONG, EASY), ForWhom("two", LONG, STANDARD)))
    settle()
    assert desk.page.minimumSizeHint().width() <= window.width()


def test_every_design_is_painted_in_every_theme(opened, desktop):
    for scheme in ("light", "dark", "contrast"):
        desktop.theme.choose_scheme(type(desktop.theme.scheme)(scheme))
        desk = opened()
        for card in desk.page.findChildren(DesignCard):
            assert not card.grab().isNull()
        desk.page.findChild(PagesDesk).grab()
