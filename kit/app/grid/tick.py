"""Ticking what was given: resources down, who is here across."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QGestureEvent, QTapAndHoldGesture

from kit.app.grid.cells import ANSWERS, CellKind, ColumnKind, GridDeed
from kit.app.grid.delegate import BOX, MORE_WIDTH
from kit.app.grid.view import Grid
from kit.app.look.line import Words, width_of
from kit.app.look.tokens import Layout, TextStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent

    from kit.app.grid.model import Index
    from kit.app.look.theme import Theme

_KEYS = {
    Qt.Key.Key_Space: GridDeed.GIVEN,
    Qt.Key.Key_1: GridDeed.SHOWED_ME,
    Qt.Key.Key_2: GridDeed.TOLD_ME,
    Qt.Key.Key_3: GridDeed.NOT_YET,
    Qt.Key.Key_N: GridDeed.NOT_GIVEN,
    Qt.Key.Key_B: GridDeed.BOTH,
    Qt.Key.Key_S: GridDeed.SHOW,
    Qt.Key.Key_Return: GridDeed.MORE,
    Qt.Key.Key_Enter: GridDeed.MORE,
    Qt.Key.Key_Menu: GridDeed.MORE,
}
_ROW_DEEDS = {ColumnKind.SHOW: GridDeed.SHOW, ColumnKind.BOTH: GridDeed.BOTH}


LEAST_ROWS = 2
"""Seen where there is little room, so that who is not here can stand under the grid."""
_STAYING = frozenset(
    {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}
)
"""Reasons to lose the focus that do not leave the cell."""


class TickGrid(Grid):
    """Says what the worker did; the page changes the cells.

    Signals:
        deed_requested: a key, press or finger; carries the keys of row and column and the GridDeed.
        asking_left: the worker went away from a cell that asked how well it was understood.
    """

    deed_requested = Signal(str, str, object)
    asking_left = Signal(str, str)
    row_style = TextStyle.STRONG
    is_tick_grid = True
    least_row = 56

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._held = False
        self.viewport().grabGesture(Qt.GestureType.TapAndHoldGesture)

    def least_carer_width(self, at: int) -> int:
        """Room for three answers too."""
        widest = max(width_of(self.theme, [Words(mark.word, TextStyle.NOTE)]) for _deed, mark in ANSWERS)
        return max(super().least_carer_width(at), round(3 * (widest + 6)) + 2)

    def fit(self) -> None:
        """Without the column for both where there is little room; its key stays."""
        for at, column in enumerate(self.grid_model.columns):
            is_narrow = self.theme.layout is Layout.COMPACT
            self.setColumnHidden(at, column.kind is ColumnKind.BOTH and is_narrow)
        super().fit()
        if self.theme.layout is Layout.COMPACT:
            rows = min(len(self.grid_model.rows), LEAST_ROWS)
            self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + rows * self.row_limits()[0])

    def row_limits(self) -> tuple[int, int]:
        """High enough for three answers with a mark over each."""
        least, most = super().row_limits()
        least = max(least, self.theme.space(self.least_row))
        return least, max(least, most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters are deeds, here only."""
        deed = _KEYS.get(Qt.Key(event.key()))
        has_modifier = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if deed is None or has_modifier or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        if deed in (GridDeed.GIVEN, GridDeed.MORE):
            deed = _ROW_DEEDS.get(self._column_kind(self.currentIndex()), deed)
        self._request(self.currentIndex(), deed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a press."""
        self._held = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a press: what it means depends on the cell and on where it ended."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        is_press = event.button() == Qt.MouseButton.LeftButton and not self._held
        if is_press and index.isValid() and index == self.currentIndex():
            self._request(index, self._deed_at(index, point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The other mouse button and the menu key open the rest."""
        if self.currentIndex().isValid():
            self._request(self.currentIndex(), GridDeed.MORE)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """A long press opens the rest."""
        if event.type() == QEvent.Type.Gesture:
            gesture = cast("QGestureEvent", event).gesture(Qt.GestureType.TapAndHoldGesture)
            if isinstance(gesture, QTapAndHoldGesture) and gesture.state() == Qt.GestureState.GestureFinished:
                self._on_held(self.viewport().mapFromGlobal(gesture.position().toPoint()))
        return super().viewportEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Leaving a cell that asks means: not checked."""
        super().currentChanged(current, previous)
        self._leave(previous)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the grid leaves the cell; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self._leave(self.currentIndex())

    def _leave(self, index: Index) -> None:
        if index.isValid() and self._kind(index) is CellKind.ASKING:
            self.asking_left.emit(*self.keys_at(index))

    def _on_held(self, point: QPoint) -> None:
        self._held = True
        index = self.indexAt(point)
        if index.isValid():
            self.setCurrentIndex(index)
            self._request(index, GridDeed.MORE)

    def _deed_at(self, index: Index, point: QPoint) -> GridDeed:
        """What a press at this point asks for."""
        box = self.visualRect(index)
        kind = self._kind(index)
        if self._column_kind(index) is not ColumnKind.CARER:
            return _ROW_DEEDS[self._column_kind(index)]
        if kind is CellKind.ASKING:
            third = min(2, max(0, (point.x() - box.left()) * 3 // max(1, box.width())))
            return ANSWERS[third][0]
        if kind is CellKind.BOX and not self._is_at_more(box, point):
            return GridDeed.GIVEN
        return GridDeed.MORE

    def _is_at_more(self, box: QRect, point: QPoint) -> bool:
        """Whether a press is on the "…" at the end of a cell."""
        return box.width() > 4.5 * self.theme.grow(BOX) and point.x() > box.right() - MORE_WIDTH

    def _kind(self, index: Index) -> CellKind:
        return self.grid_model.cell(index.row(), index.column()).kind

    def _column_kind(self, index: Index) -> ColumnKind:
        return self.grid_model.columns[index.column()].kind

    def _request(self, index: Index, deed: GridDeed) -> None:
        self.deed_requested.emit(*self.keys_at(index), deed)
