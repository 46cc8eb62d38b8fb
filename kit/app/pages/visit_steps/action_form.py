"""One action of the plan: what we want, who does what, by when, how we will know. Every word is kept as it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import TextStyle
from kit.app.pages.visit_steps.agreed import ChoiceOrWords, DayPicks
from kit.app.pages.visit_steps.live_field import LiveField
from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Column, Row, Sides
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import Text
from kit.service.plans import carer_named

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.visit_steps.agreed import Offers
    from kit.domain.family import Family
    from kit.domain.plan import NewAction

WIDTH = 460


class ActionForm(Panel):
    """An action being agreed.

    Signals:
        changed: something of it was said; carries the NewAction.
        dropped: it is not wanted after all; carries its id.
    """

    changed = Signal(object)
    dropped = Signal(str)

    def __init__(self, theme: Theme, action: NewAction, family: Family, offers: Offers, number: int) -> None:
        super().__init__(theme, space=10)
        self._action, self._family = action, family
        name = f"Action {number}"
        self.want = LiveField(theme, "What we want", f"{name}: what we want", "want", width=WIDTH)
        self.does = LiveField(theme, "What they do", f"{name}: what they do", "does", width=WIDTH)
        self.sign = LiveField(theme, "How we will know", f"{name}: how we will know", "sign", width=WIDTH)
        self.who = ChoiceOrWords(theme, "Who does it", offers.people, action.who, "who")
        self.by = DayPicks(theme, "By when", offers.today, action.due_on)
        for field, text in ((self.want, action.want), (self.does, action.does), (self.sign, action.sign)):
            field.set_text(text)
        drop = LinkButton(theme, "Take it out", name=f"Take out: {name}", pressed=lambda: self.dropped.emit(action.id))
        head = Row(theme, 8)
        head.add(Text(name, TextStyle.STRONG), None, drop)
        left, right = QWidget(), QWidget()
        Column(theme, 8, parent=left).add(self.want, self.does, self.sign, None)
        Column(theme, 8, parent=right).add(self.who, self.by, None)
        sides = Sides(theme, 28)
        sides.add(left, stretch=1)
        sides.add(right, stretch=1)
        self.add(head, sides)
        self._connect()

    def _connect(self) -> None:
        self.want.said.connect(lambda words: self._keep(want=words))
        self.does.said.connect(lambda words: self._keep(does=words))
        self.sign.said.connect(lambda words: self._keep(sign=words))
        self.who.said.connect(lambda words: self._keep(who=words, carer_id=carer_named(self._family, words)))
        self.by.chosen.connect(lambda day: self._keep(due_on=day))

    def _keep(self, **changes: object) -> None:
        self._action = replace(self._action, **changes)  # type: ignore[arg-type]  # names of its own fields
        self.changed.emit(self._action)
