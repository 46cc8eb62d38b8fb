"""What both grids share: size by the room there is, keys, the ring around the current cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView

from kit.app.announce import announce
from kit.app.grid.cells import ColumnKind, GridCell, GridColumn, GridRow
from kit.app.grid.delegate import CellDelegate, show_line
from kit.app.grid.headers import CELL_LEFT, ColumnHeader, RowHeader, title_of
from kit.app.grid.model import GridModel, Index
from kit.app.look.line import Words, width_of
from kit.app.look.tokens import RADIUS_CONTROL, Layout, TextStyle
from kit.app.widgets.focus import RING_IN, RING_OUT, paint_ring
from kit.app.widgets.painted import RESIZING
from kit.app.widgets.scroll import scroll_by_touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from kit.app.look.theme import Theme

LEAST_ROW = 48
MOST_ROW = 64
MOST_HEAD = 12
"""Em that a name may claim for its column; a longer one is shortened, and whole in its tool tip."""


class Grid(QTableView):
    """A table of cells. Arrows, Home and End move; Tab leaves.

    Signals:
        cell_opened: Enter or a press on a cell; carries the keys of row and column.
        all_keys_requested: "?" was pressed.
    """

    cell_opened = Signal(str, str)
    all_keys_requested = Signal()
    row_style = TextStyle.WORD
    is_tick_grid = False
    least_row = LEAST_ROW

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._before = ("", "")
        self.setAccessibleName(name)
        self.grid_model = GridModel(self)
        self._set_up()
        self.setItemDelegate(CellDelegate(theme, self, is_tick_grid=self.is_tick_grid))
        self.setHorizontalHeader(ColumnHeader(theme, self))
        self._row_header = RowHeader(theme, self, self.row_style)
        self.setVerticalHeader(self._row_header)
        self.setModel(self.grid_model)
        self.grid_model.modelReset.connect(self._on_model_reset)
        self.grid_model.dataChanged.connect(lambda *_: self.viewport().update())
        theme.layout_changed.connect(self._on_layout_changed)

    def _set_up(self) -> None:
        """Everything a QTableView does that this does not."""
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        scroll_by_touch(self)

    # -- content ---------------------------------------------------------------------------------------------------

    def show_content(
        self, rows: Sequence[GridRow], columns: Sequence[GridColumn], cells: Sequence[Sequence[GridCell]]
    ) -> None:
        """Show these cells, in the order given; the place of the worker in the grid is kept."""
        here = self.currentIndex()
        self._before = self.keys_at(here) if here.isValid() else ("", "")
        self.grid_model.show(rows, columns, cells)

    def set_cell(self, row_key: str, column_key: str, cell: GridCell, said: str = "") -> None:
        """Change one cell, and let a screen reader say what happened."""
        self.grid_model.set_cell(*self.grid_model.place_of(row_key, column_key), cell)
        if said:
            announce(self, said)

    def keys_at(self, index: Index) -> tuple[str, str]:
        """Keys of row and column of a cell."""
        return self.grid_model.rows[index.row()].key, self.grid_model.columns[index.column()].key

    def go_to(self, row_key: str, column_key: str) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.grid_model.index(*self.grid_model.place_of(row_key, column_key)))

    def _on_model_reset(self) -> None:
        self.clearSpans()
        rows = len(self.grid_model.rows)
        for number, column in enumerate(self.grid_model.columns):
            if column.is_unfilled and rows > 1:
                self.setSpan(0, number, rows, 1)
        if rows and self.grid_model.columns:
            self.setCurrentIndex(self.grid_model.index(*self._start()))
        self.fit()

    def _start(self) -> tuple[int, int]:
        """Where the worker was, as far as that is still there; else the first carer in the first row."""
        row_key, column_key = self._before
        rows, columns = [each.key for each in self.grid_model.rows], [each.key for each in self.grid_model.columns]
        row = rows.index(row_key) if row_key in rows else 0
        return row, columns.index(column_key) if column_key in columns else self._first_carer()

    def _first_carer(self) -> int:
        kinds = [column.kind for column in self.grid_model.columns]
        return kinds.index(ColumnKind.CARER) if ColumnKind.CARER in kinds else 0

    # -- size ------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Rows as high as the free height allows, columns equal and never narrower than their words."""
        rows = max(1, len(self.grid_model.rows))
        least, most = self.row_limits()
        self._row_header.setDefaultSectionSize(min(max(self.viewport().height() // rows, least), most))
        for at, width in enumerate(self._widths()):
            self.setColumnWidth(at, width)
        header = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(header + rows * most + 2 + self.horizontalScrollBar().sizeHint().height())
        self.setMinimumHeight(header + min(rows, 3) * least)
        self.updateGeometry()

    def row_limits(self) -> tuple[int, int]:
        """Least and greatest height of a row: 48 to 64, more for larger words."""
        theme = self.theme
        words = theme.metrics(TextStyle.STRONG).height() * (self._row_header.lines() if self.is_tick_grid else 1)
        two_lines = theme.metrics(TextStyle.STRONG).height() + theme.metrics(TextStyle.NOTE).height()
        least = max(self.least_row, math.ceil(max(words, two_lines)) + 10)
        return least, max(least, theme.space(MOST_ROW))

    def _widths(self) -> list[int]:
        """One width for each column."""
        columns = self.grid_model.columns
        carers = [self.least_carer_width(at) for at, column in enumerate(columns) if column.kind is ColumnKind.CARER]
        fixed = sum(self._fixed_width(each) for at, each in enumerate(columns) if not self.isColumnHidden(at))
        share = (self.viewport().width() - fixed) // max(1, len(carers))
        equal = max([share, *carers])
        return [equal if column.kind is ColumnKind.CARER else self._fixed_width(column) for column in columns]

    def _fixed_width(self, column: GridColumn) -> int:
        theme = self.theme
        if column.kind is ColumnKind.SHOW:
            return math.ceil(width_of(theme, show_line())) + 2 * theme.space(10) + 14
        if column.kind is ColumnKind.BOTH:
            return math.ceil(width_of(theme, [Words(column.title, TextStyle.STRONG)])) + 2 * theme.space(24)
        return 0

    def least_carer_width(self, at: int) -> int:
        """Width that the longest words of a column need."""
        theme = self.theme
        title, note = title_of(self.grid_model.columns[at], theme.layout)
        head = max(width_of(theme, [Words(title, TextStyle.STRONG)]), width_of(theme, [Words(note, TextStyle.NOTE)]))
        head = min(head, MOST_HEAD * theme.em())
        cells = [self.grid_model.cell(row, at) for row in range(len(self.grid_model.rows))]
        words = [width_of(theme, [Words(cell.words, TextStyle.STRONG)]) for cell in cells]
        notes = [width_of(theme, [Words(cell.note, TextStyle.NOTE)]) for cell in cells]
        before = theme.grow(20 + 18 if self.is_tick_grid else 20 + 9)
        body = max([*words, *notes], default=0.0) + before
        return math.ceil(max(head, body)) + theme.space(CELL_LEFT) + theme.space(8) + 6

    def sizeHint(self) -> QSize:
        """All rows at a good height."""
        _least, most = self.row_limits()
        rows = len(self.grid_model.rows)
        return QSize(600, self.horizontalHeader().sizeHint().height() + rows * (most - 5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room, and keep the place of the worker in sight."""
        super().resizeEvent(event)
        self.fit()
        if self.hasFocus():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Share out again when the words grow."""
        super().changeEvent(event)
        if event.type() in RESIZING and hasattr(self, "_row_header"):
            self.fit()

    def _on_layout_changed(self, _layout: Layout) -> None:
        self.fit()

    # -- keys and ring ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, "?" shows the keys; letters never search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.cell_opened.emit(*self.keys_at(self.currentIndex()))
        elif event.text() == "?":
            self.all_keys_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are deeds here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells first; the ring above them, last."""
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, self._ring_box(), self.theme, RADIUS_CONTROL - RING_IN)

    def _ring_box(self) -> QRectF:
        """Around the current cell, kept inside the grid."""
        reach = RING_OUT
        box = QRectF(self.visualRect(self.currentIndex())).adjusted(reach, reach, -reach, -reach - 1)
        ring = box.adjusted(-reach, -reach, reach, reach)
        return ring.intersected(QRectF(self.viewport().rect())) if ring.height() > MOST_ROW * 3 else ring

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring reaches over the edge of a cell: paint all."""
        super().currentChanged(current, previous)
        self.viewport().update()
