"""Who has been told what: topics down, carers across, unfilled places last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kit.app.grid.view import Grid

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class CoverageGrid(Grid):
    """Shows; a press or Enter opens the history of a cell, or asks about an unfilled place."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press opens the cell it ends on, if it began there."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.cell_opened.emit(*self.keys_at(index))
