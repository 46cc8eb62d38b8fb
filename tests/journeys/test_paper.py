"""A leaflet on its way to paper: the real window, threads, encrypted records, library and press, and a real CUPS."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from kit.app.look.marks import Mark
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.leaflet import LeafletPage
from kit.app.pages.paper import PaperPage
from kit.app.pages.visit import TALK, VisitPage
from tests.app.cups import cups, why_not
from tests.journeys.keyboard import CTRL, KEY, practice_families

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "CUPS is here"),
]
PAPER = "Front_office"


@pytest.fixture
def office(monkeypatch):
    """A printing system with one printer."""
    with tempfile.TemporaryDirectory(prefix="cups-") as folder, cups(Path(folder)) as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        running.add_printer(PAPER)
        yield running


@pytest.fixture
def worker(qapp, qtbot, tmp_path, monkeypatch, office):
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    with practice_families(qapp, qtbot) as (somebody, _rooms):
        yield somebody


def print_in_visit(worker):
    """Leila is here; the first leaflet of her visit goes to the printer."""
    worker.press("Start visit: Haddad")
    visit = worker.wait_for(VisitPage)
    worker.wait(lambda: visit.view is not None)
    worker.key(KEY.Key_A)
    worker.key(KEY.Key_2, modifier=CTRL)
    assert visit.heading.step == TALK
    worker.key(KEY.Key_P, modifier=CTRL)
    leaflet = worker.wait_for(LeafletPage)
    worker.wait(leaflet.heading.primary.isEnabled)
    worker.key(KEY.Key_P, modifier=CTRL)
    return visit


def test_it_is_printed_followed_and_talked_through(worker, office):
    visit = print_in_visit(worker)
    worker.wait(lambda: worker.sees("Printed on Front office."))
    sheet, told = office.printed()
    assert sheet.startswith(b"%PDF")
    assert told[2] == "Leaflet"
    worker.press("Leila, not yet ticked")
    worker.key(KEY.Key_Escape)
    worker.wait(lambda: worker.page is visit)
    worker.wait(lambda: visit.is_kept)
    model = visit.talk.panel.grid.grid_model
    column = [each.title for each in model.columns].index("Leila")
    assert model.cell(0, column).mark is Mark.NOT_CHECKED


def test_with_the_printer_stopped_it_waits_and_is_printed_later(worker, office):
    office.ask("cupsdisable", PAPER)
    visit = print_in_visit(worker)
    worker.wait(lambda: worker.sees("The printer Front office is stopped."))
    worker.press("Print later")
    worker.wait(lambda: worker.sees("It is on the list to print later."))
    assert office.sheets == []
    worker.key(KEY.Key_Escape)
    worker.wait(lambda: worker.page is visit)
    worker.press("Back")
    worker.press("Today")
    worker.wait_for(CaseloadPage)
    worker.press("Printed leaflets")
    worker.wait_for(PaperPage)
    office.ask("cupsenable", PAPER)
    worker.press("Print: ")
    leaflet = worker.wait_for(LeafletPage)
    worker.wait(leaflet.heading.primary.isEnabled)
    worker.key(KEY.Key_P, modifier=CTRL)
    worker.wait(lambda: worker.sees("Printed on Front office."))
    assert office.printed()[1][2] == "Leaflet"
    worker.key(KEY.Key_Escape)
    worker.wait_for(PaperPage)
    worker.wait(lambda: worker.sees("Nothing waits to be printed."))
