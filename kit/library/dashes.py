"""Dashed lines → short lines, so that screen and paper need not agree on what a dash is."""

from __future__ import annotations

from itertools import cycle, pairwise
from math import dist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.domain.picture import Segment

Point = tuple[float, float]

STEPS = 24
"""Straight pieces that stand for one curve; at 4 cm nobody sees a corner."""


def dashed(path: Sequence[Segment], lengths: Sequence[float]) -> tuple[Segment, ...]:
    """The path as separate short lines: drawn, left out, drawn ... by these lengths, anew for each part."""
    return tuple(segment for points in _polylines(path) for segment in _dashes(points, lengths))


def _polylines(path: Sequence[Segment]) -> Iterator[list[Point]]:
    points: list[Point] = []
    for command, numbers in path:
        if command == "M":
            if points:
                yield points
            points = [(numbers[0], numbers[1])]
        elif command == "L":
            points.append((numbers[0], numbers[1]))
        elif command == "C":
            points.extend(_curve(points[-1], numbers))
        else:
            points.append(points[0])
    if points:
        yield points


def _curve(start: Point, numbers: tuple[float, ...]) -> Iterator[Point]:
    x1, y1, x2, y2, x, y = numbers
    for step in range(1, STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * start[0] + b * x1 + c * x2 + d * x, a * start[1] + b * y1 + c * y2 + d * y


def _dashes(points: Sequence[Point], lengths: Sequence[float]) -> Iterator[Segment]:
    turns = cycle(lengths)
    left, is_drawn = next(turns), True
    yield "M", _rounded(points[0])
    for start, end in pairwise(points):
        here = start
        while (rest := dist(here, end)) > 0:
            step = min(left, rest)
            share = step / rest
            here = end if share >= 1 else (here[0] + (end[0] - here[0]) * share, here[1] + (end[1] - here[1]) * share)
            left -= step
            if is_drawn:
                yield "L", _rounded(here)
            if left <= 0:
                left, is_drawn = next(turns), not is_drawn
                if is_drawn:
                    yield "M", _rounded(here)


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
