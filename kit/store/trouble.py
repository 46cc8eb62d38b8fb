"""What SQLite and the disk say, as the kit's own errors: what happened, what is safe, what to do."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kit.domain.errors import DamagedStoreError, DiskFullError, StoreBusyError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import ExceptionContext

BUSY = (
    "The records are open in another window of the kit. Nothing has been changed. "
    "Go on in that window, or close it and try again."
)
DAMAGED = (
    "The records file is damaged and cannot be read safely. It has been left exactly as it is. "
    "Do not delete it; ask whoever looks after this laptop to put back the last backup."
)
DISK_FULL = (
    "The disk is full, so this was not saved. Everything saved before is safe. "
    "Make some room on the disk and try again."
)
NOT_READABLE = (
    "The records could not be read or written just now. Everything saved before is safe. "
    "Check that the disk is connected and that you may write to it, then try again."
)

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}

# Primary result codes of SQLite (sqlite.org/rescode.html). The rest are bugs of ours and stay what they are.
_BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    5: (StoreBusyError, BUSY),  # SQLITE_BUSY
    6: (StoreBusyError, BUSY),  # SQLITE_LOCKED
    8: (StoreError, NOT_READABLE),  # SQLITE_READONLY
    10: (StoreError, NOT_READABLE),  # SQLITE_IOERR
    11: (DamagedStoreError, DAMAGED),  # SQLITE_CORRUPT
    13: (DiskFullError, DISK_FULL),  # SQLITE_FULL
    14: (StoreError, NOT_READABLE),  # SQLITE_CANTOPEN
    26: (DamagedStoreError, DAMAGED),  # SQLITE_NOTADB
}
_PRIMARY = 0xFF


def sqlite_trouble(error: BaseException) -> StoreError | None:
    """The StoreError for what the database driver raised, or None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    known = _BY_CODE.get(code & _PRIMARY) if isinstance(code, int) else None
    if known is None:
        return None
    kind, sentence = known
    return kind(sentence)


@contextmanager
def border() -> Iterator[None]:
    """Around calls to the database driver itself: what it raises leaves as a StoreError when we know it."""
    try:
        yield
    except Exception as error:
        trouble = sqlite_trouble(error)
        if trouble is None:
            raise
        raise trouble from error


def disk_trouble(error: OSError) -> StoreError:
    """The StoreError for what the operating system raised."""
    return DiskFullError(DISK_FULL) if error.errno in _NO_ROOM else StoreError(NOT_READABLE)


def translate(context: ExceptionContext) -> BaseException | None:
    """SQLAlchemy's hook for failed statements: ours when we know it, else unchanged."""
    return sqlite_trouble(context.original_exception)
