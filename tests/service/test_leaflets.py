"""A leaflet order holds everything the press needs."""

import pytest

from kit.domain.advice import Audience, Idea, OfficialPage, Topic, UsefulNumber, VariantKey
from kit.domain.errors import PressError, RuleError, UnknownError
from kit.domain.leaflet import FamilyWords
from kit.domain.settings import Settings
from kit.service import leaflets
from kit.service.text_codes import find_text
from tests import fakes

EASY = VariantKey.named("easy-read")
SETTINGS = Settings(worker_name="Sam Whitfield", worker_phone="01632 960142")


def order(library, resource_id="on-the-back", design="", key=EASY):
    return leaflets.order_leaflet(library, fakes.FakePress(), fakes.FakeClock(), SETTINGS, resource_id, key, design)


def test_the_order_names_the_worker_and_the_text():
    made = order(fakes.FakeLibrary(fakes.resource()))
    assert (made.contact.name, made.contact.phone) == ("Sam Whitfield", "01632 960142")
    assert made.text_code.startswith("ON-THE--E1-")


def test_the_card_holds_only_the_numbers_meant_for_it():
    numbers = [UsefulNumber(key, key, "0800", "", "", is_on_card=key == "a") for key in "ab"]
    card = fakes.resource("useful-numbers", topic=Topic.EARLY_HELP, audience=Audience.CARER)
    made = order(fakes.FakeLibrary(card, numbers=numbers), "useful-numbers")
    assert (made.design.kind, [number.key for number in made.numbers]) == ("card", ["a"])


def test_a_design_there_is_not():
    with pytest.raises(PressError, match="laid out as 'poster'"):
        order(fakes.FakeLibrary(fakes.resource()), design="poster")


def test_each_form_has_its_own_design():
    library = fakes.FakeLibrary(fakes.resource())
    assert order(library).design.kind == "easy-read"
    assert order(library, key=VariantKey()).design.kind == "standard"
    assert order(library, design="large-print").design.kind == "large-print"


def test_advice_is_never_laid_out_as_a_card():
    with pytest.raises(PressError, match="another design"):
        order(fakes.FakeLibrary(fakes.resource()), design="card")


def test_a_text_nobody_signed_says_so_on_paper():
    waiting, signed = fakes.resource(), fakes.resource(is_signed_off=True, sign_off="Checked by a clinician.")
    assert "Waiting for a local clinician" in order(fakes.FakeLibrary(waiting)).note
    assert order(fakes.FakeLibrary(signed)).note == "Checked by a clinician."


def pack(library, *texts, design="", family=leaflets.NO_FAMILY):
    return leaflets.order_pack(
        library, fakes.FakePress(), fakes.FakeClock(), SETTINGS, [(one, EASY) for one in texts], design, family=family
    )


TWO = fakes.FakeLibrary(
    fakes.resource("on-the-back"),
    fakes.resource("walk-away", topic=Topic.CRYING),
    fakes.resource("safe-and-well", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True),
    fakes.resource("useful-numbers", topic=Topic.EARLY_HELP),
    fakes.resource("six-stages", audience=Audience.WORKER),
)


@pytest.mark.parametrize(
    "family", [FamilyWords(("Ring the refuge.",)), FamilyWords(next_visit="To talk about domestic abuse")]
)
def test_words_that_do_not_belong_on_paper_in_a_home_are_refused(family):
    with pytest.raises(RuleError, match="private page"):
        pack(TWO, "on-the-back", family=family)


def test_the_familys_words_are_on_the_first_leaflet_of_a_pack():
    family = FamilyWords(("We will try.",), "Monday", (1,))
    first, second = pack(TWO, "on-the-back", "walk-away", family=family)
    assert (first.family, second.family) == (family, FamilyWords())


def test_a_text_the_design_does_not_suit_gets_its_own():
    orders = pack(TWO, "on-the-back", "useful-numbers", design="large-print")
    assert [order.design.kind for order in orders] == ["large-print", "card"]


def test_the_card_carries_nobodys_words():
    (card,) = pack(TWO, "useful-numbers", family=FamilyWords(("We will try.",)))
    assert (card.family, card.page) == (FamilyWords(), None)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("on-the-back", "safe-and-well"), "cannot be made into a leaflet"),
        (("safe-and-well",), "cannot be made into a leaflet"),
        (("on-the-back", "on-the-back"), "twice"),
        ((), "from 1 to 20"),
    ],
)
def test_a_pack_is_refused_whole(texts, said):
    with pytest.raises(RuleError, match=said):
        pack(TWO, *texts)


def test_what_can_be_added_is_for_carers_and_never_sensitive():
    assert [one.id for one in leaflets.packable(TWO, ["on-the-back"])] == ["walk-away", "useful-numbers"]


def test_what_needs_ideas_is_not_offered_for_prose():
    press = fakes.FakePress()
    press.kinds = ("easy-read", "poster", "wallet", "card")
    with_ideas = fakes.FakeLibrary(fakes.resource(), ideas=(Idea("baby", "Sleep."),))
    offered = [
        [one.kind for one in leaflets.designs_for(library, press, "on-the-back", EASY)] for library in (TWO, with_ideas)
    ]
    assert offered == [["easy-read"], ["easy-read", "poster", "wallet"]]


def test_where_to_read_on_comes_from_the_resource():
    page = OfficialPage("www.example.org/sleep", "the Example Trust")
    assert order(fakes.FakeLibrary(fakes.resource(page=page))).page == page
    assert page.link == "https://www.example.org/sleep"


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower {}"])
def test_the_code_of_a_sheet_finds_its_very_words(typed):
    resource = TWO.resource("walk-away")
    for key in resource.variants:
        variant = TWO.variant("walk-away", key)
        code = resource.text_code(variant)
        found = find_text(TWO, code.lower() if typed.startswith("lower") else typed.format(code))
        assert (found.resource.id, found.variant, found.is_exact) == ("walk-away", variant, True)


def test_the_code_of_an_older_sheet_finds_the_words_of_today_and_says_so():
    variant = TWO.variant("walk-away", EASY)
    code = TWO.resource("walk-away").text_code(variant)
    older = f"{code.rpartition('-')[0][:-1]}7-0000"
    found = find_text(TWO, older)
    assert (found.variant, found.is_exact) == (variant, False)


def test_a_code_with_a_language_is_told_apart():
    keys = (VariantKey(), VariantKey.named("standard.pl"))
    library = fakes.FakeLibrary(fakes.resource(variants=keys))
    resource = library.resource("on-the-back")
    for key in keys:
        code = resource.text_code(library.variant(resource.id, key))
        for typed in (code, f"{code[:-4]}0000"):
            assert find_text(library, typed).variant.key == key


@pytest.mark.parametrize("typed", ["", "cot", "SS", "WALK-AW", "WALK-AW-E1", "WALK-AW-E1-12", "WALK-AW-X1-1234", "--"])
def test_what_is_no_code_finds_nothing(typed):
    with pytest.raises(UnknownError, match="No leaflet has this code"):
        find_text(TWO, typed)


def test_the_code_of_something_sensitive_is_as_unknown_as_any_other():
    resource = TWO.resource("safe-and-well")
    code = resource.text_code(TWO.variant(resource.id, EASY))
    with pytest.raises(UnknownError, match="No leaflet has this code"):
        find_text(TWO, code)
