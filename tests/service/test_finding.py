"""A family is found by any name or street, as it is typed."""

import pytest

from kit.domain.family import Family, Place, PlaceKind
from kit.service.finding import finds, search_text
from tests import makers

FAMILY = makers.half_siblings()
TEXT = search_text(
    Family(
        "e", "O’Neill-Łuczak", FAMILY.children, FAMILY.carers, places=(Place("p", "e", "14 Mill Lane", PlaceKind.HOME),)
    )
)


@pytest.mark.parametrize("words", ["", "oneil", "LUCZ", "łucz", "noah", "jade ell", "14 mill", "lane ruby", "O'Neill"])
def test_found(words):
    assert finds(TEXT, words)


@pytest.mark.parametrize("words", ["ane", "noah smith", "15 mill"])
def test_not_found(words):
    assert not finds(TEXT, words)
