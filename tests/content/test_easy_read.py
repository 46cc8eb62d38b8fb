"""The texts that ship, held to the rules of easy read and of plain words; `kit library check` says what to mend."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from kit import places, start
from kit.domain.advice import Form, VariantKey
from kit.library.gather import check
from kit.library.rules import Level
from kit.service.leaflets import CARD_RESOURCE, order_leaflet
from kit.service.practice import SETTINGS

if TYPE_CHECKING:
    from kit.library.shelf import Shelf
MOST_SIDES = 2
SHEET = "a4-easy-read"


def newest_text():
    """The day the numbers are held against: a test that passes today passes next year."""
    covers = [tomllib.loads(path.read_text(encoding="utf-8")) for path in places.resources().glob("*/*/resource.toml")]
    return max(cover["written_on"] for cover in covers)


def test_every_text_passes_every_rule():
    found = check(places.resources(), newest_text())

    assert [str(fault) for fault in found.faults] == []
    assert [str(one) for one in found.findings if one.level is Level.ERROR] == []
    assert found.texts > 20


def test_every_easy_read_sheet_has_two_sides_at_most(shelf: Shelf):
    press, clock = start.make_press(), start.SystemClock()
    sides = {}
    # What is private is never a leaflet, and the card has a form of its own.
    for one in (one for one in shelf.resources() if not one.is_sensitive and one.id != CARD_RESOURCE):
        for key in (key for key in one.variants if key.form is Form.EASY_READ):
            order = order_leaflet(shelf, press, clock, SETTINGS, one.id, key)
            assert order.design.key == SHEET
            sides[f"{one.id}/{key.name}"] = press.make(order).pages

    assert {name: pages for name, pages in sides.items() if pages > MOST_SIDES} == {}
    assert f"every-sleep/{VariantKey(Form.EASY_READ).name}" in sides


def test_the_word_lists_ship():
    for name in ("easy-read.toml", "core-words.toml"):
        assert (places.resources() / name).is_file(), "without it the checks find nothing"
