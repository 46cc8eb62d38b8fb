"""Printing through Qt, as pictures of pages: the dependable way on Windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kit.app.printing.port import Printer
from kit.domain.errors import PressError
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.leaflet import Leaflet

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


class QtPrinting:
    """The printers Qt knows. Qt drops a job silently in some states, so each is asked for before and after."""

    def printers(self) -> Sequence[Printer]:
        """Every printer of the system, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        found = [
            Printer(name, one.description() or name, _is_ready(one), name == usual)
            for one in QPrinterInfo.availablePrinters()
            if (name := one.printerName())
        ]
        return sorted(found, key=lambda printer: (not printer.is_default, printer.title.casefold()))

    def send(self, leaflet: Leaflet, printer: str, copies: int) -> None:
        """Draw every page on this printer and no other.

        Raises:
            PressError: no such printer, it is in trouble, or the pages could not be drawn.
        """
        info = QPrinterInfo.printerInfo(printer)
        target = QPrinter(info, QPrinter.PrinterMode.HighResolution) if not info.isNull() else None
        # Given a name it does not know, Qt quietly keeps the usual printer.
        if target is None or target.printerName() != printer:
            message = f"The printer {printer} is not there any more. Nothing was sent. Choose another printer."
            raise PressError(message)
        if not _is_ready(info):
            message = f"The printer {printer} is stopped. Nothing was sent. See to the printer, or choose another."
            raise PressError(message)
        target.setCopyCount(copies)
        draw_pages(leaflet, target)
        if not _is_ready(QPrinterInfo.printerInfo(printer)):
            message = (
                f"The printer {printer} has stopped. The leaflet may wait there. See to the printer; do not send again."
            )
            raise PressError(message)


def _is_ready(info: QPrinterInfo) -> bool:
    return not info.isNull() and info.state() not in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}


def draw_pages(leaflet: Leaflet, printer: QPrinter) -> None:
    """Draw the PDF on a printer at true size, each page on opaque white.

    Raises:
        PressError: the printer takes no page, or the PDF cannot be read.
    """
    printer.setDocName(JOB_NAME)
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    if leaflet.pages > 1:
        short, long = QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(short if leaflet.turns_short else long)
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
        raise PressError(message)


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
