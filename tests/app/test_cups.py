"""A real CUPS: the leaflet as it is, under a neutral name, each way to fail told by its own error, and to the end."""

import http.server
import socket
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from kit.app.printing import HowToPrint, JobState, PrintJob, ipp
from kit.app.printing.cups import CupsPrinting
from kit.domain.errors import (
    DriverError,
    JobRefusedError,
    NoPrinterError,
    PaperError,
    PrinterStoppedError,
    UnreachableError,
)
from tests.app.cups import PATIENCE_S, cups, why_not
from tests.app.papers import leaflet

TROUBLED = """\
#!/bin/sh
[ $# -lt 5 ] && exit 0
here="${DEVICE_URI#troubled:}"
cat "$here/says" >&2
while [ -e "$here/holds" ]; do sleep 0.05; done
exit "$(cat "$here/ends")"
"""
"""A printer that says what it is told to say, holds the paper back, and ends as it is told to end."""


@pytest.fixture(scope="module")
def system():
    if reason := why_not():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="cups-") as folder, cups(Path(folder)) as running:
        backend = running.here / "bin" / "backend" / "troubled"
        backend.write_text(TROUBLED, encoding="utf-8")
        backend.chmod(0o700)
        yield running


@pytest.fixture
def office(system, monkeypatch):
    """The printing system with one printer that is new for each test, and another that is the usual one."""
    monkeypatch.setenv("CUPS_SERVER", system.address)
    for sheet in system.here.joinpath("paper").iterdir():
        sheet.unlink()
    system.add_printer("Front_office")
    system.add_printer("Usual")
    system.ask("lpadmin", "-d", "Usual")
    yield system
    for name in ("Front_office", "Usual"):
        system.ask("lpadmin", "-x", name)


@pytest.fixture
def troubled(office, tmp_path):
    """A printer in trouble; it is told what to say, and whether and how it ends."""

    def make(says="", ends=0, *, holds=True):
        (tmp_path / "says").write_text(says)
        (tmp_path / "ends").write_text(str(ends))
        if holds:
            (tmp_path / "holds").touch()
        policy = ("-o", "printer-error-policy=abort-job")
        office.ask("lpadmin", "-p", "Troubled", "-E", "-v", f"troubled:{tmp_path}", "-m", "raw", *policy)
        return tmp_path / "holds"

    yield make
    (tmp_path / "holds").unlink(missing_ok=True)
    office.ask("lpadmin", "-x", "Troubled")


def until(job, is_so):
    """What became of a job, as soon as it is so."""
    for _ in range(PATIENCE_S * 20):
        progress = CupsPrinting().progress(job)
        if is_so(progress):
            return progress
        threading.Event().wait(0.05)
    message = f"it never was so: {progress}"
    raise AssertionError(message)


def is_over(progress):
    return progress.state.is_over


def is_troubled(progress):
    return progress.trouble is not None


# -- what comes out ----------------------------------------------------------------------------------------------------


def test_printers_have_names_for_people_and_the_usual_one_is_first(office):
    office.ask("lpadmin", "-p", "Front_office", "-D", "By the door")
    found = CupsPrinting().printers()
    assert [(one.name, one.title, one.is_ready, one.is_default) for one in found] == [
        ("Usual", "Usual", True, True),
        ("Front_office", "By the door", True, False),
    ]


def test_a_raw_queue_offers_no_colour_and_no_second_side(office):
    assert {(one.has_colour, one.has_two_sides) for one in CupsPrinting().printers()} == {(False, False)}


def test_a_printer_that_does_not_print_is_listed_as_not_ready(office):
    office.ask("cupsdisable", "Front_office")
    office.ask("cupsreject", "Usual")
    assert [one.is_ready for one in CupsPrinting().printers()] == [False, False]


def test_the_leaflet_comes_out_as_it_is_at_true_size(office):
    made = leaflet()
    CupsPrinting().send(made, "Front_office", HowToPrint(copies=3))
    paper, told = office.printed()
    assert paper == made.pdf
    assert told[2:4] == ["Leaflet", "3"]
    options = told[4].split()
    for option in ("media=A4", "print-scaling=none", "sides=two-sided-long-edge"):
        assert option in options
    assert not any(option.startswith("print-color-mode=") for option in options), "as the printer is set"


def test_black_and_white_on_one_side_is_what_comes_out(office):
    CupsPrinting().send(leaflet(), "Front_office", HowToPrint(in_colour=False, on_both_sides=False))
    options = office.printed()[1][4].split()
    assert {"print-color-mode=monochrome", "sides=one-sided"} <= set(options)


def test_one_page_has_no_second_side(office):
    CupsPrinting().send(leaflet("Page 1"), "Front_office", HowToPrint())
    assert "sides=" not in office.printed()[1][4]


