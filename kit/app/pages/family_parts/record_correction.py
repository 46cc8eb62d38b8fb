"""What was wrong with a record about a family, and why. The old record stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.carer_form import NEEDS
from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, LINE_WIDTH, NAME_WIDTH
from kit.app.pages.add_family_parts.place_form import KINDS
from kit.app.pages.add_family_parts.reading import day_mistake, read, read_line
from kit.app.widgets.check import Check
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.amending import FIELDS, PARTS
from kit.domain.carer import Tie
from kit.domain.correction import WITHDRAWABLE, RecordKind, text_of
from kit.domain.dates import DAY_PATTERN, as_typed, typed_day
from kit.domain.family import PlaceState
from kit.domain.wording import say
from kit.service.corrections import correct_record, withdraw_record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.family import Family

LINES = {
    "name": "Family name",
    "given_name": "First name",
    "family_name": "Last name",
    "note": "Note",
    "detail": "More about it",
    "address": "Address",
    "why": "The reason that was given",
}
DAYS = {
    "born_on": "Date of birth",
    "due_on": "Expected date",
    "as_of": "Day of the answer",
    "review_by": "Review by",
    "from_on": "Since",
    "on": "Day",
    "discussed_on": "Discussion with your manager on",
}
OPEN_STATES = (PlaceState.NOT_YET_KNOWN, PlaceState.NOT_INVOLVED, PlaceState.DIED)
_CHOICES: dict[tuple[RecordKind, str], tuple[str, Sequence[tuple[str, str]]]] = {
    (RecordKind.RELATIONSHIP, "tie"): ("What they are to the child", [(tie.value, say(tie)) for tie in Tie]),
    (RecordKind.PARENT_PLACE, "state"): ("The answer", [(state.value, say(state)) for state in OPEN_STATES]),
    (RecordKind.NEED, "kind"): ("What helps", NEEDS),
    (RecordKind.PLACE, "kind"): ("What sort of place", KINDS),
}


class RecordCorrectionForm(QWidget):
    """The fields of one record as they stand, and why they are changed; or that it should never have been written."""

    def __init__(self, theme: Theme, family: Family, kind: RecordKind, record_id: str) -> None:
        super().__init__()
        self._family, self._kind, self._record_id = family, kind, record_id
        kept = (family,) if kind is RecordKind.FAMILY else getattr(family, PARTS[kind])
        self._record = next(one for one in kept if one.id == record_id)
        self.lines: dict[str, Field] = {}
        self.days: dict[str, Field] = {}
        self.picks: dict[str, Picks] = {}
        self._fields = QWidget()
        fields = Column(theme, 12, parent=self._fields)
        for name in FIELDS[kind]:
            if made := self._made(theme, name):
                fields.add(made)
        self.is_void = Check(theme, "This should never have been written")
        self.is_void.toggled.connect(lambda is_void: self._fields.setVisible(not is_void))
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        Column(theme, 12, parent=self).add(self._fields, self.is_void, self.why)
        self.is_void.setVisible(kind in WITHDRAWABLE)

    def _made(self, theme: Theme, name: str) -> QWidget | None:
        """The field for this name as it stands; None for what is corrected elsewhere."""
        value = getattr(self._record, name)
        if choice := self._choice(name):
            if value is PlaceState.FILLED:
                return None
            self.picks[name] = Picks(theme, *choice)
            self.picks[name].set_values(text_of(value))
            return self.picks[name]
        if name in DAYS:
            day = Field(theme, f"{DAYS[name]} ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
            day.set_text(as_typed(value) if value else "")
            self.days[name] = day
            return day
        if name in LINES:
            width = NAME_WIDTH if name.endswith("name") else LINE_WIDTH
            line = Field(theme, LINES[name], width=width)
            line.set_text(value)
            self.lines[name] = line
            return line
        return None

    def _choice(self, name: str) -> tuple[str, Sequence[tuple[str, str]]] | None:
        """The question and its answers, for a field that holds one of a few."""
        if (self._kind, name) == (RecordKind.STAY, "place_id"):
            return "The place", [(place.id, place.address) for place in self._family.places]
        return _CHOICES.get((self._kind, name))

    def read(self) -> Work | None:
        """The correction, or the withdrawal."""
        why = read_line(self.why, "The reason for correcting")
        if self.is_void.isChecked():
            return None if why is None else self._about(withdraw_record, why=why)
        values: dict[str, object] = {name: line.text for name, line in self.lines.items()}
        readers = FIELDS[self._kind]
        values |= {name: readers[name](picks.value) for name, picks in self.picks.items() if picks.value}
        days = {name: read(day, _day_or_nothing) for name, day in self.days.items()}
        if why is None or any(day.mistake for day in self.days.values()):
            return None
        return self._about(correct_record, values=values | days, why=why)

    def _about(self, deed: Callable[..., object], **said: object) -> Work:
        """The deed with this record filled in."""
        return partial(deed, family_id=self._family.id, kind=self._kind, record_id=self._record_id, **said)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields: dict[str, Field | Picks] = {**self.lines, **self.days, **self.picks, "why": self.why}
        if field in fields and fields[field].isVisible():
            fields[field].set_mistake(sentence)
            return True
        return False


def _day_or_nothing(text: str) -> date | None:
    return typed_day(text) if text.strip() else None
