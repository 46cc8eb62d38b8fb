"""Finding resources by words, against the same FTS5 question put straight to the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.figures import Figure, median_ms
from kit import places
from kit.library.build import build_library
from kit.library.opening import open_read_only
from kit.library.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMES = 300
WORDS = ("cot", "sofa alcohol", "put your baby on the back")
QUESTION = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50"


def figures(folder: Path) -> Iterator[Figure]:
    """One figure for each question; no answer is remembered from one run to the next."""
    build_library(places.resources(), folder / "library.sqlite")
    shelf, raw = Shelf(folder / "library.sqlite"), open_read_only(folder / "library.sqlite")
    search = shelf._search  # noqa: SLF001 - to forget its answers
    for words in WORDS:
        match = search._phrasebooks[0].ask(words).match  # noqa: SLF001 - the same question

        def by_kit(words: str = words) -> None:
            search.find.cache_clear()
            shelf.search(words)

        def by_hand(match: str = match) -> None:
            raw.execute(QUESTION, (match,)).fetchall()

        yield Figure(f"search: {words}", median_ms(by_kit, TIMES), "raw FTS5 query", median_ms(by_hand, TIMES), 2)
    raw.close()
    shelf.close()
