"""State marks as painted paths: silhouette, word and colour, always all three.

Each is drawn on a grid of 24. Fill means understanding: an empty ring was told and nobody checked, a half is not yet,
a full disc was shown. Presence uses the same ring, half and disc in blue.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from kit.app.look.tokens import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from kit.app.look.theme import Theme


class Mark(Enum):
    """Every state there is: its usual word, the colour it is drawn in, the tint it asks for, if any."""

    SHOWED_ME = ("Showed me", Role.GOOD, None)
    TOLD_ME = ("Told me", Role.GOOD, None)
    NOT_YET = ("Not yet", Role.AGAIN, Role.AGAIN_TINT)
    NOT_CHECKED = ("Not checked", Role.INK2, None)
    NOT_GIVEN = ("Not given", Role.NONE, None)
    DUE = ("Due", Role.DUE, Role.DUE_TINT)
    OVERDUE = ("Overdue", Role.LATE, Role.LATE_TINT)
    NOT_KNOWN = ("Not known yet", Role.NONE, None)
    NOT_DUE = ("Not due", Role.INK3, None)
    WAITING = ("Waiting", Role.INK2, None)
    RECEIVED = ("Received", Role.GOOD, None)
    NEEDS_YOU = ("Needs you", Role.LATE, Role.LATE_TINT)
    HELD_BACK = ("Held back", Role.NONE, None)
    NOT_SENT = ("Not sent", Role.NONE, None)
    HERE_ALL = ("all of it", Role.PRESENCE, None)
    HERE_PART = ("part of it", Role.PRESENCE, None)
    NOT_HERE = ("not here", Role.PRESENCE, None)

    def __init__(self, word: str, role: Role, tint: Role | None) -> None:
        self.word = word
        self.role = role
        self.tint = tint


_GRID = 24.0
_LINE = 2.2


def paint_mark(
    painter: QPainter, box: QRectF, mark: Mark, theme: Theme, *, role: Role | None = None, ground: Role = Role.SURFACE
) -> None:
    """Paint a mark into a square box.

    Args:
        painter: where to paint.
        box: the square to fill.
        mark: which mark.
        theme: gives the colours of now.
        role: another colour than the mark's own, such as the grey of an answer not chosen.
        ground: what shows through the tick or sign inside a filled mark.
    """
    ink = theme.colour(role or mark.role)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)
    _PAINTERS[mark](painter, ink, theme.colour(ground))
    painter.restore()


def _pen(colour: QColor, line: float = _LINE) -> QPen:
    """A round pen."""
    return QPen(colour, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _fill(painter: QPainter, ink: QColor, path: QPainterPath) -> None:
    """Fill a path with round corners."""
    painter.setPen(_pen(ink, 1.6))
    painter.setBrush(ink)
    painter.drawPath(path)


def _lines(painter: QPainter, colour: QColor, line: float, *paths: tuple[tuple[float, float], ...]) -> None:
    """Draw open lines."""
    painter.setPen(_pen(colour, line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for points in paths:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _ring(painter: QPainter, ink: QColor, radius: float = 9.9) -> None:
    """An empty ring."""
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(12, 12), radius, radius)


def _showed_me(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(12, 12), 11, 11)
    _lines(painter, ground, 2.6, ((7.2, 12.4), (10.6, 15.8), (16.9, 8.8)))


def _told_me(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(1.0, 1.8, 22.0, 16.4), 4.2, 4.2)
    tail = QPainterPath(QPointF(5.2, 16.0))
    for x, y in ((5.2, 21.6), (10.8, 16.0)):
        tail.lineTo(x, y)
    _fill(painter, ink, tail)
    _lines(painter, ground, 2.5, ((7.6, 10.0), (10.6, 13.0), (16.4, 6.9)))


def _half(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(QRectF(1.5, 1.5, 21, 21), 90 * 16, 180 * 16)


def _empty_ring(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink)


def _barred_ring(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink)
    _lines(painter, ink, _LINE, ((7.4, 12), (16.6, 12)))


def _square(painter: QPainter, ink: QColor) -> None:
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(2.4, 2.4, 19.2, 19.2), 4.5, 4.5)


def _barred_square(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _square(painter, ink)
    _lines(painter, ink, _LINE, ((7.6, 12), (16.4, 12)))


def _two_bars(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _square(painter, ink)
    _lines(painter, ink, _LINE, ((9.6, 8), (9.6, 16)), ((14.4, 8), (14.4, 16)))


def _diamond(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    path = QPainterPath(QPointF(12, 1.4))
    for x, y in ((22.6, 12), (12, 22.6), (1.4, 12)):
        path.lineTo(x, y)
    path.closeSubpath()
    _fill(painter, ink, path)


def _triangle(painter: QPainter, ink: QColor, ground: QColor) -> None:
    path = QPainterPath(QPointF(12, 2.2))
    for x, y in ((22.9, 21.2), (1.1, 21.2)):
        path.lineTo(x, y)
    path.closeSubpath()
    _fill(painter, ink, path)
    _lines(painter, ground, 2.5, ((12, 9.2), (12, 14.0)))
    _lines(painter, ground, 2.9, ((12, 17.9), (12, 17.95)))


def _dashed_ring(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    pen = QPen(ink, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.35, 1.54])  # eight dashes and eight gaps fill the ring exactly
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(12, 12), 9.9, 9.9)
    question = QPainterPath(QPointF(9.3, 9.6))
    question.cubicTo(9.5, 6.2, 14.9, 6.4, 14.8, 9.5)
    question.cubicTo(14.7, 11.6, 12.0, 11.7, 12.0, 13.9)
    painter.setPen(_pen(ink, 2.0))
    painter.drawPath(question)
    _lines(painter, ink, 2.6, ((12, 17.1), (12, 17.15)))


def _dot(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(12, 12), 3.4, 3.4)


def _clock(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    _ring(painter, ink)
    _lines(painter, ink, _LINE, ((12, 6.4), (12, 12), (15.6, 14.0)))


_PAINTERS: dict[Mark, Callable[[QPainter, QColor, QColor], None]] = {
    Mark.SHOWED_ME: _showed_me,
    Mark.TOLD_ME: _told_me,
    Mark.NOT_YET: _half,
    Mark.NOT_CHECKED: _empty_ring,
    Mark.NOT_GIVEN: _barred_square,
    Mark.DUE: _diamond,
    Mark.OVERDUE: _triangle,
    Mark.NOT_KNOWN: _dashed_ring,
    Mark.NOT_DUE: _dot,
    Mark.WAITING: _clock,
    Mark.RECEIVED: _showed_me,
    Mark.NEEDS_YOU: _triangle,
    Mark.HELD_BACK: _two_bars,
    Mark.NOT_SENT: _barred_ring,
    Mark.HERE_ALL: _showed_me,
    Mark.HERE_PART: _half,
    Mark.NOT_HERE: _empty_ring,
}
