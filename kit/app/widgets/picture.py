"""Easy-read pictures, painted from the shapes of the library."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.tokens import RADIUS_PANEL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme
    from kit.domain.picture import Picture, Segment, Shape


def paint_picture(painter: QPainter, box: QRectF, picture: Picture) -> None:
    """Paint a picture as large as the box allows, in its middle."""
    scale = min(box.width() / picture.width, box.height() / picture.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - picture.width * scale / 2, box.center().y() - picture.height * scale / 2)
    painter.scale(scale, scale)
    for shape in picture.shapes:
        _paint_shape(painter, shape)
    painter.restore()


def _paint_shape(painter: QPainter, shape: Shape) -> None:
    """Fill and outline, with round caps and joins."""
    round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(QColor(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(shape.stroke), shape.line, *round_pen) if shape.stroke else Qt.PenStyle.NoPen)
    painter.drawPath(path_of(shape.path))


@lru_cache(maxsize=2000)
def path_of(segments: tuple[Segment, ...]) -> QPainterPath:
    """The steps of a shape as Qt's path."""
    path = QPainterPath()
    for step, numbers in segments:
        if step == "M":
            path.moveTo(*numbers)
        elif step == "L":
            path.lineTo(*numbers)
        elif step == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


class PictureView(QWidget):
    """A picture on a white card, in every theme: pictures are drawn for white.

    Args:
        theme: the theme.
        picture: what to show.
        has_card: whether the card's rounded ground is painted under it; in the contrast theme it always is, for dark
            outlines would be lost on black.
    """

    def __init__(self, theme: Theme, picture: Picture | None = None, *, has_card: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._has_card = has_card
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_picture(picture)

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self.setAccessibleName(picture.alt if picture else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The width of a picture beside words."""
        return QSize(self._theme.grow(176), self.heightForWidth(self._theme.grow(176)))

    def minimumSizeHint(self) -> QSize:
        """Still to be understood."""
        return QSize(88, self.heightForWidth(88))

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height that keeps the shape."""
        return round(width * self._picture.height / self._picture.width) if self._picture else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, then picture."""
        if not self._picture:
            return
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            if self._has_card or self._theme.is_contrast:
                _paint_card(painter, box)
                box = box.adjusted(8, 8, -8, -8)
            paint_picture(painter, box, self._picture)


def _paint_card(painter: QPainter, box: QRectF) -> None:
    """White, with the corners of a panel. The one colour here that no theme changes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(box, RADIUS_PANEL, RADIUS_PANEL)
