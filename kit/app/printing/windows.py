"""Printing through Qt, as pictures of pages: the dependable way on Windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kit.app.printing.port import JobState, Printer, PrintJob, Progress
from kit.domain.errors import JobRefusedError, NoPrinterError, PrinterStoppedError
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.printing.port import HowToPrint
    from kit.domain.leaflet import Leaflet

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


class QtPrinting:
    """The printers Qt knows. Qt drops a job silently in some states, so each is asked for before and after."""

    def printers(self) -> Sequence[Printer]:
        """Every printer of the system, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        found = [
            Printer(
                name,
                one.description() or name,
                _is_ready(one),
                name == usual,
                QPrinter.ColorMode.Color in one.supportedColorModes(),
                has_two_sides=QPrinter.DuplexMode.DuplexLongSide in one.supportedDuplexModes(),
            )
            for one in QPrinterInfo.availablePrinters()
            if (name := one.printerName())
        ]
        return sorted(found, key=lambda printer: (not printer.is_default, printer.title.casefold()))

    def send(self, leaflet: Leaflet, printer: str, how: HowToPrint) -> PrintJob | None:
        """Draw every page on this printer and no other. Qt tells nothing of a job that it has handed over.

        Raises:
            PrinterError: no such printer, it is in trouble, or the pages could not be drawn.
        """
        info = QPrinterInfo.printerInfo(printer)
        target = QPrinter(info, QPrinter.PrinterMode.HighResolution) if not info.isNull() else None
        # Given a name it does not know, Qt quietly keeps the usual printer.
        if target is None or target.printerName() != printer:
            message = f"The printer {printer} is not there any more. Nothing was sent. Choose another printer."
            raise NoPrinterError(message)
        if not _is_ready(info):
            message = f"The printer {printer} is stopped. Nothing was sent. See to the printer, or choose another."
            raise PrinterStoppedError(message)
        target.setCopyCount(how.copies)
        if not how.in_colour:
            target.setColorMode(QPrinter.ColorMode.GrayScale)
        draw_pages(leaflet, target, on_both_sides=how.on_both_sides)
        if not _is_ready(QPrinterInfo.printerInfo(printer)):
            message = (
                f"The printer {printer} has stopped. The leaflet may wait there. See to the printer; do not send again."
            )
            raise PrinterStoppedError(message, is_sent=True)
        return None

    def progress(self, _job: PrintJob) -> Progress:
        """Nobody can tell; no job of this system is ever handed out."""
        return Progress(JobState.DONE)

    def cancel(self, _job: PrintJob) -> None:
        """Nothing can be taken back."""


def _is_ready(info: QPrinterInfo) -> bool:
    return not info.isNull() and info.state() not in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}


def draw_pages(leaflet: Leaflet, printer: QPrinter, *, on_both_sides: bool = True) -> None:
    """Draw the PDF on a printer at true size, each page on opaque white.

    Raises:
        JobRefusedError: the printer takes no page, or the PDF cannot be read.
    """
    printer.setDocName(JOB_NAME)
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    has_back = leaflet.pages > 1 and on_both_sides
    turned = QPrinter.DuplexMode.DuplexShortSide if leaflet.turns_short else QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(turned if has_back else QPrinter.DuplexMode.DuplexNone)
    data = QByteArray(leaflet.pdf)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setPageOrientation(_orientation(document, 0))
    painter = QPainter()
    is_drawn = document.pageCount() > 0 and painter.begin(printer) and _drawn(document, printer, painter)
    is_ended = painter.end() if painter.isActive() else False
    document.close()
    if not (is_drawn and is_ended):
        message = "The printer did not take the leaflet. Try again, or choose another printer."
        raise JobRefusedError(message)


def _orientation(document: QPdfDocument, number: int) -> QPageLayout.Orientation:
    """A booklet lies on its side."""
    points = document.pagePointSize(number)
    is_wide = points.width() > points.height()
    return QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait


def _drawn(document: QPdfDocument, printer: QPrinter, painter: QPainter) -> bool:
    """Whether every page was drawn."""
    for number in range(document.pageCount()):
        if number:
            printer.setPageOrientation(_orientation(document, number))
            if not printer.newPage():
                return False
        points = document.pagePointSize(number)
        size = QSize(
            round(points.width() / _POINTS_PER_INCH * DOTS_PER_INCH),
            round(points.height() / _POINTS_PER_INCH * DOTS_PER_INCH),
        )
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        with QPainter(page) as on_page:
            on_page.drawImage(0, 0, document.render(number, size))
        painter.drawImage(printer.paperRect(QPrinter.Unit.DevicePixel), page)
    return True
