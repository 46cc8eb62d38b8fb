"""Chips for people: who is here, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.app.look.line import Icon, Part, Plate, Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme


class Chip(Painted):
    """One person: ring, half or disc in blue, the name, and one word. A press is for the page to understand."""

    padding = 14

    def __init__(self, theme: Theme, who: str, word: str = "", mark: Mark = Mark.NOT_HERE) -> None:
        self._who, self._word, self._mark = who, word, mark
        super().__init__(theme, who)
        self.show_as(mark, word)

    @property
    def mark(self) -> Mark:
        """HERE_ALL, HERE_PART or NOT_HERE."""
        return self._mark

    def show_as(self, mark: Mark, word: str = "") -> None:
        """Show that the person is here, in part, or not."""
        self._mark = mark
        self._word = word or mark.word
        self.set_words(self._who, f"{self._who}, {self._word}")
        self.update()

    def line(self) -> Sequence[Part]:
        """Mark, name, word."""
        is_here = self._mark is not Mark.NOT_HERE
        ground = Role.ACCENT_TINT if is_here else Role.SURFACE
        sign = Sign(self._mark, 20, None if is_here else Role.INK2, ground)
        return sign, Words(self._who, TextStyle.STRONG), Words(self._word, TextStyle.BODY, Role.INK2, gap=5)

    def plate(self) -> Plate:
        """A pill: tinted with a blue edge for who is here."""
        if self._mark is not Mark.NOT_HERE:
            return Plate(Role.ACCENT_TINT, Role.ACCENT, 2, radius=999)
        edge = Role.ACCENT if self.is_lit() else Role.EDGE
        return Plate(Role.SURFACE, edge, self.theme.edge, radius=999)


class AgreedChip(Painted):
    """What was agreed, in amber, beside the thing it is about; a press changes it."""

    padding = 12

    def line(self) -> Sequence[Part]:
        """Hands, words, pencil."""
        return Icon("handshake", 20, Role.AGAIN), Words(self.words), Icon("pencil", 18, Role.INK2, gap=10)

    def plate(self) -> Plate:
        """Amber, for what is to change."""
        outline = Role.EDGE if self.theme.is_contrast else None
        return Plate(Role.AGAIN_TINT, Role.AGAIN if self.is_lit() else outline, self.theme.edge)
