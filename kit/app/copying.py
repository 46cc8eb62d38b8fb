"""Copying for another program: what was copied is taken back after half a minute, if nothing else was copied since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

KEPT_MS = 30_000


def copy_for_a_while(owner: QObject, text: str) -> QTimer:
    """Put text on the clipboard; it goes with its owner or after half a minute, whichever is first."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)

    def take_back() -> None:
        if clipboard.text() == text:
            clipboard.clear()

    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(take_back)
    timer.start(KEPT_MS)
    return timer
