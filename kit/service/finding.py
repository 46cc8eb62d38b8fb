"""Finding a family by what a worker remembers: a name, a carer, a child, a street, a number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kit.domain.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.domain.family import Family

_FOUND_BY = frozenset({FactKind.LOCAL_NUMBER, FactKind.NHS_NUMBER})


def search_text(family: Family) -> str:
    """Everything a family can be found by, folded for `finder`."""
    carers, children = [one.full_name for one in family.carers], [one.full_name for one in family.children]
    numbers = [fact.value for fact in family.facts if fact.kind in _FOUND_BY]
    places = [place.address for place in family.places]
    return f" {_folded(' '.join([family.name, *carers, *children, *places, *numbers]))}"


def finder(words: str) -> Callable[[str], bool]:
    """Whether each of these words begins a word of a text; no words find everything.

    The words are folded once, however many texts are looked at. Digits may be typed in groups, as NHS numbers are.
    """
    wanted = [f" {word}" for word in _folded(words).split()]
    together = f" {''.join(each.strip() for each in wanted)}"
    is_number = len(wanted) > 1 and together.strip().isdigit()

    def finds(text: str) -> bool:
        return all(word in text for word in wanted) or (is_number and together in text)

    return finds


def finds(text: str, words: str) -> bool:
    """Whether these words find one text."""
    return finder(words)(text)


_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "’": None, "'": None})
"""Letters that do not come apart into a plain one and an accent, and signs inside a word."""


def _folded(text: str) -> str:
    """Lower case, without accents, with other signs as spaces: "O’Neill-Łuczak" is "oneill luczak"."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(each if each.isalnum() else " " for each in letters if not unicodedata.combining(each))
