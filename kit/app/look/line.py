"""One line made of words, icons and marks: measured and painted the same way in every control."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTextLayout, QTextOption

from kit.app.look.marks import Mark, paint_mark
from kit.app.look.tokens import Role, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont

    from kit.app.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one style and colour. `gap` is the space before them; struck ones no longer count and stay readable."""

    text: str
    style: TextStyle = TextStyle.BODY
    role: Role = Role.INK
    gap: int = 8
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Icon:
    """A Lucide icon, so many pixels wide at 100 %."""

    name: str
    size: int = 20
    role: Role = Role.INK
    gap: int = 8


@dataclass(frozen=True, slots=True)
class Sign:
    """A state mark, in its own colour unless another is given."""

    mark: Mark
    size: int = 20
    role: Role | None = None
    ground: Role = Role.SURFACE
    gap: int = 8


Part = Words | Icon | Sign


def width_of(theme: Theme, parts: Sequence[Part]) -> float:
    """How wide a line is."""
    gaps = sum(theme.grow(part.gap) for part in parts[1:])
    return sum(_size(theme, part).width() for part in parts) + gaps


def height_of(theme: Theme, parts: Sequence[Part]) -> float:
    """How high a line is."""
    return max((_size(theme, part).height() for part in parts), default=0.0)


def paint_line(
    painter: QPainter,
    box: QRectF,
    theme: Theme,
    parts: Sequence[Part],
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint a line into a box, centred upright; words that have no room are shortened."""
    room = box.width() - width_of(theme, parts)
    at = box.left() + max(0.0, _share(alignment) * room)
    for number, part in enumerate(parts):
        at += theme.grow(part.gap) if number else 0
        size = _size(theme, part)
        width = min(size.width(), box.right() - at)
        _paint_part(painter, QRectF(at, box.center().y() - size.height() / 2, width, size.height()), theme, part)
        at += width


def _share(alignment: Qt.AlignmentFlag) -> float:
    """How much of the free room goes in front."""
    return {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}.get(alignment, 0.0)


def _size(theme: Theme, part: Part) -> QSizeF:
    if isinstance(part, Words):
        metrics = theme.metrics(part.style)
        return QSizeF(metrics.horizontalAdvance(part.text), metrics.height())
    return QSizeF(theme.grow(part.size), theme.grow(part.size))


def _paint_part(painter: QPainter, box: QRectF, theme: Theme, part: Part) -> None:
    if isinstance(part, Words):
        paint_words(painter, box, theme, part)
    elif isinstance(part, Sign):
        paint_mark(painter, box, part.mark, theme, role=part.role, ground=part.ground)
    else:
        paint_icon(painter, box, theme, part)


def paint_icon(painter: QPainter, box: QRectF, theme: Theme, icon: Icon) -> None:
    """Paint an icon into a square box, on whole pixels."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    top_left = QPointF(round(box.left()), round(box.top()))
    painter.drawPixmap(top_left, theme.icon(icon.name, theme.grow(icon.size), icon.role, ratio))


def paint_words(painter: QPainter, box: QRectF, theme: Theme, words: Words) -> None:
    """Paint one line of words at the left of a box, shortened by an ellipsis if they must be."""
    metrics = theme.metrics(words.style)
    text = words.text
    if metrics.horizontalAdvance(text) > box.width() + 0.5:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(theme.font(words.style))
    painter.setPen(theme.colour(words.role))
    baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(box.left(), round(baseline)), text)
    if words.is_struck:
        line = QRectF(box.left(), round(baseline - metrics.strikeOutPos()), metrics.horizontalAdvance(text), 1.5)
        painter.fillRect(line, theme.colour(words.role))


def paint_two_lines(painter: QPainter, box: QRectF, theme: Theme, line: Sequence[Part], note: Words) -> None:
    """Paint a line with a note under it, centred upright in a box."""
    first = height_of(theme, line)
    second = theme.metrics(note.style).height() if note.text else 0.0
    top = box.top() + (box.height() - first - second) / 2
    paint_line(painter, QRectF(box.left(), top, box.width(), first), theme, line)
    if note.text:
        paint_words(painter, QRectF(box.left(), top + first, box.width(), second), theme, note)


def broken(theme: Theme, words: Words, width: float) -> list[Words]:
    """The same words in as many lines as they need at this width, at spaces where there are any; none of nothing."""
    lines = wrapped(words.text, theme.font(words.style), width, breaks_words=True) if words.text else []
    return [replace(words, text=line) for line in lines]


def wrapped(text: str, font: QFont, width: float, *, breaks_words: bool = False) -> list[str]:
    """A text in lines of at most this width, in pixels; a word that is wider stands out, or is broken."""
    layout = QTextLayout(text, font)
    if breaks_words:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def paint_lines(
    painter: QPainter, box: QRectF, theme: Theme, lines: Sequence[Sequence[Part]], lead: Part | None = None
) -> None:
    """Paint lines under each other, centred upright in a box; a lead stands in front of the first, outside the box."""
    top = box.top() + (box.height() - sum(height_of(theme, line) for line in lines)) / 2
    for number, line in enumerate(lines):
        height = height_of(theme, line)
        if lead and not number:
            size = theme.grow(lead.gap) + width_of(theme, [lead])
            paint_line(painter, QRectF(box.left() - size, top, size, height), theme, [lead])
        paint_line(painter, QRectF(box.left(), top, box.width(), height), theme, line)
        top += height


@dataclass(frozen=True, slots=True)
class Plate:
    """The ground of a control: what fills it, its edge, its corners."""

    fill: Role | None = None
    edge: Role | None = None
    width: int = 1
    radius: float = 8.0
    is_dashed: bool = False


def paint_plate(painter: QPainter, box: QRectF, theme: Theme, plate: Plate) -> None:
    """Paint a plate so that its edge lies inside the box, on whole pixels."""
    fill = theme.colour(plate.fill) if plate.fill else None
    pen = QPen(theme.colour(plate.edge), plate.width) if plate.edge else None
    if pen and plate.is_dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    paint_box(painter, box, fill, pen, plate.radius)


def paint_box(painter: QPainter, box: QRectF, fill: QColor | None, edge: QPen | None, radius: float) -> None:
    """Paint a rounded box with its edge inside."""
    inset = edge.widthF() / 2 if edge else 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(fill) if fill else QBrush())
    inner = box.adjusted(inset, inset, -inset, -inset)
    corner = min(radius - inset, inner.height() / 2)
    painter.drawRoundedRect(inner, corner, corner)
    painter.restore()
