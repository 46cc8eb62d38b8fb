"""One leaflet on its way to paper: sent, followed until it is done, taken back when that is wished."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kit.app.printing import JobState, Progress

if TYPE_CHECKING:
    from kit.app.printing import HowToPrint, Printer, Printing, PrintJob
    from kit.app.worker import Desk
    from kit.domain.errors import KitError
    from kit.domain.leaflet import Leaflet

LOOK_AGAIN_MS = 1500


class PrintRun(QObject):
    """Sends one leaflet at a time on the press thread, and asks what becomes of it.

    Signals:
        sent: the printing system took it; carries the Printer.
        progressed: something became of it; carries the Printer and the Progress. Where nobody can tell, it never comes.
        failed: it was not sent; carries the KitError.
    """

    sent = Signal(object)
    progressed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, printing: Printing, line: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._printing, self._line = printing, line
        self._printer: Printer | None = None
        self._job: PrintJob | None = None
        self._last: Progress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)

    @property
    def can_be_followed(self) -> bool:
        """Whether the printing system tells what becomes of it, and it is not over."""
        return self._job is not None

    def start(self, leaflet: Leaflet, printer: Printer, how: HowToPrint) -> None:
        """Send it; one sent before is not followed any more."""
        self._stop()
        self._printer = printer
        self._line.run(self, partial(self._printing.send, leaflet, printer.name, how), self._on_sent, self.failed.emit)

    def look(self) -> None:
        """Ask what became of it."""
        job = self._job
        if job:
            work = partial(self._printing.progress, job)
            self._line.run(self, work, partial(self._on_looked, job), lambda error: self._on_silent(job, error))

    def cancel(self) -> None:
        """Take it back, if it is not too late."""
        if self._job:
            work = partial(self._printing.cancel, self._job)
            self._line.run(self, work, lambda _nothing: self.look(), lambda _error: self.look())

    def _stop(self) -> None:
        self._timer.stop()
        self._job = self._last = None

    def _on_sent(self, job: PrintJob | None) -> None:
        self._job = job
        self.sent.emit(self._printer)
        self._timer.start()

    def _on_looked(self, job: PrintJob, progress: Progress) -> None:
        """Tell what is new, and look again until it is over."""
        if job != self._job:
            return
        if _said(progress) != _said(self._last or Progress(JobState.SENT)):
            self.progressed.emit(self._printer, progress)
        self._last = progress
        if progress.state.is_over:
            self._stop()
        else:
            self._timer.start()

    def _on_silent(self, job: PrintJob, error: KitError) -> None:
        """Nobody answers now: that is trouble too, and may pass."""
        self._on_looked(job, Progress(JobState.SENT, error))


def _said(progress: Progress) -> tuple[JobState, str]:
    """What of it a worker is told."""
    return progress.state, str(progress.trouble or "")
