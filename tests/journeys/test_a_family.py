"""One family from a first visit with both parents to a correction, by keys alone; a routine visit by thumb, counted."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kit import places
from kit.app.grid.cells import ColumnKind
from kit.app.look.marks import Mark
from kit.app.pages.family import FamilyPage
from kit.app.pages.family_parts.records import HistoryView
from kit.app.pages.family_parts.timeline import TimelineView
from kit.app.pages.unlock import UnlockPage
from kit.app.pages.visit import CLOSE, TALK, VisitPage
from kit.app.widgets.decision import Decision
from kit.domain.advice import Outcome, Reason
from kit.domain.errors import StoreBusyError
from kit.store.door import open_records
from tests.journeys.keyboard import CTRL, KEY, PASSPHRASE, Worker, practice_families

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.skipif(os.name == "nt", reason="menus of other systems take keys in their own way"),
]

MOST_ACTIONS = 20


class Counted(Worker):
    """A worker whose keys and presses are counted."""

    actions = 0

    def key(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        self.actions += len(keys)
        super().key(*keys, modifier=modifier)

    def type(self, text):
        self.actions += len(text)
        super().type(text)

    def click(self, name):
        """Press what a screen reader calls this, by pointer or thumb."""
        self.wait(lambda: self.is_there(name))
        shown = [each for each in self.window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        self.click_at(next(each for each in shown if each.accessibleName().startswith(name)))

    def click_at(self, widget, point=None):
        self.actions += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point or widget.rect().center())


@pytest.fixture
def worker(qapp, qtbot, tmp_path, monkeypatch):
    """Unlocked on the practice families, with real threads, files and library."""
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    with practice_families(qapp, qtbot) as (somebody, _rooms):
        somebody.__class__ = Counted
        yield somebody


def start(worker, name):
    worker.press(name)
    page = worker.wait_for(VisitPage)
    worker.wait(lambda: page.view is not None)
    return page


def answer(worker, page, rows):
    """Told and shown by each carer, row by row, with the keys of the grid."""
    worker.key(KEY.Key_2, modifier=CTRL)
    assert page.heading.step == TALK
    grid = page.talk.panel.grid
    worker.wait(grid.hasFocus)
    carers = [at for at, column in enumerate(grid.grid_model.columns) if column.kind is ColumnKind.CARER]
    for row in range(rows):
        order = carers if row % 2 == 0 else carers[::-1]
        for step, column in enumerate(order):
            assert grid.currentIndex().column() == column
            worker.key(KEY.Key_1 if row % 2 else KEY.Key_2)
            if step < len(order) - 1:
                worker.key(KEY.Key_Right if row % 2 == 0 else KEY.Key_Left)
        if row < rows - 1:
            worker.key(KEY.Key_Down)
    worker.wait(lambda: page.is_kept)


def close(worker, page):
    worker.key(KEY.Key_5, modifier=CTRL)
    assert page.heading.step == CLOSE
    worker.press("Close visit")
    agree(worker, "Close visit")
    return worker.wait_for(FamilyPage)


def agree(worker, deed):
    worker.wait_for_decision()
    worker.press(deed)


def column_of(page, name):
    return next(at for at, one in enumerate(page.grid.grid_model.columns) if one.title.startswith(name))


def marks(worker, name):
    page = worker.page
    worker.wait(lambda: bool(page.grid.grid_model.rows))
    model, column = page.grid.grid_model, column_of(page, name)
    return {row.key: model.cell(at, column).mark for at, row in enumerate(model.rows)}


def go_to(worker, name):
    """Into the first row of somebody's column, by arrows."""
    grid = worker.page.grid
    worker.tab_to("Who has been told what")
    worker.key(KEY.Key_Home, modifier=CTRL)
    for _ in range(column_of(worker.page, name)):
        worker.key(KEY.Key_Right)
    return grid


def first_visit(worker):
    """Both parents: he hears it too."""
    page = start(worker, "Start visit: Haddad")
    worker.key(KEY.Key_A, KEY.Key_Down, KEY.Key_A)
    worker.press("Yusuf: Seen")
    answer(worker, page, 4)
    close(worker, page)
    for name in ("Leila", "Omar"):
        assert Mark.OVERDUE not in marks(worker, name).values()
        assert {Mark.SHOWED_ME, Mark.TOLD_ME} & set(marks(worker, name).values())


def visit_without_him(worker):
    """He is at work; what she hears is on record as not given to him, and how he will be reached."""
    page = start(worker, "Start visit")
    worker.key(KEY.Key_A)
    worker.press("Yusuf: Seen")
    answer(worker, page, 1)
    worker.press("Omar: Evening visit")
    worker.wait(lambda: page.is_kept)
    close(worker, page)


