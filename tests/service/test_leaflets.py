"""A leaflet order holds everything the press needs."""

import pytest

from kit.domain.advice import Audience, Topic, UsefulNumber, VariantKey
from kit.domain.errors import PressError
from kit.domain.settings import Settings
from kit.service import leaflets
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
