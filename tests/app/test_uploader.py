"""Sending what waits, visit by visit, without a dialog: rounds, stopping, trying later, closing meanwhile."""

from dataclasses import replace

import pytest

from kit.app.uploader import LONGEST_WAIT_S, NUDGE_MS, STOPPED, WAITS_S
from kit.domain.errors import RefusedError, StoreError, TryLaterError
from tests.app.sending import Post

REFUSED = RefusedError("The server does not know this laptop. Nothing is lost.")


@pytest.fixture
def post(qapp):
    return Post()


def test_a_round_sends_every_visit_and_says_how_far_it_is(post):
    total = post.waiting
    post.uploader.send_now()
    assert post.waiting == 0
    assert post.heard[0] == ("started", total)
    counts = [each[1] for each in post.heard if each[0] == "answered"]
    assert counts == sorted(counts)
    assert counts[-1] == total
    assert (post.ended[0].accepted, post.ended[0].refused, post.ended[0].left) == (total, 0, 0)
    assert not post.uploader.is_running
    assert post.uploader.last_round is post.ended[0]
    assert post.uploader.waits_s is None


def test_nothing_waiting_is_a_quiet_round(post):
    post.uploader.send_now()
    post.heard.clear()
    post.uploader.send_now()
    assert [each[0] for each in post.heard] == ["ended"]


def test_a_refused_record_does_not_stop_the_others(post):
    total, refused = post.waiting, post.first
    post.courier.refuses = set(refused)
    post.uploader.send_now()
    assert post.ended[0].refused == len(refused)
    assert post.ended[0].accepted == total - len(refused)
    assert post.ended[0].stopped == ""


def test_what_the_server_does_not_name_still_waits_and_is_not_asked_twice(post):
    post.courier.leaves = set(post.first)
    post.uploader.send_now()
    assert post.ended[0].left == len(post.courier.leaves)
    assert post.waiting == len(post.courier.leaves)
    assert len({upload.visit_entry_id for upload in post.courier.sent}) == len(post.courier.sent)


def test_without_an_address_nothing_is_sent_and_nothing_is_tried_again(qapp):
    post = Post(server="")
    total = post.waiting
    post.uploader.send_now()
    assert "No server address is set." in post.ended[0].stopped
    assert post.uploader.waits_s is None
    assert post.waiting == total


def test_a_server_that_refuses_the_laptop_is_not_asked_again_by_itself(post):
    post.courier.fails = [REFUSED]
    post.uploader.send_now()
    assert post.uploader.trouble is REFUSED
    assert post.uploader.waits_s is None


def test_no_network_is_tried_again_and_waits_grow(post):
    for wait in (*WAITS_S, WAITS_S[-1]):
        post.courier.fails = [TryLaterError("No network. Everything is safe on this laptop.")]
        post.uploader.send_now()
        assert post.uploader.waits_s == pytest.approx(wait, abs=1)
    assert post.ended[-1].stopped.startswith("No network.")


def test_waits_begin_anew_after_an_answer(post):
    post.courier.fails = [TryLaterError("No network."), TryLaterError("No network.")]
    post.uploader.send_now()
    post.uploader.send_now()
    post.uploader.send_now()
    post.courier.fails = [TryLaterError("No network.")]
    post.given.records.kept.receipts.clear()
    post.uploader.send_now()
    assert post.uploader.waits_s == pytest.approx(WAITS_S[0], abs=1)


@pytest.mark.parametrize(("asked", "waits"), [(10, WAITS_S[0]), (600, 600), (10**6, LONGEST_WAIT_S)])
def test_a_server_may_ask_for_patience_but_not_for_ever(post, asked, waits):
    post.courier.fails = [TryLaterError("The server is busy.", wait_s=asked)]
    post.uploader.send_now()
    assert post.uploader.waits_s == pytest.approx(waits, abs=1)
    assert post.ended[0].wait_s == asked


def test_a_server_that_stops_halfway_keeps_what_it_answered(post, monkeypatch):
    send = post.courier.send

    def half(upload, answered=None):
        return replace(send(upload, answered), stopped="The server is busy. The rest waits.")

    monkeypatch.setattr(post.courier, "send", half)
    total, first = post.waiting, len(post.first)
    post.uploader.send_now()
    assert post.waiting == total - first
    assert post.ended[0].stopped == "The server is busy. The rest waits."
    assert post.uploader.waits_s == pytest.approx(WAITS_S[0], abs=1)


