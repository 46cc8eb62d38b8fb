"""Whole rounds of sending: the service, the courier and a real receiver, on records in memory."""

from datetime import UTC, datetime, timedelta

import pytest

from kit.domain.outbox import EntryKind, EntryState, OutboxEntry
from kit.domain.settings import Settings
from kit.service.uploads import retry_entries, send_all
from tests import fakes
from tests.upload import homes
from tests.upload.servers import refuse, say

START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    return fakes.FakeClock()


@pytest.fixture
def visited():
    """Three families, each visited once."""
    return [homes.Home(), homes.Home(), homes.Home()]


@pytest.fixture
def records(line, visited):
    records = fakes.FakeRecords()
    with records:
        records.keep_settings(Settings(server_url=line.url))
        for number, home in enumerate(visited):
            made_at = START + timedelta(minutes=number)
            visit = (
                home.id("visit"),
                EntryKind.VISIT,
                home.id("family"),
                home.id("visit"),
                made_at,
                home.visit_payload,
            )
            records.post(OutboxEntry(*visit), *(homes.entry(record) for record in home.three()))
        records.commit()
    return records


def states(records):
    with records:
        return {entry.id: state for entry, state, _, _ in records.outbox()}


def test_everything_that_waits_is_received(records, courier, clock, receiver):
    heard = []
    done = send_all(records, courier, clock, lambda answered, total: heard.append((answered, total)))
    assert (done.accepted, done.refused, done.left, done.stopped) == (12, 0, 0, "")
    assert heard == [(4, 12), (8, 12), (12, 12)]
    assert receiver.received()["Communication"] == 9
    assert set(states(records).values()) == {EntryState.RECEIVED}


def test_one_bad_visit_does_not_hold_up_the_others(records, courier, clock, line, visited):
    bad = visited[0].id("visit")
    line.on(refuse(422, "required", "Bundle.entry[2].resource.birthDate"), about=bad)
    done = send_all(records, courier, clock)
    assert (done.accepted, done.refused, done.left, done.stopped) == (8, 1, 3, "")
    assert states(records)[bad] is EntryState.NEEDS_YOU
    retry_entries(records, [bad])
    assert send_all(records, courier, clock).left == 0


def test_one_bad_record_does_not_hold_up_the_others(records, courier, clock, line, visited):
    line.on(refuse(400, "invalid"), about=visited[1].id("told"))
    done = send_all(records, courier, clock)
    assert (done.accepted, done.refused, done.left) == (11, 1, 0)
    assert states(records)[visited[1].id("told")] is EntryState.NEEDS_YOU


def test_one_record_a_server_fails_on_holds_up_nobody_and_comes_to_a_person(records, courier, clock, line, visited):
    line.on(*[say(500)] * 9, about=visited[0].id("told"))
    rounds = [send_all(records, courier, clock) for _ in range(5)]
    assert [(one.left, one.refused, one.stopped) for one in rounds] == [*[(1, 0, "")] * 4, (0, 1, "")]


def test_a_round_that_broke_is_finished_by_the_next(records, courier, clock, line, visited, receiver):
    line.on(say(503, Retry_After="30"), about=visited[1].id("visit"))
    broken = send_all(records, courier, clock)
    assert (broken.accepted, broken.left, broken.wait_s) == (4, 8, 30)
    assert (send_all(records, courier, clock).left, receiver.received()["Communication"]) == (0, 9)


def test_a_correction_made_days_later_goes_with_what_is_known(records, courier, clock, line, visited, receiver):
    send_all(records, courier, clock)
    with records:
        records.post(homes.entry(visited[0].correction("mended", of="told")))
        records.commit()
    line.asked.clear()
    assert send_all(records, courier, clock).accepted == 1
    assert [asked.method for asked in line.asked] == ["POST", "POST", "GET", "PUT", "GET", "PUT"]
    statuses = [one["status"] for one in receiver.resources("Communication")]
    assert sorted(set(statuses)) == ["completed", "entered-in-error", "not-done"]
    assert statuses.count("entered-in-error") == 1
