"""How long things take, each against a floor measured in the same run: `python3 build/dev.py bench [name ...]`.

A floor is the least the same outcome could cost on this machine now: the same rows by hand, the same marks on a bare
canvas, the same question to a bare index. Machines are shared and noisy, so only the ratio is worth keeping.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.figures import Figure

NAMES = ("windows", "caseload", "coverage", "finding", "visit", "sheet", "library", "show")


def measured(name: str) -> Iterator[Figure]:
    """The figures of one bench, made in a folder of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield from importlib.import_module(f"bench.{name}").figures(Path(folder))


def main(names: list[str]) -> None:
    """Print the table, a line as soon as it is known."""
    print(f"{'':34} {'kit ms':>9} {'floor ms':>9} {'ratio':>6} {'aim':>5}  floor")
    for name in names or NAMES:
        for one in measured(name):
            print(line(one), flush=True)


def line(one: Figure) -> str:
    """One line of the table."""
    aim = f"{one.aim:5.1f}" if one.aim else "    -"
    if one.floor_ms is None:
        return f"{one.what:34} {one.kit_ms:9.2f} {'not here':>9} {'-':>6} {aim}  {one.floor}"
    return f"{one.what:34} {one.kit_ms:9.2f} {one.floor_ms:9.2f} {one.kit_ms / one.floor_ms:6.2f} {aim}  {one.floor}"


if __name__ == "__main__":
    main(sys.argv[1:])
