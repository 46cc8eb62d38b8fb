"""What was printed, and what is still to be printed. Printing alone never says that anybody was told."""

from dataclasses import replace
from datetime import date

import pytest

from kit.domain.advice import VariantKey, Withdrawal
from kit.domain.errors import RuleError, StoreError, UnknownError
from kit.domain.paper import came_out
from kit.service.printing import PrintWish, strike_off, waiting_leaflets
from tests import fakes
from tests.service.paper import note_not_printed, note_printed, print_later

EASY = VariantKey.named("easy-read")


def wish(desk, **changes):
    made = PrintWish("on-the-back", EASY, "easy-read", 2, desk.family_id, desk.people["jade"])
    return replace(made, **changes)


def test_what_was_printed_is_recorded_with_its_exact_words_and_never_sent(desk):
    printed = note_printed(desk.records, desk.library, desk.clock, wish(desk))
    kept = desk.records.kept
    assert kept.printed == [printed]
    assert (printed.text.resource_id, printed.text.variant, printed.copies) == ("on-the-back", "easy-read", 2)
    assert printed.text.digest == desk.library.variant("on-the-back", EASY).digest
    assert (printed.carer_id, printed.worker) == (desk.people["jade"], "Sam Whitfield")
    assert kept.outbox == []


def test_printing_alone_is_never_given(desk):
    note_printed(desk.records, desk.library, desk.clock, wish(desk))
    assert desk.records.kept.advice == []
    assert desk.records.kept.drafts == {}


def test_what_is_for_nobody_is_not_recorded(desk):
    assert note_printed(desk.records, desk.library, desk.clock, PrintWish("on-the-back", EASY)) is None
    assert desk.records.kept.printed == []


def test_for_a_family_without_a_name(desk):
    printed = note_printed(desk.records, desk.library, desk.clock, wish(desk, carer_id=""))
    assert printed.carer_id is None


def test_nothing_came_out_is_a_new_record(desk):
    printed = note_printed(desk.records, desk.library, desk.clock, wish(desk))
    other = note_printed(desk.records, desk.library, desk.clock, wish(desk))
    correction = note_not_printed(desk.records, desk.clock, printed, "Taken back.")
    assert desk.records.kept.printed == [printed, other, correction]
    assert (correction.corrects, correction.why, correction.copies) == (printed.id, "Taken back.", 0)
    assert came_out(desk.records.kept.printed) == (other,)


def test_what_cannot_be_printed_now_is_kept_once_as_what_to_print(desk):
    first = print_later(desk.records, desk.library, desk.clock, wish(desk))
    assert print_later(desk.records, desk.library, desk.clock, wish(desk)) == first
    print_later(desk.records, desk.library, desk.clock, wish(desk, carer_id=desk.people["callum"]))
    waiting = waiting_leaflets(desk.records, desk.library)
    assert [one.wish.carer_id for one in waiting] == [desk.people["jade"], desk.people["callum"]]
    assert waiting[0].as_wish == wish(desk)
    assert (waiting[0].title, waiting[0].family.name, waiting[0].trouble) == ("On the back", "Ellison", "")


def test_what_is_for_nobody_can_wait_too(desk):
    print_later(desk.records, desk.library, desk.clock, PrintWish("on-the-back", EASY))
    (waiting,) = waiting_leaflets(desk.records, desk.library)
    assert waiting.family is None
    assert waiting.as_wish == PrintWish("on-the-back", EASY)


def test_printing_it_takes_it_off_the_list_in_whatever_design(desk):
    print_later(desk.records, desk.library, desk.clock, wish(desk))
    print_later(desk.records, desk.library, desk.clock, PrintWish("on-the-back", EASY))
    note_printed(desk.records, desk.library, desk.clock, wish(desk, design="large-print", copies=1))
    assert [one.family for one in waiting_leaflets(desk.records, desk.library)] == [None]
    note_printed(desk.records, desk.library, desk.clock, PrintWish("on-the-back", EASY))
    assert waiting_leaflets(desk.records, desk.library) == ()


def test_it_can_be_struck_off(desk):
    kept = print_later(desk.records, desk.library, desk.clock, wish(desk))
    strike_off(desk.records, kept.id)
    strike_off(desk.records, kept.id)
    assert waiting_leaflets(desk.records, desk.library) == ()


def test_what_is_sensitive_never_waits_in_a_list(desk):
    with pytest.raises(RuleError, match="cannot be made into a leaflet"):
        print_later(desk.records, desk.library, desk.clock, wish(desk, resource_id="asking-safely"))


def test_what_was_withdrawn_meanwhile_says_so(desk):
    print_later(desk.records, desk.library, desk.clock, wish(desk))
    withdrawal = Withdrawal(date(2026, 11, 20), "It had the wrong number to ring.")
    tomorrow = fakes.FakeLibrary(replace(desk.library.resource("on-the-back"), withdrawal=withdrawal))
    assert "wrong number" in waiting_leaflets(desk.records, tomorrow)[0].trouble
    assert "no longer has it" in waiting_leaflets(desk.records, fakes.FakeLibrary())[0].trouble
    with pytest.raises(RuleError, match="was withdrawn"):
        print_later(desk.records, tomorrow, desk.clock, wish(desk))


def test_a_variant_that_is_gone_is_not_recorded_wrongly(desk):
    with pytest.raises(UnknownError):
        note_printed(desk.records, desk.library, desk.clock, wish(desk, key=VariantKey.named("standard.pl")))
    assert desk.records.kept.printed == []


def test_a_commit_that_fails_leaves_both_lists_as_they_were(desk):
    print_later(desk.records, desk.library, desk.clock, wish(desk))
    desk.records.fail_on_commit = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        note_printed(desk.records, desk.library, desk.clock, wish(desk))
    assert (len(desk.records.kept.to_print), desk.records.kept.printed) == (1, [])
