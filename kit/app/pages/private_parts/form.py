"""What one carer was given, alone: how, understood or not, and whether anything is safe to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.advice import Understanding, VariantKey, Way
from kit.domain.visit import Room
from kit.domain.wording import say
from kit.service.private import PrivateAdvice, give_private_advice

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.advice import Resource
    from kit.service.ports import Clock, Library, Records

_WAYS = (Way.TALKED, Way.SHOWN, Way.NUMBER_ONLY)
_KEPT = "Is it safe for them to keep anything? Where will they keep it?"


class PrivateForm(QWidget):
    """Three questions; the last only when something was left with them."""

    def __init__(self, theme: Theme, library: Library, family_id: str, carer_id: str, resource: Resource) -> None:
        super().__init__()
        self._library, self._family_id, self._carer_id, self._resource = library, family_id, carer_id, resource
        self._key = resource.variants[0]
        self.ways = Picks(theme, "How", [(way.value, say(way)) for way in _WAYS], is_many=True)
        self.understood = Picks(theme, "Understood", [(one.value, say(one)) for one in Understanding])
        self.kept_where = Field(theme, _KEPT, width=380)
        column = Column(theme, 12, parent=self)
        column.add(self.ways, self.understood, self.kept_where)
        self.ways.picked.connect(self._on_picked)
        self._on_picked()

    def choose_variant(self, key: VariantKey) -> None:
        """Which text it was."""
        self._key = key

    def _on_picked(self) -> None:
        self.kept_where.setVisible(Way.NUMBER_ONLY.value in self.ways.values)

    def read(self) -> Work | None:
        """The record."""
        self.ways.set_mistake("" if self.ways.values else "Say how it was given.")
        self.understood.set_mistake("" if self.understood.value else "Say what they showed, or not checked.")
        if not self.ways.values or not self.understood.value:
            return None
        given = PrivateAdvice(
            self._carer_id,
            self._resource.id,
            self._key,
            tuple(Way(way) for way in self.ways.values),
            Understanding(self.understood.value),
            self.kept_where.text,
        )
        library, family_id = self._library, self._family_id

        def keep(records: Records, clock: Clock) -> object:
            return give_private_advice(records, library, clock, family_id, given, Room.ALONE)

        return keep

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "kept_where":
            self.kept_where.set_mistake(sentence)
        return field == "kept_where"
