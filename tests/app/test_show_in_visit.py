"""Show mode inside the application: no way to the records but the worker's, and everything seen on record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kit.app.pages.settings import SettingsPage
from kit.app.pages.show import ShowPage
from kit.app.pages.show_parts.pin_pad import PinPad
from kit.app.pages.show_parts.together import CotTogether, PlanTogether
from kit.app.pages.visit import PLAN, TALK
from kit.app.widgets.focus import FocusRing
from kit.app.widgets.neutral import NeutralPage
from kit.app.widgets.rail import RailItem
from kit.app.widgets.toast import Toast
from kit.domain.advice import HowFar, Understanding, Way
from kit.domain.settings import Settings
from kit.domain.visit import Attended
from kit.service.visits import close_visit
from tests.app.entering import House, is_gone
from tests.app.looking import words_on
from tests.app.samples import cut, nameless, too_low
from tests.app.showing import EASY, shelf

PIN = "2905"


@pytest.fixture
def house(window, desktop):
    house = House(window, desktop, shelf=shelf())
    house.enter()
    house.navigator._reading.guard.hold_ms = 30  # noqa: SLF001 - two seconds are long in a test
    return house


@pytest.fixture
def visit(house):
    house.navigator.open_visit(house.family_id())
    for name in ("Jade", "Denise"):
        carer = house.given.carer(name).id
        house.page.here.change_requested.emit(lambda draft, one=carer: draft.with_presence(one, Attended.ALL))
    house.page.go_to_step(TALK)
    return house.page


@pytest.fixture
def page(house, visit):
    visit.show_requested.emit("every-sleep", EASY)
    return house.page


def tick(house, visit, name="Jade", resource="every-sleep"):
    return visit.view.draft.tick(house.given.carer(name).id, resource)


def to_the_end(page):
    for _ in range(page.count):
        page.go(1)


def ways(window):
    return [item.words for item in window.findChildren(RailItem) if item.isVisible()]


# -- nothing of the records --------------------------------------------------------------------------------------------


def test_no_widget_of_the_records_is_in_sight_or_reached_by_keys(qtbot, house, page):
    window = house.window
    beside = [each for each in window.findChildren(QWidget) if each.isVisible() and not is_in(each, page)]
    assert [each for each in beside if not is_around(each, page)] == []
    reached = set()
    for _ in range(40):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    assert {page.on, page.way_back.lock} <= reached
    assert all(is_in(each, page) for each in reached)


def is_around(widget, page):
    """What every page lies in, and what shows where the focus is."""
    return widget.isAncestorOf(page) or isinstance(widget, FocusRing)


def is_in(widget, page):
    return widget is page or page.isAncestorOf(widget)


@pytest.mark.parametrize("key", ["1", "2", "3", "P", "F", "L", "Q", "W"])
def test_shortcuts_of_other_pages_do_nothing(qtbot, house, visit, page, key):
    step = visit._step  # noqa: SLF001 - the page itself is not in sight
    qtbot.keyClick(page, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert house.page is page
    assert visit._step == step  # noqa: SLF001


def test_no_menu_opens(qtbot, page):
    qtbot.mouseClick(page.leaf_view, Qt.MouseButton.RightButton)
    qtbot.keyClick(page, Qt.Key.Key_Menu)
    assert QApplication.activePopupWidget() is None


def test_the_window_fills_the_screen_and_is_as_before_afterwards(house, visit):
    window, full = house.window, Qt.WindowState.WindowFullScreen
    before = window.windowState()
    visit.show_requested.emit("every-sleep", EASY)
    assert window.windowState() & full
    house.page.left.emit()
    assert window.windowState() == before
    window.setWindowState(Qt.WindowState.WindowMaximized)
    visit.show_requested.emit("every-sleep", EASY)
    house.page.left.emit()
    assert window.windowState() == Qt.WindowState.WindowMaximized


def test_nothing_the_kit_says_to_the_worker_is_seen_by_a_parent(house, visit, page):
    house.window.say("The visit to the Okoro family is closed.")
    toast = house.window.findChild(Toast)
    assert not toast.isVisible()
    page.left.emit()
    assert toast.isVisible()


def test_closing_the_window_asks_who_it_is(house, page):
    house.window.close()
    assert house.page is page
    assert house.window.isVisible()


def test_the_pin_of_the_settings_is_asked_for(qtbot, window, desktop):
    settings = Settings(worker_name="Sam Whitfield", has_practised_hiding=True, show_pin=PIN)
    house = House(window, desktop, settings=settings, shelf=shelf())
    house.enter()
    house.navigator.open_visit(house.family_id())
    visit = house.page
    visit.show_requested.emit("every-sleep", EASY)
    page = house.page
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    pad = page.findChild(PinPad)
    qtbot.keyClicks(pad, "1590")
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert house.page is page
    qtbot.keyClicks(pad, PIN)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert house.page is visit


def test_a_pin_chosen_now_counts_now(qtbot, house):
    house.window.way_requested.emit("settings")
    settings = house.page
    assert isinstance(settings, SettingsPage)
    settings.pin.field.set_text("1111")
    settings.pin.keep.click()
    assert settings.pin.field.mistake
    settings.pin.field.set_text(PIN)
    settings.pin.keep.click()
    assert house.navigator._reading.guard.pin == PIN  # noqa: SLF001
    assert settings.pin.field.text == ""
    settings.pin.remove.click()
    assert house.navigator._reading.guard.pin == ""  # noqa: SLF001


# -- hiding ------------------------------------------------------------------------------------------------------------


def press_shift(qtbot, widget):
    for _ in range(3):
        qtbot.keyClick(widget, Qt.Key.Key_Shift)


def test_the_hide_key_needs_no_pin_and_leaves_no_way_but_the_lock(qtbot, house, visit, page):
    house.navigator._reading.guard.pin = PIN  # noqa: SLF001 - chosen in the settings
    press_shift(qtbot, page)
    assert isinstance(house.page, NeutralPage)
    assert is_gone(page)
    assert ways(house.window) == []
    house.window.close()
    assert house.window.isVisible()
    pad = house.window.findChild(PinPad)
    qtbot.keyClicks(pad, PIN)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert isinstance(house.page, NeutralPage)
    qtbot.waitUntil(lambda: ways(house.window)[:1] == ["Visit"])
    house.window.way_requested.emit("visit")
    assert house.page is visit


def test_hiding_with_the_pad_open_closes_it(qtbot, house, page):
    house.navigator._reading.guard.pin = PIN  # noqa: SLF001
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    press_shift(qtbot, page.findChild(PinPad))
    assert isinstance(house.page, NeutralPage)
    press_shift(qtbot, house.window)
    assert ways(house.window) == []


def test_hiding_keeps_what_was_seen(qtbot, house, visit, page):
    page.go(1)
    press_shift(qtbot, page)
    assert tick(house, visit).how_far == HowFar(2, 3)


# -- on record ---------------------------------------------------------------------------------------------------------


def test_what_was_shown_is_ticked_by_itself(house, visit, page):
    page.go(1)
    page.left.emit()
    for name in ("Jade", "Denise"):
        made = tick(house, visit, name)
        assert (made.ways, made.text.variant, made.how_far) == ((Way.SHOWN,), "easy-read", HowFar(2, 3))
    assert house.given.records.kept.drafts


def test_what_was_only_opened_is_not(house, visit, page):
    page.left.emit()
    assert tick(house, visit) is None


def test_it_is_on_record_while_it_is_still_shown(qtbot, house, visit, page):
    to_the_end(page)
    qtbot.waitUntil(lambda: tick(house, visit) is not None)
    assert house.page is page


def test_each_carer_is_asked_after_the_last_idea(qtbot, house, visit, page):
    page.go(1)
    assert not page.answers.isVisible()
    to_the_end(page)
    assert page.answers.isVisible()
    jade, denise = (house.given.carer(name).id for name in ("Jade", "Denise"))
    qtbot.mouseClick(page.answers.buttons[jade, Understanding.SHOWED_ME], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.answers.buttons[denise, Understanding.NOT_CHECKED], Qt.MouseButton.LeftButton)
    understood = [tick(house, visit, name).understanding for name in ("Jade", "Denise")]
    assert understood == [Understanding.SHOWED_ME, Understanding.NOT_CHECKED]


def test_not_yet_offers_another_way(house, visit, page):
    to_the_end(page)
    jade = house.given.carer("Jade").id
    assert not page.answers.ways["practise"].isVisible()
    page.answers.buttons[jade, Understanding.NOT_YET].click()
    assert list(page.answers.ways) == ["standard", "practise", "next-visit"]
    page.answers.ways["standard"].click()
    assert page.at == 0
    page.go(1)
    page.left.emit()
    made = tick(house, visit)
    assert (made.text.variant, made.how_far, made.understanding) == ("standard", HowFar(2, 3), Understanding.NOT_YET)


def test_outside_a_visit_nobody_is_asked_and_nothing_is_recorded(house):
    house.navigator._show_alone("every-sleep", EASY, frozenset())  # noqa: SLF001 - as its private page does
    page, seen = house.page, []
    assert isinstance(page, ShowPage)
    page.seen.connect(seen.append)
    assert page.count == 3
    to_the_end(page)
    page.left.emit()
    assert seen == []


def test_from_the_library_in_a_visit_it_is_recorded_too(house, visit):
    house.window.way_requested.emit("library")
    house.page.show_requested.emit("four-messages", EASY)
    house.page.go(1)
    house.page.left.emit()
    assert tick(house, visit, resource="four-messages").ways == (Way.SHOWN,)


def test_what_is_sensitive_leaves_no_trace_in_the_visit(house, visit):
    house.window.way_requested.emit("library")
    before = visit.view.draft
    house.page.show_requested.emit("safe-words", EASY)
    to_the_end(house.page)
    house.page.left.emit()
    assert visit.view.draft == before


# -- trying together ---------------------------------------------------------------------------------------------------


@pytest.fixture
def trying(page):
    to_the_end(page)
    page.try_it.click()
    return page


def test_what_is_wrong_is_found_by_finger_and_by_keys(qtbot, house, visit, trying):
    cot = trying.findChild(CotTogether)
    places = cot.cot.places
    assert {place.accessibleName() for place in places.values()} >= {"Pillow", "Duvet", "Teddy", "Soft cot sides"}
    qtbot.mouseClick(places["layer-teddy"], Qt.MouseButton.LeftButton)
    for key in ("layer-pillow", "layer-duvet", "layer-padded-sides"):
        places[key].setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(places[key], Qt.Key.Key_Space)
    assert cot.is_done
    assert "You found all 4 things." in cot.sentences
    assert places["layer-teddy"].accessibleDescription() == "Found"
    assert Way.PRACTISED in tick(house, visit).ways


def test_what_is_right_is_said_to_be_and_does_not_count(trying):
    cot = trying.findChild(CotTogether)
    cot.cot.places["layer-baby"].click()
    assert "This is right." in cot.sentences
    assert not cot.is_done


def test_then_the_cot_is_made_safe_and_everything_can_be_put_back(trying):
    trying.go(1)
    cot = next(each for each in trying.findChildren(CotTogether) if each.isVisible())
    for place in cot.cot.places.values():
        place.click()
    assert "Now the cot is clear, flat and firm." in cot.sentences
    assert not any(place.isVisible() for place in cot.cot.places.values())
    cot.back.click()
    assert all(place.isVisible() for place in cot.cot.places.values())


def test_after_the_tasks_the_questions_are_there_again(trying):
    at = trying.at
    trying.go(1)
    trying.go(1)
    assert trying.at == at
    assert trying.answers.isVisible()
    trying.try_it.click()
    trying.go(-1)
    assert trying.at == at


def test_a_walk_away_plan_is_one_place_and_two_people(house, visit):
    visit.show_requested.emit("walk-away", EASY)
    page = house.page
    to_the_end(page)
    page.try_it.click()
    plan = page.findChild(PlanTogether)
    assert plan.sentences == ("Whose plan is it?",)
    page.go(1)
    assert page.answers.isVisible(), "nobody’s plan is made"
    page.try_it.click()
    plan = next(each for each in page.findChildren(PlanTogether) if each.isVisible())
    plan.carers[house.given.carer("Denise").id].click()
    page.go(1)
    plan.places["kitchen"].click()
    page.go(1)
    assert plan.sentences == ("Who will you ring? Choose 2 people.",)
    for key in ("neighbour", "friend", "parent"):
        plan.people[key].click()
    page.go(1)
    assert plan.sentences[1:4] == (
        "I go to the kitchen.",
        "I ring a friend.",
        "If there is no answer, I ring my mum or dad.",
    )
    assert Way.PRACTISED in tick(house, visit, resource="walk-away").ways


@pytest.fixture
def planned(house, visit):
    """Jade's plan, made and left."""
    visit.show_requested.emit("walk-away", EASY)
    page = house.page
    to_the_end(page)
    page.try_it.click()
    plan = page.findChild(PlanTogether)
    for button in (plan.carers[house.given.carer("Jade").id], plan.places["kitchen"], *list(plan.people.values())[:2]):
        button.click()
    page.left.emit()
    return house


