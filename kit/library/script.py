"""One text as its checks read it: sentences, each with its line and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kit.domain.advice import Form

if TYPE_CHECKING:
    from kit.domain.advice import Audience, VariantKey
    from kit.library.reader import Passage, Reading

_ENDS = re.compile(r"(?<=[.?!])\s+|(?<=[.?!][\"”’)])\s+")
_NUMBER = re.compile(r"\{number:[a-z0-9-]+\}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SIGN = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True)
class Sentence:
    """One sentence and the line it begins on."""

    line: int
    text: str

    @property
    def length(self) -> int:
        """How many words it is said in; a telephone number is one."""
        return len(self.text.split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words as they are written, numbers left out."""
        return tuple(_WORD.findall(_NUMBER.sub(" ", self.text)))

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """Its words and numbers in small letters; a number from the directory is nought."""
        return tuple(_SIGN.findall(_NUMBER.sub(" 0 ", self.text).lower()))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Its words in small letters with straight apostrophes."""
        return tuple(word.lower().replace("’", "'") for word in self.words)


@dataclass(frozen=True)
class Stretch:
    """What belongs together: an idea, a paragraph, one item of a list, a heading (kind as the reader names it)."""

    kind: str
    line: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Script:
    """One variant.

    Attributes:
        place: path as a fault names it.
        stretches: everything under the title, in order.
    """

    place: str
    key: VariantKey
    audience: Audience
    title: Sentence
    stretches: tuple[Stretch, ...]

    @property
    def is_easy(self) -> bool:
        """Whether it is made of ideas."""
        return self.key.form is Form.EASY_READ

    @cached_property
    def said(self) -> tuple[Sentence, ...]:
        """The sentences under the title, headings left out: they are read as signs, not as sentences."""
        return tuple(one for part in self.stretches if not part.kind.startswith("h") for one in part.sentences)

    @cached_property
    def whole(self) -> tuple[Sentence, ...]:
        """Every sentence, with title and headings."""
        return (self.title, *(sentence for part in self.stretches for sentence in part.sentences))

    @property
    def length(self) -> int:
        """Words of the whole text."""
        return sum(sentence.length for sentence in self.whole)

    @property
    def average(self) -> float:
        """Words of a sentence on the average; nought when there is none."""
        return sum(one.length for one in self.said) / len(self.said) if self.said else 0.0


def script_of(place: str, key: VariantKey, audience: Audience, reading: Reading) -> Script:
    """The script of one text that was read."""
    is_easy = key.form is Form.EASY_READ
    stretches = tuple(_stretch(passage, is_easy=is_easy) for passage in reading.passages)
    return Script(place, key, audience, Sentence(reading.title_line, reading.title), stretches)


def _stretch(passage: Passage, *, is_easy: bool) -> Stretch:
    """The sentences of a passage. In easy read each line ends one; in prose a line may end anywhere."""
    rows = passage.rows if is_easy else (_joined(passage),)
    sentences = (one for line, text in rows for one in _cut(line, text))
    return Stretch(passage.kind, passage.rows[0][0], tuple(sentences))


def _joined(passage: Passage) -> tuple[int, str]:
    return passage.rows[0][0], "\n".join(text for _, text in passage.rows)


def _cut(line: int, text: str) -> list[Sentence]:
    sentences: list[Sentence] = []
    start = 0
    for end in [*_ENDS.finditer(text), None]:
        piece = text[start : end.start() if end else len(text)]
        if piece.strip():
            sentences.append(Sentence(line + text.count("\n", 0, start), " ".join(piece.split())))
        start = end.end() if end else len(text)
    return sentences
