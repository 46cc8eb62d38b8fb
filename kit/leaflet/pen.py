"""Marks → the operators of a PDF page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kit.leaflet.marks import Drawing, Frame, Rule, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from kit.domain.picture import Picture, Segment
    from kit.leaflet.fonts import Fonts
    from kit.leaflet.marks import Face, Mark

BEND = 0.5523
"""How far a curve's handles reach to make a quarter of a circle, as a part of the radius."""
KEPT_PICTURES = 128
OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Pen:
    """Draws on the pages of one document, which are `height` points high."""

    def __init__(self, fonts: Fonts, document: PDFDocument, height: float) -> None:
        self._fonts = fonts
        self._document = document
        self._height = height

    def draw(self, mark: Mark) -> str:
        """The operators that draw one mark."""
        match mark:
            case Type():
                return self._type(mark)
            case Drawing():
                return self._drawing(mark)
            case Rule():
                return self._rule(mark)
            case Frame():
                return self._frame(mark)

    def _type(self, mark: Type) -> str:
        # The space at the end keeps the last word of a line from being read as one with the first of the next.
        *before, (last_face, last_text) = mark.line
        line = (*before, (last_face, f"{last_text} "))
        shown = " ".join(piece for face, text in line for piece in self._shown(face, text, mark.size))
        return f"BT {colour(mark.colour)} rg {n(mark.x)} {n(self._height - mark.y)} Td {shown} ET"

    def _shown(self, face: Face, text: str, size: float) -> Iterator[str]:
        font = self._fonts.faces[face]
        for subset, codes in font.splitString(text, self._document):
            yield f"{font.getSubsetInternalName(subset, self._document)} {n(size)} Tf <{codes.hex()}> Tj"

    def _drawing(self, mark: Drawing) -> str:
        picture, bottom = mark.picture, self._height - mark.y
        scale = mark.width / picture.width
        place = f"{scale:.5f} 0 0 {-scale:.5f} {n(mark.x)} {n(bottom)} cm"
        # A sleeve may reach over the edge of its picture, and must not reach the words beside it.
        edge = f"0 0 {n(picture.width)} {n(picture.height)} re W n"
        return f"q {place} {edge} 1 J 1 j\n{painted(picture)}\nQ"

    def _rule(self, mark: Rule) -> str:
        y1, y2 = self._height - mark.y1, self._height - mark.y2
        dash = " [3 3] 0 d" if mark.is_dashed else ""
        line = _path((("M", (mark.x1, y1)), ("L", (mark.x2, y2))))
        return f"q {colour(mark.colour)} RG {n(mark.thickness)} w{dash} {line} S Q"

    def _frame(self, mark: Frame) -> str:
        left, top, r = mark.x, self._height - mark.y, mark.radius
        right, bottom, k = left + mark.width, top - mark.height, mark.radius * (1 - BEND)
        path: tuple[Segment, ...] = (
            ("M", (left + r, top)),
            ("L", (right - r, top)),
            ("C", (right - k, top, right, top - k, right, top - r)),
            ("L", (right, bottom + r)),
            ("C", (right, bottom + k, right - k, bottom, right - r, bottom)),
            ("L", (left + r, bottom)),
            ("C", (left + k, bottom, left, bottom + k, left, bottom + r)),
            ("L", (left, top - r)),
            ("C", (left, top - k, left + k, top, left + r, top)),
            ("Z", ()),
        )
        return f"q {colour(mark.colour)} RG {n(mark.thickness)} w {_path(path)} S Q"


@lru_cache(maxsize=KEPT_PICTURES)
def painted(picture: Picture) -> str:
    """All shapes of a picture, in its own units."""
    return "\n".join(_shapes(picture))


def _shapes(picture: Picture) -> Iterator[str]:
    before = ""
    for shape in picture.shapes:
        fill = f"{colour(shape.fill)} rg " if shape.fill else ""
        stroke = f"{colour(shape.stroke)} RG {n(shape.line)} w " if shape.stroke else ""
        ink = fill + stroke
        paint = ("B" if stroke else "f") if fill else "S"
        if ink:
            yield f"{'' if ink == before else ink}{_path(shape.path)} {paint}"
            before = ink


def _path(path: tuple[Segment, ...]) -> str:
    return " ".join(" ".join((*map(n, numbers), OPERATORS[name])) for name, numbers in path)


@lru_cache(maxsize=256)
def colour(code: str) -> str:
    """The colour "#RRGGBB" as three numbers from 0 to 1."""
    return " ".join(f"{int(code[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))


def n(number: float) -> str:
    """A number as a PDF writes it: two decimals, and none that are not needed."""
    return f"{round(number, 2):g}"
