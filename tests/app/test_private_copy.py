"""What is kept apart is copied only on asking, each time, and does not stay on the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from kit.app.pages.private import PrivatePage
from kit.domain.advice import VariantKey, Way
from kit.domain.visit import Room
from kit.service import private
from tests.app.entering import House


@pytest.fixture
def page(window, desktop):
    house = House(window, desktop)
    house.enter()
    jade = house.given.carer("Jade").id
    given = private.PrivateAdvice(jade, "safe-words", VariantKey.named("standard"), (Way.TALKED,))
    rooms = house.navigator.rooms
    private.give_private_advice(rooms.kept, rooms.library, rooms.clock, house.family_id(), given, Room.ALONE)
    house.navigator.open_family(house.family_id())
    house.page.private_requested.emit(jade)
    assert isinstance(house.page, PrivatePage)
    QGuiApplication.clipboard().setText("before")
    yield house.page
    QGuiApplication.clipboard().clear()


def offered(page):
    return [deed.text() for deed in page.heading.deeds]


def copy(page):
    next(deed for deed in page.heading.deeds if deed.text() == "Copy for a secure record").trigger()
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def test_nothing_is_offered_before_the_room_is_answered(page):
    assert offered(page) == []
    page.question.answered.emit(Room.SOMEONE_ELSE)
    assert offered(page) == []


def test_it_asks_first_and_going_back_copies_nothing(page):
    page.question.answered.emit(Room.ALONE)
    copy(page).reject()
    assert QGuiApplication.clipboard().text() == "before"


def test_what_is_copied_says_that_it_is_restricted(page):
    page.question.answered.emit(Room.ALONE)
    copy(page).accept()
    said = QGuiApplication.clipboard().text()
    assert said.startswith("Restricted. Jade Ellison. For a secure record only.")
    assert "Safe words (standard, version 1). How: talked." in said


def test_leaving_the_page_ends_it(page):
    page.question.answered.emit(Room.ALONE)
    page.hide()
    assert offered(page) == []
