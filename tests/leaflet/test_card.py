from __future__ import annotations

import pytest

from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox
from tests.leaflet import orders, paper


@pytest.fixture(scope="module")
def card(press):
    return press.make(orders.card())


def test_the_card_says_nowhere_what_it_is_about(card):
    assert (card.title, card.file_name) == ("Leaflet", "leaflet.pdf")
    assert paper.read(card.pdf).metadata.title == "Leaflet"
    assert "Useful numbers" not in paper.texts(card.pdf)[0]
    assert b"Useful" not in card.pdf


def test_four_cards_are_on_one_sheet(card):
    assert card.pages == 1
    text = paper.texts(card.pdf)[0]
    for label, number in orders.NUMBERS:
        assert text.count(f"{label} {number}") == 4
    assert text.count("UN-CARD-S1-3F2A · 24 November 2026 · Page 1 of 1") == 4


def test_the_card_is_read_aloud_once_and_has_no_heading(card):
    tree = paper.kinds(card.pdf)
    assert tree == ["/Document", "/L", *["/LI", "/Lbl", "/LBody"] * len(orders.NUMBERS)]


def test_the_four_cards_are_alike(card):
    sheet = paper.pictures(card.pdf)[0]
    half, inset = (sheet.width / 2, sheet.height / 2), 20
    boxes = {
        paper.inked(sheet, tuple(map(round, (x + inset, y + inset, x + half[0] - inset, y + half[1] - inset))))
        for x in (0, half[0])
        for y in (0, half[1])
    }
    tops, lefts = ({getattr(box, side) for box in boxes} for side in ("top", "left"))
    assert max(tops) - min(tops) <= 1
    assert max(lefts) - min(lefts) <= 1


def test_the_number_of_the_worker_comes_last_when_there_is_one(press):
    text = paper.texts(press.make(orders.card(contact=orders.SAM)).pdf)[0]
    assert text.count("Any worry about a child 0808 800 5000 Sam Whitfield, health visitor 01632 960142") == 4
    assert "Whitfield" not in paper.texts(press.make(orders.card(contact=ContactBox("Sam Whitfield"))).pdf)[0]


def test_a_long_name_costs_nobody_the_card(press):
    long = ContactBox(
        "Samantha Alexandra Featherstonehaugh-Cholmondeley",
        "Specialist community public health nurse, early help",
        "01632 960142 extension 4567",
    )
    made = press.make(orders.card(contact=long))
    assert paper.texts(made.pdf)[0].count("Cholmondeley") == 4
    assert paper.kinds(made.pdf) == ["/Document", "/L", *["/LI", "/Lbl", "/LBody"] * (len(orders.NUMBERS) + 1)]


def test_more_numbers_than_a_card_holds_are_refused(press):
    with pytest.raises(PressError, match="no room for 18 numbers"):
        press.make(orders.card(orders.NUMBERS * 3))


def test_a_card_with_nothing_on_it_can_be_made(press):
    assert press.make(orders.card(())).pages == 1
