"""An older file is copied, then brought up to date; a newer one is refused; a current one loads no Alembic."""

import errno
import shutil
import subprocess
import sys

import pytest
from alembic.script import ScriptDirectory

from kit.domain import errors
from kit.store import door, files, upgrade
from tests.store import story

NOW = upgrade.HEAD
STEP = """
from alembic import op
revision, down_revision, branch_labels, depends_on = "next", "{head}", None, None
def upgrade():
    op.execute("CREATE TABLE greeting (words TEXT NOT NULL) STRICT")
    op.execute("INSERT INTO greeting SELECT name FROM family")
    {more}
"""


@pytest.fixture
def tomorrow(tmp_path, monkeypatch):
    """The kit of tomorrow, with one more step; `more` is what else the step does."""

    def make(more="pass"):
        folder = tmp_path / "100% steps"
        shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "next_greeting.py").write_text(
            STEP.format(head=upgrade.HEAD, more=more), encoding="utf-8"
        )
        monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
        monkeypatch.setattr(upgrade, "HEAD", "next")

    return make


def greeting(opened):
    return opened._ledger._raw.execute("SELECT words FROM greeting").fetchall()  # noqa: SLF001


def test_head_is_the_newest_step_and_there_is_one_line_of_steps():
    script = ScriptDirectory.from_config(upgrade._config())  # noqa: SLF001
    assert script.get_heads() == [upgrade.HEAD]
    assert len(script.get_bases()) == 1


def test_an_older_file_is_copied_then_brought_up_to_date(closed, tomorrow):
    before = closed.read_bytes()
    tomorrow()
    opened = door.open_records(closed, story.PASSPHRASE)
    with opened:
        assert opened.family("ellison") == story.stands()
    assert greeting(opened) == [("Ellison",)]
    opened.close()
    assert files.beside(closed, f".at-{NOW}").read_bytes() == before
    door.open_records(closed, story.PASSPHRASE).close()


def test_the_copy_opens_with_the_same_key(closed, tomorrow, monkeypatch, tmp_path):
    tomorrow()
    door.open_records(closed, story.PASSPHRASE).close()
    monkeypatch.undo()
    (tmp_path / "back").mkdir()
    back = tmp_path / "back" / "records.kit"
    shutil.copy(files.beside(closed, f".at-{NOW}"), back)
    shutil.copy(files.beside(closed, ".key"), files.beside(back, ".key"))
    opened = door.open_records(back, story.PASSPHRASE)
    with opened:
        assert opened.family("ellison") == story.stands()
    opened.close()


@pytest.mark.parametrize(
    "more",
    [
        "raise ZeroDivisionError",
        "op.execute('nonsense')",
        """op.execute("INSERT INTO stay VALUES (99, 'x', 'nobody', 'nowhere', '2026-11-24')")""",
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(closed, tomorrow, monkeypatch, more):
    before = closed.read_bytes()
    tomorrow(more)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever the step raised
        door.open_records(closed, story.PASSPHRASE)
    assert closed.read_bytes() == before
    monkeypatch.undo()
    opened = door.open_records(closed, story.PASSPHRASE)
    with opened:
        assert opened.family("ellison") == story.stands()
    opened.close()


def test_no_room_for_the_copy_stops_before_anything_changes(closed, tomorrow, monkeypatch):
    before = closed.read_bytes()
    tomorrow()

    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(errors.DiskFullError):
        door.open_records(closed, story.PASSPHRASE)
    assert closed.read_bytes() == before
    assert not files.beside(closed, f".at-{NOW}").exists()
    assert not files.beside(closed, f".at-{NOW}.new").exists()


@pytest.fixture
def newer(closed, tomorrow, monkeypatch):
    """Records a newer kit has opened, and the kit of today again."""
    tomorrow()
    door.open_records(closed, story.PASSPHRASE).close()
    monkeypatch.undo()
    return closed


def test_a_newer_file_is_refused_and_untouched(newer):
    before = newer.read_bytes()
    for _ in range(2):
        with pytest.raises(errors.NewerStoreError, match="Update the kit"):
            door.open_records(newer, story.PASSPHRASE)
    assert newer.read_bytes() == before


@pytest.mark.parametrize("deed", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_file_that_does_not_say_its_version_is_damaged(closed, deed):
    opened = door.open_records(closed, story.PASSPHRASE)
    opened._ledger._raw.execute(deed)  # noqa: SLF001
    opened.close()
    before = closed.read_bytes()
    with pytest.raises(errors.DamagedStoreError):
        door.open_records(closed, story.PASSPHRASE)
    assert closed.read_bytes() == before


def test_a_current_file_loads_no_alembic(closed):
    script = (
        "import sys; from pathlib import Path; from kit.store.door import open_records\n"
        "open_records(Path(sys.argv[1]), sys.argv[2]).close(); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(closed), story.PASSPHRASE], check=True)  # noqa: S603
