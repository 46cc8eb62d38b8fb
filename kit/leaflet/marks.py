"""What lies on paper: marks, the tags that say what they mean, and the parts and pages they make up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


@dataclass(eq=False, slots=True)
class Tag:
    """What marks mean to a screen reader: a node of the structure tree.

    Attributes:
        kind: a standard structure type ("H1", "P", "Figure" ...).
        alt: words for those who cannot see a Figure.
        language: BCP 47, when it differs from that of the leaflet.
        places: page index, number of the marked stretch on that page, in the order they were drawn.
        box: left, bottom, right, top of a Figure on its page; set when it is drawn.
    """

    kind: str
    alt: str = ""
    language: str = ""
    is_numbered: bool = False
    kids: list[Tag] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None

    def add(self, kind: str, *, alt: str = "") -> Tag:
        """A new last child."""
        child = Tag(kind, alt)
        self.kids.append(child)
        return child


class Trim(StrEnum):
    """Marks that mean nothing by themselves, and what they are."""

    LAYOUT = "/Type /Layout"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marks that belong to one tag, or to none."""

    marks: tuple[Mark, ...]
    tag: Tag | Trim = Trim.LAYOUT

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
class Paper:
    """A whole leaflet before it is a PDF: the size of its pages, what is on each, and what it means."""

    width: float
    height: float
    pages: tuple[tuple[Stretch, ...], ...]
    root: Tag
