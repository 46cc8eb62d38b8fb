"""A day to come, chosen without typing: tomorrow, in a week, or a day that is typed after all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import DAY_WIDTH
from kit.app.pages.add_family_parts.reading import day_mistake, read_day
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.dates import DAY_PATTERN, as_typed, day_and_month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kit.app.look.theme import Theme

ANOTHER = "another"


class NextDay(QWidget):
    """Picks of a few days, and a field for any other.

    Args:
        theme: the theme.
        label: the question.
        today: the day they are counted from.
        days: after how many days, each with its words.
        chosen: the day shown as chosen, if any.
    """

    def __init__(
        self, theme: Theme, label: str, today: date, days: Sequence[tuple[int, str]], chosen: date | None = None
    ) -> None:
        super().__init__()
        self._today = today
        said = [(str(count), f"{words}, {day_and_month(today + timedelta(days=count))}") for count, words in days]
        self.picks = Picks(theme, label, [*said, (ANOTHER, "Another day")])
        self.day = Field(theme, f"Which day ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        column = Column(theme, 8, parent=self)
        column.add(self.picks, self.day)
        self.picks.picked.connect(self._on_picked)
        if chosen:
            key = str((chosen - today).days)
            self.picks.set_values(key if key in dict(said) else ANOTHER)
            self.day.set_text(as_typed(chosen))
        self._on_picked()

    def read(self) -> date | None:
        """The day, or None; a mistake stands beside its field."""
        if not self.picks.value:
            return None
        if self.picks.value != ANOTHER:
            return self._today + timedelta(days=int(self.picks.value))
        day = read_day(self.day)
        if day is None and not self.day.mistake:
            self.day.set_mistake("Type the day, or choose one above.")
        elif day and day < self._today:
            self.day.set_mistake("This day is in the past. Please check it.")
        return None if self.day.mistake else day

    @property
    def has_mistake(self) -> bool:
        """Whether what was typed is no day to come."""
        return bool(self.picks.mistake or (self.picks.value == ANOTHER and self.day.mistake))

    def set_mistake(self, sentence: str) -> None:
        """Say what is wrong."""
        (self.day if self.picks.value == ANOTHER else self.picks).set_mistake(sentence)

    def _on_picked(self) -> None:
        self.day.setVisible(self.picks.value == ANOTHER)
