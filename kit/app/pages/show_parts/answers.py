"""After the last idea: what each carer showed or said, and another way where it is "not yet"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit.app.pages.show_parts.controls import PaperButton
from kit.app.pages.show_parts.paper import PaperText
from kit.domain.advice import Understanding
from kit.domain.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme

CHOICES = (Understanding.SHOWED_ME, Understanding.TOLD_ME, Understanding.NOT_YET, Understanding.NOT_CHECKED)
PRACTISE, NEXT_VISIT = "practise", "next-visit"
TRY = "Try another way:"
AGAIN_SAID = "It stays on the list for the next visit."

OtherWay = tuple[str, str]
"""A key and its words: the name of a variant, or one of the two above."""


class Answers(QWidget):
    """One row for each carer: showed me, told me, not yet, not checked. A nod is "not checked".

    Every question has its own answers, and going back to one shows them.

    Signals:
        answered: what a carer showed at the question of now; carries carer id and Understanding.
        way_chosen: another way is wanted; carries its key.
    """

    answered = Signal(str, object)
    way_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        carers: Sequence[tuple[str, str]],
        ways: Sequence[OtherWay],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._understood: dict[str, Understanding] = {}
        self._asked: dict[int, dict[str, Understanding]] = {}
        self.buttons: dict[tuple[str, Understanding], PaperButton] = {}
        self.ways: dict[str, PaperButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._rows(carers))
        self._other = self._other_ways()
        column.addWidget(self._other)
        self.set_ways(ways)
        self._show()

    def show_question(self, number: int) -> None:
        """Another question is asked."""
        self._understood = self._asked.setdefault(number, {})
        self._why.setText(TRY)
        self._show()

    @property
    def by_carer(self) -> dict[str, list[Understanding]]:
        """What each carer answered, question by question."""
        found: dict[str, list[Understanding]] = {}
        for answers in self._asked.values():
            for carer_id, understanding in answers.items():
                found.setdefault(carer_id, []).append(understanding)
        return found

    def set_ways(self, ways: Sequence[OtherWay]) -> None:
        """Offer these other ways."""
        for button in self.ways.values():
            self._line.removeWidget(button)
            button.deleteLater()
        self.ways = {}
        for key, words in ways:
            button = self.ways[key] = PaperButton(self._theme, words)
            button.clicked.connect(partial(self._on_way, key))
            self._line.insertWidget(self._line.count() - 1, button)

    def _rows(self, carers: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for row, (carer_id, name) in enumerate(carers):
            label = PaperText(self._theme, name, 16.0, 600)
            label.setWordWrap(False)
            grid.addWidget(label, row, 1)
            for at, understanding in enumerate(CHOICES):
                button = PaperButton(self._theme, say(understanding), name=f"{name}: {say(understanding).lower()}")
                # No group of Qt's: of one in which each excludes the others, Tab comes to the chosen one alone.
                button.setCheckable(True)
                button.fill_width()
                button.clicked.connect(partial(self._on_answered, carer_id, understanding))
                grid.addWidget(button, row, at + 2)
                self.buttons[carer_id, understanding] = button
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(len(CHOICES) + 2, 1)
        return grid

    def _other_ways(self) -> QWidget:
        other = QWidget()
        column = QVBoxLayout(other)
        column.setContentsMargins(0, 0, 0, 0)
        self._why = PaperText(self._theme, TRY, 14.0, 600)
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._line = QHBoxLayout()
        self._line.setSpacing(10)
        self._line.addStretch(1)
        self._line.addStretch(1)
        column.addWidget(self._why)
        column.addLayout(self._line)
        return other

    def _on_answered(self, carer_id: str, understanding: Understanding, _checked: object = None) -> None:
        self._understood[carer_id] = understanding
        self._why.setText(TRY)
        self._show()
        self.answered.emit(carer_id, understanding)

    def _on_way(self, key: str, _checked: object = None) -> None:
        if key == NEXT_VISIT:
            self._why.setText(AGAIN_SAID)
        self.way_chosen.emit(key)

    def _show(self) -> None:
        for (carer_id, understanding), button in self.buttons.items():
            button.setChecked(self._understood.get(carer_id) is understanding)
        self._other.setVisible(Understanding.NOT_YET in self._understood.values())
