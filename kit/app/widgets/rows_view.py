"""A list of painted rows: one Tab stop, a press or Enter opens, and a ring around the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView

from kit.app.look.tokens import RADIUS_CONTROL
from kit.app.widgets.focus import RING_IN, paint_ring
from kit.app.widgets.scroll import scroll_by_touch

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from kit.app.look.theme import Theme


class RowsView(QListView):
    """Rows of a model, painted by a delegate, as wide as the view."""

    def __init__(self, theme: Theme, rows: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        scroll_by_touch(self)
        theme.text_size_changed.connect(self.scheduleDelayedItemsLayout)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ring moves."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, then the ring around the current one."""
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.visualRect(self.currentIndex()))
            paint_ring(painter, box, self.theme, RADIUS_CONTROL - RING_IN)
