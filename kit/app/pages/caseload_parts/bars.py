"""Mothers beside fathers: two bars a topic, each with its count in words at its own end."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Plate, Words, paint_plate, paint_words, width_of
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.painted import RESIZING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

BAR = 11
LINE = 17
BETWEEN = 6
MOST = 5


@dataclass(frozen=True, slots=True)
class TopicBars:
    """One topic: its name, and how many of how many mothers and fathers were told."""

    name: str
    mothers_told: int
    mothers: int
    fathers_told: int
    fathers: int

    def words(self) -> tuple[str, str]:
        """What stands at the end of each bar."""
        return _count("Mothers", self.mothers_told, self.mothers), _count("Fathers", self.fathers_told, self.fathers)

    def shares(self) -> tuple[float, float]:
        """How long each bar is, from 0 to 1."""
        return self.mothers_told / max(1, self.mothers), self.fathers_told / max(1, self.fathers)


def _count(who: str, told: int, all_of_them: int) -> str:
    """Mothers 88 of 94; No fathers."""
    return f"{who} {told} of {all_of_them}" if all_of_them else f"No {who.lower()} yet"


class BarsView(QWidget):
    """The bars of up to five topics, in one drawing whose columns stand in line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._topics: tuple[TopicBars, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_topics(self, topics: Sequence[TopicBars]) -> None:
        """Show these topics, five at most."""
        self._topics = tuple(topics[:MOST])
        said = (f"{topic.name}: {', '.join(topic.words())}" for topic in self._topics)
        self.setAccessibleName("Told and understood. " + ". ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines a topic."""
        name, count = self._widths()
        return QSize(math.ceil(name + count) + self._theme.grow(160), math.ceil(len(self._topics) * self._row()))

    def minimumSizeHint(self) -> QSize:
        """Short bars; the words are never cut."""
        name, count = self._widths()
        return QSize(math.ceil(name + count) + self._theme.grow(70), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)

    def _line(self) -> float:
        return max(self._theme.metrics(TextStyle.NOTE).height(), self._theme.grow(LINE))

    def _row(self) -> float:
        return 2 * self._line() + self._theme.grow(BETWEEN)

    def _widths(self) -> tuple[float, float]:
        """Widths of the names and of the counts."""
        names = [width_of(self._theme, [Words(topic.name, TextStyle.WORD)]) for topic in self._topics]
        counts = [width_of(self._theme, [Words(each, TextStyle.NOTE)]) for t in self._topics for each in t.words()]
        return max(names, default=0.0), max(counts, default=0.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every topic."""
        with QPainter(self) as painter:
            for number, topic in enumerate(self._topics):
                top = number * self._row() + self._theme.grow(BETWEEN) / 2
                self._paint_topic(painter, QRectF(0, top, self.width(), 2 * self._line()), topic)

    def _paint_topic(self, painter: QPainter, box: QRectF, topic: TopicBars) -> None:
        theme, (name, count) = self._theme, self._widths()
        title = QRectF(box.left(), box.top(), name, box.height())
        paint_words(painter, title, theme, Words(topic.name, TextStyle.WORD))
        left, right = box.left() + name + theme.grow(16), box.right() - count
        for at, (words, share) in enumerate(zip(topic.words(), topic.shares(), strict=True)):
            line = QRectF(right, box.top() + at * self._line(), count, self._line())
            paint_words(painter, line, theme, Words(words, TextStyle.NOTE, Role.INK2))
            height = theme.grow(BAR)
            track = QRectF(left, round(line.center().y() - height / 2), right - left - theme.grow(12), height)
            paint_plate(painter, track, theme, Plate(Role.SUNKEN, Role.EDGE if theme.is_contrast else None, 1, 3))
            if share > 0:
                bar = QRectF(track)
                bar.setWidth(max(height, track.width() * share))
                (self._paint_hatched if at else self._paint_solid)(painter, bar)

    def _paint_solid(self, painter: QPainter, bar: QRectF) -> None:
        """Mothers."""
        paint_plate(painter, bar, self._theme, Plate(Role.BAR_A, radius=3))

    def _paint_hatched(self, painter: QPainter, bar: QRectF) -> None:
        """Fathers: outlined and hatched, so that no colour is needed."""
        blue = self._theme.colour(Role.BAR_B)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(bar.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        painter.fillPath(path, QBrush(self._theme.colour(Role.SURFACE)))
        painter.setClipPath(path)
        painter.setPen(QPen(blue, 1.8))
        step, height = 5, math.ceil(bar.height())
        for x in range(int(bar.left()) - height, int(bar.right()) + step, step):
            painter.drawLine(x, math.ceil(bar.bottom()), x + height, math.floor(bar.top()))
        painter.setClipping(False)
        painter.setPen(QPen(blue, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.restore()
