"""What was wrong with a visit or an attempt, and why it is corrected. The old record stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import TextStyle
from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, LINE_WIDTH
from kit.app.pages.add_family_parts.reading import day_mistake, read, read_day, read_line
from kit.app.pages.family_parts.attempt_form import TIME_WIDTH, TRIED
from kit.app.widgets.check import Check
from kit.app.widgets.field import Field, Mistake
from kit.app.widgets.layouts import Column, Flow
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import Text
from kit.domain.dates import DAY_PATTERN, TIME_PATTERN, as_typed, typed_time
from kit.domain.visit import ATTEMPTS, Attended, Contact, Presence, TriedBy, VisitOutcome
from kit.domain.wording import called, say
from kit.service.corrections import correct_visit, set_next_step, withdraw_visit

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.app.pages.family_parts.next_day import NextDay
    from kit.domain.family import Family
    from kit.domain.visit import Visit

OUTCOMES = tuple((each.value, say(each)) for each in (VisitOutcome.SEEN, *ATTEMPTS, VisitOutcome.ENTERED_IN_ERROR))
CONTACTS = tuple((each.value, say(each)) for each in Contact)
ATTENDED = tuple((each.value, say(each)) for each in Attended)
ELSEWHERE = "elsewhere"


class VisitCorrectionForm(QWidget):
    """Everything of a visit that can be wrong; asked is only what belongs to how it went."""

    def __init__(self, theme: Theme, family: Family, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self.outcome = Picks(theme, "How it went", OUTCOMES)
        self.day = Field(theme, f"Day ({DAY_PATTERN})", width=DAY_WIDTH, check=day_mistake)
        self.started = Field(theme, f"From ({TIME_PATTERN})", width=TIME_WIDTH)
        self.ended = Field(theme, f"To ({TIME_PATTERN})", width=TIME_WIDTH)
        self.contact = Picks(theme, "Contact", CONTACTS)
        places = [(place.id, place.address) for place in family.places]
        self.place = Picks(theme, "Place", [*places, (ELSEWHERE, "Somewhere else")])
        self.people = {carer.id: Picks(theme, carer.full_name, ATTENDED) for carer in family.columns()}
        self.seen = {child.id: Check(theme, called(child)) for child in family.youngest_first if child.born_on}
        self.tried_by = Picks(theme, "How did you try?", TRIED)
        self.noticed = Field(theme, "What you saw or heard", width=LINE_WIDTH)
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        self._mistake = Mistake(theme)
        self._lay_out(theme)
        self._fill(visit)
        self.outcome.picked.connect(self._on_outcome_picked)
        self._on_outcome_picked()

    def _lay_out(self, theme: Theme) -> None:
        self._when, self._seen, self._tried = QWidget(), QWidget(), QWidget()
        when = Column(theme, 12, parent=self._when)
        times = Flow(theme, 16, 8)
        times.add(self.day, self.started, self.ended)
        when.add(times, self.contact, self.place)
        seen = Column(theme, 12, parent=self._seen)
        seen.add(Text("Who was there", TextStyle.STRONG), *self.people.values(), self._mistake)
        children = Column(theme, 0)
        children.add(Text("Children seen", TextStyle.STRONG), *self.seen.values())
        seen.add(children)
        Column(theme, 12, parent=self._tried).add(self.tried_by, self.noticed)
        column = Column(theme, 12, parent=self)
        column.add(self.outcome, self._when, self._seen, self._tried, self.why)

    def _fill(self, visit: Visit) -> None:
        self.outcome.set_values(visit.outcome.value)
        self.day.set_text(as_typed(visit.started_at.date()))
        self.started.set_text(f"{visit.started_at:%H:%M}")
        self.ended.set_text(f"{visit.ended_at:%H:%M}")
        self.contact.set_values(visit.contact.value)
        self.place.set_values(visit.place_id or ELSEWHERE)
        for carer_id, picks in self.people.items():
            picks.set_values(visit.attended(carer_id).value)
        for child_id, check in self.seen.items():
            check.setChecked(child_id in visit.children_seen)
        self.tried_by.set_values(*([visit.tried_by.value] if visit.tried_by else []))
        self.noticed.set_text(visit.noticed)

    def _on_outcome_picked(self) -> None:
        """Ask only what belongs to how it went."""
        outcome = self.outcome.value
        is_void = outcome == VisitOutcome.ENTERED_IN_ERROR
        self._when.setVisible(not is_void)
        self.ended.setVisible(outcome == VisitOutcome.SEEN)
        self._seen.setVisible(outcome == VisitOutcome.SEEN)
        self._tried.setVisible(not is_void and outcome != VisitOutcome.SEEN)

    # -- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> Work | None:
        """The correction, or that the visit should never have been written."""
        why = read_line(self.why, "The reason for correcting")
        if self.outcome.value == VisitOutcome.ENTERED_IN_ERROR:
            return None if why is None else partial(withdraw_visit, visit_id=self._visit.id, why=why)
        times = self._times()
        noticed = read_line(self.noticed, "What you saw or heard", required=False)
        if why is None or times is None or noticed is None:
            return None
        is_seen = self.outcome.value == VisitOutcome.SEEN
        started, ended = times
        return partial(
            correct_visit,
            visit_id=self._visit.id,
            why=why,
            outcome=VisitOutcome(self.outcome.value),
            started_at=started,
            ended_at=ended if is_seen else started,
            contact=Contact(self.contact.value),
            place_id=None if self.place.value == ELSEWHERE else self.place.value,
            presences=self._presences(is_seen=is_seen),
            children_seen=self._children_seen() if is_seen else (),
            tried_by=None if is_seen or not self.tried_by.value else TriedBy(self.tried_by.value),
            noticed="" if is_seen else noticed,
        )

    def _times(self) -> tuple[datetime, datetime] | None:
        """From and to; what was not changed keeps its seconds."""
        day, first, last = read_day(self.day), read(self.started, typed_time), read(self.ended, typed_time)
        if day is None and not self.day.mistake:
            self.day.set_mistake("Say on which day.")
        if day is None or first is None or last is None:
            return None
        visit = self._visit
        return (
            self._moment(day, self.started, visit.started_at),
            self._moment(day, self.ended, visit.ended_at),
        )

    def _moment(self, day: date, field: Field, before: datetime) -> datetime:
        at = typed_time(field.text)
        is_same = (day, f"{at:%H:%M}") == (before.date(), f"{before:%H:%M}")
        return before if is_same else datetime.combine(day, at, before.tzinfo)

    def _presences(self, *, is_seen: bool) -> tuple[Presence, ...]:
        """As answered; how somebody away is to be reached stays."""
        before = {one.carer_id: one for one in self._visit.presences}
        made = []
        for carer_id, picks in self.people.items():
            attended = Attended(picks.value) if is_seen else Attended.NOT_HERE
            kept = before.get(carer_id, Presence(carer_id, Attended.NOT_HERE))
            reach_by = kept.reach_by if attended is Attended.NOT_HERE else None
            made.append(replace(kept, attended=attended, reach_by=reach_by))
        order = {one.carer_id: at for at, one in enumerate(self._visit.presences)}
        return tuple(sorted(made, key=lambda one: order.get(one.carer_id, len(order))))

    def _children_seen(self) -> tuple[str, ...]:
        """In the order they were kept, new ones last."""
        kept = [child_id for child_id in self._visit.children_seen if self._is_seen(child_id)]
        return (*kept, *(one for one in self.seen if one not in kept and self.seen[one].isChecked()))

    def _is_seen(self, child_id: str) -> bool:
        return child_id not in self.seen or self.seen[child_id].isChecked()

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields: dict[str, Picks | Field] = {
            "outcome": self.outcome,
            "started_at": self.started,
            "ended_at": self.ended,
            "noticed": self.noticed,
            "why": self.why,
        }
        if field == "presences":
            self._mistake.say(sentence)
            return True
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class NextStepForm(QWidget):
    """The next date of a visit that is closed."""

    def __init__(self, theme: Theme, visit_id: str, day: NextDay) -> None:
        super().__init__()
        self._visit_id, self.day = visit_id, day
        Column(theme, 12, parent=self).add(day)

    def read(self) -> Work | None:
        """The next date."""
        on = self.day.read()
        if on is None:
            if not self.day.has_mistake:
                self.day.set_mistake("Choose a day, or go back.")
            return None
        return partial(set_next_step, visit_id=self._visit_id, next_step="", next_on=on)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "next_on":
            self.day.set_mistake(sentence)
        return field == "next_on"
