"""The plain card: useful numbers with neutral labels, four to a sheet. No heading, no sign, no topic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.advice import Run
from kit.domain.errors import PressError
from kit.leaflet.advice import said_date
from kit.leaflet.blocks import TIGHT
from kit.leaflet.contact import said_role
from kit.leaflet.marks import HAIRLINE, INK_SOFT, POINTS_PER_MM, Face, Paper, Part, Rule, Stretch
from kit.leaflet.tagged.tags import Artifact, Tag
from kit.leaflet.typeset import Style, set_lines, shrunk, stacked

if TYPE_CHECKING:
    from kit.domain.leaflet import ContactBox, Design, LeafletOrder
    from kit.leaflet.typeset import Ruler

SIDES = 2
"""Cards across and down the sheet."""
MOST_WHITE = 26.0
LEAST_WHITE = 5.0
SHARES = (1.0, 0.92, 0.84)
"""Of the size of the letters, the largest that fits: the long name of a worker must cost nobody the card."""


def set_card(order: LeafletOrder, ruler: Ruler) -> Paper:
    """The sheet of cards. Raises PressError when there are more numbers than a card holds."""
    width, height = (side * POINTS_PER_MM for side in order.design.page_mm)
    root = Tag("Document")
    card = _card(order, ruler, root.add("L"), width / SIDES, height / SIDES)
    stretches = []
    for number in range(SIDES**2):
        down, across = divmod(number, SIDES)
        for stretch in card:
            # Read aloud, the card is one card: its copies mean nothing more.
            copy = replace(stretch, tag=Artifact.LAYOUT) if number and isinstance(stretch.tag, Tag) else stretch
            stretches.append(copy.moved(across * width / SIDES, down * height / SIDES))
    return Paper(width, height, ((*stretches, _cuts(width, height)),), root)


def _card(order: LeafletOrder, ruler: Ruler, tag: Tag, width: float, height: float) -> list[Stretch]:
    margin = order.design.margin_mm * POINTS_PER_MM
    foot = _foot(order, ruler, width, height - margin)
    rows, white = _fitted(order, ruler, tag, width - 2 * margin, height - 2 * margin - order.design.note_pt * TIGHT - 8)
    y, stretches = margin, [foot]
    for place, row in enumerate(rows):
        if place:
            line = y - white / 2
            stretches.append(Stretch((Rule(margin, line, width - margin, line, 0.5, HAIRLINE),)))
        stretches += [stretch.moved(margin, y) for stretch in row.stretches]
        y += row.height + white
    return stretches


def _fitted(order: LeafletOrder, ruler: Ruler, tag: Tag, width: float, room: float) -> tuple[list[Part], float]:
    """The rows in the largest letters that leave white between them, and how much."""
    texts = _numbers(order)
    for share in SHARES:
        design = replace(order.design, lead_pt=order.design.lead_pt * share, body_pt=order.design.body_pt * share)
        listed = Tag(tag.kind)
        rows = [_row(*each, design, ruler, listed, width) for each in texts]
        white = (room - sum(row.height for row in rows)) / max(len(rows) - 1, 1)
        if white >= LEAST_WHITE:
            tag.kids += listed.kids
            return rows, min(white, MOST_WHITE)
    message = (
        f"The card has no room for {len(texts)} numbers with these names. "
        "Shorten your name or your role in the settings, or leave your name off the card."
    )
    raise PressError(message)


def _numbers(order: LeafletOrder) -> list[tuple[str, str]]:
    """Label and number of each row; the worker's own comes last."""
    contact: ContactBox = order.contact
    own = [(", ".join(filter(None, (contact.name, said_role(contact.role)))), contact.phone)] if contact.phone else []
    return [*((number.label, number.number) for number in order.numbers), *own]


def _row(label: str, number: str, design: Design, ruler: Ruler, tag: Tag, width: float) -> Part:
    small = Style(Face.REGULAR, design.body_pt, design.body_pt * TIGHT)
    large = Style(Face.STRONG, design.lead_pt, design.lead_pt * TIGHT)
    large = shrunk((Run(number),), large, width, ruler, design.body_pt)
    item = tag.add("LI")
    top, stretches = 0.0, []
    for kind, text, style in (("Lbl", label, small), ("LBody", number, large)):
        if text:
            lines = set_lines((Run(text),), style, width, ruler)
            stretches.append(Stretch(stacked(lines, style, 0, top), item.add(kind)))
            top += len(lines) * style.leading
    return Part(top, tuple(stretches))


def _foot(order: LeafletOrder, ruler: Ruler, width: float, bottom: float) -> Stretch:
    style = Style(Face.REGULAR, order.design.note_pt, order.design.note_pt * TIGHT, INK_SOFT)
    margin = order.design.margin_mm * POINTS_PER_MM
    lines = set_lines(
        (Run(f"{order.text_code} · {said_date(order.made_on)} · Page 1 of 1"),), style, width - 2 * margin, ruler
    )
    return Stretch(stacked(lines, style, margin, bottom - len(lines) * style.leading), Artifact.FOOTER)


def _cuts(width: float, height: float) -> Stretch:
    """Where to cut. The ends stay inside what the cheapest printers can reach."""
    edge = 12 * POINTS_PER_MM
    across = Rule(edge, height / SIDES, width - edge, height / SIDES, 0.6, INK_SOFT, is_dashed=True)
    down = Rule(width / SIDES, edge, width / SIDES, height - edge, 0.6, INK_SOFT, is_dashed=True)
    return Stretch((across, down))
