"""What the computer itself asks for: dark, contrast, stillness."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_GET_CLIENT_AREA_ANIMATION = 0x1042


def scheme_wanted(app: QApplication) -> str:
    """The scheme of the computer: "contrast", "dark" or "light"."""
    if has_contrast_theme(app):
        return "contrast"
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def has_contrast_theme(app: QApplication) -> bool:
    """Whether the computer shows everything in high contrast."""
    hints = app.styleHints()  # held by a name of its own: PySide lets go of what it answers otherwise
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def own_palette(app: QApplication) -> QPalette:
    """The palette of the computer, from under ours."""
    app.setPalette(QPalette())
    return app.palette()


def show_title_bar(app: QApplication, scheme: str) -> None:
    """Let the frame that the computer draws around the window follow a chosen scheme."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(scheme, Qt.ColorScheme.Unknown))


def wants_stillness() -> bool:
    """Whether the computer asks for no animation (Qt 6.11 cannot say; Windows is asked itself)."""
    if sys.platform != "win32":
        return False
    is_animated = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(is_animated), 0)
    return not is_animated.value
