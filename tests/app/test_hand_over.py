"""Handing over a ready-made leaflet in a visit: one press for a carer, by the bag or by the code on the sheet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kit.app.pages.visit import TALK, VisitPage
from kit.app.pages.visit_steps.hand_over import MOST_ROWS, HandOver
from kit.app.widgets.button import Button
from kit.app.widgets.rail import Frame
from kit.domain.advice import VariantKey, Way
from kit.domain.errors import StoreError
from kit.domain.visit import Attended
from kit.service.stock import add_to_bag
from kit.service.text_codes import texts_of
from tests import fakes
from tests.app.caseload_rooms import library, practice
from tests.app.looking import check_everybody_can_use, notice, press, settle, words_on

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")


@pytest.fixture
def given():
    return practice()


@pytest.fixture
def opened(theme, shown):
    """A visit with Jade and Denise here, at the step where one talks."""

    def open_page(given, rooms=None):
        page = shown(VisitPage(theme, rooms or given.rooms, given.family().id), Frame.VISIT, "visit")
        for name in ("Jade", "Denise"):
            carer_id = given.carer(name).id
            page.here.change_requested.emit(lambda draft, one=carer_id: draft.with_presence(one, Attended.ALL))
        page.go_to_step(TALK)
        return page

    return open_page


def code(rooms, resource_id="every-sleep", key=EASY):
    texts = texts_of(rooms.library, rooms.library.resource(resource_id))
    return next(one.code for one in texts if one.variant.key == key)


def fill(given, *resource_ids, count=5):
    for resource_id in resource_ids:
        add_to_bag(given.records, given.rooms.library, code(given.rooms, resource_id), count)


def panel(page):
    press(page, "Hand over leaflet")
    return page.findChild(HandOver)


def to(panel, name, title="Every sleep"):
    settle()
    wanted = f"Hand over to {name}: {title}"
    return next(each for each in panel.findChildren(Button) if each.accessibleName() == wanted and each.isVisible())


def tick(page, given, name, resource_id="every-sleep"):
    return page.view.draft.tick(given.carer(name).id, resource_id)


def test_it_is_away_until_it_is_wished_and_begins_with_the_keys(opened, given):
    page = opened(given)
    assert not page.findChild(HandOver).isVisible()
    assert panel(page).isVisible()
    assert QApplication.focusWidget() is page.findChild(HandOver).code


def test_one_press_ticks_a_carer_and_is_kept(opened, given):
    fill(given, "every-sleep")
    page = opened(given)
    over = panel(page)
    assert "5 left" in words_on(over)
    to(over, "Jade").click()
    assert tick(page, given, "Jade").ways == (Way.READY_MADE,)
    assert tick(page, given, "Denise") is None
    assert to(over, "Jade").isChecked()
    assert "4 left" in words_on(over)
    (draft,) = (each for each in given.records.kept.drafts.values() if each.family_id == given.family().id)
    assert [each.ways for each in draft.ticks] == [(Way.READY_MADE,)]


def test_twice_is_once(opened, given):
    fill(given, "every-sleep")
    page = opened(given)
    over = panel(page)
    for _ in range(2):
        to(over, "Jade").click()
    assert to(over, "Jade").isChecked()
    assert "4 left" in words_on(over)


def test_a_tick_taken_back_in_the_grid_is_a_leaflet_back_in_the_bag(opened, given):
    fill(given, "every-sleep")
    page = opened(given)
    over = panel(page)
    to(over, "Jade").click()
    jade = given.carer("Jade").id
    page.talk.panel.change_requested.emit(lambda draft: draft.without_tick(jade, "every-sleep"))
    assert not to(over, "Jade").isChecked()
    assert "5 left" in words_on(over)


def test_what_is_not_in_the_bag_is_found_by_its_code(opened, given):
    page = opened(given)
    over = panel(page)
    assert "Nothing is in your bag. Type the code on the sheet." in words_on(over)
    over.code.setText(code(given.rooms, "walk-away", STANDARD).lower())
    assert "left" not in words_on(over)
    to(over, "Denise", "Walk away").click()
    assert tick(page, given, "Denise", "walk-away").text.variant == "standard"


def test_words_of_the_title_find_a_pile_among_many(opened, given):
    fill(given, "every-sleep", "four-messages", "walk-away")
    add_to_bag(given.records, given.rooms.library, code(given.rooms, "walk-away", STANDARD), 2)
    page = opened(given)
    over = panel(page)
    assert words_on(over).count(" left") == 2 * MOST_ROWS, "in the row and in its tool tip"
    over.code.setText("walk")
    assert "Every sleep" not in words_on(over)
    assert "Walk away" in words_on(over)


def test_a_code_of_older_words_says_so_and_ticks_nobody(opened, given):
    older = code(given.rooms)
    newer = fakes.FakeLibrary(*(replace(one, version=2) for one in library().resources()))
    page = opened(given, replace(given.rooms, library=newer))
    over = panel(page)
    over.code.setText(older)
    assert "has older words" in words_on(over)
    assert not any(each.accessibleName().startswith("Hand over to") for each in over.findChildren(Button))
    assert page.view.draft.ticks == ()


def test_older_sheets_in_the_bag_cannot_be_handed_over(opened, given):
    fill(given, "every-sleep")
    newer = fakes.FakeLibrary(*(replace(one, version=2) for one in library().resources()))
    page = opened(given, replace(given.rooms, library=newer))
    over = panel(page)
    assert "has older words" in words_on(over)
    assert not any(each.accessibleName().startswith("Hand over to") for each in over.findChildren(Button))


def test_half_a_code_is_no_mistake_and_a_wrong_one_is(opened, given):
    page = opened(given)
    over = panel(page)
    over.code.setText("XX-E")
    assert "No leaflet" not in words_on(over)
    over.code.setText("XX-E1-0000")
    assert "No leaflet has this code." in words_on(over)
    over.code.clear()
    assert "No leaflet has this code." not in words_on(over)


def test_a_wrong_code_with_blanks_is_said_and_return_says_what_is_wrong_with_anything(opened, given, qtbot):
    page = opened(given)
    over = panel(page)
    over.code.setText("xx e1 0000")
    assert "No leaflet has this code." in words_on(over)
    over.code.setText("walk zebra")
    assert "No leaflet has this code." not in words_on(over)
    qtbot.keyClick(over.code, Qt.Key.Key_Return)
    assert "No leaflet has this code." in words_on(over)
    over.code.setText("walk zebr")
    assert "No leaflet has this code." not in words_on(over)


def test_esc_puts_it_away_and_not_the_visit(opened, given, qtbot):
    page = opened(given)
    over = panel(page)
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(over.code, Qt.Key.Key_Escape)
    assert not over.isVisible()
    panel(page)
    press(over, "Close this panel")
    assert not over.isVisible()


def test_a_bag_that_cannot_be_read_is_said(opened, given, monkeypatch):
    page = opened(given)

    def fail(_paper):
        raise StoreError("The disk does not answer. Nothing is lost.")

    monkeypatch.setattr(fakes.FakePaper, "stock", fail)
    page.findChild(HandOver).open_panel()
    assert notice(page).startswith("The disk does not answer.")


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_it_can_be_read_named_and_reached(opened, given, desktop, percent):
    desktop.theme.choose_text_size(percent)
    fill(given, "every-sleep", "four-messages", "walk-away")
    page = opened(given)
    page.findChild(HandOver).open_panel()
    check_everybody_can_use(page)
