"""A page for a parent: turned by keys, pointer and finger, read aloud, and left by nobody but the worker."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kit.app.look.theme import Scheme
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.show_parts.leaf_view import NOT_READ
from kit.app.pages.show_parts.pin_pad import WRONG, PinPad
from kit.app.pages.show_parts.way_back import HINT, Guard
from kit.app.speech.voice import NO_SOUND, Voice
from kit.domain.advice import VariantKey
from kit.domain.carer import NeedKind
from kit.domain.letters import Size
from tests.app.caseload_rooms import practice
from tests.app.samples import cut, nameless, too_low
from tests.app.showing import IDEAS, shelf, shown
from tests.app.speech import speakers
from tests.app.touching import swipe

PIN = "2905"


@pytest.fixture
def rooms():
    return replace(practice().rooms, library=shelf())


@pytest.fixture
def page(qtbot, theme, rooms):
    return shown(qtbot, theme, rooms, guard=Guard(hold_ms=30))


@pytest.fixture
def guarded(qtbot, theme, rooms):
    return shown(qtbot, theme, rooms, guard=Guard(PIN))


def left(page):
    found = []
    page.left.connect(lambda: found.append(1))
    return found


# -- turning -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down])
@pytest.mark.parametrize("back", [Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_Up])
def test_keys_turn_the_leaves_and_the_ends_are_the_ends(qtbot, page, on, back):
    seen = []
    for key in (back, on, on, on, back):
        qtbot.keyClick(page, key)
        seen.append(page.at)
    assert seen == [0, 1, 2, 2, 1]


def test_buttons_turn_the_leaves(qtbot, page):
    qtbot.mouseClick(page.on, Qt.MouseButton.LeftButton)
    assert page.at == 1
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.at == 0
    assert not page.back.isEnabled()


def test_after_a_press_the_keys_still_turn(qtbot, page):
    qtbot.mouseClick(page.on, Qt.MouseButton.LeftButton)
    page.on.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.on, Qt.Key.Key_Right)
    assert page.at == 2


def test_a_finger_turns_the_leaves(page):
    swipe(page.leaf_view, (700, 300), (500, 310), (300, 305))
    assert page.at == 1
    swipe(page.leaf_view, (300, 300), (700, 320))
    assert page.at == 0


def test_a_finger_on_a_button_presses_it(page):
    page.resize(780, 700)  # inside the screen of the test
    swipe(page.on, (40, 40))
    assert page.at == 1


@pytest.mark.parametrize("path", [[(500, 100), (480, 500)], [(500, 300)], [(500, 300), (470, 300)]])
def test_a_finger_that_goes_down_or_hardly_goes_turns_nothing(page, path):
    swipe(page.leaf_view, *path)
    assert page.at == 0


def test_two_fingers_turn_nothing(page):
    swipe(page.leaf_view, (700, 300), (300, 300), fingers=2)
    assert page.at == 0


def test_a_touch_screen_that_speaks_as_a_mouse_turns_too(qtbot, page):
    qtbot.mousePress(page.leaf_view, Qt.MouseButton.LeftButton, pos=QPoint(700, 300))
    qtbot.mouseRelease(page.leaf_view, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert page.at == 1


# -- looking -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_it_is_white_paper_in_every_theme(theme, page, scheme):
    theme.choose_scheme(scheme)
    image = page.grab().toImage()
    corners = [(2, 2), (1360, 2), (2, 760), (1360, 760), (680, 90)]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {"#ffffff"}


def test_large_print_is_larger(qtbot, theme, rooms):
    large = shown(qtbot, theme, rooms, audience=Audience(needs=frozenset({NeedKind.LARGE_PRINT})))
    small = shown(qtbot, theme, rooms)
    views = [each.leaf_view for each in (large, small)]
    assert [each.letters.size for each in views] == [Size.LARGER, Size.USUAL]
    assert [each.letters.is_spaced for each in views] == [True, False]


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_room_and_the_size_of_a_thumb(qtbot, theme, rooms, percent):
    theme.choose_text_size(percent)
    carers = (("jade", "Jade"), ("denise", "Denise"), ("callum", "Callum"))
    page = shown(qtbot, theme, rooms, audience=Audience(carers=carers))
    for _ in range(page.count):
        page.go(1)
    page.answers.buttons["jade", "not-yet"].click()
    assert (nameless(page), too_low(page), cut(page)) == ([], [], [])


def test_where_motion_is_reduced_nothing_fades(theme, page):
    page.go(1)
    assert page.leaf_view._before is None  # noqa: SLF001 - the fading picture
    theme.choose_stillness(is_still=False)
    page.go(1)
    assert page.leaf_view._before is not None  # noqa: SLF001


# -- the way back ------------------------------------------------------------------------------------------------------


def test_a_touch_of_the_lock_does_not_leave(qtbot, page):
    found = left(page)
    qtbot.mouseClick(page.way_back.lock, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert found == []
    assert HINT in said(page)


def said(page):
    return [each.text() for each in page.findChildren(QWidget) if hasattr(each, "text") and each.isVisible()]


def offered(page):
    return next((each for each in page.findChildren(QWidget) if each.isVisible() and is_back(each)), None)


def is_back(widget):
    return getattr(widget, "words", "") == "Back to the kit" and hasattr(widget, "is_filled")


def test_holding_the_lock_offers_the_way_back_and_one_more_press_takes_it(qtbot, page):
    found = left(page)
    qtbot.mousePress(page.way_back.lock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: offered(page) is not None)
    qtbot.mouseRelease(page.way_back.lock, Qt.MouseButton.LeftButton)
    assert found == []
    qtbot.mouseClick(offered(page), Qt.MouseButton.LeftButton)
    assert found == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_hold_the_lock_too(qtbot, page, key):
    found = left(page)
    target = page if key == Qt.Key.Key_Escape else page.way_back.lock
    target.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyPress(target, key)
    qtbot.waitUntil(lambda: offered(page) is not None)
    qtbot.keyRelease(target, key)
    qtbot.keyClick(offered(page), Qt.Key.Key_Return)
    assert found == [1]


def pad(page):
    return next((each for each in page.findChildren(PinPad) if each.isVisible()), None)


def test_with_a_pin_nothing_else_leaves(qtbot, guarded):
    found = left(guarded)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_F4, Qt.Key.Key_Q):
        qtbot.keyClick(guarded, key)
    qtbot.mouseClick(guarded.way_back.lock, Qt.MouseButton.LeftButton)
    for digit in "1234":
        qtbot.mouseClick(pad(guarded).digits[digit], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad(guarded).enter, Qt.MouseButton.LeftButton)
    assert found == []
    assert pad(guarded).said.text() == WRONG


def test_the_pin_leaves_by_finger(qtbot, guarded):
    found = left(guarded)
    qtbot.mouseClick(guarded.way_back.lock, Qt.MouseButton.LeftButton)
    for digit in PIN:
        swipe(pad(guarded).digits[digit], (20, 20))
    swipe(pad(guarded).enter, (20, 20))
    assert found == [1]


def test_the_pin_leaves_by_keys(qtbot, guarded):
    found = left(guarded)
    qtbot.keyClick(guarded, Qt.Key.Key_Escape)
    qtbot.keyClicks(pad(guarded), "29")
    qtbot.keyClicks(pad(guarded), "9")
    qtbot.keyClick(pad(guarded), Qt.Key.Key_Backspace)
    qtbot.keyClicks(pad(guarded), "05")
    qtbot.keyClick(pad(guarded), Qt.Key.Key_Return)
    assert found == [1]


def test_under_the_pad_nothing_is_turned_and_esc_stays(qtbot, guarded):
    qtbot.keyClick(guarded, Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        qtbot.keyClick(pad(guarded), key)
    qtbot.keyClick(pad(guarded), Qt.Key.Key_Escape)
    assert guarded.at == 0
    assert pad(guarded) is None
    qtbot.keyClick(guarded, Qt.Key.Key_Right)
    assert guarded.at == 1


def test_after_three_wrong_pins_there_is_a_wait_that_leaving_does_not_end(qtbot, theme, rooms):
    guard = Guard(PIN)
    page = shown(qtbot, theme, rooms, guard=guard)
    found = left(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    for _ in range(3):
        qtbot.keyClicks(pad(page), "1111")
        qtbot.keyClick(pad(page), Qt.Key.Key_Return)
    assert pad(page).said.text() == "Not the PIN. Wait 5 seconds."
    assert not pad(page).digits["2"].isEnabled()
    again = shown(qtbot, theme, rooms, guard=guard)
    found_again = left(again)
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    for each in (page, again):
        qtbot.keyClicks(pad(each), PIN)
        qtbot.keyClick(pad(each), Qt.Key.Key_Return)
    assert (found, found_again) == ([], [])


def test_the_pad_never_says_the_digits(qtbot, guarded):
    qtbot.keyClick(guarded, Qt.Key.Key_Escape)
    qtbot.keyClicks(pad(guarded), "29")
    names = [each.accessibleName() for each in pad(guarded).findChildren(QWidget)]
    assert "2 digits typed" in names
    assert not any("29" in each for each in names)


# -- read aloud --------------------------------------------------------------------------------------------------------


@pytest.fixture
def voice_of(qapp):
    made = []

    def make(command, **limits):
        made.append(Voice(command, **limits))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def heard(qtbot, theme, rooms, voice_of):
    """A page with a good voice, and the numbers of the sentences that were marked."""
    page = shown(qtbot, theme, rooms, voice=voice_of(speakers.GOOD))
    marked = []
    page.read_bar.marked.connect(marked.append)
    return page, marked


def test_one_sentence_after_the_other_is_marked(qtbot, heard):
    page, marked = heard
    qtbot.mouseClick(page.read_bar.read, Qt.MouseButton.LeftButton)
    assert page.read_bar.read.words == "Stop reading"
    qtbot.waitUntil(lambda: marked == [0, 1, 2, NOT_READ])
    assert page.read_bar.read.words == "Read to me"


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)}


def test_the_marked_sentence_is_yellow(page):
    before = colours(page.leaf_view)
    page.leaf_view.mark(0)
    new = [QColor(each) for each in colours(page.leaf_view) - before]
    assert any(each.blue() < each.red() - 40 for each in new)


def test_reading_stops_and_is_slower_and_again(qtbot, theme, rooms, voice_of):
    page = shown(qtbot, theme, rooms, voice=voice_of(speakers.NO_SOUND))
    bar, marked = page.read_bar, []
    bar.marked.connect(marked.append)
    bar.read.click()
    assert bar.is_reading
    assert bar.slower.isVisible()
    bar.slower.click()
    bar.again.click()
    assert marked == [0, 0, 0]
    bar.read.click()
    assert not bar.is_reading


def test_reading_goes_on_with_the_next_leaf(qtbot, theme, rooms, voice_of):
    page = shown(qtbot, theme, rooms, voice=voice_of(speakers.NO_SOUND))
    page.read_bar.read.click()
    page.go(1)
    assert page.read_bar.is_reading
    page.read_bar.read.click()
    page.go(1)
    assert not page.read_bar.is_reading


def test_a_voice_that_hangs_is_told_once_and_everything_else_works(qtbot, theme, rooms, voice_of):
    page = shown(qtbot, theme, rooms, voice=voice_of(speakers.WEDGED, opening_ms=200))
    page.read_bar.read.click()
    page.go(1)
    assert page.at == 1
    qtbot.waitUntil(lambda: page.read_bar.said.text() == NO_SOUND)
    assert not page.read_bar.read.isVisible()
    page.go(1)
    assert page.at == 2
    assert page.read_bar.said.text() == ""


def test_without_a_voice_nothing_is_offered(page):
    assert not page.read_bar.read.isVisible()


# -- what cannot be shown ----------------------------------------------------------------------------------------------


def test_what_is_lost_is_said_and_asks_nobody(qtbot, theme, rooms):
    page = shown(qtbot, theme, rooms, "gone", audience=Audience(carers=(("jade", "Jade"),)))
    assert "no such resource" in page.leaf_view.accessibleName()
    assert page.count == 1


def test_what_is_sensitive_is_shown_to_one_alone_and_asks_nobody(qtbot, theme, rooms):
    from kit.domain.visit import Room  # noqa: PLC0415 - here only

    standard = VariantKey.named("standard")
    seen = []
    for room in (Room.NOT_SURE, Room.ALONE):
        page = shown(qtbot, theme, rooms, "safe-words", standard, audience=Audience(room, carers=(("jade", "Jade"),)))
        page.seen.connect(seen.append)
        for _ in range(5):
            page.go(1)
        assert page.count == (len(IDEAS) if room is Room.ALONE else 1)
        page.hide()
    assert seen == []
