"""An attempt: what happened, how it was tried, what was seen or heard, what is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, LINE_WIDTH
from kit.app.pages.add_family_parts.reading import day_mistake, read, read_day, read_line
from kit.app.pages.family_parts.next_day import NextDay
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column, Flow
from kit.app.widgets.picks import Picks
from kit.domain.dates import DAY_PATTERN, TIME_PATTERN, as_typed, typed_time
from kit.domain.family import MAX_LINE
from kit.domain.visit import ATTEMPTS, TriedBy, VisitOutcome
from kit.domain.wording import say
from kit.service.attempts import Attempt, close_as_attempt, record_attempt

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.visit import VisitDraft

OUTCOMES = tuple((each.value, say(each)) for each in ATTEMPTS)
TRIED = tuple((each.value, say(each)) for each in TriedBy)
STEPS = ("Visit again", "Telephone", "Letter", "Speak with midwife or GP", "Speak with my manager")
"""What most often comes next; the words are kept as they stand."""
DAYS = ((0, "Today"), (1, "Tomorrow"), (2, "In 2 days"), (7, "In a week"))
"""Days, not weeks: a baby who was not seen is not left for long (facts/early-help-visits.md section 4)."""
TIME_WIDTH = 100


class AttemptForm(QWidget):
    """Everything said of an attempt; nothing in it must be typed."""

    def __init__(self, theme: Theme, now: datetime, outcome: VisitOutcome | None = None) -> None:
        super().__init__()
        self._now = now
        self.outcome = Picks(theme, "What happened", OUTCOMES)
        self.tried_by = Picks(theme, "How did you try?", TRIED)
        self.noticed = Field(theme, "What you saw or heard (you may leave this empty)", width=LINE_WIDTH)
        self.next_step = Picks(theme, "What is next", [(words, words) for words in STEPS], is_many=True)
        self.next_on = NextDay(theme, "When", now.date(), DAYS)
        self.outcome.set_values(*([outcome.value] if outcome else []))
        self._column = Column(theme, 12, parent=self)
        self._column.add(self.outcome, self.tried_by, self.noticed, self.next_step, self.next_on)

    def attempt(self) -> Attempt | None:
        """What was said, or None with every mistake beside its field."""
        self.outcome.set_mistake("" if self.outcome.value else "Say what happened.")
        self.tried_by.set_mistake("" if self.tried_by.value else "Say how you tried to reach them.")
        noticed = read_line(self.noticed, "What you saw or heard", required=False)
        next_on = self.next_on.read()
        if not (self.outcome.value and self.tried_by.value) or noticed is None or self.next_on.has_mistake:
            return None
        step = ", ".join(self.next_step.values)
        return Attempt(VisitOutcome(self.outcome.value), TriedBy(self.tried_by.value), noticed, step, next_on)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields: dict[str, Picks | Field | NextDay] = {
            "outcome": self.outcome,
            "tried_by": self.tried_by,
            "noticed": self.noticed,
            "next_step": self.next_step,
            "next_on": self.next_on,
        }
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class VisitAttemptForm(AttemptForm):
    """A visit that was begun and found nobody. What is said of it is kept with the draft at once, like every touch.

    Signals:
        change_requested: something was said; carries a Change.
    """

    change_requested = Signal(object)

    def __init__(self, theme: Theme, now: datetime, draft: VisitDraft, outcome: VisitOutcome) -> None:
        super().__init__(theme, now, outcome)
        self._draft = draft
        self.outcome.hide()
        self.tried_by.set_values((draft.tried_by or TriedBy.AT_THE_DOOR).value)
        self.noticed.set_text(draft.noticed)
        self.tried_by.picked.connect(self._on_said)
        self.noticed.line.textChanged.connect(self._on_said)

    def _on_said(self) -> None:
        tried_by, noticed = TriedBy(self.tried_by.value), self.noticed.text.strip()[:MAX_LINE]
        self.change_requested.emit(lambda draft: replace(draft, tried_by=tried_by, noticed=noticed))

    def read(self) -> Work | None:
        """Closing the visit as what it was."""
        attempt = self.attempt()
        return partial(close_as_attempt, draft=self._draft, attempt=attempt) if attempt else None


class FamilyAttemptForm(AttemptForm):
    """An attempt that no visit was begun for, at any time."""

    def __init__(self, theme: Theme, family_id: str, now: datetime) -> None:
        super().__init__(theme, now)
        self._family_id = family_id
        self.day = Field(theme, f"Day ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        self.time = Field(theme, f"Time ({TIME_PATTERN})", width=TIME_WIDTH)
        self.day.set_text(as_typed(now.date()))
        self.time.set_text(f"{now:%H:%M}")
        when = Flow(theme, 16, 8)
        when.add(self.day, self.time)
        self._column.insertLayout(0, when)

    def read(self) -> Work | None:
        """The attempt."""
        attempt, day, at = self.attempt(), read_day(self.day), read(self.time, typed_time)
        if day is None and not self.day.mistake:
            self.day.set_mistake("Say on which day.")
        if attempt is None or day is None or at is None:
            return None
        moment = datetime.combine(day, at, self._now.tzinfo)
        if moment > self._now:
            self.time.set_mistake("This is in the future. Please check day and time.")
            return None
        return partial(record_attempt, family_id=self._family_id, attempt=attempt, at=moment)
