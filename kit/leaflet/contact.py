"""The box at the end of a leaflet: whom to ring, or lines to write it on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.advice import Run
from kit.domain.picture import Picture, Shape
from kit.leaflet.blocks import BESIDE_MM, TIGHT, WRITING_MM, fitted
from kit.leaflet.code import QUIET, code_picture
from kit.leaflet.marks import POINTS_PER_MM, Frame, Part, Rule, Stretch
from kit.leaflet.tagged.tags import Tag
from kit.leaflet.typeset import STUCK, line_width, set_lines, shrunk, stacked

if TYPE_CHECKING:
    from kit.domain.advice import OfficialPage
    from kit.domain.leaflet import ContactBox
    from kit.leaflet.blocks import Setting
    from kit.leaflet.marks import Line, Mark
    from kit.leaflet.typeset import Ruler, Style

QUESTION = "Do you want to ask something?"
NAME, NUMBER = "Name:", "Number:"
MORE = "More from"
CODE_MM = 24
"""Side of the code; a telephone reads it from an arm's length."""
MORE_SHARE = 0.3
"""How much of the box the code and its address take."""
LEAST_BESIDE_MM = 115
"""What the telephone and whom to ring need for themselves, before the code may stand beside them."""
SMALL_SHARE, LEAST_SMALL = 0.8, 14.0
"""Size of the address, as a part of the ordinary words; easy read begins at 14 points."""
PIECES = re.compile(r"[^/-]*[/-]?")
PAD_MM = 4.5
SIGN_MM = (22, 30)
"""Least width of the column of the telephone, and its height."""

_PEN, _DARK, _SCREEN, _GREEN, _WHITE = "#24212B", "#3C3A44", "#F3F7FA", "#1E7B3A", "#FFFFFF"


def contact_part(contact: ContactBox, setting: Setting, page: OfficialPage | None = None) -> Part:
    """The box, as wide as the column: telephone, whom to ring, and where to read on."""
    tag = Tag("Sect", language="en-GB")
    pad, beside = PAD_MM * POINTS_PER_MM, BESIDE_MM * POINTS_PER_MM
    least = SIGN_MM[0] * POINTS_PER_MM
    more_width = max(setting.width * MORE_SHARE, CODE_MM * POINTS_PER_MM)
    is_beside = page is not None and setting.width - more_width >= LEAST_BESIDE_MM * POINTS_PER_MM
    sign_width = least if is_beside else max(setting.picture_width - pad, least)
    left, right = pad + sign_width + beside, setting.width - pad
    words = _words(contact, setting, tag, left, right - more_width - beside if is_beside else right)
    inner = max(words.height, SIGN_MM[1] * POINTS_PER_MM)
    sign = fitted(TELEPHONE, pad, 0, sign_width, SIGN_MM[1] * POINTS_PER_MM)
    more = Part(0, ())
    size = max(setting.body.size * SMALL_SHARE, min(setting.body.size, LEAST_SMALL))
    small = replace(setting.body, size=size, leading=size * TIGHT)
    if page and is_beside:
        more = more_part(page, small, setting.ruler, tag, right - more_width, right)
        inner = max(inner, more.height)
        placed = more.moved(pad + (inner - more.height) / 2)
    elif page:
        # In a narrow column it goes under the telephone, with the words beside it.
        code_left = pad + (sign_width - CODE_MM * POINTS_PER_MM) / 2
        more = more_part(page, small, setting.ruler, tag, code_left, right, left)
        placed = more.moved(pad + inner + beside / 2)
    else:
        placed = ()
    high = inner + (more.height + beside / 2 if page and not is_beside else 0)
    frame = Frame(0, 0, setting.width, high + 2 * pad, 1.2, 8)
    shown = Stretch((sign,)).moved(0, pad + (inner - sign.height) / 2)
    whom = words.moved(pad + (inner - words.height) / 2)
    return Part(high + 2 * pad, (Stretch((frame, *shown.marks)), *whom, *placed), tag)


def more_part(
    page: OfficialPage,
    style: Style,
    ruler: Ruler,
    tag: Tag,
    left: float,
    right: float,
    words_left: float | None = None,
    *,
    side: float = CODE_MM * POINTS_PER_MM,
) -> Part:
    """A code for the camera of a telephone, and the same address in words: under it, or beside it from `words_left`."""
    alt = f"Code for a phone camera. It opens {page.address}"
    picture = code_picture(page.link, alt)
    start, top = (left, side + style.size * 0.3) if words_left is None else (words_left, 0.0)
    # Over its address the dark part of the code begins where the words do.
    edge = side * QUIET / picture.width if words_left is None else 0.0
    figure = Stretch((fitted(picture, left - edge, 0, side, side),), tag.add("Figure", alt=alt))
    whose = set_lines((Run(f"{MORE} {page.words}"),), style, right - start, ruler)
    address_style = whole_pieces(page.address, style, right - start, ruler)
    address = address_lines(page.address, address_style, right - start, ruler)
    height = len(whose) * style.leading + len(address) * address_style.leading
    if words_left is not None:
        top = max(0.0, (side - height) / 2)
    link = Tag("Link", alt=f"{page.words}: {page.address}", address=page.link)
    said = Stretch(stacked(whose, style, start, top), tag.add("P"))
    linked = Stretch(stacked(address, address_style, start, top + len(whose) * style.leading), link)
    tag.add("P").kids.append(link)
    return Part(max(side, top + height), (figure, said, linked))


