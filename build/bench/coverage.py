"""Who was told what, of 500 families, 5,000 people and 100,000 pieces of advice: the first page and one family.

Beside each figure stands the same at half the size. A page may cost more as it shows more, and no more than that.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bench.crowd import COLUMNS, NOW, fill
from bench.figures import Figure, median_ms, once_ms
from bench.households import PASSPHRASE, new_records
from kit import places
from kit.domain.advice import Understanding, VariantKey
from kit.domain.visit import Attended
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import visits
from kit.service.caseload import caseload
from kit.service.families import family_view
from kit.service.timeline import carer_timeline
from kit.store.door import open_records
from kit.store.engine import open_file
from kit.store.key import unsealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path
    from sqlite3 import Connection


FAMILIES = 500
FAMILY = "00042"
PEOPLE = ("child", "carer", "place", "visit", "advice", "sleep_check", "plan_action", "plan_review")
OF_FAMILY = dict.fromkeys(PEOPLE, "family_id") | {"family": "id"}


class _Clock:
    """The day the crowd was made for, each look a millisecond later."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return NOW.date()


class _Bench:
    """One file of so many families, open."""

    def __init__(self, folder: Path, library: Shelf, families: int) -> None:
        self.library, self.clock = library, _Clock()
        path = folder / f"{families}.kit"
        new_records(path).close()
        self._key = unsealed(path.with_name(f"{path.name}.key").read_bytes(), PASSPHRASE)
        self._path = path
        raw = open_file(path, self._key)
        self.crowd = fill(raw, families, NOW)
        raw.close()
        self.records = open_records(path, PASSPHRASE)

    def first_page(self) -> None:
        caseload(self.records, self.library, self.clock)

    def family_page(self) -> None:
        family_view(self.records, self.library, self.clock, FAMILY)

    def timeline(self) -> None:
        carer_timeline(self.records, self.library, FAMILY, f"{FAMILY}-c0")

    def visit(self) -> None:
        """One visit, not measured: it makes the row of one family out of date."""
        key = VariantKey.named("standard")
        draft = visits.open_visit(self.records, self.clock, FAMILY).with_presence(f"{FAMILY}-c1", Attended.ALL)
        draft = visits.give(
            self.library, self.clock, draft, f"{FAMILY}-c1", "every-sleep", key, understanding=Understanding.TOLD_ME
        )
        visits.close_visit(self.records, self.clock, draft)

    def raw(self, work: Callable[[Connection], object], times: int = 5) -> float:
        """Milliseconds of the same question to bare SQLCipher."""
        self.records.close()
        raw = open_file(self._path, self._key)
        took = median_ms(lambda: work(raw), times)
        raw.close()
        self.records = open_records(self._path, PASSPHRASE)
        return took


def _everything(raw: Connection) -> None:
    for name in COLUMNS:
        raw.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - our own names


TOLD = """
SELECT carer_id, topic, max(occurred_at), count(DISTINCT visit_id) FROM advice
WHERE outcome = 'given' AND id NOT IN (SELECT corrects FROM advice WHERE corrects IS NOT NULL)
GROUP BY carer_id, topic
"""


def _who_was_told(raw: Connection) -> None:
    raw.execute(TOLD).fetchall()


def _one_family(raw: Connection) -> None:
    for name, column in OF_FAMILY.items():
        raw.execute(f"SELECT * FROM {name} WHERE {column} = ?", (FAMILY,)).fetchall()  # noqa: S608 - our own names


def figures(folder: Path) -> Iterator[Figure]:
    """The first page made from everything, as it is every day, after a visit; one family; and how each grows."""
    build_library(places.resources(), folder / "library.sqlite")
    library = Shelf(folder / "library.sqlite")
    half, whole = (_Bench(folder, library, families) for families in (FAMILIES // 2, FAMILIES))
    made = [once_ms(bench.first_page) for bench in (half, whole)]
    name = f"{FAMILIES} families, {whole.crowd.people:,} people, {whole.crowd.advice:,} advice"
    yield Figure("first page, from nothing", made[1], f"all rows, raw: {name}", whole.raw(_everything, 3), None)
    yield Figure("  at twice the size", made[1], "at half the size", made[0], None)
    kept = [median_ms(bench.first_page, 9) for bench in (half, whole)]
    yield Figure(
        "first page, every day (under 150)", kept[1], "who was told what, grouped, raw", whole.raw(_who_was_told), None
    )
    yield Figure("  at twice the size", kept[1], "at half the size", kept[0], 2.2)
    after = []
    for bench in (half, whole):
        bench.visit()
        after.append(once_ms(bench.first_page))
    yield Figure(
        "first page, after a visit", after[1], "who was told what, grouped, raw", whole.raw(_who_was_told), None
    )
    for what, work in (("family page (under 50)", _Bench.family_page), ("timeline of one carer", _Bench.timeline)):
        took = [median_ms(partial(work, bench), 9) for bench in (half, whole)]
        yield Figure(what, took[1], "its rows, raw", whole.raw(_one_family), None)
        yield Figure("  in a file twice the size", took[1], "in the smaller file", took[0], 1.3)
    for bench in (half, whole):
        bench.records.close()
