"""The short forms of a visit: another worker, a new place, a name, a carer's own words, the next date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import LINE_WIDTH, NAME_WIDTH
from kit.app.pages.add_family_parts.place_form import KINDS
from kit.app.pages.add_family_parts.reading import EMPTY, read_line, read_name
from kit.app.pages.family_parts.next_day import NextDay
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.family import PlaceKind
from kit.service.attendance import add_worker, set_next
from kit.service.corrections import name_carer
from kit.service.visits import set_note

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.app.pages.visit_steps.step import Change
    from kit.domain.visit import Tick, VisitDraft

ROLES = ("Health visitor", "Midwife", "Family support worker", "Social worker", "Interpreter")
"""Roles often met at a joint visit; any other is typed."""
NEXT_DAYS = ((7, "In 1 week"), (14, "In 2 weeks"), (28, "In 4 weeks"), (42, "In 6 weeks"))


class WorkerForm(QWidget):
    """Another worker at the visit: name and role."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = Field(theme, "Name", width=NAME_WIDTH)
        self.role = Picks(theme, "Role", [(role, role) for role in ROLES])
        self.other = Field(theme, f"Another role {EMPTY}", width=NAME_WIDTH)
        Column(theme, 12, parent=self).add(self.name, self.role, self.other)

    def read(self) -> Change | None:
        """The draft with this worker."""
        name = read_name(self.name, "The worker’s name")
        other = read_name(self.other, "The role", required=False)
        if name is None or other is None:
            return None
        role = other or self.role.value
        return lambda draft: add_worker(draft, name, role)


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A new place, as typed."""

    address: str
    kind: PlaceKind


class NewPlaceForm(QWidget):
    """Where the visit is, when it is not on record yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.address = Field(theme, "Address, or what it is called", width=LINE_WIDTH)
        self.kind = Picks(theme, "What sort of place", KINDS)
        self.kind.set_values(PlaceKind.OTHER.value)
        Column(theme, 12, parent=self).add(self.address, self.kind)

    def read(self) -> PlaceRead | None:
        """The place."""
        address = read_line(self.address, "An address")
        return PlaceRead(address, PlaceKind(self.kind.value)) if address else None


class NameForm(QWidget):
    """The name of somebody who was met before it was known."""

    def __init__(self, theme: Theme, family_id: str, carer_id: str) -> None:
        super().__init__()
        self._family_id, self._carer_id = family_id, carer_id
        self.given = Field(theme, "First name", width=NAME_WIDTH)
        self.last = Field(theme, f"Last name {EMPTY}", width=NAME_WIDTH)
        Column(theme, 12, parent=self).add(self.given, self.last)

    def read(self) -> Work | None:
        """The name."""
        given, last = read_name(self.given, "A first name"), read_name(self.last, "A last name", required=False)
        if given is None or last is None:
            return None
        return partial(
            name_carer, family_id=self._family_id, carer_id=self._carer_id, given_name=given, family_name=last
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields = {"given_name": self.given, "family_name": self.last}
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class OwnWordsForm(QWidget):
    """What a carer said, in the carer's own words."""

    def __init__(self, theme: Theme, tick: Tick) -> None:
        super().__init__()
        self._carer_id, self._resource_id = tick.carer_id, tick.text.resource_id
        self.words = Field(theme, "What they said", width=LINE_WIDTH)
        self.words.set_text(tick.note)
        Column(theme, 12, parent=self).add(self.words)

    def read(self) -> Change | None:
        """The draft with these words; none takes them back."""
        words = read_line(self.words, "The note", required=False)
        if words is None:
            return None
        carer_id, resource_id = self._carer_id, self._resource_id
        return lambda draft: set_note(draft, carer_id, resource_id, words)


class NextForm(QWidget):
    """When the family is met next."""

    def __init__(self, theme: Theme, draft: VisitDraft, today: date) -> None:
        super().__init__()
        self._today = today
        self.day = NextDay(theme, "Next visit", today, NEXT_DAYS, draft.next_on)
        self.step = Field(theme, f"What it is for {EMPTY}", width=LINE_WIDTH)
        self.step.set_text(draft.next_step)
        Column(theme, 12, parent=self).add(self.day, self.step)

    def read(self) -> Change | None:
        """The draft with the next date."""
        step, day, today = read_line(self.step, "The next step", required=False), self.day.read(), self._today
        if day is None and not self.day.has_mistake:
            self.day.set_mistake("Choose a day, or go back.")
        if step is None or day is None:
            return None
        return lambda draft: set_next(draft, step, day, today)
