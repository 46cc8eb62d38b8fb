"""Long work: a real bar, how far, and Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProgressBar

from kit.app.look.line import Plate, paint_plate
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Row
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

BAR_HEIGHT = 10


class _Bar(QProgressBar):
    """A bar ten pixels high that a screen reader can read."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Ten high at 100 %."""
        return QSize(200, self._theme.grow(BAR_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Ten high at 100 %."""
        return QSize(60, self._theme.grow(BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, then how far."""
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            outline = Role.EDGE if self._theme.is_contrast else None
            paint_plate(painter, box, self._theme, Plate(Role.SUNKEN, outline, 2, box.height()))
            share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
            if share > 0:
                box.setWidth(max(box.height(), box.width() * share))
                paint_plate(painter, box, self._theme, Plate(Role.ACCENT, radius=box.height()))


class ProgressRow(Panel):
    """What is being made, "14 of 40 pages", Stop, and the bar.

    Signals:
        stop_requested: the worker does not want to wait.
    """

    stop_requested = Signal()

    def __init__(self, theme: Theme, what: str, unit: str) -> None:
        super().__init__(theme, margins=(16, 4, 8, 16), space=4)
        self._unit = unit
        self._count = Text("", tone=Role.INK2)
        self._bar = _Bar(theme, what)
        self.stop = LinkButton(theme, "Stop", name=f"Stop: {what}")
        self.stop.padding = 13
        self.stop.clicked.connect(self._on_stop_pressed)
        head = Row(theme, 9)
        head.add(Text(what, TextStyle.STRONG), self._count, None, self.stop)
        self.add(head, self._bar)

    def _on_stop_pressed(self) -> None:
        self.stop_requested.emit()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(f"{done} of {total} {self._unit}")
        self._bar.setAccessibleDescription(self._count.text())
