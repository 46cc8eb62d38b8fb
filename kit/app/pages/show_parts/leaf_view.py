"""One leaf: picture at the left, large words at the right, on the ground its readers asked for in every theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.fonts import kit_font
from kit.app.look.grounds import GROUNDS, PICTURE_GROUND
from kit.app.look.line import wrapped
from kit.app.look.tokens import CROSS_FADE_MS
from kit.app.widgets.picture import paint_picture
from kit.domain.letters import Ground, Size

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QMouseEvent, QPaintEvent, QResizeEvent

    from kit.app.look.theme import Theme
    from kit.app.look.tokens import Colours
    from kit.app.pages.show_parts.leaves import Leaf
    from kit.domain.letters import Letters
    from kit.domain.picture import Picture

PICTURE = 530
POINTS = {Size.USUAL: 38.0, Size.LARGER: 48.0, Size.LARGEST: 58.0}
LEAST_POINTS = 16.0
LINE, WIDE_LINE = 1.35, 1.55
GAP = 0.55
"""Between two sentences, in lines."""
WRITING = 1.3
"""Height of a line to write on, in lines of words."""
LEAST_WRITING = 0.7
"""How wide the lines to write on are at least where there is no picture, as a part of the leaf."""
STRONG, PLAIN = 600, 400
NOT_READ = -1
MARKER = 0.33
"""How strong the marker is: the yellow of the focus ring, as a marker pen leaves it on paper."""
CARD, CARD_RADIUS = 14.0, 18.0
"""Around a picture on a dark ground: how much white, and how round."""
MARKER_SIDE, MARKER_RADIUS, MARKER_GAP = 10.0, 6.0, 1.5
SWIPE = 60.0
"""Pixels a finger goes aside before it turns the leaf."""

_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of words, placed; one without words is to write on."""

    text: str
    font: QFont
    top: float
    ascent: float
    sentence: int = NOT_READ


@dataclass(frozen=True, slots=True)
class _Laid:
    """A leaf as it lies on this much room: where the picture is, where the words begin, and their lines."""

    picture: QRectF
    words: QRectF
    lines: list[_Line]


