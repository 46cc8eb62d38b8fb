"""Somebody with a keyboard in front of the real window: real threads, encrypted files and library."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from kit import places
from kit.app.application import dress
from kit.app.entrance import Entrance
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.unlock import UnlockPage
from kit.app.widgets.decision import Decision
from kit.app.window import Window
from kit.service.practice import fill_caseload
from kit.service.practice_drawer import PracticeDrawer
from kit.start import RecordsDrawer, SystemClock, make_rooms, open_library
from kit.store.door import create_records
from kit.store.key import KeyCost

PASSPHRASE = "three blue kites over Harlow"
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 8_000
CHEAP = KeyCost(memory_kib=8, passes=1, lanes=1)


class Flashes(QObject):
    """Windows that opened beside the one of the kit: each would take the keys from it."""

    def __init__(self, app, window):
        super().__init__(window)
        self._window = window
        self.seen = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_shown and watched is not self._window:
            self.seen.append(type(watched).__name__)
        return False


class Worker:
    """Somebody with a keyboard in front of the window."""

    def __init__(self, qtbot, app, window):
        self.qtbot, self.window = qtbot, window
        self.flashes = Flashes(app, window)

    @property
    def page(self):
        return self.window.page

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def wait_for(self, kind):
        self.wait(lambda: isinstance(self.page, kind))
        return self.page

    def wait_for_decision(self):
        self.wait(lambda: any(each.isVisible() for each in self.window.findChildren(Decision)))

    def key(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for each in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, each, modifier)

    def type(self, text):
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def tab_to(self, name):
        """Go by Tab to what a screen reader calls this."""
        self.wait(lambda: self.is_there(name))
        passed = {}
        for _ in range(80):
            here = QApplication.focusWidget()
            if here and here.accessibleName().startswith(name):
                return here
            passed[here.accessibleName() if here else "nothing"] = None
            self.key(KEY.Key_Tab)
        message = f"Tab does not come to {name!r}, only to {', '.join(passed)}"
        raise AssertionError(message)

    def is_there(self, name):
        shown = [each for each in self.window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        return any(each.accessibleName().startswith(name) for each in shown)

    def press(self, name):
        self.tab_to(name)
        self.key(KEY.Key_Space)

    def take_back(self):
        """Hold Esc until a parent's page offers the way back, and take it."""
        held = QApplication.focusWidget()
        self.qtbot.keyPress(held, KEY.Key_Escape)
        self.wait(lambda: self.is_there("Back to the kit"))
        self.qtbot.keyRelease(held, KEY.Key_Escape)
        self.key(KEY.Key_Return)

    def fill(self, name, text):
        self.tab_to(name)
        self.key(KEY.Key_A, modifier=CTRL)
        self.type(text)

    def choose(self, name, words):
        select = self.tab_to(name)
        assert isinstance(select, QComboBox)
        self.type(words)
        assert select.currentText() == words

    def sees(self, text):
        labels = [each for each in self.window.findChildren(QLabel) if each.isVisible()]
        return any(text in each.text() for each in labels)


@contextmanager
def application(qapp, qtbot):
    """The kit as `start` wires it, until the end of the block."""
    desktop = dress(qapp, places.resources(), scheme="light")
    desktop.theme.choose_stillness(is_still=True)
    rooms = make_rooms(open_library())
    window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
    window.resize(1366, 688)
    drawer = PracticeDrawer(RecordsDrawer(places.practice_file()), rooms.library, rooms.clock)
    entrance = Entrance(window, desktop, rooms, replace(rooms, drawer=drawer))
    entrance.begin()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield Worker(qtbot, qapp, window), rooms
    finally:
        entrance.leave()
        window.close_now()
        for line in (rooms.wire, rooms.press_line, rooms.desk):
            line.close()
        window.deleteLater()


@contextmanager
def practice_families(qapp, qtbot):
    """The kit, unlocked on the practice families, until the end of the block."""
    records = create_records(places.records_file(), PASSPHRASE, CHEAP)
    fill_caseload(records, open_library(), SystemClock())
    records.close()
    with application(qapp, qtbot) as (worker, rooms):
        worker.wait_for(UnlockPage)
        worker.type(PASSPHRASE)
        worker.key(KEY.Key_Return)
        worker.wait_for(CaseloadPage)
        worker.wait(lambda: worker.is_there("Start visit: Haddad"))
        yield worker, rooms
