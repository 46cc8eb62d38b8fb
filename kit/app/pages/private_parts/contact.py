"""How one carer can be reached safely, asked when alone with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import LINE_WIDTH
from kit.app.pages.add_family_parts.reading import EMPTY, read_line
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.service.private import keep_safe_contact

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.restricted import SafeContact


class SafeContactForm(QWidget):
    """How, when, and what may be said or left."""

    def __init__(self, theme: Theme, family_id: str, carer_id: str, contact: SafeContact | None) -> None:
        super().__init__()
        self._family_id, self._carer_id = family_id, carer_id
        labels = {"how": "How", "when": "When", "may_say": "What may be said or left"}
        self.fields = {name: Field(theme, f"{label} {EMPTY}", width=LINE_WIDTH) for name, label in labels.items()}
        for name, field in self.fields.items():
            field.set_text(getattr(contact, name) if contact else "")
        Column(theme, 12, parent=self).add(*self.fields.values())

    def read(self) -> Work | None:
        """The record."""
        how, when, may_say = (
            read_line(self.fields[name], "This", required=False) for name in ("how", "when", "may_say")
        )
        if how is None or when is None or may_say is None:
            return None
        return partial(
            keep_safe_contact,
            family_id=self._family_id,
            carer_id=self._carer_id,
            how=how,
            when=when,
            may_say=may_say,
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field in self.fields:
            self.fields[field].set_mistake(sentence)
        return field in self.fields
