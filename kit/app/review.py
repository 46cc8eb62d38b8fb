"""The record of a family for a review, as a PDF: written on the desk, laid out on the press, saved where asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kit.app.pages.leaflet.saving import SaveDialog
from kit.app.printing import save_pdf
from kit.service.review_paper import order_review

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError
    from kit.domain.leaflet import Leaflet, LeafletOrder
    from kit.service.review_paper import Span


class ReviewPaper(QObject):
    """Makes one record.

    Signals:
        said: how it went, in one sentence.
    """

    said = Signal(str)

    def __init__(self, rooms: Rooms, page: QWidget) -> None:
        super().__init__(page)
        self._rooms, self._page = rooms, page
        self.leaflet: Leaflet | None = None

    def make(self, family_id: str, span: Span) -> None:
        """Write it and lay it out; then ask where to save it."""
        records, library, press, clock = self._rooms.kept, self._rooms.library, self._rooms.press, self._rooms.clock
        self._rooms.desk.run(
            self,
            lambda: order_review(records, library, press, clock, family_id, span),
            self._on_ordered,
            self._on_failed,
        )

    def _on_ordered(self, order: LeafletOrder) -> None:
        press = self._rooms.press
        self._rooms.press_line.run(self, lambda: press.make(order), self._on_made, self._on_failed)

    def _on_made(self, leaflet: Leaflet) -> None:
        self.leaflet = leaflet
        dialog = SaveDialog(self._page, leaflet.file_name)
        dialog.place_chosen.connect(self.save_to)
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Save it there."""
        if leaflet := self.leaflet:
            self._rooms.press_line.run(self, lambda: save_pdf(leaflet, target), self._on_saved, self._on_failed)

    def _on_saved(self, _target: Path) -> None:
        self.said.emit("Saved. It is not encrypted there: move it to the record system, then delete it.")

    def _on_failed(self, error: KitError) -> None:
        self.said.emit(str(error))
