"""A leaflet order holds everything the press needs."""

import pytest

from kit.domain.advice import Audience, Topic, UsefulNumber, VariantKey
from kit.domain.errors import PressError
from kit.domain.settings import Settings
from kit.service import leaflets
from tests import fakes

EASY = VariantKey.named("easy-read")
SETTINGS = Settings(worker_name="Sam Whitfield", worker_phone="01632 960142")


def order(library, resource_id="on-the-back", design=None):
    return leaflets.order_leaflet(library, fakes.FakePress(), fakes.FakeClock(), SETTINGS, resource_id, EASY, design)


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
    with pytest.raises(PressError, match="no leaflet design called poster"):
        order(fakes.FakeLibrary(fakes.resource()), design="poster")
