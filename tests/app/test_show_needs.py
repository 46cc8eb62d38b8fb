"""Show mode by need: letters and ground that suit who looks, reading offered plainly, answers to each question."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kit.app.look.fonts import FAMILY, WIDE_FAMILY
from kit.app.look.grounds import GROUNDS
from kit.app.look.theme import Scheme
from kit.app.look.tokens import LINE_NEEDS, TEXT_NEEDS, contrast_ratio
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.show_parts.leaf_view import MARKER
from kit.app.pages.show_parts.paper import PaperText
from kit.app.pages.show_parts.words import ROWS
from kit.app.speech.voice import NO_ENGINE, Voice
from kit.domain.advice import Understanding
from kit.domain.carer import MetHow, NeedKind, NeedMet
from kit.domain.letters import Ground, Letters, Size
from tests.app.caseload_rooms import practice
from tests.app.looking import check_everybody_can_use
from tests.app.showing import shelf, shown
from tests.app.speech import speakers

CARERS = (("jade", "Jade"), ("denise", "Denise"))
NAMES = (("a", "Bartholomew-Alexander"), ("b", "Wilhelmina-Josephine"), ("c", "Name not known"))
EVERY = [(field, value) for field, _name, choices in ROWS for value, _words in choices]


@pytest.fixture
def rooms():
    return replace(practice().rooms, library=shelf())


@pytest.fixture
def page(qtbot, theme, rooms):
    return shown(qtbot, theme, rooms, audience=Audience(carers=CARERS))


@pytest.fixture
def seen(page):
    found = []
    page.seen.connect(found.append)
    return found


def needing(qtbot, theme, rooms, *kinds, **more):
    return shown(qtbot, theme, rooms, audience=Audience(needs=frozenset(kinds), carers=CARERS), **more)


def choose(page, field, value):
    if not page.words_panel.isVisible():
        page.words.click()
    page.words_panel.buttons[field, value].click()


def ground(page):
    return page.grab().toImage().pixelColor(3, 760).name()


# -- contrast ----------------------------------------------------------------------------------------------------------


def over(colour, ground, share):
    """A colour laid thinly over a ground."""
    one, other = QColor(colour), QColor(ground)
    mixed = [round(a * share + b * (1 - share)) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)]
    return QColor(*mixed).name()


@pytest.mark.parametrize("kind", Ground)
def test_every_ground_can_be_read(kind):
    colours = GROUNDS[kind]
    marked = over(colours.focus, colours.page, MARKER)
    for words, under in (
        (colours.page_ink, colours.page),
        (colours.page_ink, colours.accent_tint),
        (colours.page_ink, marked),
    ):
        assert contrast_ratio(words, under) >= 7
    for words, under in (
        (colours.on_accent, colours.accent),
        (colours.on_accent, colours.accent_hover),
        (colours.accent, colours.page),
        (colours.ink2, colours.page),
    ):
        assert contrast_ratio(words, under) >= TEXT_NEEDS
    assert contrast_ratio(colours.edge, colours.page) >= LINE_NEEDS


# -- letters by need ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "colour"), [(NeedKind.CREAM_PAPER, "#fbf3dc"), (NeedKind.LIGHT_ON_DARK, "#101316"), (None, "#ffffff")]
)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.CONTRAST])
def test_the_ground_is_the_one_they_need_in_every_theme(qtbot, theme, rooms, kind, colour, scheme):
    theme.choose_scheme(scheme)
    assert ground(needing(qtbot, theme, rooms, *filter(None, [kind]))) == colour


def test_who_needs_wider_letters_gets_them_everywhere_on_the_page(qtbot, theme, rooms):
    page = needing(qtbot, theme, rooms, NeedKind.WIDER_LETTERS)
    for _ in range(page.count):
        page.go(1)
    visible = [each for each in page.findChildren(PaperText) if each.isVisible()]
    assert {each.font().family() for each in visible} == {WIDE_FAMILY}
    usual = shown(qtbot, theme, rooms, audience=Audience(carers=CARERS))
    assert {each.font().family() for each in usual.findChildren(PaperText)} == {FAMILY}


def test_what_is_pressed_grows_with_the_words_but_not_to_double(qtbot, theme, rooms):
    def size(page):
        return page.words_panel.done._font().pointSizeF()  # noqa: SLF001 - as it is painted

    usual, large = shown(qtbot, theme, rooms), needing(qtbot, theme, rooms, NeedKind.LARGE_PRINT)
    assert size(large) == pytest.approx(1.2 * size(usual))
    theme.choose_text_size(200)
    assert size(large) == size(usual)


def test_a_picture_lies_on_white_where_the_ground_is_dark(qtbot, theme, rooms):
    page = needing(qtbot, theme, rooms, NeedKind.LIGHT_ON_DARK)
    image = page.leaf_view.grab().toImage()
    assert image.pixelColor(image.width() // 4, image.height() // 2).name() == "#ffffff"


def test_what_is_met_by_it_is_told(qtbot, theme, rooms):
    page = needing(qtbot, theme, rooms, NeedKind.CREAM_PAPER)
    found = []
    page.seen.connect(found.append)
    page.go(1)
    page.hide()
    assert found[-1].met == (NeedMet(NeedKind.CREAM_PAPER, MetHow.SHOWN_TO_SUIT),)


# -- chosen there and then ---------------------------------------------------------------------------------------------


def test_words_are_changed_there_and_then_by_pointer_and_kept_for_this_showing(qtbot, page):
    qtbot.mouseClick(page.words, Qt.MouseButton.LeftButton)
    for choice in (("size", Size.LARGEST), ("is_spaced", True), ("ground", Ground.CREAM)):
        qtbot.mouseClick(page.words_panel.buttons[choice], Qt.MouseButton.LeftButton)
    wanted = Letters(Size.LARGEST, is_spaced=True, ground=Ground.CREAM)
    assert page.letters == page.leaf_view.letters == wanted
    assert ground(page) == "#fbf3dc"
    page.go(1)
    assert not page.words_panel.isVisible()
    assert page.letters == wanted


def test_they_are_changed_by_keys_alone(qtbot, page):
    page.words.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.words, Qt.Key.Key_Space)
    first = page.words_panel.buttons["size", Size.USUAL]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    for _ in range(20):
        if page.focusWidget() is page.words_panel.buttons["ground", Ground.DARK]:
            break
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.letters.ground is Ground.DARK
    qtbot.keyClick(page.words_panel.done, Qt.Key.Key_Return)
    assert page.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.at == 1


def test_what_holds_is_ticked_and_the_same_press_closes(page):
    choose(page, "size", Size.LARGER)
    page.words.click()
    assert not page.words_panel.isVisible()
    page.words.click()
    chosen = {each for each, button in page.words_panel.buttons.items() if button.isChecked()}
    assert chosen == {("size", Size.LARGER), ("is_spaced", False), ("is_wide", False), ("ground", Ground.WHITE)}


def test_what_was_chosen_holds_for_another_variant_and_is_gone_with_the_page(qtbot, theme, rooms, page):
    choose(page, "ground", Ground.DARK)
    page._open_variant(page._rooms.library.resource("every-sleep").variants[0])  # noqa: SLF001 - as "show standard"
    assert page.letters.ground is Ground.DARK
    assert shown(qtbot, theme, rooms).letters == Letters()


def test_a_need_met_by_a_choice_is_told(page, seen):
    page.go(1)
    choose(page, "is_wide", value=True)
    page.hide()
    assert seen[-1].met == (NeedMet(NeedKind.WIDER_LETTERS, MetHow.SHOWN_TO_SUIT),)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("choice", EVERY, ids=str)
def test_everything_has_room_in_all_letters(qtbot, theme, rooms, percent, choice):
    theme.choose_text_size(percent)
    page = shown(qtbot, theme, rooms, audience=Audience(carers=NAMES))
    choose(page, *choice)
    check_everybody_can_use(page)
    assert page.rect().contains(page.words_panel.geometry())
    for _ in range(page.count):
        page.go(1)
    page.answers.buttons["c", Understanding.NOT_YET].click()
    check_everybody_can_use(page)
    assert page.minimumSizeHint().width() <= page.width()


# -- read aloud --------------------------------------------------------------------------------------------------------


@pytest.fixture
def voice_of(qapp):
    made = []

    def make(command):
        made.append(Voice(command))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_who_needs_to_be_read_to_is_offered_it_plainly_and_nothing_sounds_by_itself(qtbot, theme, rooms, voice_of):
    voice = voice_of(speakers.GOOD)
    page = needing(qtbot, theme, rooms, NeedKind.READ_ALOUD, voice=voice)
    assert page.read_bar.read.is_filled
    assert page.read_bar.read.isVisible()
    assert not voice.is_started
    assert not shown(qtbot, theme, rooms, voice=voice).read_bar.read.is_filled


def test_where_nothing_can_read_it_is_said_before_anybody_presses(qtbot, theme, rooms):
    assert needing(qtbot, theme, rooms, NeedKind.READ_ALOUD).read_bar.said.text() == NO_ENGINE
    assert needing(qtbot, theme, rooms).read_bar.said.text() == ""


def test_every_idea_heard_to_its_end_meets_the_need(qtbot, theme, rooms, voice_of):
    page = needing(qtbot, theme, rooms, NeedKind.READ_ALOUD, voice=voice_of(speakers.GOOD))
    found = []
    page.seen.connect(found.append)
    page.read_bar.read.click()
    for at in range(3):
        with qtbot.waitSignal(page.read_bar.heard):
            if at:
                page.go(1)
                page.read_bar.read.click()
    page.hide()
    assert found[-1].met == (NeedMet(NeedKind.READ_ALOUD, MetHow.READ_ALOUD),)


def test_an_idea_that_was_only_seen_leaves_it_open(qtbot, theme, rooms, voice_of):
    page = needing(qtbot, theme, rooms, NeedKind.READ_ALOUD, voice=voice_of(speakers.GOOD))
    found = []
    page.seen.connect(found.append)
    with qtbot.waitSignal(page.read_bar.heard):
        page.read_bar.read.click()
    page.go(1)
    page.hide()
    assert found[-1].met == ()


# -- each question -----------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(page):
    """At the first of two questions."""
    for _ in range(3):
        page.go(1)
    assert page.count == 5
    return page


def press(page, carer, understanding):
    page.answers.buttons[carer, understanding].click()


def chosen(page):
    return {each for each, button in page.answers.buttons.items() if button.isChecked()}


def test_every_question_has_its_own_answers(asked):
    press(asked, "jade", Understanding.SHOWED_ME)
    asked.go(1)
    assert chosen(asked) == set()
    press(asked, "jade", Understanding.TOLD_ME)
    asked.go(-1)
    assert chosen(asked) == {("jade", Understanding.SHOWED_ME)}
    asked.go(1)
    assert chosen(asked) == {("jade", Understanding.TOLD_ME)}


def test_the_record_keeps_the_weakest_and_an_answer_can_be_changed(asked, seen):
    press(asked, "jade", Understanding.NOT_YET)
    asked.go(1)
    press(asked, "jade", Understanding.SHOWED_ME)
    press(asked, "denise", Understanding.TOLD_ME)
    assert dict(seen[-1].understood) == {"jade": Understanding.NOT_YET, "denise": Understanding.TOLD_ME}
    asked.go(-1)
    press(asked, "jade", Understanding.TOLD_ME)
    assert dict(seen[-1].understood)["jade"] is Understanding.TOLD_ME


def test_an_answer_can_be_changed_by_keys_alone(qtbot, asked):
    for understanding in (Understanding.TOLD_ME, Understanding.NOT_YET):
        button = asked.answers.buttons["jade", understanding]
        for _ in range(40):
            if asked.focusWidget() is button:
                break
            qtbot.keyClick(asked.focusWidget() or asked, Qt.Key.Key_Tab)
        qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Space)
        assert chosen(asked) == {("jade", understanding)}


def test_other_ways_are_offered_at_the_question_that_is_not_yet(asked):
    press(asked, "denise", Understanding.NOT_YET)
    assert asked.answers.ways["next-visit"].isVisible()
    asked.go(1)
    assert not asked.answers.ways["next-visit"].isVisible()
    asked.go(-1)
    assert asked.answers.ways["next-visit"].isVisible()


def test_in_other_letters_every_part_asks_for_room_anew(asked):
    before = asked.answers.buttons["jade", Understanding.TOLD_ME].sizeHint().width()
    choose(asked, "is_wide", value=True)
    assert asked.answers.buttons["jade", Understanding.TOLD_ME].sizeHint().width() > before
    assert [each for each in asked.findChildren(QWidget) if each.isVisible()]
