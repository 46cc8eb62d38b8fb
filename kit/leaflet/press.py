"""The press: an order becomes a PDF, or a file to send."""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from kit.domain.errors import ContentError, KitError, PressError
from kit.domain.leaflet import Leaflet, WebLeaflet
from kit.domain.safety import JOB_NAME
from kit.leaflet.advice import set_advice
from kit.leaflet.booklet import set_booklet
from kit.leaflet.card import set_card
from kit.leaflet.designs import design_files, read_design
from kit.leaflet.plan import set_plan
from kit.leaflet.poster import set_poster
from kit.leaflet.wallet import set_wallet
from kit.leaflet.web import write_html

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kit.domain.advice import Variant
    from kit.domain.leaflet import Design, LeafletOrder
    from kit.leaflet.fonts import Fonts
    from kit.leaflet.marks import Paper
    from kit.leaflet.typeset import Ruler

logger = logging.getLogger(__name__)

PLAIN_NAME = "leaflet.pdf"
RECORD_NAME = "record-of-visits.pdf"
"""Whoever sees the names of files learns nothing of whose it is."""
_FIXED_NAMES = {"card": PLAIN_NAME, "plan": PLAIN_NAME, "record": RECORD_NAME}
PACK_TITLE, PACK_NAME = "Leaflets", "leaflets.pdf"
SETTERS: dict[str, Callable[[LeafletOrder, Ruler], Paper]] = {
    "booklet": set_booklet,
    "card": set_card,
    "plan": set_plan,
    "poster": set_poster,
    "wallet": set_wallet,
}
"""How each kind of design is set; every other is a sheet."""
LONGEST_NAME = 60


def _nobody(_done: int, _total: int) -> None:
    """Nobody wants to hear."""


class Press:
    """Makes leaflets. Fits the port of the same name; `make` belongs to one thread at a time."""

    def __init__(self, designs_folder: Path, fonts_folder: Path) -> None:
        self._designs_folder = designs_folder
        self._fonts_folder = fonts_folder

    def designs(self) -> Sequence[Design]:
        """The designs there are, by name. One that is wrong is left out, and the log says why."""
        return self._designs

    @cached_property
    def _designs(self) -> tuple[Design, ...]:
        designs = []
        for file in design_files(self._designs_folder):
            try:
                designs.append(read_design(file))
            except ContentError as error:
                logger.warning("A leaflet design is left out. %s", error)
        return tuple(designs)

    @cached_property
    def _fonts(self) -> Fonts:
        from kit.leaflet.fonts import Fonts  # noqa: PLC0415 - ReportLab takes a third of a second; pay it in the press thread

        return Fonts(self._fonts_folder)

    def make(self, order: LeafletOrder) -> Leaflet:
        """The PDF of this order.

        Raises:
            PressError: a picture, a font or a letter is missing, something does not fit, or ReportLab failed.
        """
        title = _title(order)
        pdf, sides = self._written([order], title, _language(order.variant), _nobody)
        name = _FIXED_NAMES.get(order.design.kind) or file_name(order.variant)
        turns_short = order.design.kind == "booklet"
        return Leaflet(pdf, sides, title, name, order.text_code, turns_short=turns_short)

    def make_pack(self, orders: Sequence[LeafletOrder], told: Callable[[int, int], None]) -> Leaflet:
        """One PDF of several leaflets, each on sheets of its own.

        Args:
            orders: at least one.
            told: hears how many leaflets are done, and of how many. What it raises ends the work.

        Raises:
            PressError: as for one leaflet.
        """
        if len(orders) == 1:
            return self.make(orders[0])
        pdf, sides = self._written(orders, PACK_TITLE, _language(orders[0].variant), told)
        codes = " ".join(order.text_code for order in orders)
        turns_short = all(order.design.kind == "booklet" for order in orders)
        return Leaflet(pdf, sides, PACK_TITLE, PACK_NAME, codes, turns_short=turns_short)

    def make_web(self, order: LeafletOrder) -> WebLeaflet:
        """The same leaflet as one HTML file that needs nothing else.

        Raises:
            PressError: a picture or a font is missing.
        """
        name = (_FIXED_NAMES.get(order.design.kind) or file_name(order.variant)).removesuffix(".pdf")
        title = _title(order)
        return WebLeaflet(write_html(order, title, _language(order.variant), self._fonts_folder), title, f"{name}.html")

    def _written(
        self, orders: Sequence[LeafletOrder], title: str, language: str, told: Callable[[int, int], None]
    ) -> tuple[bytes, int]:
        """The PDF and how many sides it has."""
        try:
            from kit.leaflet.ink import write_pdf  # noqa: PLC0415 - as above

            papers = []
            for done, order in enumerate(orders):
                told(done, len(orders))
                paper = SETTERS.get(order.design.kind, set_advice)(order, self._fonts)
                own = _language(order.variant)
                paper.root.language = own if own != language else ""
                papers.append(paper)
            written = write_pdf(papers, self._fonts, title, language)
            told(len(orders), len(orders))
        except KitError:
            raise
        except Exception as error:
            message = "The leaflet could not be made. Nothing else is affected. Try again, or show it on the screen."
            raise PressError(message) from error
        return written


def _title(order: LeafletOrder) -> str:
    """What the PDF is called; a card tells nothing."""
    return JOB_NAME if order.design.kind == "card" else " ".join(order.variant.title.split()) or JOB_NAME


def _language(variant: Variant) -> str:
    """The language of the PDF; our English is British."""
    return "en-GB" if variant.key.language == "en" else variant.key.language


def file_name(variant: Variant) -> str:
    """Title, form and language of an ordinary leaflet, in letters every system can keep: on-the-back-easy-read.pdf."""
    plain = unicodedata.normalize("NFKD", variant.title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    language = [] if variant.key.language == "en" else [variant.key.language]
    stem = "-".join(words)[:LONGEST_NAME].strip("-")
    return "-".join([stem, variant.key.form.value, *language]) + ".pdf" if stem else PLAIN_NAME
