"""The hide key: Shift three times, in every window and dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PRESSES = 3
WITHIN_MS = 1500
_FORGOTTEN_MS = 400
"""A Shift still down after this was let go of in another window."""
_POINTING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class HideKey(QObject):
    """Watches the whole application for Shift, Shift, Shift with nothing between.

    One key press reaches several objects, so a press counts once until the key is let go.

    Signals:
        hide_requested: Shift was pressed three times within a second and a half.
        shift_counted: Shift was pressed; carries how many times so far, for practising.
    """

    hide_requested = Signal()
    shift_counted = Signal(int)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._count = 0
        self._is_down = False
        self._since_first = QElapsedTimer()
        self._since_last = QElapsedTimer()
        self._app = app

    def begin(self) -> None:
        """Watch from now on; beginning again changes nothing."""
        self._app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at every key; take none away."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._on_pressed(event)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._is_down = self._is_down and event.key() != Qt.Key.Key_Shift
        elif kind in _POINTING:
            self._count = 0
        return False

    def _on_pressed(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Shift:
            self._count = 0
        elif not event.isAutoRepeat() and not self._is_same_press():
            self._count_one()

    def _is_same_press(self) -> bool:
        """Whether this press was already counted on its way to another object."""
        return self._is_down and self._since_last.isValid() and self._since_last.elapsed() < _FORGOTTEN_MS

    def _count_one(self) -> None:
        self._is_down = True
        if self._count == 0 or self._since_first.elapsed() > WITHIN_MS:
            self._count = 0
            self._since_first.start()
        self._since_last.start()
        self._count += 1
        self.shift_counted.emit(self._count)
        if self._count == PRESSES:
            self._count = 0
            self.hide_requested.emit()
