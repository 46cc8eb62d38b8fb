"""CUPS on Linux and Macs: the PDF as it is, under one neutral name; asked before, after, and until it is done.

It speaks IPP, which tells what `lp` keeps to itself: whether a job was thrown away, and why one waits. Where IPP does
not do - a password, a secure line, a printer that CUPS only makes when it is used - `lp` does, and nobody can follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.printing.ipp import Answer, Kind, NotSpokenError, Operation, Question, ask, number, words
from kit.app.printing.lp import LpPrinting, job_options, title_of
from kit.app.printing.port import HowToPrint, JobState, Printer, PrintJob, Progress
from kit.domain.errors import (
    DriverError,
    JobRefusedError,
    NoPrinterError,
    PaperError,
    PrinterError,
    PrinterStoppedError,
    UnreachableError,
)
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.printing.ipp import Group
    from kit.domain.leaflet import Leaflet

_STOPPED = 5
"""printer-state: 3 idle, 4 processing, 5 stopped."""

_CANCELLED, _ABORTED, _DONE = 7, 8, 9
"""job-state: 3 pending, 4 held, 5 processing, 6 stopped, then these."""

_NEEDS_A_HAND = (
    "media-empty",
    "media-needed",
    "media-jam",
    "input-tray-missing",
    "output-area-full",
    "door-open",
    "cover-open",
    "interlock-open",
    "toner-empty",
    "marker-supply-empty",
)
_DOES_NOT_ANSWER = ("offline", "connecting-to-device", "timed-out", "shutdown")
_HARMLESS = ("-warning", "-report")
_OF_A_PRINTER = (
    "printer-name",
    "printer-info",
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "color-supported",
    "sides-supported",
)
_OF_A_JOB = ("job-state", "job-state-reasons", "job-printer-state-message")


class CupsPrinting:
    """IPP first, `lp` where it does not do."""

    def __init__(self) -> None:
        self._lp = LpPrinting()

    def printers(self) -> Sequence[Printer]:
        """Every queue CUPS knows, and the printers it would make one for."""
        try:
            answer = ask(Question(Operation.PRINTERS, about=_wanted(_OF_A_PRINTER)))
            usual = ask(Question(Operation.DEFAULT_PRINTER, about=_wanted(("printer-name",))))
        except NotSpokenError:
            return self._lp.printers()
        default = words(usual.groups[0], "printer-name")[0] if usual.is_good and usual.groups else ""
        known = [_printer(_Queue.of(group), default) for group in answer.groups if words(group, "printer-name")]
        names = {printer.name for printer in known}
        found = [*known, *(printer for printer in self._lp.printers() if printer.name not in names)]
        return sorted(found, key=lambda printer: (not printer.is_default, printer.title.casefold()))

    def send(self, leaflet: Leaflet, printer: str, how: HowToPrint) -> PrintJob | None:
        """Send the PDF to a queue that takes it and moves, and make sure that it has it.

        Raises:
            PrinterError: why not; nothing was sent unless it says so.
        """
        try:
            queue = _queue(printer)
        except NotSpokenError:
            return self._lp.send(leaflet, printer, how)
        if queue is None and self._lp.knows(printer):
            return self._lp.send(leaflet, printer, how)
        _check(queue, printer)
        try:
            answer = ask(_print_job(leaflet, printer, how), leaflet.pdf)
        except NotSpokenError as error:
            message = "The printing system did not answer to the end. Look at the printer before you send it again."
            raise UnreachableError(message, is_sent=True) from error
        if not answer.is_good or not answer.groups:
            message = f"The printer {title_of(printer)} did not take the leaflet. Choose another, or save it as a PDF."
            raise JobRefusedError(message)
        return PrintJob(printer, number(answer.groups[0], "job-id"))

    def progress(self, job: PrintJob) -> Progress:
        """Where the job stands, and what keeps it.

        Raises:
            UnreachableError: the printing system does not answer now.
        """
        try:
            about: list[tuple[Kind, str, int | str | Sequence[str]]] = [(Kind.INTEGER, "job-id", job.number)]
            answer = ask(Question(Operation.GET_JOB, job.printer, [*about, *_wanted(_OF_A_JOB)]))
            return _progress(answer, _queue(job.printer), job.printer)
        except NotSpokenError as error:
            raise UnreachableError(_SILENT, is_sent=True) from error

    def cancel(self, job: PrintJob) -> None:
        """Take the job back; one that is over stays as it is.

        Raises:
            UnreachableError: the printing system does not answer now.
        """
        try:
            ask(Question(Operation.CANCEL_JOB, job.printer, [(Kind.INTEGER, "job-id", job.number)]))
        except NotSpokenError as error:
            raise UnreachableError(_SILENT, is_sent=True) from error


_SILENT = "The printing system does not answer. The leaflet was sent; nobody can tell what became of it."


@dataclass(frozen=True, slots=True)
class _Queue:
    """What CUPS says of a queue."""

    name: str
    title: str
    accepts: bool
    is_stopped: bool
    reasons: tuple[str, ...]
    has_colour: bool
    has_two_sides: bool

    @classmethod
    def of(cls, group: Group) -> _Queue:
        """What a group of an answer says."""
        name = words(group, "printer-name")[0]
        told = "".join(words(group, "printer-info")[:1])
        return cls(
            name,
            told if told and told != name else title_of(name),
            accepts=bool(number(group, "printer-is-accepting-jobs")),
            is_stopped=number(group, "printer-state") == _STOPPED,
            reasons=words(group, "printer-state-reasons"),
            has_colour=bool(number(group, "color-supported")),
            has_two_sides=any(side.startswith("two-sided") for side in words(group, "sides-supported")),
        )

    def needs_a_hand(self) -> bool:
        """Whether paper, ink or a door keeps it."""
        return any(_means(reason, _NEEDS_A_HAND) for reason in self.reasons if not reason.endswith(_HARMLESS))

    def does_not_answer(self) -> bool:
        """Whether CUPS looks for it in vain."""
        return any(_means(reason, _DOES_NOT_ANSWER) for reason in self.reasons)


def _means(reason: str, meant: Sequence[str]) -> bool:
    return any(reason == each or reason.startswith(f"{each}-") for each in meant)


def _wanted(names: Sequence[str]) -> list[tuple[Kind, str, int | str | Sequence[str]]]:
    return [(Kind.KEYWORD, "requested-attributes", names)]


def _printer(queue: _Queue, usual: str) -> Printer:
    is_ready = queue.accepts and not queue.is_stopped
    return Printer(
        queue.name, queue.title, is_ready, queue.name == usual, queue.has_colour, has_two_sides=queue.has_two_sides
    )


def _queue(printer: str) -> _Queue | None:
    """The queue as it is now; None when there is none."""
    answer = ask(Question(Operation.GET_PRINTER, printer, _wanted(_OF_A_PRINTER)))
    known = [group for group in answer.groups if words(group, "printer-name")]
    return _Queue.of(known[0]) if answer.is_good and known else None


def _check(queue: _Queue | None, printer: str) -> None:
    """Refuse a queue that will not print.

    Reasons alone are no trouble yet: CUPS keeps "no paper" of the last job until the next one says otherwise.
    """
    title = queue.title if queue else title_of(printer)
    if queue is None:
        message = f"The printer {title} is not there any more. Nothing was sent. Choose another printer."
        raise NoPrinterError(message)
    if not queue.accepts:
        message = f"The printer {title} takes no work now. Nothing was sent. Choose another printer."
        raise JobRefusedError(message)
    if queue.is_stopped and queue.needs_a_hand():
        message = f"The printer {title} has no paper, or it is jammed. Nothing was sent. See to it, then try again."
        raise PaperError(message)
    if queue.is_stopped:
        message = f"The printer {title} is stopped. Nothing was sent. See to the printer, or choose another."
        raise PrinterStoppedError(message)


def _print_job(leaflet: Leaflet, printer: str, how: HowToPrint) -> Question:
    """One neutral name and no file name; no sheet in front that would print the name."""
    return Question(
        Operation.PRINT_JOB,
        printer,
        [(Kind.NAME, "job-name", JOB_NAME), (Kind.MIME, "document-format", "application/pdf")],
        [
            (Kind.INTEGER, "copies", how.copies),
            *((Kind.KEYWORD, name, value) for name, value in job_options(leaflet, how)),
        ],
    )


def _progress(answer: Answer, queue: _Queue | None, printer: str) -> Progress:
    title = queue.title if queue else title_of(printer)
    if not answer.is_good or not answer.groups:
        message = f"The printer {title} is gone, and the leaflet with it. Look at the printer, or choose another."
        return Progress(JobState.FAILED, NoPrinterError(message))
    state, reasons = number(answer.groups[0], "job-state"), words(answer.groups[0], "job-state-reasons")
    if state == _ABORTED or (state == _DONE and "job-completed-with-errors" in reasons):
        message = f"The printer {title} could not print the leaflet. Save it as a PDF, or choose another printer."
        return Progress(JobState.FAILED, DriverError(message))
    if state in {_DONE, _CANCELLED}:
        return Progress(JobState.DONE if state == _DONE else JobState.CANCELLED)
    return Progress(JobState.SENT, _keeping(queue, title))


def _keeping(queue: _Queue | None, title: str) -> PrinterError | None:
    """What keeps a job that was sent."""
    if queue is None:
        return None
    if queue.needs_a_hand():
        message = f"The printer {title} has no paper, or it is jammed. The leaflet waits there. Do not send it again."
        return PaperError(message, is_sent=True)
    if queue.is_stopped:
        message = f"The printer {title} has stopped. The leaflet waits there. See to the printer; do not send it again."
        return PrinterStoppedError(message, is_sent=True)
    if queue.does_not_answer():
        message = f"The printer {title} does not answer yet. The leaflet waits for it. Is it switched on?"
        return UnreachableError(message, is_sent=True)
    return None
