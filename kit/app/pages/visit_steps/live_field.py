"""A line that is kept while it is typed; a mistake is said on leaving it, and what is a mistake is never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kit.app.widgets.field import Field
from kit.domain.errors import RuleError
from kit.domain.family import checked_line
from kit.domain.open_words import check_open_words

if TYPE_CHECKING:
    from kit.app.look.theme import Theme


def line_mistake(text: str, field: str = "") -> str:
    """What is wrong with words that the family can read, or nothing."""
    try:
        checked_line(text, field, what="This", required=False)
        check_open_words(text, field)
    except RuleError as error:
        return str(error)
    return ""


class LiveField(Field):
    """One line.

    Signals:
        said: other words are there; carries them, or nothing while they are a mistake.
    """

    said = Signal(str)

    def __init__(self, theme: Theme, label: str, name: str, field: str, *, width: int = 0) -> None:
        super().__init__(theme, label, width=width, check=lambda text: line_mistake(text, field))
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless it is being typed just now."""
        if not self.line.hasFocus() and not self.mistake and self.text.strip() != text:
            self.set_text(text)

    def _on_edited(self, text: str) -> None:
        self.said.emit("" if line_mistake(text) else " ".join(text.split()))
