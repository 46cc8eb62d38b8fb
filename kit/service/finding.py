"""Finding a family by what a worker remembers: a name, a carer, a child, a street."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.domain.family import Family


def search_text(family: Family) -> str:
    """Everything a family can be found by, folded for `finds`."""
    carers, children = [one.full_name for one in family.carers], [one.full_name for one in family.children]
    return _folded(" ".join([family.name, *carers, *children, *(place.address for place in family.places)]))


def finds(text: str, words: str) -> bool:
    """Whether each of these words begins a word of the text; no words find everything."""
    padded = f" {text}"
    return all(f" {word}" in padded for word in _folded(words).split())


_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "’": None, "'": None})
"""Letters that do not come apart into a plain one and an accent, and signs inside a word."""


def _folded(text: str) -> str:
    """Lower case, without accents, with other signs as spaces: "O’Neill-Łuczak" is "oneill luczak"."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(each if each.isalnum() else " " for each in letters if not unicodedata.combining(each))
