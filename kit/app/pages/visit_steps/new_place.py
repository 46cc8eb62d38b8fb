"""A place that is not on record yet: where they live now, or where the baby sleeps now and then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import LINE_WIDTH
from kit.app.pages.add_family_parts.place_form import KINDS
from kit.app.pages.add_family_parts.reading import read_line
from kit.app.widgets.choices import Choice, ChoiceCard
from kit.app.widgets.field import Field, Mistake
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.family import PlaceKind
from kit.service.families import add_place, move_children

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.family import Family

LIVES, AWAY = "lives", "away"
CARDS = (
    Choice(LIVES, "They live there now", note="Everything is not seen again. Safer sleep is due"),
    Choice(AWAY, "The baby sleeps there now and then", note="They still live where they did"),
)


class SleepPlaceForm(QWidget):
    """The address, what sort of place, and whether they moved."""

    def __init__(self, theme: Theme, family: Family, today: date) -> None:
        super().__init__()
        self._family, self._today = family, today
        self.address = Field(theme, "Address, or whose home it is", width=LINE_WIDTH)
        self.kind = Picks(theme, "What sort of place", KINDS)
        self.kind.set_values(PlaceKind.WITH_FAMILY.value)
        self.cards = [ChoiceCard(theme, each) for each in CARDS]
        if not family.stays:
            self.cards[0].setChecked(True)
        self._mistake = Mistake(theme)
        column = Column(theme, 12, parent=self)
        column.add(self.address, self.kind)
        which = Column(theme, 8)
        which.add(*self.cards, self._mistake)
        column.add(which)

    def read(self) -> Work | None:
        """The place, or the move."""
        address = read_line(self.address, "An address")
        which = next((card.choice.key for card in self.cards if card.isChecked()), "")
        self._mistake.say("" if which else "Say whether they live there now.")
        if address is None or not which:
            return None
        kind = PlaceKind(self.kind.value)
        if which == AWAY:
            return partial(add_place, family_id=self._family.id, address=address, kind=kind)
        return partial(
            move_children,
            family_id=self._family.id,
            child_ids=[child.id for child in self._family.children],
            address=address,
            kind=kind,
            from_on=self._today,
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "address":
            self.address.set_mistake(sentence)
        elif field == "child_ids":
            self._mistake.say(sentence)
        return field in {"address", "child_ids"}
