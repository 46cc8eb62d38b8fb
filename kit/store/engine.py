"""Opens the encrypted file, refuses anything that is not encrypted, and runs one transaction at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from kit.domain.errors import CipherMissingError, DamagedStoreError
from kit.store.trouble import DAMAGED, border, disk_trouble, translate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from sqlalchemy import Connection, Engine, Executable, RootTransaction, Row

    from kit.store.key import FileKey
    from kit.store.lock import FileLock

NO_CIPHER = (
    "This copy of the kit cannot encrypt, so it will not open or make any records. Your records are untouched. "
    "Please install the kit again."
)
NOT_ENCRYPTED = (
    "The records file is not encrypted, so the kit will not use it. It has been left exactly as it is. "
    "Ask whoever looks after this laptop to put back the last backup."
)
STRANGERS = (
    "The records file is damaged, or the key file belongs to other records. Both have been left exactly as they are. "
    "Ask whoever looks after this laptop to put back both files from the same backup."
)

PLAIN_HEADER = b"SQLite format 3\x00"
BUSY_S = 2.0

_BEFORE_KEY = (
    "cipher_log_level = NONE",  # else it writes to standard error; what went wrong reaches us as a code
    "cipher_memory_security = ON",
)
_AFTER_KEY = (
    "locking_mode = EXCLUSIVE",  # with WAL: no shared memory file, so that it also works on a network drive
    "temp_store = MEMORY",  # nothing spills into a readable temporary file
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "recursive_triggers = ON",  # so that INSERT OR REPLACE is refused like any other deletion
    "secure_delete = ON",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS: a commit reaches the disk, not only its cache
    "checkpoint_fullfsync = ON",
)


def open_file(path: Path, key: FileKey) -> sqlite3.Connection:
    """The records file, unlocked, with nothing in it touched yet.

    Raises:
        CipherMissingError: SQLCipher is not there, or the file is not encrypted.
        DamagedStoreError: the file is empty or damaged, or the key belongs to another one.
    """
    first = header(path)
    if first == PLAIN_HEADER:
        raise CipherMissingError(NOT_ENCRYPTED)
    if len(first) < len(PLAIN_HEADER):
        raise DamagedStoreError(DAMAGED)
    try:
        return _unlocked(path, key)
    except DamagedStoreError as error:
        raise DamagedStoreError(DAMAGED if first == key.salt else STRANGERS) from error


def make_file(path: Path, key: FileKey) -> sqlite3.Connection:
    """Records in place of an empty file, unlocked and in WAL mode, without any table yet."""
    raw = _unlocked(path, key)
    with border():
        raw.execute("PRAGMA journal_mode = WAL").fetchall()
    return raw


def header(path: Path) -> bytes:
    """The first 16 bytes. Read only while the file is not open here: closing it again would drop SQLite's locks."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEADER))
    except OSError as error:
        raise disk_trouble(error) from error


def check_whole(raw: sqlite3.Connection) -> None:
    """Read every page in use. Raises DamagedStoreError when one is not what was written."""
    with border():
        found = raw.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise DamagedStoreError(DAMAGED)


def close_file(raw: sqlite3.Connection) -> None:
    """Bring everything from the log into the file, and close it."""
    try:
        with border():
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


def engine_on(raw: sqlite3.Connection) -> Engine:
    """An engine that uses this one connection, from the thread that opened it and no other."""
    engine = create_engine(
        "sqlite://",
        module=_cipher(),
        creator=lambda: raw,
        poolclass=StaticPool,
        hide_parameters=True,  # they hold names of people, and error texts reach log files
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", translate)
    return engine


def _cipher() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - its absence is one of our messages
    except ImportError as error:
        raise CipherMissingError(NO_CIPHER) from error
    module: ModuleType = dbapi2
    return module


def _unlocked(path: Path, key: FileKey) -> sqlite3.Connection:
    module = _cipher()
    with border():
        raw: sqlite3.Connection = module.connect(path, timeout=BUSY_S, isolation_level=None)
    try:
        with border():
            _unlock(raw, key)
    except BaseException:
        raw.close()
        raise
    return raw


def _unlock(raw: sqlite3.Connection, key: FileKey) -> None:
    if not raw.execute("PRAGMA cipher_version").fetchone():
        raise CipherMissingError(NO_CIPHER)
    for pragma in _BEFORE_KEY:
        raw.execute(f"PRAGMA {pragma}").fetchall()
    # A raw key with its salt: SQLCipher stretches nothing itself. Not as a PRAGMA, whose text would be kept.
    raw.set_key(f"x'{(key.secret + key.salt).hex()}'")  # type: ignore[attr-defined]
    for pragma in _AFTER_KEY:
        raw.execute(f"PRAGMA {pragma}").fetchall()
    raw.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _begin(connection: Connection) -> None:
    # The driver would begin late, and only for some statements; this begins now, and for writing.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


class Ledger:
    """One transaction at a time on the records file. Both repositories write through the same one."""

    def __init__(self, raw: sqlite3.Connection, lock: FileLock) -> None:
        with border():
            raw.execute("PRAGMA foreign_keys = ON").fetchall()
        self._raw = raw
        self._lock = lock
        self._connection: Connection | None = engine_on(raw).connect()
        self._transaction: RootTransaction | None = None
        self._is_begun = False

    def begin(self) -> None:
        """Begin a transaction. Raises RuntimeError inside another one, or when closed: both are bugs."""
        if self._is_begun:
            message = "One transaction at a time: this `with` is inside another."
            raise RuntimeError(message)
        if self._connection is None:
            message = "The records are closed."
            raise RuntimeError(message)
        self._transaction = self._connection.begin()
        self._is_begun = True

    def commit(self) -> None:
        """Make it permanent; nothing may follow in the same `with`."""
        self._running().commit()
        self._transaction = None

    def end(self) -> None:
        """Leave the transaction, undoing it unless it was committed."""
        transaction, self._transaction, self._is_begun = self._transaction, None, False
        if transaction is not None:
            transaction.rollback()
        if self._raw.in_transaction:  # a commit that failed: SQLAlchemy takes it for ended, SQLite does not
            self._raw.rollback()

    def rows(self, statement: Executable, values: dict[str, Any] | None = None) -> Sequence[Row[*tuple[Any, ...]]]:
        """What one statement finds. Raises RuntimeError outside a transaction, StoreError when the file is unusable."""
        return self._running().connection.execute(statement, values).all()

    def run(self, statement: Executable, values: dict[str, Any] | Sequence[dict[str, Any]]) -> None:
        """Write with one statement, for one row or many. Raises as `rows`."""
        self._running().connection.execute(statement, values)

    def close(self) -> None:
        """Undo what is open, empty the log into the file, let go of it; again is harmless."""
        if self._connection is None:
            return
        self.end()
        connection, self._connection = self._connection, None
        try:
            connection.close()
            close_file(self._raw)
        finally:
            self._lock.release()

    def _running(self) -> RootTransaction:
        if self._transaction is None:
            message = "Records are used inside `with`, before its commit."
            raise RuntimeError(message)
        return self._transaction
