"""Recall: what was withdrawn is used nowhere, what names it still reads, and who holds it is known until they know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kit.domain.advice import Topic, VariantKey, Way, Withdrawal
from kit.domain.errors import RuleError
from kit.domain.visit import Attended
from kit.service import history, private, visits
from kit.service.leaflets import order_leaflet
from kit.service.offering import check_addable, offers_of
from kit.service.paper import paper_view
from kit.service.printing import PrintWish
from kit.service.recall import clear_bag, note_told, recalls
from kit.service.stock import add_to_bag
from kit.service.summary import title_of
from kit.service.text_codes import texts_of
from kit.service.visit_view import visit_view
from tests import fakes
from tests.service.paper import note_not_printed, note_printed

EASY = VariantKey.named("easy-read")
ON = date(2026, 11, 20)
WHY = "It had the wrong number to ring."


def withdrawn(desk, resource_id="on-the-back", replaced_by="", on=ON):
    """The library of tomorrow, without this resource."""
    old = desk.library.resource(resource_id)
    others = [one for one in desk.library.resources() if one.id != resource_id]
    gone = replace(old, withdrawal=Withdrawal(on, WHY, replaced_by))
    return fakes.FakeLibrary(*others, gone, rules=desk.library.due_rules())


def told(desk, name="jade", resource_id="on-the-back", ways=(Way.TALKED,)):
    """A whole visit in which this carer was given it."""
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    draft = draft.with_presence(desk.people[name], Attended.ALL)
    draft = visits.give(desk.library, desk.clock, draft, desk.people[name], resource_id, EASY, ways=ways)
    visits.close_visit(desk.records, desk.clock, draft)


def holders(desk, library):
    return [
        (one.carer.given_name if one.carer else one.family.name, one.has_paper)
        for recall in recalls(desk.records, library)
        for one in recall.holders
    ]


# -- used nowhere ------------------------------------------------------------------------------------------------------


def test_it_is_neither_printed_nor_ticked_nor_offered(desk):
    library = withdrawn(desk)
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    draft = draft.with_presence(desk.people["jade"], Attended.ALL)
    settings = desk.records.kept.settings
    for deed in (
        lambda: order_leaflet(library, fakes.FakePress(), desk.clock, settings, "on-the-back", EASY),
        lambda: visits.give(library, desk.clock, draft, desk.people["jade"], "on-the-back", EASY),
        lambda: check_addable(library, "on-the-back"),
    ):
        with pytest.raises(RuleError, match=f"“On the back” was withdrawn.*{WHY}"):
            deed()
    view = visit_view(desk.records, library, desk.clock, desk.family_id)
    assert [offer.resource.id for offer in offers_of(library, view)] == ["walk-away"]
    assert [offer.resource.id for offer in offers_of(library, view, ["on-the-back"])] == ["walk-away"]


def test_a_sensitive_one_is_refused_without_its_name(desk):
    library = withdrawn(desk, "asking-safely")
    given = private.PrivateAdvice(desk.people["jade"], "asking-safely", EASY, (Way.TALKED,))
    with pytest.raises(RuleError) as refused:
        private.give_private_advice(desk.records, library, desk.clock, desk.family_id, given, visits.Room.ALONE)
    assert "Asking" not in str(refused.value)
    assert WHY not in str(refused.value)


def test_records_that_name_it_still_read(desk):
    told(desk)
    library = withdrawn(desk)
    assert title_of(library, "on-the-back") == "On the back"
    entries = history.advice_history(desk.records, library, desk.family_id, desk.people["jade"], Topic.SAFER_SLEEP)
    assert {entry.title for entry in entries} == {"On the back"}


# -- who holds it ------------------------------------------------------------------------------------------------------


def test_nobody_is_asked_about_what_nobody_holds(desk):
    told(desk, resource_id="walk-away")
    assert recalls(desk.records, withdrawn(desk)) == ()
    assert recalls(desk.records, desk.library) == ()


def test_whoever_was_given_it_holds_it_and_paper_is_said(desk):
    told(desk, "callum", ways=(Way.TALKED, Way.READY_MADE))
    told(desk, "jade")
    assert holders(desk, withdrawn(desk)) == [("Jade", False), ("Callum", True)]
    (recall,) = recalls(desk.records, withdrawn(desk, replaced_by="walk-away"))
    assert (recall.replacement.id, recall.withdrawal.why) == ("walk-away", WHY)


def test_a_leaflet_alone_makes_a_holder_too(desk):
    wish = PrintWish("on-the-back", EASY, "easy-read", 1, desk.family_id, desk.people["jade"])
    note_printed(desk.records, desk.library, desk.clock, wish)
    note_printed(desk.records, desk.library, desk.clock, replace(wish, carer_id=""))
    assert holders(desk, withdrawn(desk)) == [("Jade", True), ("Ellison", True)]


def test_what_did_not_come_out_is_held_by_nobody(desk):
    wish = PrintWish("on-the-back", EASY, "easy-read", 1, desk.family_id, desk.people["jade"])
    printed = note_printed(desk.records, desk.library, desk.clock, wish)
    note_not_printed(desk.records, desk.clock, printed, "Taken back.")
    assert holders(desk, withdrawn(desk)) == []


def test_a_record_entered_in_error_is_held_by_nobody(desk):
    told(desk)
    for record in list(desk.records.kept.advice):
        visits.correct_advice(
            desk.records, desk.clock, record.id, why="Wrong family.", outcome=visits.Outcome.ENTERED_IN_ERROR
        )
    assert holders(desk, withdrawn(desk)) == []


def test_whoever_was_told_is_off_the_list(desk):
    told(desk, "jade")
    told(desk, "callum")
    library = withdrawn(desk)
    note_told(desk.records, desk.clock, desk.family_id, desk.people["jade"], "on-the-back")
    assert holders(desk, library) == [("Callum", False)]
    assert paper_view(desk.records, library, desk.clock).still_to_tell == 1
    assert desk.records.kept.outbox[-1].family_id == desk.family_id
    assert [entry.kind.value for entry in desk.records.kept.outbox].count("advice") == len(desk.records.kept.advice)


def test_a_family_without_a_name_is_told_as_a_family(desk):
    wish = PrintWish("on-the-back", EASY, family_id=desk.family_id)
    note_printed(desk.records, desk.library, desk.clock, wish)
    note_told(desk.records, desk.clock, desk.family_id, None, "on-the-back")
    assert holders(desk, withdrawn(desk)) == []


def test_whoever_was_given_what_takes_its_place_since_knows(desk):
    told(desk, "jade")
    told(desk, "callum")
    told(desk, "jade", "walk-away")
    today = desk.clock.today()
    assert holders(desk, withdrawn(desk, replaced_by="walk-away", on=today)) == [("Callum", False)]
    later = withdrawn(desk, replaced_by="walk-away", on=today + timedelta(days=1))
    assert holders(desk, later) == [("Jade", False), ("Callum", False)], "that was before the recall"


def test_sensitive_ones_are_in_no_list(desk):
    given = private.PrivateAdvice(desk.people["jade"], "asking-safely", EASY, (Way.TALKED,))
    private.give_private_advice(desk.records, desk.library, desk.clock, desk.family_id, given, visits.Room.ALONE)
    assert recalls(desk.records, withdrawn(desk, "asking-safely")) == ()


def test_a_private_record_still_has_its_title(desk):
    given = private.PrivateAdvice(desk.people["jade"], "asking-safely", EASY, (Way.TALKED,))
    private.give_private_advice(desk.records, desk.library, desk.clock, desk.family_id, given, visits.Room.ALONE)
    library = withdrawn(desk, "asking-safely")
    view = private.private_view(desk.records, library, desk.family_id, desk.people["jade"], visits.Room.ALONE)
    assert [line.title for line in view.records] == ["Asking safely"]
    assert view.resources == ()


# -- the bag -----------------------------------------------------------------------------------------------------------


def test_what_lies_in_the_bag_is_recalled_too(desk):
    for coded in texts_of(desk.library, desk.library.resource("on-the-back"))[:2]:
        add_to_bag(desk.records, desk.library, coded.code, 3)
    library = withdrawn(desk)
    (recall,) = recalls(desk.records, library)
    assert (recall.holders, recall.in_bag) == ((), 6)
    clear_bag(desk.records, "on-the-back")
    assert recalls(desk.records, library) == ()
