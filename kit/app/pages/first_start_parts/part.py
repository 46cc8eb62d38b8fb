"""What every step of the first start is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.layouts import Column
from kit.app.widgets.text import Text

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

READING_WIDTH = 760


class Part(QWidget):
    """A title, one leading sentence, and what to do."""

    def __init__(self, theme: Theme, title: str, lead: str) -> None:
        super().__init__()
        self.theme = theme
        self.words = Text(title, TextStyle.H1, wraps=True)
        self.lead = Text(lead, TextStyle.LEAD, Role.INK2, wraps=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def column(self, parent: QWidget | None = None) -> Column:
        """A column that begins with title and lead, not too wide to read."""
        inside = parent or QWidget()
        column = Column(self.theme, 12, parent=inside)
        column.add(self.words, self.lead, 4)
        return column

    def take_focus(self) -> None:
        """Let the keys start here."""
        if field := self.first_field():
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def first_field(self) -> QWidget | None:
        """What the keys start in."""
        return None

    def set_mistake(self, _field: str, _sentence: str) -> bool:
        """Say a mistake beside the field of that name; answers whether there is one."""
        return False