class LeafView(QWidget):
    """Paints one leaf; another one fades in, unless nothing may move.

    Signals:
        swiped: a finger or the pointer went aside; carries 1 to go on, -1 to go back.
    """

    swiped = Signal(int)

    def __init__(self, theme: Theme, letters: Letters) -> None:
        super().__init__()
        self.letters = letters
        self._laid: dict[tuple[Leaf, bool], _Laid] = {}
        self._now: QPixmap | None = None
        self._ready: tuple[Leaf | None, QPixmap | None] = (None, None)
        self._marked = NOT_READ
        self._from: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._theme = theme
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
        self._leaf, self._picture, self._marked = leaf, picture, NOT_READ
        self._now = self._ready[1] if self._ready[0] == leaf else None
        seen = f"Picture: {picture.alt}" if picture and picture.alt else ""
        self.setAccessibleName(f"{leaf.sentence} {seen}".strip())
        self.update()

    def set_letters(self, letters: Letters) -> None:
        """The same words in other letters, or on another ground."""
        self.letters = letters
        self._forget()
        self.update()

    def get_ready(self, leaf: Leaf, picture: Picture | None) -> None:
        """Paint what will be shown next, so that turning to it takes no time."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(self._colours.page))
        with QPainter(pixmap) as painter:
            self._paint(painter, leaf, picture)
        self._ready = leaf, pixmap

    def mark(self, sentence: int) -> None:
        """Mark the sentence that is being read, by its number; NOT_READ for none."""
        self._marked = sentence
        self.update()

    def event(self, event: QEvent) -> bool:
        """A finger that goes aside turns the leaf; one that goes up or down, or two, do nothing."""
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._on_touched(event)
            event.accept()
            return True
        return super().event(event)

    def _on_touched(self, event: QTouchEvent) -> None:
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel or len(points) != 1:
            self._from = None
        elif event.type() == QEvent.Type.TouchBegin:
            self._from = points[0].position()
        elif event.type() == QEvent.Type.TouchEnd:
            self._end_swipe(points[0].position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Some touch screens only speak as a mouse."""
        self._from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As above."""
        self._end_swipe(event.position())

    def _end_swipe(self, at: QPointF) -> None:
        begun, self._from = self._from, None
        if begun is None:
            return
        aside = at - begun
        if abs(aside.x()) >= SWIPE and abs(aside.x()) > 2 * abs(aside.y()):
            self.swiped.emit(1 if aside.x() < 0 else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything lies elsewhere."""
        super().resizeEvent(event)
        self._forget()

    def _forget(self) -> None:
        self._laid.clear()
        self._now, self._ready = None, (None, None)
        self._before = None

    @property
    def _colours(self) -> Colours:
        return GROUNDS[self.letters.ground]

    @property
    def _line(self) -> float:
        return WIDE_LINE if self.letters.is_spaced else LINE

    def minimumSizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(200, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture and words, the leaf before fading away above them."""
        with QPainter(self) as painter:
            if self._now and self._marked == NOT_READ:
                painter.drawPixmap(0, 0, self._now)
            else:
                painter.fillRect(self.rect(), QColor(self._colours.page))
                self._paint(painter, self._leaf, self._picture)
            if self._before:
                painter.setOpacity(1.0 - self._share)
                painter.drawPixmap(0, 0, self._before)

    def _lay(self, leaf: Leaf, picture: Picture | None) -> _Laid:
        """Where everything lies, kept until there is another size."""
        key = leaf, picture is not None
        if key not in self._laid:
            self._laid[key] = self._laid_anew(leaf, has_picture=picture is not None)
        return self._laid[key]

    def _laid_anew(self, leaf: Leaf, *, has_picture: bool) -> _Laid:
        box = QRectF(self.rect())
        edge = box.width() * 0.06
        words, picture = box.adjusted(edge, 0, -edge, 0), QRectF()
        if has_picture:
            side = min(PICTURE, box.width() * 0.4, box.height())
            left = max(edge / 2, box.width() * 0.26 - side / 2)
            picture = QRectF(left, box.center().y() - side / 2, side, side)
            words = box.adjusted(left + side + edge * 0.7, 0, -edge / 2, 0)
        points = POINTS[self.letters.size] * self._theme.text_percent / 100
        room = words.width(), words.height()
        lines, height = lay_out(leaf, *room, points, self._line, is_wide=self.letters.is_wide)
        if not has_picture:
            least = words.width() * LEAST_WRITING if leaf.writing_lines else 0.0
            widest = max((QFontMetricsF(line.font).horizontalAdvance(line.text) for line in lines), default=0.0)
            words.adjust((words.width() - max(widest, least)) / 2, 0, 0, 0)
        words.setTop(words.top() + max(0.0, (words.height() - height) / 2))
        return _Laid(picture, words, lines)

    def _paint(self, painter: QPainter, leaf: Leaf | None, picture: Picture | None) -> None:
        if leaf is None:
            return
        laid, ink = self._lay(leaf, picture), QColor(self._colours.page_ink)
        if picture and self.letters.ground is Ground.DARK:
            paint_card(painter, laid.picture, picture)
        if picture:
            paint_picture(painter, laid.picture, picture)
        for line in laid.lines:
            start = QPointF(laid.words.left(), round(laid.words.top() + line.top + line.ascent))
            if not line.text:
                painter.setPen(ink)
                painter.drawLine(start, QPointF(laid.words.right(), start.y()))
                continue
            if self._marked != NOT_READ and line.sentence == self._marked:
                _paint_marker(painter, start, line, self._line, self._colours)
            painter.setPen(ink)
            painter.setFont(line.font)
            painter.drawText(start, line.text)

    def _on_faded(self, share: float) -> None:
        self._share = share
        self.update()

    def _on_fade_finished(self) -> None:
        self._before = None
        self.update()


def paint_card(painter: QPainter, box: QRectF, picture: Picture) -> None:
    """White behind a picture on a dark ground."""
    size = QSizeF(picture.width, picture.height).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    card = QRectF(box.center() - QPointF(size.width(), size.height()) / 2, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PICTURE_GROUND))
    painter.drawRoundedRect(card.adjusted(-CARD, -CARD, CARD, CARD), CARD_RADIUS, CARD_RADIUS)
    painter.restore()


def _paint_marker(painter: QPainter, start: QPointF, line: _Line, spacing: float, colours: Colours) -> None:
    """A soft yellow behind one line, as high as the step to the next."""
    metrics = QFontMetricsF(line.font)
    step = metrics.height() * spacing / 1.2
    middle = start.y() - metrics.ascent() + metrics.height() / 2
    box = QRectF(start.x(), middle - step / 2, metrics.horizontalAdvance(line.text), step)
    yellow = QColor(colours.focus)
    yellow.setAlphaF(MARKER)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(yellow)
    box.adjust(-MARKER_SIDE, MARKER_GAP, MARKER_SIDE, -MARKER_GAP)
    painter.drawRoundedRect(box, MARKER_RADIUS, MARKER_RADIUS)
    painter.restore()


def lay_out(
    leaf: Leaf, width: float, height: float, points: float, spacing: float = LINE, *, is_wide: bool = False
) -> tuple[list[_Line], float]:
    """The lines in the largest size that fits, and how high they are together."""
    while True:
        lines, needed = _lines(leaf, width, points, spacing, is_wide=is_wide)
        if needed <= height or points <= LEAST_POINTS:
            return lines, needed
        points = max(LEAST_POINTS, points - 2)


def _lines(leaf: Leaf, width: float, points: float, spacing: float, *, is_wide: bool) -> tuple[list[_Line], float]:
    lines: list[_Line] = []
    top = 0.0
    for number, text in enumerate(leaf.sentences):
        is_lead = number == 0 and bool(leaf.lead)
        font = kit_font(points, STRONG if is_lead else PLAIN, is_large_text=True, is_wide=is_wide)
        metrics = QFontMetricsF(font)
        step = metrics.height() * spacing / 1.2
        top += step * GAP if lines else 0.0
        for part in balanced(text, font, width):
            lines.append(_Line(part, font, top, metrics.ascent(), number))
            top += step
    font = kit_font(points, PLAIN, is_large_text=True)
    for _ in range(leaf.writing_lines):
        top += QFontMetricsF(font).height() * spacing / 1.2 * WRITING
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


def _fits(text: str, font: QFont, width: float) -> bool:
    metrics = QFontMetricsF(font)
    return all(metrics.horizontalAdvance(word) <= width for word in text.split())
