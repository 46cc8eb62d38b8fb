"""Another passphrase for the same records; they are not written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import Button
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column, Row, clear
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import Text
from kit.domain.errors import RuleError, WrongPassphraseError

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError

FIELD_WIDTH = 420


class PassphrasePanel(Panel):
    """The passphrase of now, and the new one twice."""

    def __init__(self, theme: Theme, rooms: Rooms) -> None:
        super().__init__(theme, margins=(20, 16, 20, 20), space=14)
        self._rooms = rooms
        self.old, self.new, self.again = (
            Field(theme, label, width=FIELD_WIDTH, is_secret=True)
            for label in ("Passphrase now", "New passphrase", "The new one again")
        )
        self.change = Button(theme, "Change the passphrase", pressed=self._on_pressed)
        self._said = Column(theme, 0)
        line = Row(theme, 0)
        line.add(self.change, None)
        why = "Write the new one on paper, and throw the old paper away."
        self.add(Text("Passphrase", TextStyle.H3), Text(why, tone=Role.INK2, wraps=True))
        self.add(self.old, self.new, self.again, self._said, line)

    def _on_pressed(self) -> None:
        clear(self._said)
        self.old.set_mistake("" if self.old.text else "Type the passphrase you use now.")
        self.new.set_mistake("" if self.new.text else "Type a new passphrase.")
        self.again.set_mistake("" if self.again.text == self.new.text else "This is not the same. Type it again.")
        if self.old.mistake or self.new.mistake or self.again.mistake:
            return
        drawer, old, new = self._rooms.drawer, self.old.text, self.new.text
        self.change.set_busy("Changing…")
        self._rooms.desk.run(self, lambda: drawer.change_passphrase(old, new), self._on_changed, self._on_failed)

    def _on_changed(self, _nothing: None) -> None:
        self.change.set_ready()
        for field in (self.old, self.new, self.again):
            field.line.clear()
        self._say(Tone.DONE, "The passphrase is changed. The new one opens your records from now on.")

    def _on_failed(self, error: KitError) -> None:
        self.change.set_ready()
        if isinstance(error, WrongPassphraseError):
            self.old.set_mistake(str(error))
        elif isinstance(error, RuleError):
            self.new.set_mistake(str(error))
        else:
            self._say(Tone.NEEDS_YOU, str(error))

    def _say(self, tone: Tone, sentence: str) -> None:
        happened, _, safe = sentence.partition(". ")
        notice = Notice(self.theme, tone, happened + ("." if safe else ""), safe)
        self._said.add(notice)
        notice.speak()
