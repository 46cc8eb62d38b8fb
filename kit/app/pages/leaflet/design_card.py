"""Design cards: a true miniature of each design, painted from its own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from kit.app.look.line import Plate, Sign, paint_line, paint_plate
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.choices import Choice, ChoiceCard
from kit.domain.leaflet import KINDS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme
    from kit.domain.leaflet import Design

MINIATURE = 60
"""The longer side of a miniature."""
_MM_PER_POINT = 25.4 / 72
_PICTURE_SHAPE = 4 / 3
_INK_SHARE = 0.55
"""How much of a line of words is ink, seen from far away."""
_LINES = (1.0, 0.86, 0.94, 0.7, 0.98, 0.8)
"""Lines of words are not of one length."""


class DesignCard(ChoiceCard):
    """One design to choose: its miniature and its name. Cards in one parent exclude each other."""

    def __init__(self, theme: Theme, design: Design, *, has_pictures: bool) -> None:
        self.design = design
        self._has_pictures = has_pictures
        super().__init__(theme, Choice(design.key, design.title))
        self.setAccessibleName(f"Design: {design.title}")
        self.setToolTip(f"{design.title}: {KINDS[design.kind]}")

    def show_pictures(self, *, has_pictures: bool) -> None:
        """Paint the miniature with pictures or with prose."""
        self._has_pictures = has_pictures
        self.update()

    def sizeHint(self) -> QSize:
        """A miniature over two lines of words."""
        words = round(2 * self.theme.metrics(TextStyle.NOTE_STRONG).lineSpacing())
        return QSize(self.theme.grow(96), self.theme.grow(MINIATURE + 8) + words + self.theme.space(12))

    def minimumSizeHint(self) -> QSize:
        """The longest word of a name must fit."""
        return QSize(self.theme.grow(84), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, miniature, name, tick."""
        with QPainter(self) as painter:
            theme, box = self.theme, QRectF(self.rect())
            paint_plate(painter, box, theme, self.plate())
            room = theme.grow(MINIATURE)
            paper_wide, paper_high = self.design.paper_mm
            scale = room / max(paper_wide, paper_high)
            wide, high = paper_wide * scale, paper_high * scale
            page = QRectF((box.width() - wide) / 2, theme.space(10) + (room - high) / 2, wide, high)
            _paint_page(painter, page, theme, self.design, has_pictures=self._has_pictures)
            top = theme.space(14) + room
            words = QRectF(4, top, box.width() - 8, box.bottom() - top - 2)
            painter.setFont(theme.font(TextStyle.NOTE_STRONG if self.isChecked() else TextStyle.NOTE))
            painter.setPen(theme.colour(Role.INK))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
            if self.isChecked():
                size = theme.grow(18)
                tick = QRectF(box.right() - size - 7, box.top() + 7, size, size)
                paint_line(painter, tick, theme, [Sign(Mark.SHOWED_ME, 18, Role.ACCENT, Role.ACCENT_TINT)])


def _paint_page(painter: QPainter, box: QRectF, theme: Theme, design: Design, *, has_pictures: bool) -> None:
    paint_plate(painter, box, theme, Plate(Role.PAGE, Role.EDGE, 1, 1))
    sketch = _Sketch(painter, theme, design, box.height() / design.paper_mm[1])
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    match design.kind:
        case "card":
            sketch.cards()
        case "wallet":
            sketch.strips()
        case "booklet":
            sketch.booklet(has_pictures=has_pictures)
        case _:
            sketch.sheet(has_pictures=has_pictures)
    painter.restore()


