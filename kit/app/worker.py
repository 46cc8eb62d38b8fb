"""Named threads for slow deeds: desk, press and wire are three of one class.

A job is work, which runs on the thread and gets no QObject, and what to do with its answer, which runs on the main
thread. KitErrors go to `failed`; anything else is a bug and reaches `sys.excepthook`. An answer for a widget that has
died is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal

from kit.domain.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


class Desk(Protocol):
    """What a page needs of a worker; Worker and InlineWorker both fit."""

    def run(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        done: Callable[[Answer], object],
        failed: Callable[[KitError], object],
    ) -> None:
        """Do the work elsewhere and hand its answer, or the error, to the owner."""

    def close(self) -> None:
        """Take no more work and end."""


@dataclass(frozen=True, slots=True)
class _Asker:
    """Who asked, and what they do with the answer. Never leaves the main thread."""

    owner: QObject
    done: Callable[[Any], object]
    failed: Callable[[KitError], object]


class _Line(QThread):
    """The thread: one job after the other, in the order they came.

    Signals:
        answered: a job ended; carries its number, its answer and its error.
    """

    answered = Signal(int, object, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._jobs: SimpleQueue[tuple[int, Callable[[], object]] | None] = SimpleQueue()

    def add(self, number: int, work: Callable[[], object]) -> None:
        """Add a job at the end."""
        self._jobs.put((number, work))

    def end(self) -> None:
        """Stop after the jobs that are there."""
        self._jobs.put(None)

    def drop(self) -> None:
        """Forget the jobs that have not begun."""
        try:
            while True:
                self._jobs.get_nowait()
        except Empty:
            return

    def run(self) -> None:
        """Until told to end."""
        while (job := self._jobs.get()) is not None:
            number, work = job
            answer, error = _outcome(work)
            del job, work
            self.answered.emit(number, answer, error)


def _outcome(work: Callable[[], object]) -> tuple[object, Exception | None]:
    """Answer and error of a job; one of them is None. The border between threads, so it catches everything."""
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - raised again on the main thread
        return None, error


class Worker(QObject):
    """A thread with a name and a queue.

    Args:
        name: what the thread is called.
        finishes: whether closing waits for the whole queue (the desk does, or a visit just saved would be lost) or
            only for the job being done (press and wire do).
    """

    def __init__(self, name: str, *, finishes: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._finishes = finishes
        self._askers: dict[int, _Asker] = {}
        self._number = 0
        self._is_closed = False
        self._line = _Line(name)
        self._line.answered.connect(self._on_answered)
        self._line.start()

    @property
    def is_busy(self) -> bool:
        """Whether a job waits or is being done."""
        return bool(self._askers)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        done: Callable[[Answer], object],
        failed: Callable[[KitError], object],
    ) -> None:
        """Do the work on the thread; after closing it is dropped."""
        refuse_objects(work)
        if self._is_closed:
            return
        self._number += 1
        self._askers[self._number] = _Asker(owner, done, failed)
        self._line.add(self._number, work)

    def close(self) -> None:
        """Finish or drop the queue, end the thread, hand over the last answers."""
        if self._is_closed:
            return
        self._is_closed = True
        if not self._finishes:
            self._line.drop()
        self._line.end()
        self._line.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self._askers.clear()

    def _on_answered(self, number: int, answer: object, error: Exception | None) -> None:
        _hand_over(self._askers.pop(number), answer, error)


def _hand_over(asker: _Asker, answer: object, error: Exception | None) -> None:
    """Give the answer to the owner if it still lives; raise what is a bug."""
    if error is not None and not isinstance(error, KitError):
        raise error
    if not shiboken6.isValid(asker.owner):
        return
    if isinstance(error, KitError):
        asker.failed(error)
    else:
        asker.done(answer)


class InlineWorker:
    """The same as Worker without a thread: for tests, and for what must be there before the first window."""

    is_busy = False

    def run(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        done: Callable[[Answer], object],
        failed: Callable[[KitError], object],
    ) -> None:
        """Do the work now."""
        refuse_objects(work)
        answer, error = _outcome(work)
        _hand_over(_Asker(owner, done, failed), answer, error)

    def close(self) -> None:
        """Nothing to end."""


def refuse_objects(work: Callable[..., object]) -> None:
    """Fail loudly if work holds a QObject: it would be touched from another thread.

    Raises:
        TypeError: a bound method, closure, default or partial carries one.
    """
    held: list[object] = [getattr(work, "__self__", None), *(getattr(work, "__defaults__", None) or ())]
    held += [cell.cell_contents for cell in getattr(work, "__closure__", None) or () if _is_filled(cell)]
    held += [*getattr(work, "args", ()), *(getattr(work, "keywords", None) or {}).values()]
    if any(isinstance(each, QObject) for each in held):
        message = "Work for another thread may hold no QObject; give it plain values."
        raise TypeError(message)


def _is_filled(cell: Any) -> bool:  # noqa: ANN401 - a closure cell has no public type
    """Whether a closure cell has a value yet."""
    try:
        _ = cell.cell_contents
    except ValueError:
        return False
    return True
