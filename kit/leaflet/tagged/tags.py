"""What marks mean to a screen reader: tags of the structure tree, and artifacts. Imports nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]
"""Left, bottom, right, top on a page, in points from its lower left corner."""


@dataclass(eq=False, slots=True)
class Tag:
    """A node of the structure tree.

    Attributes:
        kind: a standard structure type ("H1", "P", "Figure" ...).
        alt: words for those who cannot see a Figure, or what a Link leads to.
        language: BCP 47, when it differs from that of the document.
        title: the words of a heading; a tag that has them becomes a bookmark.
        address: where a Link leads.
        places: page, number of the marked stretch on that page, in reading order.
        boxes: page and box of what was drawn with a box, in the same order.
    """

    kind: str
    alt: str = ""
    language: str = ""
    is_numbered: bool = False
    title: str = ""
    address: str = ""
    kids: list[Tag] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    boxes: list[tuple[int, Box]] = field(default_factory=list)

    def add(self, kind: str, *, alt: str = "", title: str = "", address: str = "") -> Tag:
        """A new last child."""
        child = Tag(kind, alt, title=title, address=address)
        self.kids.append(child)
        return child


class Artifact(StrEnum):
    """Marks that mean nothing by themselves, and what they are."""

    LAYOUT = "/Type /Layout"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"
