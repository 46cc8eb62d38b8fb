"""What waits is sent, sent twice without harm, and settled only by a receipt."""

import pytest

from kit.domain.advice import Outcome, Reason, VariantKey
from kit.domain.errors import RefusedError
from kit.domain.outbox import EntryState
from kit.domain.settings import Settings
from kit.domain.visit import Attended
from kit.service import uploads, visits
from kit.service.private import not_safe_to_ask
from tests import fakes

EASY = VariantKey.named("easy-read")


@pytest.fixture
def courier(desk):
    return fakes.FakeCourier(desk.clock)


def hold_visit(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id).with_presence(desk.people["jade"], Attended.ALL)
    draft = visits.give(desk.library, desk.clock, draft, desk.people["jade"], "on-the-back", EASY)
    return visits.close_visit(desk.records, desk.clock, draft)


def send(desk, courier):
    return uploads.send_all(desk.records, courier, desk.clock)


def states(desk):
    with desk.records:
        return [state for _, state, _, _ in desk.records.outbox()]


def test_a_visit_goes_as_one_parcel_and_is_received(desk, courier):
    visit = hold_visit(desk)
    done = send(desk, courier)
    assert (done.accepted, done.refused, done.left, done.stopped) == (2, 0, 0, "")
    assert [upload.visit_entry_id for upload in courier.sent] == [visit.id]
    assert set(states(desk)) == {EntryState.RECEIVED}


def test_nothing_waits_nothing_is_sent(desk, courier):
    assert send(desk, courier) == uploads.UploadRound(0, 0, 0)
    assert courier.sent == []


def test_no_network_changes_nothing(desk, courier):
    hold_visit(desk)
    courier.fails = [fakes.no_network()]
    done = send(desk, courier)
    assert (done.accepted, done.left, done.stopped) == (0, 2, "No network. Everything is safe on this laptop.")
    assert set(states(desk)) == {EntryState.WAITING}


def test_one_refused_record_does_not_hold_up_the_rest(desk, courier):
    hold_visit(desk)
    second = hold_visit(desk)
    bad = next(entry.id for entry in desk.records.kept.outbox if entry.kind == "advice")
    courier.refuses = {bad}
    done = send(desk, courier)
    assert (done.accepted, done.refused, done.left) == (3, 1, 0)
    assert courier.sent[-1].visit_entry_id == second.id


def test_a_refused_record_needs_a_person_and_waits_again_when_told(desk, courier):
    hold_visit(desk)
    bad = desk.records.kept.outbox[-1].id
    courier.refuses = {bad}
    send(desk, courier)
    view = uploads.outbox_view(desk.records)
    assert (view.needs_you, view.lines[0].said) == (1, "The server did not accept it.")
    courier.refuses = set()
    uploads.retry_entries(desk.records, [bad])
    assert send(desk, courier).accepted == 1
    assert courier.sent[-1].is_visit_known


def test_without_a_server_address_nothing_is_lost(desk, courier):
    hold_visit(desk)
    with desk.records:
        desk.records.keep_settings(Settings())
        desk.records.commit()
    with pytest.raises(RefusedError, match="kept on this laptop"):
        uploads.next_upload(desk.records, desk.clock)


def test_a_correction_goes_after_the_visit_and_shows_as_its_own_line(desk, courier):
    hold_visit(desk)
    record = desk.records.kept.advice[0]
    visits.correct_advice(
        desk.records, desk.clock, record.id, why="x", outcome=Outcome.NOT_GIVEN, reason=Reason.DECLINED
    )
    view = uploads.outbox_view(desk.records)
    assert sorted((line.kind.value, line.records) for line in view.lines) == [("correction", 1), ("visit", 2)]
    send(desk, courier)
    assert [entry.kind.value for entry in courier.sent[0].entries] == ["advice", "correction"]


def test_what_the_server_calls_a_visit_is_remembered_for_the_next_parcel(desk, courier):
    hold_visit(desk)
    send(desk, courier)
    hold_visit(desk)
    send(desk, courier)
    assert [one.reference for one in courier.sent[1].known] == ["Encounter/1"]


def test_held_back_is_a_number_without_names(desk, courier):
    not_safe_to_ask(desk.records, desk.clock, desk.family_id, desk.people["jade"])
    view = uploads.outbox_view(desk.records)
    assert (view.held_back, view.lines) == (1, ())
    assert send(desk, courier).accepted == 0


def test_a_refused_visit_holds_its_own_advice_and_nothing_else(desk, courier):
    first, second = hold_visit(desk), hold_visit(desk)
    advice = next(entry.id for entry in desk.records.kept.outbox if entry.id != first.id)
    courier.refuses = {first.id}
    courier.leaves = {advice}
    send(desk, courier)
    done = send(desk, courier)
    assert [upload.visit_entry_id for upload in courier.sent] == [first.id, second.id]
    assert (done.accepted, done.left) == (0, 1)
