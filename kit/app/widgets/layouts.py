"""Columns, rows and flowing text whose spaces follow the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QLayoutItem, QWidget

from kit.app.look.tokens import Layout

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
ANY_WIDTH = 16777215
"""A widget with this largest width has none: Qt calls it QWIDGETSIZE_MAX, and PySide leaves it out."""


class _Line(QBoxLayout):
    """A row or a column; spaces and margins are given at 100 %."""

    def __init__(
        self, theme: Theme, direction: QBoxLayout.Direction, space: int, margins: Margins, parent: QWidget | None
    ) -> None:
        super().__init__(direction, parent)
        self._theme = theme
        self._space = space
        self._margins = margins
        theme.text_size_changed.connect(self._on_text_size_changed)
        self._on_text_size_changed()

    def add(self, *items: QWidget | QLayout | int | None, stretch: int = 0) -> None:
        """Add widgets, layouts, spaces in pixels, or None for all the free room."""
        for item in items:
            if item is None:
                self.addStretch(1)
            elif isinstance(item, int):
                self.addSpacing(self._theme.space(item))
            elif isinstance(item, QWidget):
                self.addWidget(item, stretch)
            else:
                self.addLayout(item, stretch)

    def _on_text_size_changed(self) -> None:
        self.setSpacing(self._theme.space(self._space))
        self.setContentsMargins(*(self._theme.space(each) for each in self._margins))


class Column(_Line):
    """Things under each other."""

    def __init__(
        self, theme: Theme, space: int = 12, margins: Margins = NO_MARGINS, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QBoxLayout.Direction.TopToBottom, space, margins, parent)


class Row(_Line):
    """Things beside each other."""

    def __init__(
        self, theme: Theme, space: int = 8, margins: Margins = NO_MARGINS, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QBoxLayout.Direction.LeftToRight, space, margins, parent)


class Sides(_Line):
    """A main column and a side column; the side goes under where the window is not wide."""

    def __init__(self, theme: Theme, space: int = 24) -> None:
        super().__init__(theme, QBoxLayout.Direction.LeftToRight, space, NO_MARGINS, None)
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_layout_changed(theme.layout)

    def _on_layout_changed(self, layout: Layout) -> None:
        is_wide = layout is Layout.WIDE
        self.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)


class Flow(QLayout):
    """Things beside each other that go on in the next line when there is no more room, as words do."""

    def __init__(self, theme: Theme, space: int = 8, line_space: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._space = space
        self._line_space = line_space
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Keep an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One item, or None past the end, which is how Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None of its own."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the lines at this width."""
        return self._place(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items where they belong."""
        super().setGeometry(rect)
        self._place(rect, is_moving=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self._theme.space(self._space) * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, is_moving: bool) -> int:
        """Go along the items, starting a new line where one is full; answers the height used."""
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._shown():
            size = _size_of(item, rect.width())
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line_height = rect.x(), y + line_height + self._theme.space(self._line_space), 0
            if is_moving:
                width = min(size.width(), max(rect.width(), item.minimumSize().width()))
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += size.width() + self._theme.space(self._space)
            line_height = max(line_height, size.height())
        return y + line_height - rect.y()


def _size_of(item: QLayoutItem, room: int) -> QSize:
    """The size of an item; one that is wider than the room and can wrap takes more lines."""
    size = item.sizeHint()
    if size.width() > room and item.hasHeightForWidth():
        return QSize(room, item.heightForWidth(room))
    return size


def set_shown(widget: QWidget, *, is_shown: bool) -> None:
    """Show or hide a part that may not be in its place yet.

    Shown without a parent it would be a window of its own for a moment, and take the keys from the real one.
    """
    if widget.parentWidget() or not is_shown:
        widget.setVisible(is_shown)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let the widgets go.

    Whoever had the keys in one of them keeps them where it stood: Qt would hand them to a button far away.
    """
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            if _has_keys(widget) and (ground := layout.parentWidget()):
                ground.setFocus(Qt.FocusReason.OtherFocusReason)
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)
            inner.deleteLater()


def _has_keys(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
