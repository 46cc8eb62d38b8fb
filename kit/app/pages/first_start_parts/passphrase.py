"""Choosing the passphrase: typed twice, and no way back without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.pages.first_start_parts.part import READING_WIDTH, Part
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

FIELD_WIDTH = 420


class PassphraseStep(Part):
    """Two fields.

    Signals:
        entered: Enter was pressed in the second.
    """

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        lead = "It locks your records. Choose 4 or 5 words that belong together for you alone."
        super().__init__(theme, "Choose a passphrase", lead)
        self.first = Field(theme, "Passphrase", width=FIELD_WIDTH, is_secret=True)
        self.again = Field(theme, "The same again", width=FIELD_WIDTH, is_secret=True)
        happened = "Nobody can open your records without it: not your organisation, not us."
        safe = "Write it down on paper and keep the paper away from this laptop."
        inside = QWidget()
        column = self.column(inside)
        column.add(self.first, self.again, 4, Notice(theme, Tone.PLAIN, happened, safe), None)
        Column(theme, 0, parent=self).add(inside)
        theme.text_size_changed.connect(self._fit)
        self._inside = inside
        self._fit()
        self.first.line.returnPressed.connect(self.again.line.setFocus)
        self.again.line.returnPressed.connect(self.entered)

    def _fit(self) -> None:
        self._inside.setMaximumWidth(self.theme.grow(READING_WIDTH))

    def read(self) -> str | None:
        """The passphrase, if it was typed twice the same."""
        self.first.set_mistake("" if self.first.text else "Type a passphrase.")
        if self.first.mistake:
            self.first.take_focus()
            return None
        same = self.first.text == self.again.text
        self.again.set_mistake("" if same else "This is not the same. Type it again.")
        if not same:
            self.again.take_focus()
            return None
        return self.first.text

    def forget(self) -> None:
        """Keep nothing of it on the screen."""
        for field in (self.first, self.again):
            field.line.clear()

    def set_mistake(self, field: str, sentence: str) -> bool:
        """It is too easy to guess."""
        if field != "passphrase":
            return False
        self.first.set_mistake(sentence)
        self.first.take_focus()
        return True

    def first_field(self) -> QWidget:
        """The first of the two."""
        return self.first.line
