"""One leaf: picture at the left, large words at the right, on white in every theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.fonts import kit_font
from kit.app.look.tokens import CROSS_FADE_MS, LIGHT
from kit.app.widgets.picture import paint_picture

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.show_parts.leaves import Leaf
    from kit.domain.picture import Picture

PICTURE = 530
POINTS, LARGE_POINTS, LEAST_POINTS = 38.0, 48.0, 16.0
LINE = 1.35
GAP = 0.55
"""Between two sentences, in lines."""
WRITING = 1.3
"""Height of a line to write on, in lines of words."""
LEAST_WRITING = 0.7
"""How wide the lines to write on are at least where there is no picture, as a part of the leaf."""
STRONG, PLAIN = 600, 400


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of words, placed; one without words is to write on."""

    text: str
    font: QFont
    top: float
    ascent: float


class LeafView(QWidget):
    """Paints one leaf; another one fades in, unless nothing may move."""

    def __init__(self, theme: Theme, points: float) -> None:
        super().__init__()
        self._theme, self._points = theme, points * theme.text_percent / 100
        self._leaf: Leaf | None = None
        self._picture: Picture | None = None
        self._before: QPixmap | None = None
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(CROSS_FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self._on_fade_finished)

    def show_leaf(self, leaf: Leaf, picture: Picture | None) -> None:
        """Show a leaf."""
        if self._leaf and self.isVisible() and not self._theme.is_still:
            self._before = self.grab()
            self._fade.start()
        self._leaf, self._picture = leaf, picture
        seen = f"Picture: {picture.alt}" if picture and picture.alt else ""
        self.setAccessibleName(f"{leaf.sentence} {seen}".strip())
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(200, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture and words, the leaf before fading away above them."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(LIGHT.page))
            if self._leaf:
                self._paint(painter, self._leaf)
            if self._before:
                painter.setOpacity(1.0 - self._share)
                painter.drawPixmap(0, 0, self._before)

    def _paint(self, painter: QPainter, leaf: Leaf) -> None:
        box = QRectF(self.rect())
        edge = box.width() * 0.06
        words = box.adjusted(edge, 0, -edge, 0)
        if self._picture:
            side = min(PICTURE, box.width() * 0.4, box.height())
            left = max(edge / 2, box.width() * 0.26 - side / 2)
            paint_picture(painter, QRectF(left, box.center().y() - side / 2, side, side), self._picture)
            words = box.adjusted(left + side + edge * 0.7, 0, -edge / 2, 0)
        lines, height = lay_out(leaf, words.width(), words.height(), self._points)
        if not self._picture:
            least = words.width() * LEAST_WRITING if leaf.writing_lines else 0.0
            widest = max((QFontMetricsF(line.font).horizontalAdvance(line.text) for line in lines), default=0.0)
            widest = max(widest, least)
            words.adjust((words.width() - widest) / 2, 0, 0, 0)
        painter.setPen(QColor(LIGHT.page_ink))
        top = words.top() + max(0.0, (words.height() - height) / 2)
        for line in lines:
            start = QPointF(words.left(), round(top + line.top + line.ascent))
            if line.text:
                painter.setFont(line.font)
                painter.drawText(start, line.text)
            else:
                painter.drawLine(start, QPointF(words.right(), start.y()))

    def _on_faded(self, share: float) -> None:
        self._share = share
        self.update()

    def _on_fade_finished(self) -> None:
        self._before = None
        self.update()


def lay_out(leaf: Leaf, width: float, height: float, points: float) -> tuple[list[_Line], float]:
    """The lines in the largest size that fits, and how high they are together."""
    while True:
        lines, needed = _lines(leaf, width, points)
        if needed <= height or points <= LEAST_POINTS:
            return lines, needed
        points = max(LEAST_POINTS, points - 2)


def _lines(leaf: Leaf, width: float, points: float) -> tuple[list[_Line], float]:
    lines: list[_Line] = []
    top = 0.0
    for number, text in enumerate((leaf.lead, *leaf.more)):
        if not text:
            continue
        font = kit_font(points, PLAIN if number else STRONG, is_large_text=True)
        metrics = QFontMetricsF(font)
        step = metrics.height() * LINE / 1.2
        top += step * GAP if lines else 0.0
        for part in balanced(text, font, width):
            lines.append(_Line(part, font, top, metrics.ascent()))
            top += step
    font = kit_font(points, PLAIN, is_large_text=True)
    for _ in range(leaf.writing_lines):
        top += QFontMetricsF(font).height() * LINE / 1.2 * WRITING
        lines.append(_Line("", font, top, 0))
    return lines, top


def balanced(text: str, font: QFont, width: float) -> list[str]:
    """Lines of about the same length: the narrowest width that needs no more lines, so no lone last word."""
    lines = wrapped(text, font, width)
    low, high = width / max(1, len(lines)) * 0.6, width
    while high - low > 2:  # noqa: PLR2004 - pixels
        middle = (low + high) / 2
        if len(wrapped(text, font, middle)) <= len(lines) and _fits(text, font, middle):
            high = middle
        else:
            low = middle
    return wrapped(text, font, high)


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """The text broken into lines of at most this width."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    parts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        parts.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return parts


def _fits(text: str, font: QFont, width: float) -> bool:
    metrics = QFontMetricsF(font)
    return all(metrics.horizontalAdvance(word) <= width for word in text.split())
