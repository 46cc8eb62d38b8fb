"""The way back to the worker's own pages: a PIN, or where none is chosen the lock held for two seconds.

A parent who holds the laptop touches what is there. One touch must never lead to the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit.app.announce import announce
from kit.app.pages.show_parts.controls import PaperButton, WayOut
from kit.app.pages.show_parts.paper import Paper, PaperText
from kit.app.pages.show_parts.pin_pad import PinPad
from kit.app.tries import Tries

if TYPE_CHECKING:
    from collections.abc import Collection

    from kit.app.look.theme import Theme

HOLD_MS = 2000
OFFERED_MS = 8000
"""How long "Back to the kit" stays when nobody presses it."""
STEP_MS = 50
HINT = "Hold the lock for 2 seconds."
EDGE = 12


class Guard:
    """What gives the screen back. Outlives the pages, so that leaving and coming back forgets no wrong PIN.

    Attributes:
        pin: the worker's digits; empty while none are chosen.
        tries: wrong ones so far.
        hold_ms: how long the lock is held where there is no PIN.
    """

    def __init__(self, pin: str = "", *, hold_ms: int = HOLD_MS) -> None:
        self.pin, self.hold_ms = pin, hold_ms
        self.tries = Tries()


class WayBack(QWidget):
    """The lock in a corner, and what opens from it over the page.

    Args:
        theme: the theme.
        guard: what gives the screen back.
        ground: the page that is covered while the PIN is asked for.

    Signals:
        opened: it was the worker.
    """

    opened = Signal()

    def __init__(self, theme: Theme, guard: Guard, ground: QWidget) -> None:
        super().__init__()
        self._theme, self._guard, self._ground = theme, guard, ground
        self._pad: PinPad | None = None
        self._since = QElapsedTimer()
        self.lock = WayOut(theme, "For the worker")
        self.lock.setAccessibleDescription("Asks for the worker's PIN" if guard.pin else HINT)
        self._offer = _Offer(theme, ground)
        self._ticks = QTimer(self)
        self._ticks.setInterval(STEP_MS)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.lock)
        self._connect()

    def _connect(self) -> None:
        self._ticks.timeout.connect(self._on_held_on)
        self.lock.pressed.connect(self.hold)
        self.lock.released.connect(self.let_go)
        self.lock.installEventFilter(self)
        self._offer.taken.connect(self.opened)

    def ask(self) -> None:
        """Ask who it is, as when the window is closed: the pad, or how to hold the lock."""
        if self._guard.pin:
            self._open_pad()
        else:
            self._offer.hint(self)

    def hold(self) -> None:
        """The lock, or Esc, went down."""
        if self._guard.pin:
            return
        self._since.start()
        self._ticks.start()

    def let_go(self) -> None:
        """The lock, or Esc, was let go: too early without a PIN, and with one it is asked for now."""
        if self._guard.pin:
            self._open_pad()
        elif self._ticks.isActive():
            self._stop_holding()
            self._offer.hint(self)

    def take_key(self, event: QKeyEvent, *, is_down: bool) -> bool:
        """Whether this was Esc, which is held as the lock is."""
        return self._hold_by(event, {Qt.Key.Key_Escape}, is_down=is_down)

    def drop(self) -> None:
        """Let go of it for good, with what it opened."""
        self._close_pad()
        self._offer.deleteLater()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Return on the lock is held as Space is; without this a button takes it for a click."""
        is_down = event.type() == QEvent.Type.KeyPress
        if not isinstance(event, QKeyEvent) or not (is_down or event.type() == QEvent.Type.KeyRelease):
            return False
        return self._hold_by(event, {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}, is_down=is_down)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _hold_by(self, event: QKeyEvent, keys: Collection[Qt.Key], *, is_down: bool) -> bool:
        """Whether it was one of these keys; then it is held or let go of, and its repeats count for nothing."""
        if event.key() not in keys:
            return False
        if not event.isAutoRepeat():
            (self.hold if is_down else self.let_go)()
        return True

    def _on_held_on(self) -> None:
        share = min(1.0, self._since.elapsed() / self._guard.hold_ms)
        self.lock.set_share(share)
        if share >= 1.0:
            self._stop_holding()
            self._offer.offer(self)

    def _stop_holding(self) -> None:
        self._ticks.stop()
        self.lock.set_share(0.0)

    def _open_pad(self) -> None:
        if self._pad is None:
            self._pad = PinPad(self._theme, self._guard.pin, self._guard.tries, self._ground)
            self._pad.passed.connect(self.opened)
            self._pad.left.connect(self._on_pad_left)
            self._pad.ask()

    def _close_pad(self) -> None:
        pad, self._pad = self._pad, None
        if pad:
            pad.hide()
            pad.deleteLater()

    def _on_pad_left(self) -> None:
        self._close_pad()
        self._ground.setFocus(Qt.FocusReason.OtherFocusReason)


class _Offer(Paper):
    """Beside the lock, where no words are: how to hold it, or the way back for a few seconds.

    Signals:
        taken: the worker goes back.
    """

    taken = Signal()

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._words = PaperText(theme, HINT)
        self._words.setWordWrap(False)
        self.back = PaperButton(theme, "Back to the kit", is_filled=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self.back)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(OFFERED_MS)
        self._away.timeout.connect(self.hide)
        self.back.clicked.connect(self.taken)
        self.hide()

    def hint(self, beside: QWidget) -> None:
        """Say how."""
        self._show(beside, is_offered=False)
        announce(beside, HINT)

    def offer(self, beside: QWidget) -> None:
        """Offer the way back."""
        self._show(beside, is_offered=True)
        self.back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show(self, beside: QWidget, *, is_offered: bool) -> None:
        self._words.setVisible(not is_offered)
        self.back.setVisible(is_offered)
        self.adjustSize()
        corner = beside.mapTo(self._ground, QPoint(0, beside.height() // 2))
        self.move(max(0, corner.x() - self.width() - EDGE), max(0, corner.y() - self.height() // 2))
        self.show()
        self.raise_()
        self._away.start()
