"""A drawing as plain shapes: the one source for the screen and for paper."""

from __future__ import annotations

from dataclasses import dataclass

Segment = tuple[str, tuple[float, ...]]
"""One step of a path in absolute numbers: ("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)), ("Z", ())."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One filled or outlined path. Colours are "#RRGGBB" or None; `line` is the width in picture units."""

    fill: str | None
    stroke: str | None
    line: float
    path: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture that says one thing, with the words for those who cannot see it.

    Shapes are painted in order with round caps and joins, y downwards, on a white page of width x height units.
    """

    key: str
    title: str
    alt: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
