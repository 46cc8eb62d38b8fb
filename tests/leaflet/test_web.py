"""The same leaflet as one HTML file: whole, silent, and said in order."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kit.domain.advice import SPACE_TO_WRITE, Form, Heading, Idea, VariantKey, WritingLines
from kit.domain.errors import PressError
from kit.leaflet.press import Press
from tests.leaflet import orders

VOID = frozenset(("meta", "path", "br"))


class Reading(HTMLParser):
    """What a browser makes of it: elements in order, words, and whether every element is closed."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.words = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, words):
        if words.strip() and not {"style", "title"} & set(self.open):
            self.words.append(" ".join(words.split()))

    def all(self, *tags):
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(scope="module")
def html(press):
    return press.make_web(replace(orders.order(), family=orders.AGREED, page=orders.PAGE)).html


def test_it_needs_nothing_else_and_runs_nothing(html):
    assert not re.search(r"<(script|img|link|iframe|object)\b", html)
    assert set(re.findall(r"url\((\w+):", html)) == {"data"}
    assert "default-src 'none'" in html
    outside = set(re.findall(r"https?://[^\"'< ]+", html))
    assert outside == {f"https://{orders.PAGE.address}"}
    assert len(html) < 600_000


def test_it_says_the_same_in_the_same_order(html):
    read = Reading(html)
    assert read.open == []
    said = " ".join(read.words)
    leads = [sentence for idea in orders.IDEAS for sentence in (idea.lead, *idea.more)]
    whole = ["Safer sleep for your baby", *leads, *orders.AGREED.agreed, orders.AGREED.next_visit, orders.SAM.phone]
    places = [said.index(sentence) for sentence in [*whole, orders.PAGE.address, "SS-ALL-E3-7AB4 · 24 November 2026"]]
    assert places == sorted(places)


def test_language_title_headings_and_pictures_have_words(html):
    read = Reading(html)
    assert read.all("html") == [{"lang": "en-GB"}]
    assert "<title>Safer sleep for your baby</title>" in html.partition("</head>")[0]
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch(r"h\d", tag)]
    assert levels == [1, *[2] * (len(orders.IDEAS) + 2)]
    pictures = read.all("svg")
    assert [one["aria-label"] for one in pictures] == [orders.picture(idea.picture).alt for idea in orders.IDEAS]
    assert all(one["role"] == "img" for one in pictures)


def test_a_number_can_be_touched_to_ring_it(html):
    assert ("tel:01632960142", f"https://{orders.PAGE.address}") == tuple(one["href"] for one in Reading(html).all("a"))


def test_prose_has_lists_lines_to_write_on_and_no_skipped_heading(press):
    blocks = (Heading(3, orders.words("Deep")), WritingLines(2), *orders.PROSE)
    read = Reading(press.make_web(orders.order(blocks, key=VariantKey(Form.STANDARD))).html)
    assert [int(tag[1]) for tag, _ in read.elements if re.fullmatch(r"h\d", tag)][:2] == [1, 2]
    assert len(read.all("ul")) == len(read.all("ol")) == 1
    assert {"role": "img", "aria-label": SPACE_TO_WRITE} in read.all("div")
    assert len(read.all("strong")) == 2


def test_words_are_words_and_never_marks(press):
    idea = Idea("baby-on-back", '<b>Bold</b> & "quoted"', ("</section><script>alert(1)</script>",))
    family = replace(orders.AGREED, agreed=("<i>1 & 2</i>",))
    html = press.make_web(replace(orders.order((idea,), '"<Title>"'), family=family)).html
    assert "<script" not in html
    assert Reading(html).open == []
    assert "<i>1 & 2</i>" in " ".join(Reading(html).words)


def test_the_card_says_nowhere_what_it_is_about(press):
    web = press.make_web(orders.card(contact=orders.SAM))
    assert (web.title, web.file_name) == ("Leaflet", "leaflet.html")
    assert "Useful numbers" not in web.html
    read = Reading(web.html)
    assert read.all("h1", "h2") == []
    assert len(read.all("dt")) == len(orders.NUMBERS) + 1


def test_the_file_is_named_as_the_pdf_is(press):
    assert press.make_web(orders.order()).file_name == "safer-sleep-for-your-baby-easy-read.html"
    polish = orders.order(title="Spokojny sen", key=VariantKey(Form.EASY_READ, language="pl"))
    web = press.make_web(polish)
    assert web.file_name == "spokojny-sen-easy-read-pl.html"
    assert Reading(web.html).all("html") == [{"lang": "pl"}]


def test_a_missing_picture_or_font_is_one_plain_sentence(press, tmp_path):
    with pytest.raises(PressError, match="baby-on-back"):
        press.make_web(replace(orders.order(), pictures={}))
    with pytest.raises(PressError, match="is missing or damaged"):
        Press(orders.DESIGNS, tmp_path).make_web(orders.order())


def test_a_plan_says_what_the_paper_says(press):
    plan = replace(orders.plan(), family=replace(orders.AGREED, agreed=()))
    web = press.make_web(plan)
    assert (web.title, web.file_name) == ("Our plan", "leaflet.html")
    said = " ".join(Reading(web.html).words)
    whole = (
        *("We made this plan together.", "1. Noah has his own clear cot", "Who: Jade", "By: Friday 27 November"),
        *(
            "3. Rings Callum in the evening",
            "Jade said: “I want him to sleep near me.”",
            "Next visit: Monday 7 December",
        ),
        orders.SAM.phone,
    )
    places = [said.index(sentence) for sentence in whole]
    assert places == sorted(places)
    with pytest.raises(PressError, match="nothing in the plan yet"):
        press.make_web(orders.plan(None))


@pytest.mark.parametrize("layout", ["fridge-poster", "wallet-card"])
def test_what_the_family_chose_is_what_is_sent(press, layout):
    order = replace(orders.order(layout=layout), family=replace(orders.AGREED, chosen=(1, 4)))
    said = Reading(press.make_web(order).html).words
    leads = [idea.lead for idea in orders.IDEAS if idea.lead in said]
    assert leads == [orders.IDEAS[1].lead, orders.IDEAS[4].lead]


def test_it_suits_a_dark_screen_a_small_one_and_paper(html):
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "color-scheme: light dark" in style
    dark = style.partition("@media screen and (prefers-color-scheme: dark)")[2]
    assert "section.idea svg { background: #fff;" in dark, "pictures are drawn for white paper"
    assert "nowrap" not in style
    assert "overflow-wrap: break-word" in style
    assert "@media print" in style


def test_an_empty_contact_leaves_no_box(press):
    html = press.make_web(replace(orders.order(), contact=orders.ContactBox())).html
    assert "Do you want to ask" not in html
