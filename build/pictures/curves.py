"""Points written as text turn into the segments of a path: `12,30 40,8! 60,30`, where ! marks a corner."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from pictures.ink import Point, Segment

# How far a handle reaches, as a share of the distance between two points.
REACH, CORNER_REACH = 0.36, 1 / 3


class Knot(NamedTuple):
    """A point that a line passes through, smoothly or round a corner."""

    x: float
    y: float
    is_corner: bool = False


def read_points(text: str) -> list[tuple[list[float], bool]]:
    """The numbers of each point, and whether it is a corner."""
    return [([float(number) for number in each.rstrip("!").split(",")], each.endswith("!")) for each in text.split()]


def read_knots(text: str) -> list[Knot]:
    """Points as text → knots."""
    return [Knot(x, y, is_corner) for (x, y), is_corner in read_points(text)]


def read_path(text: str) -> list[Segment]:
    """The `d` of an SVG path that only has M, L, C and Z → segments."""
    segments = []
    for command, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", text):
        values = [float(each) for each in numbers.split()]
        segments.append(Segment(command, tuple(zip(values[::2], values[1::2], strict=True))))
    return segments


def spline(knots: Sequence[Knot], *, is_closed: bool = False) -> list[Segment]:
    """A line through all knots (Catmull-Rom), straight up to a corner and, when open, up to its ends."""
    count = len(knots)
    tangents = [_tangent(knots, place, is_closed=is_closed) for place in range(count)]
    segments = [Segment("M", (knots[0][:2],))]
    for start in range(count if is_closed else count - 1):
        end = (start + 1) % count
        chord = knots[end].x - knots[start].x, knots[end].y - knots[start].y
        leaving = _handle(knots[start], tangents[start], chord, 1)
        arriving = _handle(knots[end], tangents[end], chord, -1)
        segments.append(Segment("C", (leaving, arriving, knots[end][:2])))
    return [*segments, Segment("Z")] if is_closed else segments


def _tangent(knots: Sequence[Knot], place: int, *, is_closed: bool) -> Point | None:
    """The direction of the line at a knot; None where it has no need to be smooth."""
    if knots[place].is_corner or (not is_closed and place in {0, len(knots) - 1}):
        return None
    before, after = knots[place - 1], knots[(place + 1) % len(knots)]
    return after.x - before.x, after.y - before.y


def _handle(knot: Knot, tangent: Point | None, chord: Point, sign: int) -> Point:
    """The point that bends the line at a knot."""
    if tangent is None:
        return knot.x + sign * chord[0] * CORNER_REACH, knot.y + sign * chord[1] * CORNER_REACH
    reach = sign * (math.hypot(*chord) or 1) * REACH / (math.hypot(*tangent) or 1)
    return knot.x + tangent[0] * reach, knot.y + tangent[1] * reach
