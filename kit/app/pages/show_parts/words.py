"""Words: how large they are, how far apart, in which letters, on which ground. Worker or parent, there and then."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kit.app.look.line import Plate
from kit.app.pages.show_parts.controls import PAPER_GAP, PAPER_RADIUS, WAY_OUT, PaperButton, Pressed, paper_font
from kit.app.pages.show_parts.looks import colours_on
from kit.app.pages.show_parts.paper import Paper, PaperText
from kit.domain.letters import Ground, Letters, Size

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme

SAMPLE, NAME = "Aa", "Words"
SAMPLE_POINTS, NAME_POINTS = 20.0, 13.0
ROWS: tuple[tuple[str, str, Sequence[tuple[Any, str]]], ...] = (
    ("size", "Size", ((Size.USUAL, "Usual"), (Size.LARGER, "Larger"), (Size.LARGEST, "Largest"))),
    ("is_spaced", "Space", ((False, "Usual"), (True, "More"))),
    ("is_wide", "Letters", ((False, "Usual"), (True, "Wider"))),
    ("ground", "Paper", ((Ground.WHITE, "White"), (Ground.CREAM, "Cream"), (Ground.DARK, "Dark"))),
)
"""What can be chosen: the field of Letters, its name, and what it can be."""


class WordsButton(Pressed):
    """Aa and a word, without a frame: there for who needs it, and nothing to look at for who does not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, NAME, "Words: size, space, letters, paper")

    def plate(self) -> Plate:
        """For the focus ring."""
        return Plate(radius=PAPER_RADIUS)

    def sizeHint(self) -> QSize:
        """A thumb high."""
        return QSize(round(self._start() + self._metrics(NAME_POINTS).horizontalAdvance(NAME)) + 12, WAY_OUT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two letters and a word."""
        colours = colours_on(self)
        with QPainter(self) as painter:
            painter.setPen(QColor(colours.accent if self.is_lit() else colours.ink2))
            base = (self.height() + self._metrics(SAMPLE_POINTS).capHeight()) / 2
            for words, points, left in ((SAMPLE, SAMPLE_POINTS, 8), (NAME, NAME_POINTS, self._start())):
                painter.setFont(paper_font(self, self.theme, points))
                painter.drawText(QPointF(left, round(base)), words)

    def _start(self) -> float:
        """Where the word begins."""
        return 8 + self._metrics(SAMPLE_POINTS).horizontalAdvance(SAMPLE) + PAPER_GAP

    def _metrics(self, points: float) -> QFontMetricsF:
        return QFontMetricsF(paper_font(self, self.theme, points))


class WordsPanel(Paper):
    """What can be chosen, over the corner of the page. Every press is seen at once in the words beside it.

    Signals:
        chosen: words look otherwise from now on; carries the Letters.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._now = Letters()
        self.buttons: dict[tuple[str, Any], PaperButton] = {}
        self.done = PaperButton(theme, "Done", is_filled=True)
        self.done.clicked.connect(self.hide)
        grid = QGridLayout()
        grid.setSpacing(10)
        for row, (field, name, choices) in enumerate(ROWS):
            grid.addWidget(PaperText(theme, name, 15.0, 600), row, 0)
            for at, (value, words) in enumerate(choices):
                button = self.buttons[field, value] = PaperButton(theme, words, name=f"{name}: {words.lower()}")
                button.setCheckable(True)
                button.fill_width()
                button.clicked.connect(partial(self._on_chosen, field, value))
                grid.addWidget(button, row, at + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 20)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def lie_on(self, ground: QWidget) -> None:
        """Open over another page than the one whose words they are: the worker's, where there are two screens."""
        self._ground = ground
        self.setParent(ground)

    def open(self, under: QWidget, letters: Letters) -> None:
        """Open under a button, with what holds now."""
        self._show(letters)
        self.dress()
        self.move(under.mapTo(self._ground, QPoint(0, under.height())))
        self.show()
        self._fit()
        self.raise_()
        self.buttons["size", letters.size].setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and a frame around it."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours_on(self).edge), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), PAPER_RADIUS, PAPER_RADIUS)

    def _on_chosen(self, field: str, value: object, _checked: object = None) -> None:
        changes: dict[str, Any] = {field: value}
        self._show(replace(self._now, **changes))
        self.chosen.emit(self._now)
        self._fit()

    def _fit(self) -> None:
        """As large as its words are now."""
        if layout := self.layout():
            layout.activate()
        self.adjustSize()

    def _show(self, letters: Letters) -> None:
        self._now = letters
        for (field, value), button in self.buttons.items():
            button.setChecked(getattr(letters, field) == value)
