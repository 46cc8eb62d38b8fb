"""The room gate: who can see or hear this screen, asked the same way at every visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.widgets.choices import Choice, ChoiceCard
from kit.app.widgets.layouts import Column
from kit.domain.visit import Attended, Room

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.service.visit_view import VisitView


class RoomGate(QWidget):
    """Three cards. "Only one" is never chosen for the worker.

    Signals:
        chosen: the worker answered; carries the Room.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Who can see or hear this screen?")
        choices = (
            Choice(Room.ALONE, "Only one person", note="No one else, and no child who talks"),
            Choice(Room.SOMEONE_ELSE, "Someone else too", note="In this room or close by"),
            Choice(Room.NOT_SURE, "Not sure", note="The kit treats this as someone else"),
        )
        self.cards = [ChoiceCard(theme, choice) for choice in choices]
        column = Column(theme, 8, parent=self)
        column.add(*self.cards)
        for card in self.cards:
            card.clicked.connect(lambda _checked=False, key=card.choice.key: self.chosen.emit(Room(key)))

    def show_view(self, view: VisitView) -> None:
        """Name the one person, and show what was answered."""
        self.cards[0].set_words(_only(view))
        for card in self.cards:
            card.setAutoExclusive(False)
            card.setChecked(card.choice.key == view.draft.room)
            card.setAutoExclusive(True)


def _only(view: VisitView) -> str:
    """Only Jade, when nobody else can be meant."""
    here = view.here
    whole = [one for one in here if view.draft.attended(one.id) is Attended.ALL]
    meant = here if len(here) == 1 else whole if len(whole) == 1 else ()
    if meant:
        return f"Only {view.name_of(meant[0].id)}"
    return "Only one of them" if here else "Only one person"
