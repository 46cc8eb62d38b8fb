"""From nothing to the lock window on the screen, against a bare PySide6 window: whole processes, the best of many."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from bench.figures import Figure, once_ms
from bench.households import new_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TURNS = 9

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window("Home Visit Kit")
window.resize(1366, 688)
window.show()
app.exec()
"""
LOCKED = "import sys; from kit import start; sys.exit(start.main(practice=False, is_shown_once=True))"


def figures(folder: Path) -> Iterator[Figure]:
    """One figure."""
    new_records(folder / "records.kit").close()
    variables = {**os.environ, "KIT_HOME": str(folder)}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody starts an application without its compiled modules
    locked, bare = (
        partial(subprocess.run, [sys.executable, "-c", script], check=True, env=variables) for script in (LOCKED, BARE)
    )
    pairs = [(once_ms(locked), once_ms(bare)) for _ in range(TURNS)]
    yield Figure("start to lock window", min(p[0] for p in pairs), "bare PySide6 window", min(p[1] for p in pairs), 1.5)
