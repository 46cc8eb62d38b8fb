"""The press: an order becomes a PDF."""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from kit.domain.errors import ContentError, KitError, PressError
from kit.domain.leaflet import Leaflet
from kit.domain.safety import JOB_NAME
from kit.leaflet.advice import set_advice
from kit.leaflet.card import set_card
from kit.leaflet.designs import design_files, read_design
from kit.leaflet.plan import set_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.domain.advice import Variant
    from kit.domain.leaflet import Design, LeafletOrder
    from kit.leaflet.fonts import Fonts

logger = logging.getLogger(__name__)

PLAIN_NAME = "leaflet.pdf"
RECORD_NAME = "record-of-visits.pdf"
"""Whoever sees the names of files learns nothing of whose it is."""
_FIXED_NAMES = {"card": PLAIN_NAME, "plan": PLAIN_NAME, "record": RECORD_NAME}
LONGEST_NAME = 60
WRITERS = {"card": set_card, "plan": set_plan}
"""Who lays out what is no advice, by the kind of its design."""


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
        is_card = order.design.kind == "card"
        title = JOB_NAME if is_card else " ".join(order.variant.title.split()) or JOB_NAME
        try:
            paper = WRITERS.get(order.design.kind, set_advice)(order, self._fonts)
            from kit.leaflet.tagged import write_pdf  # noqa: PLC0415 - as above

            pdf = write_pdf(paper, self._fonts, title, _language(order.variant))
        except KitError:
            raise
        except Exception as error:
            message = "The leaflet could not be made. Nothing else is affected. Try again, or show it on the screen."
            raise PressError(message) from error
        return Leaflet(
            pdf=pdf,
            pages=len(paper.pages),
            title=title,
            file_name=_FIXED_NAMES.get(order.design.kind) or file_name(order.variant),
            text_code=order.text_code,
        )


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
