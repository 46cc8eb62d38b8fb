"""The sign of the kit, and the row of houses under the pages that stand before the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Plate, paint_box, paint_plate
from kit.app.look.tokens import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

SIGN = 48


class SignView(QWidget):
    """The sign of the kit: a house that is a bag."""

    def __init__(self, theme: Theme, size: int = SIGN) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that grows with the words beside it."""
        return QSize(self._theme.grow(self._size), self._theme.grow(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sign."""
        with QPainter(self) as painter:
            paint_sign(painter, QRectF(self.rect()), self._theme)


def paint_sign(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Roof, bag and handle on a blue ground; drawn on a grid of 48."""
    paint_plate(painter, box, theme, Plate(Role.ACCENT, radius=box.width() / 4))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIGN, box.height() / SIGN)
    round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(theme.colour(Role.ON_ACCENT), 3.6, *round_pen))
    painter.drawPolyline([QPointF(10.5, 23.5), QPointF(24, 12), QPointF(37.5, 23.5)])
    painter.drawRoundedRect(QRectF(14.5, 24, 19, 13), 3, 3)
    painter.drawLine(QPointF(21.5, 30.5), QPointF(26.5, 30.5))
    painter.restore()


class _House(NamedTuple):
    """Where a house stands, how wide and high it is, and which of its two windows is lit (0 for none)."""

    left: int
    width: int
    height: int
    lit: int = 0


_STREET = 1366
_GROUND = 34
_HOUSES = (
    _House(-24, 96, 114, lit=2),
    _House(72, 120, 148),
    _House(192, 84, 104),
    _House(302, 110, 130, lit=1),
    _House(412, 110, 130),
    _House(562, 96, 94, lit=2),
    _House(658, 130, 144),
    _House(788, 90, 108),
    _House(908, 104, 132, lit=1),
    _House(1012, 118, 110),
    _House(1130, 92, 148, lit=2),
    _House(1246, 120, 126),
)


def paint_street(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A row of houses along the bottom of a box, a few windows lit; the street goes on as far as the box is wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = box.bottom() - _GROUND
    painter.fillRect(QRectF(box.left(), ground, box.width(), _GROUND), theme.colour(Role.SUNKEN))
    for start in range(round(box.left()), round(box.right()), _STREET):
        for house in _HOUSES:
            _paint_house(painter, house, start, ground, theme)
    painter.restore()


def _paint_house(painter: QPainter, house: _House, start: float, ground: float, theme: Theme) -> None:
    left, width = start + house.left, house.width
    top, eaves = ground - house.height, ground - house.height + width * 0.35
    painter.setBrush(theme.colour(Role.SUNKEN))
    painter.drawRect(QRectF(left + width * 0.72, top + 5, 12, width * 0.3))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(left, ground + 1),
                QPointF(left, eaves),
                QPointF(left + width / 2, top),
                QPointF(left + width, eaves),
                QPointF(left + width, ground + 1),
            ]
        )
    )
    pane, sill = width * 0.2, eaves + 14
    dark, lit = theme.colour(Role.CANVAS), theme.colour(Role.AGAIN_TINT)
    for number, middle in enumerate((0.3, 0.7), 1):
        window = QRectF(left + width * middle - pane / 2, sill, pane, 20)
        paint_box(painter, window, lit if number == house.lit else dark, None, 3)
    if ground - sill > 20 + 34:
        paint_box(painter, QRectF(left + width / 2 - 10, ground - 30, 20, 30), dark, None, 3)


class Street(QWidget):
    """A ground with the row of houses at its foot. Nothing in it is for a screen reader."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The street."""
        with QPainter(self) as painter:
            paint_street(painter, QRectF(self.rect()), self.theme)
