"""The focus ring: after keys, around what has the focus, gone after a press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kit.app.heading import Heading
from kit.app.look.tokens import Role
from kit.app.widgets.button import Button
from kit.app.widgets.focus import FocusRing
from kit.app.widgets.header import fill_page
from kit.app.widgets.layouts import Column, clear
from kit.app.widgets.rail import Frame


@pytest.fixture
def page(window, theme, qtbot):
    page = QWidget()
    page.heading = Heading("Page", parent=page)
    page.first, page.second = Button(theme, "First"), Button(theme, "Second")
    page.body = fill_page(page, theme)
    page.body.add(page.first, page.second, None)
    window.set_frame(Frame.BARE)
    window.show_page(page)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page.first.setFocus()
    qtbot.waitUntil(page.first.hasFocus)
    return page


@pytest.fixture
def ring(window):
    return window.findChild(FocusRing)


def test_the_ring_follows_tab(page, ring, qtbot):
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    assert ring.focused is page.second
    assert ring.geometry().contains(page.second.geometry().translated(0, 0).adjusted(-5, -5, 5, 5))


def test_the_ring_goes_after_a_press_and_comes_back_with_keys(page, ring, qtbot):
    qtbot.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert ring.focused is None
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    assert ring.focused is page.second


def test_the_ring_moves_with_what_it_is_around(page, ring, qtbot):
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    before = ring.pos()
    page.first.setFixedHeight(120)
    qtbot.waitUntil(lambda: ring.pos() != before)


def test_the_ring_is_two_lines(page, ring, window, theme, qtbot):
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    image = window.grab().toImage()
    x, y = ring.geometry().center().x(), ring.geometry().top()
    assert image.pixelColor(x, y + 1) == theme.colour(Role.FOCUS)
    assert image.pixelColor(x, y + 3) == theme.colour(Role.FOCUS_IN)


def test_the_ring_lets_go_of_what_dies(page, ring, qtbot):
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    page.second.setParent(None)
    page.second.deleteLater()
    qtbot.waitUntil(lambda: ring.focused is None or ring.focused is page.first)


def test_who_has_the_keys_in_what_goes_keeps_them_where_it_stood(page, ring, theme):
    notices = Column(theme, parent=QWidget(page))
    notices.add(Button(theme, "Print later"), Button(theme, "Save"))
    ground = notices.parentWidget()
    ground.show()
    later = notices.itemAt(0).widget()
    later.setFocus()
    clear(notices)
    assert ground.hasFocus()
    assert ring.focused is None


def test_tab_goes_where_the_eye_goes(page, theme, qtbot):
    later = Button(theme, "Later")
    page.body.insertWidget(page.body.indexOf(page.second), later)
    qtbot.waitUntil(later.isVisible)
    for goal in (later, page.second):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert goal.hasFocus()
    for goal in (later, page.first):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        assert goal.hasFocus()


def test_tab_passes_what_is_hidden_or_off(page, theme, qtbot):
    hidden, off = Button(theme, "Hidden"), Button(theme, "Off")
    page.body.insertWidget(page.body.indexOf(page.second), hidden)
    page.body.insertWidget(page.body.indexOf(page.second), off)
    hidden.hide()
    off.setEnabled(False)
    qtbot.waitUntil(off.isVisible)
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.second.hasFocus()


def test_what_goes_without_the_keys_leaves_them_where_they_are(page, theme):
    notices = Column(theme, parent=QWidget(page))
    notices.add(Button(theme, "Print later"))
    clear(notices)
    assert page.first.hasFocus()
