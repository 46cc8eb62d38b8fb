"""Making, opening and closing the records; every way it can fail says so and touches nothing."""

import errno
import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from kit.domain import errors
from kit.domain.family import Family
from kit.store import door, engine, files, key, trouble, upgrade
from tests.store import story

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
NAMES = (b"Ellison", b"Jade", b"Callum", b"Mill Lane", b"asking-safely", b"in her shoe", b"not-safe", b"CREATE TABLE")


def content(path):
    """Every file of the records but the lock, byte for byte."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if one.suffix != ".lock"}


def refuses(path, error, match, passphrase=story.PASSPHRASE):
    """Opening raises this, says so in plain words, leaves every byte as it was and lets go of the lock."""
    before = content(path)
    for _ in range(2):
        with pytest.raises(errors.StoreError, match=match) as raised:
            door.open_records(path, passphrase)
        assert type(raised.value) is error
        assert content(path) == before


def save(records, *new):
    """One deed."""
    with records:
        records.add(*new)
        records.commit()


def flipped(path, place):
    changed = bytearray(path.read_bytes())
    changed[place] ^= 1
    path.write_bytes(changed)


def test_records_are_made_once_and_opened_again(path):
    assert not door.has_records(path)
    made = door.create_records(path, story.PASSPHRASE, story.CHEAP)
    story.tell(made)
    made.close()
    made.close()
    assert door.has_records(path)
    opened = door.open_records(path, story.PASSPHRASE)
    with opened:
        assert opened.family("ellison") == story.stands()
    opened.close()
    assert sorted(content(path)) == ["records.kit", "records.kit.key"]


def test_nothing_readable_reaches_the_disk(path):
    made = door.create_records(path, story.PASSPHRASE, story.CHEAP)
    story.tell(made)
    while_open = content(path)
    made.close()
    for kept in (while_open, content(path)):
        assert [(name, word) for name, bytes_ in kept.items() for word in NAMES if word in bytes_] == []
    assert len(while_open["records.kit-wal"]) > 4096
    assert not while_open["records.kit"].startswith(b"SQLite")


@POSIX
def test_only_the_owner_may_read_any_of_it(closed):
    opened = door.open_records(closed, story.PASSPHRASE)
    save(opened, Family("adams", "Adams"))
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in closed.parent.iterdir()}
    opened.close()
    assert set(modes.values()) == {0o600}
    assert "records.kit-wal" in modes


def test_making_a_second_time_is_refused(closed):
    before = content(closed)
    with pytest.raises(errors.StoreError, match="already"):
        door.create_records(closed, story.PASSPHRASE, story.CHEAP)
    assert content(closed) == before


def test_making_never_replaces_a_key_whose_records_are_missing(closed):
    closed.unlink()
    before = content(closed)
    with pytest.raises(errors.StoreError, match="already"):
        door.create_records(closed, story.PASSPHRASE, story.CHEAP)
    assert content(closed) == before


def test_a_weak_passphrase_makes_nothing(path):
    with pytest.raises(errors.RuleError):
        door.create_records(path, "short", story.CHEAP)
    assert list(path.parent.iterdir()) == []


def test_the_pragmas_are_what_was_decided(records):
    raw = records._ledger._raw  # noqa: SLF001 - to ask SQLite itself
    wanted = {
        "cipher_memory_security": "1",
        "cipher_page_size": "4096",
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "fullfsync": 1,
        "busy_timeout": 2000,
    }
    assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_there_is_nothing_to_open(path):
    with pytest.raises(errors.StoreError, match="no records on this laptop yet"):
        door.open_records(path, story.PASSPHRASE)
    assert list(path.parent.iterdir()) == []


def test_a_wrong_passphrase(closed):
    refuses(closed, errors.WrongPassphraseError, "passphrase does not open", story.OTHER)


def test_a_garbage_key_file(closed):
    files.beside(closed, ".key").write_bytes(b"garbage")
    refuses(closed, errors.DamagedStoreError, "key file beside the records is damaged")


def test_a_missing_key_file(closed):
    files.beside(closed, ".key").unlink()
    refuses(closed, errors.DamagedStoreError, "key file beside the records is missing")


def test_missing_records(closed):
    closed.unlink()
    refuses(closed, errors.DamagedStoreError, "records file is missing")


@pytest.mark.parametrize("share", [0.25, 0.5, 0.99])
def test_a_truncated_file(closed, share):
    os.truncate(closed, int(closed.stat().st_size * share))
    refuses(closed, errors.DamagedStoreError, "left exactly as it is")


@pytest.mark.parametrize("length", [0, 10, 16, 100, 4096])
def test_a_file_with_next_to_nothing_left(closed, length):
    os.truncate(closed, length)
    refuses(closed, errors.DamagedStoreError, "left exactly as it is")


def test_one_flipped_bit_in_any_page(closed):
    whole = closed.read_bytes()
    found = []
    for place in range(100, len(whole), 4096):
        closed.write_bytes(whole)
        flipped(closed, place)
        before = content(closed)
        with pytest.raises(errors.DamagedStoreError):
            door.open_records(closed, story.PASSPHRASE)
        assert content(closed) == before
        found.append(place)
    assert len(found) > 20


def test_a_key_file_of_other_records(closed, empty):
    other = empty / "records.kit"
    files.beside(closed, ".key").write_bytes(files.beside(other, ".key").read_bytes())
    refuses(closed, errors.DamagedStoreError, "belongs to other records")


def test_a_file_that_is_not_encrypted(closed):
    closed.unlink()
    plain = sqlite3.connect(closed)
    plain.execute("CREATE TABLE family (name)")
    plain.commit()
    plain.close()
    refuses(closed, errors.CipherMissingError, "not encrypted")


def test_stock_sqlite_in_place_of_sqlcipher(closed, monkeypatch):
    monkeypatch.setattr(engine, "_cipher", lambda: sqlite3)
    refuses(closed, errors.CipherMissingError, "cannot encrypt")


def test_stock_sqlite_makes_no_records(path, monkeypatch):
    monkeypatch.setattr(engine, "_cipher", lambda: sqlite3)
    with pytest.raises(errors.CipherMissingError):
        door.create_records(path, story.PASSPHRASE, story.CHEAP)
    assert not door.has_records(path)


def test_no_sqlcipher_at_all(closed, monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    refuses(closed, errors.CipherMissingError, "cannot encrypt")


def test_another_window_has_them_open(reopened, closed):
    with pytest.raises(errors.StoreBusyError, match="another window"):
        door.open_records(closed, story.PASSPHRASE)
    with reopened:
        assert len(reopened.families()) == 1
    reopened.close()
    door.open_records(closed, story.PASSPHRASE).close()


def test_a_killed_window_leaves_nothing_locked(closed):
    script = (
        "import os, sys; from pathlib import Path; from kit.store.door import open_records\n"
        "held = open_records(Path(sys.argv[1]), sys.argv[2]); print('open', flush=True); sys.stdin.readline()\n"
        "os.kill(os.getpid(), 9)"
    )
    with subprocess.Popen(  # noqa: S603 - a program of our own
        [sys.executable, "-c", script, str(closed), story.PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout.readline() == "open\n"
        with pytest.raises(errors.StoreBusyError):
            door.open_records(closed, story.PASSPHRASE)
        window.stdin.write("\n")
        window.stdin.flush()
        window.wait()
    door.open_records(closed, story.PASSPHRASE).close()


def test_a_full_disk_keeps_what_was_saved_and_the_next_try_works(reopened):
    raw = reopened._ledger._raw  # noqa: SLF001 - a small disk
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(errors.DiskFullError, match="Everything saved before is safe"):
        save(reopened, *(Family(f"f{number}", "x" * 100) for number in range(1000)))
    raw.execute("PRAGMA max_page_count = 1000000")
    with reopened:
        assert [family.id for family in reopened.families()] == ["ellison"]
    save(reopened, Family("adams", "Adams"))


def test_a_commit_that_fails_leaves_a_usable_file(reopened, monkeypatch):
    def full():
        raise errors.DiskFullError(files.disk_trouble(OSError(errno.ENOSPC, "no room")))

    raw = reopened._ledger._raw  # noqa: SLF001
    monkeypatch.setattr(reopened._ledger._connection, "_commit_impl", full)  # noqa: SLF001
    with pytest.raises(errors.DiskFullError):
        save(reopened, Family("adams", "Adams"))
    assert not raw.in_transaction
    monkeypatch.undo()
    with reopened:
        assert len(reopened.families()) == 1


def test_damage_found_while_working_is_said_too(closed):
    opened = door.open_records(closed, story.PASSPHRASE)
    opened._ledger._raw.execute("PRAGMA cache_size = 1")  # noqa: SLF001 - so that pages are read again
    with closed.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(closed.stat().st_size - 4096))
    with pytest.raises(errors.DamagedStoreError, match="left exactly as it is"), opened:
        opened.families()
    opened.close()


def test_a_full_disk_while_making_leaves_nothing_to_unlock(path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(errors.DiskFullError):
        door.create_records(path, story.PASSPHRASE, story.CHEAP)
    monkeypatch.undo()
    assert not door.has_records(path)
    door.create_records(path, story.PASSPHRASE, story.CHEAP).close()


def test_a_making_cut_short_before_its_last_step_is_finished_by_opening(closed):
    closed.rename(files.beside(closed, ".new"))
    opened = door.open_records(closed, story.PASSPHRASE)
    with opened:
        assert len(opened.families()) == 1
    opened.close()


def test_a_leftover_that_is_not_ours_is_not_taken_for_the_records(closed):
    closed.unlink()
    files.beside(closed, ".new").write_bytes(os.urandom(8192))
    refuses(closed, errors.DamagedStoreError, "records file is missing")


def test_a_new_passphrase_while_open_touches_only_the_key_file(reopened, closed):
    before = content(closed)
    door.change_passphrase(closed, story.PASSPHRASE, story.OTHER, story.CHEAP)
    after = content(closed)
    assert {name for name in after if after[name] != before.get(name)} == {"records.kit.key"}
    reopened.close()
    refuses(closed, errors.WrongPassphraseError, "does not open")
    door.open_records(closed, story.OTHER).close()


@pytest.mark.parametrize("failing", ["fsync", "write", "replace"])
def test_a_passphrase_change_that_fails_leaves_the_old_one_working(closed, monkeypatch, failing):
    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    if failing == "fsync":
        monkeypatch.setattr(files.os, "fsync", full)
    elif failing == "replace":
        monkeypatch.setattr(type(closed), "replace", full)
    else:
        monkeypatch.setattr(files.os, "fdopen", full)
    with pytest.raises(errors.DiskFullError):
        door.change_passphrase(closed, story.PASSPHRASE, story.OTHER, story.CHEAP)
    monkeypatch.undo()
    assert sorted(content(closed)) == ["records.kit", "records.kit.key"]
    door.open_records(closed, story.PASSPHRASE).close()


def test_a_passphrase_is_changed_only_by_who_knows_it_and_only_to_a_good_one(closed):
    before = content(closed)
    with pytest.raises(errors.WrongPassphraseError):
        door.change_passphrase(closed, story.OTHER, story.OTHER, story.CHEAP)
    with pytest.raises(errors.RuleError):
        door.change_passphrase(closed, story.PASSPHRASE, "short", story.CHEAP)
    assert content(closed) == before


@POSIX
def test_a_folder_that_cannot_be_written(closed, monkeypatch):
    def denied(*_, **__):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(files.os, "open", denied)
    with pytest.raises(errors.StoreError, match="you may write to it"):
        door.open_records(closed, story.PASSPHRASE)


def test_every_sentence_says_what_is_safe_and_what_to_do():
    said = [
        value
        for room in (door, engine, key, trouble, upgrade)
        for name, value in vars(room).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, str) and value.endswith(".")
    ]
    assert len(said) >= 14
    for sentence in said:
        assert "SQL" not in sentence
        assert "Error" not in sentence
