"""Closes the visit of `story` in each folder it is given, and dies at the moment the name of the folder says.

    dying.py statements <folder>   dies before the n-th statement reaches SQLite, n being the name of each subfolder
    dying.py steps <folder>        dies at the n-th tick of SQLite's progress, in the middle of statements

One that outlives its moment dies right after the commit, with nothing closed. Forks where it can, so that a hundred
deaths cost one start of Python.
"""

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kit.service import visits
from kit.store.door import open_records
from tests import fakes
from tests.store import story

TICK = 20
"""Steps of SQLite's machine between two ticks."""


def close_visit(opened):
    """Close the draft of the story, which writes every table of a deed."""
    visits.close_visit(opened, fakes.FakeClock(story.LATER), story.draft())


def watch(opened, kind, notice):
    """Call `notice` at every moment of this kind."""
    raw = opened._ledger._raw  # noqa: SLF001 - to stand between it and SQLite
    if kind == "statements":
        raw.set_trace_callback(lambda _: notice())
    else:
        raw.set_progress_handler(notice, TICK)


def die():
    os.kill(os.getpid(), 9)


def close_and_die(kind, folder):
    opened = open_records(folder / "records.kit", story.PASSPHRASE)
    moments = count(1)

    def notice():
        if next(moments) == int(folder.name):
            die()
        return 0

    watch(opened, kind, notice)
    close_visit(opened)
    die()


def main(kind, folder):
    for each in sorted(folder.iterdir()):
        if hasattr(os, "fork"):
            child = os.fork()
            if child == 0:
                close_and_die(kind, each)
            os.waitpid(child, 0)
        else:
            subprocess.run([sys.executable, __file__, kind, each, "alone"], check=False)  # noqa: S603


if __name__ == "__main__":
    wanted, where = sys.argv[1], Path(sys.argv[2])
    if sys.argv[3:]:
        close_and_die(wanted, where)
    main(wanted, where)
