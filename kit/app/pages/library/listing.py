"""The list of resources: one Tab stop, arrows move, a press or Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal

from kit.app.look.tokens import Layout
from kit.app.pages.library.contents import ListRow, MoreRow, ResourceRow
from kit.app.pages.library.rows import Index, RowPainter, Rows
from kit.app.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from kit.app.look.theme import Theme

_STEPPING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class ResourceList(RowsView):
    """Resources under their topics, or what was found.

    Signals:
        resource_chosen: the worker wants to read one; carries its id.
        more_requested: the worker wants what is not listed now.
    """

    resource_chosen = Signal(str)
    more_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        self._rows = Rows()
        super().__init__(theme, self._rows, "Advice and guidance")
        self.setItemDelegate(RowPainter(theme, self))
        self.clicked.connect(self._on_pressed)

    def show_rows(self, rows: Sequence[ListRow], open_id: str = "") -> None:
        """Show these rows, the open resource marked if it is among them."""
        self._rows.show_rows(rows)
        self.mark(open_id)

    def mark(self, resource_id: str) -> None:
        """Mark the resource that is open, or none."""
        at = self._rows.place_of(resource_id) if resource_id else -1
        if at < 0:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._rows.index(at))

    @property
    def titles(self) -> list[str]:
        """The words of every row, in order."""
        return [str(self._rows.index(at).data()) for at in range(self._rows.rowCount())]

    def open_first(self) -> None:
        """Open the first resource, as Enter in the search field does."""
        for at in range(self._rows.rowCount()):
            if isinstance(self._rows.row_at(self._rows.index(at)), ResourceRow):
                self.setCurrentIndex(self._rows.index(at))
                self._open(self.currentIndex())
                return

    def _on_pressed(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: Index) -> None:
        row = self._rows.row_at(index)
        if isinstance(row, ResourceRow):
            self.resource_chosen.emit(row.resource.id)
        elif isinstance(row, MoreRow):
            self.more_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; where the text stands beside the list, arrows open as they go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
        is_beside = self.theme.layout is not Layout.COMPACT
        if event.key() in _STEPPING and is_beside and isinstance(self._rows.row_at(self.currentIndex()), ResourceRow):
            self._open(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first row that can be chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            at = next((at for at in range(self._rows.rowCount()) if self._can_choose(at)), -1)
            if at >= 0:
                self.selectionModel().setCurrentIndex(
                    self._rows.index(at), self.selectionModel().SelectionFlag.NoUpdate
                )

    def _can_choose(self, at: int) -> bool:
        return bool(self._rows.flags(self._rows.index(at)) & Qt.ItemFlag.ItemIsEnabled)
