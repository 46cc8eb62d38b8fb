"""The library built, checked and searched, as it ships and 2,000 resources large.

The floor of a build reads the same files and writes the same rows; the floor of a check reads the same files.
"""

from __future__ import annotations

import sqlite3
import statistics
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from bench.figures import Figure, median_ms, once_ms
from bench.resources import write_many
from kit import places
from kit.library import binding
from kit.library.build import build_library
from kit.library.current import sources_digest
from kit.library.gather import check
from kit.library.opening import open_read_only
from kit.library.shelf import Shelf
from kit.start import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MANY = 2_000
TURNS = 9
QUESTIONS = (
    *("cot", "crib", "sofa", "sids", "cot death", "smoking", "mattr", "dad", "999", "my baby won't stop crying"),
    *("put your baby on the back", "sofa alcohol", "how warm", "bed sharing", "walk away", "take a break", "twins"),
    *("gran", "supine", "too hot", "ring someone", "never shake", "mum and dad", "health visitor", "pillow"),
)
TABLES = ("about", "resource", "variant", "picture", "topic", "due_rule", "number", "synonym")


def figures(folder: Path) -> Iterator[Figure]:
    """Build, check and search of what ships, then of many."""
    shipped = places.resources()
    yield from _built(shipped, folder / "shipped.sqlite", "library built (aim 3 s)", 3)
    read = median_ms(partial(sources_digest, shipped), TURNS)
    today = SystemClock().today()
    yield Figure(
        "texts checked (aim 1 s)", median_ms(partial(check, shipped, today), TURNS), "its files read", read, None
    )
    yield _searched(folder / "shipped.sqlite", "search, 19 of 20 under")
    many = write_many(shipped, folder / "many", MANY)
    yield from _built(many, folder / "many.sqlite", f"{MANY:,} resources built (aim 30 s)", 1)
    yield _searched(folder / "many.sqlite", f"search in {MANY:,}, 19 of 20 under")


def _built(resources: Path, target: Path, what: str, times: int) -> Iterator[Figure]:
    kit_ms = statistics.median(once_ms(partial(build_library, resources, target)) for _ in range(times))
    with closing(open_read_only(target)) as library:
        rows = {name: library.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608 - our names
    copy = target.with_suffix(".copy")
    floor_ms = statistics.median(once_ms(partial(_copied, resources, rows, copy)) for _ in range(times))
    yield Figure(what, kit_ms, "files read, rows written", floor_ms, None)


def _copied(resources: Path, rows: dict[str, list[tuple[Any, ...]]], target: Path) -> None:
    """The same rows in a file of the same form, and its index over the same words."""
    target.unlink(missing_ok=True)
    sources_digest(resources)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.executescript(binding._SCHEMA)  # noqa: SLF001 - the same tables
        copy.execute("BEGIN")
        for name, found in rows.items():
            places_for = ", ".join("?" * len(found[0])) if found else ""
            copy.executemany(f"INSERT INTO {name} VALUES ({places_for})", found)  # noqa: S608 - our names
        texts = [(row[0], row[4], "", row[8]) for row in rows["variant"]]
        copy.executemany("INSERT INTO search (rowid, title, summary, words) VALUES (?, ?, ?, ?)", texts)
        copy.execute("COMMIT")
        copy.execute("VACUUM")


def _searched(file: Path, what: str) -> Figure:
    """What 19 of 20 questions stay under, on either side."""
    shelf, raw = Shelf(file), open_read_only(file)
    search = shelf._search  # noqa: SLF001 - to forget its answers
    question = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50"
    matches = [search._phrasebooks[0].ask(words).match for words in QUESTIONS]  # noqa: SLF001 - the same questions

    def by_kit(words: str) -> None:
        search.find.cache_clear()
        shelf.search(words)

    def by_hand(match: str) -> None:
        raw.execute(question, (match,)).fetchall()

    floors = [_median(partial(by_hand, match)) for match in matches]
    asked = [_median(partial(by_kit, words)) for words in QUESTIONS]
    raw.close()
    shelf.close()
    return Figure(what, _p95(asked), "raw FTS5 queries", _p95(floors), 3)


def _median(work: Callable[[], object]) -> float:
    return median_ms(work, TURNS)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
