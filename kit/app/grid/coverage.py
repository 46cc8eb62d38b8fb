"""Who has been told what: topics down, carers across, unfilled places last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kit.app.grid.view import Grid

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from kit.app.look.theme import Theme


class CoverageGrid(Grid):
    """Shows; a press or Enter opens the history of a cell, or asks about an unfilled place.

    A press on a name, or T anywhere in its column, opens everything on record of that carer.

    Signals:
        carer_opened: the worker wants the timeline of a carer; carries the id.
    """

    carer_opened = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setCursor(Qt.CursorShape.PointingHandCursor)
        header.sectionClicked.connect(self._open_carer)

    def _open_carer(self, column: int) -> None:
        if 0 <= column < len(self.grid_model.columns) and not self.grid_model.columns[column].is_unfilled:
            self.carer_opened.emit(self.grid_model.columns[column].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T opens the timeline of the carer of this column."""
        if event.text().casefold() == "t" and self.currentIndex().isValid():
            self._open_carer(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press opens the cell it ends on, if it began there."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.cell_opened.emit(*self.keys_at(index))
