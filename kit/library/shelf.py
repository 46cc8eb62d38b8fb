"""The shelf: the `Library` port over the compiled file, read as things are asked for.

Useful numbers are put into the words here, at reading time, and not when the library is built: an organisation changes
a telephone number by laying its own numbers.toml into the worker's folder, and no text, version or digest changes
with it. A local file replaces the whole shipped list; a number that a text names and the local file lacks still comes
from the shipped one, so that no text ever shows a gap.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NoReturn

from kit.domain.advice import Topic, TopicName, UsefulNumber, Variant, VariantKey
from kit.domain.errors import UnknownError
from kit.domain.picture import Picture
from kit.library.opening import LibraryFile
from kit.library.packing import unpack_blocks, unpack_due, unpack_meet, unpack_questions, unpack_resource, unpack_shapes
from kit.library.search import Search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from kit.domain.advice import Question, Resource
    from kit.domain.coverage import DueRule, MeetRule

_PLACEHOLDER = re.compile(r"\{number:([a-z0-9-]+)\}")


class Shelf:
    """Reads one library file. May be used from any thread: each has its own connection, what was read is shared.

    Args:
        file: the compiled library.
        numbers: the organisation's own numbers.toml, if there is one.

    Raises:
        ContentError: the file is missing, damaged or of another version of the kit.
    """

    def __init__(self, file: Path, *, numbers: Path | None = None) -> None:
        self._file = LibraryFile(file)
        self._local_numbers = numbers
        self._about = self._file.about
        self._search = Search(self._file, self._about["small"].split(), self._spoken)
        # Kept by this shelf and dropped with it; a cache on the class would keep every shelf alive.
        self._variant = lru_cache(maxsize=128)(self._read_variant)
        self._picture = lru_cache(maxsize=128)(self._read_picture)

    @property
    def version(self) -> str:
        """Digest of everything in the file, 12 hexadecimal characters; a local numbers file is not part of it."""
        return self._about["version"]

    @property
    def built_on(self) -> date:
        """The newest `written_on` in it."""
        return self._file.built_on

    def close(self) -> None:
        """Close the connections of all threads; nothing may be asked afterwards."""
        self._file.close()

    def resources(self) -> Sequence[Resource]:
        """Every resource in use, by topic and title; sensitive ones included."""
        return tuple(one for one in self._resources.values() if not one.withdrawal)

    def withdrawn(self) -> Sequence[Resource]:
        """Every resource that was withdrawn, by topic and title; sensitive ones included."""
        return tuple(one for one in self._resources.values() if one.withdrawal)

    def resource(self, resource_id: str) -> Resource:
        """One resource, in use or withdrawn, or UnknownError."""
        try:
            return self._resources[resource_id]
        except KeyError:
            _refuse("resource", resource_id)

    def variant(self, resource_id: str, key: VariantKey) -> Variant:
        """One variant with its blocks and the numbers of today in them, or UnknownError."""
        return self._variant(resource_id, key)

    def questions(self, resource_id: str) -> Sequence[Question]:
        """Teach-back questions of a resource; may be empty."""
        self.resource(resource_id)
        ((questions,),) = self._file.rows("SELECT questions FROM resource WHERE id = ?", resource_id)
        return unpack_questions(self._spoken(questions))

    def search(self, words: str, *, with_sensitive: bool = False, limit: int = 50) -> Sequence[tuple[Resource, str]]:
        """Resources that hold these words or begin with them, best first, each with a short excerpt."""
        found = self._search.find(words, limit, with_sensitive=with_sensitive)
        return [(self._resources[key], excerpt or self._resources[key].summary) for key, excerpt in found]

    def picture(self, key: str) -> Picture:
        """One picture, or UnknownError."""
        return self._picture(key)

    def topics(self) -> Sequence[TopicName]:
        """Topics in the order of the screens."""
        return self._topics

    def due_rules(self) -> Sequence[DueRule]:
        """What is due, as data."""
        return self._due_rules

    def meet_rule(self) -> MeetRule | None:
        """By when a carer should have been met, as data."""
        return self._meet_rule

    def numbers(self) -> Sequence[UsefulNumber]:
        """The directory of useful numbers, in order: the local one, or the shipped one."""
        return self._directory[0]

    def numbers_checked(self) -> str:
        """Who owns the directory and how far its numbers were checked; or why a local file is not used."""
        return self._directory[1]

    @cached_property
    def _resources(self) -> dict[str, Resource]:
        rows = self._file.rows("SELECT cover FROM resource ORDER BY place")
        return {one.id: one for one in (unpack_resource(cover) for (cover,) in rows)}

    @cached_property
    def _topics(self) -> tuple[TopicName, ...]:
        rows = self._file.rows("SELECT key, name, has_row FROM topic ORDER BY place")
        return tuple(TopicName(Topic(key), name, bool(has_row)) for key, name, has_row in rows)

    @cached_property
    def _due_rules(self) -> tuple[DueRule, ...]:
        return tuple(unpack_due(rule) for (rule,) in self._file.rows("SELECT rule FROM due_rule ORDER BY place"))

    @cached_property
    def _meet_rule(self) -> MeetRule | None:
        return unpack_meet(self._about["meet"])

    @cached_property
    def _shipped_numbers(self) -> tuple[UsefulNumber, ...]:
        rows = self._file.rows("SELECT key, label, number, hours, who_for, is_on_card FROM number ORDER BY place")
        return tuple(
            UsefulNumber(key, label, number, hours, who_for, bool(is_on_card))
            for key, label, number, hours, who_for, is_on_card in rows
        )

    @cached_property
    def _directory(self) -> tuple[tuple[UsefulNumber, ...], str]:
        """The numbers in use, and the sentence about them."""
        shipped = self._shipped_numbers, self._about["numbers"]
        if self._local_numbers is None:
            return shipped
        from kit.library.directory import open_directory  # noqa: PLC0415 - TOML is read only where there is a local file

        local = open_directory(self._local_numbers)
        if isinstance(local, str):
            return shipped[0], f"The local list of numbers is not used: {local} The numbers shown: {shipped[1]}"
        return local.numbers, local.sentence

    @cached_property
    def _numbers(self) -> dict[str, str]:
        """What stands in a text for each key."""
        return {one.key: one.number for one in (*self._shipped_numbers, *self.numbers())}

    def _spoken(self, text: str) -> str:
        """A text, packed or plain, with the numbers in the places kept for them; digits need no quoting in either."""
        return _PLACEHOLDER.sub(lambda place: self._numbers[place[1]], text) if "{number:" in text else text

    def _read_variant(self, resource_id: str, key: VariantKey) -> Variant:
        question = "SELECT version, title, blocks, digest FROM variant WHERE resource_id = ? AND name = ?"
        rows = self._file.rows(question, self.resource(resource_id).id, key.name)
        if not rows:
            _refuse("variant", f"{resource_id}/{key.name}")
        version, title, blocks, digest = rows[0]
        return Variant(resource_id, version, key, title, unpack_blocks(self._spoken(blocks)), digest)

    def _read_picture(self, key: str) -> Picture:
        rows = self._file.rows("SELECT title, alt, width, height, shapes FROM picture WHERE key = ?", key)
        if not rows:
            _refuse("picture", key)
        title, alt, width, height, shapes = rows[0]
        return Picture(key, title, alt, width, height, unpack_shapes(shapes))


def _refuse(what: str, name: str) -> NoReturn:
    message = f"The library has no {what} called {name}. A newer version of the kit may have renamed it."
    raise UnknownError(message) from None
