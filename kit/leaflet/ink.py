"""Papers → one tagged PDF: each stretch drawn by the pen and handed to the structure tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.leaflet.marks import Drawing, Type
from kit.leaflet.pen import Pen
from kit.leaflet.tagged.tags import Tag
from kit.leaflet.tagged.writer import TaggedPdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.leaflet.fonts import Fonts
    from kit.leaflet.marks import Mark, Paper
    from kit.leaflet.tagged.tags import Box
    from kit.leaflet.typeset import Ruler


def write_pdf(papers: Sequence[Paper], fonts: Fonts, title: str, language: str) -> tuple[bytes, int]:
    """One PDF of these papers, and how many sides it has: the same papers give the same bytes.

    Several papers are one job: each begins on a sheet of its own.
    """
    pdf = TaggedPdf(title, language)
    sides = 0
    for number, paper in enumerate(papers, start=1):
        # The back of a sheet belongs to the leaflet on its front.
        blank = number < len(papers) and paper.sides % 2
        first, *_ = [pdf.add_page(paper.width, paper.height) for _ in range(paper.sides + blank)]
        _draw(pdf, paper, first, fonts)
        sides += paper.sides + blank
    pdf.duplex = _duplex(papers, sides)
    root = papers[0].root if len(papers) == 1 else Tag("Document", kids=[_as_part(paper.root) for paper in papers])
    return pdf.finish(root), sides


def _draw(pdf: TaggedPdf, paper: Paper, first: int, fonts: Fonts) -> None:
    pen = Pen(fonts, pdf.document, paper.height)
    for side, stretch in paper.placed():
        operators = "\n".join(pen.draw(mark) for mark in stretch.marks)
        box = _box(stretch.marks, fonts, paper.height) if _needs_box(stretch.tag) else None
        pdf.mark(first + side, stretch.tag, operators, box)


def _duplex(papers: Sequence[Paper], sides: int) -> str:
    if sides == 1:
        return ""
    return "DuplexFlipShortEdge" if all(paper.turns_short for paper in papers) else "DuplexFlipLongEdge"


def _as_part(root: Tag) -> Tag:
    root.kind = "Part"
    return root


def _needs_box(tag: object) -> bool:
    return isinstance(tag, Tag) and (tag.kind == "Figure" or bool(tag.title or tag.address))


def _box(marks: Iterable[Mark], ruler: Ruler, height: float) -> Box | None:
    """The box round these marks, measured from the lower left corner of the side."""
    boxes = [_edges(mark, ruler) for mark in marks if isinstance(mark, Drawing | Type)]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), height - max(bottoms), max(rights), height - min(tops)


def _edges(mark: Drawing | Type, ruler: Ruler) -> Box:
    """Left, top, right, bottom."""
    if isinstance(mark, Drawing):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    wide = mark.size * sum(ruler.width(face, text) for face, text in mark.line)
    return mark.x, mark.y - mark.size * 0.8, mark.x + wide, mark.y + mark.size * 0.25