class _Sketch:
    """Bars for words and blocks for pictures, in the millimetres of the design."""

    def __init__(self, painter: QPainter, theme: Theme, design: Design, scale: float) -> None:
        self._painter, self._theme, self._design, self._scale = painter, theme, design, scale

    def booklet(self, *, has_pictures: bool) -> None:
        """Two pages and the fold between them."""
        width, height = self._design.paper_mm
        for left in (0.0, width / 2):
            self._painter.save()
            self._painter.translate(left * self._scale, 0)
            self.sheet(has_pictures=has_pictures)
            self._painter.restore()
        self._dashes(width / 2, height)

    def strips(self) -> None:
        """Cards under each other, a picture in the left half and lines in the right."""
        design, (width, height) = self._design, self._design.paper_mm
        wide, high = 2 * design.page_mm[0], design.page_mm[1]
        count = int((height - 24) // high)
        left, top = (width - wide) / 2, (height - count * high) / 2
        for number in range(count + 1):
            self._block(left, top + number * high - 0.6, wide, 1.2, Role.EDGE)
        for y in (top + number * high for number in range(count)):
            self._block(left + 8, y + 7, 52, 7, Role.PAGE_INK)
            self._block(left + 8, y + 20, design.picture_mm, design.picture_mm / _PICTURE_SHAPE, Role.ACCENT)
            for line in range(4):
                self._block(left + wide / 2 + 8, y + 9 + 10 * line, 58 if line % 2 else 66, 4, Role.PAGE_INK)

    def _dashes(self, x: float, height: float) -> None:
        for number in range(0, int(height), 16):
            self._block(x - 0.8, number, 1.6, 9, Role.EDGE)

    def sheet(self, *, has_pictures: bool) -> None:
        """Title, rule, then rows with pictures or lines of prose."""
        design, margin = self._design, self._design.margin_mm
        wide, end = design.page_mm[0] - 2 * margin, design.page_mm[1] - margin - 10
        y = margin + self._bar(margin, margin, wide * 0.6, design.title_pt) + 3
        self._block(margin, y, wide, 1.2, Role.PAGE_INK)
        y += 8
        while y < end:
            y += self._row(margin, y, wide) if has_pictures else self._prose(margin, y, wide)

    def _row(self, x: float, y: float, wide: float) -> float:
        """Picture left, words right; answers the height used."""
        design = self._design
        picture = min(design.picture_mm * (1.3 if design.kind == "poster" else 1), wide / 2)
        high = picture / _PICTURE_SHAPE
        if y + high > design.page_mm[1] - design.margin_mm - 8:
            return design.page_mm[1]
        self._block(x, y, picture, high, Role.ACCENT)
        left, room = x + picture + 8, wide - picture - 8
        at = y + high / 2 - design.lead_pt * _MM_PER_POINT * design.line_height
        at += self._bar(left, at, room * 0.9, design.lead_pt)
        self._bar(left, at + 2, room * 0.66, design.body_pt)
        return high + design.row_gap_mm

    def _prose(self, x: float, y: float, wide: float) -> float:
        used = 0.0
        for share in _LINES:
            used += self._bar(x, y + used, wide * share, self._design.body_pt)
        return used + self._design.row_gap_mm

    def cards(self) -> None:
        """Four cards with lines between them to cut along."""
        width, height = self._design.page_mm
        self._block(width / 2 - 0.6, 0, 1.2, height, Role.EDGE)
        self._block(0, height / 2 - 0.6, width, 1.2, Role.EDGE)
        for left in (0.0, width / 2):
            for top in (0.0, height / 2):
                y = top + self._design.margin_mm
                while y < top + height / 2 - self._design.margin_mm - 10:
                    y += self._bar(left + self._design.margin_mm, y, width * 0.3, self._design.body_pt)
                    y += self._bar(left + self._design.margin_mm, y, width * 0.2, self._design.lead_pt) + 4

    def _bar(self, x: float, y: float, wide: float, points: float) -> float:
        """One line of words of this size; answers the distance to the next."""
        high = points * _MM_PER_POINT
        pitch = high * self._design.line_height
        self._block(x, y + (pitch - high * _INK_SHARE) / 2, wide, high * _INK_SHARE, Role.PAGE_INK)
        return pitch

    def _block(self, x: float, y: float, wide: float, high: float, role: Role) -> None:
        scale = self._scale
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(role))
        self._painter.drawRoundedRect(QRectF(x * scale, y * scale, wide * scale, high * scale), 0.8, 0.8)
