"""Finding resources by words: FTS5 ranks, synonyms widen, and no two questions are asked of the file twice."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kit.library.opening import FIRST_SENSITIVE, LibraryFile
from kit.library.packing import unpack
from kit.library.words import Phrasebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.library.words import Asked

_ANY = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank"
_ORDINARY = f"SELECT rowid FROM search WHERE search MATCH ? AND rowid < {FIRST_SENSITIVE} ORDER BY rank"  # noqa: S608

# BM25 hardly tells a title from a text once a word is there, so that short texts would win over the one that is about
# it. Whoever asks for something means first what is called so, then what mentions it.
_FIELDS = ("{title} : ", "")

_ENOUGH = 5
"""Resources after which the last word is no longer taken for the beginning of a longer one."""

Found = tuple[tuple[str, str], ...]
"""Ids of resources, best first, each with an excerpt; empty where only title or summary hold the words."""


class Search:
    """Asks the index of one library file.

    Args:
        file: the library.
        small: words that say nothing on their own.
        spoken: puts useful numbers into a text.
    """

    def __init__(self, file: LibraryFile, small: list[str], spoken: Callable[[str], str]) -> None:
        self._file = file
        self._small = small
        self._spoken = spoken
        self._page = lru_cache(maxsize=1024)(self._read_page)
        self.find = lru_cache(maxsize=256)(self._find)

    def _find(self, typed: str, limit: int, *, with_sensitive: bool) -> Found:
        """The resources that hold these words; one entry for each, from its best variant."""
        asked = self._phrasebooks[with_sensitive].ask(typed)
        if not asked.match:
            return ()
        question = _ANY if with_sensitive else _ORDINARY
        found: dict[str, str] = {}
        for match in (asked.whole, asked.match):
            for place in self._places(match, question) if len(found) < min(limit, _ENOUGH) else ():
                if len(found) >= limit:
                    break
                resource_id, folded, lines = self._page(place)
                if resource_id not in found:
                    found[resource_id] = _excerpt(asked, folded, lines)
        return tuple(found.items())

    def _places(self, match: str, question: str) -> Iterator[int]:
        """The variants that hold what was asked for, best first; some of them twice."""
        for fields in _FIELDS:
            yield from (place for (place,) in self._file.rows(question, f"{fields}({match})"))

    @cached_property
    def _phrasebooks(self) -> tuple[Phrasebook, Phrasebook]:
        """For ordinary search, and for search with sensitive texts."""
        rows = self._file.rows("SELECT is_sensitive, phrases, held FROM synonym")
        groups = [(is_sensitive, (unpack(phrases), unpack(held))) for is_sensitive, phrases, held in rows]
        ordinary = [group for is_sensitive, group in groups if not is_sensitive]
        return Phrasebook(ordinary, self._small), Phrasebook([group for _, group in groups], self._small)

    def _read_page(self, place: int) -> tuple[str, str, tuple[str, ...]]:
        """What an excerpt is cut from: the lines of one variant, as they are read and folded."""
        ((resource_id, folded, lines),) = self._file.rows(
            "SELECT resource_id, folded, lines FROM variant WHERE place = ?", place
        )
        return resource_id, folded, tuple(self._spoken(lines).split("\n"))


def _excerpt(asked: Asked, folded: str, lines: tuple[str, ...]) -> str:
    """The first line that holds what was asked for."""
    for needle in asked.needles:
        at = folded.find(needle)
        if at >= 0:
            return lines[folded.count("\n", 0, at)]
    return ""
