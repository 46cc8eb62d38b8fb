"""The frame, its layouts, and hiding."""

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QWidget

from kit.app.heading import Deed, Heading
from kit.app.hide import HideKey
from kit.app.widgets.compact_bar import CompactBar
from kit.app.widgets.focus import InputWatch
from kit.app.widgets.neutral import NeutralPage
from kit.app.widgets.rail import Frame, Rail, RailItem
from kit.app.window import TITLE, Window
from tests.app.samples import SamplePage, VisitSample, cut
from tests.app.test_picture import PICTURE


def words_of(window):
    return [item.words for item in window.findChildren(RailItem) if item.isVisible()]


def plain_page(title="Page"):
    page = QWidget()
    page.heading = Heading(title, parent=page)
    return page


@pytest.fixture
def neutral(window):
    page = plain_page("Safer sleep")
    window.set_neutral_page(lambda: page)
    window.keep_neutral_ready()
    return page


def press_shift(qtbot, widget, times=3):
    for _ in range(times):
        qtbot.keyClick(widget, Qt.Key.Key_Shift)


def test_the_title_never_says_what_is_open(window, theme):
    window.show_page(SamplePage(theme))
    assert window.windowTitle() == TITLE == "Home Visit Kit"


def test_in_a_visit_there_is_no_way_to_other_families(window, theme, qtbot):
    window.set_badge("outbox", 4)
    window.set_frame(Frame.VISIT)
    window.show_page(VisitSample(theme), "visit")
    window.show()
    assert words_of(window) == ["Visit", "Library", "Leaflet", "Safer sleep", "Lock"]


def test_the_rail_says_where_one_wants_to_go(window, qtbot):
    window.set_frame(Frame.FAMILIES)
    window.show_page(plain_page(), "today")
    window.show()
    item = next(each for each in window.findChildren(RailItem) if each.words == "Outbox")
    with qtbot.waitSignal(window.way_requested) as said:
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert said.args == ["outbox"]
    assert not item.isChecked()


def test_a_badge_is_said_to_readers(window):
    window.set_frame(Frame.FAMILIES)
    window.set_badge("outbox", 4)
    names = [each.accessibleName() for each in window.findChildren(RailItem)]
    assert "Outbox, 4 waiting" in names


def test_compact_folds_rail_and_header_into_one_bar(window, theme, qtbot):
    theme.choose_text_size(200)
    window.set_frame(Frame.FAMILIES)
    page = SamplePage(theme)
    window.show_page(page)
    window.show()
    assert not window.findChild(Rail).isVisible()
    bar = window.findChild(CompactBar)
    assert bar.isVisible()
    names = [each.accessibleName() for each in bar.findChildren(QWidget) if each.accessibleName() and each.isVisible()]
    assert {"Menu", "Ellison family", "Start visit", "Safer sleep", "Lock"} <= set(names)


def test_the_bar_has_back_and_steps_in_a_visit(window, theme, qtbot):
    theme.choose_text_size(200)
    window.set_frame(Frame.VISIT)
    page = VisitSample(theme)
    window.show_page(page)
    window.show()
    bar = window.findChild(CompactBar)
    words = [each.words for each in bar.findChildren(QWidget) if hasattr(each, "words") and each.isVisible()]
    assert words == ["Back", "Ellison · talk", "2 of 3", "Safer sleep", "Lock"]


def test_a_deed_is_one_thing_in_header_and_bar(window, theme):
    done = []
    page = plain_page()
    deed = Deed("Start visit", lambda: done.append(1), parent=page)
    page.heading.offer(deed)
    theme.choose_text_size(200)
    window.set_frame(Frame.FAMILIES)
    window.show_page(page)
    button = next(each for each in window.findChildren(QWidget) if getattr(each, "words", "") == "Start visit")
    deed.setEnabled(False)
    assert not button.isEnabled()
    deed.setEnabled(True)
    button.click()
    assert done == [1]


