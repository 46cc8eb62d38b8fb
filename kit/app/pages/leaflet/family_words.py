"""What is on paper for this family alone: what we agreed, the next visit, and which ideas they chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.check import Check
from kit.app.widgets.field import Field, TextBox
from kit.app.widgets.layouts import Column, clear
from kit.app.widgets.text import Text
from kit.domain.leaflet import FamilyWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.domain.advice import Idea

PAUSE_MS = 500
"""Typing has paused: the pages are made anew."""
MOST_LINES, MOST_LETTERS = 6, 120
"""What a box on paper holds."""


class _IdeaCheck(Check):
    """An idea to choose; a very long one is shortened on screen and said whole."""

    def __init__(self, theme: Theme, lead: str) -> None:
        super().__init__(theme, lead)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(lead)


class FamilyWordsPanel(QWidget):
    """Two fields, and a box for each idea where the design is made of chosen ones.

    Signals:
        changed: something else is to be on paper.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.agreed = TextBox(theme, "What we agreed", lines=3)
        self.next_visit = Field(theme, "Next visit", width=300)
        self._ideas = QWidget()
        self._ideas_column = Column(theme, 0, parent=self._ideas)
        self._checks: list[Check] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.agreed.box.setPlaceholderText("One line for each thing, in their own words.")
        self.next_visit.line.setPlaceholderText("Monday 7 December, 10am")
        column = Column(theme, 8, parent=self)
        column.add(self._ideas, self.agreed, self.next_visit)
        self.agreed.box.textChanged.connect(self._pause.start)
        self.next_visit.line.textEdited.connect(self._on_next_visit_edited)
        self._ideas.setVisible(False)

    @property
    def words(self) -> FamilyWords:
        """As typed and chosen now."""
        lines = [" ".join(line.split())[:MOST_LETTERS] for line in self.agreed.box.toPlainText().splitlines()]
        chosen = tuple(number for number, check in enumerate(self._checks) if check.isChecked())
        return FamilyWords(
            agreed=tuple(filter(None, lines))[:MOST_LINES],
            next_visit=" ".join(self.next_visit.text.split())[:MOST_LETTERS],
            chosen=chosen if self._ideas.isVisibleTo(self) else (),
        )

    def fill_in(self, agreed: Sequence[str], next_visit: str) -> None:
        """Put in what is known already, as if it had been typed."""
        self.agreed.box.setPlainText("\n".join(agreed))
        self.next_visit.set_text(next_visit)
        self._pause.stop()
        self.changed.emit()

    def offer_ideas(self, ideas: Sequence[Idea]) -> None:
        """Let the family choose from these; from none where the design takes them all."""
        leads = [idea.lead for idea in ideas]
        if leads == [check.words for check in self._checks]:
            return
        clear(self._ideas_column)
        self._checks = [_IdeaCheck(self._theme, lead) for lead in leads]
        for check in self._checks:
            check.clicked.connect(self.changed)
        if leads:
            hint = Text("None chosen: the first ones that fit.", TextStyle.NOTE, Role.INK2, wraps=True)
            self._ideas_column.add(Text("Which ideas they chose", TextStyle.STRONG), hint, *self._checks)
        self._ideas.setVisible(bool(leads))

    def offer_words(self, *, agreed: bool, next_visit: bool) -> None:
        """The plain card carries nobody's words, and on a plan what was agreed is the plan."""
        self.agreed.setVisible(agreed)
        self.next_visit.setVisible(next_visit)

    def _on_next_visit_edited(self, _text: str) -> None:
        self._pause.start()
