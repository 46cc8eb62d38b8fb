"""Leaflets: one PDF; a design says how it is laid out, an order says what goes on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kit.domain.advice import UsefulNumber, Variant
    from kit.domain.picture import Picture


@dataclass(frozen=True, slots=True)
class Design:
    """How a leaflet is laid out. Lengths in millimetres, type sizes in points.

    Attributes:
        kind: for which text it is made: "easy-read", "large-print", "standard", "card" (numbers only, no heading), or
            "record" (for a review, without a contact box).
        line_height: distance between lines as a multiple of the type size.
    """

    key: str
    title: str
    kind: str
    page_mm: tuple[float, float]
    margin_mm: float
    picture_mm: float
    title_pt: float
    lead_pt: float
    body_pt: float
    note_pt: float
    line_height: float
    row_gap_mm: float


@dataclass(frozen=True, slots=True)
class ContactBox:
    """Whom to ring. Empty lines are left out; an all-empty box is a ruled line to write on."""

    name: str = ""
    role: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class LeafletOrder:
    """Everything a leaflet needs, in one frozen value that a worker thread can turn into a PDF.

    Attributes:
        text_code: printed with the date on every page, so that the words can be found again.
        pictures: every picture the variant names, by key.
        numbers: for a card, the numbers on it in order; empty otherwise.
        note: one small line at the end of the last page: who wrote it and who has checked it.
    """

    design: Design
    variant: Variant
    text_code: str
    made_on: date
    contact: ContactBox
    pictures: Mapping[str, Picture]
    numbers: tuple[UsefulNumber, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One finished PDF. `file_name` is neutral for anything that should not be known by its name."""

    pdf: bytes
    pages: int
    title: str
    file_name: str
    text_code: str
