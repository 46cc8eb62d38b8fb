"""Real leaflets, read back and looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import page
import pytest

from kit.domain.advice import SPACE_TO_WRITE, Form, Idea, Items, Paragraph, VariantKey, WritingLines
from kit.domain.leaflet import ContactBox, FamilyWords
from kit.leaflet.blocks import Setting, in_pieces
from kit.leaflet.marks import POINTS_PER_MM, Face
from tests.leaflet import orders, paper
from tests.leaflet.test_typeset import Even

PLAN = replace(orders.IDEAS[0], lead="Who can you ring?", more=("Write the name here.",), writing_lines=2)
ORDERS = {
    "to-write-on": orders.order([PLAN, *orders.IDEAS[1:3]]),
    "prose-to-write-on": orders.order(
        [*orders.PROSE[:2], WritingLines(3), *orders.PROSE[2:]], layout="a4-standard", key=VariantKey(Form.STANDARD)
    ),
    "easy-read": orders.order(),
    "large-print": orders.order(layout="a4-large-print"),
    "ideas-in-small": orders.order(layout="a4-standard"),
    "standard": orders.prose(times=3),
    "standard-in-large": orders.prose(layout="a4-large-print", times=2),
    "one-idea": orders.order(orders.IDEAS[:1], contact=ContactBox()),
    "twenty-ideas": orders.order((orders.IDEAS * 3)[:20]),
    "nothing-in-it": orders.order(()),
    "card": orders.card(),
    "plan": orders.plan(),
    "plan-in-large": orders.plan(layout="our-plan-large"),
    "plan-with-one-action": orders.plan(replace(orders.PLAN, lines=orders.PLAN.lines[:1], words=())),
}


@pytest.fixture(scope="module", params=ORDERS, ids=list(ORDERS))
def made(request, press):
    order = ORDERS[request.param]
    return order, press.make(order)


@pytest.fixture(scope="module")
def easy(press):
    return press.make(orders.order())


def test_a_leaflet_is_pdf_ua(made):
    report = page.validate_pdf_bytes(made[1].pdf, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


def test_the_pdf_has_a_title_a_language_and_no_author(made):
    _, leaflet = made
    reader = paper.read(leaflet.pdf)
    assert reader.metadata.title == leaflet.title
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert not any(reader.metadata.get(key) for key in ("/Author", "/Creator", "/Producer", "/Subject"))
    assert len(reader.pages) == leaflet.pages


def test_every_font_is_embedded(made):
    fonts = paper.fonts(made[1].pdf)
    assert fonts
    assert all(fonts.values())


def test_code_and_date_are_on_every_page(made):
    order, leaflet = made
    for text in paper.texts(leaflet.pdf):
        assert f"{order.text_code} · 24 November 2026" in text


def test_nothing_is_drawn_in_the_margins_and_no_page_is_blank(made):
    order, leaflet = made
    edge = 4.9 if order.design.kind == "card" else order.design.margin_mm - 0.3
    width, height = (round(side * POINTS_PER_MM) for side in order.design.page_mm)
    for sheet in paper.pictures(leaflet.pdf):
        box = paper.inked(sheet)
        assert box
        assert min(box.left, box.top, width - box.right, height - box.bottom) >= edge * POINTS_PER_MM - 1


def test_the_same_order_gives_the_same_bytes(made, press):
    order, leaflet = made
    assert press.make(order).pdf == leaflet.pdf


def test_eight_ideas_are_one_sheet_four_on_each_side(easy):
    assert easy.pages == 2
    first, second = paper.texts(easy.pdf)
    for side, ideas in ((first, orders.IDEAS[:4]), (second, orders.IDEAS[4:])):
        places = [side.index(sentence) for idea in ideas for sentence in (idea.lead, *idea.more)]
        assert places == sorted(places)


def test_every_page_says_which_page_it_is(press):
    pages = paper.texts(press.make(ORDERS["twenty-ideas"]).pdf)
    assert len(pages) == 4
    for number, text in enumerate(pages, start=1):
        assert text.endswith(f"Page {number} of 4")


def test_pictures_shrink_a_little_when_that_saves_a_sheet(press):
    family = FamilyWords(("Jade will move the cot next to her bed.", "Sam will bring a mattress."), "Monday 7 December")
    leaflet = press.make(replace(orders.order(), family=family))
    assert leaflet.pages == 2
    box = next(element for kind, element in paper.elements(leaflet.pdf) if kind == "/Figure")["/A"]["/BBox"]
    assert 0.75 * 56 * POINTS_PER_MM < float(box[2]) - float(box[0]) < 56 * POINTS_PER_MM


def test_the_title_is_on_every_page(easy):
    assert all(text.startswith("Safer sleep for your baby") for text in paper.texts(easy.pdf))


def test_words_at_the_end_of_a_line_are_not_joined_to_the_next(press):
    idea = replace(orders.IDEAS[4], more=("Do not share a bed with your baby if you smoke, drink or take drugs.",))
    text = paper.texts(press.make(orders.order((idea,))).pdf)[0]
    assert idea.lead in text
    assert idea.more[0] in text


def test_what_is_read_aloud_is_the_text_in_order(easy):
    idea = ["/Sect", "/Figure", "/H2", "/P"]
    tree = paper.kinds(easy.pdf)
    assert tree[:6] == ["/Document", "/H1", *idea]
    assert tree.count("/Sect") == 9
    assert tree[-1] == "/P"


def test_picture_and_words_of_an_idea_are_on_the_same_page(easy):
    pages = {}
    for kind, element in paper.elements(easy.pdf):
        if kind == "/Sect":
            section = len(pages)
            pages[section] = set()
        elif kind in {"/Figure", "/H2", "/P"} and pages:
            pages[section].add(element["/Pg"].get_object()["/StructParents"])
    assert all(len(found) == 1 for found in pages.values())


def test_every_picture_says_what_it_shows_and_is_seen(easy):
    sheets = paper.pictures(easy.pdf)
    figures = [element for kind, element in paper.elements(easy.pdf) if kind == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [orders.picture(idea.picture).alt for idea in orders.IDEAS]
    for figure in figures:
        sheet = sheets[figure["/Pg"].get_object()["/StructParents"]]
        left, bottom, right, top = map(float, figure["/A"]["/BBox"])
        box = paper.inked(sheet, tuple(map(round, (left, sheet.height - top, right, sheet.height - bottom))))
        assert box.bottom - box.top > (top - bottom) * 0.6


def test_no_picture_reaches_into_the_words(press):
    sheet = paper.pictures(press.make(orders.order([orders.IDEAS[6]])).pdf)[0]
    figure = 15 * POINTS_PER_MM + 1.3 * 56 * POINTS_PER_MM
    between = paper.inked(sheet, (round(figure) + 2, 100, round(figure + 8 * POINTS_PER_MM) - 2, 400))
    assert between is None


def test_everything_but_the_foot_and_the_note_has_16_points(easy):
    sizes = paper.sizes(easy.pdf)
    assert {size for size in sizes if size < 16} == {10}
    assert sizes[10] == 5
    assert sizes[18] >= 8


@pytest.mark.parametrize("order", [orders.order(layout="a4-large-print"), orders.plan(layout="our-plan-large")])
def test_all_of_large_print_has_16_points_at_the_foot_too(press, order):
    leading_on = replace(order, family=orders.AGREED, page=orders.PAGE)
    assert min(paper.sizes(press.make(leading_on).pdf)) >= 16


def test_an_address_to_read_on_has_14_points_in_easy_read_and_its_first_part_is_whole(press):
    page = replace(orders.PAGE, address="exampletrustforbabies.org/2022/bringing-baby-home")
    pdf = press.make(replace(orders.order(), page=page)).pdf
    assert 14 in paper.sizes(pdf)
    assert "exampletrustforbabies.org/" in paper.texts(pdf)[-1]


def test_pictures_grow_when_there_is_room(press):
    def width(count):
        pdf = press.make(orders.order(orders.IDEAS[:count])).pdf
        box = next(element for kind, element in paper.elements(pdf) if kind == "/Figure")["/A"]["/BBox"]
        return float(box[2]) - float(box[0])

    assert width(2) == pytest.approx(1.3 * 56 * POINTS_PER_MM, abs=0.1)
    assert width(4) == pytest.approx(56 * POINTS_PER_MM, abs=0.1)


def test_prose_has_headings_lists_and_a_box_in_the_tree(press):
    leaflet = press.make(ORDERS["standard"])
    tree = paper.kinds(leaflet.pdf)
    assert leaflet.title == "Safer sleep for your baby"
    assert tree[:9] == ["/Document", "/H1", "/P", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/LI"]
    numbering = {element["/A"]["/ListNumbering"] for kind, element in paper.elements(leaflet.pdf) if kind == "/L"}
    assert numbering == {"/Disc", "/Decimal"}


def test_a_heading_level_is_never_skipped(press):
    blocks = [block for block in orders.PROSE if getattr(block, "level", 3) == 3]
    assert "/H3" not in paper.kinds(press.make(orders.order(blocks)).pdf)


def test_prose_in_the_small_design_has_14_points(press):
    assert paper.sizes(press.make(orders.prose()).pdf)[14] > 5


def test_a_paragraph_longer_than_a_page_runs_on_and_stays_one_paragraph(press):
    text = " ".join(f"Sentence number {n} of a very long paragraph." for n in range(150))
    leaflet = press.make(orders.order([Paragraph(orders.words(text))], key=VariantKey(Form.STANDARD)))
    said = re.sub(r"SS-ALL.*?Page \d of \d Safer sleep for your baby ", "", " ".join(paper.texts(leaflet.pdf)))
    assert leaflet.pages > 2
    assert all(f"Sentence number {n} of" in said for n in range(150))
    assert paper.kinds(leaflet.pdf).count("/P") == 4


LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 2


def test_words_names_and_titles_that_are_too_long_stay_inside_the_margins(press):
    idea = Idea("baby-on-back", f"{LONG} is long.", (f"See https://www.example.org/{'long/' * 30} now.",))
    contact = ContactBox(
        LONG, f"Practitioner for {LONG}", "0300 123 6720 extension 4418 then press 2 and 0300 123 6720"
    )
    order = orders.order([idea, *orders.IDEAS[:2]], f"{LONG} and a title that goes on and on", contact=contact)
    margin = order.design.margin_mm * POINTS_PER_MM
    for sheet in paper.pictures(press.make(order).pdf):
        box = paper.inked(sheet)
        assert box.left >= margin - 2
        assert box.right <= sheet.width - margin + 1


def test_a_note_in_another_language_keeps_the_language_of_our_own_words(press):
    idea = replace(orders.IDEAS[0], lead="Kładź dziecko na plecach.", more=("Za każdym razem.",))
    leaflet = press.make(orders.order([idea], "Bezpieczny sen", key=VariantKey(Form.EASY_READ, language="pl")))
    assert paper.read(leaflet.pdf).trailer["/Root"]["/Lang"] == "pl"
    assert [element["/Lang"] for _, element in paper.elements(leaflet.pdf) if "/Lang" in element] == ["en-GB", "en-GB"]
    assert "Kładź dziecko na plecach." in paper.texts(leaflet.pdf)[0]
    assert page.is_pdf_compliant_bytes(leaflet.pdf, profile="ua1")


@pytest.mark.parametrize(
    ("contact", "said", "lines"),
    [
        (
            ContactBox("Sam Whitfield", "Health visitor", "01632 960142"),
            "Ring Sam Whitfield, health visitor. 01632 960142",
            0,
        ),
        (ContactBox("Sam Whitfield", "", "01632 960142"), "Ring Sam Whitfield. 01632 960142", 0),
        (ContactBox("", "SENCO", "01632 960142"), "Ring your SENCO. 01632 960142", 0),
        (ContactBox("", "", "01632 960142"), "something? 01632 960142", 0),
        (ContactBox("Sam Whitfield", "Health visitor", ""), "Ring Sam Whitfield, health visitor. Number:", 1),
        (ContactBox("", "Health visitor", ""), "Ring your health visitor. Name: Number:", 2),
        (ContactBox(), "Do you want to ask something? Name: Number:", 2),
    ],
)
def test_the_contact_box_says_whom_to_ring_or_has_lines_to_write_on(press, contact, said, lines):
    leaflet = press.make(orders.order(orders.IDEAS[:3], contact=contact))
    assert said in paper.texts(leaflet.pdf)[-1]
    code = paper.read(leaflet.pdf).pages[-1].get_contents().get_data().decode("latin-1")
    assert code.count(" 0.8 w ") == lines


@pytest.mark.parametrize(("name", "count", "step"), [("to-write-on", 2, 10), ("prose-to-write-on", 3, 10)])
def test_lines_to_write_on_are_ruled_and_heard(press, name, count, step):
    pdf = press.make(ORDERS[name]).pdf
    found = [
        element for kind, element in paper.elements(pdf) if kind == "/Figure" and element["/Alt"] == SPACE_TO_WRITE
    ]
    assert len(found) == 1
    left, bottom, right, top = map(float, found[0]["/A"]["/BBox"])
    assert top - bottom >= count * step * POINTS_PER_MM
    assert right - left >= 80 * POINTS_PER_MM
    sheet = paper.pictures(pdf)[0]
    column = round((left + right) / 2)
    box = (column, round(sheet.height - top), column + 1, round(sheet.height - bottom) + 1)
    rows = [y for y in range(box[1], box[3]) if paper.inked(sheet, (column, y, column + 1, y + 1))]
    apart = [lower - upper for upper, lower in pairwise(rows) if lower - upper > 2]
    assert len(apart) == count - 1
    assert all(gap >= step * POINTS_PER_MM - 1 for gap in apart)


def test_lines_to_write_on_stay_on_the_page_of_their_question(press):
    ask, lines = Paragraph(orders.words("Who can you ring?")), WritingLines(6)
    for count in range(10, 22):
        filling = [Paragraph(orders.words(f"Paragraph {number}.")) for number in range(count)]
        leaflet = press.make(orders.order([*filling, ask, lines], layout="a4-standard", key=VariantKey(Form.STANDARD)))
        asked = next(n for n, text in enumerate(paper.texts(leaflet.pdf)) if "Who can you ring?" in text)
        (ruled,) = (element for kind, element in paper.elements(leaflet.pdf) if kind == "/Figure")
        assert ruled["/Pg"].get_object()["/StructParents"] == asked


def test_the_note_is_on_the_last_page_only(easy):
    first, last = paper.texts(easy.pdf)
    note = orders.NOTE
    assert note not in first
    assert note in last


def test_a_long_title_is_set_smaller_rather_than_on_many_lines(press):
    title = "Safer sleep for your baby in every place where your baby may sleep, tonight and tomorrow"
    sizes = paper.sizes(press.make(orders.order(orders.IDEAS[:2], title)).pdf)
    assert sizes[28] == 1  # the telephone number
    assert any(18 < size < 28 for size in sizes)


@pytest.mark.parametrize("count", range(1, 90))
def test_no_line_of_a_long_paragraph_is_left_alone(count):
    design = orders.design("a4-standard")
    setting = Setting(design, Even(), 400, 700, {})
    lines = [((Face.REGULAR, str(number)),) for number in range(count)]
    pieces = list(in_pieces(lines, setting.body, setting))
    assert [line for piece in pieces for line in piece] == lines
    assert count == 1 or min(map(len, pieces)) > 1


def test_a_text_without_lines_has_no_piece():
    setting = Setting(orders.design("a4-standard"), Even(), 400, 700, {})
    assert list(in_pieces([], setting.body, setting)) == []


@pytest.mark.parametrize("before", range(18, 30))
def test_no_item_of_a_list_is_alone_and_what_ends_in_a_colon_stays_with_it(press, before):
    """Whatever comes before the list, and so wherever the page ends."""
    items = [orders.words(f"Item {number}.") for number in range(1, 7)]
    lines = [Paragraph(orders.words(f"Line {number}.")) for number in range(before)]
    order = orders.order(
        [*lines, Paragraph(orders.words("Keep these out:")), Items(tuple(items))], layout="a4-standard"
    )
    for text in paper.texts(press.make(order).pdf):
        found = re.findall(r"Item (\d)", text)
        assert len(found) != 1
        assert ("Keep these out:" in text) is (found[:1] == ["1"])
