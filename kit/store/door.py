"""The way in: make the records, open them, change the passphrase.

records.kit        the encrypted records
records.kit.key    their key, wrapped by the passphrase (`kit.store.key`)
records.kit.lock   held while a window has them open
records.kit.new    only while they are being made
records.kit.at-…   a copy from before an upgrade
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.errors import CipherMissingError, DamagedStoreError, StoreError
from kit.store.engine import NO_CIPHER, PLAIN_HEADER, Ledger, close_file, header, make_file
from kit.store.files import beside, make_empty, move_into_place, write_whole
from kit.store.key import STRONG, FileKey, KeyCost, check_passphrase, new_key, resealed, sealed, unsealed
from kit.store.lock import FileLock
from kit.store.records import SqlRecords
from kit.store.restricted import SqlRestrictedRecords
from kit.store.trouble import disk_trouble
from kit.store.upgrade import migrate, open_current

if TYPE_CHECKING:
    from pathlib import Path

ALREADY_THERE = (
    "There are records on this laptop already. They are safe and unchanged. Open them with their passphrase."
)
NOT_THERE = "There are no records on this laptop yet. Nothing is lost. Set up the kit first."
RECORDS_GONE = (
    "The records file is missing, but its key file is there. Nothing has been changed. "
    "Ask whoever looks after this laptop to put back the records file from the last backup."
)
KEY_GONE = (
    "The key file beside the records is missing, so the records stay closed. The records themselves are untouched. "
    "Ask whoever looks after this laptop to put back the key file from the last backup."
)


def has_records(path: Path) -> bool:
    """Whether there is anything to unlock: the records, or at least their key."""
    return path.exists() or _key_path(path).exists()


def create_records(path: Path, passphrase: str, cost: KeyCost = STRONG) -> SqlRecords:
    """New, empty records, open for this thread. They appear whole or not at all.

    Raises:
        RuleError: the passphrase is too easy to guess.
        StoreError: there are records already, or they cannot be written.
    """
    check_passphrase(passphrase)
    lock = FileLock(_lock_path(path))
    try:
        _refuse_second(path)
        key = new_key()
        content = sealed(key, passphrase, cost)
        _make(beside(path, ".new"), key)
        write_whole(_key_path(path), content)
        return _opened(path, key, lock)
    except BaseException:
        lock.release()
        raise


def open_records(path: Path, passphrase: str) -> SqlRecords:
    """The records, unlocked and up to date, open for this thread until `close`.

    Raises:
        WrongPassphraseError: the passphrase does not open them.
        DamagedStoreError: a file is missing or not what was written.
        NewerStoreError: a newer kit wrote them.
        CipherMissingError: they are not encrypted, or this kit cannot encrypt.
        StoreBusyError: another window has them open.
        DiskFullError: no room for the copy made before an upgrade.
        StoreError: there are none, or they cannot be read.
    """
    if not has_records(path):
        raise StoreError(NOT_THERE)
    lock = FileLock(_lock_path(path))
    try:
        return _opened(path, unsealed(_key_content(path), passphrase), lock)
    except BaseException:
        lock.release()
        raise


def change_passphrase(path: Path, old: str, new: str, cost: KeyCost = STRONG) -> None:
    """Let `new` open the records in place of `old`, also while they are open. The records themselves are not touched.

    Raises:
        WrongPassphraseError: `old` does not open them.
        RuleError: `new` is too easy to guess.
        StoreError: the key file is missing or damaged, or cannot be written.
    """
    write_whole(_key_path(path), resealed(_key_content(path), old, new, cost))


def _refuse_second(path: Path) -> None:
    if has_records(path):
        raise StoreError(ALREADY_THERE)


def _opened(path: Path, key: FileKey, lock: FileLock) -> SqlRecords:
    _finish_making(path, key)
    if not path.exists():
        raise DamagedStoreError(RECORDS_GONE)
    raw = open_current(path, key)
    try:
        ledger = Ledger(raw, lock)
    except BaseException:
        raw.close()
        raise
    return SqlRecords(ledger, SqlRestrictedRecords(ledger))


def _make(new: Path, key: FileKey) -> None:
    """The file with its tables, closed again, and looked at from outside: is it really encrypted?"""
    make_empty(new)
    raw = make_file(new, key)
    try:
        migrate(raw)
    finally:
        close_file(raw)
    if header(new) in {PLAIN_HEADER, b""}:
        new.unlink()
        raise CipherMissingError(NO_CIPHER)


def _finish_making(path: Path, key: FileKey) -> None:
    """Give new records their name: the last step of making them, or of a making that was cut short just before it."""
    new = beside(path, ".new")
    if not path.exists() and new.exists() and header(new) == key.salt:
        move_into_place(new, path)


def _key_path(path: Path) -> Path:
    return beside(path, ".key")


def _lock_path(path: Path) -> Path:
    return beside(path, ".lock")


def _key_content(path: Path) -> bytes:
    try:
        return _key_path(path).read_bytes()
    except FileNotFoundError as error:
        raise DamagedStoreError(KEY_GONE) from error
    except OSError as error:
        raise disk_trouble(error) from error
