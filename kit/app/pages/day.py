"""The end of the day: what is unfinished with the deed as a button, what was done, and locking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.clipboard import after
from kit.app.heading import Heading
from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.family_parts.dialog import Ends, FormDialog, Question
from kit.app.pages.family_parts.next_day import NextDay
from kit.app.pages.family_parts.visit_correction import NextStepForm
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.header import BottomBar, PageHeader, fill_page
from kit.app.widgets.layouts import Column, Sides, clear
from kit.app.widgets.notice import Notice, Notices, Tone, notice_of
from kit.app.widgets.panel import Panel, Rows, row_of
from kit.app.widgets.text import LineView, Text, TwoLines
from kit.domain.wording import counted
from kit.service.day import DayView, Thing, Unfinished, day_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.app.uploader import Uploader
    from kit.domain.errors import KitError

SIDE_WIDTH = 400
LONGEST_SENDING_S = 60
"""After this long the kit locks, sent or not: somebody who pressed the button has gone home."""
NEXT_DAYS = ((1, "Tomorrow"), (2, "In 2 days"), (7, "In a week"), (14, "In 2 weeks"))
_DEEDS = {
    Unfinished.NOT_CLOSED: "Close visit",
    Unfinished.REFUSED: "Look",
    Unfinished.NO_NEXT: "Set a date",
    Unfinished.LATE_PLAN: "Set a date",
    Unfinished.WAITING: "Send now",
}
_MARKS = {
    Unfinished.NOT_CLOSED: Mark.NOT_YET,
    Unfinished.REFUSED: Mark.NEEDS_YOU,
    Unfinished.NO_NEXT: Mark.OVERDUE,
    Unfinished.LATE_PLAN: Mark.OVERDUE,
    Unfinished.WAITING: Mark.WAITING,
}


class DayPage(QWidget):
    """What is left of today.

    Args:
        theme: the theme.
        rooms: with open records.
        uploader: the one that sends.
        later: calls something after so many milliseconds.

    Signals:
        family_requested: the worker wants to see a family and its plan; carries its id.
        visit_requested: the worker wants to close a visit; carries the family id.
        outbox_requested: the worker wants to see what the server did not accept.
        lock_requested: the day is done.
        left: the worker goes back to Today.
    """

    family_requested = Signal(str)
    visit_requested = Signal(str)
    outbox_requested = Signal()
    lock_requested = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        uploader: Uploader,
        later: Callable[[int, Callable[[], object]], object] = after,
    ) -> None:
        super().__init__()
        self._theme, self._rooms, self._uploader, self._later = theme, rooms, uploader, later
        self._view: DayView | None = None
        self._is_leaving = self._has_asked = False
        self.heading = Heading("Finish the day", parent=self)
        self.heading.has_back = True
        self.heading.back_requested.connect(self.left)
        self.send = Button(theme, "Send, then lock", Kind.PRIMARY, icon="send", pressed=self._on_send_pressed)
        self.lock = Button(theme, "Lock now", icon="lock", pressed=self.lock_requested.emit)
        self._notices = Notices(theme)
        self._content = Column(theme, 0)
        body = fill_page(self, theme, bottom=BottomBar(theme, self.send, self.lock), scrolls=True)
        body.add(PageHeader(theme, self.heading), self._notices, self._content, None)
        uploader.round_ended.connect(self._on_round_ended)
        theme.layout_changed.connect(self._on_layout_changed)
        self.reload()

    def reload(self) -> None:
        """Show the day as it is now."""
        records, clock = self._rooms.kept, self._rooms.clock
        self._rooms.desk.run(self, lambda: day_view(records, clock), self._on_loaded, self._on_failed)

    def _on_loaded(self, view: DayView) -> None:
        self._view = view
        self._notices.settle()
        clear(self._content)
        self.heading.tell(self.heading.title, _facts(view))
        left, right = QWidget(), QWidget()
        things = Column(self._theme, 0, parent=left)
        things.add(self._things(view), None)
        beside = Column(self._theme, 12, parent=right)
        beside.add(self._today(view), self._tomorrow(view), None)
        is_wide = self._theme.layout is Layout.WIDE
        right.setMinimumWidth(self._theme.grow(SIDE_WIDTH) if is_wide else 0)
        sides = Sides(self._theme)
        sides.add(left, stretch=1)
        sides.add(right)
        self._content.add(sides)

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error, Button(self._theme, "Try again", pressed=self.reload))

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self._on_loaded(self._view)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _things(self, view: DayView) -> QWidget:
        if not view.things:
            return Notice(self._theme, Tone.DONE, "Nothing is unfinished.", "You can lock and go home.")
        rows = Rows(self._theme)
        rows.set_rows([self._thing(thing) for thing in view.things])
        return rows

    def _thing(self, thing: Thing) -> QWidget:
        words = [Words(thing.sentence, TextStyle.STRONG)]
        lines = TwoLines(self._theme, words, thing.note, Sign(_MARKS[thing.what], 20))
        lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        deed = _DEEDS[thing.what]
        button = Button(self._theme, deed, name=f"{deed}: {thing.sentence}")
        button.clicked.connect(partial(self._on_deed, thing))
        if thing.what is not Unfinished.LATE_PLAN:
            return row_of(self._theme, lines, button)
        family = LinkButton(self._theme, "See family", name=f"See family: {thing.sentence}")
        family.clicked.connect(lambda _checked=False: self.family_requested.emit(thing.family_id))
        return row_of(self._theme, lines, family, button)

    def _today(self, view: DayView) -> Panel:
        panel = Panel(self._theme)
        panel.add(Text("Today", TextStyle.H3))
        for done in view.done:
            mark = Mark.RECEIVED if done.is_good else Mark.NOT_GIVEN
            panel.add(LineView(self._theme, Sign(mark, 20), Words(done.words)))
        if not view.done:
            panel.add(Text("No visit today.", tone=Role.INK2))
        return panel

    def _tomorrow(self, view: DayView) -> Panel:
        panel = Panel(self._theme)
        panel.add(Text("Tomorrow", TextStyle.H3))
        if view.tomorrow:
            planned = f"{counted(len(view.tomorrow), 'date')} set: {', '.join(view.tomorrow)}"
            panel.add(Text(planned, wraps=True))
            panel.add(Text("Charge the laptop and the printer.", tone=Role.INK2, wraps=True))
        else:
            panel.add(Text("No date is set.", tone=Role.INK2))
        return panel

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _on_deed(self, thing: Thing, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        match thing.what:
            case Unfinished.NOT_CLOSED:
                self.visit_requested.emit(thing.family_id)
            case Unfinished.REFUSED:
                self.outbox_requested.emit()
            case Unfinished.NO_NEXT:
                self._ask_next(thing, "When is the next try?")
            case Unfinished.LATE_PLAN:
                self._ask_next(thing, "When do you look at the plan?")
            case Unfinished.WAITING:
                self._has_asked = True
                self._uploader.send_now()

    def _ask_next(self, thing: Thing, asked: str) -> None:
        day = NextDay(self._theme, "When", self._rooms.clock.today(), NEXT_DAYS)
        form = NextStepForm(self._theme, thing.visit_id, day)
        question = Question(asked, thing.sentence, "Set the date")
        FormDialog(Ends(self, self.reload, self._on_failed), self._theme, self._rooms, question, form).ask()

    def _on_send_pressed(self) -> None:
        """Send what waits, then lock, whatever came of it: everything is kept."""
        self._is_leaving = True
        self.send.set_busy("Sending…")
        self._later(LONGEST_SENDING_S * 1000, self._lock_late)
        self._uploader.send_now()

    def _lock_late(self) -> None:
        if self._is_leaving:
            self._lock()

    def _lock(self) -> None:
        self._is_leaving = False
        self.lock_requested.emit()

    def _on_round_ended(self, _round: object) -> None:
        if self._is_leaving:
            self._lock()
            return
        self.reload()
        if self._has_asked:
            self._has_asked = False
            self._say_result()

    def _say_result(self) -> None:
        """How sending went, plainly; nothing is lost either way."""
        if trouble := self._uploader.trouble:
            notice = notice_of(self._theme, trouble, tone=Tone.WAITING)
            self._notices.add(notice)
            notice.speak()


def _facts(view: DayView) -> str:
    """5 things, about 6 minutes. Nothing is lost if you stop here."""
    if not view.things:
        return "Everything is done."
    things, minutes = counted(len(view.things), "thing"), counted(view.minutes, "minute")
    return f"{things}, about {minutes}. Nothing is lost if you stop here."
