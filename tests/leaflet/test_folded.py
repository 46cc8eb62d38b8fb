"""Booklets and wallet cards: what is on paper before it is folded and cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox, FamilyWords
from kit.leaflet.booklet import imposed
from kit.leaflet.marks import POINTS_PER_MM
from tests.leaflet import orders, paper


def booklet(**more):
    return orders.order(layout="a5-folded", **more)


def wallet(chosen=(), **more):
    return replace(orders.order(layout="wallet-card", **more), family=FamilyWords(chosen=chosen))


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (4, [(3, 0), (1, 2)]),
        (8, [(7, 0), (1, 6), (5, 2), (3, 4)]),
    ],
)
def test_folded_sheets_make_a_book(pages, sides):
    spots = imposed(pages)
    for side, (left, right) in enumerate(sides):
        assert spots[left] == (side, 0)
        assert spots[right] == (side, 1)


def test_a_booklet_is_one_sheet_with_its_first_page_at_the_right(press):
    leaflet = press.make(booklet())
    assert leaflet.pages == 2
    outer = paper.texts(leaflet.pdf)[0]
    assert {"Page 1 of 4", "Page 4 of 4"} <= set(paper.footers(outer))
    assert outer.index("Page 1 of 4") < outer.index("Page 4 of 4"), "drawn, and so read, in the order of the book"
    (first, last) = (paper.page_of(leaflet.pdf, words) for words in ("Safer sleep for your baby", "Do you want to ask"))
    assert first == last == 0


def test_a_booklet_turns_over_its_short_edge(press):
    for leaflet, wish in ((press.make(booklet()), "Short"), (press.make(orders.order()), "Long")):
        asked = paper.read(leaflet.pdf).trailer["/Root"]["/ViewerPreferences"]["/Duplex"]
        assert asked == f"/DuplexFlip{wish}Edge"
        assert leaflet.turns_short is (wish == "Short")


def test_pages_that_would_be_empty_have_lines_for_questions(press):
    said = paper.spoken(press.make(booklet(blocks=orders.IDEAS[:2])).pdf)
    assert said.count(("/H2", "My questions")) == 2
    assert said.count(("/Figure", "Space to write")) == 2


@pytest.mark.parametrize("family", [FamilyWords(), orders.AGREED])
@pytest.mark.parametrize("count", range(1, 9))
def test_the_text_ends_before_the_lines_for_questions_and_the_last_page_says_whom_to_ask(press, count, family):
    order = replace(booklet(blocks=orders.IDEAS[:count]), family=family)
    leaflet = press.make(order)
    headings = [words for kind, words in paper.spoken(leaflet.pdf) if kind == "/H2"]
    ideas, questions = headings[:count], [n for n, words in enumerate(headings) if words == "My questions"]
    assert ideas == [idea.lead for idea in orders.IDEAS[:count]]
    assert headings[-1] == "Do you want to ask something?"
    assert questions == list(range(count, count + len(questions)))
    assert paper.footers(" ".join(paper.texts(leaflet.pdf)))[0].endswith(f"of {leaflet.pages * 2}")


def test_nothing_but_the_mark_of_the_fold_is_near_the_fold(press):
    for sheet in paper.pictures(press.make(booklet()).pdf):
        middle, high = sheet.width // 2, sheet.height
        reach = round(12 * POINTS_PER_MM)
        whole = paper.inked(sheet, (middle - reach, 0, middle + reach, high))
        assert whole.right - whole.left <= 2
        assert paper.inked(sheet, (middle - reach, reach, middle + reach, high - reach)) is None


def test_five_cards_are_cut_from_one_sheet_and_heard_once(press):
    leaflet = press.make(wallet())
    assert leaflet.pages == 1
    text = paper.texts(leaflet.pdf)[0]
    assert text.count("Put your baby on the back to sleep.") == 5
    assert text.count("SS-ALL-E3-7AB4 · 24 November 2026 · Page 1 of 1") == 5
    assert [kind for kind, _ in paper.spoken(leaflet.pdf)][:2] == ["/H1", "/Figure"]
    assert text.count("Cut along the lines. Fold in the middle.") == 1


def test_a_card_holds_the_ideas_the_family_chose(press):
    said = [words for kind, words in paper.spoken(press.make(wallet((4, 7))).pdf) if kind == "/LBody"]
    assert said == [orders.IDEAS[4].lead, orders.IDEAS[7].lead]


def test_a_card_takes_as_many_ideas_as_fit_but_never_drops_what_was_chosen(press):
    long = tuple(replace(idea, lead=f"{idea.lead} " * 2) for idea in orders.IDEAS)
    said = [kind for kind, _ in paper.spoken(press.make(wallet(blocks=long)).pdf)]
    assert said.count("/LBody") == 3
    with pytest.raises(PressError, match="Choose fewer ideas"):
        press.make(wallet((0, 1, 2, 3), blocks=long))


def test_a_card_without_a_number_has_a_line_to_write_it_on(press):
    leaflet = press.make(wallet(contact=ContactBox()))
    assert not any(words.startswith("Ring") for _, words in paper.spoken(leaflet.pdf))


@pytest.mark.parametrize("layout", ["wallet-card", "fridge-poster"])
def test_prose_is_refused_where_pictures_are_needed(press, layout):
    with pytest.raises(PressError, match="Choose easy read, or another design"):
        press.make(orders.prose(layout=layout))


def test_a_card_carries_what_was_agreed_and_the_next_visit(press):
    card = replace(orders.order(layout="wallet-card"), family=orders.AGREED)
    said = [words for kind, words in paper.spoken(press.make(card).pdf) if kind in {"/LBody", "/P"}]
    assert said[-3:] == [*orders.AGREED.agreed, "Next visit: Monday 7 December, 10am"]
    assert said[2] == orders.IDEAS[0].lead


def test_a_card_leads_on_where_there_is_room_for_two_ideas_or_all_that_was_chosen(press):
    def said(*, chosen=(), agreed=()):
        card = replace(wallet(chosen), page=orders.PAGE)
        card = replace(card, family=replace(card.family, agreed=agreed))
        return paper.spoken(press.make(card).pdf)

    def leads_on(heard):
        return any(kind == "/Link" for kind, _ in heard)

    usual = said()
    assert leads_on(usual)
    assert [kind for kind, _ in usual].count("/LBody") == 2
    assert leads_on(said(chosen=(0, 3)))
    full = said(chosen=(0, 1, 2, 3))
    assert not leads_on(full), "what the family chose comes first"
    assert [kind for kind, _ in full].count("/LBody") == 4
    assert not leads_on(said(agreed=orders.AGREED.agreed))
