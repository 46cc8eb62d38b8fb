"""The line over the tick grid: a chip for each carer, and who is in the room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.heading import Deed
from kit.app.look.line import Icon, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role
from kit.app.widgets.button import LinkButton
from kit.app.widgets.chip import Chip
from kit.app.widgets.layouts import Flow, Row, clear
from kit.app.widgets.menu import Menu
from kit.app.widgets.text import LineView
from kit.domain.visit import Attended
from kit.domain.wording import need_line, say

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.domain.carer import Carer
    from kit.service.visit_view import VisitView

_MARKS = {Attended.ALL: Mark.HERE_ALL, Attended.PART: Mark.HERE_PART}
_SHORT = {Attended.ALL: "here", Attended.PART: "part", Attended.NOT_HERE: "not here"}


class PresenceLine(QWidget):
    """Who is here, to be changed with one press and a choice.

    Signals:
        answered: the worker said how much of it a carer is here for; carries carer id and Attended.
        change_requested: the worker wants the whole form.
    """

    answered = Signal(str, object)
    change_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.setSizePolicy(_as_high_as_needed())
        self._row = Row(theme, 8, parent=self)

    def show_view(self, view: VisitView) -> None:
        """Show the carers and the room."""
        state = (view.family, view.draft.presences, self._theme.layout, self._theme.text_percent)
        if state == self._shown:
            return
        self._shown = state
        clear(self._row)
        chips = QWidget()
        flow = Flow(self._theme, 8, 8, chips)
        chips.setSizePolicy(_as_high_as_needed())
        for carer in view.family.columns():
            flow.add(self._chip(view, carer))
        self._row.add(chips, stretch=1)
        if self._theme.layout is not Layout.COMPACT:
            self._row.add(*self._room(view))

    def _chip(self, view: VisitView, carer: Carer) -> Chip:
        attended = view.draft.attended(carer.id)
        needs = [need_line(need) for need in view.family.needs_of(carer.id)]
        is_wide = self._theme.layout is Layout.WIDE
        word = say(attended).lower() if is_wide else _SHORT.get(attended, "")
        if needs and not is_wide and attended is not Attended.NOT_HERE:
            word = needs[0][:1].lower() + needs[0][1:]
        chip = Chip(self._theme, view.name_of(carer.id), word, _MARKS.get(attended, Mark.NOT_HERE))
        said = ", ".join([carer.full_name, say(attended).lower(), *needs])
        chip.setAccessibleName(said)
        chip.setToolTip(said)
        menu = Menu(self._theme, chip)
        menu.offer(*self._lines(menu, carer.id, attended, needs))
        chip.clicked.connect(lambda: menu.popup(chip.mapToGlobal(chip.rect().bottomLeft())))
        return chip

    def _lines(self, menu: Menu, carer_id: str, attended: Attended, needs: list[str]) -> list[Deed | None]:
        """The three answers; what the carer needs above them."""
        lines: list[Deed | None] = []
        if needs:
            line = Deed(" · ".join(needs), lambda: None, "ear", parent=menu)
            line.setEnabled(False)
            lines += [line, None]
        for each in (Attended.ALL, Attended.PART, Attended.NOT_HERE):
            icon = "check" if each is attended else ""
            deed = Deed(say(each), partial(self.answered.emit, carer_id, each), icon, parent=menu)
            lines.append(deed)
        return lines

    def _room(self, view: VisitView) -> tuple[QWidget, ...]:
        names = [view.name_of(one.id) for one in view.here]
        words = f"{listed(names)} in the room" if names else "Nobody in the room yet"
        if self._theme.layout is Layout.MEDIUM and len(names) > 1:
            words = f"{len(names)} in the room"
        line = LineView(self._theme, Icon("door-open", 20, Role.INK2), Words(words))
        change = LinkButton(self._theme, "Change", name="Change who is in the room")
        change.padding = 12
        change.clicked.connect(self.change_requested)
        return line, change


def _as_high_as_needed() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


def listed(names: list[str]) -> str:
    """Jade; Jade and Denise; Jade, Denise and Callum."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
