"""The slanted room, seen from above: where babies sleep. Things at eye level never stand in it."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from pictures.curves import Knot, read_points, spline
from pictures.ink import OUTLINE, Drawing, Part, Point, Shape, place
from pictures.palette import INK
from pictures.strokes import polygon, straight

# Where a step along the bed, towards us and up goes on the page.
ALONG, TOWARDS, UP = (0.90, 0.34), (-0.56, 0.42), -0.86
LYING = math.degrees(math.atan2(ALONG[1], ALONG[0])) - 90

RAIL_LINE = 2.2


class Spot(NamedTuple):
    """A point of the room: along the bed, towards us, up."""

    u: float
    v: float
    z: float = 0


@dataclass(frozen=True)
class Room:
    """A room from its origin on the page."""

    x: float
    y: float
    scale: float = 1

    def point(self, u: float, v: float, z: float = 0) -> Point:
        """Where a point of the room lies on the page."""
        across, down = u * ALONG[0] + v * TOWARDS[0], u * ALONG[1] + v * TOWARDS[1] + z * UP
        return self.x + self.scale * across, self.y + self.scale * down

    def lay(self, u: float, v: float, scale: float, drawing: Drawing) -> list[Part]:
        """What is drawn head up lies along the bed, the head at small u: turned, not squashed."""
        return place(*self.point(u, v), drawing, scale=scale, angle=LYING)

    def plane(self, *spots: Spot, fill: str, ink: str | None = INK) -> Shape:
        """A flat thing between its corners."""
        return polygon([self.point(*each) for each in spots], fill, ink=ink)

    def beam(self, start: Spot, end: Spot, width: float, fill: str) -> list[Shape]:
        """A thick bar."""
        ends = self.point(*start), self.point(*end)
        return [straight(*ends, width + OUTLINE), straight(*ends, width - OUTLINE, fill)]

    def rail(self, foot: Spot, z: float, width: float, fill: str) -> Shape:
        """A thin upright bar from a point to a height."""
        (x, low), (_, high) = self.point(*foot), self.point(foot.u, foot.v, z)
        left, right = x - width / 2, x + width / 2
        return polygon([(left, low), (left, high), (right, high), (right, low)], fill, width=RAIL_LINE)

    def line(self, start: Spot, end: Spot, width: float) -> Shape:
        """An edge or a seam."""
        return straight(self.point(*start), self.point(*end), width)

    def soft(self, points: str, fill: str, *, z: float = 0) -> Shape:
        """A soft thing through points u,v,z, or through u,v at one height."""
        return Shape(spline(self._knots(points, z), is_closed=True), fill)

    def fold(self, points: str, width: float, *, z: float = 0) -> Shape:
        """A line on a soft thing, through points u,v,z, or through u,v at one height."""
        return Shape(spline(self._knots(points, z)), width=width)

    def _knots(self, points: str, z: float) -> list[Knot]:
        """Points as text, on the page."""
        return [Knot(*self.point(*[*numbers, z][:3]), is_corner) for numbers, is_corner in read_points(points)]
