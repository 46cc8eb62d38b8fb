"""The code on a sheet finds its words again; words that changed, were withdrawn or are never on paper say so."""

from dataclasses import replace
from datetime import date

import pytest

from kit.domain.advice import Audience, Topic, VariantKey, Withdrawal
from kit.domain.errors import RuleError, UnknownError
from kit.service.text_codes import OlderTextError, find_text, is_whole, text_to_give, texts_of
from tests import fakes

EASY, FATHERS, STANDARD = (VariantKey.named(name) for name in ("easy-read", "easy-read.fathers", "standard"))
POLISH = VariantKey.named("standard.pl")


def shelf(**changes):
    sofas = fakes.resource("sofas", code="SS-SOFA", **changes)
    return fakes.FakeLibrary(
        replace(sofas, variants=(*sofas.variants, POLISH)),
        fakes.resource("sofas-and-beds", code="SS-SOFA-BED"),
        fakes.resource("safe-words", topic=Topic.DOMESTIC_ABUSE, code="NB", is_sensitive=True),
    )


def code(library, resource_id="sofas", key=EASY):
    return next(one.code for one in texts_of(library, library.resource(resource_id)) if one.variant.key == key)


@pytest.mark.parametrize("key", [EASY, FATHERS, STANDARD, POLISH])
@pytest.mark.parametrize("resource_id", ["sofas", "sofas-and-beds"])
def test_every_code_finds_its_own_text(resource_id, key):
    library = shelf()
    if key in library.resource(resource_id).variants:
        found = find_text(library, code(library, resource_id, key))
        assert (found.resource.id, found.variant.key) == (resource_id, key)


def test_small_letters_and_blanks_do_not_matter():
    library = shelf()
    typed = f" {code(library).lower().replace('-', ' - ')} "
    assert find_text(library, typed).variant.key == EASY


def test_letters_that_look_like_digits_do_not_matter_in_the_last_part():
    library = shelf()
    start, _, digest = code(library).rpartition("-")
    assert find_text(library, f"{start}-{digest.replace('0', 'o').replace('1', 'I')}").is_exact
    assert find_text(library, f"{start}-O1OI").resource.id == "sofas"


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("SS-SOFA-E1-00AF", True), ("ss sofa e1 ooaf", True), ("SS-SOFA-E1-00A", False), ("SS-BEAD", False), ("", False)],
)
def test_a_code_typed_to_its_end_is_known_by_its_last_part(typed, whole):
    assert is_whole(typed) is whole


@pytest.mark.parametrize("typed", ["", "SS", "SS-SOFA", "SS-SOFA-", "SS-SOFA-Q1-0000", "XX-E1-0000", "SS-SOFA-E1-000"])
def test_what_is_no_code_is_said(typed):
    with pytest.raises(UnknownError, match="No leaflet has this code"):
        find_text(shelf(), typed)


def test_older_words_say_which_code_they_have_now():
    before, now = shelf(version=1), shelf(version=2)
    with pytest.raises(OlderTextError, match="has older words") as older:
        text_to_give(now, code(before))
    assert code(now) in str(older.value)
    assert older.value.today.variant.key == EASY
    assert older.value.field == "code"


def test_what_workers_read_is_found_and_not_handed_over():
    library = fakes.FakeLibrary(fakes.resource("sofas", code="SS-SOFA", audience=Audience.WORKER))
    assert find_text(library, code(library)).is_exact
    with pytest.raises(RuleError, match="is for workers"):
        text_to_give(library, code(library))


def test_the_same_version_with_other_words_is_older_too():
    library = shelf()
    with pytest.raises(OlderTextError):
        text_to_give(library, f"{code(library)[:-4]}0000")


def test_what_was_withdrawn_says_why():
    withdrawal = Withdrawal(date(2026, 11, 20), "It had the wrong number to ring.")
    before, now = shelf(), shelf(withdrawal=withdrawal)
    for version in ("E1", "E0"):
        with pytest.raises(RuleError, match=r"was withdrawn.*wrong number"):
            find_text(now, code(before).replace("E1", version))


def test_what_is_never_on_paper_has_no_code():
    library = shelf()
    sensitive = library.resource("safe-words")
    with pytest.raises(UnknownError, match="No leaflet has this code"):
        find_text(library, sensitive.text_code(library.variant("safe-words", EASY)))


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower", "spaces", "long"])
def test_it_is_found_however_it_is_typed(typed):
    library = shelf()
    ways = {"lower": str.lower, "spaces": lambda one: one.replace("-", " "), "long": lambda one: one.replace("-", "–")}
    whole = ways.get(typed, typed.format)(code(library))
    assert (text_to_give(library, whole).variant.key, find_text(library, whole).is_exact) == (EASY, True)