def whole_pieces(address: str, style: Style, width: float, ruler: Ruler) -> Style:
    """The style, a little smaller where that keeps the longest piece of an address on one line."""
    widest = max(ruler.width(style.face, piece) for piece in PIECES.findall(address))
    size = max(min(style.size, width / widest), style.size * SMALL_SHARE)
    return replace(style, size=size, leading=style.leading * size / style.size)


def address_lines(address: str, style: Style, width: float, ruler: Ruler) -> list[Line]:
    """An address broken after its slashes and hyphens only, where that is possible."""
    lines: list[str] = [""]
    for piece in PIECES.findall(address):
        longer = lines[-1] + piece
        if lines[-1] and ruler.width(style.face, longer) * style.size > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line for text in lines for line in set_lines((Run(text),), style, width, ruler)]


def _words(contact: ContactBox, setting: Setting, tag: Tag, left: float, right: float) -> Part:
    name, role, phone = (" ".join(text.split()) for text in (contact.name, contact.role, contact.phone))
    texts = [(QUESTION, setting.lead, "H2")]
    if said := said_whom(name, role):
        texts.append((said, setting.body, "P"))
    if phone:
        texts.append((phone, setting.title, "P"))
    top = 0.0
    stretches: list[Stretch] = []
    for text, style, kind in texts:
        fitting = shrunk(
            (Run(text.replace(" ", STUCK) if text == phone else text),),
            style,
            right - left,
            setting.ruler,
            setting.body.size,
        )
        lines = set_lines((Run(text),), fitting, right - left, setting.ruler)
        top += fitting.size * 0.2 if stretches else 0.0
        stretches.append(Stretch(stacked(lines, fitting, left, top), tag.add(kind, title=text if kind == "H2" else "")))
        top += len(lines) * fitting.leading
    for label in () if phone else (NUMBER,) if name else (NAME, NUMBER):
        top += WRITING_MM * POINTS_PER_MM
        stretches += _line_to_write_on(label, setting, tag, (left, top, right))
    return Part(top + (0 if phone else 4), tuple(stretches))


def said_role(role: str) -> str:
    """The role inside a sentence: "Health visitor" in small letters, "SENCO" as it is."""
    return role[:1].lower() + role[1:] if role[1:2].islower() else role


def said_whom(name: str, role: str) -> str:
    """Whom to ring, in one sentence; nothing when nobody is named."""
    if name:
        return f"Ring {name}, {said_role(role)}." if role else f"Ring {name}."
    return f"Ring your {said_role(role)}." if role else ""


def _line_to_write_on(label: str, setting: Setting, tag: Tag, where: tuple[float, float, float]) -> list[Stretch]:
    left, bottom, right = where
    style: Style = setting.body
    lines = set_lines((Run(label),), style, right - left, setting.ruler)
    start = left + line_width(lines[0], style.size, setting.ruler) + 6
    rule: tuple[Mark, ...] = (Rule(start, bottom, right, bottom, 0.8),)
    return [Stretch(stacked(lines, style, left, bottom - style.leading * 0.8), tag.add("P")), Stretch(rule)]


def _box(x: float, y: float, width: float, height: float, radius: float, fill: str, stroke: str | None = _PEN) -> Shape:
    """A rectangle with round corners. 0.45 of the radius is where a curve leaves the corner."""
    r, k, right, bottom = radius, radius * 0.45, x + width, y + height
    return Shape(
        fill=fill,
        stroke=stroke,
        line=3.6,
        path=(
            ("M", (x + r, y)),
            ("L", (right - r, y)),
            ("C", (right - k, y, right, y + k, right, y + r)),
            ("L", (right, bottom - r)),
            ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
            ("L", (x + r, bottom)),
            ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
            ("L", (x, y + r)),
            ("C", (x, y + k, x + k, y, x + r, y)),
            ("Z", ()),
        ),
    )


def _keys() -> tuple[Shape, ...]:
    return tuple(_box(24 + 22 * column, 44 + 22 * row, 13, 13, 6.5, _WHITE) for row in range(3) for column in range(3))


TELEPHONE = Picture(
    key="telephone",
    title="Telephone",
    alt="",
    width=110,
    height=190,
    shapes=(
        _box(3, 3, 104, 184, 18, _DARK),
        _box(12, 24, 86, 140, 6, _SCREEN),
        *_keys(),
        _box(37, 122, 36, 28, 12, _GREEN),
    ),
)
"""Drawn beside the number, in the line and the colours of the other pictures."""
