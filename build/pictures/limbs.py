"""Arms and legs: tapered tubes along a line of points, with a width at each."""

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from pictures.curves import Knot, read_knots, spline
from pictures.ink import Point, Segment, Shape
from pictures.palette import INK

Side: TypeAlias = Literal["left", "right"]

# How far a round end bulges, as a share of its width, and where on it the line of a shoulder begins.
BULGE = 0.66
ARM_PIT = 0.74


class Limb(NamedTuple):
    """Both edges from the start of a limb: the left one away from it, the right one back to it, and its round start."""

    left: list[Segment]
    right: list[Segment]
    cap: Segment

    @property
    def end(self) -> Segment:
        """The straight line across the end."""
        return Segment("L", self.right[0].points)


def tube(points: str, widths: Sequence[float], fill: str) -> Shape:
    """A limb with a line all around."""
    limb = _limb(points, widths)
    return Shape([*_around(limb), Segment("L", limb.left[0].points), Segment("Z")], fill)


def round_tube(points: str, widths: Sequence[float], fill: str, *, ink: str | None = INK) -> Shape:
    """A limb with a round start and a line all around."""
    limb = _limb(points, widths)
    return Shape([*_around(limb), limb.cap, Segment("Z")], fill, ink)


def sleeve(points: str, widths: Sequence[float], fill: str) -> list[Shape]:
    """A limb whose start lies under something else, so that it needs no line there."""
    limb = _limb(points, widths)
    body = Shape([*_around(limb), Segment("L", limb.left[0].points), Segment("Z")], fill, None)
    return [body, Shape(_around(limb))]


def shoulder(points: str, widths: Sequence[float], fill: str, inner: Side) -> list[Shape]:
    """A limb with a round start on a body: the line of its inner edge begins at the arm pit."""
    limb = _limb(points, widths)
    (left,), (right,) = limb.left[0].points, limb.right[-1].points[-1:]
    first, second, _ = limb.cap.points
    if inner == "right":
        handles = _second_half(right, first, second, left)
        line = [
            Segment("M", handles[:1]),
            Segment("C", (*handles[1:], left)),
            *limb.left[1:],
            limb.end,
            *limb.right[1:-1],
        ]
    else:
        handles = _second_half(left, second, first, right)
        line = [
            Segment("M", limb.left[1].points[-1:]),
            *limb.left[2:],
            limb.end,
            *limb.right[1:],
            Segment("C", handles[::-1]),
        ]
    return [round_tube(points, widths, fill, ink=None), Shape(line)]


def last_step(points: str) -> tuple[float, Point]:
    """The angle in degrees at which a line of points arrives, and where."""
    before, last = read_knots(points)[-2:]
    return math.degrees(math.atan2(last.y - before.y, last.x - before.x)), last[:2]


def _around(limb: Limb) -> list[Segment]:
    """From the start along the left edge, and back along the right one."""
    return [*limb.left, limb.end, *limb.right[1:]]


def _limb(points: str, widths: Sequence[float]) -> Limb:
    """The edges of a limb: half a width at each side of its points."""
    spine = read_knots(points)
    left, right = [], []
    for place, (knot, width) in enumerate(zip(spine, widths, strict=True)):
        across, down = _direction(spine, place)
        left.append(Knot(knot.x - down * width / 2, knot.y + across * width / 2))
        right.append(Knot(knot.x + down * width / 2, knot.y - across * width / 2))
    return Limb(spline(left), spline(right[::-1]), _cap(right[0], left[0], _unit(spine[1], spine[0]), widths[0]))


def _direction(spine: Sequence[Knot], place: int) -> Point:
    """Where a limb points at one of its knots: halfway between the steps before and after."""
    if place == 0:
        return _unit(spine[0], spine[1])
    before = _unit(spine[place - 1], spine[place])
    if place == len(spine) - 1:
        return before
    after = _unit(spine[place], spine[place + 1])
    return _unit(Knot(0, 0), Knot(before[0] + after[0], before[1] + after[1]))


def _unit(start: Knot, end: Knot) -> Point:
    """The direction from one knot to another."""
    length = math.hypot(end.x - start.x, end.y - start.y) or 1
    return (end.x - start.x) / length, (end.y - start.y) / length


def _cap(start: Knot, end: Knot, direction: Point, width: float) -> Segment:
    """A round end from one edge to the other."""
    across, down = direction[0] * width * BULGE, direction[1] * width * BULGE
    return Segment("C", ((start.x + across, start.y + down), (end.x + across, end.y + down), end[:2]))


def _second_half(start: Point, first: Point, second: Point, end: Point) -> tuple[Point, Point, Point]:
    """Where the later part of a curve begins, and its two handles (de Casteljau)."""
    one, two, three = _between(start, first), _between(first, second), _between(second, end)
    handle = _between(two, three)
    return _between(_between(one, two), handle), handle, three


def _between(start: Point, end: Point) -> Point:
    """A point on the way, as far as the arm pit is along a shoulder."""
    return start[0] + (end[0] - start[0]) * ARM_PIT, start[1] + (end[1] - start[1]) * ARM_PIT
