"""Asking where to save a leaflet. The dialog is Qt's own, so that the hide key works in it, and remembers nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SaveDialog(QFileDialog):
    """Asks for a place for one file, starting among the worker's documents every time.

    Signals:
        place_chosen: the worker chose; carries the Path.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget, file_name: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = file_name.rpartition(".")[2]
        super().__init__(parent, f"Save as {ending.upper()}", documents, f"{ending.upper()} (*.{ending})")
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setDefaultSuffix(ending)
        self.selectFile(file_name)
        self.setHistory([])
        self.fileSelected.connect(self._on_selected)
        self.finished.connect(self._on_finished)

    def _on_selected(self, place: str) -> None:
        self.place_chosen.emit(Path(place))

    def _on_finished(self, _result: int) -> None:
        self.setHistory([])
        self.destroyed.connect(forget_places)
        self.deleteLater()


def forget_places() -> None:
    """Take back what Qt wrote down about the dialog: the last folder, and the folders before it."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/lastVisited", "FileDialog/history"):
        kept.remove(key)
