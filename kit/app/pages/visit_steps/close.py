"""The last step: what is missing, the summary to copy, and closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.announce import announce
from kit.app.clipboard import CLEARED_AFTER_S, BriefClipboard
from kit.app.heading import Deed
from kit.app.look.line import Sign
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.visit_steps.absent import WAYS
from kit.app.pages.visit_steps.step import Step
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.field import TextBox
from kit.app.widgets.layouts import Column, Row, Sides
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.panel import Rows
from kit.app.widgets.text import LineView, Text
from kit.domain.dates import long_date
from kit.domain.wording import say
from kit.service.attendance import settle_absent
from kit.service.missing import Lack, Missing, missing
from kit.service.summary import visit_summary
from kit.service.visits import absent

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.domain.visit import ReachBy
    from kit.service.ports import Clock, Library
    from kit.service.visit_view import VisitView

_DEEDS = {
    Lack.NOBODY_HERE: "Who is here?",
    Lack.NOTHING_TICKED: "Tick",
    Lack.NO_WAY: "Choose how",
    Lack.NOT_SEEN: "Answer",
    Lack.NO_NAME: "Name",
    Lack.NO_PARENT: "Ask who",
    Lack.NO_PLACE: "Choose",
    Lack.NO_NEXT: "Set a date",
    Lack.ROOM: "Answer",
    Lack.NOT_CHECKED: "Check",
    Lack.QUESTION: "Ask",
    Lack.SLEEP_SPACE: "Look",
    Lack.AGREED: "Say what",
    Lack.ACTION: "Say it",
}
_MARKS = {
    Lack.NOT_CHECKED: Mark.NOT_CHECKED,
    Lack.QUESTION: Mark.NOT_CHECKED,
    Lack.NO_WAY: Mark.NOT_HERE,
    Lack.AGREED: Mark.NOT_YET,
    Lack.ACTION: Mark.NOT_YET,
}
COPIED = f"Copied. Paste it into the child’s record within {CLEARED_AFTER_S} seconds; then it is gone from here."
LINES = 15
"""Of the summary seen at once."""


class CloseStep(Step):
    """Before the visit goes on record.

    Signals:
        settle_requested: the worker wants to settle something that is missing; carries the Missing.
        close_requested: the worker wants to close the visit; carries what is missing.
    """

    settle_requested = Signal(object)
    close_requested = Signal(object)

    def __init__(self, theme: Theme, library: Library, clock: Clock) -> None:
        self.copy = Button(theme, "Copy summary", icon="file-text")
        super().__init__(theme, Button(theme, "Close visit", Kind.PRIMARY), self.copy)
        self._library, self._clock = library, clock
        self._view: VisitView | None = None
        self._found: tuple[Missing, ...] | None = None
        self._rows = Rows(theme)
        self._nothing = Notice(theme, Tone.DONE, "Nothing is missing.", "You can close the visit.")
        self.summary = TextBox(theme, "Summary to copy", LINES)
        self.summary.box.setReadOnly(True)
        self._next = Text("", tone=Role.INK2, wraps=True)
        self.change_next = LinkButton(theme, "Change", name="Change the next date")
        self._clipboard = BriefClipboard(self)
        self._said = Text("Paste it into the child’s record.", tone=Role.INK2, wraps=True)
        self._lay_out()
        self.change_next.clicked.connect(lambda: self.settle_requested.emit(Missing(Lack.NO_NEXT, "")))
        self.copy.clicked.connect(self._on_copied)
        self.primary.clicked.connect(self._on_close_pressed)
        theme.layout_changed.connect(self._on_layout_changed)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        before = Column(self.theme, 8, parent=left)
        before.add(Text("Before you close", TextStyle.H3), self._rows, self._nothing, None)
        beside = Column(self.theme, 6, parent=right)
        line = Row(self.theme, 12)
        line.add(self._next, stretch=1)
        line.add(self.change_next)
        beside.add(self.summary, self._said, line, None)
        sides = Sides(self.theme, 28)
        sides.add(left, stretch=1)
        sides.add(right, stretch=1)
        self.body.add(sides, None)

    def show_view(self, view: VisitView) -> None:
        """Show what is missing and the summary as it would be now."""
        self._view = view
        found = missing(self._library, view)
        if found != self._found:
            self._found = found
            self._rows.set_rows([self._row(one) for one in found])
            self._rows.setVisible(bool(found))
            self._nothing.setVisible(not found)
        on = view.draft.next_on
        self._next.setText(f"Next: {long_date(on)}" if on else "")
        self._next.setVisible(on is not None)
        self.change_next.setVisible(on is not None)
        settled = settle_absent(self._library, self._clock, view.draft, view.family)
        self.summary.box.setPlainText(visit_summary(self._library, view.family, settled, self._clock.now(), view.plan))

    def is_done(self, view: VisitView) -> bool:
        """Never: closing it leaves it."""
        del view
        return False

    def take_focus(self) -> None:
        """At the first thing that is missing."""
        buttons = self._rows.findChildren(Button)
        (buttons[0] if self._found and buttons else self.copy).setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, one: Missing) -> QWidget:
        """A mark, the sentence, its note, and what settles it."""
        row = QWidget()
        line = Row(self.theme, 12, (16, 10, 10, 10), row)
        words = Column(self.theme, 2)
        words.add(Text(one.sentence, TextStyle.BODY, wraps=True))
        if one.note:
            words.add(Text(one.note, TextStyle.NOTE, Role.INK2, wraps=True))
        mark = LineView(self.theme, Sign(_MARKS.get(one.what, Mark.NOT_KNOWN), 20, Role.INK2), name=" ")
        mark.setFixedWidth(self.theme.grow(20))
        line.add(mark)
        line.add(words, stretch=1)
        line.add(self._button(one))
        return row

    def _button(self, one: Missing) -> Button:
        button = Button(self.theme, _DEEDS[one.what], name=f"{_DEEDS[one.what]}: {one.sentence}")
        if one.what is Lack.NO_WAY:
            menu = Menu(self.theme, button)
            reach = self._reach
            menu.offer(*(Deed(say(w), partial(reach, one.carer_id, w), icon, parent=menu) for w, icon in WAYS))
            button.open_menu(menu)
        else:
            button.clicked.connect(lambda: self.settle_requested.emit(one))
        return button

    def _reach(self, carer_id: str, way: ReachBy) -> None:
        if view := self._view:
            self.change(lambda draft: absent(self._library, self._clock, draft, view.family, carer_id, way))

    def _on_copied(self) -> None:
        self._clipboard.copy(self.summary.box.toPlainText())
        self._said.setText(COPIED)
        announce(self, self._said.text())

    def _on_close_pressed(self) -> None:
        self.close_requested.emit(self._found or ())

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._found = None
        if self._view:
            self.show_view(self._view)
