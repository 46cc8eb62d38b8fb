"""Sensitive advice: one carer, alone, kept apart."""

import pytest

from kit.domain.advice import VariantKey, Way
from kit.domain.errors import RuleError
from kit.domain.safety import may_list
from kit.domain.visit import Room
from kit.service import leaflets, private
from tests import fakes

STANDARD = VariantKey.named("standard")


def give(desk, room=Room.ALONE, ways=(Way.TALKED,), kept_where=""):
    given = private.PrivateAdvice(desk.people["jade"], "asking-safely", STANDARD, ways, kept_where=kept_where)
    return private.give_private_advice(desk.records, desk.library, desk.clock, desk.family_id, given, room)


def test_it_goes_to_the_restricted_records_and_nowhere_else(desk):
    record = give(desk)
    kept = desk.records.kept
    assert kept.restricted == [record]
    assert (kept.advice, kept.outbox, kept.drafts) == ([], [], {})


@pytest.mark.parametrize("room", [Room.SOMEONE_ELSE, Room.NOT_SURE])
def test_anything_but_alone_keeps_it_shut(desk, room):
    assert not may_list(desk.library.resource("asking-safely"), room)
    with pytest.raises(RuleError, match="another time"):
        give(desk, room=room)
    assert desk.records.kept.restricted == []


def test_paper_is_left_only_after_asking_where_it_is_kept(desk):
    with pytest.raises(RuleError, match="safe for them to keep"):
        give(desk, ways=(Way.NUMBER_ONLY,))
    assert give(desk, ways=(Way.NUMBER_ONLY,), kept_where="In her phone as Children's Centre").kept_where


def test_not_safe_to_ask_is_the_record(desk):
    record = private.not_safe_to_ask(desk.records, desk.clock, desk.family_id, desk.people["jade"])
    with desk.records:
        assert desk.records.restricted.of_carer(desk.people["jade"]) == [record]
        assert desk.records.restricted.of_carer(desk.people["callum"]) == []


def test_nothing_sensitive_becomes_a_leaflet(desk):
    with desk.records:
        settings = desk.records.settings()
    with pytest.raises(RuleError, match="card of useful numbers"):
        leaflets.order_leaflet(desk.library, fakes.FakePress(), desk.clock, settings, "asking-safely", STANDARD)


def test_how_to_reach_somebody_safely_is_kept_apart(desk):
    jade = desk.people["jade"]
    private.keep_safe_contact(desk.records, desk.clock, desk.family_id, jade, "Text", "Before noon", "Say nothing")
    view = private.private_view(desk.records, desk.library, desk.family_id, jade, Room.ALONE)
    assert (view.contact.how, view.contact.when, view.contact.may_say) == ("Text", "Before noon", "Say nothing")
    assert view.records == ()
    kept = desk.records.kept
    assert kept.outbox == []
    assert "Before noon" not in repr((kept.people, kept.drafts, kept.settings))


def test_an_empty_way_to_reach_somebody_is_none(desk):
    with pytest.raises(RuleError, match="how, when, or what") as caught:
        private.keep_safe_contact(desk.records, desk.clock, desk.family_id, desk.people["jade"], " ", "", "")
    assert caught.value.field == "how"


def test_another_carer_never_sees_it(desk):
    private.keep_safe_contact(desk.records, desk.clock, desk.family_id, desk.people["jade"], "Text", "", "")
    view = private.private_view(desk.records, desk.library, desk.family_id, desk.people["callum"], Room.ALONE)
    assert view.contact is None
