"""The toast: one sentence at the bottom left, with a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kit.app.announce import announce
from kit.app.look.line import Icon, Part, Plate, Words, paint_plate
from kit.app.look.tokens import TOAST_MS, Role, TextStyle
from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Row
from kit.app.widgets.overlay import SHADOW, fade_in, paint_shadow
from kit.app.widgets.text import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from kit.app.look.theme import Theme


class Toast(QWidget):
    """One sentence at the bottom left, with Undo, for eight seconds; it stays under the pointer or focus.

    Never for errors. There is one in a window, and a new sentence takes the place of the old.

    Signals:
        closed: it went away without Undo.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._ground = window
        self._undone: Callable[[], object] | None = None
        self._clearance = 0
        self._line = LineView(theme)
        self.undo = _ToastLink(theme, "Undo")
        row = Row(theme, 16, (22, 6, 22, 8), self)
        row.add(self._line, 20, self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self._on_time_over)
        self.undo.clicked.connect(self._on_undo_pressed)
        self.undo.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, undone: Callable[[], object] | None = None) -> None:
        """Say it, and offer to take it back if there is a way."""
        self._undone = undone
        self._line.set_parts(Icon("check", 20, Role.TOAST_INK), Words(sentence, role=Role.TOAST_INK))
        self.undo.setVisible(undone is not None)
        self.undo.setAccessibleName(f"Undo: {sentence}")
        self.place()
        self.show()
        self.raise_()
        fade_in(self, self._theme)
        announce(self, sentence)
        self._timer.start()

    def keep_clear(self, height: int) -> None:
        """Stand above a bar of this height."""
        self._clearance = height
        self.place()

    def place(self) -> None:
        """Stand at the bottom left of what it floats over."""
        self.adjustSize()
        left, bottom = self._theme.space(24), self._theme.space(16)
        self.move(left, self._ground.height() - self.height() - bottom - self._clearance)

    def close_now(self) -> None:
        """Go away at once."""
        self._timer.stop()
        self._undone = None
        self.hide()
        self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay under the pointer."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        self._count_again()
        super().leaveEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay while Undo has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._count_again()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow and plate."""
        with QPainter(self) as painter:
            box = QRectF(self.rect()).adjusted(SHADOW, SHADOW - 2, -SHADOW, -SHADOW - 2)
            if not self._theme.is_contrast:
                paint_shadow(painter, box, 8)
            outline = Role.TOAST_INK if self._theme.is_contrast else None
            paint_plate(painter, box, self._theme, Plate(Role.TOAST, outline, 2))

    def _count_again(self) -> None:
        if self.isVisible() and not self.undo.hasFocus() and not self.underMouse():
            self._timer.start()

    def _on_time_over(self) -> None:
        if self.underMouse() or self.undo.hasFocus():
            return
        self.close_now()

    def _on_undo_pressed(self) -> None:
        undone = self._undone
        self.close_now()
        if undone:
            undone()


class _ToastLink(LinkButton):
    """A link on the dark ground of a toast."""

    def line(self) -> Sequence[Part]:
        """The word."""
        return (Words(self.words, TextStyle.STRONG, Role.TOAST_INK if self.is_lit() else Role.TOAST_LINK),)
