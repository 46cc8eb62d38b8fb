"""The rows of the first step: who is here, which children were seen, and the parent places still to ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.heading import Deed
from kit.app.look.line import Icon, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import Button
from kit.app.widgets.choices import Answers, Choice
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.menu import Menu
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.text import TwoLines
from kit.domain.dates import day_and_month
from kit.domain.family import PlaceState
from kit.domain.visit import Attended
from kit.domain.wording import need_line, ties_line, unfilled_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.line import Part
    from kit.app.look.theme import Theme
    from kit.domain.carer import Carer
    from kit.domain.family import Child, Family, ParentPlace, ParentRole

PRESENCE = (
    Choice(Attended.ALL, "All", Mark.HERE_ALL),
    Choice(Attended.PART, "Part", Mark.HERE_PART),
    Choice(Attended.NOT_HERE, "Not here", Mark.NOT_HERE),
)
SEEN = (Choice("seen", "Seen", Mark.HERE_ALL), Choice("not-seen", "Not seen", Mark.NOT_HERE))
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswerRows(Rows):
    """Rows with a name and an answer. Up and down go to the next row, letters answer.

    Signals:
        answered: the worker chose; carries the key of the row and of the answer.
    """

    answered = Signal(str, str)
    row_height = 61

    def __init__(self, theme: Theme, keys: dict[Qt.Key, str]) -> None:
        super().__init__(theme, inset=0)
        self._letters = keys
        self._answers: dict[str, Answers] = {}
        self._rows: list[QWidget] = []

    def clear_rows(self) -> None:
        """Begin again."""
        self._answers, self._rows = {}, []

    def add_answer(
        self, key: str, words: QWidget, choices: Sequence[Choice], name: str, beside: QWidget | None = None
    ) -> None:
        """Add a row with an answer, and with something else beside it where it is given."""
        answers = Answers(self.theme, choices, name)
        answers.chosen.connect(lambda value: self.answered.emit(key, value))
        for option in answers.options:
            option.installEventFilter(self)
        self._answers[key] = answers
        self.add_row(words, answers, *([beside] if beside else []))

    def add_row(self, words: QWidget, end: QWidget, *before: QWidget) -> None:
        """Add a row with anything at its end; the end goes under the words where there is little room."""
        if self.theme.layout is Layout.COMPACT:
            under = Column(self.theme, 6)
            under.add(words)
            line = Row(self.theme, 0)
            line.add(end, *before, None)
            under.add(line)
            row = row_of(self.theme, under, height=self.row_height)
        else:
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row = row_of(self.theme, words, *before, end, height=self.row_height)
        self._rows.append(row)

    def add_end(self, row: QWidget) -> None:
        """Add a row that is no answer."""
        self._rows.append(row)

    def show_rows(self) -> None:
        """Show what was added."""
        self.set_rows(self._rows)

    def show_value(self, key: str, value: str) -> None:
        """Show an answer as given."""
        if answers := self._answers.get(key):
            answers.set_value(value)

    def focus_first(self) -> None:
        """Let the keys begin at the first row."""
        if self._answers:
            _focus(next(iter(self._answers.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and letters, before the answers see them."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, here = Qt.Key(event.key()), self._key_of(watched)
        if here is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            self._go(here, _STEPS[key])
            return True
        if key in self._letters:
            self.answered.emit(here, self._letters[key])
            return True
        return False

    def _key_of(self, watched: QObject) -> str | None:
        return next((key for key, answers in self._answers.items() if watched in answers.options), None)

    def _go(self, here: str, step: int) -> None:
        keys = list(self._answers)
        _focus(self._answers[keys[(keys.index(here) + step) % len(keys)]])


def _focus(answers: Answers) -> None:
    """The answer given, or the first."""
    chosen = next((each for each in answers.options if each.isChecked()), answers.options[0])
    chosen.setFocus(Qt.FocusReason.TabFocusReason)


def carer_words(theme: Theme, family: Family, carer: Carer) -> TwoLines:
    """Name and needs over what they are to the children."""
    needs = " · ".join(need_line(need) for need in family.needs_of(carer.id))
    line: list[Part] = [Words(carer.full_name, TextStyle.STRONG)]
    if needs:
        line += [Icon("ear", 16, Role.NEED, gap=9), Words(needs, TextStyle.NOTE, Role.NEED, gap=5)]
    return TwoLines(theme, line, ties_line(family, carer.id))


class AskNow(Button):
    """Asks about a parent place nobody stands in yet.

    Signals:
        answered: what was said; carries the PlaceState.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "Ask now", icon="circle-help", name=f"Ask now: {name}")
        self.menu_of_answers = menu = Menu(theme, self)
        menu.offer(
            Deed("Still not known, asked today", lambda: self.answered.emit(PlaceState.NOT_YET_KNOWN), parent=menu),
            Deed("Not involved", lambda: self.answered.emit(PlaceState.NOT_INVOLVED), parent=menu),
        )
        self.open_menu(menu)


def place_words(theme: Theme, child: Child, role: ParentRole, answer: ParentPlace | None) -> TwoLines:
    """Whose parent, and when it was last asked."""
    asked = answer.last_asked_on if answer else None
    note = f"Place not filled · last asked {day_and_month(asked)}" if asked else "Place not filled · not asked yet"
    return TwoLines(theme, [Words(unfilled_name(child, role), TextStyle.STRONG)], note)