def test_shift_three_times_shows_the_neutral_page_at_once(window, neutral, qtbot):
    window.set_frame(Frame.VISIT)
    page = plain_page()
    window.show_page(page)
    window.show()
    clock = QElapsedTimer()
    clock.start()
    with qtbot.waitSignal(window.hidden):
        press_shift(qtbot, page)
    assert clock.elapsed() < 100
    assert window.page is neutral


def test_the_keys_are_watched_as_soon_as_the_window_was_seen(theme, qapp, qtbot):
    watch, hide_key = InputWatch(qapp), HideKey(qapp)
    watch.is_by_keys = False
    window = Window(theme, qapp, watch, hide_key)
    qtbot.addWidget(window, before_close_func=lambda each: each.close_now())
    window.set_neutral_page(plain_page)
    window.show_page(plain_page())
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.waitSignal(window.hidden):
        press_shift(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert watch.is_by_keys


def test_a_wide_window_has_no_bar(window, theme):
    window.show_page(plain_page())
    assert window.findChild(CompactBar) is None
    theme.choose_text_size(200)
    assert window.findChild(CompactBar) is not None


def test_hiding_works_inside_a_decision(window, neutral, qtbot):
    window.show_page(plain_page())
    window.show()
    decision = window.ask("Close this visit?", "", "Close visit")
    with qtbot.waitSignals([window.hidden, decision.declined]):
        press_shift(qtbot, decision.back)
    assert not decision.isVisible()


def test_safer_sleep_hides_and_lock_locks(window, neutral, qtbot):
    window.set_frame(Frame.FAMILIES)
    window.show_page(plain_page())
    items = {each.words: each for each in window.findChildren(RailItem)}
    with qtbot.waitSignal(window.hidden):
        items["Safer sleep"].click()
    with qtbot.waitSignal(window.lock_requested):
        items["Lock"].click()


@pytest.mark.parametrize("between", [Qt.Key.Key_A, Qt.Key.Key_Tab])
def test_another_key_between_is_typing(window, neutral, desktop, qtbot, between):
    page = plain_page()
    window.show_page(page)
    window.show()
    with qtbot.assertNotEmitted(desktop.hide_key.hide_requested):
        press_shift(qtbot, page, 2)
        qtbot.keyClick(page, between)
        press_shift(qtbot, page, 1)
    press_shift(qtbot, page, 2)


def test_one_press_that_reaches_many_objects_counts_once(window, desktop, qtbot):
    page = plain_page()
    window.show_page(page)
    window.show()
    with qtbot.assertNotEmitted(desktop.hide_key.hide_requested):
        for _ in range(5):
            qtbot.keyPress(page, Qt.Key.Key_Shift)
    qtbot.keyRelease(page, Qt.Key.Key_Shift)
    qtbot.keyClick(page, Qt.Key.Key_A)


def test_dropped_pages_are_gone(window, neutral, qtbot):
    page = plain_page()
    window.show_page(page)
    with qtbot.waitSignal(page.destroyed):
        window.drop_pages()
    assert window.page is neutral


def test_the_bar_forgets_a_page_that_is_gone(window, theme, qtbot):
    window.set_frame(Frame.FAMILIES)
    page = plain_page()
    window.show_page(page)
    with qtbot.waitSignal(page.destroyed):
        window.drop_page(page)
    theme.choose_text_size(200)
    window.show_page(plain_page("Next"))


def test_the_neutral_page_shows_one_picture_and_its_words(theme, qtbot):
    page = NeutralPage(theme, "Safer sleep", ["On the back, every sleep.", "A clear cot."], PICTURE)
    qtbot.addWidget(page)
    assert page.heading.title == "Safer sleep"
    page.resize(1366, 688)
    page.show()
    assert cut(page) == []


def test_closing_is_a_wish(window, qtbot):
    window.show()
    with qtbot.waitSignal(window.close_requested):
        window.close()
    assert window.isVisible()
