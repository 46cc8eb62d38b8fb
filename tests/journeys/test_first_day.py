"""The first day with the kit: real threads, encrypted files, library and server; only the printer is a script.

A worker sets the kit up, adds a family, holds a visit by keys alone, shows and prints, closes, sends, locks, and finds
after unlocking who was told what.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from kit import places
from kit.app.application import dress
from kit.app.entrance import Entrance
from kit.app.look.marks import Mark
from kit.app.pages.add_family import AddFamilyPage
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.families import FamiliesPage
from kit.app.pages.family import FamilyPage
from kit.app.pages.first_start import At, FirstStartPage
from kit.app.pages.leaflet import LeafletPage
from kit.app.pages.outbox import OutboxPage
from kit.app.pages.settings import SettingsPage
from kit.app.pages.show import ShowPage
from kit.app.pages.unlock import UnlockPage
from kit.app.pages.visit import CLOSE, TALK, VisitPage
from kit.app.widgets.decision import Decision
from kit.app.widgets.notice import Notice
from kit.app.window import Window
from kit.service.practice_drawer import PracticeDrawer
from kit.start import RecordsDrawer, make_rooms, open_library
from kit.store.door import open_records
from kit.upload.receiver import PracticeReceiver

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
    pytest.mark.skipif(os.name == "nt", reason="the printer is a shell script"),
]

PASSPHRASE = "three blue kites over Harlow"
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 8_000
LPSTAT = """\
#!/bin/sh
case "$1" in
  -r) echo scheduler is running ;;
  -e) echo Front_office ;;
  -d) echo system default destination: Front_office ;;
  -p) echo "printer Front_office is idle." ;;
  -a) echo "Front_office accepting requests" ;;
