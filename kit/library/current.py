"""`is_current` says whether the library must be compiled again; asked before the first window, so it reads no text."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kit.library.opening import FORMAT, open_read_only

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PICTURES = "pictures"
"""The folder beside the topics that holds every picture."""


def is_current(resources: Path, target: Path) -> bool:
    """Whether the file was built from exactly these sources, in today's format."""
    if not target.is_file():
        return False
    try:
        with closing(open_read_only(target)) as connection:
            kept = connection.execute("SELECT value FROM about WHERE key = 'sources'").fetchone()
    except sqlite3.Error:
        return False
    return kept is not None and kept[0] == sources_digest(resources)


def sources_digest(resources: Path) -> str:
    """The SHA-256 over every byte a library is made of; the days of files lie after a checkout."""
    whole = hashlib.sha256(FORMAT.encode())
    above = len(resources.parts)
    for path in _sources(resources):
        content = path.read_bytes()
        whole.update(f"\n{'/'.join(path.parts[above:])} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def _sources(resources: Path) -> Iterator[Path]:
    for path in sorted([*resources.glob("*.toml"), *resources.glob(f"{PICTURES}/*.svg"), *resources.glob("*/*/*")]):
        if path.is_file() and not path.name.startswith("."):
            yield path
