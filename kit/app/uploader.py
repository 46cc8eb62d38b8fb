"""Sending what waits, visit by visit: desk, wire, desk. It lives as long as the records are open, on every page.

The desk says what is next, the wire carries it, the desk keeps the receipt. "Being sent" is never stored: after a crash
the entry is simply still waiting, and is sent again under the same id.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kit.domain.errors import KitError, TryLaterError, UploadError
from kit.domain.outbox import Verdict
from kit.service.uploads import UploadRound, keep_receipt, next_upload

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kit.app.rooms import Rooms
    from kit.domain.outbox import Receipt, Upload
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Courier, Records

WAITS_S = (60, 120, 300, 900, 1800)
"""How long to wait after the first, second … try in a row that reached nobody."""
LONGEST_WAIT_S = 6 * 3600
"""A server may ask for patience, not for ever."""
NUDGE_MS = 500
"""A visit just closed may be followed at once by another deed."""
TICK_MS = 100
STOPPED = "You stopped sending. What was not sent waits here, safe on this laptop."


@dataclass(frozen=True, slots=True)
class _Next:
    """What the desk found: a parcel or nothing, under which settings, and how many entries wait."""

    upload: Upload | None
    settings: Settings
    waiting: int


class Uploader(QObject):
    """Walks the outbox, one round at a time. Failing is normal life: it never opens a dialog.

    Args:
        rooms: with open records.
        parent: who owns it.

    Signals:
        round_started: sending began; carries how many entries wait.
        answered: the server answered for more entries; carries how many so far, and of how many.
        round_ended: sending is over for now; carries the UploadRound.
        outbox_changed: entries were received or refused: count them again.
    """

    round_started = Signal(int)
    answered = Signal(int, int)
    round_ended = Signal(object)
    outbox_changed = Signal()

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._is_closed = False
        self._is_stopping = False
        self._is_wanted_again = False
        self._tried: frozenset[str] = frozenset()
        self._heard: list[str] = []
        self._total = self._accepted = self._refused = 0
        self._misses = 0
        self.is_running = False
        self.last_round: UploadRound | None = None
        self.last_try_at: datetime | None = None
        self.trouble: KitError | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.send_now)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @property
    def progress(self) -> tuple[int, int]:
        """How many entries were answered in this round, and of how many."""
        return self._accepted + self._refused, self._total

    @property
    def waits_s(self) -> float | None:
        """Seconds until it tries again by itself, or None."""
        return self._again.remainingTime() / 1000 if self._again.isActive() else None

    def nudge(self) -> None:
        """Something new may wait: send soon."""
        if self.is_running:
            self._is_wanted_again = True
        elif not self._is_closed:
            self._again.start(NUDGE_MS)

    def send_now(self) -> None:
        """Start a round, unless one is under way."""
        if self.is_running or self._is_closed:
            self._is_wanted_again = self.is_running
            return
        self._again.stop()
        self.is_running = True
        self._is_stopping = self._is_wanted_again = False
        self._tried, self.trouble = frozenset(), None
        self._total = self._accepted = self._refused = 0
        self.last_try_at = self._rooms.clock.now()
        self._ask_desk(self._on_begun)

    def stop(self) -> None:
        """Send no further parcel; the one on its way is waited for."""
        self._is_stopping = self.is_running

    def close(self) -> None:
        """The records are being closed: start nothing more."""
        self._is_closed = True
        self._is_stopping = True
        self._again.stop()
        self._tick.stop()

    # -- one round -------------------------------------------------------------------------------------------------

    def _ask_desk(self, done: Callable[[_Next], None]) -> None:
        work = partial(_look, self._rooms.kept, self._rooms.clock, self._tried)
        self._rooms.desk.run(self, work, done, self._on_failed)

    def _on_begun(self, found: _Next) -> None:
        self._total = found.waiting
        if found.upload and not self._is_closed:
            self.round_started.emit(self._total)
        self._on_found(found)

    def _on_found(self, found: _Next) -> None:
        if self._is_closed:
            return
        if found.upload is None or self._is_stopping:
            self._end(STOPPED if found.upload else "")
            return
        self._total = max(self._total, self.progress[0] + found.waiting)
        self._tried |= {found.upload.visit_entry_id}
        self._heard = []
        self._tick.start()
        work = partial(_send, self._rooms.courier, found.settings, found.upload, self._heard)
        self._rooms.wire.run(self, work, self._on_carried, self._on_failed)

    def _on_tick(self) -> None:
        """The wire notes what was answered; the count moves inside a parcel too."""
        answered, total = self.progress
        self.answered.emit(min(answered + len(self._heard), total), total)

    def _on_carried(self, receipt: Receipt) -> None:
        self._tick.stop()
        if not self._is_closed:
            keep = partial(keep_receipt, self._rooms.kept, receipt)
            self._rooms.desk.run(self, keep, partial(self._on_kept, receipt), self._on_failed)

    def _on_kept(self, receipt: Receipt, _nothing: None) -> None:
        if self._is_closed:
            return
        self._accepted += sum(answer.verdict is Verdict.ACCEPTED for answer in receipt.answers)
        self._refused += sum(answer.verdict is Verdict.REFUSED for answer in receipt.answers)
        self._misses = 0 if receipt.answers else self._misses
        self.answered.emit(*self.progress)
        self.outbox_changed.emit()
        if receipt.stopped:
            self._on_failed(TryLaterError(receipt.stopped))
        else:
            self._ask_desk(self._on_found)

    def _on_failed(self, error: KitError) -> None:
        """The round is over; what was not answered still waits."""
        self._tick.stop()
        if self._is_closed:
            return
        self.trouble = error
        wait_s = error.wait_s if isinstance(error, TryLaterError) else None
        if isinstance(error, TryLaterError):
            usual = WAITS_S[min(self._misses, len(WAITS_S) - 1)]
            self._misses += 1
            self._again.start(round(min(max(usual, wait_s or 0), LONGEST_WAIT_S) * 1000))
        self._end(str(error), wait_s)

    def _end(self, stopped: str, wait_s: float | None = None) -> None:
        self.is_running = False
        left = max(0, self._total - self._accepted - self._refused)
        self.last_round = UploadRound(self._accepted, self._refused, left, stopped, wait_s)
        if not stopped:
            self._misses = 0
        self.round_ended.emit(self.last_round)
        if self._is_wanted_again and not isinstance(self.trouble, UploadError):
            self.nudge()


def _look(records: Records, clock: Clock, tried: frozenset[str]) -> _Next:
    """What is next; on the desk."""
    with records:
        settings = records.settings()
        waiting = sum(entry.visit_id not in tried for entry in records.waiting())
    return _Next(next_upload(records, clock, tried), settings, waiting)


def _send(courier: Callable[[Settings], Courier], settings: Settings, upload: Upload, heard: list[str]) -> Receipt:
    """Carry one parcel; on the wire."""
    return courier(settings).send(upload, heard.append)
