"""Lucide icons, drawn once for each name, size, colour and screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor


class Icons:
    """The icon files of one folder as pixmaps. A name that has no file is a bug and says so."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
        """The icon `size` logical pixels wide, sharp on a screen with this device ratio."""
        key = (name, size, colour.rgb(), ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, size, colour.name(), ratio)
        return self._drawn[key]

    def _draw(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        """Draw one icon in one colour."""
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not needed before the first icon

        source = self._source(name).replace(b"currentColor", colour.encode())
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
        return pixmap

    def _source(self, name: str) -> bytes:
        """The text of one icon file."""
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_bytes()
        return self._sources[name]
