"""Some of many, side by side and on as many lines as they need: ways, needs, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kit.app.announce import announce
from kit.app.look.tokens import TextStyle
from kit.app.widgets.button import Button
from kit.app.widgets.field import Mistake
from kit.app.widgets.layouts import Column, Flow
from kit.app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme


class Picks(QWidget):
    """A label over buttons that can be chosen: one of them, or any number. A mistake is said under them.

    Args:
        theme: the theme.
        label: the question, always visible.
        choices: each a key and its words.
        is_many: whether any number can be chosen.

    Signals:
        picked: something was chosen or taken back.
    """

    picked = Signal()

    def __init__(self, theme: Theme, label: str, choices: Sequence[tuple[str, str]], *, is_many: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(label)
        # In a group Tab comes to one button only, so those of which any number can be chosen have none.
        self._group = None if is_many else QButtonGroup(self)
        self._mistake = Mistake(theme)
        self._buttons: dict[str, Button] = {}
        flow = Flow(theme, 8, 8)
        for key, words in choices:
            button = Button(theme, words, name=f"{label}: {words}")
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            if self._group:
                self._group.addButton(button)
            self._buttons[key] = button
            flow.add(button)
        column = Column(theme, 6, parent=self)
        column.add(Text(label, TextStyle.STRONG, wraps=True), flow, self._mistake)

    @property
    def values(self) -> tuple[str, ...]:
        """Keys of those chosen, in the order they stand."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    @property
    def value(self) -> str:
        """Key of the one chosen, or nothing."""
        return next(iter(self.values), "")

    def set_values(self, *keys: str) -> None:
        """Show these as chosen."""
        if self._group:
            self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key in keys)
        if self._group:
            self._group.setExclusive(True)

    @property
    def mistake(self) -> str:
        """The sentence under them, or nothing."""
        return self._mistake.sentence

    def set_mistake(self, sentence: str) -> None:
        """Say what is wrong."""
        self._mistake.say(sentence)
        self.setAccessibleDescription(sentence)
        if sentence:
            announce(self, sentence)

    def take_focus(self) -> None:
        """Let the keys go on here."""
        next(iter(self._buttons.values())).setFocus()

    def _on_clicked(self) -> None:
        self.set_mistake("")
        self.picked.emit()