def test_nothing_the_printing_system_hears_says_what_is_printed(office):
    CupsPrinting().send(leaflet(), "Front_office", HowToPrint())
    _, told = office.printed()
    heard = " ".join(told) + (office.here / "said").read_text(errors="replace")
    assert "Leaflet" in heard
    for word in ("Noah", "Ellison", "sleep", ".pdf"):
        assert word not in heard


def test_nothing_is_left_in_a_temporary_folder(office, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert tempfile.gettempdir() == str(tmp_path)
    printing = CupsPrinting()
    until(printing.send(leaflet(), "Front_office", HowToPrint()), is_over)
    with pytest.raises(NoPrinterError):
        printing.send(leaflet(), "Nowhere", HowToPrint())
    assert list(tmp_path.iterdir()) == []
    assert list((office.here / "temporary").iterdir()) == []


# -- what is refused before sending ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "printer", "kind", "said"),
    [
        ((), "Nowhere", NoPrinterError, "is not there any more. Nothing was sent"),
        (("cupsdisable", "Front_office"), "Front_office", PrinterStoppedError, "is stopped. Nothing was sent"),
        (("cupsreject", "Front_office"), "Front_office", JobRefusedError, "takes no work now. Nothing was sent"),
    ],
)
def test_a_printer_that_will_not_print_is_said_and_nothing_comes_out_anywhere(office, done, printer, kind, said):
    if done:
        office.ask(*done)
    with pytest.raises(kind, match=said) as refused:
        CupsPrinting().send(leaflet(), printer, HowToPrint())
    assert not refused.value.is_sent
    assert office.sheets == [], "not on the usual printer either"


def test_a_job_cups_does_not_take_is_refused(office):
    office.ask("lpadmin", "-p", "Front_office", "-u", "allow:nobody-at-all")
    with pytest.raises(JobRefusedError, match="did not take the leaflet"):
        CupsPrinting().send(leaflet(), "Front_office", HowToPrint())
    assert office.sheets == []


def test_a_name_with_blanks_is_a_name(office):
    with pytest.raises(NoPrinterError):
        CupsPrinting().send(leaflet(), "No such printer", HowToPrint())


def test_without_a_scheduler_it_says_so(office, monkeypatch, tmp_path):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    printing = CupsPrinting()
    assert printing.printers() == ()
    with pytest.raises(UnreachableError, match="switched off on this laptop"):
        printing.send(leaflet(), "Front_office", HowToPrint())
    for asked in (printing.progress, printing.cancel):
        with pytest.raises(UnreachableError, match="nobody can tell") as silent:
            asked(PrintJob("Front_office", 1))
        assert silent.value.is_sent


# -- what becomes of it ------------------------------------------------------------------------------------------------


def test_it_is_sent_until_it_is_done(troubled):
    holds = troubled()
    job = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    assert CupsPrinting().progress(job).state is JobState.SENT
    holds.unlink()
    assert until(job, is_over).state is JobState.DONE


def test_a_job_is_taken_back(office, troubled):
    troubled()
    job = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    CupsPrinting().cancel(job)
    assert until(job, is_over).state is JobState.CANCELLED
    CupsPrinting().cancel(job)
    assert CupsPrinting().progress(job).state is JobState.CANCELLED, "what is over stays as it is"


@pytest.mark.parametrize(
    ("says", "kind", "said"),
    [
        ("STATE: +media-empty-error\n", PaperError, "has no paper, or it is jammed"),
        ("STATE: +media-jam\n", PaperError, "has no paper, or it is jammed"),
        ("STATE: +cover-open-error\n", PaperError, "has no paper, or it is jammed"),
        ("STATE: +connecting-to-device\n", UnreachableError, "does not answer yet"),
        ("STATE: +offline-report\n", UnreachableError, "does not answer yet"),
    ],
)
def test_what_keeps_a_job_is_told_while_it_waits(troubled, says, kind, said):
    holds = troubled(says)
    job = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    waiting = until(job, is_troubled)
    assert waiting.state is JobState.SENT
    assert isinstance(waiting.trouble, kind)
    assert said in str(waiting.trouble)
    assert waiting.trouble.is_sent, "so that nobody sends it twice"
    holds.unlink()
    assert until(job, is_over).state is JobState.DONE


def test_low_ink_keeps_nobody_from_printing(office, troubled):
    troubled("STATE: +toner-low-report,media-low-warning\n", holds=False)
    job = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    assert until(job, is_over).trouble is None


def test_no_paper_of_the_last_job_does_not_refuse_the_next(office, troubled):
    troubled("STATE: +media-empty-error\n", holds=False)
    for _ in range(2):
        job = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
        assert until(job, is_over).state is JobState.DONE


def test_a_printer_that_stops_afterwards_keeps_the_leaflet(office, troubled):
    troubled()
    first = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    second = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    office.ask("cupsdisable", "Troubled")
    waiting = until(second, is_troubled)
    assert isinstance(waiting.trouble, PrinterStoppedError)
    assert "The leaflet waits there" in str(waiting.trouble)
    assert waiting.trouble.is_sent
    CupsPrinting().cancel(second)
    assert until(second, is_over).state is JobState.CANCELLED
    CupsPrinting().cancel(first)


