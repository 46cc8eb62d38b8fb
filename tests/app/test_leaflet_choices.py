"""The leaflet page: several texts in one print, the family's words, every design, the file to send."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QHeaderView, QLabel

from kit import places
from kit.app.pages.leaflet import ForWhom, LeafletPage, PlanLeafletPage
from kit.app.pages.leaflet.design_card import DesignCard
from kit.app.pages.leaflet.saving import SaveDialog
from kit.app.pages.library import LibraryPage
from kit.app.widgets.button import IconButton
from kit.app.widgets.check import Check
from kit.app.widgets.progress import ProgressRow
from kit.app.worker import Worker
from kit.domain.advice import VariantKey
from kit.domain.leaflet import PlanLine, PlanPaper
from kit.domain.settings import Settings
from kit.domain.visit import Room
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service.leaflets import packable
from kit.start import make_press
from tests.app.caseload_rooms import practice

EASY, DADS, PROSE = (VariantKey.named(name) for name in ("easy-read", "easy-read.fathers", "standard"))
DARK = 180
"""Of 255; ink on anything darker is not read."""
SAM = Settings(worker_name="Sam Whitfield", worker_role="Health visitor", worker_phone="01632 960142")


class NoPrinters:
    """A computer without a printer, which remembers what it was asked to print."""

    def __init__(self):
        self.sent = []

    def printers(self):
        return ()

    def send(self, leaflet, printer, copies):
        self.sent.append((leaflet, printer, copies))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    target = tmp_path_factory.mktemp("library") / "library.sqlite"
    build_library(places.resources(), target)
    shelf = Shelf(target)
    yield shelf
    shelf.close()


@pytest.fixture(scope="module")
def press():
    return make_press()


@pytest.fixture
def opened(theme, qtbot, shelf, press):
    def open_page(key=EASY, resource_id="every-sleep", for_whom=(), **others):
        given = practice()
        given.records.kept.settings = SAM
        rooms = replace(given.rooms, **{"library": shelf, "press": press, **others})
        page = LeafletPage(theme, rooms, resource_id, key, for_whom, NoPrinters())
        page.resize(1366, 688)
        qtbot.addWidget(page)
        page.show()
        return page

    return open_page


def paper(page):
    """The words of all pages."""
    return " ".join(" ".join(page.desk.page_texts).split())


def said(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def ideas_to_choose(page):
    return [check for check in page.family.findChildren(Check) if check.isVisible()]


def removers(page):
    return [one for one in page.texts.findChildren(IconButton) if one.isVisible()]


def cards(page):
    return {card.design.key: card for card in page.findChildren(DesignCard)}


def test_added_advice_is_printed_after_the_first_in_the_form_of_the_same_reader(opened, shelf):
    page = opened(DADS)
    page.texts.added.emit("sofas-and-beds")
    page.texts.added.emit("useful-numbers")
    texts = page.desk.page_texts
    assert shelf.variant("every-sleep", DADS).title in texts[0]
    assert shelf.variant("sofas-and-beds", DADS).title in " ".join(texts[2:])
    assert "999" in texts[-1]
    assert not page.bar.web.isEnabled()


def test_added_advice_can_be_taken_out_but_the_first_stays(opened, qtbot):
    page = opened()
    alone = paper(page)
    page.texts.added.emit("sofas-and-beds")
    qtbot.waitUntil(lambda: len(removers(page)) == 1)
    (remove,) = removers(page)
    assert remove.accessibleName() == "Take out: Sofas, armchairs and beds"
    remove.click()
    assert paper(page) == alone
    assert page.bar.web.isEnabled()


def test_only_what_may_be_printed_and_is_not_there_yet_can_be_added(opened, shelf):
    page = opened()
    page.texts.added.emit("walk-away")
    offered = [line.text() for line in page.texts.fill_menu().actions() if line.text()]
    assert offered == sorted((one.title for one in packable(shelf, ["every-sleep", "walk-away"])), key=offered.index)
    assert len(offered) > 10
    for resource in shelf.resources():
        assert not (resource.is_sensitive and resource.title in offered)


def test_something_sensitive_is_refused_even_when_it_is_asked_for(opened, shelf, qtbot):
    page = opened()
    page.texts.added.emit(next(one.id for one in shelf.resources() if one.is_sensitive))
    qtbot.waitUntil(lambda: "cannot be made into a leaflet" in said(page))
    assert not page.desk.page_texts
    assert page.choices.isVisible(), "what was chosen can be put right"


def test_what_we_agreed_and_the_next_visit_are_on_paper_once_typing_pauses(opened, qtbot):
    page = opened()
    agreed, next_visit = page.family.agreed.box, page.family.next_visit.line
    agreed.setPlainText("Jade will move the cot.\n\n  Sam brings a mattress.  ")
    next_visit.setFocus()
    qtbot.keyClicks(next_visit, "Monday 7 December")
    qtbot.waitUntil(lambda: "Next visit: Monday 7 December" in paper(page))
    assert "What we agreed • Jade will move the cot. • Sam brings a mattress." in paper(page)


def test_a_plan_carries_the_next_visit_and_can_be_sent_as_a_file(theme, qtbot, shelf, press):
    rooms = replace(practice().rooms, library=shelf, press=press)
    plan = PlanPaper((PlanLine("Noah has a cot", "Jade", "Rings the baby bank", "", ""),))
    page = PlanLeafletPage(theme, rooms, plan, printing=NoPrinters())
    qtbot.addWidget(page)
    page.show()
    assert page.bar.web.isEnabled()
    assert not page.family.agreed.isVisible(), "what was agreed is the plan"
    qtbot.keyClicks(page.family.next_visit.line, "Monday 7 December")
    qtbot.waitUntil(lambda: "Next visit: Monday 7 December" in paper(page))


def test_what_is_too_much_for_the_box_is_left_out(opened):
    page = opened()
    page.family.fill_in(["A line."] * 9 + ["x"], "x" * 400)
    words = page.family.words
    assert (len(words.agreed), len(words.next_visit)) == (6, 120)


def test_a_poster_holds_what_the_family_chooses(opened, qtbot):
    page = opened()
    cards(page)["fridge-poster"].click()
    qtbot.waitUntil(lambda: len(ideas_to_choose(page)) == len(page.ideas))
    chosen = ideas_to_choose(page)
    chosen[2].click()
    assert page.ideas[2].lead in paper(page)
    assert page.ideas[0].lead not in paper(page)
    cards(page)["a4-easy-read"].click()
    assert ideas_to_choose(page) == []
    assert page.family.words.chosen == ()


def test_designs_made_of_ideas_are_not_offered_for_prose(opened):
    assert {"fridge-poster", "wallet-card"} <= set(cards(opened(EASY)))
    assert not {"fridge-poster", "wallet-card"} & set(cards(opened(PROSE)))


def test_another_reader_gets_the_designs_of_their_form(opened):
    jade, sam = ForWhom("a", "Jade", EASY), ForWhom("b", "Callum", PROSE)
    page = opened(for_whom=(jade, sam))
    page.choices.carer_chosen.emit("b")
    assert "fridge-poster" not in {key for key, card in cards(page).items() if card.isVisible()}


@pytest.mark.parametrize("key", ["a5-folded", "fridge-poster", "wallet-card", "a4-large-print"])
def test_every_design_is_seen_as_its_true_pages(opened, key):
    page = opened()
    cards(page)[key].click()
    assert cards(page)[key].isChecked()
    assert "Put your baby on their back to sleep." in paper(page)
    cards(page)[key].resize(cards(page)[key].sizeHint())
    assert not cards(page)[key].grab().isNull()


def test_the_card_of_numbers_has_no_place_for_the_familys_words(opened):
    page = opened(resource_id="useful-numbers")
    assert set(cards(page)) == {"plain-card"}
    assert not page.family.agreed.isVisible()


def test_where_to_save_can_be_read(opened):
    page = opened()
    page.bar.save.click()
    header = page.findChild(SaveDialog).findChild(QHeaderView)
    assert header.grab().toImage().pixelColor(2, 2).lightness() > DARK


def test_the_file_to_send_is_whole(opened, tmp_path, qtbot):
    page = opened()
    page.family.fill_in(["Jade will move the cot."], "")
    page.bar.web.click()
    dialog = page.findChild(SaveDialog)
    assert dialog.windowTitle() == "Save as HTML"
    dialog.place_chosen.emit(tmp_path / "leaflet.html")
    html = (tmp_path / "leaflet.html").read_text(encoding="utf-8")
    assert "Jade will move the cot." in html
    assert html.rstrip().endswith("</html>")
    qtbot.waitUntil(lambda: "Saved as leaflet.html." in said(page))
    assert [one.name for one in tmp_path.iterdir()] == ["leaflet.html"]


class Slow:
    """A press that waits after its first leaflet until it is told to go on."""

    def __init__(self, press):
        self._press, self.may_go_on, self.is_waiting = press, Event(), Event()
        self.designs, self.make = press.designs, press.make

    def make_pack(self, orders, told):
        def slowly(done, total):
            told(done, total)
            if done == 1:
                self.is_waiting.set()
                self.may_go_on.wait(10)
                told(done, total)

        return self._press.make_pack(orders, slowly)


@pytest.fixture
def line():
    line = Worker("press")
    yield line
    line.close()


def test_a_long_print_shows_how_far_it_is_and_can_be_stopped(opened, qtbot, press, line):
    slow = Slow(press)
    page = opened(press=slow, press_line=line)
    qtbot.waitUntil(lambda: bool(page.desk.page_texts))
    row = page.findChild(ProgressRow)
    assert not row.isVisible()
    page.texts.added.emit("sofas-and-beds")
    qtbot.waitUntil(slow.is_waiting.is_set)
    qtbot.waitUntil(lambda: "1 of 2 leaflets" in said(page))
    row.stop.click()
    slow.may_go_on.set()
    qtbot.waitUntil(lambda: "Stopped. Nothing was made" in said(page).replace("\n", " "))
    assert not row.isVisible()
    assert not page.desk.page_texts


def test_a_choice_made_meanwhile_ends_the_work_before(opened, qtbot, press, line):
    slow = Slow(press)
    page = opened(press=slow, press_line=line)
    page.texts.added.emit("sofas-and-beds")
    qtbot.waitUntil(slow.is_waiting.is_set)
    page.texts.removed.emit(1)
    slow.may_go_on.set()
    qtbot.waitUntil(lambda: len(page.desk.page_texts) == 2)
    assert "Stopped" not in said(page)


@pytest.fixture
def library(theme, qtbot, shelf):
    page = LibraryPage(theme, replace(practice().rooms, library=shelf), Room.NOT_SURE)
    qtbot.addWidget(page)
    page.resize(1366, 688)
    page.show()
    return page


def code_of(shelf, resource_id, key):
    return shelf.resource(resource_id).text_code(shelf.variant(resource_id, key))


@pytest.mark.parametrize("key", [EASY, DADS, PROSE])
def test_the_code_of_a_sheet_typed_in_the_library_opens_that_text(library, shelf, qtbot, key):
    qtbot.keyClicks(library.search, code_of(shelf, "walk-away", key).lower())
    assert library.shown == ("walk-away", key)
    assert "The text of this sheet" in said(library)


def test_the_code_of_an_older_sheet_says_that_the_words_are_newer(library, shelf, qtbot):
    qtbot.keyClicks(library.search, code_of(shelf, "walk-away", EASY)[:-4] + "0000")
    assert library.shown == ("walk-away", EASY)
    qtbot.waitUntil(lambda: "The words have changed since that sheet was printed" in said(library))


def test_the_code_of_something_sensitive_finds_nothing(library, shelf, qtbot):
    resource = next(one for one in shelf.resources() if one.is_sensitive)
    qtbot.keyClicks(library.search, code_of(shelf, resource.id, resource.variants[0]))
    assert library.shown is None
    assert resource.title not in said(library)
