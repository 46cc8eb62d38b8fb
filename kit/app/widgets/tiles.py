"""Cards of one size beside each other: four in a row, or two and two where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from kit.app.look.tokens import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme


class Tiles(QWidget):
    """A row of cards that share the width."""

    def __init__(self, theme: Theme, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme, self._cards = theme, cards
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_layout_changed(theme.layout)

    def _on_layout_changed(self, layout: Layout) -> None:
        across = 2 if layout is Layout.COMPACT else len(self._cards)
        self._grid.setSpacing(self._theme.space(12))
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // across, at % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
