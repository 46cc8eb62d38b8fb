"""easy-read.toml and core-words.toml → the word lists the checks look things up in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.library.forms import plain_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.library.fields import Table


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a thing.

    Attributes:
        thing: number of the thing; other names with this number mean the same.
        words: its words in small letters.
        use: the name of this thing that is settled for all texts, or nothing.
    """

    thing: int
    name: str
    words: tuple[str, ...]
    use: str


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
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    """Names of things by their first word."""

    def is_core(self, word: str) -> bool:
        """Whether a word, or a plain form it comes from, is in the core list; every word is where there is none."""
        return not self.core or not self.core.isdisjoint(plain_forms(word))

    def names_in(self, words: Sequence[str]) -> Iterator[Name]:
        """The names of things that stand in these words, in whatever form."""
        forms = [plain_forms(word) for word in words]
        for at, first in enumerate(forms):
            for name in (name for form in first & self.names.keys() for name in self.names[form]):
                rest = forms[at : at + len(name.words)]
                if len(rest) == len(name.words) and all(map(_is_in, name.words, rest)):
                    yield name


def _is_in(word: str, forms: frozenset[str]) -> bool:
    return word in forms


def read_word_lists(lists: Table | None, core: Table | None) -> WordLists:
    """The lists of both files; what is missing stays empty, faults are noted in the tables' list."""
    words = _read_core(core) if core else frozenset()
    if lists is None:
        return WordLists(core=words)
    named = {
        name: frozenset(lists.words(name))
        for name in ("initials", "number_words", "pronouns", "joints", "hard_joints", "participles", "not_passive")
    }
    names: dict[str, tuple[Name, ...]] = {}
    for number, part in enumerate(lists.parts("thing", required=False)):
        for name in _read_thing(number, part):
            names[name.words[0]] = (*names.get(name.words[0], ()), name)
    lists.close()
    return WordLists(core=words, names=names, **named)


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


def _read_thing(number: int, part: Table) -> Iterator[Name]:
    names, use = part.words("names"), part.text("use", default="")
    if use and use not in names:
        part.fault("use", f"{use} is not one of the names", "Write it into names too")
    part.close()
    return (Name(number, name, tuple(name.lower().split()), use) for name in names)
