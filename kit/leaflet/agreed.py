"""What this family and their worker agreed, and when the next visit is: in a box of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Run
from kit.leaflet.blocks import TIGHT
from kit.leaflet.marks import POINTS_PER_MM, Face, Frame, Part, Stretch
from kit.leaflet.tagged.tags import Tag
from kit.leaflet.typeset import Style, set_lines, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.leaflet import FamilyWords
    from kit.leaflet.blocks import Setting
    from kit.leaflet.marks import Type

AGREED = "What we agreed"
NEXT_VISIT = "Next visit:"
PAD_MM = 4.5


def agreed_parts(family: FamilyWords, setting: Setting) -> list[Part]:
    """The box, or nothing when nothing was said."""
    agreed = [clean for line in family.agreed if (clean := " ".join(line.split()))]
    next_visit = " ".join(family.next_visit.split())
    if not agreed and not next_visit:
        return []
    tag = Tag("Sect", language="en-GB")
    top = pad = PAD_MM * POINTS_PER_MM
    stretches: list[Stretch] = []
    if agreed:
        heading = _set(AGREED, setting.lead, pad, top, setting)
        stretches.append(Stretch(heading, tag.add("H2", title=AGREED)))
        top += len(heading) * setting.lead.leading + setting.body.size * 0.2
        items = _list(agreed, pad, setting, tag)
        stretches += items.moved(top)
        top += items.height
    if next_visit:
        top += setting.body.size * 0.4 if agreed else 0.0
        style = Style(Face.STRONG, setting.body.size, setting.body.size * TIGHT)
        words = _set(f"{NEXT_VISIT} {next_visit}", style, pad, top, setting)
        stretches.append(Stretch(words, tag.add("P")))
        top += len(words) * style.leading
    height = top + pad
    frame = Stretch((Frame(0, 0, setting.width, height, 1.2, 8),))
    return [Part(height, (frame, *stretches), tag, setting.design.row_gap_mm * POINTS_PER_MM)]


def _list(agreed: Sequence[str], left: float, setting: Setting, tag: Tag) -> Part:
    style, whole, top = setting.body, tag.add("L"), 0.0
    indent = left + style.size * 1.2
    stretches: list[Stretch] = []
    for text in agreed:
        item = whole.add("LI")
        lines = set_lines((Run(text),), style, setting.width - left - indent, setting.ruler)
        stretches.append(Stretch(stacked([((Face.STRONG, "•"),)], style, left, top), item.add("Lbl")))
        stretches.append(Stretch(stacked(lines, style, indent, top), item.add("LBody")))
        top += len(lines) * style.leading
    return Part(top, tuple(stretches))


def _set(text: str, style: Style, left: float, top: float, setting: Setting) -> tuple[Type, ...]:
    lines = set_lines((Run(text),), style, setting.width - 2 * left, setting.ruler)
    return stacked(lines, style, left, top)
