"""Show mode in a visit by finger alone, in every state of it: everything works, and nothing leads to the records."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kit.app.pages.show_parts.pin_pad import WRONG, PinPad
from kit.app.pages.show_parts.together import CotTogether, PlanTogether
from kit.app.widgets.focus import FocusRing
from kit.domain.advice import HowFar, Understanding, Way
from kit.domain.letters import Ground
from kit.domain.visit import Attended
from tests.app.entering import House
from tests.app.looking import settle
from tests.app.showing import EASY, shelf
from tests.app.touching import swipe, tap

PIN = "2905"
STEP = 40
"""Pixels between the places that are looked at."""


@pytest.fixture
def house(window, desktop):
    house = House(window, desktop, shelf=shelf())
    house.enter()
    house.navigator._reading.guard.pin = PIN  # noqa: SLF001 - chosen in the settings
    return house


@pytest.fixture
def visit(house):
    house.navigator.open_visit(house.family_id())
    for name in ("Jade", "Denise"):
        carer = house.given.carer(name).id
        house.page.here.change_requested.emit(lambda draft, one=carer: draft.with_presence(one, Attended.ALL))
    return house.page


@pytest.fixture
def page(house, visit):
    return opened(house, visit)


def opened(house, visit, resource="every-sleep"):
    visit.show_requested.emit(resource, EASY)
    settle()
    return house.page


def on(page):
    """A finger goes to the left."""
    width, middle = page.leaf_view.width(), page.leaf_view.height() // 2
    swipe(page.leaf_view, (width * 3 // 4, middle), (width // 4, middle))


def to_the_questions(page):
    for _ in range(3):
        on(page)
    settle()


def tick(house, visit, name="Jade", resource="every-sleep"):
    return visit.view.draft.tick(house.given.carer(name).id, resource)


# -- everything works --------------------------------------------------------------------------------------------------


def test_leaves_are_turned_and_each_carer_is_asked(house, visit, page):
    to_the_questions(page)
    jade, denise = (house.given.carer(name).id for name in ("Jade", "Denise"))
    tap(page.answers.buttons[jade, Understanding.SHOWED_ME])
    tap(page.answers.buttons[denise, Understanding.NOT_YET])
    settle()
    tap(page.answers.ways["next-visit"])
    made = [tick(house, visit, name) for name in ("Jade", "Denise")]
    assert [one.understanding for one in made] == [Understanding.SHOWED_ME, Understanding.NOT_YET]
    assert made[0].how_far == HowFar(3, 3)


def test_things_in_the_cot_are_found(house, visit, page):
    to_the_questions(page)
    tap(page.try_it)
    settle()
    places = page.findChild(CotTogether).cot.places
    for key in ("layer-teddy", "layer-pillow"):
        box = places[key].mask().boundingRect()
        swipe(places[key], (box.center().x(), box.center().y()))
    made = tick(house, visit)
    assert Way.PRACTISED in made.ways
    assert [(one.found, one.of) for one in made.tried] == [(2, 4)]


def test_a_plan_is_chosen_and_is_that_carers(house, visit):
    page = opened(house, visit, "walk-away")
    to_the_questions(page)
    tap(page.try_it)
    settle()
    plan = page.findChild(PlanTogether)
    for button in (plan.carers[house.given.carer("Denise").id], page.on, plan.places["kitchen"], page.on):
        tap(button)
        settle()
    for key in ("friend", "neighbour"):
        tap(plan.people[key])
    [tried] = tick(house, visit, "Denise", "walk-away").tried
    assert tried.words == ("I go to the kitchen.", "I ring a friend.", "If there is no answer, I ring a neighbour.")
    assert tick(house, visit, "Jade", "walk-away").tried == ()


def test_words_are_changed(page):
    tap(page.words)
    settle()
    tap(page.words_panel.buttons["ground", Ground.CREAM])
    tap(page.words_panel.done)
    assert page.letters.ground is Ground.CREAM
    assert not page.words_panel.isVisible()


# -- nothing leads to the records --------------------------------------------------------------------------------------


def at_the_questions(page):
    to_the_questions(page)


def at_the_cot(page):
    to_the_questions(page)
    tap(page.try_it)


def at_the_words(page):
    tap(page.words)


def at_the_lock(page):
    tap(page.way_back.lock)


STATES = pytest.mark.parametrize("go", [None, at_the_questions, at_the_cot, at_the_words, at_the_lock])


@STATES
def test_under_no_finger_lies_a_widget_of_the_records(house, page, go):
    if go:
        go(page)
    settle()
    window = house.window
    found = {
        window.childAt(QPoint(x, y)) for x in range(1, window.width(), STEP) for y in range(1, window.height(), STEP)
    }
    outside = [each for each in found - {None} if each is not page and not page.isAncestorOf(each)]
    assert [each for each in outside if not each.isAncestorOf(page)] == []


@STATES
def test_no_key_leads_to_a_widget_of_the_records(qtbot, house, page, go):
    if go:
        go(page)
    settle()
    reached = set()
    for _ in range(60):
        qtbot.keyClick(house.window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(house.window.focusWidget())
    assert len(reached) > 1
    assert [each for each in reached if each is not page and not page.isAncestorOf(each)] == []
    seen = [each for each in house.window.findChildren(QWidget) if each.isVisible() and not isinstance(each, FocusRing)]
    assert [each for each in seen if not (each is page or page.isAncestorOf(each) or each.isAncestorOf(page))] == []


@STATES
def test_nothing_but_the_pin_leaves(house, page, go):
    if go:
        go(page)
    settle()
    corners = [(5, 5), (page.width() - 5, 5), (5, page.height() - 5), (page.width() - 5, page.height() - 5)]
    for corner in corners:
        swipe(page, corner)
        swipe(page, corner, (page.width() // 2, page.height() // 2))
        swipe(page, corner, fingers=2)
    assert house.page is page
    assert QApplication.activePopupWidget() is None


def test_a_wrong_pin_by_finger_stays_and_the_right_one_goes_back_to_the_visit(house, visit, page):
    tap(page.way_back.lock)
    pad = page.findChild(PinPad)
    settle()
    for digit in "1590":
        tap(pad.digits[digit])
    tap(pad.enter)
    assert house.page is page
    assert pad.said.text() == WRONG
    for digit in PIN:
        tap(pad.digits[digit])
    tap(pad.enter)
    assert house.page is visit


def test_holding_the_lock_does_nothing_where_there_is_a_pin(qtbot, house, page):
    middle = page.way_back.lock.rect().center()
    qtbot.mousePress(page.way_back.lock, Qt.MouseButton.LeftButton, pos=middle)
    assert not page.way_back._ticks.isActive()  # noqa: SLF001 - nothing counts how long
    assert house.page is page
