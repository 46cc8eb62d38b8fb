"""Toast and dialog."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from kit.app.heading import Heading
from kit.app.widgets.button import Button
from kit.app.widgets.decision import Decision
from kit.app.widgets.header import BottomBar, fill_page
from kit.app.widgets.rail import Frame
from kit.app.widgets.toast import Toast


@pytest.fixture
def page(window, theme, qtbot):
    page = QWidget()
    page.heading = Heading("Page", parent=page)
    page.button = Button(theme, "Button")
    fill_page(page, theme, bottom=BottomBar(theme)).add(page.button)
    window.set_frame(Frame.FAMILIES)
    window.show_page(page)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


@pytest.fixture
def toast(window):
    return window.findChild(Toast)


def timer_of(toast):
    return toast.findChild(QTimer)


def test_a_toast_says_one_sentence_and_goes(window, page, toast, qtbot):
    timer_of(toast).setInterval(10)
    with qtbot.waitSignal(toast.closed, timeout=1000):
        window.say("Callum: evening visit added")
        assert toast.isVisible()
    assert not toast.isVisible()


def test_a_toast_stays_for_eight_seconds(toast):
    assert timer_of(toast).interval() == 8000


def test_undo_takes_it_back(window, page, toast):
    undone = []
    window.say("Callum: evening visit added", lambda: undone.append(1))
    toast.undo.click()
    assert undone == [1]
    assert not toast.isVisible()


def test_a_toast_stays_while_undo_has_the_focus(window, page, toast, qtbot):
    window.say("Callum: evening visit added", lambda: None)
    toast.undo.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(toast.undo.hasFocus)
    timer_of(toast).timeout.emit()
    assert toast.isVisible()
    page.button.setFocus()
    assert timer_of(toast).isActive()


def test_a_toast_stands_above_the_bottom_bar(window, page, toast):
    window.say("Callum: evening visit added")
    bar = page.findChild(BottomBar)
    assert toast.geometry().bottom() < window.height() - bar.height()


def test_a_decision_starts_on_the_safe_button(window, page, qtbot):
    decision = window.ask("Close this visit?", "2 things are missing.", "Close visit")
    qtbot.waitUntil(decision.back.hasFocus)
    assert decision.accessibleName() == "Close this visit?"


def test_escape_goes_back(window, page, qtbot):
    decision = window.ask("Close this visit?", "2 things are missing.", "Close visit")
    with qtbot.waitSignal(decision.declined):
        qtbot.keyClick(decision, Qt.Key.Key_Escape)


def test_the_deed_is_said(window, page, qtbot):
    decision = window.ask("Close this visit?", "2 things are missing.", "Close visit")
    with qtbot.waitSignal(decision.agreed):
        qtbot.keyClick(decision.deed, Qt.Key.Key_Return)


def test_tab_stays_inside_a_decision(window, page, qtbot):
    decision = window.ask("Close this visit?", "2 things are missing.", "Close visit")
    qtbot.waitUntil(decision.back.hasFocus)
    seen = set()
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(window.focusWidget().words)
    assert seen == {"Go back", "Close visit"}


def test_a_decision_covers_the_window_at_every_size(window, page):
    decision = window.ask("Close this visit?", "2 things are missing.", "Close visit")
    window.resize(900, 600)
    assert decision.geometry() == window.rect()
    assert not window.findChild(QDialog).isWindow()


def test_a_decision_lets_go_of_itself(window, page, qtbot):
    decision = window.ask("Close this visit?", "", "Close visit")
    with qtbot.waitSignal(decision.destroyed):
        decision.reject()
    assert window.findChild(Decision) is None


def test_things_fade_in_only_where_they_may(window, theme, page, toast, qtbot):
    window.say("Still")
    assert toast.graphicsEffect() is None
    theme.choose_stillness(is_still=False)
    window.say("Moving")
    assert toast.graphicsEffect() is not None
    qtbot.waitUntil(lambda: toast.graphicsEffect() is None, timeout=1000)
