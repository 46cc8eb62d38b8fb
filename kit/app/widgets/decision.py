"""The one kind of dialog: a decision, in the window, over a scrim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from kit.app.look.line import Plate, paint_plate
from kit.app.look.tokens import RADIUS_DIALOG, Role, TextStyle
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.overlay import SHADOW, fade_in, paint_shadow
from kit.app.widgets.tab_order import go_on
from kit.app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from kit.app.look.theme import Theme


class Decision(QDialog):
    """A question over the page, only for what cannot be undone or others will see.

    It lies in the window, over a scrim. Esc goes back, and the focus starts on going back. It lets go of itself
    when it was answered.

    Args:
        window: the window to cover.
        theme: the theme.
        question: the title.
        facts: one sentence under it.
        deed: the button that does it, in the words of the deed ("Close visit").
        body: more to see, between the sentence and the buttons.
        back: the safe button.
        is_destructive: whether the deed throws something away; then it is not the primary button.

    Signals:
        agreed: the worker did it.
        declined: the worker went back.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        question: str,
        facts: str,
        deed: str,
        *,
        body: QWidget | None = None,
        back: str = "Go back",
        is_destructive: bool = False,
    ) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(question)
        self.setAccessibleDescription(facts)
        self._theme = theme
        self._ground = window
        self._before: QWidget | None = None
        self._is_answered = False
        self.back = Button(theme, back)
        self.deed = Button(theme, deed, Kind.SECOND if is_destructive else Kind.PRIMARY)
        self._sheet = _Sheet(theme, self)
        self._fill(question, facts, body)
        self.back.clicked.connect(self.reject)
        self.deed.clicked.connect(self.accept)
        self.accepted.connect(self.agreed)
        self.rejected.connect(self.declined)
        window.installEventFilter(self)

    def ask(self) -> None:
        """Show it, with the focus on the safe button."""
        self._before = self._ground.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        fade_in(self._sheet, self._theme)
        self.back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, question: str, facts: str, body: QWidget | None) -> None:
        column = Column(self._theme, 12, (28, 24, 28, 22), self._sheet)
        column.add(Text(question, TextStyle.H2, wraps=True))
        if facts:
            column.add(Text(facts, tone=Role.INK2, wraps=True))
        if body:
            column.add(body)
        buttons = Row(self._theme, 8)
        buttons.add(None, self.back, self.deed)
        column.add(4, buttons)

    def done(self, result: int) -> None:
        """Answered: give the page back, and the focus to where it was."""
        self._is_answered = True
        self._ground.removeEventFilter(self)
        super().done(result)
        if self._before and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab stays inside. While it goes away Qt asks too, and must find the way out."""
        if self._is_answered:
            return super().focusNextPrevChild(is_next)
        return go_on(self, is_next=is_next)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Cover the window at every size."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; nothing else leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the scrim does nothing, and does not fall through."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(0, 0, 0, 102))

    def _cover(self) -> None:
        """The whole window, the sheet in its middle."""
        self.setGeometry(self._ground.rect())
        width = min(self._theme.grow(500) + 2 * SHADOW, self.width() - 2 * SHADOW)
        self._sheet.setFixedWidth(width)
        self._sheet.resize(width, min(self._sheet.heightForWidth(width), self.height()))
        self._sheet.move((self.width() - width) // 2, max(0, (self.height() - self._sheet.height()) // 2))


class _Sheet(QWidget):
    """The white sheet of a dialog, with its shadow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """At least the width of a dialog."""
        return super().sizeHint().expandedTo(QSize(self._theme.grow(500), 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow and plate."""
        with QPainter(self) as painter:
            box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
            if not self._theme.is_contrast:
                paint_shadow(painter, box, RADIUS_DIALOG)
            outline = Role.EDGE if self._theme.is_contrast else None
            paint_plate(painter, box, self._theme, Plate(Role.SURFACE, outline, 2, RADIUS_DIALOG))
