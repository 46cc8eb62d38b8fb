"""What is learnt about a child or the family after it was written down: a birth, a name, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, NAME_WIDTH
from kit.app.pages.add_family_parts.reading import EMPTY, day_mistake, nhs_number_mistake, read, read_day, read_name
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column, Flow
from kit.domain.dates import DAY_PATTERN, as_typed
from kit.domain.fact import FactKind, Source
from kit.service.learning import NewFact, learning
from kit.service.nhs_numbers import checked_nhs_number, spaced

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.family import Child, Family


class ChildFactsForm(QWidget):
    """A child as it is known now: name, birth, due date, NHS number, and who told us."""

    def __init__(self, theme: Theme, family: Family, child: Child) -> None:
        super().__init__()
        self._family_id, self._child = family.id, child
        number = family.known(child.id, FactKind.NHS_NUMBER)
        empty = "" if child.born_on else f" {EMPTY}"
        self.given = Field(theme, f"First name{empty}", width=NAME_WIDTH)
        self.born = Field(theme, f"Date of birth ({DAY_PATTERN}){empty}", width=DAY_WIDTH, check=day_mistake)
        self.due = Field(theme, f"Due date {EMPTY}", width=DAY_WIDTH, check=day_mistake)
        self.number = Field(theme, f"NHS number {EMPTY}", width=NAME_WIDTH, check=nhs_number_mistake)
        self.told_by = Field(theme, f"Told by {EMPTY}", width=NAME_WIDTH)
        self.given.set_text(child.given_name)
        self.born.set_text(_typed(child.born_on))
        self.due.set_text(_typed(child.due_on))
        self.number.set_text(spaced(number) if number else "")
        days = Flow(theme, 16, 12)
        days.add(self.born, self.due)
        column = Column(theme, 12, parent=self)
        column.add(self.given, days, self.number, self.told_by)

    def read(self) -> Work | None:
        """What is new."""
        given = read_name(self.given, "A first name", required=bool(self.born.text.strip()))
        told = read_name(self.told_by, "Who told you", required=False)
        number = read(self.number, checked_nhs_number)
        born, due = read_day(self.born), read_day(self.due)
        if given is None or told is None or number is None or self.born.mistake or self.due.mistake:
            return None
        source, child_id = Source(told_by=told), self._child.id
        said = {
            FactKind.GIVEN_NAME: given if given != self._child.given_name else "",
            FactKind.BORN_ON: born.isoformat() if born and born != self._child.born_on else "",
            FactKind.DUE_ON: due.isoformat() if due and due != self._child.due_on else "",
            FactKind.NHS_NUMBER: number,
        }
        facts = [NewFact(child_id, kind, value, source) for kind, value in said.items() if value]
        return learning(self._family_id, *facts)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields = {
            "given_name": self.given,
            "born_on": self.born,
            "due_on": self.due,
            "nhs_number": self.number,
            "told_by": self.told_by,
        }
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class LocalNumberForm(QWidget):
    """The family's number in the record system."""

    def __init__(self, theme: Theme, family: Family) -> None:
        super().__init__()
        self._family_id = family.id
        self.number = Field(theme, "Local number", width=NAME_WIDTH)
        self.number.set_text(family.local_number)
        Column(theme, 12, parent=self).add(self.number)

    def read(self) -> Work | None:
        """The number."""
        number = read_name(self.number, "A local number")
        fact = NewFact(self._family_id, FactKind.LOCAL_NUMBER, number or "")
        return None if number is None else learning(self._family_id, fact)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "local_number":
            self.number.set_mistake(sentence)
        return field == "local_number"


def _typed(day: date | None) -> str:
    return as_typed(day) if day else ""
