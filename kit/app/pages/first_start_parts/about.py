"""Who the worker is: on leaflets, and as the sender of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.first_start_parts.part import Part
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

FIELD_WIDTH = 420
LABELS = {
    "worker_name": "Your name",
    "worker_role": "Your role",
    "worker_phone": "Telephone number for families (you may leave this empty)",
    "organisation_name": "Your organisation (you may leave this empty)",
}


class AboutStep(Part):
    """Name, role, number, organisation."""

    def __init__(self, theme: Theme) -> None:
        lead = "Your name stands on leaflets and in the records you send. You can change all of it later."
        super().__init__(theme, "About you", lead)
        self.fields = {name: Field(theme, label, width=FIELD_WIDTH) for name, label in LABELS.items()}
        self.fields["worker_role"].set_text("Health visitor")
        column = Column(theme, 0, parent=self)
        inside = QWidget()
        self.column(inside).add(*self.fields.values(), None)
        column.add(inside)

    def read(self) -> dict[str, str | bool]:
        """What was typed."""
        for field in self.fields.values():
            field.set_mistake("")
        return {name: field.text for name, field in self.fields.items()}

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Beside its line."""
        if field not in self.fields:
            return False
        self.fields[field].set_mistake(sentence)
        self.fields[field].take_focus()
        return True

    def first_field(self) -> QWidget:
        """The name."""
        return self.fields["worker_name"].line
