"""The form of one child: born or expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.reading import EMPTY, day_mistake, nhs_number_mistake, read, read_day, read_name
from kit.app.widgets.choices import Answers, Choice
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column, Flow, Row
from kit.domain.dates import DAY_PATTERN
from kit.domain.errors import RuleError
from kit.domain.family import checked_child_dates
from kit.service.households import NewChild
from kit.service.nhs_numbers import checked_nhs_number

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme

BORN, EXPECTED = "born", "expected"
NAME_WIDTH, LINE_WIDTH, DAY_WIDTH = 260, 440, 160


class ChildForm(QWidget):
    """First and last name, born or expected, and the dates that go with it.

    Signals:
        name_changed: another first name is there.
    """

    name_changed = Signal()

    def __init__(self, theme: Theme, last_name: str = "") -> None:
        super().__init__()
        choices = (Choice(BORN, "Born"), Choice(EXPECTED, "Expected"))
        self.born_or_expected = Answers(theme, choices, "Born or expected", BORN)
        self.given = Field(theme, "First name", width=NAME_WIDTH)
        self.last = Field(theme, "Last name", width=NAME_WIDTH)
        self.born = Field(theme, f"Date of birth ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        early = f"Due date, if the baby came early {EMPTY}"
        self.due_when_born = Field(theme, early, width=DAY_WIDTH, check=day_mistake)
        self.due = Field(theme, f"Expected date ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        self.number = Field(theme, f"NHS number {EMPTY}", width=NAME_WIDTH, check=nhs_number_mistake)
        self.last.set_text(last_name)
        self._suggested = last_name
        self._lay_out(theme)
        self.born_or_expected.chosen.connect(self._on_chosen)
        self.given.line.textChanged.connect(self.name_changed)
        self._on_chosen(BORN)

    def _lay_out(self, theme: Theme) -> None:
        names, days = Flow(theme, 16, 12), Flow(theme, 16, 12)
        names.add(self.given, self.last)
        days.add(self.born, self.due_when_born, self.due)
        kind = Row(theme, 0)
        kind.add(self.born_or_expected, None)
        column = Column(theme, 12, parent=self)
        column.add(kind, names, days, self.number)

    @property
    def called(self) -> str:
        """How the child is called in other questions."""
        return self.given.text.strip() or "the baby"

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that nobody suggested."""
        typed = (self.given.text, self.born.text, self.due.text, self.due_when_born.text, self.number.text)
        return any(typed) or self.last.text != self._suggested

    def ask_initials(self) -> None:
        """Ask for initials and no number, where this laptop keeps no names."""
        self.given.set_label("First initial")
        self.last.set_label("Last initial")
        self.number.hide()

    def suggest_last_name(self, name: str) -> None:
        """Fill the last name in while the worker has not typed another."""
        if self.last.text == self._suggested:
            self.last.set_text(name)
            self._suggested = name

    def read(self, today: date) -> NewChild | None:
        """The child, or None with every mistake beside its field."""
        is_born = self.born_or_expected.value == BORN
        given = read_name(self.given, "A first name", required=is_born)
        last = read_name(self.last, "A last name", required=False)
        number = read(self.number, checked_nhs_number)
        due_field = self.due_when_born if is_born else self.due
        due = read_day(due_field)
        born = read_day(self.born) if is_born else None
        faulty = [each for each in (due_field, self.born) if each.mistake and each.isVisible()]
        if not faulty:
            self._check_days(born, due, today, is_born=is_born)
        fields = (self.given, self.last, due_field, *((self.born,) if is_born else ()))
        if given is None or last is None or number is None or any(each.mistake for each in fields):
            return None
        return NewChild(given, last, born, due, number)

    def _check_days(self, born: date | None, due: date | None, today: date, *, is_born: bool) -> None:
        """Say what the rules say about the two dates."""
        if is_born and born is None:
            self.born.set_mistake("The date of birth is needed.")
            return
        if not is_born and due is None:
            self.due.set_mistake("The expected date is needed.")
            return
        try:
            checked_child_dates(born, due, today)
        except RuleError as error:
            self.set_mistake(error.field, str(error))

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside the field of that name; answers whether there is one."""
        is_born = self.born_or_expected.value == BORN
        fields = {
            "given_name": self.given,
            "family_name": self.last,
            "born_on": self.born if is_born else self.due,
            "due_on": self.due_when_born if is_born else self.due,
            "nhs_number": self.number,
        }
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields

    def _on_chosen(self, key: str) -> None:
        self.born.setVisible(key == BORN)
        self.due_when_born.setVisible(key == BORN)
        self.due.setVisible(key == EXPECTED)