def test_a_stopped_printer_without_paper_says_paper(office, troubled):
    troubled("STATE: +media-empty-error\n", holds=False)
    until(CupsPrinting().send(leaflet(), "Troubled", HowToPrint()), is_over)
    office.ask("cupsdisable", "Troubled")
    with pytest.raises(PaperError, match="has no paper, or it is jammed"):
        CupsPrinting().send(leaflet(), "Troubled", HowToPrint())


def test_a_leaflet_that_could_not_be_printed_is_the_drivers_failure(troubled):
    troubled(ends=1, holds=False)
    failed = until(CupsPrinting().send(leaflet(), "Troubled", HowToPrint()), is_over)
    assert failed.state is JobState.FAILED
    assert isinstance(failed.trouble, DriverError)
    assert not failed.trouble.is_sent


def test_a_queue_that_is_taken_away_takes_the_leaflet_with_it(office, troubled):
    troubled()
    job = CupsPrinting().send(leaflet(), "Troubled", HowToPrint())
    office.ask("lpadmin", "-x", "Troubled")
    gone = until(job, is_over)
    assert gone.state in {JobState.FAILED, JobState.CANCELLED}
    troubled()


# -- where IPP does not do ---------------------------------------------------------------------------------------------


@contextmanager
def answering(status, body=b"", *, kind="text/html"):
    """Something at the printing port that speaks HTTP."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            """Nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("status", "body"), [(401, b""), (426, b""), (200, b"<html>"), (200, b"\2\0\0\0\0\0\0\1\1G")])
def test_what_does_not_speak_ipp_is_left_to_lp(status, body, monkeypatch, tmp_path):
    asked = tmp_path / "asked"
    for name, deed in (("lpstat", "echo printer Desk is idle; echo Desk"), ("lp", "/bin/cat > /dev/null")):
        script = tmp_path / name
        script.write_text(f'#!/bin/sh\necho "{name} $*" >> {asked}\n{deed}\n', encoding="utf-8")
        script.chmod(0o700)
    with answering(status, body) as address:
        monkeypatch.setenv("CUPS_SERVER", address)
        monkeypatch.setenv("PATH", str(tmp_path))
        assert CupsPrinting().send(leaflet(), "Desk", HowToPrint(copies=2)) is None, "nobody can follow it"
    sent = next(line for line in asked.read_text().splitlines() if line.startswith("lp -d"))
    assert sent.startswith("lp -d Desk -t Leaflet -n 2 -o media=A4")


def test_a_printing_system_that_says_nothing_is_not_waited_for(monkeypatch, tmp_path):
    monkeypatch.setattr(ipp, "PATIENCE_S", 0.2)
    monkeypatch.setenv("PATH", str(tmp_path))
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(NoPrinterError, match="No printer can be used"):
            CupsPrinting().send(leaflet(), "Desk", HowToPrint())


def test_an_answer_that_breaks_off_may_have_been_sent(office, monkeypatch):
    asked = ipp.ask

    def broken(question, document=b""):
        if document:
            raise ipp.NotSpokenError("gone")
        return asked(question, document)

    monkeypatch.setattr("kit.app.printing.cups.ask", broken)
    with pytest.raises(UnreachableError, match="Look at the printer before you send it again") as error:
        CupsPrinting().send(leaflet(), "Front_office", HowToPrint())
    assert error.value.is_sent


# -- bytes -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("server", "host", "port"),
    [
        ("printers.example", "printers.example", 631),
        ("here:8631", "here", 8631),
        ("here:8631/version=1.1", "here", 8631),
    ],
)
def test_the_server_is_where_cups_server_says(monkeypatch, server, host, port):
    monkeypatch.setenv("CUPS_SERVER", server)
    connection = ipp._connection()  # noqa: SLF001 - no other way to see where it goes
    assert (connection.host, connection.port) == (host, port)


def test_values_are_read_by_their_kind_and_further_ones_belong_to_the_last():
    answer = ipp.read_answer(
        b"\x02\x00\x00\x01\x00\x00\x00\x07\x01"
        b"\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x04"
        b"\x42\x00\x0cprinter-name\x00\x04Desk"
        b"\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x05"
        b"\x22\x00\x0fcolor-supported\x00\x01\x01"
        b"\x44\x00\x0fsides-supported\x00\x09one-sided\x44\x00\x00\x00\x13two-sided-long-edge"
        b"\x30\x00\x04more\x00\x02\xff\xfe"
        b"\x03"
    )
    assert answer.is_good
    (group,) = answer.groups
    assert ipp.words(group, "printer-name") == ("Desk",)
    assert ipp.number(group, "printer-state") == 5
    assert ipp.number(group, "color-supported") == 1
    assert ipp.words(group, "sides-supported") == ("one-sided", "two-sided-long-edge")
    assert ipp.words(group, "more") == ()
    assert ipp.number(group, "nothing") == 0
