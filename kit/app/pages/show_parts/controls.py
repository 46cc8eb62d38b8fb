"""The few things on a page for parents that are pressed: back, on, the way out; and the dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Plate
from kit.app.look.tokens import LIGHT
from kit.app.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.line import Part
    from kit.app.look.theme import Theme

ROUND = 92
WAY_OUT = 52
DOT, DOT_GAP = 14, 12
FAINT = 0.25


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class RoundButton(Painted):
    """An arrow in a circle; the one that goes on is filled. Its colours are those of paper, in every theme."""

    def __init__(self, theme: Theme, name: str, *, goes_on: bool) -> None:
        self._goes_on = goes_on
        super().__init__(theme, name)

    def line(self) -> Sequence[Part]:
        """An arrow, painted here."""
        return ()

    def plate(self) -> Plate:
        """A circle, for the focus ring."""
        return Plate(radius=ROUND / 2)

    def sizeHint(self) -> QSize:
        """A thumb."""
        return QSize(ROUND, ROUND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and arrow; faint where there is nothing more."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1.0 if self.isEnabled() else FAINT)
            blue = LIGHT.accent_hover if self.is_lit() else LIGHT.accent
            painter.setPen(_pen(blue, 2.5))
            painter.setBrush(QColor(blue if self._goes_on else LIGHT.page))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
            painter.setPen(_pen(LIGHT.on_accent if self._goes_on else blue, 4))
            painter.translate(QPointF(QRectF(self.rect()).center()))
            if not self._goes_on:
                painter.scale(-1, 1)
            painter.drawLine(QPointF(-11, 0), QPointF(11, 0))
            painter.drawPolyline(QPolygonF([QPointF(2, -9.5), QPointF(11.5, 0), QPointF(2, 9.5)]))


class WayOut(Painted):
    """A small grey lock: it looks like nothing to a parent, and takes the worker back."""

    def line(self) -> Sequence[Part]:
        """A lock, painted here."""
        return ()

    def sizeHint(self) -> QSize:
        """Larger than it looks."""
        return QSize(WAY_OUT, WAY_OUT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lock."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(_pen(LIGHT.ink2 if self.is_lit() else LIGHT.edge, 2))
            painter.translate(QRectF(self.rect()).center())
            painter.drawRoundedRect(QRectF(-9, -1, 18, 11), 2.5, 2.5)
            shackle = QPainterPath(QPointF(-5, -1))
            shackle.lineTo(-5, -5)
            shackle.arcTo(QRectF(-5, -10, 10, 10), 180, -180)
            shackle.lineTo(5, -1)
            painter.drawPath(shackle)


class Dots(QWidget):
    """Where one is: a dot for each leaf, the one of now long and blue."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._at = count, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_at(0)

    def show_at(self, at: int) -> None:
        """Stand at a leaf, counted from 0."""
        self._at = at
        self.setAccessibleName(f"{at + 1} of {self._count}")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, WAY_OUT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dots, nearer together when there are many."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = self.width() / (self._count + 1)
            step = min(float(DOT + DOT_GAP), room)
            dot = min(float(DOT), step * 0.7)
            left = (self.width() - step * (self._count + 1) + DOT_GAP) / 2
            for number in range(self._count):
                is_now = number == self._at
                width = dot + step if is_now else dot
                box = QRectF(left, (self.height() - dot) / 2, width, dot)
                painter.setPen(_pen(LIGHT.accent if is_now else LIGHT.edge, 2))
                painter.setBrush(QColor(LIGHT.accent if is_now else LIGHT.page))
                painter.drawRoundedRect(box, dot / 2, dot / 2)
                left += step * (2 if is_now else 1)
