"""What every painted button shares: size from its words, plate, line, keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kit.app.look.line import Part, Plate, height_of, paint_line, paint_plate, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

RESIZING = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class Painted(QAbstractButton):
    """A button that is one line of words, icons and marks on a plate.

    A kind of control says what its line and plate are; keys, size and the name for screen readers come from here.
    """

    alignment = Qt.AlignmentFlag.AlignHCenter
    padding = 16

    def __init__(self, theme: Theme, words: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words, name)

    @property
    def words(self) -> str:
        """The words on the button."""
        return self.text().replace("&&", "&")

    def set_words(self, words: str, name: str = "") -> None:
        """Put other words on the button, and a longer name for screen readers if they need one."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(name or words)
        self.updateGeometry()

    def fill_width(self) -> None:
        """Take all the width there is, as Unlock does."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def ring_box(self) -> QRect:
        """What the focus ring goes around."""
        return self.rect()

    def line(self) -> Sequence[Part]:
        """What is painted on the plate, in the state of now."""
        raise NotImplementedError

    def widest_line(self) -> Sequence[Part]:
        """The line in its widest state, so that nothing moves when the state changes."""
        return self.line()

    def plate(self) -> Plate:
        """The ground, in the state of now."""
        return Plate()

    def is_lit(self) -> bool:
        """Whether the pointer is over it or it is pressed."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def sizeHint(self) -> QSize:
        """Room for the widest state."""
        line = self.widest_line()
        height = max(self.theme.target(), math.ceil(height_of(self.theme, line)) + 16)
        width = math.ceil(width_of(self.theme, line)) + 2 * self.theme.space(self.padding)
        return QSize(max(width, self.theme.target()), height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, then line."""
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            paint_plate(painter, box, self.theme, self.plate())
            pad = self.theme.space(self.padding)
            paint_line(painter, box.adjusted(pad, 0, -pad, 0), self.theme, self.line(), self.alignment)
