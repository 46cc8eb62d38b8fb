"""Show mode: one idea at a time, white, large, with nothing else on it and a way back only the worker knows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kit.app.look.fonts import kit_font
from kit.app.pages.show import ShowPage
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.show_parts.leaf_view import LEAST_POINTS, balanced, lay_out
from kit.app.pages.show_parts.leaves import MOST_ITEMS, Leaf, leaves_of
from kit.app.widgets.rail import Frame
from kit.domain.advice import Heading, VariantKey
from kit.domain.carer import NeedKind
from kit.domain.visit import Room
from tests.app.books import IDEAS, SECRET, Books, words
from tests.app.caseload_rooms import practice
from tests.app.looking import check_everybody_can_use, settle, words_on

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")
KEY = Qt.Key


@pytest.fixture
def opened(theme, shown):
    def open_page(resource_id="every-sleep", key=EASY, **given):
        rooms = replace(practice().rooms, library=Books(), records=None)
        return shown(ShowPage(theme, rooms, resource_id, key, **given), Frame.BARE)

    return open_page


@pytest.fixture
def page(opened):
    return opened()


def seen(page):
    return page.leaf_view.accessibleName()


def test_one_idea_is_seen_and_heard_with_its_picture(page):
    assert (
        seen(page) == "Put your baby on the back to sleep. Do this for every sleep. Picture: a drawing of baby-on-back"
    )
    assert "1 of 2" in words_on(page)


def test_an_idea_without_its_picture_keeps_its_words(page):
    page.go(1)
    assert seen(page) == "Use a clear cot."
    page.grab()


@pytest.mark.parametrize("on", [KEY.Key_Right, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_Space])
@pytest.mark.parametrize("back", [KEY.Key_Left, KEY.Key_Up, KEY.Key_PageUp, KEY.Key_Backspace])
def test_keys_turn_the_leaves(page, qtbot, on, back):
    assert QApplication.focusWidget() is page
    qtbot.keyClick(page, on)
    assert page.at == 1
    qtbot.keyClick(page, on)
    assert page.at == 1, "the end is the end"
    qtbot.keyClick(page, back)
    assert page.at == 0
    qtbot.keyClick(page, back)
    assert page.at == 0


def test_arrows_on_screen_turn_them_too(page):
    assert not page.back.isEnabled()
    page.on.click()
    assert page.at == 1
    assert not page.on.isEnabled()
    page.back.click()
    assert page.at == 0


def test_other_keys_do_nothing(page, qtbot):
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page, KEY.Key_F5)
    assert page.at == 0


# -- rule zero ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [Room.NOT_SURE, Room.SOMEONE_ELSE])
def test_sensitive_advice_is_shown_to_nobody_who_is_not_alone(opened, room):
    page = opened("safe-words", STANDARD, audience=Audience(room))
    page.go(1)
    assert seen(page) == "This cannot be shown now."
    assert SECRET not in words_on(page)


def test_alone_it_is_shown_and_nothing_around_it_says_what_it_is(opened):
    page = opened("safe-words", STANDARD, audience=Audience(Room.ALONE))
    assert SECRET in seen(page)
    assert page.heading.title == ""
    assert page.window().windowTitle() == "Home Visit Kit"


def test_what_the_library_lost_is_one_plain_sentence(opened):
    assert seen(opened("gone")) == "There is no such resource."


# -- leaves ------------------------------------------------------------------------------------------------------------


def test_prose_becomes_leaves_under_their_headings():
    leaves = leaves_of(Books().variant("every-sleep", STANDARD))
    assert [leaf.sentence for leaf in leaves] == [
        "Where In a cot, in your room.",
        "Where No pillow. No duvet.",
        "What else",
        "Numbers 1. Step 1. 2. Step 2. 3. Step 3. 4. Step 4.",
        "Numbers 5. Step 5. 6. Step 6.",
        "Never on a sofa.",
    ]
    assert max(len(leaf.more) for leaf in leaves) == MOST_ITEMS


def test_a_text_without_blocks_has_its_title():
    variant = replace(Books().variant("every-sleep", EASY), blocks=())
    assert leaves_of(variant) == (Leaf("", "Every sleep"),)


def test_a_heading_at_the_start_takes_the_place_of_the_title():
    variant = replace(Books().variant("every-sleep", EASY), blocks=(Heading(2, words("Where")), *IDEAS))
    assert [leaf.lead for leaf in leaves_of(variant)] == [IDEAS[0].lead, IDEAS[1].lead]


# -- how it looks ------------------------------------------------------------------------------------------------------


def corner(page):
    return page.grab().toImage().pixelColor(QPoint(3, 3))


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_paper_is_white_in_every_theme(opened, desktop, scheme):
    desktop.theme.choose_scheme(type(desktop.theme.scheme)(scheme))
    assert corner(opened()) == QColor("#ffffff")


def test_large_print_is_larger(opened, theme):
    leaf = leaves_of(Books().variant("every-sleep", EASY))[0]
    small, large = (lay_out(leaf, 900, 600, points)[1] for points in (38.0, 48.0))
    assert large > small
    opened(audience=Audience(needs=frozenset({NeedKind.LARGE_PRINT}))).grab()


def test_too_many_words_get_smaller_but_not_too_small(qapp):
    leaf = Leaf("", "Many words " * 40)
    lines, height = lay_out(leaf, 500, 400, 38.0)
    assert height <= 400 or lines[0].font.pointSizeF() == pytest.approx(LEAST_POINTS, abs=1)


def test_the_last_word_does_not_stand_alone(theme):
    font = kit_font(38.0, 600, is_large_text=True)
    lines = balanced("Put your baby on the back to sleep.", font, 700)
    assert len(lines) > 1
    assert min(len(line) for line in lines) * 2 > max(len(line) for line in lines)


def test_one_leaf_fades_into_the_next_unless_nothing_may_move(opened, desktop, qtbot):
    desktop.theme.choose_stillness(is_still=False)
    page = opened()
    page.go(1)
    page.grab()
    fading = page.leaf_view.findChild(QVariantAnimation)
    qtbot.waitUntil(lambda: fading.state() is QVariantAnimation.State.Stopped)
    assert seen(page) == "Use a clear cot."


@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_named_and_reached_and_fits(opened, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    page = opened(audience=Audience(needs=frozenset({NeedKind.LARGE_PRINT})))
    check_everybody_can_use(page)
    settle()
    assert page.minimumSizeHint().width() <= window.width()
    assert page.minimumSizeHint().height() <= window.height()
    page.on.setFocus()
    page.way_back.lock.setFocus()
    page.grab()
