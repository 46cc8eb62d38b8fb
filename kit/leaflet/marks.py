"""What lies on paper: marks, the stretches that have a meaning together, and the parts and pages they make up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.leaflet.tagged.tags import Artifact, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.domain.picture import Picture

POINTS_PER_MM = 72 / 25.4

INK = "#16191C"
INK_SOFT = "#48525A"
HAIRLINE = "#A9AFB4"


class Face(StrEnum):
    """The two weights on a leaflet. More would only be louder."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    STRONG = "AtkinsonHyperlegibleNext-SemiBold"


Line = tuple[tuple[Face, str], ...]
"""One line of type: stretches of one weight each."""


@dataclass(frozen=True, slots=True)
class Type:
    """A line of type standing on the baseline at x, y."""

    x: float
    y: float
    size: float
    line: Line
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture in the box whose top left corner is x, y."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    colour: str = INK
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The outline of a box with round corners."""

    x: float
    y: float
    width: float
    height: float
    thickness: float
    radius: float
    colour: str = INK


Mark = Type | Drawing | Rule | Frame


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marks that belong to one tag, or to none."""

    marks: tuple[Mark, ...]
    tag: Tag | Artifact = Artifact.LAYOUT

    def moved(self, right: float, down: float) -> Stretch:
        """The same marks, elsewhere."""
        return replace(self, marks=tuple(_moved(mark, right, down) for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a leaflet that is never split. Its marks are measured from its own top left corner.

    Attributes:
        tag: where the part hangs in the structure tree; several parts may share one (the items of a list).
        gap: white above it, when it is not the first on its page.
        is_row: spread with its like over the height of the page.
        keeps_next: may not be the last on its page.
    """

    height: float
    stretches: tuple[Stretch, ...]
    tag: Tag | None = None
    gap: float = 0.0
    is_row: bool = False
    keeps_next: bool = False

    def moved(self, down: float) -> tuple[Stretch, ...]:
        """Its stretches, lower down on the page."""
        return tuple(stretch.moved(0, down) for stretch in self.stretches)


def _moved(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, Rule):
        return replace(mark, x1=mark.x1 + right, x2=mark.x2 + right, y1=mark.y1 + down, y2=mark.y2 + down)
    return replace(mark, x=mark.x + right, y=mark.y + down)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page lies: on which side of which sheet, and how far from its top left corner."""

    side: int
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole leaflet before it is a PDF: the size of a side, the pages in reading order, and what it means.

    Attributes:
        spots: where each page lies; empty when each has a side of its own.
        guides: where to fold, on every side.
        turns_short: whether the second side is turned over the short edge, as a booklet is.
    """

    width: float
    height: float
    pages: tuple[tuple[Stretch, ...], ...]
    root: Tag
    spots: tuple[Spot, ...] = ()
    guides: tuple[Stretch, ...] = ()
    turns_short: bool = False

    @property
    def sides(self) -> int:
        """How many sides of paper it takes."""
        return 1 + max((spot.side for spot in self.spots), default=len(self.pages) - 1)

    def placed(self) -> Iterator[tuple[int, Stretch]]:
        """Each stretch on its side, in reading order."""
        spots = self.spots or tuple(map(Spot, range(len(self.pages))))
        for spot, page in zip(spots, self.pages, strict=True):
            for stretch in page:
                yield spot.side, stretch.moved(spot.x, spot.y)
        for side in range(self.sides):
            for guide in self.guides:
                yield side, guide
