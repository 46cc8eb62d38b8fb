"""What is on paper for one family alone, and where they can read on."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import pytest

from kit.domain.errors import PressError
from kit.domain.leaflet import FamilyWords
from tests.leaflet import orders, paper


def poster(agreed=(), chosen=(), next_visit=""):
    return replace(orders.order(layout="fridge-poster"), family=FamilyWords(agreed, next_visit, chosen))


def test_what_was_agreed_is_a_list_under_a_heading(press):
    pdf = press.make(replace(orders.order(orders.IDEAS[:3]), family=orders.AGREED)).pdf
    said = paper.spoken(pdf)
    start = said.index(("/H2", "What we agreed"))
    assert [words for _, words in said[start : start + 6]] == [
        *("What we agreed", "•", "Jade will move the cot next to her bed.", "•", "Sam will bring a mattress."),
        "Next visit: Monday 7 December, 10am",
    ]


def test_the_next_visit_alone_has_no_heading(press):
    family = FamilyWords(next_visit="Monday 7 December")
    said = paper.spoken(press.make(replace(orders.order(orders.IDEAS[:3]), family=family)).pdf)
    assert ("/P", "Next visit: Monday 7 December") in said
    assert ("/H2", "What we agreed") not in said


@pytest.mark.parametrize("family", [FamilyWords(), FamilyWords(("", "  "), " ")])
def test_nothing_said_leaves_no_box(press, family):
    said = paper.spoken(press.make(replace(orders.order(), family=family)).pdf)
    assert [words for kind, words in said if kind == "/H2"][-1] == "Do you want to ask something?"


def test_a_poster_is_one_side_with_the_ideas_the_family_chose(press):
    leaflet = press.make(poster(orders.AGREED.agreed, (1, 4)))
    assert leaflet.pages == 1
    said = [words for kind, words in paper.spoken(leaflet.pdf) if kind == "/H2"]
    assert said[:3] == [orders.IDEAS[1].lead, orders.IDEAS[4].lead, "What we agreed"]


def test_a_poster_nobody_chose_for_holds_as_many_ideas_as_fit(press):
    def ideas(order):
        return paper.kinds(press.make(order).pdf).count("/Figure")

    assert ideas(poster()) == 4
    assert ideas(poster(orders.AGREED.agreed)) < 4


def test_more_than_a_poster_holds_is_refused_in_words(press):
    with pytest.raises(PressError, match="Choose fewer ideas"):
        press.make(poster(chosen=tuple(range(8))))


def test_the_plain_card_never_carries_a_family(press):
    plain = orders.card()
    with_family = replace(plain, family=orders.AGREED, page=orders.PAGE)
    assert press.make(with_family).pdf == press.make(plain).pdf


LONG_PAGE = replace(orders.PAGE, address="example.org/baby-safety/travel-and-weather/safer-sleep-on-holiday")


@pytest.mark.parametrize("page", [orders.PAGE, LONG_PAGE], ids=["short", "long"])
@pytest.mark.parametrize("layout", ["a4-easy-read", "a4-large-print", "a5-folded", "fridge-poster", "wallet-card"])
def test_the_camera_of_a_telephone_reads_the_code_in_grey_from_a_coarse_printer(press, layout, page):
    if shutil.which("zbarimg") is None:
        pytest.skip("zbar is not installed")
    ideas = (orders.IDEAS[3], orders.IDEAS[5]) if layout == "wallet-card" else orders.IDEAS
    pdf = press.make(replace(orders.order(ideas, layout=layout), page=page)).pdf
    read = set()
    for sheet in paper.pictures(pdf, dots=150):
        image = BytesIO()
        sheet.convert("L").save(image, "PNG")
        command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-"]
        done = subprocess.run(command, input=image.getvalue(), capture_output=True, check=False)  # noqa: S603
        read.update(done.stdout.decode().split())
    assert read == {f"https://{page.address}"}


def test_the_address_is_beside_the_code_in_words(press):
    page = replace(orders.PAGE, address="example.org/baby-safety/travel-and-weather/safer-sleep-on-holiday")
    text = " ".join(paper.texts(press.make(replace(orders.order(), page=page)).pdf))
    assert "More from the Example Trust" in text
    assert page.address in re.sub(r"(?<=[/-]) ", "", text)
