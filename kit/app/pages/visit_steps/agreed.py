"""What is to change: what, who, by when; what is missing and who was asked. All by choosing; typing where wished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import Role
from kit.app.pages.add_family_parts.child_form import LINE_WIDTH
from kit.app.pages.visit_steps.live_field import LiveField
from kit.app.widgets.button import Button
from kit.app.widgets.layouts import Column, Row, Sides
from kit.app.widgets.panel import Panel
from kit.app.widgets.picks import Picks
from kit.domain.dates import day_and_month
from kit.domain.sleep import Agreed, Known, SleepItem
from kit.domain.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.app.look.theme import Theme
    from kit.service.sleep import Lead

CHANGES: dict[SleepItem, tuple[str, ...]] = {
    SleepItem.OWN_BED: ("A cot of their own", "A travel cot for now", "Cot cleared and set up today"),
    SleepItem.MATTRESS: ("A new mattress", "A waterproof cover", "The right size mattress"),
    SleepItem.BEDDING: ("Lighter bedding", "Blankets tucked in low", "A sleep bag the right size"),
    SleepItem.IN_THE_BED: ("Taken out today", "Pillow and duvet out", "Bumper and toys out"),
    SleepItem.SAME_ROOM: ("Cot moved to the adult’s room", "Cot moved for day sleeps too"),
    SleepItem.TEMPERATURE: ("Fewer layers", "Cot moved from heater or window", "A room thermometer"),
    SleepItem.SMOKE: ("Smoking outside only", "Own cot every sleep, no bed sharing", "Help to stop smoking"),
    SleepItem.SHARING: ("Own cot every sleep", "Sofa and chairs never for sleep", "Pets out of the room"),
}
"""What is often agreed, said in a few words (facts of safer sleep, sections 3 to 9)."""

MISSING = ("Cot", "Moses basket", "Travel cot", "Mattress", "Sleep bag", "Sheets and blanket", "Thermometer")
ASKED = ("Baby bank", "Family hub", "Our team", "Housing", "Family or friends")
"""Equipment, and who is asked for it (sections 3 and 19)."""

DAYS = ((0, "Today"), (1, "Tomorrow"), (3, "In 3 days"), (7, "In a week"), (14, "In 2 weeks"))


@dataclass(frozen=True, slots=True)
class Offers:
    """What an editor offers: who can do it, the day from which days are counted, the advice about it."""

    people: tuple[str, ...]
    today: date
    lead: Lead | None = None


class AgreedEditor(Panel):
    """Under its row, until "Done". Every choice is kept at once.

    Signals:
        changed: something was chosen; carries the Agreed.
        advice_wished: the worker wants to talk about it; carries the id of the resource.
        done: it can be folded away.
    """

    changed = Signal(object)
    advice_wished = Signal(str)
    done = Signal()

    def __init__(self, theme: Theme, item: SleepItem, agreed: Agreed, offers: Offers) -> None:
        super().__init__(theme, str(Role.AGAIN_TINT), margins=(16, 10, 16, 12), space=10)
        self._agreed = agreed
        name = say(item)
        self.what = ChoiceOrWords(theme, "What will change", CHANGES.get(item, ()), agreed.what, "what")
        self.who = ChoiceOrWords(theme, "Who does it", offers.people, agreed.who, "who")
        self.by = DayPicks(theme, "By when", offers.today, agreed.due_on)
        self.missing = ChoiceOrWords(theme, "What is missing", MISSING, agreed.missing, "missing")
        self.asked = ChoiceOrWords(theme, "Who was asked for it", ASKED, agreed.asked_from, "asked_from")
        self.known = Picks(theme, "How you know", [(known, say(known)) for known in Known])
        self.known.set_values(*([agreed.known] if agreed.known else []))
        left, right = QWidget(), QWidget()
        Column(theme, 10, parent=left).add(self.what, self.who, self.by, None)
        Column(theme, 10, parent=right).add(self.known, self.missing, self.asked, None)
        sides = Sides(theme, 28)
        sides.add(left, stretch=1)
        sides.add(right, stretch=1)
        self.ready = Button(theme, "Done", name=f"Done with {name.lower()}", pressed=self.done.emit)
        end = Row(theme, 8)
        end.add(None, *self._talk(offers.lead), self.ready)
        self.add(sides, end)
        self.asked.setVisible(bool(agreed.missing))
        self._connect()

    def _talk(self, lead: Lead | None) -> Iterator[Button]:
        """A way to the advice about it, when there is any."""
        if lead:
            name, wish = f"Talk about: {lead.title}", partial(self.advice_wished.emit, lead.resource_id)
            yield Button(self.theme, "Talk about it", icon="message-square", name=name, pressed=wish)

    def _connect(self) -> None:
        self.what.said.connect(lambda words: self._keep(what=words))
        self.who.said.connect(lambda words: self._keep(who=words))
        self.by.chosen.connect(lambda day: self._keep(due_on=day))
        self.missing.said.connect(self._on_missing_said)
        self.asked.said.connect(lambda words: self._keep(asked_from=words))
        self.known.picked.connect(lambda: self._keep(known=Known(self.known.value)))

    def _on_missing_said(self, words: str) -> None:
        self.asked.setVisible(bool(words))
        self._keep(missing=words)

    def _keep(self, **changes: object) -> None:
        self._agreed = replace(self._agreed, **changes)  # type: ignore[arg-type]  # names of its own fields
        self.changed.emit(self._agreed)


OTHER = "other"


class ChoiceOrWords(QWidget):
    """Ready words to choose; "Other" opens a line for words of one's own.

    Signals:
        said: carries the words, empty when they were taken back.
    """

    said = Signal(str)

    def __init__(self, theme: Theme, label: str, choices: Sequence[str], value: str, field: str) -> None:
        super().__init__()
        self.picks = Picks(theme, label, [*((words, words) for words in choices), (OTHER, "Other")])
        self.words = LiveField(theme, "In other words", f"{label}, in other words", field, width=LINE_WIDTH - 60)
        is_own = bool(value) and value not in choices
        self.picks.set_values(OTHER if is_own else value)
        self.words.set_text(value if is_own else "")
        self.words.setVisible(is_own)
        column = Column(theme, 6, parent=self)
        column.add(self.picks)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        self.picks.picked.connect(self._on_picked)
        self.words.said.connect(self.said)

    def _on_picked(self) -> None:
        is_own = self.picks.value == OTHER
        self.words.setVisible(is_own)
        self.words.set_text("")
        if is_own:
            self.words.take_focus()
        self.said.emit("" if is_own else self.picks.value)


class DayPicks(Picks):
    """By when: a few days from today to choose; another day kept before is among them.

    Signals:
        chosen: carries the date.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, label: str, today: date, value: date | None) -> None:
        days = {(today + timedelta(days=ahead)).isoformat(): words for ahead, words in DAYS}
        choices = [(iso, _day_words(words, date.fromisoformat(iso))) for iso, words in days.items()]
        if value and value.isoformat() not in days:
            choices.append((value.isoformat(), day_and_month(value)))
        super().__init__(theme, label, choices)
        self.set_values(*([value.isoformat()] if value else []))
        self.picked.connect(lambda: self.chosen.emit(date.fromisoformat(self.value)))


def _day_words(words: str, day: date) -> str:
    """Today; In a week, 1 December."""
    return words if words in {"Today", "Tomorrow"} else f"{words}, {day.day} {day:%b}"
