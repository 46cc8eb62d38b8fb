"""Leaflets: one PDF; a design says how it is laid out, an order says what goes on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kit.domain.advice import OfficialPage, UsefulNumber, Variant
    from kit.domain.picture import Picture


@dataclass(frozen=True, slots=True)
class Design:
    """How a leaflet is laid out. Lengths in millimetres, type sizes in points.

    Attributes:
        kind: what it is and for which text: see `KINDS`.
        page_mm: one page; of a card that is folded, the folded card.
        line_height: distance between lines as a multiple of the type size.
        sheet_mm: the paper it is printed on, when that is larger than a page.
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
    sheet_mm: tuple[float, float] | None = None

    @property
    def paper_mm(self) -> tuple[float, float]:
        """What comes out of the printer."""
        return self.sheet_mm or self.page_mm


KINDS = {
    "easy-read": "a sheet for a text in ideas",
    "standard": "a sheet for prose",
    "large-print": "a sheet for those who asked for large print",
    "booklet": "A4 folded to A5",
    "poster": "one side for the fridge, with the ideas the family chose",
    "wallet": "cards to cut and fold, with the ideas the family chose",
    "card": "useful numbers only, no heading",
    "record": "for a review, without a contact box",
    "plan": "actions to tick off",
}
NEEDS_IDEAS = frozenset({"poster", "wallet"})
"""Kinds made of ideas; prose cannot be laid out in them."""


@dataclass(frozen=True, slots=True)
class FamilyWords:
    """What a leaflet carries for this family alone. Never kept: it is on the paper, and in the plan.

    Attributes:
        agreed: what we agreed, one line each, in the family's words.
        next_visit: when, as it is said.
        chosen: which ideas they chose for a poster or a card, counted from 0; empty when they left it to us.
    """

    agreed: tuple[str, ...] = ()
    next_visit: str = ""
    chosen: tuple[int, ...] = ()


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
        family: the family's own words and choices.
        page: where to read on.
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
    family: FamilyWords = FamilyWords()
    page: OfficialPage | None = None
    plan: PlanPaper | None = None


@dataclass(frozen=True, slots=True)
class WebLeaflet:
    """The same leaflet as one HTML file that needs nothing else, to be sent."""

    html: str
    title: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One finished PDF.

    Attributes:
        file_name: neutral for anything that should not be known by its name.
        turns_short: whether the second side of a sheet is turned over its short edge, as a booklet's is.
    """

    pdf: bytes
    pages: int
    title: str
    file_name: str
    text_code: str
    turns_short: bool = False
