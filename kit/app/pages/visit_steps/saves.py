"""Saving the draft at every touch, one save after the other, so that the newest is the one that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kit.service.visits import keep_draft

if TYPE_CHECKING:
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError
    from kit.domain.visit import VisitDraft


class Saves(QObject):
    """Hands every draft to the desk at once, which takes them in order: a page that is closed loses nothing.

    Signals:
        state_changed: whether everything is kept has changed.
        failed: the newest draft could not be kept; carries the KitError.
    """

    state_changed = Signal()
    failed = Signal(object)

    def __init__(self, rooms: Rooms, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._number = 0
        self._answered = 0
        self._has_failed = False

    @property
    def is_under_way(self) -> bool:
        """Whether the answer to the newest save is still to come."""
        return self._answered < self._number

    @property
    def is_kept(self) -> bool:
        """Whether the newest draft is on the desk's file."""
        return not self.is_under_way and not self._has_failed

    def keep(self, draft: VisitDraft) -> None:
        """Save this draft after those before it."""
        self._number += 1
        records, number = self._rooms.kept, self._number
        self.state_changed.emit()
        self._rooms.desk.run(
            self,
            lambda: keep_draft(records, draft),
            lambda _kept: self._on_answered(number),
            lambda error: self._on_answered(number, error),
        )

    def _on_answered(self, number: int, error: KitError | None = None) -> None:
        """Only the newest answer counts: it holds everything the earlier ones held."""
        if number < self._number:
            return
        self._answered, self._has_failed = number, error is not None
        self.state_changed.emit()
        if error:
            self.failed.emit(error)
