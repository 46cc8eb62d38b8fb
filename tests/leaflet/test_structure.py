"""Whatever is ordered, what comes out is PDF/UA-1, says its words in order, and owns every mark.

Twenty orders of every design, or three hundred with KIT_SLOW=1 (`python3 build/dev.py test --slow`).
"""

from __future__ import annotations

import os
from dataclasses import replace

import page
import pytest

from kit.domain.advice import SPACE_TO_WRITE, Idea, Items, WritingLines, plain
from kit.domain.errors import PressError
from kit.domain.leaflet import NEEDS_IDEAS
from kit.leaflet.booklet import QUESTIONS
from kit.leaflet.contact import said_role, said_whom
from kit.leaflet.designs import design_files
from kit.leaflet.marks import POINTS_PER_MM
from kit.leaflet.plan import facts, introduction
from kit.leaflet.poster import chosen_ideas
from tests.leaflet import generated, orders, paper

DESIGNS = [file.parent.name for file in design_files(orders.DESIGNS)]
COUNT = 300 if os.environ.get("KIT_SLOW") else 20
CHEAP_MM = 5
"""What the cheapest printers leave white on each side."""
REFUSALS = (
    "has no “",
    "longer than a page",
    "more than one side holds",
    "more words than the card",
    "more than the card",
)
"""What may be refused, in words; everything else must be made."""


def usual(key):
    """An order that uses everything the design has room for."""
    made = {
        "plain-card": orders.card(),
        "a4-standard": orders.prose(times=2),
        "a4-record": orders.prose(layout="a4-record"),
        "our-plan": orders.plan(),
        "our-plan-large": orders.plan(layout="our-plan-large"),
    }.get(key) or orders.order(layout=key)
    if made.plan:
        return replace(made, family=replace(orders.AGREED, agreed=()))
    return made if key == "plain-card" else replace(made, family=orders.AGREED, page=orders.PAGE)


@pytest.fixture(scope="module", params=DESIGNS)
def made(request, press):
    order = usual(request.param)
    return order, press.make(order)


@pytest.mark.parametrize("key", DESIGNS)
def test_generated_leaflets_are_pdf_ua_and_say_their_words_in_order(key, press):
    for number, order, leaflet in generated_leaflets(press, key, COUNT):
        report = page.validate_pdf_bytes(leaflet.pdf, profile="ua1")
        assert [f"{key} {number} {one.rule_id}: {one.message}" for one in report.failures] == []
        assert paper.checked(leaflet.pdf) == ""
        assert all(paper.fonts(leaflet.pdf).values())
        assert heard(leaflet.pdf) in wanted(order), f"{key} {number}: {difference(heard(leaflet.pdf), wanted(order))}"


def generated_leaflets(press, key, count):
    """So many leaflets of this design, with number and order; what is refused in words does not count."""
    for number in range(3 * count):
        order = generated.order(key, number)
        if leaflet := made_or_refused(press, order):
            count -= 1
            yield number, order, leaflet
        if not count:
            return
    pytest.fail(f"{key}: two of three orders are refused")


def made_or_refused(press, order):
    """The leaflet, or None where it was refused for one of the reasons there are."""
    try:
        return press.make(order)
    except PressError as error:
        if any(words in str(error) for words in REFUSALS):
            return None
        raise


