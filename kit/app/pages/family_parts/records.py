"""Records in the page instead of the grid: the history of one cell, and every visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import Button, IconButton
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.text import Text, TwoLines
from kit.domain.advice import Outcome, Understanding, VariantKey
from kit.domain.dates import day_and_month, long_date
from kit.domain.wording import called, met_line, say, tried_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from kit.app.look.theme import Theme
    from kit.domain.advice import AdviceGiven
    from kit.domain.family import Family
    from kit.service.history import HistoryEntry

INDENT = 20
"""How far a record stands in from the day over it."""
_MARKS = {each: Mark[each.name] for each in Understanding}


class RecordsView(QWidget):
    """A title with a way back, and rows under it.

    Signals:
        closed: the worker wants the grid again.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, note: str, rows: Sequence[QWidget], nothing: str) -> None:
        super().__init__()
        self._theme = theme
        self.back = IconButton(theme, "arrow-left", "Back to who was told", pressed=self.closed.emit)
        words = Column(theme, 0)
        words.add(Text(title, TextStyle.H3, wraps=True))
        if note:
            words.add(Text(note, tone=Role.INK2, wraps=True))
        head = Row(theme, 6)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        head.add(words, stretch=1)
        inside = QWidget()
        self._rows = Rows(theme)
        self._rows.set_rows(rows or [row_of(theme, Text(nothing, tone=Role.INK2, wraps=True))])
        under = Column(theme, 0, parent=inside)
        under.add(self._rows, None)
        column = Column(theme, 8, parent=self)
        column.add(head)
        column.add(ScrollArea(inside), stretch=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class HistoryView(RecordsView):
    """Every record of one carer and topic.

    Signals:
        correction_requested: a record is wrong; carries the AdviceGiven.
    """

    correction_requested = Signal(object)

    def __init__(self, theme: Theme, family: Family, title: str, note: str, entries: Sequence[HistoryEntry]) -> None:
        has_children = len({entry.record.child_id for entry in entries}) > 1
        wish = self._on_correct_pressed
        rows = [record_row(theme, family, entry, wish, is_dated=True, has_children=has_children) for entry in entries]
        super().__init__(theme, title, note, rows, "Nothing is recorded here yet.")

    def _on_correct_pressed(self, record: AdviceGiven) -> None:
        self.correction_requested.emit(record)


def record_row(
    theme: Theme,
    family: Family,
    entry: HistoryEntry,
    correct: Callable[[AdviceGiven], object],
    *,
    is_dated: bool,
    has_children: bool,
) -> QWidget:
    """What, how and by whom; what was corrected is struck, says so and stays.

    Args:
        theme: the theme.
        family: whose it is.
        entry: the record.
        correct: what a press on "Correct this" does.
        is_dated: whether the row says the day; where a day stands over its records it does not.
        has_children: whether the records are about more than one child.
    """
    record = entry.record
    is_gone = entry.corrected_by is not None
    tone = Role.INK2 if is_gone else Role.INK
    about = f" · about {called(family.child(record.child_id))}" if has_children else ""
    line = [Words(long_date(record.occurred_at.date()), TextStyle.STRONG, tone, is_struck=is_gone)] if is_dated else []
    style = TextStyle.BODY if is_dated else TextStyle.WORD
    line.append(Words(f"{entry.title}, {_form(record)}{about}", style, tone, gap=12, is_struck=is_gone))
    sign = Sign(_mark(record), 20, Role.INK3 if is_gone else None)
    lines = Column(theme, 2, (0, 8, 0, 8))
    lines.add(TwoLines(theme, line, f"{_what(record)} · by {record.worker or 'nobody named'}", sign))
    lines.add(*(remark(theme, words) for words in _remarks(entry)))
    place = QWidget()
    place.setLayout(lines)
    place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    before = () if is_dated else (INDENT,)
    if not entry.can_be_corrected:
        return row_of(theme, *before, place, height=66)
    day = day_and_month(record.occurred_at.date())
    button = Button(theme, "Correct this", name=f"Correct this: {entry.title}, {day}")
    button.clicked.connect(lambda _checked=False: correct(record))
    return row_of(theme, *before, place, button, height=66)


def remark(theme: Theme, words: str) -> QWidget:
    """A sentence under a record, in line with its words."""
    row = Row(theme, 0, (0, 0, 0, 0))
    row.addSpacing(theme.grow(29))
    row.add(Text(words, TextStyle.NOTE, Role.INK2, wraps=True), stretch=1)
    place = QWidget()
    place.setLayout(row)
    return place


def _remarks(entry: HistoryEntry) -> list[str]:
    """How needs were met, that it was corrected, and that it corrects another."""
    said = [f"Needs: {met_line(entry.record.met)}"] if entry.record.met else []
    if new := entry.corrected_by:
        day = day_and_month(new.recorded_at.date())
        said.append(f"No longer counts. Corrected on {day} by {new.worker or 'nobody named'}: {new.why}")
    if entry.record.corrects:
        said.append(f"Corrects the record below: {entry.record.why}")
    if entry.record.tried:
        said.append(f"Tried together: {tried_line(entry.record.tried)}")
    if entry.record.note:
        said.append(f"Own words: {entry.record.note}")
    return said


def _form(record: AdviceGiven) -> str:
    """Easy read; Standard, for fathers."""
    try:
        key = VariantKey.named(record.text.variant)
    except ValueError:
        return record.text.variant
    addressed = ", for fathers" if key.addressee == "fathers" else ""
    language = "" if key.language == "en" else f", {key.language}"
    return f"{say(key.form).lower()}{addressed}{language}"


def _what(record: AdviceGiven) -> str:
    """Told me · Talked, Shown; Not given: Declined; Entered in error."""
    if record.outcome is Outcome.GIVEN:
        ways = ", ".join(say(way).lower() for way in record.ways)
        return f"{say(record.understanding or Understanding.NOT_CHECKED)} · {ways}"
    if record.outcome is Outcome.NOT_GIVEN:
        return f"Not given: {say(record.reason).lower()}" if record.reason else "Not given"
    return say(record.outcome)


def _mark(record: AdviceGiven) -> Mark:
    if record.outcome is Outcome.GIVEN:
        return _MARKS.get(record.understanding or Understanding.NOT_CHECKED, Mark.NOT_CHECKED)
    return Mark.NOT_GIVEN
