"""Run by test_second_screen with two screens: what is shown goes to the other, and the laptop keeps the way back."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kit.app.application import dress
from kit.app.pages.other_screen import OtherScreenPage
from kit.app.pages.show import ShowPage
from kit.app.widgets.neutral import NeutralPage
from kit.app.widgets.rail import RailItem
from kit.app.window import Window
from kit.domain.advice import HowFar, Understanding
from kit.domain.letters import Ground
from kit.domain.visit import Attended
from tests.app.conftest import RESOURCES
from tests.app.entering import House, is_gone
from tests.app.showing import EASY, shelf


def main():
    app = QApplication(sys.argv)
    desktop = dress(app, RESOURCES)
    window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
    window.resize(1200, 700)
    house = House(window, desktop, shelf=shelf())
    house.enter()
    house.navigator.open_visit(house.family_id())
    visit, jade = house.page, house.given.carer("Jade").id
    visit.here.change_requested.emit(lambda draft: draft.with_presence(jade, Attended.ALL))
    shows_on_the_other_screen(app, house, visit)
    has_what_is_pressed(house, visit)
    takes_it_back(house, visit)
    hides_both(house, visit)
    window.close_now()
    sys.stdout.write("both screens\n")


def show(house, visit):
    visit.show_requested.emit("every-sleep", EASY)
    page = house.page
    assert isinstance(page, OtherScreenPage)
    return page


def shows_on_the_other_screen(app, house, visit):
    page = show(house, visit)
    own, other = sorted(app.screens(), key=lambda each: each.geometry().x())
    assert house.window.screen().name() == own.name()
    assert page.shown.window() is not house.window
    assert page.shown.window().geometry() == other.geometry()
    assert page.shown.window().windowTitle() == ""
    assert not [item for item in house.window.findChildren(RailItem) if item.isVisible()]
    page.on.click()
    assert page.shown.at == 1
    page.shown.go(1)
    assert "3 of 5" in [each.text() for each in page.findChildren(QLabel)]
    page.shown.window().close()
    assert page.shown.isVisible()
    assert house.page is page


def has_what_is_pressed(house, visit):
    """Answers, voice and words are on the laptop; the parent's screen changes."""
    page, jade = house.page, house.given.carer("Jade").id
    shown = page.shown
    shown.go(1)
    for part in (shown.answers, shown.words, shown.try_it):
        assert part.window() is house.window
        assert part.isVisible()
    assert "4 of 5\nShow me the bed." in [each.text() for each in page.findChildren(QLabel)]
    shown.answers.buttons[jade, Understanding.TOLD_ME].click()
    assert visit.view.draft.tick(jade, "every-sleep").understanding is Understanding.TOLD_ME
    shown.words.click()
    assert page.rect().contains(shown.words_panel.geometry())
    shown.words_panel.buttons["ground", Ground.DARK].click()
    assert colour(shown) == "#101316"
    assert colour(page) == "#ffffff"
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert shown.at == 2
    assert not shown.answers.isVisible()


def colour(page):
    return page.grab().toImage().pixelColor(3, 300).name()


def takes_it_back(house, visit):
    page = house.page
    shown = page.shown
    page.left.emit()
    assert house.page is visit
    QTest.qWait(1)
    assert is_gone(shown)
    assert visit.view.draft.tick(house.given.carer("Jade").id, "every-sleep").how_far == HowFar(3, 3)


def hides_both(house, visit):
    page = show(house, visit)
    shown = page.shown
    assert isinstance(shown, ShowPage)
    house.window.hide_now()
    assert not shown.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert is_gone(page)
    assert is_gone(shown)
    assert isinstance(house.page, NeutralPage)
    assert not [item for item in house.window.findChildren(RailItem) if item.isVisible()]


if __name__ == "__main__":
    main()
