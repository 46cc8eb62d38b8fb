"""Closing help for a family, opening it again, and the span of a record for a review."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, LINE_WIDTH
from kit.app.pages.add_family_parts.reading import day_mistake, read_day, read_line
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.domain.dates import DAY_PATTERN, as_typed
from kit.service.closing import close_help, open_help
from kit.service.review_paper import DAYS_OF_A_YEAR, Span

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work


class CloseHelpForm(QWidget):
    """Why help is closed, and the discussion when nobody was seen."""

    def __init__(self, theme: Theme, family_id: str, *, is_seen: bool) -> None:
        super().__init__()
        self._family_id, self._is_seen = family_id, is_seen
        self.why = Field(theme, "Why help is closed", width=LINE_WIDTH)
        asked = "Discussion with your manager, if any" if is_seen else "Discussion with your manager on"
        self.discussed = Field(theme, f"{asked} ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        column = Column(theme, 12, parent=self)
        column.add(self.why, self.discussed)

    def read(self) -> Work | None:
        """The decision."""
        why, day = read_line(self.why, "The reason"), read_day(self.discussed)
        if day is None and not self.discussed.mistake and not self._is_seen:
            self.discussed.set_mistake("Nobody was seen. Give the date of the discussion.")
        if why is None or self.discussed.mistake:
            return None
        return partial(close_help, family_id=self._family_id, why=why, discussed_on=day)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields = {"why": self.why, "discussed_on": self.discussed}
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class OpenHelpForm(QWidget):
    """Why help is opened again."""

    def __init__(self, theme: Theme, family_id: str) -> None:
        super().__init__()
        self._family_id = family_id
        self.why = Field(theme, "Why help is opened again", width=LINE_WIDTH)
        Column(theme, 12, parent=self).add(self.why)

    def read(self) -> Work | None:
        """The decision."""
        why = read_line(self.why, "The reason")
        return None if why is None else partial(open_help, family_id=self._family_id, why=why)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "why":
            self.why.set_mistake(sentence)
        return field == "why"


class SpanForm(QWidget):
    """From which day to which; a year up to today at first."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.first = Field(theme, f"From ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        self.last = Field(theme, f"To ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        self.first.set_text(as_typed(today - timedelta(days=DAYS_OF_A_YEAR)))
        self.last.set_text(as_typed(today))
        Column(theme, 12, parent=self).add(self.first, self.last)

    def read(self) -> Span | None:
        """The span."""
        days = [read_day(field) for field in (self.first, self.last)]
        for field, day in zip((self.first, self.last), days, strict=True):
            if day is None and not field.mistake:
                field.set_mistake("Type the day.")
        first, last = days
        if first is None or last is None:
            return None
        if last < first:
            self.last.set_mistake("The last day is before the first. Please check both.")
            return None
        return Span(first, last)
