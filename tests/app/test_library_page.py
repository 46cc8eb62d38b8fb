"""The library: found, read, shown, printed; what is for one person alone is listed to them and forgotten after."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kit.app.pages.library import ChosenFor, LibraryPage
from kit.app.pages.library.contents import MoreRow
from kit.app.pages.library.listing import ResourceList
from kit.app.widgets.advice_view import AdviceView
from kit.app.widgets.check import Select
from kit.app.widgets.choices import ChoiceCard
from kit.app.widgets.field import SearchField
from kit.app.widgets.fold import Fold
from kit.app.widgets.rail import Frame
from kit.domain.advice import VariantKey
from kit.domain.visit import Room
from tests import fakes
from tests.app.books import PAST, POLISH, SECRET, Books
from tests.app.caseload_rooms import practice
from tests.app.looking import button, check_everybody_can_use, notice, press, settle, words_on

EASY, STANDARD = VariantKey.named("easy-read"), VariantKey.named("standard")
MORE = MoreRow().words
SENSITIVE = ("Safe words", "How to ask", "domestic", "abuse", SECRET)


@pytest.fixture
def opened(theme, shown):
    def open_page(room=Room.NOT_SURE, *more, **given):
        rooms = replace(practice().rooms, library=Books(*more))
        return shown(LibraryPage(theme, rooms, room, **given), Frame.FAMILIES, "library")

    return open_page


@pytest.fixture
def page(opened):
    return opened()


def listed(page):
    return page.findChild(ResourceList).titles


def find(page, qtbot, text):
    field = page.findChild(SearchField)
    field.clear()
    qtbot.keyClicks(field, text)


def everything(page):
    """All that can be read, heard, or is said in the header and the list."""
    deeds = [page.heading.title, page.heading.facts, *(deed.text() for deed in page.heading.deeds)]
    return "\n".join([words_on(page), *listed(page), *deeds, page.findChild(SearchField).text()])


def press_deed(page, words):
    deeds = [*page.heading.deeds, page.heading.primary]
    next(deed for deed in deeds if deed and deed.text() == words).trigger()


def say_who(page, number):
    """Answer the question about the room: 0 only me, 1 someone else, 2 not sure."""
    settle()
    cards = [each for each in page.findChildren(ChoiceCard) if each.isVisible()]
    cards[number].click()
    press(page, "Go on")
    settle()


def alone(page):
    press(page, "For workers")
    choose(page, MORE)
    say_who(page, 0)
    return page


def choose(page, title):
    view = page.findChild(ResourceList)
    view.setCurrentIndex(view.model().index(view.titles.index(title), 0))
    view.clicked.emit(view.currentIndex())
    settle()


# -- finding -----------------------------------------------------------------------------------------------------------


def test_advice_stands_under_its_topic(page):
    assert listed(page)[:2] == ["safer-sleep", "Every sleep"]
    assert "Choose a text to read" in words_on(page)
    sentence = page.findChild(ResourceList).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "Every sleep. 2 ideas"


def test_topics_are_read_and_not_chosen(page):
    view = page.findChild(ResourceList)
    assert view.model().flags(view.model().index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_words_find_and_count(page, qtbot):
    find(page, qtbot, "walk")
    assert listed(page) == ["Walk away"]
    assert "1 found" in words_on(page)
    find(page, qtbot, "zzz")
    assert listed(page) == []
    assert "Try another word, or the start of one." in words_on(page)
    qtbot.keyClick(page.findChild(SearchField), Qt.Key.Key_Escape)
    assert "Every sleep" in listed(page)


def test_what_is_for_the_others_is_a_press_away(page, qtbot):
    find(page, qtbot, "asking")
    press(page, "1 for workers")
    assert listed(page) == ["Asking safely", MORE]


def test_ctrl_f_finds_and_enter_opens_the_first(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), SearchField)
    qtbot.keyClicks(QApplication.focusWidget(), "four")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert button(page, "Easy read").isChecked()
    assert "Four messages" in words_on(page)


def test_enter_opens_nothing_when_nothing_is_found(page, qtbot):
    find(page, qtbot, "zzz")
    qtbot.keyClick(page.findChild(SearchField), Qt.Key.Key_Return)
    assert page.heading.primary is None


def test_arrows_open_as_they_go(page, qtbot):
    view = page.findChild(ResourceList)
    view.setFocus()
    assert view.currentIndex().data() == "Every sleep"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert "Do this for every sleep." in words_on(page)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.heading.primary.text() == "Show to parent"


def test_a_review_date_that_has_passed_is_said(opened):
    page = opened(Room.NOT_SURE, PAST)
    view = page.findChild(ResourceList)
    row = view.titles.index("Old advice")
    assert view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Review date passed")
    choose(page, "Old advice")
    assert "Review date passed, 31 January 2026" in words_on(page)
    page.grab()


# -- reading -----------------------------------------------------------------------------------------------------------


def test_a_text_is_read_in_easy_read_first(page):
    choose(page, "Every sleep")
    said = words_on(page)
    assert "Put your baby on the back to sleep." in said
    assert "Version 1 · review by 24 May 2027 · awaiting local sign-off" in said
    assert "Use a clear cot." in said, "words without their picture"


def test_a_variant_is_a_press_away(page):
    choose(page, "Every sleep")
    press(page, "Standard")
    said = words_on(page)
    assert "In a cot, in your room." in said
    assert "Important: Never on a sofa." in said
    assert "1. Step 1." in said
    page.grab()


def test_a_language_is_chosen_from_a_list(page):
    choose(page, "Every sleep")
    language = page.findChild(Select)
    assert [language.itemText(at) for at in range(language.count())] == ["English", "Polski"]
    language.set_value(POLISH.name)
    language.activated.emit(1)
    settle()
    assert page.findChild(Select).value == POLISH.name


def test_what_to_ask_and_the_sources_are_for_the_worker(page):
    choose(page, "Every sleep")
    assert "Where will your baby sleep tonight?" in words_on(page)
    assert "Listen for: own bed, on the back." in words_on(page)
    fold = page.findChild(Fold)
    fold.button.click()
    assert "NICE NG194, 1.3. Read in the source." in words_on(page)
    assert fold.is_open
    fold.button.click()
    assert not fold.is_open


def test_the_variant_for_the_carer_in_mind_comes_first_and_is_said(opened):
    page = opened(chosen_for=ChosenFor("Callum", is_easy_read=True, is_father=True))
    choose(page, "Every sleep")
    assert button(page, "Easy read, fathers").isChecked()
    assert "Chosen for Callum" in words_on(page)
    press(page, "Standard")
    assert "Chosen for Callum" not in words_on(page)


def test_what_the_library_lost_is_said(page):
    page.open_resource("gone")
    assert notice(page) == "There is no such resource."
    page.open_resource("every-sleep", VariantKey.named("easy-read.cy"))
    assert notice(page) == "There is no such variant."
    assert page.heading.primary is None


def test_the_text_is_painted_again_in_other_colours(page, desktop):
    choose(page, "Every sleep")
    desktop.theme.choose_scheme(type(desktop.theme.scheme)("contrast"))
    settle()
    assert "Put your baby on the back to sleep." in words_on(page)
    page.grab()


# -- deeds -------------------------------------------------------------------------------------------------------------


def test_it_is_shown_and_printed_as_it_is_read(page, qtbot):
    choose(page, "Every sleep")
    press(page, "Standard")
    with qtbot.waitSignal(page.show_requested) as shown_to:
        press_deed(page, "Show to parent")
    with qtbot.waitSignal(page.leaflet_requested) as printed:
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert shown_to.args == printed.args == ["every-sleep", STANDARD]


def test_in_a_visit_it_can_be_added(opened, qtbot):
    page = opened(is_in_visit=True)
    choose(page, "Every sleep")
    with qtbot.waitSignal(page.add_requested) as added:
        press_deed(page, "Add to the visit")
    assert added.args == ["every-sleep"]


def test_guidance_for_workers_is_not_shown_to_a_parent(page):
    press(page, "For workers")
    choose(page, "Asking safely")
    assert page.heading.primary is None
    assert [deed.text() for deed in page.heading.deeds] == ["Leaflet"]


def test_nothing_happens_before_something_is_open(page, qtbot):
    with qtbot.assertNotEmitted(page.leaflet_requested):
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


# -- rule zero ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [Room.NOT_SURE, Room.SOMEONE_ELSE])
def test_unless_alone_nothing_tells_by_list_search_or_name(opened, qtbot, room):
    page = opened(room)
    said = everything(page)
    press(page, "For workers")
    said += everything(page)
    for text in ("safe", "ask"):
        find(page, qtbot, text)
        said += "\n".join(listed(page)) + words_on(page)
    for word in SENSITIVE:
        assert word not in said
    page.open_resource("safe-words")
    assert "Choose a text to read" in words_on(page)


def test_the_way_to_more_is_there_whether_or_not_there_is_more(opened, page):
    press(page, "For workers")
    assert listed(page)[-1] == MORE


def test_only_me_lists_it_and_it_can_be_read_and_shown_but_never_printed(page, qtbot):
    alone(page)
    assert "How to ask" in listed(page)
    assert MORE not in listed(page)
    press(page, "For carers")
    choose(page, "Safe words")
    assert SECRET in words_on(page)
    assert [deed.text() for deed in page.heading.deeds] == []
    with qtbot.assertNotEmitted(page.leaflet_requested):
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.window().windowTitle() == "Home Visit Kit"


@pytest.mark.parametrize("number", [1, 2])
def test_any_other_answer_lists_nothing_more(page, number):
    press(page, "For workers")
    choose(page, MORE)
    say_who(page, number)
    assert "How to ask" not in listed(page)
    assert listed(page)[-1] == MORE


def test_the_question_wants_an_answer_and_can_be_left(page):
    press(page, "For workers")
    choose(page, MORE)
    press(page, "Go on")
    assert "Choose one of the three first." in words_on(page)
    press(page, "Back to the list")
    assert "Choose a text to read" in words_on(page)


def test_leaving_the_question_goes_back_to_what_was_read(page):
    press(page, "For workers")
    choose(page, "Asking safely")
    choose(page, MORE)
    press(page, "Back to the list")
    assert "Asking safely" in words_on(page)


def test_leaving_the_page_forgets_what_was_for_one_alone(page, qtbot):
    alone(page)
    press(page, "For carers")
    find(page, qtbot, "safe words")
    choose(page, "Safe words")
    page.hide()
    settle()
    said = everything(page)
    page.show()
    said += everything(page)
    for word in (*SENSITIVE, "safe words"):
        assert word not in said
    assert page.findChild(AdviceView).column.count() == 0


def test_ordinary_words_and_an_ordinary_text_stay(page, qtbot):
    find(page, qtbot, "every")
    choose(page, "Every sleep")
    page.hide()
    page.show()
    assert page.findChild(SearchField).text() == "every"
    assert "Put your baby on the back to sleep." in words_on(page)


# -- large, small ------------------------------------------------------------------------------------------------------


def test_where_there_is_little_room_list_and_text_take_turns(opened, desktop):
    desktop.theme.choose_text_size(200)
    page = opened()
    assert page.findChild(ResourceList).isVisible()
    choose(page, "Every sleep")
    assert not page.findChild(ResourceList).isVisible()
    assert page.heading.has_back
    check_everybody_can_use(page)
    page.heading.back_requested.emit()
    settle()
    assert page.findChild(ResourceList).isVisible()
    assert not page.heading.has_back


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("variant", ["easy-read", "standard"])
def test_it_can_be_read_named_and_reached(opened, desktop, percent, variant):
    desktop.theme.choose_text_size(percent)
    page = opened()
    check_everybody_can_use(page)
    page.open_resource("every-sleep", VariantKey.named(variant))
    page.findChild(Fold).button.click()
    check_everybody_can_use(page)
    desktop.theme.choose_text_size(100)
    check_everybody_can_use(page)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_title_pushes_nothing_out_of_the_window(opened, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    page = opened(Room.NOT_SURE, fakes.resource("a", title="Advice about many things " * 8))
    page.open_resource("a")
    settle()
    assert page.minimumSizeHint().width() <= window.width()
