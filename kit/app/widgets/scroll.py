"""Pages that scroll: by wheel, keys, bar and finger."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScroller, QWidget


def scroll_by_touch(area: QAbstractScrollArea) -> None:
    """Let a finger move the content; the pointer still selects and presses.

    In the next turn of the loop: Qt's scroller costs a window that is being made 25 ms.
    """
    kind = QScroller.ScrollerGestureType.TouchGesture
    QTimer.singleShot(0, area, lambda: QScroller.grabGesture(area.viewport(), kind))


class ScrollArea(QScrollArea):
    """A page that is taller than the window. It is no Tab stop; what has the focus is brought into view."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setObjectName("content")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        scroll_by_touch(self)

    def minimumSizeHint(self) -> QSize:
        """As wide as the content needs; as low as it must be."""
        needed = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(needed, 80)

    def sizeHint(self) -> QSize:
        """The whole content."""
        return self._content.sizeHint()
