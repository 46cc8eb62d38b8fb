"""Sticky headers: names across, topics down, each with a note."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QHeaderView, QWidget

from kit.app.grid.cells import ColumnKind, GridColumn, GridRow
from kit.app.grid.model import CELL_ROLE
from kit.app.look.line import Icon, Part, Words, paint_line, paint_two_lines, width_of
from kit.app.look.tokens import Layout, Role, TextStyle

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

LEFT = 16
ROW_HEADER_WIDTH = 184
CELL_LEFT = 13
"""From the edge of a cell to its mark."""


class ColumnHeader(QHeaderView):
    """Names of carers with what they are to whom."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Two lines; one in the compact layout."""
        theme = self._theme
        height = theme.metrics(TextStyle.STRONG).height()
        if theme.layout is not Layout.COMPACT:
            height += theme.metrics(TextStyle.NOTE).height()
        return QSize(super().sizeHint().width(), math.ceil(height) + theme.space(22))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Name over note, hairline under both."""
        column = self.model().headerData(logical_index, Qt.Orientation.Horizontal, CELL_ROLE)
        painter.save()
        self._paint_words(painter, rect, column)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour(Role.LINE))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, column: GridColumn) -> None:
        box = QRectF(rect)
        if column.kind is ColumnKind.SHOW:
            return
        if column.kind is ColumnKind.BOTH:
            words = Words(column.title, TextStyle.STRONG)
            paint_line(painter, box, self._theme, [words], Qt.AlignmentFlag.AlignHCenter)
            return
        name, note = title_of(column, self._theme.layout)
        line: list[Part] = [Words(name, TextStyle.STRONG, Role.INK2 if column.is_unfilled else Role.INK)]
        if self.sectionsClickable() and not column.is_unfilled:
            line.append(Icon("history", 16, Role.ACCENT))
        inner = box.adjusted(self._theme.space(CELL_LEFT), 0, -4, 0)
        paint_two_lines(painter, inner, self._theme, line, Words(note, TextStyle.NOTE, Role.INK2))


def title_of(column: GridColumn, layout: Layout) -> tuple[str, str]:
    """Name and note, or one short line in the compact layout."""
    return (column.short or column.title, "") if layout is Layout.COMPACT else (column.title, column.note)


def width_on_two_lines(theme: Theme, title: str, style: TextStyle) -> float:
    """The narrowest width in which a title has two lines."""
    words = title.split()
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    metrics = theme.metrics(style)
    return min(max(metrics.horizontalAdvance(each) for each in split) for split in splits) + 1


class RowHeader(QHeaderView):
    """Topics or resources; in a tick grid with a note, and on two lines in the compact layout."""

    def __init__(self, theme: Theme, parent: QWidget, style: TextStyle) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._style = style
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """As wide as the longest words, and at least 184."""
        return QSize(self._width(), super().sizeHint().height())

    def _rows(self) -> list[GridRow]:
        model = self.model()
        if model is None:
            return []
        return [model.headerData(at, Qt.Orientation.Vertical, CELL_ROLE) for at in range(model.rowCount())]

    def _width(self) -> int:
        theme = self._theme
        rows = self._rows()
        titles = [width_of(theme, [Words(row.title, self._style)]) for row in rows]
        if self._wraps():
            titles = [width_on_two_lines(theme, row.title, self._style) for row in rows]
        notes = [width_of(theme, [Words(self._note_of(row), TextStyle.NOTE)]) for row in rows]
        return max(ROW_HEADER_WIDTH, math.ceil(max([*titles, *notes], default=0)) + theme.space(LEFT) + 12)

    def _wraps(self) -> bool:
        """Long titles go on two lines where there is little room."""
        return self._style is TextStyle.STRONG and self._theme.layout is Layout.COMPACT

    def _note_of(self, row: GridRow) -> str:
        """Notes are for the wide layout."""
        return row.note if self._theme.layout is Layout.WIDE else ""

    def lines(self) -> int:
        """How many lines a row needs."""
        return 2 if self._wraps() or any(self._note_of(row) for row in self._rows()) else 1

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Title over note, hairline under both but the last."""
        row = self.model().headerData(logical_index, Qt.Orientation.Vertical, CELL_ROLE)
        box = QRectF(rect).adjusted(self._theme.space(LEFT), 0, -8, 0)
        painter.save()
        if self._wraps():
            self._paint_wrapped(painter, box, row.title)
        else:
            note = Words(self._note_of(row), TextStyle.NOTE, Role.INK2)
            paint_two_lines(painter, box, self._theme, [Words(row.title, self._style)], note)
        if logical_index < self.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour(Role.LINE))
        painter.restore()

    def _paint_wrapped(self, painter: QPainter, box: QRectF, title: str) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._theme.font(self._style))
        painter.setPen(self._theme.colour(Role.INK))
        painter.drawText(box, title, option)
