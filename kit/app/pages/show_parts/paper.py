"""Words on the ground of show mode that are not the large ones: names, notes, questions of the kit itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from kit.app.pages.show_parts.controls import paper_font
from kit.app.pages.show_parts.looks import colours_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

    from kit.app.look.theme import Theme


class PaperText(QLabel):
    """A line of words in the ink of what it lies on, in every theme."""

    def __init__(self, theme: Theme, words: str = "", points: float = 14.0, weight: int = 400) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("paper", True)  # noqa: FBT003 - Qt's signature
        self._theme, self._points, self._weight = theme, points, weight
        self.dress()

    def dress(self) -> None:
        """Take the letters and the ink of where it lies."""
        self.setFont(paper_font(self, self._theme, self._points, self._weight))
        ink = self.palette()
        ink.setColor(QPalette.ColorRole.WindowText, QColor(colours_on(self).page_ink))
        self.setPalette(ink)

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been made before it was laid on anything."""
        self.dress()
        super().showEvent(event)


class Paper(QWidget):
    """A ground: white, unless the letters of a page say otherwise."""

    def dress(self) -> None:
        """Other letters, or another ground: every part looks again."""
        for each in self.findChildren(QWidget):
            if isinstance(each, PaperText):
                each.dress()
            each.updateGeometry()
            each.update()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One colour, whatever the theme."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours_on(self).page))