def move(worker):
    worker.press("They moved")
    worker.wait(lambda: worker.is_there("New address"))
    worker.fill("New address", "Room 4, Harbour House")
    worker.press("Save the place")
    worker.wait(lambda: "Room 4, Harbour House" in worker.page.heading.facts)


def attempt(worker):
    """Nobody opens the door."""
    page = start(worker, "Start visit")
    worker.press("No one in")
    menu = page.here.attempts
    worker.wait(menu.isVisible)
    worker.actions += 2
    worker.qtbot.keyClick(menu, KEY.Key_Down)
    worker.qtbot.keyClick(menu, KEY.Key_Return)
    worker.wait_for_decision()
    decision = next(each for each in worker.window.findChildren(Decision) if each.isVisible())
    worker.press(decision.deed.words)
    worker.wait_for(FamilyPage)
    worker.window.activateWindow()  # as a window manager does once a menu is closed; offscreen there is none
    worker.wait(worker.window.isActiveWindow)


def correct(worker):
    """It was told to her another day."""
    go_to(worker, "Leila")
    worker.key(KEY.Key_Return)
    worker.wait(lambda: worker.page.findChild(HistoryView) is not None)
    worker.press("Correct this")
    worker.wait(lambda: worker.is_there("What happened instead: Entered in error"))
    worker.tab_to("What happened instead")
    worker.key(KEY.Key_Right, KEY.Key_Right, KEY.Key_Space)
    assert QApplication.focusWidget().accessibleName() == "What happened instead: Entered in error"
    worker.fill("Why the record is corrected", "Told on another day.")
    worker.press("Correct the record")
    worker.wait(lambda: worker.sees("No longer counts."))
    worker.key(KEY.Key_Escape)


def timeline(worker):
    go_to(worker, "Leila")
    worker.key(KEY.Key_T)
    worker.wait(lambda: worker.page.findChild(TimelineView) is not None)
    worker.wait(lambda: worker.sees("No longer counts."))


MOST_KEYS = {first_visit: 54, visit_without_him: 48, move: 44, attempt: 44, correct: 54, timeline: 4}
"""Keys of each part, typing and Tabs included, with a little room. One that needs more has lost a short way."""


def test_a_family_by_keyboard_alone(worker):
    for part, most in MOST_KEYS.items():
        before = worker.actions
        part(worker)
        assert worker.actions - before <= most, part.__name__


def closed_by_now(worker):
    """The records, as soon as the kit has let go of them."""
    opened = []

    def is_free():
        with suppress(StoreBusyError):
            opened.append(open_records(places.records_file(), PASSPHRASE))
        return bool(opened)

    worker.wait(is_free)
    return opened[0]


def test_what_is_on_record_afterwards(worker):
    first_visit(worker)
    visit_without_him(worker)
    worker.press("Lock")
    worker.wait_for(UnlockPage)
    records = closed_by_now(worker)
    with records:
        family = next(one for one in records.families() if one.name == "Haddad")
        omar = next(one for one in family.carers if one.given_name == "Omar")
        his = [one for one in records.advice(family.id) if one.carer_id == omar.id]
        assert sum(one.outcome is Outcome.GIVEN for one in his) == 4
        assert [one.reason for one in his if one.outcome is Outcome.NOT_GIVEN] == [Reason.NOT_PRESENT]
    records.close()


def test_a_routine_visit_takes_twenty_actions_at_most(worker):
    """Two carers, four resources, each understood: from Today to closed."""
    worker.click("Start visit: Haddad")
    page = worker.wait_for(VisitPage)
    worker.wait(lambda: page.view is not None)
    for answered in ("Leila Haddad: All", "Omar Haddad: All", "Yusuf: Seen", "Next: talk"):
        worker.click(answered)
    grid = page.talk.panel.grid
    worker.wait(grid.isVisible)
    kinds = [column.kind for column in grid.grid_model.columns]
    carers = [at for at, kind in enumerate(kinds) if kind is ColumnKind.CARER]
    for row in range(4):
        cells = [grid.visualRect(grid.grid_model.index(row, at)) for at in (kinds.index(ColumnKind.BOTH), *carers)]
        worker.click_at(grid.viewport(), cells[0].center())
        for cell in cells[1:]:
            worker.click_at(grid.viewport(), cell.center())
    worker.wait(lambda: page.is_kept)
    told = [tick for tick in page.view.draft.ticks if tick.understanding is not None]
    assert len(told) == 8
    for pressed in ("Close", "Close visit"):
        worker.click(pressed)
    worker.wait_for_decision()
    decision = next(each for each in worker.window.findChildren(Decision) if each.isVisible())
    worker.click_at(decision.deed)
    worker.wait_for(FamilyPage)
    assert worker.actions <= MOST_ACTIONS
