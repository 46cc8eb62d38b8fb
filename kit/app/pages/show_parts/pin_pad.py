"""The pad for the worker's PIN: large digits for a finger, the keys of the keyboard too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kit.app.announce import announce
from kit.app.pages.show_parts.controls import PaperButton
from kit.app.pages.show_parts.looks import colours_on
from kit.app.pages.show_parts.paper import Paper, PaperText
from kit.app.tries import wait_in_words
from kit.domain.showing import PIN_LENGTHS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme
    from kit.app.tries import Tries

WRONG = "This is not the PIN. Try again."
TICK_MS = 500
MOST = max(PIN_LENGTHS)


class PinPad(Paper):
    """Covers the page until the PIN is right, or the one who asked stays.

    Args:
        theme: the theme.
        pin: the right digits.
        tries: wrong ones so far; from the third on there is a wait, each twice the last.
        ground: the page to cover.

    Signals:
        passed: it was the worker.
        left: somebody stays with the page.
    """

    passed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, pin: str, tries: Tries, ground: QWidget) -> None:
        super().__init__(ground)
        self._pin, self._tries, self._ground = pin, tries, ground
        self._typed = ""
        self.setAccessibleName("The worker's PIN")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._beads = _Beads()
        self.said = PaperText(theme)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.digits = {str(digit): PaperButton(theme, str(digit)) for digit in range(10)}
        self.clear = PaperButton(theme, "Clear")
        self.enter = PaperButton(theme, "OK", is_filled=True)
        self.stay = PaperButton(theme, "Stay here")
        self._waits = QTimer(self)
        self._waits.setInterval(TICK_MS)
        self._waits.timeout.connect(self._wait)
        self._lay_out(theme)
        self._connect()
        ground.installEventFilter(self)

    def _lay_out(self, theme: Theme) -> None:
        title = PaperText(theme, "The worker's PIN", 18.0, 600)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        keys = QGridLayout()
        keys.setSpacing(10)
        order = [*(self.digits[str(digit)] for digit in range(1, 10)), self.clear, self.digits["0"], self.enter]
        for at, key in enumerate(order):
            key.fill_width()
            key.setMinimumWidth(112)
            keys.addWidget(key, at // 3, at % 3)
        inner = QVBoxLayout()
        inner.setSpacing(12)
        for part in (title, self._beads, self.said):
            inner.addWidget(part)
        inner.addLayout(keys)
        inner.addSpacing(8)
        inner.addWidget(self.stay, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(inner)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)

    def _connect(self) -> None:
        for digit, key in self.digits.items():
            key.clicked.connect(partial(self._add, digit))
        self.clear.clicked.connect(lambda: self._type(""))
        self.enter.clicked.connect(self._check)
        self.stay.clicked.connect(self.left)

    def ask(self) -> None:
        """Cover the page and take the keys."""
        self.setGeometry(self._ground.rect())
        self.show()
        self.raise_()
        self._wait()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace, Return; Esc stays. Nothing goes on to the page under the pad."""
        key, text = Qt.Key(event.key()), event.text()
        if key == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._check()
        elif key == Qt.Key.Key_Backspace:
            self._type(self._typed[:-1])
        elif text in self.digits and self.digits[text].isEnabled():
            self._add(text)
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """As above."""
        event.accept()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Cover the page when it becomes larger, too."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._ground.rect())
        return False

    # -- inside ----------------------------------------------------------------------------------------------------

    def _add(self, digit: str, _checked: object = None) -> None:
        if len(self._typed) < MOST:
            self._type(self._typed + digit)

    def _type(self, digits: str) -> None:
        self._typed = digits
        self._beads.show_count(len(digits))

    def _check(self) -> None:
        if not self._typed or self._tries.seconds_left:
            return
        is_right = self._typed == self._pin
        self._type("")
        if is_right:
            self._tries.forget()
            self.passed.emit()
            return
        self._tries.count_wrong()
        self._say(WRONG)
        self._wait()

    def _wait(self) -> None:
        """Take no digit while there is a wait, and count it down in words."""
        seconds = self._tries.seconds_left
        for key in (*self.digits.values(), self.clear, self.enter):
            key.setEnabled(not seconds)
        if seconds:
            self._waits.start()
            self._say(f"Not the PIN. Wait {wait_in_words(seconds)}.")
        elif self._waits.isActive():
            self._waits.stop()
            self._say("You can try again now.")

    def _say(self, words: str) -> None:
        if words != self.said.text():
            self.said.setText(words)
            announce(self, words)


class _Beads(QWidget):
    """How many digits are typed; never which."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """So many."""
        self._count = count
        self.setAccessibleName(f"{count} digits typed")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A row of rings, as many filled as digits are typed."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = colours_on(self)
            painter.setPen(QPen(QColor(colours.accent), 2))
            for at in range(MOST):
                painter.setBrush(QColor(colours.accent if at < self._count else colours.page))
                across = self.width() / 2 + (at - (MOST - 1) / 2) * 30
                painter.drawEllipse(QPointF(across, self.height() / 2), 8, 8)
