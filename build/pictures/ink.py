"""Shapes and named groups in coordinates of their own, placed by number; the widths of their lines never scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from pictures.palette import INK

OUTLINE, INNER, FINE = 3.6, 2.8, 2.3
THINNEST = 1.7
PAGE_WIDTH, PAGE_HEIGHT = 400, 300

Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Part: TypeAlias = "Shape | Group"
Drawing: TypeAlias = "Shape | Group | Sequence[Drawing] | None"


class Segment(NamedTuple):
    """One step of a path: M, L, C or Z, and its points."""

    command: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Shape:
    """One path: what it is filled with, and the line around it."""

    segments: Sequence[Segment]
    fill: str | None = None
    ink: str | None = INK
    width: float = OUTLINE
    dash: str | None = None

    def moved(self, matrix: Matrix) -> "Shape":
        """The same shape elsewhere."""
        segments = [
            Segment(each.command, tuple(_moved(matrix, point) for point in each.points)) for each in self.segments
        ]
        return replace(self, segments=segments)

    def thinned(self, factor: float) -> "Shape":
        """The same shape in thinner lines, but never too thin to print."""
        return replace(self, width=max(THINNEST, self.width * factor))


@dataclass(frozen=True)
class Group:
    """Parts under a name, so that a person can move them by hand."""

    name: str
    parts: Sequence[Part]

    def moved(self, matrix: Matrix) -> "Group":
        """The same group elsewhere."""
        return Group(self.name, [each.moved(matrix) for each in self.parts])

    def thinned(self, factor: float) -> "Group":
        """The same group in thinner lines."""
        return Group(self.name, [each.thinned(factor) for each in self.parts])


def group(name: str, *drawings: Drawing) -> Group:
    """Parts under a name."""
    return Group(name, flat(drawings))


def flat(drawing: Drawing) -> list[Part]:
    """The parts of a drawing in one list, back to front."""
    if drawing is None:
        return []
    if isinstance(drawing, Shape | Group):
        return [drawing]
    return [part for each in drawing for part in flat(each)]


def affine(
    x: float,
    y: float,
    *,
    scale: float = 1,
    angle: float = 0,
    flip: bool = False,
    scale_y: float | None = None,
) -> Matrix:
    """Scale, flip left to right, turn by degrees and move, in this order."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    across, down = -scale if flip else scale, scale if scale_y is None else scale_y
    return cosine * across, sine * across, -sine * down, cosine * down, x, y


def place(
    x: float,
    y: float,
    *drawings: Drawing,
    scale: float = 1,
    angle: float = 0,
    flip: bool = False,
    scale_y: float | None = None,
) -> list[Part]:
    """Drawings moved together, so that their 0,0 lies at a point."""
    matrix = affine(x, y, scale=scale, angle=angle, flip=flip, scale_y=scale_y)
    return [each.moved(matrix) for each in flat(drawings)]


def mirrored(*drawings: Drawing) -> list[Part]:
    """The same at the other side of x = 0."""
    return place(0, 0, *drawings, flip=True)


def both_sides(*drawings: Drawing) -> list[Part]:
    """A drawing and its mirror image at the other side of x = 0."""
    return [*flat(drawings), *mirrored(*drawings)]


def mirrored_page(*drawings: Drawing) -> list[Part]:
    """The same at the other side of the page."""
    return place(PAGE_WIDTH, 0, *drawings, flip=True)


def thinned(factor: float, *drawings: Drawing) -> list[Part]:
    """The same in thinner lines, for a person who is small on the page."""
    return [each.thinned(factor) for each in flat(drawings)]


def _moved(matrix: Matrix, point: Point) -> Point:
    """Where a matrix takes a point."""
    return (
        matrix[0] * point[0] + matrix[2] * point[1] + matrix[4],
        matrix[1] * point[0] + matrix[3] * point[1] + matrix[5],
    )
