"""The few things on a page for parents that are pressed: back, on, what is chosen, the way out; and the dots."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.fonts import kit_font
from kit.app.look.line import Plate
from kit.app.pages.show_parts.looks import colours_on, letters_on
from kit.app.widgets.painted import Painted
from kit.domain.letters import Size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

    from kit.app.look.line import Part
    from kit.app.look.theme import Theme

ROUND = 92
WAY_OUT = 52
DOT, DOT_GAP = 14, 12
PAPER_POINTS, PAPER_HEIGHT, PAPER_RADIUS = 15.0, 64, 18.0
PAPER_SIDE, PAPER_GAP = 22, 10
MOST_GROWN = 150
"""What is beside the large words never grows larger than this, in per cent: the words come first."""
BESIDE = {Size.USUAL: 1.0, Size.LARGER: 1.2, Size.LARGEST: 1.35}
"""How what is beside the large words grows with them."""
FAINT = 0.25
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class Pressed(Painted):
    """What is pressed in show mode. Arrows turn the page wherever the focus is, and a touch takes no focus."""

    def __init__(self, theme: Theme, words: str, name: str = "") -> None:
        super().__init__(theme, words, name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def line(self) -> Sequence[Part]:
        """Painted by itself."""
        return ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the page's."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RoundButton(Pressed):
    """An arrow in a circle; the one that goes on is filled. Its colours are those of paper, in every theme."""

    def __init__(self, theme: Theme, name: str, *, goes_on: bool) -> None:
        self._goes_on = goes_on
        super().__init__(theme, name)

    def plate(self) -> Plate:
        """A circle, for the focus ring."""
        return Plate(radius=ROUND / 2)

    def sizeHint(self) -> QSize:
        """A thumb."""
        return QSize(ROUND, ROUND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and arrow; faint where there is nothing more."""
        colours = colours_on(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1.0 if self.isEnabled() else FAINT)
            blue = colours.accent_hover if self.is_lit() else colours.accent
            painter.setPen(_pen(blue, 2.5))
            painter.setBrush(QColor(blue if self._goes_on else colours.page))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
            painter.setPen(_pen(colours.on_accent if self._goes_on else blue, 4))
            painter.translate(QPointF(QRectF(self.rect()).center()))
            if not self._goes_on:
                painter.scale(-1, 1)
            painter.drawLine(QPointF(-11, 0), QPointF(11, 0))
            painter.drawPolyline(QPolygonF([QPointF(2, -9.5), QPointF(11.5, 0), QPointF(2, 9.5)]))


class WayOut(Pressed):
    """A small grey lock: it looks like nothing to a parent, and takes the worker back.

    `share` is how much of the time it must be held has passed; a ring around the lock grows with it.
    """

    share = 0.0

    def sizeHint(self) -> QSize:
        """Larger than it looks."""
        return QSize(WAY_OUT, WAY_OUT)

    def set_share(self, share: float) -> None:
        """Let the ring grow."""
        self.share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lock, and the ring."""
        colours = colours_on(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(_pen(colours.ink2 if self.is_lit() else colours.edge, 2))
            painter.translate(QRectF(self.rect()).center())
            painter.drawRoundedRect(QRectF(-9, -1, 18, 11), 2.5, 2.5)
            shackle = QPainterPath(QPointF(-5, -1))
            shackle.lineTo(-5, -5)
            shackle.arcTo(QRectF(-5, -10, 10, 10), 180, -180)
            shackle.lineTo(5, -1)
            painter.drawPath(shackle)
            if self.share:
                painter.setPen(_pen(colours.accent, 3))
                painter.drawArc(QRectF(-22, -22, 44, 44), 90 * 16, round(-360 * 16 * self.share))


class PaperButton(Pressed):
    """Words, with an icon if given, on the white of show mode. Its colours are those of paper, in every theme.

    One that is chosen has a broad frame, a tint and a tick: colour is never the only sign.
    """

    def __init__(self, theme: Theme, words: str, *, icon: str = "", name: str = "", is_filled: bool = False) -> None:
        self.icon_name, self.is_filled = icon, is_filled
        super().__init__(theme, words, name)

    def plate(self) -> Plate:
        """For the focus ring."""
        return Plate(radius=PAPER_RADIUS)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and tick, and for a thumb."""
        metrics = QFontMetricsF(self._font())
        signs = (bool(self.icon_name) + self.isCheckable()) * (self._sign() + PAPER_GAP)
        width = metrics.horizontalAdvance(self.words) + signs + 2 * PAPER_SIDE
        return QSize(math.ceil(width), max(PAPER_HEIGHT, math.ceil(metrics.height()) + 30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, icon, words, tick."""
        colours = colours_on(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1.0 if self.isEnabled() else FAINT)
            self._paint_frame(painter)
            painter.setFont(self._font())
            metrics, sign = QFontMetricsF(self._font()), self._sign()
            has_tick = self.isChecked()
            signs = (bool(self.icon_name) + has_tick) * (sign + PAPER_GAP)
            at = (self.width() - metrics.horizontalAdvance(self.words) - signs) / 2
            if self.icon_name:
                at = self._paint_icon(painter, self.icon_name, at)
            painter.setPen(QColor(colours.on_accent if self.is_filled else colours.page_ink))
            baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(at, round(baseline)), self.words)
            if has_tick:
                self._paint_icon(painter, "check", at + metrics.horizontalAdvance(self.words) + PAPER_GAP)

    def _paint_frame(self, painter: QPainter) -> None:
        colours = colours_on(self)
        width = 3.5 if self.isChecked() else 2.0
        tint = colours.accent_tint if self.isChecked() or self.isDown() else colours.page
        fill = colours.accent if self.is_filled else tint
        blue = colours.accent_hover if self.is_lit() else colours.accent
        painter.setPen(_pen(blue, width))
        painter.setBrush(QColor(fill))
        inset = width / 2 + 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), PAPER_RADIUS, PAPER_RADIUS)

    def _paint_icon(self, painter: QPainter, name: str, at: float) -> float:
        """The icon; answers where the words begin."""
        colours = colours_on(self)
        colour = colours.on_accent if self.is_filled else colours.accent
        pixmap = self.theme.paper_icon(name, self._sign(), colour, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(at), round((self.height() - self._sign()) / 2)), pixmap)
        return at + self._sign() + PAPER_GAP

    def _font(self) -> QFont:
        return paper_font(self, self.theme, PAPER_POINTS)

    def _sign(self) -> int:
        return round(24 * grown(self.theme))


def paper_font(widget: QWidget, theme: Theme, points: float, weight: int = 600) -> QFont:
    """A font of what is pressed or noted beside the large words: it grows with both sizes, but not to double."""
    letters = letters_on(widget)
    factor = min(grown(theme) * BESIDE[letters.size], MOST_GROWN / 100)
    return kit_font(points * factor, weight, is_large_text=True, is_wide=letters.is_wide)


def grown(theme: Theme) -> float:
    """How much larger the worker wants words, as a factor."""
    return min(theme.text_percent, MOST_GROWN) / 100


class Dots(QWidget):
    """Where one is: a dot for each leaf, the one of now long and blue."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._at = count, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_at(0)

    def set_count(self, count: int) -> None:
        """There are so many leaves now."""
        self._count = count
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
        colours = colours_on(self)
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
                painter.setPen(_pen(colours.accent if is_now else colours.edge, 2))
                painter.setBrush(QColor(colours.accent if is_now else colours.page))
                painter.drawRoundedRect(box, dot / 2, dot / 2)
                left += step * (2 if is_now else 1)
