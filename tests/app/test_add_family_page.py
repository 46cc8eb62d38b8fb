"""One form for a whole family: what is typed is kept in one go, or stays on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from kit.app.pages.add_family import AddFamilyPage
from kit.app.pages.add_family_parts.child_form import EXPECTED
from kit.app.widgets.button import Button
from kit.app.widgets.notice import Notice
from kit.app.widgets.rail import Frame
from kit.domain.carer import NeedKind, Tie
from kit.domain.errors import StoreError
from kit.domain.family import PlaceKind
from tests.app.caseload_rooms import at_a_late_desk, practice
from tests.app.samples import cut, nameless, reachable, too_low


@pytest.fixture
def given():
    return practice(is_filled=False)


@pytest.fixture
def page(theme, window, qtbot, given):
    return shown(AddFamilyPage(theme, given.rooms), window, qtbot)


def shown(page, window, qtbot):
    window.set_frame(Frame.FAMILIES)
    window.show_page(page, "families")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def fill(page, name="Ellison", given_name="Noah", born="20/10/2026"):
    page.name.set_text(name)
    page.name.line.editingFinished.emit()
    page.children_forms[0].given.set_text(given_name)
    page.children_forms[0].born.set_text(born)


def press(page, words):
    next(each for each in page.findChildren(Button) if each.words == words and each.isVisible()).click()


def kept(given):
    with given.records:
        return given.records.families()


def test_a_family_name_and_one_child_are_enough(page, given, qtbot):
    fill(page)
    with qtbot.waitSignal(page.family_added) as added:
        press(page, "Add family")
    family = kept(given)[0]
    assert added.args == [family.id]
    assert [child.full_name for child in family.children] == ["Noah Ellison"]


def test_everything_on_the_form_is_kept(page, given):
    fill(page)
    page.children_forms[0].due_when_born.set_text("17.11.2026")
    page.add_child()
    ruby = page.children_forms[1]
    ruby.born_or_expected.options[1].click()
    assert ruby.born_or_expected.value == EXPECTED
    ruby.due.set_text("2/2/2027")
    carer = page.carer_forms[0]
    carer.given.set_text("Jade")
    mother, _nothing = carer.ties.values()
    mother.select.set_value(Tie.MOTHER)
    carer.note.set_text("lives apart")
    press(carer, "Easy read")
    press(carer, "Interpreter")
    carer.language.set_text("Polish")
    page.place.address.set_text("Flat 2, 14 Mill Lane")
    press(page.place, "Temporary")
    press(page, "Add family")
    family = kept(given)[0]
    noah, expected = family.children
    assert (noah.weeks_early, expected.given_name, expected.born_on) == (4, "", None)
    assert [(tie.child_id, tie.tie, tie.note) for tie in family.relationships] == [(noah.id, Tie.MOTHER, "lives apart")]
    assert [(need.kind, need.detail) for need in family.needs] == [
        (NeedKind.EASY_READ, ""),
        (NeedKind.INTERPRETER, "Polish"),
    ]
    assert (family.places[0].kind, len(family.stays)) == (PlaceKind.TEMPORARY, 2)


def test_the_last_name_of_the_child_follows_until_another_is_typed(page):
    fill(page, name="Ellison")
    assert page.children_forms[0].last.text == "Ellison"
    page.children_forms[0].last.set_text("Reed")
    fill(page, name="Okoro")
    assert page.children_forms[0].last.text == "Reed"


def test_the_question_about_a_tie_calls_the_child_by_name(page):
    page.children_forms[0].given.set_text("Noah")
    tie = next(iter(page.carer_forms[0].ties.values()))
    assert tie.select.accessibleName() == "What they are to Noah"


def test_what_was_chosen_stays_when_a_child_is_added_or_taken_out(page):
    tie = next(iter(page.carer_forms[0].ties.values()))
    tie.select.set_value(Tie.FATHER)
    page.add_child()
    next(each for each in page.findChildren(Button) if each.accessibleName() == "Take out child 2").click()
    ties = page.carer_forms[0].ties.values()
    assert [each.tie for each in ties] == [Tie.FATHER]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "Type the day, month and year, such as 20/10/2026."),
        ("31/02/2026", "31/02/2026 is not in the calendar. Please check the day and the month."),
        ("12/12/2027", "is in the future"),
        ("01/01/1970", "is not a child’s"),
        ("", "The date of birth is needed."),
    ],
)
def test_a_date_that_cannot_be_is_said_beside_its_field(page, given, typed, sentence):
    fill(page, born=typed)
    press(page, "Add family")
    said = page.children_forms[0].born.mistake.replace("'", "’")
    assert sentence in said
    assert page.children_forms[0].born.text == typed
    assert kept(given) == []


def test_a_date_is_checked_on_leaving_its_field_and_not_while_typing(page, qtbot):
    born = page.children_forms[0].born
    born.line.setFocus()
    qtbot.keyClicks(born.line, "31/02/2026")
    assert born.mistake == ""
    qtbot.keyClick(born.line, Qt.Key.Key_Tab)
    assert "not in the calendar" in born.mistake


def test_every_mistake_is_said_at_once_and_the_first_has_the_keys(page, qtbot):
    page.carer_forms[0].note.set_text("lives apart")
    page.place.address.set_text("x" * 600)
    press(page, "Add family")
    child, carer = page.children_forms[0], page.carer_forms[0]
    assert page.name.mistake == "A family name is needed."
    assert child.given.mistake == "A first name is needed."
    assert carer.mistake == "Say what this person is to at least one child."
    assert "500 characters" in page.place.address.mistake
    qtbot.waitUntil(page.name.line.hasFocus)


def test_an_interpreter_needs_a_language(page):
    fill(page)
    carer = page.carer_forms[0]
    press(carer, "Interpreter")
    press(page, "Add family")
    assert carer.language.mistake == "The language is needed."


def test_a_carer_left_empty_is_nobody(page, given):
    fill(page)
    page.add_carer()
    press(page, "Add family")
    assert kept(given)[0].carers == ()


def test_a_full_disk_is_said_and_nothing_typed_is_lost(page, given):
    fill(page)
    given.records.fail_on_commit = StoreError("The disk is full. What was there is safe.")
    press(page, "Add family")
    assert page.findChild(Notice).accessibleName().startswith("The disk is full.")
    assert page.name.text == "Ellison"
    given.records.fail_on_commit = None
    press(page, "Add family")
    assert len(kept(given)) == 1


def test_the_button_is_busy_until_the_answer(theme, window, qtbot, given):
    rooms, desk = at_a_late_desk(given)
    page = shown(AddFamilyPage(theme, rooms), window, qtbot)
    fill(page)
    press(page, "Add family")
    busy = next(each for each in page.findChildren(Button) if each.words == "Adding…")
    assert not busy.isEnabled()
    with qtbot.waitSignal(page.family_added):
        desk.answer()
    assert busy.isEnabled()


def test_leaving_an_untouched_form_asks_nothing(page, qtbot):
    with qtbot.waitSignal(page.left):
        page.heading.back_requested.emit()


def test_leaving_half_way_asks_and_esc_goes_on(page, window, qtbot):
    page.name.set_text("Elli")
    with qtbot.assertNotEmitted(page.left):
        press(page, "Leave")
    dialog = window.findChild(QDialog)
    assert dialog.accessibleName() == "Leave without adding this family?"
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.name.text == "Elli"
    page.leave()
    with qtbot.waitSignal(page.left):
        window.findChild(QDialog).deed.click()


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_is_cut_nameless_or_too_small(page, theme, qtbot, percent):
    fill(page, name="", born="12/12/2027")
    press(page.carer_forms[0], "Interpreter")
    press(page, "Add family")
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: (cut(page), nameless(page), too_low(page)) == ([], [], []))
    assert reachable(page)
