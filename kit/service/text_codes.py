"""Finding the exact text again from the code that is printed on each page of a leaflet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import Audience
from kit.domain.errors import RuleError, UnknownError
from kit.domain.safety import check_in_use

if TYPE_CHECKING:
    from kit.domain.advice import Resource, Variant
    from kit.service.ports import Library

_AFTER = re.compile(r"(?P<form>[A-Z]+)\d+(?P<language>-[A-Z]{2,3})?-[0-9A-F]{4}")
"""What follows the code of the resource: E3-9F1A, SF1-PL-77B0."""

_DIGEST = re.compile(r"[0-9A-F]{4}")

_GAPS = re.compile(r"\s*[–-]\s*|\s+")
"""How people type what stands between the parts of a code."""

_LIKE_DIGITS = str.maketrans("OI", "01")
"""Letters that stand in no digest, for the digits they look like on paper."""

_UNKNOWN = "No leaflet has this code. It stands at the bottom of each page. Look at it again."

CHANGED = "The words have changed since that sheet was printed. These are the words of today."
"""Said where a code leads to a newer text."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The text of today that a code stands for; `is_exact` when its words are still those on the sheet."""

    code: str
    resource: Resource
    variant: Variant
    is_exact: bool = True


class OlderTextError(RuleError):
    """The code is of words that have changed since.

    Attributes:
        today: the same advice as it is now.
    """

    def __init__(self, message: str, today: Coded) -> None:
        super().__init__(message, field="code")
        self.today = today


def find_text(library: Library, typed: str) -> Coded:
    """The text with this code, in capitals or not, with hyphens or spaces. Where its words have changed, today's.

    Raises:
        UnknownError: there is no such code, or it is of something that is never on paper.
        RuleError: the resource was withdrawn.
    """
    code = _as_printed(typed)
    like = [
        coded
        for resource in (*library.resources(), *library.withdrawn())
        if not resource.is_sensitive and _form_of(code, resource)
        for coded in texts_of(library, resource)
        if _form_of(coded.code, resource) == _form_of(code, resource)
    ]
    if not like:
        raise UnknownError(_UNKNOWN)
    found = next((one for one in like if one.code == code), like[0])
    check_in_use(found.resource)
    return replace(found, is_exact=found.code == code)


def is_whole(typed: str) -> bool:
    """Whether somebody has typed a code to its end, right or wrong."""
    code = _as_printed(typed)
    return code.count("-") > 1 and bool(_DIGEST.fullmatch(code.rpartition("-")[2]))


def text_to_give(library: Library, typed: str) -> Coded:
    """The text with this code, if a sheet of it may still be given to anybody.

    Raises:
        UnknownError, RuleError: as `find_text`; RuleError also for what workers read.
        OlderTextError: the words have changed since that sheet was printed.
    """
    found = find_text(library, typed)
    if found.resource.audience is Audience.WORKER:
        message = f"“{found.resource.title}” is for workers. It is not handed to a family."
        raise RuleError(message, field="code")
    if not found.is_exact:
        title, today = found.resource.title, found.code
        message = (
            f"This sheet of “{title}” has older words. Print it anew before you leave it. Its code is now {today}."
        )
        raise OlderTextError(message, found)
    return found


def texts_of(library: Library, resource: Resource) -> list[Coded]:
    """Every text of a resource, with the code it has on paper today."""
    variants = [library.variant(resource.id, key) for key in resource.variants]
    return [Coded(resource.text_code(variant), resource, variant) for variant in variants]


def _as_printed(typed: str) -> str:
    start, gap, digest = _GAPS.sub("-", typed.strip()).upper().rpartition("-")
    return start + gap + digest.translate(_LIKE_DIGITS)


def _form_of(code: str, resource: Resource) -> tuple[str | None, ...]:
    """Form, reader and language in a code of this resource; nothing when it is of another one."""
    start = f"{resource.code}-"
    found = _AFTER.fullmatch(code, len(start)) if code.startswith(start) else None
    return found.group("form", "language") if found else ()
