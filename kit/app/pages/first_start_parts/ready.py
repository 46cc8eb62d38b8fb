"""Everything is set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role
from kit.app.pages.first_start_parts.part import READING_WIDTH, Part
from kit.app.widgets.layouts import Column
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.text import LineView

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

_DONE = (
    "Your records are encrypted on this laptop.",
    "Your passphrase is on paper, away from the laptop.",
    "You can hide what is open in one move.",
)


class ReadyStep(Part):
    """What was done, in three lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "The kit is ready", "Next, add a family, or look through the library.")
        self._inside = QWidget()
        column = self.column(self._inside)
        for words in _DONE:
            column.add(LineView(theme, Sign(Mark.HERE_ALL, 22, ground=Role.CANVAS), Words(words, gap=10)))
        happened = "All advice waits for sign-off by a local clinician."
        column.add(8, Notice(theme, Tone.PLAIN, happened, "Until then use it for practice only."), None)
        Column(theme, 0, parent=self).add(self._inside)
        theme.text_size_changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._inside.setMaximumWidth(self.theme.grow(READING_WIDTH))
