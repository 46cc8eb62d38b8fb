"""Paints every cell of both grids; what a cell is comes from the model alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kit.app.grid.cells import ANSWERS, CellKind, GridCell, GridColumn
from kit.app.grid.headers import CELL_LEFT
from kit.app.grid.model import CELL_ROLE, Index
from kit.app.look.line import (
    Icon,
    Part,
    Plate,
    Sign,
    Words,
    height_of,
    paint_line,
    paint_plate,
    paint_two_lines,
    width_of,
)
from kit.app.look.marks import Mark, paint_mark
from kit.app.look.tokens import RADIUS_CONTROL, Role, TextStyle
from kit.app.widgets.check import paint_check_box

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme

GAP = 3
"""Between the edge of a cell and its tint."""
BOX = 26
MORE_WIDTH = 44


class CellDelegate(QStyledItemDelegate):
    """One painter for each kind of cell.

    Args:
        theme: the theme.
        parent: the grid.
        is_tick_grid: marks stand in the middle of the height, in line with the boxes.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, is_tick_grid: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_tick_grid = is_tick_grid
        self._painters = {
            CellKind.BOX: self._paint_box,
            CellKind.CHECKED: self._paint_checked,
            CellKind.ASKING: self._paint_asking,
            CellKind.SHOW: self._paint_show,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Hairline, then the cell."""
        painter.save()
        cell: GridCell = index.data(CELL_ROLE)
        column = index.model().headerData(index.column(), Qt.Orientation.Horizontal, CELL_ROLE)
        box = QRectF(option.rect)
        if column.is_unfilled:
            self._paint_unfilled(painter, box, cell, column)
        else:
            if index.row() < index.model().rowCount() - 1:
                line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
                painter.fillRect(line, self._theme.colour(Role.LINE))
            inner = box.adjusted(GAP, GAP, -GAP, -GAP - 1)
            is_lit = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._painters.get(cell.kind, self._paint_state)(painter, inner, cell)
            self._paint_more(painter, inner, cell, is_lit=is_lit)
        painter.restore()

    def _left(self) -> int:
        return self._theme.space(CELL_LEFT) - GAP

    def _paint_state(self, painter: QPainter, box: QRectF, cell: GridCell) -> None:
        """Tint if it asks for a person, mark, word, note."""
        ground = self._paint_tint(painter, box, cell)
        mark = cell.mark or Mark.NOT_DUE
        strong = mark is not Mark.NOT_DUE
        words = Words(cell.words, TextStyle.STRONG if strong else TextStyle.BODY, Role.INK if strong else Role.INK3)
        note = Words(cell.note, TextStyle.NOTE, Role.INK2)
        size = self._theme.grow(20)
        left = self._left() + (self._theme.grow(5) if self._is_tick_grid else 0)
        indent = left + size + self._theme.grow(13 if self._is_tick_grid else 9)
        first = height_of(self._theme, [words])
        under = self._theme.metrics(TextStyle.NOTE).height() if cell.note else 0
        top = box.center().y() - size / 2
        if not self._is_tick_grid:
            top = box.center().y() - (first + under) / 2 + (first - size) / 2
        paint_mark(painter, QRectF(box.left() + left, top, size, size), mark, self._theme, ground=ground)
        paint_two_lines(painter, box.adjusted(indent, 0, -4, 0), self._theme, [words], note)

    def _paint_tint(self, painter: QPainter, box: QRectF, cell: GridCell) -> Role:
        """The tint, an outline in the contrast theme; answers what shows through the mark."""
        if not cell.tint:
            return Role.SURFACE
        outline = Role.EDGE if self._theme.is_contrast else None
        paint_plate(painter, box, self._theme, Plate(cell.tint, outline, 2))
        return cell.tint

    def _paint_box(self, painter: QPainter, box: QRectF, cell: GridCell, *, is_checked: bool = False) -> None:
        """A box where the marks stand; in the middle of a column of its own."""
        size = self._theme.grow(BOX)
        is_narrow = box.width() < 4.5 * size
        left = (box.width() - size) / 2 if is_narrow else self._left() + self._theme.grow(2)
        place = QRectF(round(box.left() + left), round(box.center().y() - size / 2), size, size)
        paint_check_box(painter, place, self._theme, is_checked=is_checked)
        del cell

    def _paint_checked(self, painter: QPainter, box: QRectF, cell: GridCell) -> None:
        self._paint_box(painter, box, cell, is_checked=True)

    def _paint_asking(self, painter: QPainter, box: QRectF, _cell: GridCell) -> None:
        """Three answers, mark over word, in a blue frame."""
        paint_plate(painter, box, self._theme, Plate(Role.SURFACE, Role.ACCENT, 2))
        for number, (_deed, mark) in enumerate(ANSWERS):
            third = QRectF(box.left() + number * box.width() / 3, box.top(), box.width() / 3, box.height())
            if number:
                rule = QRectF(round(third.left()), box.top() + 9, 1, box.height() - 18)
                painter.fillRect(rule, self._theme.colour(Role.LINE))
            self._paint_answer(painter, third, mark)

    def _paint_answer(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        theme, size = self._theme, self._theme.grow(20)
        words = Words(mark.word, self._answer_style(box.width() - 8))
        line = height_of(theme, [words])
        top = box.center().y() - (size + line) / 2
        paint_mark(painter, QRectF(box.center().x() - size / 2, top, size, size), mark, theme)
        under = QRectF(box.left() + 1, top + size, box.width() - 2, line)
        paint_line(painter, under, theme, [words], Qt.AlignmentFlag.AlignHCenter)

    def _answer_style(self, room: float) -> TextStyle:
        """Bold where all three fit, so that they are alike."""
        widths = [width_of(self._theme, [Words(mark.word, TextStyle.NOTE_STRONG)]) for _deed, mark in ANSWERS]
        return TextStyle.NOTE_STRONG if max(widths) <= room else TextStyle.NOTE

    def _paint_show(self, painter: QPainter, box: QRectF, _cell: GridCell) -> None:
        """A button in the cell; the whole cell is the target."""
        height = min(float(self._theme.target()), box.height() - 4)
        button = QRectF(box.left() + 4, round(box.center().y() - height / 2), box.width() - 8, height)
        paint_plate(painter, button, self._theme, Plate(Role.SURFACE, Role.EDGE, self._theme.edge))
        paint_line(painter, button, self._theme, show_line(), Qt.AlignmentFlag.AlignHCenter)

    def _paint_more(self, painter: QPainter, box: QRectF, cell: GridCell, *, is_lit: bool) -> None:
        """The "…" at the end of a cell under the pointer: ways, not given, note."""
        if not (self._is_tick_grid and is_lit and cell.kind in (CellKind.STATE, CellKind.BOX)):
            return
        if box.width() > 4.5 * self._theme.grow(BOX):
            icon = [Icon("ellipsis", 20, Role.INK2)]
            paint_line(painter, box.adjusted(0, 0, -10, 0), self._theme, icon, Qt.AlignmentFlag.AlignRight)

    def _paint_unfilled(self, painter: QPainter, box: QRectF, cell: GridCell, column: GridColumn) -> None:
        """One dashed box down the column: mark, state, when last asked, what to do."""
        theme = self._theme
        inner = box.adjusted(GAP + 0.5, GAP + 0.5, -GAP - 4.5, -GAP - 4.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Role.EDGE), max(1.5, theme.edge), Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour(Role.CANVAS))
        painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
        word = Words(cell.words, TextStyle.STRONG)
        lines = [word, Words(cell.note, TextStyle.NOTE, Role.INK2), Words(column.deed, TextStyle.STRONG, Role.ACCENT)]
        sizes = [theme.grow(34), *(height_of(theme, [each]) for each in lines[:2]), theme.grow(46)]
        top = inner.center().y() - sum(sizes) / 2
        sign = Sign(cell.mark or Mark.NOT_KNOWN, 24, ground=Role.CANVAS)
        parts: list[Part] = [sign, *lines]
        for part, height in zip(parts, sizes, strict=True):
            row = QRectF(inner.left() + 4, top, inner.width() - 8, height)
            paint_line(painter, row, theme, [part], Qt.AlignmentFlag.AlignHCenter)
            top += height


def show_line() -> tuple[Icon, Words]:
    """What stands on a show button."""
    return Icon("monitor", 20, Role.INK2), Words("Show", TextStyle.WORD)
