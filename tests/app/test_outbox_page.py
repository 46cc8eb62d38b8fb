"""The outbox: what waits, what came back and why, what was received; sending it, and never a lost record."""

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kit.app.pages.outbox import OutboxPage
from kit.app.pages.outbox.page import AT_ONCE
from kit.app.uploader import STOPPED
from kit.app.widgets.progress import ProgressRow
from kit.app.widgets.steps import CountCard
from kit.domain.advice import Topic, VariantKey, Way
from kit.domain.errors import RefusedError, StoreError, TryLaterError
from kit.domain.visit import Room, VisitOutcome, standing_visits
from kit.service import corrections, families, private, visits
from kit.service.private import PrivateAdvice
from tests import fakes
from tests.app.caseload_rooms import practice
from tests.app.looking import button, check_everybody_can_use, notice, press, settle, words_on
from tests.app.sending import Post

LONG = "Wojciechowska-Featherstonehaugh-of-the-Long-Name"


@pytest.fixture
def opened(theme, shown):
    def open_page(post):
        return shown(OutboxPage(theme, post.rooms, post.uploader), way="outbox")

    return open_page


@pytest.fixture
def post(qapp):
    return Post()


@pytest.fixture
def page(opened, post):
    return opened(post)


def counts(page):
    return [each.accessibleName() for each in page.findChildren(CountCard)]


def card(page, word):
    return next(each for each in page.findChildren(CountCard) if each.accessibleName().endswith(word))


def send(page):
    page.heading.primary.trigger()
    settle()


# -- what there is -----------------------------------------------------------------------------------------------------


def test_everything_that_waits_is_counted_and_listed(page, post):
    assert counts(page) == [f"{post.waiting} Waiting", "0 Needs you", "0 Received", "0 Held back"]
    said = words_on(page)
    assert "Everything here is safe on this laptop until the server says it has it." in said
    assert re.search(r"Ellison · \d+ records?\b", said)
    assert "Visit, 12 November" in said


def test_a_visit_entered_in_error_before_it_was_sent_needs_nothing(opened, post):
    held = next(one for one in standing_visits(post.given.records.kept.visits) if not one.is_attempt)
    corrections.withdraw_visit(post.given.records, post.given.clock, held.id, why="Another family.")
    said = words_on(opened(post))
    assert "Not sent" in said
    assert "Entered in error. It stays on this laptop." in said


def test_an_empty_outbox_says_what_will_come(opened):
    post = Post(given=practice(is_filled=False))
    page = opened(post)
    assert "A visit comes here by itself when it is closed." in words_on(page)
    send(page)
    assert notice(page) == "Nothing waits."
    check_everybody_can_use(page)


def test_a_count_filters_the_list_and_pressed_again_shows_all(page, post):
    post.courier.refuses = set(post.first)
    send(page)
    everything = words_on(page)
    card(page, "Needs you").click()
    assert "Visit, 2 October" in everything
    assert "Visit, 2 October" not in words_on(page)
    card(page, "Waiting").click()
    assert "Press the number again to see everything." in words_on(page)
    card(page, "Waiting").click()
    assert "Visit, 2 October" in words_on(page)


def test_a_long_outbox_opens_a_little_at_a_time(opened, post):
    family = post.given.family("Marsh").id
    for _ in range(AT_ONCE):
        post.clock.move(minutes=1)
        draft = visits.open_visit(post.records, post.clock, family)
        visits.close_visit(post.records, post.clock, draft, VisitOutcome.NO_ACCESS)
    page = opened(post)
    assert "Visit, 2 October" not in words_on(page)
    press(page, "Show more (6)")
    assert "Show more" not in words_on(page)
    assert "Visit, 2 October" in words_on(page)


def test_what_cannot_be_read_is_said_and_read_again(opened, post, monkeypatch):
    def fail():
        raise StoreError("The disk does not answer. Nothing is lost.")

    monkeypatch.setattr(post.records, "outbox", fail)
    page = opened(post)
    assert notice(page) == "The disk does not answer. Nothing is lost."
    monkeypatch.undo()
    press(page, "Try again")
    assert counts(page)[0] == f"{post.waiting} Waiting"


# -- sending -----------------------------------------------------------------------------------------------------------


def test_send_now_sends_all_and_says_so(page, post):
    total = post.waiting
    send(page)
    assert notice(page) == f"{total} records received. Nothing waits."
    assert counts(page)[0] == "0 Waiting"
    assert f"{total} Received" in counts(page)
    assert "Received today" in words_on(page)


def test_a_bar_shows_how_far_it_is_and_stop_stops(opened, qapp):
    post = Post(late=["wire"])
    page = opened(post)
    send(page)
    bar = page.findChild(ProgressRow)
    assert bar.isVisible()
    assert page.heading.primary.text() == "Sending…"
    assert not page.heading.primary.isEnabled()
    assert f"0 of {post.waiting} records" in words_on(page)
    press(page, "Stop")
    post.wire.answer()
    assert notice(page) == STOPPED
    assert not bar.isVisible()
    assert page.heading.primary.isEnabled()


def test_opening_it_while_something_is_sent_shows_the_bar(opened, qapp):
    post = Post(late=["wire"])
    post.uploader.send_now()
    page = opened(post)
    assert page.findChild(ProgressRow).isVisible()
    assert notice(page) == ""


