"""The question about the room, before anything is listed that is for a worker alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.choices import Choice, ChoiceCard
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.text import Text
from kit.domain.visit import Room

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

_OTHERS = (
    Choice(Room.SOMEONE_ELSE.value, "Someone else too", note="Also a child who can talk"),
    Choice(Room.NOT_SURE.value, "Not sure", note="For example, someone is next door"),
)


class RoomQuestion(QWidget):
    """Asks who can see or hear the screen. Nothing is chosen beforehand.

    Args:
        theme: the theme.
        alone: how being alone is said here: "Only me", or "Only Jade and me".
        back: the words of the way back.

    Signals:
        answered: the worker said who; carries the Room.
        left: the worker goes back to the list.
    """

    answered = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, alone: str = "Only me", back: str = "Back to the list") -> None:
        super().__init__()
        is_alone = Choice(Room.ALONE.value, alone, note="Nobody else can see or hear it")
        self._cards = [ChoiceCard(theme, choice) for choice in (is_alone, *_OTHERS)]
        self._go_on = Button(theme, "Go on", Kind.PRIMARY, pressed=self._on_go_on)
        leave = Button(theme, back, pressed=self.left.emit)
        self._hint = Text("", tone=Role.INK2, wraps=True)
        buttons = Row(theme, 8)
        buttons.add(leave, self._go_on, None)
        self._theme, self._inside = theme, QWidget()
        column = Column(theme, 10, parent=self._inside)
        column.add(Text("Who can see or hear this screen?", TextStyle.H2, wraps=True), 2, *self._cards, 4, buttons)
        column.add(self._hint)
        outer = Column(theme, 0, (24, 20, 24, 16), self)
        outer.addWidget(self._inside, 0, Qt.AlignmentFlag.AlignTop)
        outer.add(None)
        theme.text_size_changed.connect(self._fit)
        self._fit()
        self.ask()

    def _fit(self) -> None:
        self._inside.setMaximumWidth(self._theme.grow(520))

    def ask(self) -> None:
        """Ask again, with nothing chosen."""
        for card in self._cards:
            card.setAutoExclusive(False)
            card.setChecked(False)
            card.setAutoExclusive(True)
        for card in self._cards:
            # Qt lets Tab into a group only at what is chosen, and nothing is.
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hint.setText("")

    def take_focus(self) -> None:
        """Start at the first answer."""
        self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_go_on(self) -> None:
        chosen = next((card.choice.key for card in self._cards if card.isChecked()), "")
        if chosen:
            self.answered.emit(Room(chosen))
        else:
            self._hint.setText("Choose one of the three first.")
