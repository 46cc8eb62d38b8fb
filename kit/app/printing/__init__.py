"""Printing: the system's own way on each system, from memory, under one neutral name, never on another printer.

Linux and Macs take a PDF as it is, by IPP or from standard input, so that no file and no file name is left anywhere.
Windows gets each page as a picture through Qt. What was handed over is "sent" until the system says that the job is
done. The press thread does it, because every printing system may keep its askers waiting.
"""

from __future__ import annotations

import sys

from kit.app.printing.cups import CupsPrinting
from kit.app.printing.port import HowToPrint, JobState, Printer, Printing, PrintJob, Progress
from kit.app.printing.saving import save_file, save_pdf

__all__ = [
    "HowToPrint",
    "JobState",
    "PrintJob",
    "Printer",
    "Printing",
    "Progress",
    "save_file",
    "save_pdf",
    "system_printing",
]


def system_printing() -> Printing:
    """The way to print on this system."""
    if sys.platform == "win32":
        from kit.app.printing.windows import QtPrinting  # noqa: PLC0415 - Qt's printing is not wanted elsewhere

        return QtPrinting()
    return CupsPrinting()
