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
        kind: for which text it is made: "easy-read", "large-print", "standard", "card" (numbers only, no heading),
            "record" (for a review, without a contact box), or "plan" (actions to tick off).
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
class PlanLine:
    """One action on paper: what we want, who, what, by when, how we will know. What was not said is empty."""

    want: str
    who: str
    does: str
    by: str
    sign: str


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A plan on paper: its actions, and who said what about it in their own words."""

    lines: tuple[PlanLine, ...]
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeafletOrder:
    """Everything a leaflet needs, in one frozen value that a worker thread can turn into a PDF.

    Attributes:
        text_code: printed with the date on every page, so that the words can be found again.
        pictures: every picture the variant names, by key.
        numbers: for a card, the numbers on it in order; empty otherwise.
        note: one small line at the end of the last page: who wrote it and who has checked it.
        plan: for a plan, what is on it; None otherwise.
    """

    design: Design
    variant: Variant
    text_code: str
    made_on: date
    contact: ContactBox
    pictures: Mapping[str, Picture]
    numbers: tuple[UsefulNumber, ...] = ()
    note: str = ""
    plan: PlanPaper | None = None


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One finished PDF. `file_name` is neutral for anything that should not be known by its name."""

    pdf: bytes
    pages: int
    title: str
    file_name: str
    text_code: str