esac
"""
LP = """\
#!/bin/sh
here="$(dirname "$0")"
echo "$*" > "$here/told"
cat > "$here/coming" && mv "$here/coming" "$here/sheet.pdf"
"""


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


@pytest.fixture
def printer(tmp_path, monkeypatch):
    """A printer that keeps its paper in a folder."""
    folder = tmp_path / "printer"
    folder.mkdir()
    for name, text in (("lpstat", LPSTAT), ("lp", LP)):
        script = folder / name
        script.write_text(text, encoding="utf-8")
        script.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def set_up(worker):
    worker.wait_for(FirstStartPage)
    worker.press("Set up the kit")
    worker.fill("Passphrase", PASSPHRASE)
    worker.key(KEY.Key_Return)
    worker.type(PASSPHRASE)
    worker.key(KEY.Key_Return)
    worker.wait(lambda: worker.page.at is At.ABOUT)
    worker.fill("Your name", "Sam Whitfield")
    worker.press("Next")
    worker.wait(lambda: worker.page.at is At.PRACTISE)
    for _ in range(2):
        worker.key(*[KEY.Key_Shift] * 3)
    worker.press("Next")
    worker.wait(lambda: worker.page.at is At.READY)
    worker.press("Open the kit")
    worker.wait_for(CaseloadPage)


def add_family(worker, born):
    worker.press("Add family")
    worker.wait_for(AddFamilyPage)
    worker.fill("Family name", "Lovelace")
    worker.fill("First name", "Ada")
    worker.fill("Date of birth", f"{born:%d/%m/%Y}")
    worker.key(KEY.Key_Tab)
    worker.fill("First name", "Anna")
    worker.choose("What they are to Ada", "Mother")
    worker.press("Communication needs (you may leave this empty): Easy read")
    worker.press("Add family")
    worker.wait_for(FamilyPage)
    worker.wait(lambda: worker.page.heading.title == "Lovelace family")


def visit(worker, printer):
    """By keys alone: Anna is here, sees the advice, takes it home, and shows that she understood."""
    worker.press("Start visit")
    page = worker.wait_for(VisitPage)
    worker.wait(lambda: page.view is not None)
    worker.key(KEY.Key_A)
    worker.press("Ada: Seen")
    worker.key(KEY.Key_2, modifier=CTRL)
    assert page.heading.step == TALK
    grid = page.talk.panel.grid
    resource, carer = grid.keys_at(grid.currentIndex())
    worker.key(KEY.Key_S)
    shown = worker.wait_for(ShowPage)
    while shown.on.isEnabled():
        worker.key(KEY.Key_Right)
    worker.key(KEY.Key_Escape)
    worker.wait(lambda: worker.page is page)
    worker.key(KEY.Key_P, modifier=CTRL)
    leaflet = worker.wait_for(LeafletPage)
    worker.wait(leaflet.heading.primary.isEnabled)
    worker.key(KEY.Key_P, modifier=CTRL)
    worker.wait(lambda: worker.sees("Sent to Front office."))
    assert (printer / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert "-t Leaflet" in (printer / "told").read_text(encoding="utf-8")
    worker.key(KEY.Key_Escape)
    worker.wait(lambda: worker.page is page)
    assert grid.keys_at(grid.currentIndex()) == (resource, carer)
    worker.key(KEY.Key_1)
    worker.wait(lambda: page.is_kept)
    worker.key(KEY.Key_5, modifier=CTRL)
    assert page.heading.step == CLOSE
    summary = page.close_step.summary.box.toPlainText()
    assert "Anna: showed me. How: talked, shown." in summary
    assert "Ada (2 weeks): seen" in summary
    worker.press("Close visit")
    worker.wait_for_decision()
    worker.press("Close visit")
    worker.wait_for(FamilyPage)
    return carer


def send(worker, receiver):
    worker.press("Settings")
    worker.wait_for(SettingsPage)
    worker.fill("Address of the server that takes records", receiver.base_url)
    worker.key(KEY.Key_Return)
    worker.press("Outbox")
    worker.wait_for(OutboxPage)
    worker.wait(lambda: worker.sees("2 records received."))
    assert receiver.received()["Communication"] == 1
    (told,) = receiver.resources("Communication")
    assert told["status"] == "completed"


def lock_and_unlock(worker):
    worker.press("Lock")
    worker.wait_for(UnlockPage)
    assert not worker.sees("Lovelace")
    worker.type("something else entirely")
    worker.key(KEY.Key_Return)
    worker.wait(lambda: any(each.isVisible() for each in worker.page.findChildren(Notice)))
    worker.type(PASSPHRASE)
    worker.key(KEY.Key_Return)
    worker.wait_for(CaseloadPage)


def test_the_first_day(qapp, qtbot, tmp_path, monkeypatch, printer):
    home = tmp_path / "home"
    monkeypatch.setenv("KIT_HOME", str(home))
    with PracticeReceiver() as receiver, application(qapp, qtbot) as (worker, rooms):
        set_up(worker)
        add_family(worker, rooms.clock.today() - timedelta(days=20))
        carer = visit(worker, printer)
        assert told(worker, carer) == [Mark.SHOWED_ME]
        send(worker, receiver)
        lock_and_unlock(worker)
        worker.press("Families")
        page = worker.wait_for(FamiliesPage)
        worker.wait(lambda: "1 family" in page.heading.facts)
        worker.fill("Find by name, street or number", "Anna")
        worker.key(KEY.Key_Return)
        worker.wait_for(FamilyPage)
        worker.wait(lambda: worker.page.heading.title == "Lovelace family")
        assert told(worker, carer) == [Mark.SHOWED_ME]
        assert worker.flashes.seen == []
    check_files(home)


def told(worker, carer):
    """The marks of what this carer was told."""
    worker.wait(worker.page.grid.isVisible)
    model = worker.page.grid.grid_model
    column = [each.key for each in model.columns].index(carer)
    marks = [model.cell(row, column).mark for row in range(len(model.rows))]
    return [mark for mark in marks if mark in {Mark.SHOWED_ME, Mark.TOLD_ME, Mark.NOT_YET, Mark.NOT_CHECKED}]


def check_files(home: Path):
    """What lies on the disk afterwards: nothing that can be read, and everything with the passphrase."""
    for file in home.rglob("*"):
        if file.is_file() and file.name != "library.sqlite":
            assert b"Lovelace" not in file.read_bytes(), file.name
    assert RecordsDrawer(home / "records.kit").has_records()
    with open_records(home / "records.kit", PASSPHRASE) as records:
        (family,) = records.families()
        assert [carer.full_name for carer in family.carers] == ["Anna"]
        assert [one.understanding for one in records.advice(family.id)] == ["showed-me"]
        assert records.waiting() == []
        assert records.drafts() == []
    records.close()
