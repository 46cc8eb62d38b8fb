"""Qt started once: fonts, theme, watches, and the one hook for what nobody foresaw."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kit.app.hide import HideKey
from kit.app.look.fonts import load_fonts
from kit.app.look.icons import Icons
from kit.app.look.theme import Scheme, Theme
from kit.app.widgets.focus import InputWatch
from kit.app.window import TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

STYLE = "Fusion"
"""The one style of Qt that looks the same everywhere."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desktop:
    """What every window and page is made with.

    Attributes:
        app: Qt.
        theme: colours, sizes, layout.
        watch: whether the worker goes by keys or by pointer.
        hide_key: Shift three times.
    """

    app: QApplication
    theme: Theme
    watch: InputWatch
    hide_key: HideKey


def start_desktop(
    arguments: Sequence[str], resources: Path, *, scheme: str = "system", text_percent: int = 100
) -> Desktop:
    """Start Qt with the kit's fonts and theme.

    Raises:
        ContentError: a font is missing or damaged.
    """
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)  # noqa: FBT003 - Qt's signature
    # Not by setStyle: it answers with a QStyle, and that costs the first window 4 ms.
    app = QApplication([*arguments, "-style", STYLE])
    app.setApplicationName(TITLE)
    app.setApplicationDisplayName(TITLE)
    return _dress(app, resources, scheme=scheme, text_percent=text_percent)


def dress(app: QApplication, resources: Path, *, scheme: str = "system", text_percent: int = 100) -> Desktop:
    """Give an application that is already there the kit's style, fonts and theme."""
    app.setStyle(STYLE)
    return _dress(app, resources, scheme=scheme, text_percent=text_percent)


def _dress(app: QApplication, resources: Path, *, scheme: str, text_percent: int) -> Desktop:
    load_fonts(resources / "fonts")
    theme = Theme(app, Icons(resources / "icons"))
    theme.choose_text_size(text_percent)
    theme.choose_scheme(Scheme(scheme))
    return Desktop(app, theme, InputWatch(app), HideKey(app))


def catch_the_unforeseen(told: Callable[[str], object]) -> None:
    """Log every exception nobody foresaw and tell the worker in one sentence; never a traceback on screen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unforeseen", exc_info=(kind, error, trace))
        told("Something unexpected happened. What you saved is safe. Go on, or close the kit and open it again.")

    sys.excepthook = hook
