"""A booklet: small pages two to a side, in the order that makes a book of the folded sheets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.advice import Heading, Run, WritingLines
from kit.leaflet.advice import as_paper, set_body
from kit.leaflet.agreed import agreed_parts
from kit.leaflet.blocks import WRITING_MM, set_blocks
from kit.leaflet.marks import HAIRLINE, POINTS_PER_MM, Paper, Rule, Spot, Stretch
from kit.leaflet.pages import divided

if TYPE_CHECKING:
    from kit.domain.leaflet import LeafletOrder
    from kit.leaflet.advice import Body
    from kit.leaflet.marks import Part
    from kit.leaflet.typeset import Ruler

PAGES = 4
"""Pages of one folded sheet."""
QUESTIONS = "My questions"
FOLD_MM = (6, 11)
"""Where the mark for the fold begins and ends, from the edge: printers reach it, and no page has words there."""


def set_booklet(order: LeafletOrder, ruler: Ruler) -> Paper:
    """The whole booklet. Raises PressError as a sheet does."""
    paper = as_paper(order, _filled(order, set_body(order, ruler)))
    width, height = (side * POINTS_PER_MM for side in order.design.paper_mm)
    spots = tuple(Spot(side, x * width / 2) for side, x in imposed(len(paper.pages)))
    return Paper(width, height, paper.pages, paper.root, spots, (_fold(width, height),), turns_short=True)


def imposed(pages: int) -> list[tuple[int, int]]:
    """For each page its side of paper, and whether it lies left (0) or right (1). `pages` is a multiple of four.

    The outermost sheet holds the first two pages and the last two. Odd pages lie right, as in every book.
    """
    last = pages - 1
    return [(min(page, last - page), (page + 1) % 2) for page in range(pages)]


def _filled(order: LeafletOrder, body: Body) -> Body:
    """As many pages as the sheets have: lines for questions, between the text and the page that says whom to ask."""
    if len(body.pages) % PAGES == 0:
        return body
    room = body.setting.room - body.running.height
    parts = [part for page in body.pages for part in page]
    own = agreed_parts(order.family, body.setting)
    # Nobody turns over pages of lines to find the end of the text; what was agreed may stand beside whom to ask.
    has_room = sum(part.height for part in own) + body.tail.gap + body.tail.height <= room
    text = len(parts) - len(own) * has_room
    pages = divided(parts[:text], body.setting.room - body.title.height, room, 0.0) or [parts[:text]]
    questions = [_questions(body) for _ in range(-(len(pages) + 1) % PAGES)]
    return replace(body, pages=[*pages, *questions, parts[text:]])


def _questions(body: Body) -> list[Part]:
    setting = body.setting
    heading, lines = Heading(2, (Run(QUESTIONS),)), int((setting.room - body.running.height) / POINTS_PER_MM) - 20
    parts = set_blocks([heading, WritingLines(lines // WRITING_MM)], setting)
    for part in parts:
        if part.tag:
            part.tag.language = "en-GB"
    return parts


def _fold(width: float, height: float) -> Stretch:
    """Two short marks on the middle of the sheet, at its upper and its lower edge."""
    begin, end = (edge * POINTS_PER_MM for edge in FOLD_MM)
    ends = ((begin, end), (height - end, height - begin))
    return Stretch(
        tuple(Rule(width / 2, top, width / 2, bottom, 0.6, HAIRLINE, is_dashed=True) for top, bottom in ends)
    )
