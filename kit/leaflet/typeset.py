"""Words into lines: left aligned, never hyphenated, at most 60 characters, no lonely last word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from kit.leaflet.marks import INK, Face, Line, Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.domain.advice import Words

MAX_CHARACTERS = 60
LEAST_LAST = 0.3
"""How long a last line should be, as a part of the longest."""
CAP_HEIGHT = 0.668
"""Height of a capital of Atkinson Hyperlegible Next, as a part of the type size."""
STICKS = re.compile(r"(?<=\d) (?=\d|(?:am|days?|degrees|hours?|kg|lb|minutes?|months?|pm|times|weeks?|years?)\b)")
"""Where a line may not break: inside a telephone number, between a number and what it counts."""
STUCK = "\u00a0"


class Ruler(Protocol):
    """Measures words."""

    def width(self, face: Face, text: str) -> float:
        """Width at a type size of one point. Raises PressError for a letter the font does not have."""
        ...


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set. `leading` is the distance between lines, in points."""

    face: Face
    size: float
    leading: float
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Atom:
    """What may not be broken: a word, or a number with what it counts."""

    line: Line
    width: float
    length: int


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines go. Widths at a type size of one point."""

    room: float
    space: float
    most: int

    def width(self, atoms: Sequence[Atom]) -> float:
        """How wide a line of these is."""
        return sum(atom.width for atom in atoms) + self.space * (len(atoms) - 1)

    def is_lonely(self, lines: Sequence[Sequence[Atom]]) -> bool:
        """Whether the last line has one word or hardly more."""
        return len(lines[-1]) == 1 or self.width(lines[-1]) < LEAST_LAST * max(map(self.width, lines))


def set_lines(
    words: Words, style: Style, width: float, ruler: Ruler, *, is_even: bool = False, most: int = MAX_CHARACTERS
) -> list[Line]:
    """The words as lines no wider than `width`; `is_even` makes them nearly equally long."""
    column = Column(width / style.size, ruler.width(style.face, " "), most)
    atoms = [part for atom in _atoms(words, style.face, ruler) for part in _chopped(atom, column, ruler)]
    lines = _filled(atoms, column)
    if len(lines) > 1 and is_even:
        lines = _evened(atoms, column, lines)
    elif len(lines) > 1 and column.is_lonely(lines):
        lines = _without_orphan(atoms, column, lines)
    return [_joined(line) for line in lines]


def shrunk(words: Words, style: Style, width: float, ruler: Ruler, least: float) -> Style:
    """The style, smaller when its longest word is wider than `width`, but never under `least` points."""
    widest = max((atom.width for atom in _atoms(words, style.face, ruler)), default=0.0)
    size = max(min(style.size, width / widest), min(least, style.size)) if widest else style.size
    return replace(style, size=size, leading=style.leading * size / style.size)


def stacked(lines: Iterable[Line], style: Style, x: float, top: float) -> tuple[Type, ...]:
    """The lines under one another, each with its capitals in the middle of its leading."""
    first = top + (style.leading + CAP_HEIGHT * style.size) / 2
    return tuple(Type(x, first + n * style.leading, style.size, line, style.colour) for n, line in enumerate(lines))


def line_width(line: Line, size: float, ruler: Ruler) -> float:
    """How wide the line is."""
    return size * sum(ruler.width(face, text) for face, text in line)


def _atoms(words: Words, face: Face, ruler: Ruler) -> Iterator[Atom]:
    current: list[tuple[Face, str]] = []
    for run in words:
        weight = Face.STRONG if run.is_strong else face
        text = STICKS.sub(STUCK, re.sub(r"[ \t\r\n]+", " ", run.text))
        for place, piece in enumerate(text.split(" ")):
            if place and current:
                yield _atom(current, ruler)
                current = []
            if piece:
                current.append((weight, piece))
    if current:
        yield _atom(current, ruler)


def _atom(line: Sequence[tuple[Face, str]], ruler: Ruler) -> Atom:
    width = sum(ruler.width(face, text) for face, text in line)
    return Atom(tuple(line), width, sum(len(text) for _, text in line))


def _chopped(atom: Atom, column: Column, ruler: Ruler) -> list[Atom]:
    """The atom, broken at its inner spaces and then anywhere when it is wider than a line."""
    if atom.width <= column.room and atom.length <= column.most:
        return [atom]
    pieces = [(face, piece) for face, text in atom.line for piece in text.split(STUCK)]
    if len(pieces) > 1:
        return [part for piece in pieces for part in _chopped(_atom([piece], ruler), column, ruler)]
    face, text = pieces[0]
    ends = accumulate(ruler.width(face, letter) for letter in text)
    fitting = max(1, min(column.most, sum(end <= column.room for end in ends)))
    rest = _chopped(_atom([(face, text[fitting:])], ruler), column, ruler) if text[fitting:] else []
    return [_atom([(face, text[:fitting])], ruler), *rest]


def _filled(atoms: Sequence[Atom], column: Column) -> list[list[Atom]]:
    lines: list[list[Atom]] = []
    width, length = 0.0, 0
    for atom in atoms:
        wider, longer = width + column.space + atom.width, length + 1 + atom.length
        if lines and wider <= column.room and longer <= column.most:
            lines[-1].append(atom)
            width, length = wider, longer
        else:
            lines.append([atom])
            width, length = atom.width, atom.length
    return lines


def _evened(atoms: Sequence[Atom], column: Column, lines: list[list[Atom]]) -> list[list[Atom]]:
    """The narrowest setting that needs no more lines."""
    low, high = max(atom.width for atom in atoms), max(map(column.width, lines))
    for _ in range(6):
        middle = (low + high) / 2
        tried = _filled(atoms, replace(column, room=middle))
        if len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _without_orphan(atoms: Sequence[Atom], column: Column, lines: list[list[Atom]]) -> list[list[Atom]]:
    """The widest narrower setting whose last line is not lonely, if there is one."""
    widest = max(map(column.width, lines))
    for narrower in (0.97, 0.94, 0.91, 0.88, 0.85, 0.8, 0.75, 0.7):
        tried = _filled(atoms, replace(column, room=widest * narrower))
        if len(tried) == len(lines) and not column.is_lonely(tried):
            return tried
    return lines


def _joined(atoms: Sequence[Atom]) -> Line:
    """The atoms with spaces between them, neighbours of one weight put together."""
    line: list[tuple[Face, str]] = []
    for place, atom in enumerate(atoms):
        for n, (face, text) in enumerate(atom.line):
            gap = " " if place and not n else ""
            if line and line[-1][0] is face:
                line[-1] = (face, f"{line[-1][1]}{gap}{text}")
            else:
                line.append((face, gap + text))
    return tuple((face, text.replace(STUCK, " ")) for face, text in line)