def test_generated_packs_are_pdf_ua_and_own_every_mark(press):
    """A pack may hold any design but those for one family's plan, for a review, and for numbers; here it holds all."""
    for number in range(COUNT // 10):
        made = [generated.order(key, 7 * number) for key in DESIGNS]
        fitting = [order for order in made if made_or_refused(press, order)]
        pack = press.make_pack(fitting, lambda _done, _total: None)
        report = page.validate_pdf_bytes(pack.pdf, profile="ua1")
        assert [f"{number} {one.rule_id}: {one.message}" for one in report.failures] == []
        assert paper.checked(pack.pdf) == ""
        assert len(fitting) > 1
        assert heard(pack.pdf) == "".join(heard(press.make(order).pdf) for order in fitting)


def test_a_leaflet_of_every_design_is_pdf_ua(made):
    report = page.validate_pdf_bytes(made[1].pdf, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


def test_what_is_read_aloud_is_what_was_ordered(made):
    order, leaflet = made
    assert heard(leaflet.pdf) in wanted(order)


def test_words_can_be_copied_and_found(made):
    order, leaflet = made
    whole = " ".join(paper.texts(leaflet.pdf))
    assert order.text_code in whole
    said = order.variant.ideas[0].lead if order.variant.ideas else "Put your baby on the back to sleep."
    if order.plan:
        said = order.plan.lines[0].want
    assert (order.numbers[0].number if order.numbers else said) in whole


def test_words_are_copied_in_the_order_they_are_read(made):
    """Of a booklet the order is in the tree alone: its first page and its last are on the same side of paper."""
    order, leaflet = made
    copied = [letters([text]) for text in paper.texts(leaflet.pdf)]
    said = [letters([words]) for kind, words in paper.spoken(leaflet.pdf) if kind not in {"/Figure", "/Link"}]
    if order.design.kind == "booklet":
        assert all(any(words in side for side in copied) for words in said)
        return
    whole, place = "".join(copied), 0
    for words in said:
        place = whole.index(words, place) + len(words)


def test_code_version_date_and_page_are_on_every_page(made):
    order, leaflet = made
    sheets = paper.texts(leaflet.pdf)
    found = [one for text in sheets for one in paper.footers(text)]
    copies = {"card": 4, "wallet": 5}.get(order.design.kind, 1)
    count = len(found) // copies
    assert sorted(found) == sorted(f"Page {number} of {count}" for number in range(1, count + 1) for _ in range(copies))
    assert sum(text.count(f"{order.text_code} · 24 November 2026") for text in sheets) == len(found)
    assert all(map(paper.footers, sheets))


def test_qpdf_finds_nothing_wrong(made):
    assert paper.checked(made[1].pdf) == ""


def test_cheap_printers_reach_every_mark(made):
    for sheet in paper.pictures(made[1].pdf):
        box = paper.inked(sheet)
        white = min(box.left, box.top, sheet.width - box.right, sheet.height - box.bottom)
        assert white >= CHEAP_MM * POINTS_PER_MM


def test_every_font_is_embedded(made):
    fonts = paper.fonts(made[1].pdf)
    assert fonts
    assert all(fonts.values())


def test_figures_have_words_and_a_place(made):
    for kind, element in paper.elements(made[1].pdf):
        if kind == "/Figure":
            assert element["/Alt"].strip()
            left, bottom, right, top = map(float, element["/A"]["/BBox"])
            assert left < right
            assert bottom < top


def test_headings_are_bookmarks(made):
    order, leaflet = made
    headings = [kind for kind, _ in paper.elements(leaflet.pdf) if kind in {"/H1", "/H2", "/H3"}]
    titles = list(paper.flat(paper.bookmarks(leaflet.pdf)))
    assert len(titles) == len(headings)
    assert titles[:1] == [order.variant.title] * bool(headings)


def test_the_address_of_the_page_is_a_link_in_the_tree(made):
    order, leaflet = made
    links = [element for kind, element in paper.elements(leaflet.pdf) if kind == "/Link"]
    # A wallet card on which so much was agreed has no room for it.
    if order.page is None or order.design.kind in {"wallet", "record"}:
        assert links == []
        return
    (link,) = links
    (annotation,) = [kid["/Obj"] for kid in paper._kids(link) if not isinstance(kid, int) and kid["/Type"] == "/OBJR"]  # noqa: SLF001
    assert annotation["/A"]["/URI"] == f"https://{orders.PAGE.address}"
    assert annotation["/Contents"]


def test_what_belongs_to_nothing_is_found(press):
    """The checks above can fail: a mark without an owner is seen by both of them."""
    pdf = paper.with_code(press.make(orders.card()).pdf, "0 0 m 9 9 l S")
    with pytest.raises(AssertionError, match="outside of every tag"):
        paper.marked(pdf)
    assert not page.validate_pdf_bytes(pdf, profile="ua1").is_compliant


def heard(pdf: bytes) -> str:
    """Everything a screen reader says, letter after letter; lines for questions fill a booklet up and are left out."""
    return letters(words for _, words in paper.spoken(pdf)).replace(letters((QUESTIONS, SPACE_TO_WRITE)), "")


def wanted(order) -> set[str]:
    """What may be heard: all words in order. Where nobody chose, a poster or a card may hold fewer ideas."""
    kind = order.design.kind
    if kind == "card":
        own = order.contact
        rows = [word for number in order.numbers for word in (number.label, number.number)]
        mine = [", ".join(filter(None, (own.name, said_role(own.role)))), own.phone] if own.phone else []
        return {letters((*rows, *mine))}
    if kind == "plan":
        return {letters((order.variant.title, *said_plan(order), *next_visit(order), *tail(order)))}
    if kind not in NEEDS_IDEAS:
        return {letters((order.variant.title, *said_blocks(order, order.variant.blocks), *agreed(order), *tail(order)))}
    ideas = chosen_ideas(order, 5 if kind == "wallet" else 4)
    counts = [len(ideas)] if order.family.chosen else range(1, len(ideas) + 1)
    if kind == "poster":
        return {letters(poster(order, ideas[:count])) for count in counts}
    leading_on = {(), tuple(where_to_read_on(order))}
    return {letters((*wallet(order, ideas[:count]), *more)) for count in counts for more in leading_on}


def poster(order, ideas):
    short = [replace(idea, more=()) for idea in ideas]
    return order.variant.title, *said_blocks(order, short), *agreed(order), *tail(order)


def wallet(order, ideas):
    contact, lines = order.contact, [*(idea.lead for idea in ideas), *order.family.agreed]
    front = order.variant.title, order.pictures[ideas[0].picture].alt, said_whom(contact.name, contact.role)
    return *front, contact.phone, *(word for line in lines for word in ("•", line)), *next_visit(order)


def said_plan(order):
    intro = introduction(order.plan, order.made_on)
    said = [order.pictures[intro.picture].alt, intro.lead, *intro.more]
    for number, line in enumerate(order.plan.lines, start=1):
        said += [str(number), line.want or line.does, *(word for fact in facts(line) for word in fact), "Done"]
    return [*said, *(f"{who} said: “{words}”" for who, words in order.plan.words)]


def said_blocks(order, blocks):
    said = []
    for block in blocks:
        if isinstance(block, Idea):
            lines = [SPACE_TO_WRITE] if block.writing_lines else []
            said += [order.pictures[block.picture].alt, block.lead, *block.more, *lines]
        elif isinstance(block, Items):
            for place, item in enumerate(block.items, start=1):
                said += [f"{place}." if block.is_numbered else "•", plain(item)]
        else:
            said.append(SPACE_TO_WRITE if isinstance(block, WritingLines) else plain(block.words))
    return said


def agreed(order):
    items = [word for line in order.family.agreed for word in ("•", line)]
    return ["What we agreed"] * bool(items) + items + next_visit(order)


def next_visit(order):
    return ["Next visit:", order.family.next_visit] * bool(order.family.next_visit)


def tail(order):
    if order.design.kind == "record":
        return []
    contact = order.contact
    said = ["Do you want to ask something?", said_whom(contact.name, contact.role), contact.phone]
    if not contact.phone:
        said += ["Number:"] if contact.name else ["Name:", "Number:"]
    return [*said, *where_to_read_on(order), order.note]


def where_to_read_on(order):
    page_ = order.page
    if not page_:
        return []
    code = f"Code for a phone camera. It opens {page_.address}"
    return [code, f"More from {page_.words}", f"{page_.words}: {page_.address}"]


def letters(texts) -> str:
    """The words without what stands between them."""
    return "".join("".join(texts).split())


def difference(said, could):
    """Where what was heard first differs from what comes nearest to it."""
    near = max(could, key=lambda one: alike(one, said))
    start = max(0, alike(near, said) - 20)
    return f"heard {said[start : start + 80]!r}, wanted {near[start : start + 80]!r}"


def alike(one, other) -> int:
    """How many letters are the same from the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
