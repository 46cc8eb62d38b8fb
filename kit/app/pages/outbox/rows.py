"""The rows of the outbox: mark and word, what and whose, when or why, one button if it needs a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import Button
from kit.app.widgets.layouts import ANY_WIDTH, Column, Row
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import LineView, Text, TwoLines
from kit.domain.dates import day_and_month
from kit.domain.outbox import EntryKind, EntryState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from kit.app.look.theme import Theme
    from kit.service.uploads import OutboxLine

MARKS = {
    EntryState.WAITING: Mark.WAITING,
    EntryState.RECEIVED: Mark.RECEIVED,
    EntryState.NEEDS_YOU: Mark.NEEDS_YOU,
    EntryState.WITHDRAWN: Mark.NOT_SENT,
}
_KINDS = {EntryKind.VISIT: "Visit", EntryKind.ADVICE: "Advice", EntryKind.CORRECTION: "Correction"}
_ROW_HEIGHT = 58


def said_when(moment: datetime, today: date) -> str:
    """As in "today 11:02" or "20 November 15:40", in the time of this laptop."""
    local = moment.astimezone()
    day = "today" if local.date() == today else day_and_month(local.date())
    return f"{day} {local:%H:%M}"


def records_of(count: int) -> str:
    """1 record, 14 records."""
    return "1 record" if count == 1 else f"{count} records"


class OutboxRow(Panel):
    """One visit or correction. Only what needs a person is tinted.

    Signals:
        again_requested: the worker dealt with it and wants it sent again.
    """

    again_requested = Signal()

    def __init__(self, theme: Theme, mark: Mark, what: tuple[str, str], why: tuple[str, str], button: str = "") -> None:
        ground = mark.tint or "plain"
        super().__init__(theme, ground, margins=(14, 4, 8, 4), space=0)
        self._state = LineView(theme, Sign(mark, 22), Words(mark.word, TextStyle.STRONG, gap=12))
        self._what = TwoLines(theme, [Words(what[0], TextStyle.STRONG)], what[1])
        self._why = QWidget()
        reason = Column(theme, 0, parent=self._why)
        reason.add(None, Text(why[0], wraps=True))
        if why[1]:
            reason.add(Text(why[1], TextStyle.NOTE, Role.INK2, wraps=True))
        reason.add(None)
        self._row = Row(theme, 12)
        self._row.add(self._state, self._what)
        self._row.add(self._why, stretch=1)
        self.add(self._row)
        if button:
            again = Button(theme, button, name=f"{button}: {what[0]}, {what[1]}", pressed=self.again_requested.emit)
            self._row.add(again)
        theme.layout_changed.connect(self._on_layout_changed)
        theme.text_size_changed.connect(self._fit)
        self._fit()

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._fit()

    def _fit(self) -> None:
        """Three columns, or one under the other where there is no room."""
        is_compact = self.theme.layout is Layout.COMPACT
        self._row.setDirection(Row.Direction.TopToBottom if is_compact else Row.Direction.LeftToRight)
        self.setMinimumHeight(self.theme.grow(_ROW_HEIGHT))
        air = self.theme.space(10) if is_compact else 0
        self._row.setContentsMargins(0, air, 0, air)
        narrow = self.theme.layout is Layout.MEDIUM
        for widget, wide in ((self._state, 118), (self._what, 220 if narrow else 294)):
            room = 0 if is_compact else self.theme.grow(wide)
            widget.setMinimumWidth(room)
            widget.setMaximumWidth(room or ANY_WIDTH)


def row_for(theme: Theme, line: OutboxLine, today: date, again: Callable[[], object]) -> OutboxRow:
    """The row of one visit or correction."""
    mark = MARKS.get(line.state, Mark.WAITING)
    kind = _KINDS.get(line.kind, "Record")
    what = (f"{kind}, {day_and_month(line.made_at.astimezone().date())}", _whose(line))
    made = f"Made {said_when(line.made_at, today)}"
    if line.state is EntryState.NEEDS_YOU:
        row = OutboxRow(theme, mark, what, (line.said or "The server did not accept it.", made), "Send again")
        row.again_requested.connect(again)
        return row
    if line.state is EntryState.RECEIVED and line.settled_at:
        return OutboxRow(theme, mark, what, (f"Received {said_when(line.settled_at, today)}", ""))
    if line.state is EntryState.WITHDRAWN:
        return OutboxRow(theme, mark, what, ("Entered in error. It stays on this laptop.", "Nothing to do."))
    return OutboxRow(theme, mark, what, (made, ""))


def _whose(line: OutboxLine) -> str:
    return f"{line.family.name} · {records_of(line.records)}"


def held_back_row(theme: Theme, count: int) -> OutboxRow:
    """What stays on this laptop: a number, no names."""
    why = ("Kept on this laptop by your organisation’s rule.", "Nothing to do.")
    return OutboxRow(theme, Mark.HELD_BACK, (records_of(count), ""), why)


def inset(theme: Theme, row: OutboxRow) -> QWidget:
    """A tinted row a little inside the panel, so that its corners are its own."""
    frame = QWidget()
    Row(theme, 0, (4, 4, 4, 4), frame).add(row)
    return frame
