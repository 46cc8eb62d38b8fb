"""Words on the white of show mode that are not the large ones: names, notes, questions of the kit itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from kit.app.look.tokens import LIGHT
from kit.app.pages.show_parts.controls import paper_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme


class PaperText(QLabel):
    """A line of words in the ink of paper, in every theme."""

    def __init__(self, theme: Theme, words: str = "", points: float = 14.0, weight: int = 400) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("paper", True)  # noqa: FBT003 - Qt's signature
        self._font = paper_font(theme, points, weight)
        self.setFont(self._font)
        ink = self.palette()
        ink.setColor(QPalette.ColorRole.WindowText, QColor(LIGHT.page_ink))
        self.setPalette(ink)


class Paper(QWidget):
    """A white ground."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White, whatever the theme."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(LIGHT.page))
