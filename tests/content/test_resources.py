"""The texts, pictures and lists that ship: read by the real reader, and held to what no format can say."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kit import places
from kit.domain.advice import Audience, Form, Items, Topic, VariantKey, plain
from kit.domain.visit import Contact
from kit.library.gather import gather

if TYPE_CHECKING:
    from kit.domain.advice import Resource, Source, Variant
    from kit.library.shelf import Shelf

TELLING = re.compile(
    r"\b(abus\w*|violen\w*|refuge|coerci\w*|perpetrator|victim|survivor|domestic|stalk\w*|hit you|hurts you)\b",
    re.IGNORECASE,
)
"""Words that would tell somebody who picks a paper up or looks at a screen (rule zero)."""


def variants(shelf: Shelf, form: Form | None = None) -> list[tuple[Resource, Variant]]:
    every = [(one, shelf.variant(one.id, key)) for one in shelf.resources() for key in one.variants]
    return [(one, variant) for one, variant in every if form in {None, variant.key.form}]


def sentences(variant: Variant) -> list[str]:
    lines = [variant.title, *(line for idea in variant.ideas for line in (idea.lead, *idea.more))]
    return [part for line in lines for part in re.split(r"(?<=[.?!:])\s+", line) if part]


def test_the_folder_has_no_fault():
    gathered = gather(places.resources())

    assert gathered.resources
    assert gathered.pictures


def test_every_resource_for_carers_has_both_forms(shelf: Shelf):
    for one in shelf.resources():
        if one.audience is Audience.CARER:
            assert {VariantKey(Form.STANDARD), VariantKey(Form.EASY_READ)} <= set(one.variants), one.id


def test_every_picture_of_an_idea_is_there_with_words_for_it(shelf: Shelf):
    for _, variant in variants(shelf, Form.EASY_READ):
        for idea in variant.ideas:
            picture = shelf.picture(idea.picture)
            assert picture.shapes
            assert picture.alt


def test_no_picture_is_used_twice_in_one_text(shelf: Shelf):
    for one, variant in variants(shelf, Form.EASY_READ):
        keys = [idea.picture for idea in variant.ideas]
        assert len(keys) == len(set(keys)), one.id


def test_no_place_for_a_number_is_left_open(shelf: Shelf):
    for one, variant in variants(shelf):
        texts = sentences(variant) if variant.ideas else [text for block in variant.blocks for text in _texts(block)]
        assert not [text for text in texts if "{" in text], one.id
    for one in shelf.resources():
        assert not [q for q in shelf.questions(one.id) if "{" in f"{q.ask}{q.listen_for}"], one.id


def test_every_resource_for_carers_has_questions_that_are_not_yes_or_no(shelf: Shelf):
    closed = re.compile(r"(do|does|did|is|are|have|has|can|will|would|could) (you|your|the|it|they)\b", re.IGNORECASE)
    for one in shelf.resources():
        if one.audience is Audience.CARER and one.topic is not Topic.EARLY_HELP:
            assert shelf.questions(one.id), one.id
        for question in shelf.questions(one.id):
            assert not closed.match(question.ask), question.ask


def test_resources_say_where_they_come_from_and_who_has_signed(shelf: Shelf):
    for one in shelf.resources():
        assert one.sign_off, one.id
        assert one.sources or one.topic is Topic.EARLY_HELP, one.id
        assert (one.review_by - one.written_on).days <= 366, f"{one.id}: advice is read again within a year"


def test_every_contact_and_topic_of_the_grid_has_something_to_give(shelf: Shelf):
    resources = shelf.resources()

    assert {contact for one in resources for contact in one.contacts} >= {one.value for one in Contact}
    ruled = {rule.topic for rule in shelf.due_rules()}
    assert ruled <= {name.topic for name in shelf.topics() if name.has_row}


def test_nothing_ordinary_tells(shelf: Shelf):
    """Titles, summaries, codes and keys are on screens and papers that anybody may see; so are labels of numbers."""
    seen = [text for one in shelf.resources() for text in (one.title, one.code, one.id) if not one.is_sensitive]
    seen += [one.summary for one in shelf.resources() if not one.is_sensitive]
    seen += [text for one in shelf.numbers() for text in (one.key, one.label, one.hours, one.who_for)]
    seen += [name.name for name in shelf.topics()]
    seen += [shelf.numbers_checked()]
    seen += [text for one in gather(places.resources()).pictures for text in (one.key, one.title, one.alt)]

    assert [text for text in seen if TELLING.search(text)] == []


def test_what_is_sensitive_is_neutral_outside_its_own_page(shelf: Shelf):
    for one in shelf.resources():
        if one.topic is Topic.DOMESTIC_ABUSE:
            assert one.is_sensitive
        if one.is_sensitive:
            assert not TELLING.search(f"{one.title} {one.code} {one.id}"), one.id
            assert one.id not in {found.id for word in one.title.split() for found, _ in shelf.search(word)}


def test_the_directory_is_sane(shelf: Shelf):
    numbers = {one.key: one for one in shelf.numbers()}

    assert numbers["emergency"].number == "999"
    assert numbers["nhs-111"].number == "111"
    for one in numbers.values():
        digits = one.number.replace(" ", "")
        assert digits in {"999", "111"} or re.fullmatch(r"0\d{9,10}|116\d{3}|0800 ?1111|08001111", digits), one
    assert 3 <= sum(one.is_on_card for one in numbers.values()) <= 8, "a card has room for a few"
    assert re.search(r"\(\d+ [A-Z][a-z]+ 20\d\d\)\.$", shelf.numbers_checked())


def test_no_number_on_the_card_is_still_to_be_confirmed():
    text = (places.resources() / "numbers.toml").read_text(encoding="utf-8")
    for part in text.split("[[number]]")[1:]:
        assert not ("on_card = true" in part and '"to-confirm"' in part), part


def test_the_library_is_dated_by_its_newest_text(shelf: Shelf):
    assert shelf.built_on >= date(2026, 11, 24)


def _texts(block: object) -> list[str]:
    if isinstance(block, Items):
        return [plain(words) for words in block.items]
    return [plain(block.words)] if hasattr(block, "words") else []


NO_PAGE = {
    "when-baby-is-ill": "what was read is one county's page, and the charity's checker is being revised",
    "our-plan": "what was read is for workers",
    "what-early-help-is": "what was read is for workers",
    "how-i-like-to-be-told": "what was read is for workers",
    "hard-things-when-young": "the address would say what the sheet is about",
    "useful-numbers": "the card leads nowhere",
}
"""What goes to families without an address to read on, and why."""


def test_a_page_to_read_on_is_a_source_of_the_text_or_the_front_of_a_site_that_sources_name(shelf: Shelf):
    leading = [(one, one.page) for one in shelf.resources() if one.page]
    sites = {source.where.partition("/")[0] for one in shelf.resources() for source in one.sources if _was_seen(source)}

    assert leading
    for one, page in leading:
        exact = {source.where for source in one.sources if _was_seen(source)}
        assert page.address in exact | sites, one.id
        assert not one.is_sensitive
        assert one.audience is Audience.CARER


def test_what_goes_to_families_leads_on_or_it_is_known_why_not(shelf: Shelf):
    to_families = [one for one in shelf.resources() if one.audience is Audience.CARER and not one.is_sensitive]

    assert {one.id for one in to_families if one.page is None} == set(NO_PAGE)


def _was_seen(source: Source) -> bool:
    return source.sure == "seen"
