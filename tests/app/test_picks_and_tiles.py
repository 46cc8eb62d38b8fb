"""Buttons to choose from, and cards that share a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kit.app.look.tokens import Layout
from kit.app.widgets.picks import Picks
from kit.app.widgets.tiles import Tiles
from tests.app.looking import button, check_everybody_can_use, press, settle

WAYS = (("talked", "Talked"), ("shown", "Shown"), ("number", "Number only"))


@pytest.fixture
def picks(theme, qtbot):
    def show(*, is_many=False):
        made = Picks(theme, "How", WAYS, is_many=is_many)
        qtbot.addWidget(made)
        made.show()
        settle()
        return made

    return show


def test_one_takes_the_place_of_another(picks):
    made = picks()
    assert made.value == ""
    press(made, "Talked")
    press(made, "Shown")
    assert (made.value, made.values) == ("shown", ("shown",))


def test_any_number_stays_in_the_order_they_stand(picks):
    made = picks(is_many=True)
    press(made, "Number only")
    press(made, "Talked")
    assert made.values == ("talked", "number")
    press(made, "Number only")
    assert made.values == ("talked",)


@pytest.mark.parametrize("is_many", [False, True])
def test_what_was_chosen_is_shown_and_taken_back(picks, is_many):
    made = picks(is_many=is_many)
    made.set_values("shown")
    assert button(made, "Shown").isChecked()
    made.set_values()
    assert made.values == ()


def test_choosing_settles_the_mistake(picks, qtbot):
    made = picks()
    made.set_mistake("Say how it was given.")
    assert made.mistake == made.accessibleDescription() == "Say how it was given."
    with qtbot.waitSignal(made.picked):
        press(made, "Talked")
    assert made.mistake == ""


def test_tab_comes_to_each_of_many(picks, qtbot):
    made = picks(is_many=True)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_focus()
    press(made, "Talked")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(made, "Shown")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert made.values == ("talked", "shown")


@pytest.mark.parametrize("is_many", [False, True])
@pytest.mark.parametrize("percent", [100, 200])
def test_picks_can_be_read_named_and_reached(picks, desktop, is_many, percent):
    desktop.theme.choose_text_size(percent)
    made = picks(is_many=is_many)
    press(made, "Talked")
    made.set_mistake("Say how it was given.")
    check_everybody_can_use(made)


def rows(tiles, cards):
    settle()
    tiles.layout().activate()
    return len({card.y() for card in cards})


def test_tiles_stand_in_one_row_or_two_and_two(theme, qtbot):
    cards = [QWidget() for _ in range(4)]
    tiles = Tiles(theme, cards)
    qtbot.addWidget(tiles)
    for card in cards:
        card.setMinimumHeight(40)
    tiles.resize(600, 200)
    tiles.show()
    assert rows(tiles, cards) == 1
    assert len({card.width() for card in cards}) == 1
    theme.fit_width(500)
    assert theme.layout is Layout.COMPACT
    assert rows(tiles, cards) == 2
    theme.fit_width(1366)
    assert rows(tiles, cards) == 1
