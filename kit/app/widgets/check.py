"""Check boxes, a number with minus and plus, and lists that drop down."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from kit.app.look.line import Icon, Part, Plate, Words, paint_line, paint_plate, paint_words, width_of
from kit.app.look.tokens import RADIUS_KEYCAP, Role, TextStyle
from kit.app.widgets.layouts import Row
from kit.app.widgets.painted import RESIZING, Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from kit.app.look.theme import Theme

BOX = 24


def paint_check_box(painter: QPainter, box: QRectF, theme: Theme, *, is_checked: bool) -> None:
    """A box that is empty, or blue with a tick."""
    radius = RADIUS_KEYCAP + 1.5
    if not is_checked:
        paint_plate(painter, box, theme, Plate(Role.SURFACE, Role.EDGE, 2, radius))
        return
    paint_plate(painter, box, theme, Plate(Role.ACCENT, radius=radius))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour(Role.ON_ACCENT), box.width() * 0.1)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    side = box.width()
    points = ((0.27, 0.52), (0.43, 0.68), (0.74, 0.34))
    painter.drawPolyline([QPointF(box.left() + x * side, box.top() + y * side) for x, y in points])
    painter.restore()


class Check(Painted):
    """A box and words; the whole is the target."""

    alignment = Qt.AlignmentFlag.AlignLeft
    padding = 0

    def __init__(self, theme: Theme, words: str, *, is_checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent=parent)
        self.setCheckable(True)
        self.setChecked(is_checked)

    def line(self) -> Sequence[Part]:
        """The words."""
        return (Words(self.words, TextStyle.BODY, Role.INK if self.isEnabled() else Role.INK3),)

    def sizeHint(self) -> QSize:
        """Room for the box too."""
        return super().sizeHint() + QSize(self.theme.grow(BOX + 12), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, then words."""
        with QPainter(self) as painter:
            size = self.theme.grow(BOX)
            box = QRectF(0, (self.height() - size) // 2, size, size)
            paint_check_box(painter, box, self.theme, is_checked=self.isChecked())
            words = QRectF(self.rect()).adjusted(size + self.theme.grow(12), 0, 0, 0)
            paint_line(painter, words, self.theme, self.line())


class _Sign(Painted):
    """Minus or plus."""

    padding = 10

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        self._icon = icon
        super().__init__(theme, name)

    def line(self) -> Sequence[Part]:
        """The sign."""
        return (Icon(self._icon, 18, Role.INK if self.isEnabled() else Role.INK3),)

    def plate(self) -> Plate:
        """Lit under the pointer."""
        return Plate(Role.ACCENT_TINT if self.is_lit() else None)


class Stepper(QWidget):
    """A small number with minus and plus: copies.

    Signals:
        value_changed: the worker chose another number.
    """

    value_changed = Signal(int)

    def __init__(self, theme: Theme, name: str, value: int = 1, least: int = 1, most: int = 99) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._least, self._most, self._value = least, most, value
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fewer = _Sign(theme, "minus", f"{name}: one fewer")
        self._more = _Sign(theme, "plus", f"{name}: one more")
        line = Row(theme, 0, parent=self)
        line.add(self._fewer, 36, self._more)
        self._fewer.clicked.connect(lambda: self._choose(self._value - 1))
        self._more.clicked.connect(lambda: self._choose(self._value + 1))
        self.set_value(value)

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number."""
        self._value = min(max(value, self._least), self._most)
        self._fewer.setEnabled(self._value > self._least)
        self._more.setEnabled(self._value < self._most)
        self.setAccessibleName(f"{self._name}: {self._value}")
        self.update()

    def _choose(self, value: int) -> None:
        self.set_value(value)
        self.value_changed.emit(self._value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame and number."""
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            paint_plate(painter, box, self._theme, Plate(Role.SURFACE, Role.EDGE, self._theme.edge))
            middle = box.adjusted(self._fewer.width(), 0, -self._more.width(), 0)
            for x in (middle.left(), middle.right() - 1):
                painter.fillRect(QRectF(x, 1, 1, box.height() - 2), self._theme.colour(Role.EDGE))
            number = Words(str(self._value), TextStyle.STRONG)
            paint_line(painter, middle, self._theme, [number], Qt.AlignmentFlag.AlignHCenter)


class Select(QComboBox):
    """One of a longer list, dropped down; looks like a field."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, each a key and its words."""
        self.clear()
        for key, words in choices:
            self.addItem(words, key)

    @property
    def value(self) -> str:
        """Key of the chosen one."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Show one as chosen."""
        self.setCurrentIndex(self.findData(key))

    def sizeHint(self) -> QSize:
        """Room for the longest words."""
        texts = [self.itemText(each) for each in range(self.count())]
        widest = max((width_of(self._theme, [Words(text)]) for text in texts), default=self._theme.em() * 8)
        return QSize(math.ceil(widest) + self._theme.grow(28) + 2 * self._theme.space(14), self._theme.target())

    def minimumSizeHint(self) -> QSize:
        """A few letters of it."""
        return QSize(min(self.sizeHint().width(), round(self._theme.em() * 9)), self._theme.target())

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel scrolls the page; it never changes a record by accident."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Field, words, chevron."""
        with QPainter(self) as painter:
            theme, box = self._theme, QRectF(self.rect())
            edge = Role.ACCENT if self.underMouse() else Role.EDGE
            paint_plate(painter, box, theme, Plate(Role.SURFACE, edge, theme.edge))
            inner = box.adjusted(theme.space(14), 0, -theme.space(14), 0)
            paint_words(painter, inner.adjusted(0, 0, -theme.grow(26), 0), theme, Words(self.currentText()))
            paint_line(painter, inner, theme, [Icon("chevron-down", 18, Role.INK2)], Qt.AlignmentFlag.AlignRight)
