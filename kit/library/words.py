"""How text is folded for search, and how whatever a person types becomes a question that cannot fail."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the index.

    Attributes:
        match: in the language of FTS5, every phrase in quotes; empty when there is nothing to ask.
        needles: what to look for in folded text with a space before each word, the most telling first.
    """

    match: str = ""
    needles: tuple[str, ...] = ()


class Phrasebook:
    """The synonyms, ready to be looked up.

    Args:
        groups: phrases that mean the same, and those of them that some text holds; only these are worth asking for.
        small: words that say nothing on their own.
    """

    def __init__(self, groups: Iterable[tuple[Sequence[str], Sequence[str]]], small: Iterable[str] = ()) -> None:
        self._groups: dict[str, dict[str, None]] = {}
        for phrases, held in groups:
            for phrase in phrases:
                self._groups.setdefault(phrase, {}).update(dict.fromkeys(held))
        self._sorted = sorted(phrase for phrase in self._groups if " " not in phrase)
        self._small = frozenset(small)

    def ask(self, typed: str) -> Asked:
        """The question that these words stand for: all of them, or what means the same; the last may be unfinished."""
        words = fold(typed[:MOST_TYPED]).split()[:MOST_WORDS]
        *earlier, last = words or [""]
        words = [word for word in earlier if word not in self._small]
        if last:
            words.append(last)
        clauses: list[str] = []
        needles: list[str] = []
        start = 0
        while start < len(words):
            length = self._length(words, start)
            phrase = " ".join(words[start : start + length])
            start += length
            is_last = start == len(words)
            others = self._others(phrase, is_last=is_last)
            own = f"{_quoted(phrase)}*" if is_last else _quoted(phrase)
            clauses.append(f"({' OR '.join([own, *map(_quoted, others)])})" if others else own)
            needles += [f" {phrase}" if is_last else f" {phrase} ", *(f" {other} " for other in others)]
        return Asked(" AND ".join(clauses), tuple(sorted(needles, key=len, reverse=True)))

    def _length(self, words: Sequence[str], start: int) -> int:
        """How many of the words from here on are one phrase we know; 1 when none are."""
        longest = min(_LONGEST_PHRASE, len(words) - start)
        return next((n for n in range(longest, 1, -1) if " ".join(words[start : start + n]) in self._groups), 1)

    def _others(self, phrase: str, *, is_last: bool) -> list[str]:
        """What means the same, without the phrase itself."""
        known = self._groups.get(phrase)
        if known is None and is_last and len(phrase) >= _SHORTEST_START:
            place = bisect_left(self._sorted, phrase)
            if place < len(self._sorted) and self._sorted[place].startswith(phrase):
                known = self._groups[self._sorted[place]]
        return [other for other in known or () if other != phrase and not (is_last and other.startswith(phrase))]


def _quoted(phrase: str) -> str:
    """A phrase as FTS5 reads it; folding has left no quote in it."""
    return f'"{phrase}"'
