"""An advice leaflet: title, ideas or prose, contact box, and the same foot on every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import Idea, Run
from kit.domain.errors import PressError
from kit.leaflet.agreed import agreed_parts
from kit.leaflet.blocks import PICTURE_SHAPE, Setting, set_blocks
from kit.leaflet.contact import contact_part
from kit.leaflet.marks import HAIRLINE, INK_SOFT, POINTS_PER_MM, Paper, Part, Rule, Stretch
from kit.leaflet.pages import divided, spread
from kit.leaflet.tagged.tags import Artifact, Tag
from kit.leaflet.typeset import line_width, set_lines, shrunk, stacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from kit.domain.leaflet import LeafletOrder
    from kit.leaflet.marks import Line
    from kit.leaflet.typeset import Ruler, Style

    Parts = Callable[[LeafletOrder, Setting], list[Part]]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
GROWN = (1.3, 1.2, 1.1)
"""How much larger than the design asks pictures may be where that moves nothing to another page."""
SHRUNK = (0.92, 0.85, 0.78)
"""How much smaller they may be where that saves a sheet: one sheet is kept, two are lost."""
SIDES = {"booklet": 4, "poster": 1}
"""How many pages a sheet has; of every other design, two."""
LEAST_WORDS_MM = 85
"""Width the words keep when pictures grow."""
MOST_TITLE_LINES = 2
ABOVE_FOOT = 13.0
"""White between a page and the small print at its foot, in points."""
AFTER_TITLE_MM = 4


@dataclass(frozen=True, slots=True)
class Body:
    """The leaflet before its pages have head and foot."""

    setting: Setting
    title: Part
    running: Part
    tail: Part
    pages: list[list[Part]]

    @property
    def division(self) -> list[int]:
        """How many parts each page has."""
        return [len(page) for page in self.pages]

    def is_last(self, number: int) -> bool:
        """Whether this is the page with the contact box."""
        return number + 1 == len(self.pages)

    def head(self, number: int) -> Part:
        """What is on top of this page."""
        return self.running if number else self.title

    def room(self, number: int) -> float:
        """Height for the parts of this page."""
        tail = self.tail.gap + self.tail.height if self.is_last(number) else 0.0
        return self.setting.room - self.head(number).height - tail


def set_advice(order: LeafletOrder, ruler: Ruler, parts_of: Parts | None = None) -> Paper:
    """The whole leaflet, each page on a side of its own, made of the blocks of its variant or by another writer.

    Raises:
        PressError: a picture is missing, an idea is longer than a page, or the font lacks a letter.
    """
    return as_paper(order, set_body(order, ruler, parts_of=parts_of))


def as_paper(order: LeafletOrder, body: Body) -> Paper:
    """The pages with head and foot, and what they mean."""
    width, height = (side * POINTS_PER_MM for side in order.design.page_mm)
    margin = order.design.margin_mm * POINTS_PER_MM
    pages = (_page(order, body, number) for number in range(len(body.pages)))
    placed = tuple(tuple(stretch.moved(margin, margin) for stretch in page) for page in pages)
    return Paper(width, height, placed, _tree(body))


def set_body(order: LeafletOrder, ruler: Ruler, grown: Sequence[float] = GROWN, parts_of: Parts | None = None) -> Body:
    """The parts on their pages, on as few sheets as can be, with the largest pictures those allow.

    Args:
        order: what to set.
        ruler: measures words.
        grown: how much larger pictures may be, largest first.
        parts_of: makes the parts; of the blocks of the variant when not given.

    Raises:
        PressError: as for the whole leaflet.
    """
    width, height = (side * POINTS_PER_MM for side in order.design.page_mm)
    margin = order.design.margin_mm * POINTS_PER_MM
    setting = Setting(order.design, ruler, width - 2 * margin, height - 2 * margin, order.pictures)
    setting = replace(setting, room=setting.room - setting.note.leading - ABOVE_FOOT)
    body = _body(order, setting, parts_of or _blocks)
    if body is None:
        message = (
            f"A part of “{order.variant.title}” is longer than a page. Choose another design or another form of it."
        )
        raise PressError(message)
    if not any(isinstance(block, Idea) for block in order.variant.blocks):
        return body
    return _shrunk(order, body) or _grown(order, body, grown)


def _blocks(order: LeafletOrder, setting: Setting) -> list[Part]:
    return set_blocks(order.variant.blocks, setting)


def _body(order: LeafletOrder, setting: Setting, parts_of: Parts) -> Body | None:
    title, running = _title(order.variant.title, setting), _running_title(order.variant.title, setting)
    tail = _tail(order, setting)
    parts = [*parts_of(order, setting), *agreed_parts(order.family, setting)]
    pages = divided(parts, setting.room - title.height, setting.room - running.height, tail.gap + tail.height)
    return None if pages is None else Body(setting, title, running, tail, pages)


def _shrunk(order: LeafletOrder, body: Body) -> Body | None:
    """The leaflet on fewer sheets, if a little less picture does that."""
    sides = SIDES.get(order.design.kind, 2)
    sheets = -(-len(body.pages) // sides)
    for smaller in SHRUNK if sheets > 1 else ():
        tried = _body(order, replace(body.setting, grown=smaller), _blocks)
        if tried is not None and -(-len(tried.pages) // sides) < sheets:
            return tried
    return None


def _grown(order: LeafletOrder, body: Body, steps: Sequence[float]) -> Body:
    """The leaflet with its pictures as large as its pages allow."""
    for grown in steps:
        larger = replace(body.setting, grown=grown)
        leaves_words = larger.width - larger.words_left >= LEAST_WORDS_MM * POINTS_PER_MM
        if leaves_words and _has_room(body, larger.picture_width / PICTURE_SHAPE):
            tried = _body(order, larger, _blocks)
            if tried is not None and tried.division == body.division:
                return tried
    return body


def _has_room(body: Body, picture_height: float) -> bool:
    """Whether pictures of this height could fit, before anything is set again."""
    return all(
        sum(max(part.height, picture_height) + part.gap for part in page) - page[0].gap <= body.room(number)
        for number, page in enumerate(body.pages)
        if page
    )


def _title(text: str, setting: Setting) -> Part:
    words, tag = (Run(text),), Tag("H1", title=text)
    style = shrunk(words, setting.title, setting.width, setting.ruler, setting.body.size)
    lines = set_lines(words, style, setting.width, setting.ruler, is_even=True)
    while len(lines) > MOST_TITLE_LINES and style.size > setting.lead.size:
        style = replace(style, size=style.size * 0.9, leading=style.leading * 0.9)
        lines = set_lines(words, style, setting.width, setting.ruler, is_even=True)
    bottom = len(lines) * style.leading + 6
    rule = Stretch((Rule(0, bottom, setting.width, bottom, 1.8),))
    return Part(bottom + AFTER_TITLE_MM * POINTS_PER_MM, (Stretch(stacked(lines, style, 0, 0), tag), rule), tag)


def _running_title(text: str, setting: Setting) -> Part:
    """The title again, small, for a page that has lost its first one."""
    style = replace(setting.body, colour=INK_SOFT)
    lines = set_lines((Run(text),), style, setting.width, setting.ruler)
    bottom = len(lines) * style.leading + 3
    rule = Rule(0, bottom, setting.width, bottom, 0.6, HAIRLINE)
    return Part(
        bottom + AFTER_TITLE_MM * POINTS_PER_MM, (Stretch((*stacked(lines, style, 0, 0), rule), Artifact.HEADER),)
    )


def _tail(order: LeafletOrder, setting: Setting) -> Part:
    """Contact box and note, at the foot of the last page; a record ends with its last line."""
    if order.design.kind == "record":
        return Part(0.0, ())
    if order.design.kind == "poster":
        # The poster is about what to do; whom to ask is there for who looks for it.
        quiet = replace(order.design, title_pt=26, lead_pt=18, body_pt=16)
        setting = replace(setting, design=quiet, grown=1.0)
    box = contact_part(order.contact, setting, order.page)
    if not order.note:
        return box
    tag = Tag("P", language="en-GB")
    style = replace(setting.note, colour=INK_SOFT)
    lines = set_lines((Run(order.note),), style, setting.width, setting.ruler, most=len(order.note))
    top = box.height + style.leading * 0.6
    note = Stretch(stacked(lines, style, 0, top), tag)
    both = Tag("Div", kids=[*filter(None, [box.tag]), tag])
    gap = setting.design.row_gap_mm * POINTS_PER_MM
    return Part(top + len(lines) * style.leading, (*box.stretches, note), both, gap)


def _page(order: LeafletOrder, body: Body, number: int) -> list[Stretch]:
    head = body.head(number)
    stretches = [*head.stretches]
    for y, part in spread(body.pages[number], head.height, body.room(number)):
        stretches += part.moved(y)
    if body.is_last(number):
        stretches += body.tail.moved(body.setting.room - body.tail.height)
    stretches.append(_foot(order, body.setting, f"Page {number + 1} of {len(body.pages)}"))
    return stretches


def _foot(order: LeafletOrder, setting: Setting, page: str) -> Stretch:
    style = replace(setting.note, colour=INK_SOFT)
    left = f"{order.text_code} · {said_date(order.made_on)}"
    top = setting.room + ABOVE_FOOT
    right_line = set_lines((Run(page),), style, setting.width, setting.ruler)[:1]
    right = setting.width - _longest(right_line, style, setting)
    fitting = shrunk((Run(left.replace(" ", "\u00a0")),), style, right - style.size, setting.ruler, 6)
    left_line = set_lines((Run(left),), fitting, setting.width, setting.ruler)[:1]
    rule = Rule(0, top - 4, setting.width, top - 4, 0.6, HAIRLINE)
    return Stretch(
        (rule, *stacked(left_line, fitting, 0, top), *stacked(right_line, style, right, top)), Artifact.FOOTER
    )


def _longest(lines: list[Line], style: Style, setting: Setting) -> float:
    return max(line_width(line, style.size, setting.ruler) for line in lines)


def said_date(day: date) -> str:
    """The date as it is said, whatever language the laptop speaks: 24 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _tree(body: Body) -> Tag:
    parts = [body.title, *(part for page in body.pages for part in page), body.tail]
    tags = (part.tag for part in parts)
    return Tag("Document", kids=list(dict.fromkeys(tag for tag in tags if tag is not None)))
