"""Something more, folded away until it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.app.look.theme import Theme


class Fold(QWidget):
    """A line that opens what is under it, made the first time it is opened.

    Args:
        theme: the theme.
        words: what is inside.
        content: makes it.
    """

    def __init__(self, theme: Theme, words: str, content: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__()
        self._content = content
        self._inside: QWidget | None = None
        self._theme = theme
        self.button = LinkButton(theme, words, icon="chevron-right", side=Qt.AlignmentFlag.AlignLeft)
        self.button.setAccessibleDescription("Folded")
        self.button.clicked.connect(self._on_pressed)
        self._column = Column(theme, 4, parent=self)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return self._inside is not None and not self._inside.isHidden()

    def _on_pressed(self) -> None:
        is_open = not self.is_open
        if self._inside is None:
            self._inside = QWidget()
            Column(self._theme, 10, (26, 0, 0, 8), self._inside).add(*self._content())
            self._column.add(self._inside)
        self._inside.setVisible(is_open)
        self.button.set_icon("chevron-down" if is_open else "chevron-right")
        self.button.setAccessibleDescription("Open" if is_open else "Folded")
