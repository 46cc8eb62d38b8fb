"""Who is not here: one row each under the grid, with how they will be reached."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.heading import Deed
from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import Button
from kit.app.widgets.layouts import Column, Row, clear
from kit.app.widgets.menu import Menu
from kit.app.widgets.panel import row_of
from kit.app.widgets.text import Hairline, TwoLines
from kit.domain.visit import ReachBy
from kit.domain.wording import counted, say
from kit.service.visit_view import pronouns

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.service.visit_view import VisitView

WAYS = (
    (ReachBy.TELEPHONE, "phone"),
    (ReachBy.EVENING_VISIT, "moon-star"),
    (ReachBy.NEXT_VISIT, "calendar"),
    (ReachBy.LEAFLET, "file-text"),
)


class AbsentRows(QWidget):
    """One row for each carer who is not here.

    Signals:
        chosen: how a carer will be reached; carries carer id and ReachBy.
    """

    chosen = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = Column(theme, 0, parent=self)

    def show_view(self, view: VisitView) -> None:
        """Show who is not here and what was chosen."""
        state = (view.family, view.away, self._theme.layout)
        if state != self._shown:
            self._shown = state
            clear(self._column)
            for carer in view.away:
                self._column.add(Hairline(self._theme), _AbsentRow(self._theme, self, view, carer.id))
        chosen = {one.carer_id: one.reach_by for one in view.draft.presences}
        for row in self.findChildren(_AbsentRow):
            row.show_way(chosen.get(row.carer_id))
        self.setVisible(bool(view.here and view.away))


class _AbsentRow(QWidget):
    """Who, what stays open, and a button for each way; where there is little room, one that opens a menu."""

    def __init__(self, theme: Theme, rows: AbsentRows, view: VisitView, carer_id: str) -> None:
        super().__init__()
        self.carer_id = carer_id
        self._theme = theme
        self._name = view.name_of(carer_id)
        self._choose = partial(rows.chosen.emit, carer_id)
        self._buttons: dict[ReachBy, Button] = {}
        self._short: Button | None = None
        line = TwoLines(
            theme,
            [Words(f"{self._name} is not here", TextStyle.STRONG)],
            open_words(view, carer_id, theme.layout),
            Sign(Mark.NOT_HERE, 20, Role.INK2),
            is_lead_centred=True,
        )
        line.setToolTip(line.accessibleName())
        ends = self._one_button() if theme.layout is Layout.COMPACT else self._all_buttons()
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        height = 0 if theme.layout is Layout.COMPACT else 58
        Row(theme, 0, parent=self).add(row_of(theme, line, *ends, height=height), stretch=1)

    def _all_buttons(self) -> list[QWidget]:
        for way, icon in WAYS:
            words = say(way)
            button = Button(self._theme, words, icon=icon, name=f"{self._name}: {words}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, way=way: self._choose(way))
            self._buttons[way] = button
        return list(self._buttons.values())

    def _one_button(self) -> list[QWidget]:
        self._short = Button(self._theme, "How?", icon="phone")
        menu = Menu(self._theme, self)
        menu.offer(*(Deed(say(way), partial(self._choose, way), icon, parent=menu) for way, icon in WAYS))
        self._short.open_menu(menu)
        return [self._short]

    def show_way(self, chosen: ReachBy | None) -> None:
        """Show what was chosen, or that nothing was."""
        for way, button in self._buttons.items():
            button.setChecked(way is chosen)
        if self._short:
            self._short.set_icon(dict(WAYS).get(chosen, "phone") if chosen else "phone")
            words = say(chosen) if chosen else "How?"
            self._short.set_words(words, f"{self._name}: {words}" if chosen else f"How will you reach {self._name}?")


def open_words(view: VisitView, carer_id: str, layout: Layout) -> str:
    """As in "His 3 due topics stay open. How will you reach him?", shorter where there is less room."""
    if layout is Layout.COMPACT:
        return ""
    spoken, count = pronouns(view.family, carer_id), view.due_count(carer_id)
    topics = counted(count, "due topic")
    stay = "stays" if count == 1 else "stay"
    if layout is Layout.MEDIUM:
        return f"{topics} {stay} open" if count else "Nothing is due"
    asked = f"How will you reach {spoken.whom}?"
    if any(one.carer_id == carer_id for one in view.unmet):
        asked = f"Nobody has met {spoken.whom} yet. {asked}"
    return f"{spoken.whose.capitalize()} {topics} {stay} open. {asked}" if count else f"Nothing is due today. {asked}"