def test_a_receipt_that_cannot_be_kept_is_said_and_its_entries_wait(post):
    total = post.waiting
    post.records.fail_on_commit = StoreError("The disk is full. What was there is safe.")
    post.uploader.send_now()
    assert post.ended[0].stopped.startswith("The disk is full.")
    assert post.waiting == total
    post.records.fail_on_commit = None
    post.uploader.send_now()
    assert post.waiting == 0


def test_stopping_waits_for_the_parcel_on_its_way_and_sends_no_other(qapp):
    post = Post(late=["wire"])
    post.uploader.send_now()
    assert post.uploader.is_running
    post.uploader.stop()
    post.wire.answer()
    assert len(post.courier.sent) == 1
    assert post.ended[0].stopped == STOPPED
    assert post.uploader.trouble is None
    assert post.waiting > 0
    post.uploader.send_now()
    assert post.uploader.is_running, "stopping was for that round"


def test_stopping_when_nothing_is_sent_stops_nothing_later(post):
    post.uploader.stop()
    post.uploader.send_now()
    assert post.waiting == 0


def test_the_count_moves_inside_a_parcel(qapp, qtbot):
    post = Post(late=["desk", "wire"])
    post.uploader.send_now()
    post.desk.answer()
    (_, work, _, _) = post.wire.jobs[0]
    work()
    qtbot.waitUntil(lambda: any(each[0] == "answered" for each in post.heard))
    last = [each for each in post.heard if each[0] == "answered"][-1]
    assert last == ("answered", len(post.first), post.waiting)


def test_a_round_under_way_is_not_begun_twice_and_goes_on_for_what_came_meanwhile(qapp, qtbot):
    post = Post(late=["wire"])
    post.uploader.send_now()
    post.uploader.nudge()
    post.uploader.send_now()
    assert len(post.wire.jobs) == 1
    while post.wire.jobs:
        post.wire.answer()
    assert not post.uploader.is_running
    assert post.uploader.waits_s == pytest.approx(NUDGE_MS / 1000, abs=0.4)


def test_a_nudge_sends_by_itself(post, qtbot):
    with qtbot.waitSignal(post.uploader.round_ended):
        post.uploader.nudge()
    assert post.waiting == 0


def test_something_new_does_not_hurry_a_server_that_is_away(qapp):
    post = Post(late=["wire"])
    post.courier.fails = [TryLaterError("No network.")]
    post.uploader.send_now()
    post.uploader.nudge()
    post.wire.answer()
    assert post.uploader.waits_s == pytest.approx(WAITS_S[0], abs=1)


# -- the door closes ---------------------------------------------------------------------------------------------------


def close(post):
    """As locking does: the uploader is told, then the records are closed."""
    post.uploader.close()
    post.heard.clear()


def test_after_closing_nothing_begins(post):
    close(post)
    post.uploader.send_now()
    post.uploader.nudge()
    assert post.heard == []
    assert post.uploader.waits_s is None
    assert post.courier.sent == []


def test_closing_stops_the_wait(post):
    post.courier.fails = [TryLaterError("No network.")]
    post.uploader.send_now()
    close(post)
    assert post.uploader.waits_s is None


def test_closing_before_the_first_parcel_sends_none(qapp):
    post = Post(late=["desk", "wire"])
    post.uploader.send_now()
    close(post)
    post.desk.answer()
    assert post.wire.jobs == []
    assert post.heard == []


@pytest.mark.parametrize("fails", [[], [TryLaterError("No network.")]])
def test_an_answer_that_comes_after_closing_is_dropped_and_the_records_are_left_alone(qapp, fails):
    post = Post(late=["desk", "wire"])
    post.courier.fails = list(fails)
    post.uploader.send_now()
    post.desk.answer()
    close(post)
    post.wire.answer()
    assert post.desk.jobs == []
    assert post.heard == []
    assert post.waiting > 0


def test_closing_while_a_receipt_is_kept_asks_the_records_for_nothing_more(qapp):
    post = Post(late=["desk", "wire"])
    total = post.waiting
    post.uploader.send_now()
    post.desk.answer()
    post.wire.answer()
    close(post)
    post.desk.answer()
    assert post.waiting < total, "the receipt is kept"
    assert post.desk.jobs == []
    assert post.heard == []
