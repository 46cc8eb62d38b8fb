"""Beside the families: mothers beside fathers as bars or as a table, and the gaps, each a way to its families."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Icon, Words, paint_line, paint_plate
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.caseload_parts.bars import BarsView
from kit.app.pages.caseload_parts.content import GapLine, bars, gap_lines, waiting_words
from kit.app.pages.caseload_parts.numbers import NumbersTable
from kit.app.widgets.button import LinkButton, RowButton
from kit.app.widgets.layouts import ANY_WIDTH, Column, Row
from kit.app.widgets.panel import Panel, Rows
from kit.app.widgets.text import LineView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme
    from kit.service.caseload import Caseload

SIDE_WIDTH = 448
NUMBER_WIDTH = 36
AS_TABLE, AS_BARS = "As a table", "As bars"


class TitleRow(QWidget):
    """A section's title, a quiet note beside it, and one way on at the end; as high as the way on."""

    def __init__(self, theme: Theme, title: str, note: str = "", link: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = Row(theme, 10, parent=self)
        words = Words(title, TextStyle.H3), Words(note, TextStyle.BODY, Role.INK2, gap=10)
        row.add(LineView(theme, *words), None)
        if link:
            row.add(link)

    def sizeHint(self) -> QSize:
        """As high as a target."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.target()))


class GapButton(RowButton):
    """One gap: its number at the end of a narrow column, what it counts, and a way to the families."""

    def __init__(self, theme: Theme, count: int, words: str) -> None:
        self.count = count
        super().__init__(theme, [Words(words)], f"{count} {words}")
        self.padding = 16

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, number, words, chevron."""
        theme, box = self.theme, QRectF(self.rect())
        inner = box.adjusted(theme.space(16), 0, -theme.space(14), 0)
        number = QRectF(inner.left(), inner.top(), theme.grow(NUMBER_WIDTH), inner.height())
        words = inner.adjusted(number.width() + theme.space(12), 0, -theme.grow(18) - theme.space(8), 0)
        with QPainter(self) as painter:
            paint_plate(painter, box, theme, self.plate())
            paint_line(painter, number, theme, [Words(str(self.count), TextStyle.H3)], Qt.AlignmentFlag.AlignRight)
            paint_line(painter, words, theme, self.line())
            paint_line(painter, inner, theme, [Icon("chevron-right", 18, Role.INK3)], Qt.AlignmentFlag.AlignRight)

    def minimumSizeHint(self) -> QSize:
        """Words may be shortened."""
        return QSize(round(self.theme.em() * 12), self.sizeHint().height())


class Side(QWidget):
    """The bars and the gaps.

    Signals:
        families_requested: the worker wants every family.
        part_requested: the worker wants the families of a gap; carries the key of the part.
        outbox_requested: the worker wants to see what is not sent yet.
        paper_requested: the worker wants the printed leaflets.
    """

    families_requested = Signal()
    part_requested = Signal(str)
    outbox_requested = Signal()
    paper_requested = Signal()

    def __init__(self, theme: Theme, found: Caseload) -> None:
        super().__init__()
        self._theme = theme
        self._gaps = gap_lines(found)
        self._bars, self.table = BarsView(theme), NumbersTable(theme)
        topics = bars(found)
        self._bars.show_topics(topics)
        self.table.show_topics(topics)
        self.table.hide()
        self.turn = LinkButton(theme, AS_TABLE, name="Show these numbers as a table", pressed=self._on_turn_pressed)
        self._chart = Panel(theme, margins=(16, 4, 16, 4))
        self._chart.add(self._bars, self.table)
        column = Column(theme, 0, parent=self)
        column.add(TitleRow(theme, "Mothers beside fathers", "told and understood", self.turn), self._chart)
        every = LinkButton(theme, "See all", name="See all families", pressed=self.families_requested.emit)
        self._title, self._rows = TitleRow(theme, "Gaps", "", every), Rows(theme)
        column.add(self._title, self._rows)
        paper = Panel(theme, margins=(16, 0, 16, 0))
        parts = Icon("file-text", 20, Role.INK2), Words("Printed leaflets", TextStyle.WORD)
        way = RowButton(theme, parts, "Printed leaflets")
        way.clicked.connect(self.paper_requested)
        paper.add(way)
        column.add(8, paper, None)
        theme.text_size_changed.connect(self._fit)
        theme.layout_changed.connect(self._on_layout_changed)
        self._fit()
        self.show_waiting(0)

    def show_waiting(self, count: int) -> None:
        """Say how many records are not sent yet, under the gaps."""
        rows = [self._gap(line) for line in self._gaps]
        if count:
            waiting = GapButton(self._theme, count, waiting_words(count))
            waiting.clicked.connect(self.outbox_requested)
            rows.append(waiting)
        self._rows.set_rows(rows)
        for each in (self._title, self._rows):
            each.setVisible(bool(rows))

    def _gap(self, line: GapLine) -> GapButton:
        button = GapButton(self._theme, line.count, line.words)
        button.clicked.connect(partial(self.part_requested.emit, line.part))
        return button

    def _on_turn_pressed(self) -> None:
        """Bars or table; the keys go on in the table."""
        is_table = self.table.isHidden()
        self.table.setVisible(is_table)
        self._bars.setVisible(not is_table)
        words = AS_BARS if is_table else AS_TABLE
        self.turn.set_words(words, f"Show these numbers {words[:1].lower()}{words[1:]}")
        if is_table:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._fit()

    def _fit(self) -> None:
        """So wide beside the families; the whole width under them."""
        is_beside = self._theme.layout is Layout.WIDE
        self.setMinimumWidth(self._theme.grow(SIDE_WIDTH) if is_beside else 0)
        self.setMaximumWidth(self._theme.grow(SIDE_WIDTH) if is_beside else ANY_WIDTH)
