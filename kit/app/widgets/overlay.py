"""What floats above the page: shadow and fade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPropertyAnimation, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from kit.app.look.tokens import FADE_MS

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

SHADOW = 6


def paint_shadow(painter: QPainter, box: QRectF, radius: float) -> None:
    """Five translucent rounded rectangles under what floats."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(5, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 14))
        painter.drawRoundedRect(box.adjusted(-step, -step + 2, step, step + 2), radius + step, radius + step)


def fade_in(widget: QWidget, theme: Theme) -> None:
    """Let something appear in 120 ms, or at once where nothing may move."""
    if theme.is_still:
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", effect)
    fade.setDuration(FADE_MS)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]
    fade.start()
