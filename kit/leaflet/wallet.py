"""Wallet cards: five to a sheet, each cut out and folded in the middle; title and number outside, what to do inside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import Run
from kit.domain.errors import PressError
from kit.leaflet.advice import said_date
from kit.leaflet.agreed import NEXT_VISIT
from kit.leaflet.blocks import fitted
from kit.leaflet.code import QUIET, code_picture
from kit.leaflet.contact import more_part, said_whom
from kit.leaflet.marks import INK_SOFT, POINTS_PER_MM, Face, Paper, Part, Rule, Stretch
from kit.leaflet.poster import chosen_ideas
from kit.leaflet.tagged.tags import Artifact, Tag
from kit.leaflet.typeset import Style, set_lines, shrunk, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.domain.advice import Idea, OfficialPage
    from kit.domain.leaflet import Design, LeafletOrder
    from kit.domain.picture import Picture
    from kit.leaflet.marks import Line
    from kit.leaflet.typeset import Ruler

MOST, LEAST_WITH_CODE = 5, 2
"""How many ideas are tried when nobody chose; as many stay as the card holds, and the code only beside two or more."""
MODULE_MM = 25.4 / 50
"""Side of one square of the code: three dots of a coarse printer, six of an ordinary one, so that all are alike."""
HOW_TO = "Cut along the lines. Fold in the middle."
EDGE_MM = 12
"""Where cheap printers stop."""
LEAST_PT = 10
"""No word that a parent reads is set smaller, however long the title."""


@dataclass(frozen=True, slots=True)
class Half:
    """One half of an unfolded card: its design, what measures its words, and how much room is inside its margins."""

    design: Design
    ruler: Ruler
    width: float
    height: float

    def style(self, size: float, face: Face = Face.REGULAR, colour: str = "") -> Style:
        """Words of this size."""
        style = Style(face, size, size * self.design.line_height)
        return replace(style, colour=colour) if colour else style

    def lines(self, text: str, style: Style, width: float) -> list[Line]:
        """Words in lines."""
        return set_lines((Run(" ".join(text.split())),), style, width, self.ruler)


def set_wallet(order: LeafletOrder, ruler: Ruler) -> Paper:
    """The sheet of cards.

    Raises:
        PressError: the words are more than a card holds, or as for a sheet.
    """
    design = order.design
    width, height = (side * POINTS_PER_MM for side in design.paper_mm)
    wide, high = (side * POINTS_PER_MM for side in design.page_mm)
    margin = design.margin_mm * POINTS_PER_MM
    half = Half(design, ruler, wide - 2 * margin, high - 2 * margin)
    root = Tag("Document", language="")
    ideas = chosen_ideas(order, MOST)
    front, back = _front(order, half, root, ideas[0]), _back(order, half, root, ideas)
    card = [stretch.moved(margin, margin) for stretch in front]
    card += [stretch.moved(wide + margin, margin) for stretch in back]
    count = int((height - 2 * EDGE_MM * POINTS_PER_MM) // high)
    left, top = (width - 2 * wide) / 2, (height - count * high) / 2
    sheet = [*_cuts(left, top, 2 * wide, high, count), _how_to(half, height, left)]
    for number in range(count):
        for stretch in card:
            # Read aloud, the card is one card: its copies mean nothing more.
            copy = replace(stretch, tag=Artifact.LAYOUT) if number and isinstance(stretch.tag, Tag) else stretch
            sheet.append(copy.moved(left, top + number * high))
    return Paper(width, height, (tuple(sheet),), root)


def _front(order: LeafletOrder, half: Half, root: Tag, idea: Idea) -> list[Stretch]:
    """Title, a picture, whom to ring; text code and date under them."""
    design, contact = half.design, order.contact
    title = half.style(design.title_pt, Face.STRONG)
    title = shrunk((Run(order.variant.title),), title, half.width, half.ruler, LEAST_PT)
    lines = half.lines(order.variant.title, title, half.width)
    while len(lines) > 2 and title.size > LEAST_PT:  # noqa: PLR2004 - a third line leaves no picture
        title = half.style(max(LEAST_PT, title.size * 0.92), Face.STRONG)
        lines = half.lines(order.variant.title, title, half.width)
    foot = half.style(design.note_pt, colour=INK_SOFT)
    top = len(lines) * title.leading + 3
    room = half.height - top - foot.leading - 3
    picture_width = design.picture_mm * POINTS_PER_MM
    picture = _picture(order, idea)
    figure = Stretch((fitted(picture, 0, top, picture_width, room),), Tag("Figure", alt=picture.alt or picture.title))
    heading = Stretch(stacked(lines, title, 0, 0), root.add("H1", title=order.variant.title))
    if isinstance(figure.tag, Tag):
        root.kids.append(figure.tag)
    ring = _ring(half, root, said_whom(contact.name, contact.role), contact.phone, half.width - picture_width - 8)
    said = half.lines(f"{order.text_code} · {said_date(order.made_on)} · Page 1 of 1", foot, half.width)
    below = Stretch(stacked(said, foot, 0, half.height - len(said) * foot.leading), Artifact.FOOTER)
    middle = top + max(0.0, (room - ring.height) / 2)
    return [heading, figure, *(one.moved(picture_width + 8, middle) for one in ring.stretches), below]


def _picture(order: LeafletOrder, idea: Idea) -> Picture:
    picture = order.pictures.get(idea.picture)
    if picture is None:
        message = f"The picture “{idea.picture}” is missing, so the leaflet was not made. Nothing else is affected."
        raise PressError(message)
    return picture


def _ring(half: Half, root: Tag, whom: str, phone: str, width: float) -> Part:
    """Whom to ring, and the number large; a line to write on where there is none."""
    top = 0.0
    stretches: list[Stretch] = []
    texts = [(whom, half.style(half.design.body_pt)), (phone, half.style(half.design.lead_pt, Face.STRONG))]
    for text, style in texts:
        if text.strip():
            fitting = shrunk((Run(text),), style, width, half.ruler, LEAST_PT)
            lines = half.lines(text, fitting, width)
            stretches.append(Stretch(stacked(lines, fitting, 0, top), root.add("P")))
            top += len(lines) * fitting.leading
    if not phone.strip():
        top += 20
        stretches.append(Stretch((Rule(0, top, width, top, 0.8),)))
    return Part(top, tuple(stretches))


def _back(order: LeafletOrder, half: Half, root: Tag, ideas: Sequence[Idea]) -> list[Stretch]:
    """What to do, what was agreed, the next visit, and where to read on if that leaves room for them."""
    agreed = [line for line in order.family.agreed if line.strip()]
    for page, count in _tries(order, len(ideas)):
        tags = [Tag("L"), Tag("P")] if order.family.next_visit else [Tag("L")]
        said = _said(half, [*(idea.lead for idea in ideas[:count]), *agreed], order.family.next_visit, *tags)
        more = _more(page, half, tags) if page else Part(0, ())
        white = half.height - said.height - more.height
        if white >= (LEAST_PT if page else 0):
            root.kids += tags
            return [*said.moved(white / 2), *more.moved(half.height - more.height)]
    message = "These are more words than the card holds. Choose fewer ideas, or write less of what was agreed."
    raise PressError(message)


def _tries(order: LeafletOrder, ideas: int) -> Iterator[tuple[OfficialPage | None, int]]:
    """What the back may hold, best first: all that was chosen, or as many ideas as there is room for."""
    if order.page:
        least = ideas if order.family.chosen else min(ideas, LEAST_WITH_CODE)
        yield from ((order.page, count) for count in range(ideas, least - 1, -1))
    least = ideas if order.family.chosen else 1
    yield from ((None, count) for count in range(ideas, least - 1, -1))


def _more(page: OfficialPage, half: Half, tags: list[Tag]) -> Part:
    """Where to read on, in one row. The white edge of the code may lie in the margin."""
    modules = code_picture(page.link, "").width
    side = modules * MODULE_MM * POINTS_PER_MM
    left = -side * QUIET / modules
    tags.append(Tag("Sect", language="en-GB"))
    return more_part(page, half.style(LEAST_PT), half.ruler, tags[-1], left, half.width, left + side, side=side)


def _said(half: Half, lines: Sequence[str], next_visit: str, whole: Tag, visit: Tag | None = None) -> Part:
    """A list of these lines, and the next visit under it."""
    style, strong = half.style(half.design.body_pt), half.style(half.design.body_pt, Face.STRONG)
    gap = half.design.row_gap_mm * POINTS_PER_MM
    top = 0.0
    stretches: list[Stretch] = []
    for text in lines:
        item = whole.add("LI")
        words = half.lines(text, style, half.width - style.size)
        stretches.append(Stretch(stacked([((Face.STRONG, "•"),)], style, 0, top), item.add("Lbl")))
        stretches.append(Stretch(stacked(words, style, style.size, top), item.add("LBody")))
        top += len(words) * style.leading + gap
    if visit:
        words = half.lines(f"{NEXT_VISIT} {next_visit}", strong, half.width)
        stretches.append(Stretch(stacked(words, strong, 0, top), visit))
        top += len(words) * strong.leading + gap
    return Part(top - gap, tuple(stretches))


def _cuts(left: float, top: float, width: float, high: float, count: int) -> list[Stretch]:
    """Round every card where to cut, and through its middle where to fold."""
    bottom = top + count * high
    rules = [Rule(left, y, left + width, y, 0.6, INK_SOFT, is_dashed=True) for y in _steps(top, high, count)]
    rules += [Rule(x, top, x, bottom, 0.6, INK_SOFT, is_dashed=True) for x in (left, left + width)]
    mark = 2 * POINTS_PER_MM
    for y in _steps(top, high, count - 1):
        x = left + width / 2
        rules += [Rule(x, y, x, y + mark, 0.6, INK_SOFT), Rule(x, y + high - mark, x, y + high, 0.6, INK_SOFT)]
    return [Stretch(tuple(rules))]


def _steps(start: float, step: float, count: int) -> list[float]:
    return [start + number * step for number in range(count + 1)]


def _how_to(half: Half, height: float, left: float) -> Stretch:
    """What to do with the sheet, on the strip that is cut away."""
    style = half.style(max(half.design.note_pt, 9), colour=INK_SOFT)
    top = height - EDGE_MM * POINTS_PER_MM - style.leading
    return Stretch(stacked(half.lines(HOW_TO, style, 400), style, left, top), Artifact.FOOTER)
