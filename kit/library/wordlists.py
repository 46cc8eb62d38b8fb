"""easy-read.toml and core-words.toml → the word lists the checks look things up in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.library.forms import plain_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.library.fields import Table


@dataclass(frozen=True, slots=True)
class Thing:
    """What a thing is called: every name of it, and the one to use if that is settled."""

    names: tuple[str, ...]
    use: str = ""

    def names_in(self, words: Sequence[str]) -> Iterator[str]:
        """The names of it that stand in these words."""
        forms = [plain_forms(word) for word in words]
        for name in self.names:
            parts = name.lower().split()
            starts = range(len(forms) - len(parts) + 1)
            if any(all(part in forms[at + n] for n, part in enumerate(parts)) for at in starts):
                yield name


@dataclass(frozen=True, slots=True)
class WordLists:
    """What the checks know about words; all of it small letters but the initials. Empty lists find nothing."""

    core: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    hard_joints: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    not_passive: frozenset[str] = frozenset()
    things: tuple[Thing, ...] = ()

    def is_core(self, word: str) -> bool:
        """Whether a word, or a plain form it comes from, is in the core list; every word is where there is none."""
        return not self.core or not self.core.isdisjoint(plain_forms(word))


def read_word_lists(lists: Table | None, core: Table | None) -> WordLists:
    """The lists of both files; what is missing stays empty, faults are noted in the tables' list."""
    words = _read_core(core) if core else frozenset()
    if lists is None:
        return WordLists(core=words)
    named = {
        name: frozenset(lists.words(name))
        for name in ("initials", "number_words", "pronouns", "joints", "hard_joints", "participles", "not_passive")
    }
    things = tuple(_read_thing(part) for part in lists.parts("thing", required=False))
    lists.close()
    return WordLists(core=words, things=things, **named)


def _read_core(table: Table) -> frozenset[str]:
    words: set[str] = set()
    for part in table.parts("theme"):
        part.text("name")
        for word in part.text("words").lower().split():
            if word in words:
                part.fault("words", f"The word {word} is here twice", "Take one out")
            words.add(word)
        part.close()
    table.close()
    return frozenset(words)


def _read_thing(part: Table) -> Thing:
    names, use = part.words("names"), part.text("use", default="")
    if use and use not in names:
        part.fault("use", f"{use} is not one of the names", "Write it into names too")
    part.close()
    return Thing(names, use)
