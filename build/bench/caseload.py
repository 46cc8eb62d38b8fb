"""Records opened and the caseload of 500 families made, against reading every row it needs by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.figures import Figure, median_ms
from bench.households import PASSPHRASE, add_household, draft_of, new_records
from kit import places
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import visits
from kit.service.caseload import caseload
from kit.start import SystemClock
from kit.store.door import open_records
from kit.store.engine import open_file
from kit.store.key import unsealed
from kit.store.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAMILIES = 500
NOT_READ = {"outbox_entry", "receipt", "receipt_answer", "remote_reference", "retry"}


def figures(folder: Path) -> Iterator[Figure]:
    """One figure; the key is a cheap one, because Argon2id is slow on purpose."""
    path, clock = folder / "records.kit", SystemClock()
    build_library(places.resources(), folder / "library.sqlite")
    library = Shelf(folder / "library.sqlite")
    records = new_records(path)
    for number in range(FAMILIES):
        visits.close_visit(records, clock, draft_of(clock, add_household(records, clock, number)))
    records.close()
    key = unsealed(path.with_name("records.kit.key").read_bytes(), PASSPHRASE)
    tables = [name for name in METADATA.tables if name not in NOT_READ]

    def by_kit() -> None:
        opened = open_records(path, PASSPHRASE)
        caseload(opened, library, clock)
        opened.close()

    def by_hand() -> None:
        raw = open_file(path, key)
        for name in tables:
            raw.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - our own table names
        raw.close()

    what = f"open to caseload, {FAMILIES} families"
    yield Figure(what, median_ms(by_kit, 5), "its rows, raw SQLCipher", median_ms(by_hand, 5), None)
