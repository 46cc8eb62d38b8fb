"""A new pile for the bag: the code on the sheet and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kit.app.widgets.button import Button
from kit.app.widgets.check import Stepper
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Row
from kit.app.widgets.panel import Panel

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.domain.errors import KitError

USUAL = 5


class AddToBag(Panel):
    """A field for the code, a number, and Add.

    Signals:
        wished: put so many of this code into the bag; carries both.
    """

    wished = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._code = Field(theme, "Code at the bottom of the sheet", width=300)
        self._count = Stepper(theme, "How many", USUAL)
        self._put = Button(theme, "Add", icon="plus", name="Add to your bag", pressed=self._on_pressed)
        self._code.line.returnPressed.connect(self._on_pressed)
        self._code.line.textEdited.connect(lambda _words: self._code.set_mistake(""))
        self.add(self._code)
        row = Row(theme, 12)
        row.add(self._count, self._put, None)
        self.add(row)

    def refuse(self, error: KitError) -> None:
        """Say beside the field why it does not go in."""
        self._code.set_mistake(str(error))

    def empty(self) -> None:
        """It went in."""
        self._code.set_text("")
        self._code.set_mistake("")
        self._count.set_value(USUAL)
        self._code.take_focus()

    def _on_pressed(self) -> None:
        if code := self._code.text.strip():
            self.wished.emit(code, self._count.value)
