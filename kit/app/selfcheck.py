"""Whether a window can open here: fonts, icons, colours, one frame on the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kit.app.application import start_desktop
from kit.app.widgets.neutral import neutral_page
from kit.app.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from kit.service.ports import Library


def show_once(resources: Path, library: Library) -> str:
    """Open a window with the neutral page, let it paint itself, close it; say what it was shown by.

    Raises:
        ContentError: a font is missing or damaged.
    """
    desktop = start_desktop(sys.argv[:1], resources)
    window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
    window.show_page(neutral_page(desktop.theme, library))
    window.resize(1366, 688)
    window.painted.connect(window.close_now)
    window.show()
    seen = window.grab()
    desktop.app.exec()
    return f"{seen.width()} by {seen.height()}, {desktop.app.platformName()}"
