"""Writing a file so that after a crash it is either the old one or the new one, whole."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from kit.store.trouble import disk_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHUNK = 1 << 20
OWNER_ONLY = 0o600


def beside(path: Path, ending: str) -> Path:
    """The companion of a file: same folder, same name and this ending."""
    return path.with_name(path.name + ending)


def write_whole(path: Path, content: bytes) -> None:
    """Put this content in place of the file, readable by its owner only. Raises StoreError."""
    with _replacing(path) as new:
        new.write(content)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file that nobody writes to, and read the copy back to compare. Raises StoreError."""
    with source.open("rb") as old, _replacing(target) as new:
        while chunk := old.read(CHUNK):
            new.write(chunk)
        old.seek(0)
        new.seek(0)
        while chunk := old.read(CHUNK):
            if new.read(len(chunk)) != chunk:
                message = f"the copy {target.name} differs from what was written"
                raise OSError(message)


def make_empty(path: Path) -> None:
    """An empty file of the owner's own, in place of whatever was left there. Raises StoreError."""
    try:
        for leftover in (path, beside(path, "-wal"), beside(path, "-journal")):
            leftover.unlink(missing_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except OSError as error:
        raise disk_trouble(error) from error


def move_into_place(new: Path, path: Path) -> None:
    """Rename a finished file to its final name. Raises StoreError."""
    try:
        new.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise disk_trouble(error) from error


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut. Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    new = beside(path, ".new")
    try:
        handle = os.open(new, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), OWNER_ONLY)
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise disk_trouble(error) from error
