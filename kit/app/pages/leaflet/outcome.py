"""What the leaflet page says after printing: what became of it, the way out where it failed, and who was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.marks import Mark
from kit.app.look.tokens import TextStyle
from kit.app.printing import JobState
from kit.app.widgets.chip import Chip
from kit.app.widgets.layouts import Column, Flow, clear
from kit.app.widgets.notice import Tone
from kit.app.widgets.panel import Panel
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.text import Text
from kit.domain.errors import (
    DriverError,
    JobRefusedError,
    NoPrinterError,
    PaperError,
    PrinterError,
    PrinterStoppedError,
    UnreachableError,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.leaflet.choices import ForWhom
    from kit.app.printing import Printer, Progress
    from kit.domain.errors import KitError

TRY_AGAIN, LOOK_AGAIN, PRINT_LATER, SAVE, CANCEL = (
    "Try again",
    "Look again",
    "Print later",
    "Save as PDF",
    "Cancel printing",
)
MOST_HEIGHT = 160
TICKED = "talked through, leaflet"
_WAYS_OUT: dict[type[PrinterError], tuple[str, ...]] = {
    NoPrinterError: (LOOK_AGAIN, PRINT_LATER),
    UnreachableError: (TRY_AGAIN, PRINT_LATER),
    PaperError: (TRY_AGAIN, PRINT_LATER),
    PrinterStoppedError: (TRY_AGAIN, PRINT_LATER),
    JobRefusedError: (SAVE, PRINT_LATER),
    DriverError: (SAVE, PRINT_LATER),
}
"""What a worker can do next, most useful first. Save as PDF is always in the bar as well."""


def ways_out(error: KitError) -> tuple[str, ...]:
    """What can be done about it. What lies with the printer is never sent again, only taken back."""
    if isinstance(error, PrinterError) and error.is_sent:
        return (CANCEL,)
    return _WAYS_OUT.get(type(error), (SAVE,))  # type: ignore[arg-type]  # other errors are of the leaflet, not of paper


def said_progress(printer: Printer, progress: Progress, remark: str) -> tuple[Tone, str]:
    """How to say what became of it, the first sentence bold."""
    if progress.trouble:
        tone = Tone.NEEDS_YOU if progress.state is JobState.FAILED else Tone.WAITING
        return tone, str(progress.trouble)
    if progress.state is JobState.DONE:
        return Tone.DONE, f"Printed on {printer.title}. {remark}".rstrip()
    if progress.state is JobState.CANCELLED:
        return Tone.PLAIN, f"Taken back from {printer.title}. What has come out already stays out."
    return Tone.DONE, f"Sent to {printer.title}. {remark}".rstrip()


class Said(ScrollArea):
    """Where the page says what happened, over the pages. It scrolls where there is little room, and may be empty."""

    def __init__(self, theme: Theme) -> None:
        content = QWidget()
        self._theme = theme
        self._column = Column(theme, 8, parent=content)
        super().__init__(content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(self, *widgets: QWidget) -> None:
        """Say this and nothing else."""
        clear(self._column)
        self._column.add(*widgets)
        self.updateGeometry()
        self.show()

    def settle(self) -> None:
        """Nothing more to say."""
        clear(self._column)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences that wrap want another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All of it, as wide as it is now."""
        width = self.viewport().width()
        return QSize(super().sizeHint().width(), self._column.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A notice and a question come before the pages."""
        least = min(self.sizeHint().height(), self._theme.grow(MOST_HEIGHT))
        return QSize(super().minimumSizeHint().width(), least)


class TalkedThrough(Panel):
    """Asks, after printing in a visit, who it was talked through with: one press for each carer who is here.

    Signals:
        answered: it was talked through with this carer; carries the carer's id.
    """

    answered = Signal(str)

    def __init__(self, theme: Theme, carers: Sequence[ForWhom], ticked: Collection[str]) -> None:
        super().__init__(theme, margins=(16, 10, 16, 10))
        self._chips: dict[str, Chip] = {}
        flow = Flow(theme)
        for one in carers:
            chip = Chip(theme, one.name, "not yet ticked")
            chip.clicked.connect(lambda _on=False, carer_id=one.carer_id: self._on_pressed(carer_id))
            self._chips[one.carer_id] = chip
            flow.add(chip)
            if one.carer_id in ticked:
                chip.show_as(Mark.HERE_ALL, TICKED)
        self.add(Text("Who was it talked through with?", TextStyle.STRONG), flow)

    def _on_pressed(self, carer_id: str) -> None:
        """Once is enough; a tick is taken back in the visit."""
        chip = self._chips[carer_id]
        if chip.mark is Mark.NOT_HERE:
            chip.show_as(Mark.HERE_ALL, TICKED)
            self.answered.emit(carer_id)
