"""The box at the end of a leaflet: whom to ring, or lines to write it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Run
from kit.domain.picture import Picture, Shape
from kit.leaflet.blocks import BESIDE_MM, WRITING_MM, fitted
from kit.leaflet.marks import POINTS_PER_MM, Frame, Part, Rule, Stretch, Tag
from kit.leaflet.typeset import line_width, set_lines, shrunk, stacked

if TYPE_CHECKING:
    from kit.domain.leaflet import ContactBox
    from kit.leaflet.blocks import Setting
    from kit.leaflet.marks import Mark
    from kit.leaflet.typeset import Style

QUESTION = "Do you want to ask something?"
NAME, NUMBER = "Name:", "Number:"
PAD_MM = 4.5
SIGN_MM = (22, 30)
"""Least width of the column of the telephone, and its height."""

_PEN, _DARK, _SCREEN, _GREEN, _WHITE = "#24212B", "#3C3A44", "#F3F7FA", "#1E7B3A", "#FFFFFF"


def contact_part(contact: ContactBox, setting: Setting) -> Part:
    """The box, as wide as the column."""
    tag = Tag("Sect", language="en-GB")
    pad = PAD_MM * POINTS_PER_MM
    sign_width = max(setting.picture_width - pad, SIGN_MM[0] * POINTS_PER_MM)
    left = pad + sign_width + BESIDE_MM * POINTS_PER_MM
    words = _words(contact, setting, tag, left, setting.width - pad)
    height = max(words.height, SIGN_MM[1] * POINTS_PER_MM) + 2 * pad
    frame = Frame(0, 0, setting.width, height, 1.2, 8)
    sign = fitted(TELEPHONE, pad, (height - SIGN_MM[1] * POINTS_PER_MM) / 2, sign_width, SIGN_MM[1] * POINTS_PER_MM)
    return Part(height, (Stretch((frame, sign)), *words.moved((height - words.height) / 2)), tag)


def _words(contact: ContactBox, setting: Setting, tag: Tag, left: float, right: float) -> Part:
    name, role, phone = (" ".join(text.split()) for text in (contact.name, contact.role, contact.phone))
    texts = [(QUESTION, setting.lead, "H2")]
    if said := _whom(name, role):
        texts.append((said, setting.body, "P"))
    if phone:
        texts.append((phone, setting.title, "P"))
    top = 0.0
    stretches: list[Stretch] = []
    for text, style, kind in texts:
        fitting = shrunk((Run(text),), style, right - left, setting.ruler, setting.body.size)
        lines = set_lines((Run(text),), fitting, right - left, setting.ruler)
        top += fitting.size * 0.2 if stretches else 0.0
        stretches.append(Stretch(stacked(lines, fitting, left, top), tag.add(kind)))
        top += len(lines) * fitting.leading
    for label in () if phone else (NUMBER,) if name else (NAME, NUMBER):
        top += WRITING_MM * POINTS_PER_MM
        stretches += _line_to_write_on(label, setting, tag, (left, top, right))
    return Part(top + (0 if phone else 4), tuple(stretches))


def said_role(role: str) -> str:
    """The role inside a sentence: "Health visitor" in small letters, "SENCO" as it is."""
    return role[:1].lower() + role[1:] if role[1:2].islower() else role


def _whom(name: str, role: str) -> str:
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
