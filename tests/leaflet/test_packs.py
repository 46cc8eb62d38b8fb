"""Several leaflets in one print."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest

from kit.domain.advice import Form, VariantKey
from kit.domain.errors import PressError, StoppedError
from tests.leaflet import orders, paper


def nobody(_done, _total):
    pass


@pytest.fixture(scope="module")
def pack(press):
    polish = orders.order(orders.IDEAS[:2], "Spokojny sen", key=VariantKey(Form.EASY_READ, language="pl"))
    return press.make_pack([orders.order(orders.IDEAS[:3]), polish, orders.prose(), orders.card()], nobody)


def test_a_pack_is_pdf_ua_and_nothing_is_wrong_with_it(pack):
    report = page.validate_pdf_bytes(pack.pdf, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert paper.checked(pack.pdf) == ""


def test_each_leaflet_begins_on_a_sheet_of_its_own(pack):
    texts = paper.texts(pack.pdf)
    assert pack.pages == len(texts) == 7
    assert [bool(text) for text in texts] == [True, False, True, False, True, False, True]
    assert [paper.footers(text) for text in texts[:3]] == [["Page 1 of 1"], [], ["Page 1 of 1"]]


def test_a_pack_is_one_document_of_parts_with_their_languages(pack):
    parts = [element.get("/Lang") for kind, element in paper.elements(pack.pdf) if kind == "/Part"]
    assert parts == [None, "pl", None, None]
    titles = paper.bookmarks(pack.pdf)
    assert [one for one in titles if isinstance(one, str)] == [
        *("Safer sleep for your baby", "Spokojny sen", "Safer sleep for your baby")
    ]


def test_the_name_of_a_pack_tells_nothing(pack):
    assert (pack.title, pack.file_name) == ("Leaflets", "leaflets.pdf")
    assert paper.read(pack.pdf).metadata.title == "Leaflets"


def test_a_pack_of_one_is_that_leaflet(press):
    assert press.make_pack([orders.order()], nobody) == press.make(orders.order())


def test_the_same_pack_gives_the_same_bytes(press):
    pack = [orders.order(), orders.prose()]
    assert press.make_pack(pack, nobody).pdf == press.make_pack(pack, nobody).pdf


def test_a_pack_says_how_far_it_is(press):
    heard = []
    press.make_pack([orders.order()] * 3, lambda *far: heard.append(far))
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_pack_of_forty_pages_can_be_stopped(press):
    heard = []

    def stop_after_two(done, total):
        heard.append(done)
        if done == 2:
            raise StoppedError("Stopped.")

    with pytest.raises(StoppedError, match=r"^Stopped\.$"):
        press.make_pack([orders.order()] * 20, stop_after_two)
    assert heard == [0, 1, 2]
    assert press.make_pack([orders.order()] * 20, nobody).pages == 40


def test_one_that_cannot_be_made_ends_the_pack(press):
    with pytest.raises(PressError, match="baby-on-back"):
        press.make_pack([orders.prose(), replace(orders.order(), pictures={})], nobody)


def test_a_pack_of_booklets_turns_over_the_short_edge(press):
    pdf = press.make_pack([orders.order(layout="a5-folded")] * 2, nobody).pdf
    assert paper.read(pdf).trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"
