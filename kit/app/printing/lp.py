"""CUPS by its own commands: the PDF as it is, from standard input; no file is left anywhere.

They say little: nobody can tell from them what became of a job. The kit uses them where IPP does not do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.printing.port import Printer
from kit.domain.errors import JobRefusedError, NoPrinterError, PrinterStoppedError, UnreachableError
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.printing.port import HowToPrint, PrintJob
    from kit.domain.leaflet import Leaflet

PATIENCE_S = 15
_NO_SYSTEM = "No printer can be used on this laptop. The leaflet is still here: save it as a PDF, or show it."
_NO_ANSWER = "The printer system does not answer. Nothing was sent. Try again, or save it as a PDF."


def job_options(leaflet: Leaflet, how: HowToPrint) -> Sequence[tuple[str, str]]:
    """True size on A4, no sheet in front that would print the name, and what the worker chose."""
    edge = "short" if leaflet.turns_short else "long"
    sides = f"two-sided-{edge}-edge" if how.on_both_sides else "one-sided"
    return (
        ("media", "A4"),
        ("print-scaling", "none"),
        ("job-sheets", "none"),
        *([("sides", sides)] if leaflet.pages > 1 else []),
        *([] if how.in_colour else [("print-color-mode", "monochrome")]),
    )


class LpPrinting:
    """Sends, and leaves it at that."""

    def knows(self, printer: str) -> bool:
        """Whether CUPS has this printer, or would make a queue for it when asked."""
        return bool(shutil.which("lpstat")) and printer in _asked("lpstat", "-e").stdout.split()

    def printers(self) -> Sequence[Printer]:
        """Every queue CUPS knows."""
        if not shutil.which("lpstat") or not _is_running():
            return ()
        usual = _asked("lpstat", "-d").stdout.rpartition(":")[2].strip()
        names = _asked("lpstat", "-e").stdout.split()
        states = _asked("lpstat", "-p").stdout
        found = [Printer(name, title_of(name), not _is_stopped(states, name), name == usual) for name in names]
        return sorted(found, key=lambda printer: (not printer.is_default, printer.title.casefold()))

    def send(self, leaflet: Leaflet, printer: str, how: HowToPrint) -> PrintJob | None:
        """Send the PDF and make sure that the queue took it and moves.

        Raises:
            PrinterError: no printing system, no such printer, it takes nothing, or it is stopped.
        """
        if not shutil.which("lp") or not shutil.which("lpstat"):
            raise NoPrinterError(_NO_SYSTEM)
        if not _is_running():
            message = "Printing is switched off on this laptop. Nothing was sent. Save a PDF, or ask your IT team."
            raise UnreachableError(message)
        before = _state(printer)
        before.check(printer, is_sent=False)
        options = [part for name, value in job_options(leaflet, how) for part in ("-o", f"{name}={value}")]
        sent = _asked("lp", "-d", printer, "-t", JOB_NAME, "-n", str(how.copies), *options, given=leaflet.pdf)
        if sent.returncode:
            message = f"The printer {title_of(printer)} did not take the leaflet. Try again, or choose another printer."
            raise JobRefusedError(message)
        _state(printer).check(printer, is_sent=True)
        return None


@dataclass(frozen=True, slots=True)
class _State:
    """What CUPS says of a queue."""

    is_known: bool
    accepts: bool
    stopped: bool

    def check(self, printer: str, *, is_sent: bool) -> None:
        """Refuse a queue that will not print."""
        title = title_of(printer)
        if not self.is_known:
            message = f"The printer {title} is not there any more. Nothing was sent. Choose another printer."
            raise NoPrinterError(message)
        if not self.accepts and not is_sent:
            message = f"The printer {title} takes no work now. Nothing was sent. Choose another printer."
            raise JobRefusedError(message)
        if self.stopped and is_sent:
            message = f"The printer {title} has stopped. The leaflet waits there. See to the printer; do not resend."
            raise PrinterStoppedError(message, is_sent=True)
        if self.stopped:
            message = f"The printer {title} is stopped. Nothing was sent. See to the printer, or choose another."
            raise PrinterStoppedError(message)


def _state(printer: str) -> _State:
    known = _asked("lpstat", "-p", printer)
    takes = _asked("lpstat", "-a", printer)
    return _State(
        is_known=known.returncode == 0 and bool(known.stdout.strip()),
        accepts=" not accepting " not in takes.stdout,
        stopped=_is_stopped(known.stdout, printer),
    )


def _is_stopped(states: str, printer: str) -> bool:
    return f"printer {printer} disabled" in states


def _is_running() -> bool:
    """Whether there is a scheduler; `lpstat -r` says so in words and always ends well."""
    return "not running" not in _asked("lpstat", "-r").stdout


def title_of(printer: str) -> str:
    """The name of a queue as people say it."""
    return printer.replace("_", " ")


def _asked(command: str, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """What a command of the printing system answers, in plain English."""
    path = shutil.which(command)
    if path is None:
        raise NoPrinterError(_NO_SYSTEM)
    try:
        done = subprocess.run(  # noqa: S603 - the system's own command, with arguments of our own
            [path, *arguments],
            input=given or b"",
            capture_output=True,
            env=_surroundings(),
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnreachableError(_NO_ANSWER) from error
    said = done.stdout.decode(errors="replace")
    return subprocess.CompletedProcess(done.args, done.returncode, said, done.stderr.decode(errors="replace"))


def _surroundings() -> dict[str, str]:
    """English answers, and the system's own libraries: a frozen kit points programs at its own."""
    around = dict(os.environ) | {"LC_ALL": "C"}
    before = around.pop("LD_LIBRARY_PATH_ORIG", None)
    if getattr(sys, "frozen", False):
        around.pop("LD_LIBRARY_PATH", None)
    return around | ({"LD_LIBRARY_PATH": before} if before else {})
