"""The clipboard, lent for half a minute: what was copied from a record is not there for the next one to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

CLEARED_AFTER_S = 30


def after(milliseconds: int, done: Callable[[], object]) -> None:
    """Call this later, on the main thread."""
    QTimer.singleShot(milliseconds, done)


class BriefClipboard(QObject):
    """Copies a text and takes it away again, unless somebody has copied something else meanwhile.

    Args:
        parent: who owns it; the text is taken away also when its page is gone.
        later: calls something after so many milliseconds.
    """

    def __init__(
        self, parent: QObject | None = None, later: Callable[[int, Callable[[], object]], object] = after
    ) -> None:
        super().__init__(parent)
        self._later = later

    def copy(self, text: str) -> None:
        """Put the text on the clipboard for half a minute."""
        QGuiApplication.clipboard().setText(text)
        self._later(CLEARED_AFTER_S * 1000, lambda: clear_if_ours(text))


def clear_if_ours(text: str) -> None:
    """Empty the clipboard if it still holds this text."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()
