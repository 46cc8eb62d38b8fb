"""The form of a place: the address, what sort it is, since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, LINE_WIDTH
from kit.app.pages.add_family_parts.reading import EMPTY, day_mistake, read_day, read_line
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.dates import DAY_PATTERN, as_typed
from kit.domain.family import PlaceKind
from kit.domain.wording import say
from kit.service.households import NewPlace

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme

KINDS = tuple((kind.value, say(kind)) for kind in PlaceKind)


class PlaceForm(QWidget):
    """Where children sleep from a day on."""

    def __init__(self, theme: Theme, today: date, address_label: str = "Address") -> None:
        super().__init__()
        self.address = Field(theme, address_label, width=LINE_WIDTH)
        self.kind = Picks(theme, "What sort of place", KINDS)
        self.kind.set_values(PlaceKind.HOME.value)
        self.since = Field(theme, f"Since ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        self.since.set_text(as_typed(today))
        self._today = today
        column = Column(theme, 12, parent=self)
        column.add(self.address, self.kind, self.since)

    def ask_no_address(self) -> None:
        """Ask for a name of the place, where this laptop keeps no addresses."""
        self.address.set_label(f"What you call the place, without its address {EMPTY}")

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed or chosen that was not there before."""
        is_same = (self.kind.value, self.since.text) == (PlaceKind.HOME.value, as_typed(self._today))
        return bool(self.address.text) or not is_same

    @property
    def is_empty(self) -> bool:
        """Whether no address was given."""
        return not self.address.text.strip()

    def read(self) -> NewPlace | None:
        """The place, or None with every mistake beside its field."""
        address = read_line(self.address, "An address")
        since = read_day(self.since)
        if since is None and not self.since.mistake:
            self.since.set_mistake("Say since when. If you are not sure, give the day you were told.")
        elif since and since > self._today:
            self.since.set_mistake("This day is in the future. Record it when they have moved.")
        if address is None or since is None or self.since.mistake:
            return None
        return NewPlace(address, PlaceKind(self.kind.value), since)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside the field of that name; answers whether there is one."""
        fields = {"address": self.address, "from_on": self.since}
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields
