"""CUPS by its own commands, on Linux and Macs: the PDF as it is, from standard input; no file is left anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.printing.port import Printer
from kit.domain.errors import PressError
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.leaflet import Leaflet

PATIENCE_S = 15
_NO_SYSTEM = "No printer can be used on this laptop. The leaflet is still here: save it as a PDF, or show it."
_NO_ANSWER = "The printer system does not answer. Nothing was sent. Try again, or save it as a PDF."


class LpPrinting:
    """CUPS by its own commands, on Linux and Macs."""

    def printers(self) -> Sequence[Printer]:
        """Every queue CUPS knows."""
        if not shutil.which("lpstat") or not _is_running():
            return ()
        usual = _asked("lpstat", "-d").stdout.rpartition(":")[2].strip()
        names = _asked("lpstat", "-e").stdout.split()
        states = _asked("lpstat", "-p").stdout
        found = [Printer(name, _title(name), not _is_stopped(states, name), name == usual) for name in names]
        return sorted(found, key=lambda printer: (not printer.is_default, printer.title.casefold()))

    def send(self, leaflet: Leaflet, printer: str, copies: int) -> None:
        """Send the PDF and make sure that the queue took it and moves.

        Raises:
            PressError: no printing system, no such printer, it takes nothing, or it is stopped.
        """
        if not shutil.which("lp") or not shutil.which("lpstat"):
            raise PressError(_NO_SYSTEM)
        if not _is_running():
            message = "Printing is switched off on this laptop. Nothing was sent. Save a PDF, or ask your IT team."
            raise PressError(message)
        before = _state(printer)
        before.check(printer, is_sent=False)
        edge = "short" if leaflet.turns_short else "long"
        sides = ("-o", f"sides=two-sided-{edge}-edge") if leaflet.pages > 1 else ()
        options = ("-o", "media=A4", "-o", "print-scaling=none", "-o", "job-sheets=none", *sides)
        sent = _asked("lp", "-d", printer, "-t", JOB_NAME, "-n", str(copies), *options, given=leaflet.pdf)
        if sent.returncode:
            message = f"The printer {_title(printer)} did not take the leaflet. Try again, or choose another printer."
            raise PressError(message)
        _state(printer).check(printer, is_sent=True)


@dataclass(frozen=True, slots=True)
class _State:
    """What CUPS says of a queue."""

    is_known: bool
    accepts: bool
    stopped: bool

    def check(self, printer: str, *, is_sent: bool) -> None:
        """Refuse a queue that will not print."""
        title = _title(printer)
        if not self.is_known:
            message = f"The printer {title} is not there any more. Nothing was sent. Choose another printer."
        elif not self.accepts and not is_sent:
            message = f"The printer {title} takes no work now. Nothing was sent. Choose another printer."
        elif self.stopped and is_sent:
            message = f"The printer {title} has stopped. The leaflet waits there. See to the printer; do not resend."
        elif self.stopped:
            message = f"The printer {title} is stopped. Nothing was sent. See to the printer, or choose another."
        else:
            return
        raise PressError(message)


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


def _title(printer: str) -> str:
    return printer.replace("_", " ")


def _asked(command: str, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """What a command of the printing system answers, in plain English."""
    path = shutil.which(command)
    if path is None:
        raise PressError(_NO_SYSTEM)
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
        raise PressError(_NO_ANSWER) from error
    said = done.stdout.decode(errors="replace")
    return subprocess.CompletedProcess(done.args, done.returncode, said, done.stderr.decode(errors="replace"))


def _surroundings() -> dict[str, str]:
    """English answers, and the system's own libraries: a frozen kit points programs at its own."""
    around = dict(os.environ) | {"LC_ALL": "C"}
    before = around.pop("LD_LIBRARY_PATH_ORIG", None)
    if getattr(sys, "frozen", False):
        around.pop("LD_LIBRARY_PATH", None)
    return around | ({"LD_LIBRARY_PATH": before} if before else {})
