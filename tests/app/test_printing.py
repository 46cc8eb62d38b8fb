"""Printing: the right printer, one neutral name, no file; and a plain sentence for each way it can fail."""

import os
import sys
import tempfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from kit.app.printing import HowToPrint, lp, save_pdf, saving, system_printing
from kit.app.printing.cups import CupsPrinting
from kit.app.printing.lp import LpPrinting
from kit.app.printing.windows import QtPrinting, draw_pages
from kit.domain.errors import PressError
from kit.domain.leaflet import Leaflet
from tests.app.cups import cups, why_not
from tests.app.papers import leaflet

# -- a real printing system --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def system():
    if reason := why_not():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="cups-") as folder, cups(Path(folder)) as running:
        yield running


@pytest.fixture
def office(system, monkeypatch):
    """The printing system with one printer that is new for each test."""
    monkeypatch.setenv("CUPS_SERVER", system.address)
    for sheet in system.here.joinpath("paper").iterdir():
        sheet.unlink()
    system.add_printer("Front_office")
    yield system
    system.ask("lpadmin", "-x", "Front_office")


def test_printers_have_names_for_people_and_the_usual_one_is_first(office):
    office.add_printer("Back_office")
    office.ask("lpadmin", "-d", "Front_office")
    found = LpPrinting().printers()
    office.ask("lpadmin", "-x", "Back_office")
    assert [(one.name, one.title, one.is_ready, one.is_default) for one in found] == [
        ("Front_office", "Front office", True, True),
        ("Back_office", "Back office", True, False),
    ]


def test_the_leaflet_comes_out_as_it_is(office):
    made = leaflet()
    LpPrinting().send(made, "Front_office", HowToPrint(3))
    paper, told = office.printed()
    assert paper == made.pdf
    assert told[2:4] == ["Leaflet", "3"]
    for option in ("media=A4", "print-scaling=none", "sides=two-sided-long-edge"):
        assert option in told[4].split()


def test_one_page_is_not_printed_on_both_sides(office):
    LpPrinting().send(leaflet("Page 1"), "Front_office", HowToPrint())
    _, told = office.printed()
    assert "sides=" not in told[4]


def test_nothing_the_printing_system_is_told_says_what_is_printed(office):
    LpPrinting().send(leaflet(), "Front_office", HowToPrint())
    _, told = office.printed()
    heard = " ".join(told) + (office.here / "said").read_text(errors="replace")
    assert "Leaflet" in heard
    for word in ("Noah", "Ellison", "sleep", ".pdf"):
        assert word not in heard


@pytest.mark.parametrize(
    ("done", "printer", "said"),
    [
        ((), "Nowhere", "is not there any more. Nothing was sent"),
        (("cupsdisable", "Front_office"), "Front_office", "is stopped. Nothing was sent"),
        (("cupsreject", "Front_office"), "Front_office", "takes no work now. Nothing was sent"),
    ],
)
def test_a_printer_that_will_not_print_is_said_and_gets_nothing(office, done, printer, said):
    office.add_printer("Other")
    office.ask("lpadmin", "-d", "Other")
    if done:
        office.ask(*done)
    with pytest.raises(PressError, match=said):
        LpPrinting().send(leaflet(), printer, HowToPrint())
    office.ask("lpadmin", "-x", "Other")
    assert office.sheets == [], "not on the usual printer either"


def test_a_stopped_printer_is_listed_as_stopped(office):
    office.ask("cupsdisable", "Front_office")
    assert [one.is_ready for one in LpPrinting().printers()] == [False]


def test_without_a_scheduler_there_is_no_printer_and_a_reason(office, monkeypatch, tmp_path):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    assert LpPrinting().printers() == ()
    with pytest.raises(PressError, match="switched off on this laptop"):
        LpPrinting().send(leaflet(), "Front_office", HowToPrint())


# -- programs that answer as told --------------------------------------------------------------------------------------


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """`lp` and `lpstat` of the test's own; each notes its words and surroundings."""
    if os.name == "nt":
        pytest.skip("Windows has no lp")
    monkeypatch.setenv("PATH", str(tmp_path))

    def make(lpstat="echo scheduler is running; echo printer Desk is idle", lp="exit 0"):
        noted = tmp_path / "noted"
        for name, deed in (("lpstat", lpstat), ("lp", lp)):
            script = tmp_path / name
            note = f'echo "{name} $* LC_ALL=$LC_ALL LD_LIBRARY_PATH=$LD_LIBRARY_PATH" >> {noted}'
            script.write_text(f"#!/bin/sh\n{note}\n{deed}\n", encoding="utf-8")
            script.chmod(0o700)
        return noted

    return make