def test_no_network_is_a_quiet_line_that_says_it_is_tried_again(page, post):
    total = post.waiting
    post.courier.fails = [fakes.no_network()]
    send(page)
    said = notice(page)
    assert said.startswith("No network. Everything is safe on this laptop. Last try ")
    assert said.endswith("The kit tries again by itself.")
    assert counts(page)[0] == f"{total} Waiting"


def test_what_went_wrong_is_still_said_when_the_page_is_opened_again(opened, post):
    post.courier.fails = [TryLaterError("The server is busy. Everything waits here.")]
    post.uploader.send_now()
    assert notice(opened(post)).startswith("The server is busy.")


def test_a_server_that_takes_nothing_needs_a_person(page, post):
    post.courier.fails = [RefusedError("The server does not know this laptop. Ask your IT team.")]
    send(page)
    assert notice(page) == "The server does not know this laptop. Ask your IT team."


def test_without_an_address_one_press_leads_to_the_settings(opened, qtbot):
    page = opened(Post(server=""))
    assert notice(page) == "No server address is set. Everything is kept on this laptop."
    send(page)
    assert notice(page).startswith("No server address is set.")
    with qtbot.waitSignal(page.settings_requested):
        press(page, "Set the address")


def test_what_came_back_stands_first_with_the_servers_words_and_can_be_sent_again(page, post, qtbot):
    total, refused = post.waiting, post.first
    post.courier.refuses = set(refused)
    send(page)
    assert notice(page) == f"{len(refused)} of {total} records came back. See what the server said below."
    assert f"{len(refused)} Needs you" in counts(page)
    assert "The server did not accept it." in words_on(page)
    again = button(page, "Send again")
    assert again.accessibleName() == f"Send again: Visit, 12 November, Ellison · {len(refused)} records"
    post.courier.refuses = set()
    with qtbot.waitSignal(page.changed):
        again.click()
    assert "0 Needs you" in counts(page)
    assert notice(page) == f"{len(refused)} records received. Nothing waits."


def test_what_is_sent_again_while_others_are_sent_goes_afterwards(opened, qapp, qtbot):
    post = Post(late=["wire"])
    post.courier.refuses = set(post.first)
    page = opened(post)
    send(page)
    post.wire.answer()
    assert post.uploader.is_running
    press(page, "Send again")
    post.courier.refuses = set()
    while post.wire.jobs:
        post.wire.answer()
    with qtbot.waitSignal(post.uploader.round_started):
        pass
    post.wire.answer()
    assert post.waiting == 0


def test_sending_again_that_cannot_be_kept_is_said(page, post):
    post.courier.refuses = set(post.first)
    send(page)
    post.records.fail_on_commit = StoreError("The disk is full. What was there is safe.")
    press(page, "Send again")
    assert notice(page).startswith("The disk is full.")


def test_records_still_waiting_after_a_round_are_said(page, post):
    post.courier.leaves = set(post.first)
    total, left = post.waiting, len(post.first)
    send(page)
    assert notice(page) == f"{total - left} records received. {left} records still wait."


# -- what must not be seen ---------------------------------------------------------------------------------------------


def test_what_is_held_back_is_a_number_without_a_name_or_a_topic(opened, post):
    hidden = fakes.resource("safe-words", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True)
    jade = post.given.carer("Jade").id
    told = PrivateAdvice(jade, "safe-words", VariantKey.named("standard"), (Way.TALKED,))
    library, family = fakes.FakeLibrary(hidden), post.given.family().id
    private.give_private_advice(post.records, library, post.clock, family, told, Room.ALONE)
    private.not_safe_to_ask(post.records, post.clock, family, jade)
    page = opened(post)
    assert "2 Held back" in counts(page)
    card(page, "Held back").click()
    said = words_on(page)
    assert "Kept on this laptop by your organisation’s rule." in said
    for word in ("Ellison", "Jade", "Safe words", "abuse", "safe to"):
        assert word not in said
    send(page)
    assert "2 Held back" in counts(page)


# -- long and large ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_it_can_be_read_named_and_reached(opened, desktop, qapp, percent):
    desktop.theme.choose_text_size(percent)
    post = Post()
    post.courier.refuses = set(post.first)
    page = opened(post)
    check_everybody_can_use(page)
    send(page)
    check_everybody_can_use(page)
    desktop.theme.choose_text_size(100)
    check_everybody_can_use(page)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_pushes_nothing_out_of_the_window(opened, desktop, window, post, percent):
    desktop.theme.choose_text_size(percent)
    family = families.add_family(post.records, post.clock, LONG).id
    families.add_child(post.records, post.clock, family, "Max", LONG, born_on=post.clock.today() - timedelta(days=3))
    draft = visits.open_visit(post.records, post.clock, family)
    visits.close_visit(post.records, post.clock, draft, VisitOutcome.NO_ACCESS)
    page = opened(post)
    settle()
    assert page.minimumSizeHint().width() <= window.width()
    assert LONG in words_on(page)


def test_a_count_is_pressed_by_keys_too(page, qtbot):
    qtbot.keyClick(card(page, "Waiting"), Qt.Key.Key_Space)
    assert card(page, "Waiting").isChecked()
