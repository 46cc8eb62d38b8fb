"""The very first page: two ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Icon
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.first_start_parts.part import Part
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.houses import SignView
from kit.app.widgets.layouts import Column, Row, Sides
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import LineView, Text

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

CARD_HEIGHT = 250


class Welcome(Part):
    """Try it with invented families, or set it up for work.

    Signals:
        practice_requested: try it.
        set_up_requested: set it up.
    """

    practice_requested = Signal()
    set_up_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        lead = "Advice for families with babies: to show, to print, to record. It works without a network."
        super().__init__(theme, "Welcome to the Home Visit Kit", lead)
        self.practice = Button(theme, "Try the practice families", Kind.PRIMARY, pressed=self.practice_requested.emit)
        self.set_up = Button(theme, "Set up the kit", pressed=self.set_up_requested.emit)
        head = Row(theme, 20)
        sign = SignView(theme)
        words = Column(theme, 4)
        words.add(self.words, self.lead)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.add(words, stretch=1)
        cards = Sides(theme, 24)
        trying = "Six invented families. Nothing to set up and nothing to lose. A good place to begin."
        working = "Your own encrypted records on this laptop. You need a passphrase and about 5 minutes."
        cards.add(_Card(theme, "users", "Look around first", trying, self.practice), stretch=1)
        cards.add(_Card(theme, "briefcase", "Make it mine", working, self.set_up), stretch=1)
        note = "All advice waits for sign-off by a local clinician. Until then use it for practice only."
        column = Column(theme, 24, parent=self)
        column.add(12, head, cards)
        column.add(Text(note, TextStyle.NOTE, Role.INK2, wraps=True), None)

    def set_trying(self) -> None:
        """The practice families are being made."""
        self.practice.set_busy("Making the families…")

    def first_field(self) -> QWidget:
        """The first way."""
        return self.practice


class _Card(Panel):
    """One way to begin: icon, title, a sentence, its button."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str, button: Button) -> None:
        super().__init__(theme, margins=(28, 26, 28, 26), space=8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.add(LineView(theme, Icon(icon, 36, Role.ACCENT), name=" "), 4, Text(title, TextStyle.H2, wraps=True))
        self.add(Text(words, wraps=True), None)
        line = Row(theme, 0)
        line.add(button, None)
        self.add(8, line)

    def sizeHint(self) -> QSize:
        """Roomy."""
        return super().sizeHint().expandedTo(QSize(0, self.theme.grow(CARD_HEIGHT)))
