"""The list of families: one Tab stop, arrows move, a press or Enter opens. 500 rows are one painted widget."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kit.app.look.line import Icon, Plate, Words, paint_line, paint_plate, paint_two_lines
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.caseload_parts.rows import paint_family, paint_gap
from kit.app.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter

    from kit.app.look.theme import Theme
    from kit.app.pages.family_words import RowWords

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 62
_NOWHERE = QModelIndex()


class FamilyRows(QAbstractListModel):
    """One row of words for each family."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RowWords, ...] = ()

    def show_rows(self, rows: Sequence[RowWords]) -> None:
        """Show these families."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> RowWords | None:
        """The words of one row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many families."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The words, the name, the sentence for screen readers."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.sentence if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) else None


class _RowPainter(QStyledItemDelegate):
    """Name and child, what matters most, carers and address, a chevron."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as two lines and more than a target."""
        lines = self._theme.metrics(TextStyle.STRONG).height() + self._theme.metrics(TextStyle.NOTE).height()
        return QSize(100, max(self._theme.grow(ROW_HEIGHT), math.ceil(lines) + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Plate under the pointer, columns, hairline."""
        row: RowWords = index.data(ROW_ROLE)
        theme, box = self._theme, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_plate(painter, box.adjusted(4, 3, -4, -4), theme, Plate(Role.ACCENT_TINT))
        if index.row() < index.model().rowCount() - 1:
            line = QRectF(box.left() + theme.space(16), box.bottom() - 1, box.width() - 2 * theme.space(16), 1)
            painter.fillRect(line, theme.colour(Role.LINE))
        self._paint_columns(painter, box.adjusted(theme.space(16), 0, -theme.space(14), 0), row)
        painter.restore()

    def _paint_columns(self, painter: QPainter, box: QRectF, row: RowWords) -> None:
        """Three columns, and two where there is less room."""
        theme = self._theme
        chevron = theme.grow(18)
        paint_line(painter, box, theme, [Icon("chevron-right", 18, Role.INK3)], Qt.AlignmentFlag.AlignRight)
        room = box.adjusted(0, 0, -chevron - theme.space(12), 0)
        shares = (0.31, 0.67) if theme.layout is Layout.WIDE else (0.46, 1.0)
        first, second = (room.left() + round(room.width() * share) for share in shares)
        gap = theme.space(16)
        paint_family(painter, QRectF(room.left(), room.top(), first - room.left() - gap, room.height()), theme, row)
        end = second - gap if theme.layout is Layout.WIDE else room.right()
        paint_gap(painter, QRectF(first, room.top(), end - first, room.height()), theme, row)
        if theme.layout is Layout.WIDE:
            place = QRectF(second, room.top(), room.right() - second, room.height())
            address = row.address or "No address yet"
            note = Words(row.people or "No carers yet", TextStyle.NOTE, Role.INK2)
            paint_two_lines(painter, place, theme, [Words(address, TextStyle.BODY)], note)


class FamilyList(RowsView):
    """Every family, or those found.

    Signals:
        family_chosen: the worker wants to open one; carries its id.
    """

    family_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self.rows = FamilyRows()
        super().__init__(theme, self.rows, "Families")
        self.setItemDelegate(_RowPainter(theme, self))
        self.setUniformItemSizes(True)
        self.clicked.connect(self._open)

    def show_rows(self, rows: Sequence[RowWords]) -> None:
        """Show these families, the first as the current one."""
        self.rows.show_rows(rows)
        self.setCurrentIndex(self.rows.index(0))
        self.scrollToTop()

    def open_current(self) -> None:
        """Open the current family, as Enter in the search field does."""
        self._open(self.currentIndex())

    def _open(self, index: Index) -> None:
        if row := self.rows.row_at(index):
            self.family_chosen.emit(row.family_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are for the search field."""
