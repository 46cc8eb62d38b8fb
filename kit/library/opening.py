"""Opening a library file so that nothing can be written to it, from any thread."""

from __future__ import annotations

import sqlite3
import threading
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kit.domain.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "4"
"""Which tables the file has and how they are packed; raised with every change, and no other file is opened."""

FIRST_SENSITIVE = 1_000_000
"""Row numbers of variants from here on belong to sensitive resources, so that the index itself leaves them out."""


def open_read_only(file: Path) -> sqlite3.Connection:
    """A connection that never writes, locks or looks for a journal: the file is replaced whole or not at all."""
    path = file.absolute().as_posix()
    address = quote(path if path.startswith("/") else f"/{path}")
    # One thread uses it; another may close it.
    return sqlite3.connect(f"file://{address}?mode=ro&immutable=1", uri=True, check_same_thread=False)


class LibraryFile:
    """One library file with a connection for each thread that asks; every failure is a ContentError.

    Opened before the first window, so that a kit that is not whole says so at once. What is in it is read by the shelf.

    Attributes:
        about: what the file says of itself.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._own = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self.about: dict[str, str] = dict(self.rows("SELECT key, value FROM about"))
        if self.about.get("format") != FORMAT:
            reason = "another version of the kit made it"
            raise self.unreadable(reason)

    @property
    def built_on(self) -> date:
        """The newest `written_on` in it."""
        return date.fromisoformat(self.about["built_on"])

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Every row of the answer."""
        try:
            return self._connection().execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise self.unreadable(str(error)) from error

    def unreadable(self, reason: str) -> ContentError:
        """What a worker is told when the file is of no use."""
        return ContentError(
            f"The library of advice cannot be read: {reason} ({self._path.name}). "
            "Your records are not affected. Please install the kit again."
        )

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._connections:
            self._connections.pop().close()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = open_read_only(self._path)
            self._connections.append(connection)
        return connection
