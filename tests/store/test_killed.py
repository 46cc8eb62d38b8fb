"""A laptop that dies at any moment of closing a visit: all of it is there, or none of it and the draft is."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.store.door import open_records
from kit.store.files import beside
from tests.store import dying, story

FRAME = 24 + 4096
"""A page in SQLite's log, with its own header."""


def found(path):
    """What is there after the laptop is started again: visits, advice, sleep and plan, entries, restricted, drafts."""
    opened = open_records(path, story.PASSPHRASE)
    with opened:
        held = opened.restricted.held_back()
        plan = (opened.actions(), opened.action_reviews(), opened.parents_words("ellison"))
        more = (len(opened.sleep_checks("ellison")), *map(len, plan))
        told = (len(opened.visits()), len(opened.advice()), *more)
        kept = (*told, len(opened.outbox()), held, len(opened.drafts()))
    opened.close()
    return kept


NONE = (1, 3, 3, 2, 2, 2, 3, 2, 1)
ALL = (2, 5, 5, 3, 3, 3, 9, 2, 0)


def moments(path, kind):
    """How many moments of this kind closing the visit has."""
    opened = open_records(path, story.PASSPHRASE)
    seen = []
    dying.watch(opened, kind, lambda: seen.append(1) and 0)
    dying.close_visit(opened)
    dying.watch(opened, kind, lambda: 0)
    opened.close()
    return len(seen)


def after_dying(told, tmp_path, kind, at):
    """What is found after dying at each of these moments."""
    homes = [tmp_path / "homes" / f"{moment:05}" for moment in at]
    for home in homes:
        shutil.copytree(told, home)
    subprocess.run([sys.executable, dying.__file__, kind, tmp_path / "homes"], check=True)  # noqa: S603
    return [found(home / "records.kit") for home in homes]


def test_before_every_statement_and_right_after_the_commit(closed, told, tmp_path):
    last = moments(closed, "statements")
    assert last > 25
    results = after_dying(told, tmp_path, "statements", range(1, last + 2))
    assert results == [NONE] * last + [ALL]


def test_in_the_middle_of_statements(closed, told, tmp_path):
    last = moments(closed, "steps")
    at = range(1, last + 1, max(1, last // 30))
    results = after_dying(told, tmp_path, "steps", at)
    assert len(results) > 20
    assert ALL not in results[:10]
    assert set(results) <= {NONE, ALL}
    assert results[0] == NONE


@pytest.fixture
def written(closed, told):
    """The file before the checkpoint, and the log with the whole visit in it."""
    opened = open_records(closed, story.PASSPHRASE)
    dying.close_visit(opened)
    log = beside(closed, "-wal").read_bytes()
    opened.close()
    return (told / "records.kit").read_bytes(), log


def put(home: Path, told, file, log):
    shutil.copytree(told, home)
    (home / "records.kit").write_bytes(file)
    (home / "records.kit-wal").write_bytes(log)
    return home / "records.kit"


def test_in_the_middle_of_the_commit(written, told, tmp_path):
    """The log reaches the disk in pieces: cut it anywhere, and the visit is not there, but the draft is."""
    file, log = written
    cuts = range(0, len(log), FRAME // 2 + 7)
    assert len(cuts) > 20
    homes = [put(tmp_path / f"cut-{cut}", told, file, log[:cut]) for cut in cuts]
    assert {found(home) for home in homes} == {NONE}
    assert found(put(tmp_path / "whole", told, file, log)) == ALL


def test_a_log_that_reached_the_disk_out_of_order(written, told, tmp_path):
    file, log = written
    for place in range(40, len(log), FRAME * 3):
        broken = log[:place] + bytes([log[place] ^ 1]) + log[place + 1 :]
        assert found(put(tmp_path / f"at-{place}", told, file, broken)) == NONE


def test_in_the_middle_of_emptying_the_log(written, told, tmp_path):
    """Pages torn while the log is brought into the file are taken from the log."""
    file, log = written
    torn = bytearray(file)
    for start in range(32, len(log), FRAME):
        page = int.from_bytes(log[start : start + 4], "big") - 1
        if 0 < page * 4096 < len(torn):
            torn[page * 4096 : page * 4096 + 2000] = bytes(2000)
    assert bytes(torn) != file
    assert found(put(tmp_path / "torn", told, bytes(torn), log)) == ALL
