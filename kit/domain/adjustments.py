"""How needs are called where they are published: categories of the Reasonable Adjustment Digital Flag, and SNOMED CT.

Categories are named from memory and must be read against the specification of December 2025 before anybody relies on
them. Codes were seen in NHS England's draft list of the flag (RA-FlagCode, 14 February 2024); that they are active in
today's UK edition was not checked. A need without a code here has none that was seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.carer import NeedKind

if TYPE_CHECKING:
    from kit.domain.carer import Need

COMMUNICATION = "additional communication needs"
LANGUAGE = "community language support"
SUPPORT = "provision of care or support"


@dataclass(frozen=True, slots=True)
class Code:
    """A SNOMED CT code with the words it stands for."""

    code: str
    display: str


CATEGORIES = {
    NeedKind.EASY_READ: COMMUNICATION,
    NeedKind.LARGE_PRINT: COMMUNICATION,
    NeedKind.READ_ALOUD: COMMUNICATION,
    NeedKind.PICTURES: COMMUNICATION,
    NeedKind.WIDER_LETTERS: COMMUNICATION,
    NeedKind.CREAM_PAPER: COMMUNICATION,
    NeedKind.LIGHT_ON_DARK: COMMUNICATION,
    NeedKind.INTERPRETER: LANGUAGE,
    NeedKind.SUPPORTER_PRESENT: SUPPORT,
    NeedKind.MORE_TIME: SUPPORT,
}
"""Category of each need. From memory; which of them a need belongs to is the project's own reading."""

CODES = {
    NeedKind.EASY_READ: Code("796161000000101", "Requires information in Easyread"),
    NeedKind.READ_ALOUD: Code("367741000000102", "Requires information verbally"),
    NeedKind.INTERPRETER: Code("315594003", "Interpreter needed"),
    NeedKind.MORE_TIME: Code("1108171000000102", "Extended appointment"),
}
"""Codes that need no detail."""

_LANGUAGES = {
    "british sign language": Code("204331000000107", "British Sign Language interpreter needed"),
    "bsl": Code("204331000000107", "British Sign Language interpreter needed"),
    "polish": Code("203901000000102", "Polish interpreter needed"),
    "romanian": Code("353881000000101", "Romanian interpreter needed"),
    "urdu": Code("204211000000109", "Urdu interpreter needed"),
    "arabic": Code("203311000000101", "Arabic interpreter needed"),
}
_PRINT = {
    size: Code(code, f"Written information in at least {size} point sans serif")
    for size, code in ((20, "957331000000109"), (24, "957351000000102"), (28, "957371000000106"))
}


def category_of(need: Need) -> str:
    """The category a need belongs to, or nothing for a word of a newer kit."""
    return CATEGORIES.get(need.kind, "")


def code_of(need: Need) -> Code | None:
    """The most exact code that was seen for this need, or None."""
    if need.kind is NeedKind.INTERPRETER:
        return _LANGUAGES.get(need.detail.strip().casefold(), CODES[need.kind])
    if need.kind is NeedKind.LARGE_PRINT:
        points = re.search(r"\d+", need.detail)
        return _PRINT.get(int(points.group())) if points else None
    return CODES.get(need.kind)
