"""One window of the kit at a time: a lock the operating system lets go of by itself when the kit dies."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from kit.domain.errors import StoreBusyError
from kit.store.files import OWNER_ONLY
from kit.store.trouble import BUSY, disk_trouble

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Holds a lock file from making to `release`. The file stays behind; only the lock on it counts.

    Raises:
        StoreBusyError: another window of the kit holds it.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        except OSError as error:
            raise disk_trouble(error) from error
        try:
            _seize(self._handle)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._handle)
            raise StoreBusyError(BUSY) from error
        except OSError as error:
            os.close(self._handle)
            raise disk_trouble(error) from error

    def release(self) -> None:
        """Let go; again is harmless."""
        with contextlib.suppress(OSError):
            os.close(self._handle)
        self._handle = -1
