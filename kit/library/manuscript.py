"""Opening one of our text files with care: right size, right encoding, one kind of line end."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library.faults import Faults

_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\U000F0000-\U0010FFFF]")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

LARGEST = 64 * 1024
"""Bytes no text of ours needs; the longest is under a quarter of it."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The text of one file as it is read.

    Attributes:
        place: path as a fault names it, from the resources folder on.
        text: in composed Unicode with single line feeds, so that neither editor nor system changes a digest.
    """

    place: str
    text: str


def is_slug(name: str) -> bool:
    """Whether a name is small letters, digits and single hyphens, as every folder and key of ours is."""
    return _SLUG.fullmatch(name) is not None


def open_manuscript(path: Path, place: str, faults: Faults, largest: int = LARGEST) -> Manuscript | None:
    """The file as text, or None with the fault noted."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= largest else b""
    except OSError as error:
        faults.add(place, 1, f"This file cannot be read ({error.strerror})", "Check that it is there and open to you")
        return None
    if size > largest:
        faults.add(place, 1, f"This file has {size:,} bytes, more than {largest:,}", "Split it or make it simpler")
        return None
    return _decoded(raw, place, faults)


def _decoded(raw: bytes, place: str, faults: Faults) -> Manuscript | None:
    if raw.startswith(_BOM):
        faults.add(place, 1, "The file begins with a byte order mark", "Save it as UTF-8 without BOM")
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        faults.add(place, line, "This line is not UTF-8", "Save the file as UTF-8 and look at the letters with accents")
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    strange = _CONTROL.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        faults.add(place, line, f"The line holds the invisible character U+{ord(strange[0]):04X}", "Delete it")
        return None
    if not text.strip():
        faults.add(place, 1, "The file is empty", "Write it or delete it")
        return None
    return Manuscript(place, text)
