"""What helps a carer: each need with its six stages, each stage one press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.heading import Deed
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.carer_parts.content import review_line, sharing_line, stage_words
from kit.app.widgets.button import Button, LinkButton
from kit.app.widgets.layouts import Column, Flow, Row
from kit.app.widgets.menu import Menu
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.text import LineView, Text, TwoLines
from kit.domain.carer import MetHow, NeedStage
from kit.domain.met import ways_to_meet
from kit.domain.wording import need_line, say
from kit.service.needs import FIRST, Stage

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.carer import Need
    from kit.domain.family import Family


class NeedsPanel(Rows):
    """Whether it may be shared, then a row for each need.

    Signals:
        stage_pressed: a stage was reached or is taken back; carries the id of the need and a Stage.
        sharing_requested: the worker has asked whether it may be shared.
        note_requested: the worker wants the note that asks for the flag.
    """

    stage_pressed = Signal(str, object)
    sharing_requested = Signal()
    note_requested = Signal()

    def show_needs(self, family: Family, carer_id: str, today: date) -> None:
        """Show them as they are now."""
        needs = family.needs_of(carer_id)
        rows = [self._sharing(family, carer_id)] if needs else []
        self.set_rows([*rows, *(self._row(need, today) for need in needs)] or [self._nothing(family, carer_id)])

    def _nothing(self, family: Family, carer_id: str) -> QWidget:
        name = family.carer(carer_id).given_name
        return row_of(self.theme, Text(f"Nobody has asked {name} yet what helps.", tone=Role.INK2, wraps=True))

    def _sharing(self, family: Family, carer_id: str) -> QWidget:
        words, note = sharing_line(family, carer_id)
        lines = TwoLines(self.theme, [Words(words)], note, Icon("handshake", 20, Role.INK2))
        ask = Button(self.theme, "Ask about sharing", pressed=self.sharing_requested.emit)
        copy = Button(self.theme, "Copy note for the flag", icon="copy", pressed=self.note_requested.emit)
        row = row_of(self.theme)
        layout = row.layout()
        if isinstance(layout, Row):
            layout.add(lines, stretch=1)
            layout.add(ask, copy)
        return row

    def _row(self, need: Need, today: date) -> QWidget:
        """Name and review, the stages under them."""
        name = need_line(need)
        is_late = need.is_review_overdue(today)
        head = Row(self.theme, 12)
        words = (Icon("ear", 20, Role.NEED), Words(name, TextStyle.STRONG))
        head.addWidget(LineView(self.theme, *words), 0, Qt.AlignmentFlag.AlignVCenter)
        review = Text(review_line(need, today), TextStyle.NOTE, Role.LATE if is_late else Role.INK2)
        head.addWidget(review, 0, Qt.AlignmentFlag.AlignVCenter)
        over = LinkButton(self.theme, "No longer needed", name=f"{name}: no longer needed")
        over.clicked.connect(partial(self._press, need.id, Stage(NeedStage.REVIEWED, is_still_needed=False)))
        head.add(None, over)
        stages = Flow(self.theme, 8, 8)
        stages.add(*(self._stage(need, stage) for stage in NeedStage))
        place = QWidget()
        column = Column(self.theme, 2, (16, 6, 10, 12), place)
        column.add(head, stages)
        return place

    def _stage(self, need: Need, stage: NeedStage) -> QWidget:
        words, is_reached = stage_words(need, stage), need.reached_on(stage) is not None
        if stage in FIRST:
            line = LineView(self.theme, Icon("check", 18, Role.INK2), Words(words, role=Role.INK2, gap=6))
            line.setMinimumHeight(self.theme.target())
            return line
        button = Button(self.theme, words, name=f"{need_line(need)}: {words}")
        button.setCheckable(True)
        button.setChecked(is_reached)
        if stage is NeedStage.MET:
            button.open_menu(self._ways(need, button))
            button.clicked.connect(lambda: button.setChecked(is_reached))
        else:
            button.clicked.connect(partial(self._press, need.id, Stage(stage, is_reached=not is_reached)))
            button.clicked.connect(lambda: button.setChecked(is_reached))
        return button

    def _ways(self, need: Need, button: Button) -> Menu:
        """How it was met today; how it was met before can be taken back."""
        menu = Menu(self.theme, button)
        ways = (how for how in ways_to_meet(need.kind) if how is not MetHow.NOT_MET)
        lines: list[Deed | None] = [
            Deed(say(how), partial(self._press, need.id, Stage(NeedStage.MET, how=how)), parent=menu) for how in ways
        ]
        if need.reached_on(NeedStage.MET):
            back = partial(self._press, need.id, Stage(NeedStage.MET, is_reached=False))
            lines += [None, Deed("Take back", back, "x", parent=menu)]
        menu.offer(*lines)
        return menu

    def _press(self, need_id: str, said: Stage, *_checked: bool) -> None:
        self.stage_pressed.emit(need_id, said)