def test_without_the_programs_nothing_can_be_printed(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert LpPrinting().printers() == ()
    with pytest.raises(PressError, match="No printer can be used on this laptop"):
        LpPrinting().send(leaflet(), "Desk", HowToPrint())


def test_a_program_that_goes_away_meanwhile_is_said(programs):
    programs(lpstat="echo printer Desk is idle; /bin/rm -f ${0%stat}")
    with pytest.raises(PressError, match="No printer can be used"):
        LpPrinting().send(leaflet(), "Desk", HowToPrint())


def test_a_refused_job_is_said(programs):
    programs(lp="exit 1")
    with pytest.raises(PressError, match="The printer Desk did not take the leaflet"):
        LpPrinting().send(leaflet(), "Desk", HowToPrint())


def test_a_printer_that_stops_afterwards_is_not_sent_to_again(programs):
    programs(
        lpstat='[ -e "$0.sent" ] && echo printer Desk disabled || echo printer Desk is idle',
        lp='echo > "${0}stat.sent"',
    )
    with pytest.raises(PressError, match=r"has stopped\. The leaflet waits there.*do not resend"):
        LpPrinting().send(leaflet(), "Desk", HowToPrint())


def test_a_printing_system_that_does_not_answer_is_not_waited_for(programs, monkeypatch):
    monkeypatch.setattr(lp, "PATIENCE_S", 0.2)
    programs(lpstat="exec /bin/sleep 30")
    with pytest.raises(PressError, match=r"does not answer\. Nothing was sent"):
        LpPrinting().send(leaflet(), "Desk", HowToPrint())


def test_answers_are_asked_for_in_english_and_with_the_systems_own_libraries(programs, monkeypatch):
    noted = programs()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/frozen")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    LpPrinting().send(leaflet(), "Desk", HowToPrint())
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    LpPrinting().send(leaflet(), "Desk", HowToPrint())
    lines = noted.read_text(encoding="utf-8").splitlines()
    assert all("LC_ALL=C" in line for line in lines)
    assert {line.rpartition("=")[2] for line in lines} == {"", "/own"}


# -- saving ------------------------------------------------------------------------------------------------------------


def test_a_saved_leaflet_is_whole_and_alone(tmp_path):
    made, target = leaflet(), tmp_path / "leaflet.pdf"
    target.write_bytes(b"older")
    assert save_pdf(made, target) == target
    assert target.read_bytes() == made.pdf
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    target = tmp_path / "leaflet.pdf"
    target.write_bytes(b"older")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving.os, "fsync", full)
    with pytest.raises(PressError, match="no room left on that disk"):
        save_pdf(leaflet(), target)
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(PressError, match="folder is not there any more"):
        save_pdf(leaflet(), tmp_path / "gone" / "leaflet.pdf")


def test_a_place_that_is_no_folder_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PressError, match="Nothing can be written in that folder"):
        save_pdf(leaflet(), tmp_path / "file" / "leaflet.pdf")


# -- the way of Windows ------------------------------------------------------------------------------------------------


def to_a_file(target):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_each_page_is_drawn_at_its_size_under_the_neutral_name(qapp, tmp_path):
    target = tmp_path / "drawn.pdf"
    draw_pages(leaflet(), to_a_file(target))
    drawn = PdfReader(target)
    assert len(drawn.pages) == 2
    assert [round(float(side)) for side in drawn.pages[0].mediabox[2:]] == [595, 842]
    assert drawn.metadata.title == "Leaflet"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_page_that_cannot_be_drawn_is_said(qapp, tmp_path):
    broken = Leaflet(b"%PDF-1.4 nothing", 1, "", "x.pdf", "SS-1")
    with pytest.raises(PressError, match="did not take the leaflet"):
        draw_pages(broken, to_a_file(tmp_path / "drawn.pdf"))
    with pytest.raises(PressError, match="did not take the leaflet"):
        draw_pages(leaflet(), to_a_file(tmp_path / "no" / "such" / "folder" / "drawn.pdf"))


def test_a_name_qt_does_not_know_never_becomes_another_printer(qapp):
    with pytest.raises(PressError, match=r"Nowhere is not there any more\. Nothing was sent"):
        QtPrinting().send(leaflet(), "Nowhere", HowToPrint())


@pytest.mark.parametrize(
    ("platform", "kind"), [("win32", QtPrinting), ("linux", CupsPrinting), ("darwin", CupsPrinting)]
)
def test_each_system_has_its_own_way(monkeypatch, platform, kind):
    monkeypatch.setattr(sys, "platform", platform)
    assert isinstance(system_printing(), kind)
