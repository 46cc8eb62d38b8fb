"""The rows of the list: held for the view, said for the ear, painted for the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kit.app.look.line import Icon, Part, Plate, Words, paint_line, paint_plate, paint_two_lines, paint_words
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.library.contents import ListRow, MoreRow, ResourceRow, TopicRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kit.app.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HEIGHTS: dict[type, int] = {TopicRow: 36, ResourceRow: 57, MoreRow: 50}
_NOWHERE = QModelIndex()


class Rows(QAbstractListModel):
    """The rows, with the sentence a screen reader says for each."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[ListRow] = ()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> ListRow | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, resource_id: str) -> int:
        """Where a resource stands, or -1."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if isinstance(row, ResourceRow) and row.resource.id == resource_id), -1)

    def rowCount(self, _parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye, a sentence for the ear, the row itself for the painter."""
        row = self.row_at(index)
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.resource.title if isinstance(row, ResourceRow) else _words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence if isinstance(row, ResourceRow) else _words(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Topics are read, not chosen."""
        if isinstance(self.row_at(index), TopicRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _words(row: ListRow | None) -> str:
    if isinstance(row, TopicRow):
        return row.name
    return row.words if isinstance(row, MoreRow) else ""


class RowPainter(QStyledItemDelegate):
    """Paints a row: plate and bar when it is the open one, title over note."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """By the kind of row."""
        return QSize(100, self._theme.grow(_HEIGHTS[type(index.data(_ROW))]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, box = index.data(_ROW), QRectF(option.rect)
        state = option.state
        words = box.adjusted(self._theme.space(14), 0, -self._theme.space(8), 0)
        if isinstance(row, TopicRow):
            line = words.adjusted(0, self._theme.space(8), 0, 0)
            paint_words(painter, line, self._theme, Words(row.name, TextStyle.NOTE_STRONG, Role.INK2))
            return
        self._paint_plate(painter, box, state)
        if isinstance(row, MoreRow):
            paint_line(painter, words, self._theme, [Words(row.words, TextStyle.WORD)])
            paint_line(painter, words, self._theme, [Icon("chevron-right", 18, Role.INK3)], Qt.AlignmentFlag.AlignRight)
        elif isinstance(row, ResourceRow):
            self._paint_resource(painter, words, row)

    def _paint_plate(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        is_open = bool(state & QStyle.StateFlag.State_Selected)
        if not is_open and not state & QStyle.StateFlag.State_MouseOver:
            return
        plate = box.adjusted(0, 2, 0, -2)
        edge = Role.EDGE if self._theme.is_contrast else None
        paint_plate(painter, plate, self._theme, Plate(Role.ACCENT_TINT, edge, 2))
        if is_open:
            bar = QRectF(plate.left(), plate.top() + 9, 4, plate.height() - 18)
            paint_plate(painter, bar, self._theme, Plate(Role.ACCENT, radius=2))

    def _paint_resource(self, painter: QPainter, box: QRectF, row: ResourceRow) -> None:
        title = [Words(row.resource.title, TextStyle.STRONG)]
        if not row.is_past:
            paint_two_lines(painter, box, self._theme, title, Words(row.note, TextStyle.NOTE, Role.INK2))
            return
        first, second = self._theme.metrics(TextStyle.STRONG).height(), self._theme.metrics(TextStyle.NOTE).height()
        top = box.top() + (box.height() - first - second) / 2
        past: list[Part] = [
            Icon("calendar-clock", 16, Role.AGAIN),
            Words("Review date passed", TextStyle.NOTE, Role.AGAIN, gap=5),
        ]
        paint_line(painter, QRectF(box.left(), top, box.width(), first), self._theme, title)
        paint_line(painter, QRectF(box.left(), top + first, box.width(), second), self._theme, past)
