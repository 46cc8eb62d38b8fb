"""The shapes that everything is drawn from."""

from collections.abc import Sequence

from pictures.curves import read_knots, read_path, spline
from pictures.ink import INNER, OUTLINE, Point, Segment, Shape, affine
from pictures.palette import INK

# How far the handles of a quarter of a circle reach, as a share of its radius, from its ends and from its corner.
ROUND = 0.5523
CORNER = 0.4477


def smooth(
    points: str,
    fill: str | None = None,
    *,
    ink: str | None = INK,
    width: float = OUTLINE,
    dash: str | None = None,
) -> Shape:
    """A closed shape through points."""
    return Shape(spline(read_knots(points), is_closed=True), fill, ink, width, dash)


def stroke(points: str, width: float = INNER, ink: str | None = INK, fill: str | None = None) -> Shape:
    """An open line through points."""
    return Shape(spline(read_knots(points)), fill, ink, width)


def path(text: str, fill: str | None = None, *, ink: str | None = INK, width: float = OUTLINE) -> Shape:
    """A shape given as the `d` of an SVG path."""
    return Shape(read_path(text), fill, ink, width)


def polygon(
    points: Sequence[Point], fill: str | None = None, *, ink: str | None = INK, width: float = OUTLINE
) -> Shape:
    """A closed shape with straight sides."""
    first, *others = points
    segments = [Segment("M", (first,)), *(Segment("L", (each,)) for each in others), Segment("Z")]
    return Shape(segments, fill, ink, width)


def straight(start: Point, end: Point, width: float, ink: str = INK) -> Shape:
    """A straight line."""
    return Shape([Segment("M", (start,)), Segment("L", (end,))], None, ink, width)


def oval(
    x: float,
    y: float,
    radius_x: float,
    radius_y: float,
    fill: str | None = None,
    *,
    ink: str | None = INK,
    width: float = OUTLINE,
    angle: float = 0,
) -> Shape:
    """An ellipse about a point."""
    side, top = radius_x * ROUND, radius_y * ROUND
    segments = [
        Segment("M", ((radius_x, 0),)),
        Segment("C", ((radius_x, top), (side, radius_y), (0, radius_y))),
        Segment("C", ((-side, radius_y), (-radius_x, top), (-radius_x, 0))),
        Segment("C", ((-radius_x, -top), (-side, -radius_y), (0, -radius_y))),
        Segment("C", ((side, -radius_y), (radius_x, -top), (radius_x, 0))),
        Segment("Z"),
    ]
    return Shape(segments, fill, ink, width).moved(affine(x, y, angle=angle))


def dot(x: float, y: float, radius: float, fill: str = INK) -> Shape:
    """A small disc without a line."""
    return oval(x, y, radius, radius, fill, ink=None)


def box(
    x: float,
    y: float,
    across: float,
    down: float,
    radius: float,
    fill: str | None = None,
    *,
    ink: str | None = INK,
    width: float = OUTLINE,
) -> Shape:
    """A rectangle with round corners."""
    right, bottom, bend = x + across, y + down, radius * CORNER
    return path(
        f"M{x + radius} {y} L{right - radius} {y} "
        f"C{right - bend} {y} {right} {y + bend} {right} {y + radius} L{right} {bottom - radius} "
        f"C{right} {bottom - bend} {right - bend} {bottom} {right - radius} {bottom} L{x + radius} {bottom} "
        f"C{x + bend} {bottom} {x} {bottom - bend} {x} {bottom - radius} L{x} {y + radius} "
        f"C{x} {y + bend} {x + bend} {y} {x + radius} {y} Z",
        fill,
        ink=ink,
        width=width,
    )
