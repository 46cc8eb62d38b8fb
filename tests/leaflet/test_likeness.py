"""Every design looks as it did when it was last looked at. Near is near enough: fonts are drawn a little differently
by every version of poppler, but a line that moved is seen.

After a change that is wanted: `KIT_NEW_LIKENESS=1 .venv/bin/python -m pytest tests/leaflet/test_likeness.py`, and look
at every picture that changed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.leaflet import orders, paper

KEPT = Path(__file__).parent / "likeness"
DOTS = 48
BLOCK = 6
"""Side of the square whose mean grey is compared: three millimetres."""
MOST = 40
"""How many of 255 levels one square may differ."""
ORDERS = {
    "a4-easy-read": replace(orders.order(), family=orders.AGREED, page=orders.PAGE),
    "a4-large-print": replace(
        orders.order(orders.IDEAS[:5], layout="a4-large-print"), family=orders.AGREED, page=orders.PAGE
    ),
    "a4-record": orders.prose(layout="a4-record", times=3),
    "a4-standard": replace(orders.prose(times=2), family=orders.AGREED),
    "a5-folded": replace(orders.order(layout="a5-folded"), family=orders.AGREED, page=orders.PAGE),
    "fridge-poster": replace(orders.order(layout="fridge-poster"), family=replace(orders.AGREED, chosen=(0, 4))),
    "our-plan": replace(orders.plan(), family=replace(orders.AGREED, agreed=())),
    "our-plan-large": orders.plan(layout="our-plan-large"),
    "plain-card": orders.card(contact=orders.SAM),
    "wallet-card": replace(orders.order(layout="wallet-card"), page=orders.PAGE),
}


def test_every_design_has_its_likeness():
    assert sorted(ORDERS) == sorted(file.parent.name for file in orders.DESIGNS.glob("*/design.toml"))


@pytest.mark.parametrize("key", ORDERS)
def test_a_design_looks_as_it_did(press, key):
    sheets = [sheet.convert("L") for sheet in paper.pictures(press.make(ORDERS[key]).pdf, DOTS)]
    files = [KEPT / f"{key}-{number}.png" for number in range(1, len(sheets) + 1)]
    if os.environ.get("KIT_NEW_LIKENESS"):
        KEPT.mkdir(exist_ok=True)
        for sheet, file in zip(sheets, files, strict=True):
            sheet.quantize(16).save(file, optimize=True)
    assert sorted(KEPT.glob(f"{key}-[0-9]*.png")) == files
    for sheet, file in zip(sheets, files, strict=True):
        assert furthest(sheet, Image.open(file).convert("L")) <= MOST, file.name


def test_a_line_that_moved_by_one_millimetre_is_seen(press):
    sheet = paper.pictures(press.make(ORDERS["a4-easy-read"]).pdf, DOTS)[0].convert("L")
    moved = Image.new("L", sheet.size, "white")
    moved.paste(sheet.crop((0, 0, sheet.width, sheet.height - 2)), (0, 2))
    assert furthest(sheet, sheet) == 0
    assert furthest(sheet, moved) > MOST


def furthest(one: Image.Image, other: Image.Image) -> int:
    """How many levels the squares differ that differ most."""
    assert one.size == other.size
    small = (one.width // BLOCK, one.height // BLOCK)
    squares = (each.resize(small, Image.Resampling.BOX) for each in (one, other))
    return ImageChops.difference(*squares).getextrema()[1]
