"""The PIN that gives the laptop back after something was shown to a parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Row
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import Text

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

WHY = "While a parent holds the laptop, this PIN leads back to your pages. The hide key works without it."
HAS, HAS_NONE = "You have a PIN.", "You have no PIN. Hold the lock for 2 seconds to come back."


class PinPanel(Panel):
    """Choose, change or remove it. The digits are never shown again.

    Signals:
        pin_wished: these digits are wanted; empty for none.
    """

    pin_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(20, 16, 20, 20), space=14)
        self._now = Text(HAS_NONE, TextStyle.STRONG, wraps=True)
        self.field = Field(theme, "New PIN, 4 to 6 digits", width=220, is_secret=True)
        self.keep = Button(theme, "Keep this PIN", pressed=self._on_keep)
        self.remove = Button(theme, "Remove the PIN", Kind.QUIET, pressed=lambda: self.pin_wished.emit(""))
        line = Row(theme, 8)
        line.add(self.keep, self.remove, None)
        self.add(Text("Showing to a parent", TextStyle.H3), Text(WHY, tone=Role.INK2, wraps=True))
        self.add(self._now, self.field, line)

    def show_pin(self, *, has_pin: bool) -> None:
        """Say whether there is one; what was typed is gone."""
        self._now.setText(HAS if has_pin else HAS_NONE)
        self.remove.setVisible(has_pin)
        self.field.line.clear()
        self.field.set_mistake("")

    def _on_keep(self) -> None:
        if self.field.text.strip():
            self.pin_wished.emit(self.field.text)
        else:
            self.field.set_mistake("Type the PIN first.")
