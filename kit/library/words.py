"""How text is folded for search, and how whatever a person types becomes a question that cannot fail."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_TYPED = 400
"""Characters of what was typed that are looked at."""

MOST_WORDS = 12
"""Words of what was typed that are asked for."""

_LONGEST_PHRASE = 4
_SHORTEST_START = 4
"""Letters after which the beginning of a synonym counts as the synonym."""

# Letters that Unicode does not take apart, as people without that keyboard type them.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "'": None, "\u2019": None}
)
_ASCII = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()} | {"'": None})


def fold(text: str) -> str:
    """The words of a text in small letters without marks, single spaces between: what is indexed and what is asked."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    letters = (letter for letter in apart if not unicodedata.category(letter).startswith("M"))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())


STEM = "ß"
"""Begins the stem of a word in the index; folding leaves no such letter, so a stem is never taken for a word."""

_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("ss", "ss"), ("s", ""), ("e", ""))
_SHORTEST_STEM = 3
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What the forms of an English word have in common: "hit" for "hits" and "hitting", "mak" for "make"."""
    ending, instead = next((one for one in _ENDINGS if word.endswith(one[0])), ("", ""))
    short = word.removesuffix(ending) + instead
    if len(short) < _SHORTEST_STEM or _VOWELS.isdisjoint(short):
        return word
    return short[:-1] if len(short) > _SHORTEST_STEM and short[-1] == short[-2] else short


def stems(text: str) -> str:
    """The stem of every word of a folded text, marked as stems."""
    return " ".join(f"{STEM}{stem(word)}" for word in text.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the index.

    Attributes:
        match: in the language of FTS5, every phrase in quotes; empty when there is nothing to ask.
        whole: the same with the last word as it stands, not as the beginning of one.
        needles: what to look for in folded text with a space before each word, the most telling first.
    """

    match: str = ""
    whole: str = ""
    needles: tuple[str, ...] = ()


class Phrasebook:
    """The synonyms, ready to be looked up.

    Args:
        groups: phrases that mean the same, and those of them that some text holds; only these are worth asking for.
        small: words that say nothing on their own.
    """

    def __init__(self, groups: Iterable[tuple[Sequence[str], Sequence[str]]], small: Iterable[str] = ()) -> None:
        self._small = frozenset(small)
        self._groups: dict[str, dict[str, None]] = {}
        singles: set[str] = set()
        for phrases, held in groups:
            for phrase in phrases:
                for key in self._keys(phrase):
                    self._groups.setdefault(key, {}).update(dict.fromkeys(held))
                if " " not in phrase:
                    singles.add(phrase)
        self._sorted = sorted(singles)

    def ask(self, typed: str) -> Asked:
        """The question that these words stand for: all of them, or what means the same; the last may be unfinished."""
        words = fold(typed[:MOST_TYPED]).split()[:MOST_WORDS]
        clauses: list[str] = []
        needles: list[str] = []
        start, last = 0, ""
        while start < len(words):
            length = self._length(words, start)
            phrase = " ".join(words[start : start + length])
            start += length
            is_last = start == len(words)
            if length == 1 and phrase in self._small and not (is_last and not clauses):
                continue
            others = self._others(phrase, is_last=is_last)
            own, same = _own(phrase), list(map(_quoted, others))
            clauses.append(_clause([own, *same]))
            last = _clause([f"{_quoted(phrase)}*", *([own] if length == 1 else []), *same])
            needles += [f" {phrase}" if is_last else f" {phrase} ", *(f" {other} " for other in others)]
            needles += [] if length > 1 else [f" {stem(phrase)}"]
        match = " AND ".join([*clauses[:-1], last])
        return Asked(match, " AND ".join(clauses), tuple(sorted(needles, key=len, reverse=True)))

    def _keys(self, phrase: str) -> set[str]:
        """What a phrase is looked up by: its stems, and those without small words where enough is left of it."""
        telling = [word for word in phrase.split() if word not in self._small]
        return {_key(phrase.split()), _key(telling if len(telling) > 1 else phrase.split())}

    def _length(self, words: Sequence[str], start: int) -> int:
        """How many of the words from here on are one phrase we know; 1 when none are."""
        longest = min(_LONGEST_PHRASE, len(words) - start)
        return next((n for n in range(longest, 1, -1) if self._known(" ".join(words[start : start + n]))), 1)

    def _known(self, phrase: str) -> dict[str, None] | None:
        """What means the same as a phrase, in whatever form its words are."""
        words = phrase.split()
        if words[0] in self._small or words[-1] in self._small:
            return self._groups.get(_key(words))
        telling = [word for word in words if word not in self._small]
        return self._groups.get(_key(words)) or self._groups.get(_key(telling))

    def _others(self, phrase: str, *, is_last: bool) -> list[str]:
        """What means the same, without the phrase itself."""
        known = self._known(phrase)
        if known is None and is_last and len(phrase) >= _SHORTEST_START:
            place = bisect_left(self._sorted, phrase)
            if place < len(self._sorted) and self._sorted[place].startswith(phrase):
                known = self._known(self._sorted[place])
        return [other for other in known or () if other != phrase and not (is_last and other.startswith(phrase))]


def _key(words: Iterable[str]) -> str:
    return " ".join(map(stem, words))


def _own(phrase: str) -> str:
    """A phrase in its own words, or one word in any of its forms."""
    return _quoted(phrase) if " " in phrase else _quoted(f"{STEM}{stem(phrase)}")


def _clause(asked: list[str]) -> str:
    """Any of these."""
    return f"({' OR '.join(asked)})" if len(asked) > 1 else asked[0]


def _quoted(phrase: str) -> str:
    """A phrase as FTS5 reads it; folding has left no quote in it."""
    return f'"{phrase}"'
