"""Designs: leaflets/<design>/design.toml → Design."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from kit.domain.errors import ContentError
from kit.domain.leaflet import Design

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("easy-read", "large-print", "standard", "card", "record", "plan")
RANGES: dict[str, tuple[float, float]] = {
    "margin_mm": (5, 40),
    "picture_mm": (0, 150),
    "title_pt": (16, 60),
    "lead_pt": (12, 48),
    "body_pt": (11, 40),
    "note_pt": (7, 16),
    "line_height": (1.1, 2),
    "row_gap_mm": (0, 40),
}
PAGE_MM = (74, 420)
WORDS_MM = 60
"""The least width the words need beside the picture."""


def read_designs(folder: Path) -> tuple[Design, ...]:
    """Every design in the folder, by name. Raises ContentError at the first that is wrong."""
    return tuple(read_design(file) for file in design_files(folder))


def design_files(folder: Path) -> list[Path]:
    """The design files there are, by name of the design."""
    return sorted(folder.glob("*/design.toml"))


def read_design(file: Path) -> Design:
    """One design, named after its folder.

    Raises:
        ContentError: the file cannot be read, or a field is missing, unknown or out of range.
    """
    try:
        fields = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{_name(file)} cannot be read: {error}. Correct it, or copy it again from another design."
        raise ContentError(message) from error
    _check_names(file, set(fields))
    design = Design(
        key=file.parent.name,
        title=_text(file, fields, "title"),
        kind=_text(file, fields, "kind"),
        page_mm=_page(file, fields["page_mm"]),
        **{name: _number(file, name, fields[name], limits) for name, limits in RANGES.items()},
    )
    _check_whole(file, design)
    return design


def _check_names(file: Path, found: set[str]) -> None:
    wanted = {"title", "kind", "page_mm", *RANGES}
    if missing := sorted(wanted - found):
        raise _wrong(file, f"{', '.join(missing)} is missing. Add it")
    if unknown := sorted(found - wanted):
        raise _wrong(file, f"{', '.join(unknown)} is not known. Take it out, or correct its spelling")


def _text(file: Path, fields: dict[str, Any], name: str) -> str:
    value = fields[name]
    if not isinstance(value, str) or not value.strip():
        raise _wrong(file, f"{name} must be words in quotes")
    if name == "kind" and value not in KINDS:
        raise _wrong(file, f"kind must be one of {', '.join(KINDS)}")
    return value.strip()


def _number(file: Path, name: str, value: object, limits: tuple[float, float]) -> float:
    low, high = limits
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise _wrong(file, f"{name} must be a number from {low:g} to {high:g}")
    return float(value)


def _page(file: Path, value: object) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - width and height
        raise _wrong(file, "page_mm must be [width, height]")
    width, height = (_number(file, "page_mm", side, PAGE_MM) for side in value)
    return width, height


def _check_whole(file: Path, design: Design) -> None:
    if design.page_mm[0] - 2 * design.margin_mm - design.picture_mm < WORDS_MM:
        raise _wrong(file, f"the words have less than {WORDS_MM} mm. Make margin_mm or picture_mm smaller")


def _wrong(file: Path, what: str) -> ContentError:
    return ContentError(f"{_name(file)}: {what}.")


def _name(file: Path) -> str:
    return f"leaflets/{file.parent.name}/{file.name}"