CHOSEN = ("I go to the kitchen.", "I ring my partner.", "If there is no answer, I ring my mum or dad.")


def test_a_plan_comes_back_to_the_visit_and_onto_paper(planned, visit):
    visit.go_to_step(PLAN)
    assert " ".join(CHOSEN) in words_on(visit)
    assert "My walk-away plan" in words_on(visit)
    visit.leaflet_requested.emit("walk-away", EASY)
    assert planned.page.family.words.agreed == CHOSEN
    visit.leaflet_requested.emit("every-sleep", EASY)
    assert planned.page.family.words.agreed == ()
    papers = []
    visit.plan_requested.connect(papers.append)
    visit.plan.copy.click()
    assert papers[0].words[-1] == ("Jade", f"My walk-away plan: {' '.join(CHOSEN)}")


def test_the_next_visit_and_the_family_page_still_have_it(planned, visit):
    given, draft = planned.given, visit.view.draft
    close_visit(given.records, given.clock, draft)
    planned.navigator.open_visit(planned.family_id())
    planned.page.go_to_step(PLAN)
    assert " ".join(CHOSEN) in words_on(planned.page)
    planned.page.leaflet_requested.emit("walk-away", EASY)
    assert planned.page.family.words.agreed == CHOSEN
    planned.navigator.open_family(planned.family_id())
    planned.page._show_plan()  # noqa: SLF001 - as its panel does
    assert " ".join(CHOSEN) in words_on(planned.page)


def test_practising_the_real_thing_is_recorded_where_there_is_no_task(house, visit):
    visit.show_requested.emit("four-messages", EASY)
    page = house.page
    page._tasks = ()  # noqa: SLF001 - as most resources have none
    to_the_end(page)
    page.answers.buttons[house.given.carer("Jade").id, Understanding.NOT_YET].click()
    page.answers.ways["practise"].click()
    assert Way.PRACTISED in tick(house, visit, resource="four-messages").ways


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_said_of_the_cot_has_room(qtbot, house, visit, theme, percent):
    theme.choose_text_size(percent)
    visit.show_requested.emit("every-sleep", EASY)
    page = house.page
    house.window.setWindowState(Qt.WindowState.WindowNoState)
    house.window.resize(1366, 768)
    to_the_end(page)
    page.try_it.click()
    cot = page.findChild(CotTogether)
    for key in ("layer-teddy", "layer-pillow", "layer-padded-sides", "layer-duvet"):
        cot.cot.places[key].click()
    qtbot.waitUntil(lambda: house.window.width() == 1366)
    qtbot.waitUntil(lambda: cut(page) == [])
    assert (nameless(page), too_low(page)) == ([], [])
