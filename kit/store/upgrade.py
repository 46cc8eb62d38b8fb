"""Brings an older records file to today's tables: refuses a newer one, copies the file, then migrates.

Alembic takes a tenth of a second to load, so a file that is up to date never loads it: `HEAD` is compared first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.domain.errors import DamagedStoreError, NewerStoreError
from kit.store.engine import check_whole, close_file, engine_on, open_file
from kit.store.files import beside, copy_whole
from kit.store.trouble import DAMAGED, border

if TYPE_CHECKING:
    import sqlite3

    from alembic.config import Config

    from kit.store.key import FileKey

HEAD = "0008"
"""The newest step there is."""

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
"""Steps are loaded by path, from source and frozen alike."""

NEWER = (
    "A newer version of the kit has used these records. They are safe and unchanged. "
    "Update the kit on this laptop, then open them again."
)


def open_current(path: Path, key: FileKey) -> sqlite3.Connection:
    """The records file, unlocked, read through and on today's tables.

    An older file is copied beside itself (`records.kit.at-0001`) before anything in it changes; the copy opens with the
    same key file.

    Raises:
        StoreError: as `open_file`; NewerStoreError when a newer kit has migrated it.
    """
    raw = open_file(path, key)
    try:
        revision = _revision(raw)
        if revision != HEAD:
            _check_known(revision)
        check_whole(raw)
        if revision == HEAD:
            return raw
        close_file(raw)
        copy_whole(path, beside(path, f".at-{revision}"))
        raw = open_file(path, key)
        migrate(raw)
    except BaseException:
        raw.close()
        raise
    return raw


def migrate(raw: sqlite3.Connection) -> None:
    """Run every step that is missing, all in one transaction."""
    from alembic import command  # noqa: PLC0415 - see above

    with engine_on(raw).connect() as connection, connection.begin():
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            message = "a step left a record that names another one that is not there"
            raise RuntimeError(message)


def _revision(raw: sqlite3.Connection) -> str:
    with border():
        if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            raise DamagedStoreError(DAMAGED)
        found = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None:
        raise DamagedStoreError(DAMAGED)
    return str(found[0])


def _check_known(revision: str) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above

    known = {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision not in known:
        raise NewerStoreError(NEWER)


def _config() -> Config:
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
