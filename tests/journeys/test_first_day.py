"""The first day with the kit: real threads, encrypted files, library and server; only the printer is a script.

A worker sets the kit up, adds a family, holds a visit by keys alone, shows and prints, closes, sends, locks, and finds
after unlocking who was told what.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

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
from kit.app.widgets.notice import Notice
from kit.start import RecordsDrawer
from kit.store.door import open_records
from kit.upload.receiver import PracticeReceiver
from tests.journeys.keyboard import CTRL, KEY, PASSPHRASE, application

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
    pytest.mark.skipif(os.name == "nt", reason="the printer is a shell script"),
]

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
    worker.take_back()
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
