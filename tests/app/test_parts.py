"""Every part in every scheme and size: named, high enough, never cut."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QLineEdit

from kit.app.look.marks import Mark
from kit.app.look.theme import Scheme
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.check import Check, Select, Stepper
from kit.app.widgets.chip import Chip
from kit.app.widgets.choices import Answers, Segments
from kit.app.widgets.field import Field, SearchField
from kit.app.widgets.layouts import clear
from kit.app.widgets.painted import Painted
from kit.app.widgets.rail import Frame
from kit.app.widgets.steps import CountCard
from kit.app.widgets.text import ElidedText
from tests.app.samples import PLACE, PRESENCE, SamplePage, VisitSample, cut, nameless, reachable, too_low

SIZES = pytest.mark.parametrize(
    ("percent", "size"), [(100, (1366, 688)), (125, (1093, 614)), (200, (1366, 688)), (200, (1093, 614))]
)


@SIZES
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [SamplePage, VisitSample])
def test_every_part_is_named_high_enough_and_whole(window, theme, qtbot, percent, size, scheme, kind):
    theme.choose_text_size(percent)
    theme.choose_scheme(Scheme(scheme))
    window.resize(*size)
    window.set_frame(Frame.VISIT if kind is VisitSample else Frame.FAMILIES)
    page = kind(theme)
    window.show_page(page)
    window.show()
    qtbot.waitExposed(window)
    assert nameless(window) == []
    assert [f"{each.accessibleName()} {each.height()}" for each in too_low(window)] == []
    assert [each.text() for each in cut(window)] == []
    assert reachable(window)


def test_parts_survive_a_change_of_everything(window, theme, qtbot):
    window.set_frame(Frame.FAMILIES)
    page = SamplePage(theme)
    window.show_page(page)
    window.show()
    for scheme, percent, width in (("dark", 200, 1366), ("contrast", 100, 900), ("light", 150, 1920)):
        theme.choose_scheme(Scheme(scheme))
        theme.choose_text_size(percent)
        window.resize(width, 700)
        window.grab()
    assert cut(window) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_is_pressed_by_space_and_enter(theme, qtbot, key):
    pressed = []
    button = Button(theme, "Start visit", Kind.PRIMARY, pressed=lambda: pressed.append(1))
    qtbot.addWidget(button)
    qtbot.keyClick(button, key)
    assert pressed == [1]


def test_a_busy_button_says_so_and_takes_no_press(theme, qtbot):
    button = Button(theme, "Print")
    qtbot.addWidget(button)
    button.set_busy("Making…")
    assert (button.words, button.isEnabled()) == ("Making…", False)
    button.set_ready()
    assert (button.words, button.isEnabled()) == ("Print", True)


def test_words_with_an_ampersand_are_no_shortcut(theme, qtbot):
    button = Button(theme, "Mum & dad")
    qtbot.addWidget(button)
    assert button.words == button.accessibleName() == "Mum & dad"
    assert button.shortcut().isEmpty()


def test_choosing_does_not_move_the_page(theme, qtbot):
    button = Button(theme, "Evening visit", icon="moon-star")
    button.setCheckable(True)
    qtbot.addWidget(button)
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before


def test_segments_have_one_chosen_from_the_start(theme, qtbot):
    segments = Segments(theme, PLACE, "Place")
    qtbot.addWidget(segments)
    assert segments.value == "mill"
    with qtbot.waitSignal(segments.chosen) as said:
        qtbot.mouseClick(segments.options[1], Qt.MouseButton.LeftButton)
    assert said.args == ["denise"]


def test_arrows_move_between_segments(theme, qtbot):
    segments = Segments(theme, PLACE, "Place")
    qtbot.addWidget(segments)
    segments.show()
    segments.options[0].setFocus()
    with qtbot.waitSignal(segments.chosen):
        qtbot.keyClick(segments.options[0], Qt.Key.Key_Right)
    assert segments.value == "denise"


def test_answers_start_with_none_and_say_nothing_when_filled_in(theme, qtbot):
    answers = Answers(theme, PRESENCE, "Jade")
    qtbot.addWidget(answers)
    assert answers.value == ""
    with qtbot.assertNotEmitted(answers.chosen):
        answers.set_value("part")
    assert answers.value == "part"
    answers.set_value("")
    assert answers.value == ""


def test_an_answer_is_a_radio_button_with_the_question_in_its_name(theme, qtbot):
    answers = Answers(theme, PRESENCE, "Jade")
    qtbot.addWidget(answers)
    reader = QAccessible.queryAccessibleInterface(answers.options[0])
    assert reader.role() == QAccessible.Role.RadioButton
    assert reader.text(QAccessible.Text.Name) == "Jade: All"


def test_a_chip_says_who_and_how_much(theme, qtbot):
    chip = Chip(theme, "Denise")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Denise, not here"
    chip.show_as(Mark.HERE_PART)
    assert chip.accessibleName() == "Denise, part of it"


def test_a_check_is_a_check_box(theme, qtbot):
    check = Check(theme, "What we agreed")
    qtbot.addWidget(check)
    assert QAccessible.queryAccessibleInterface(check).role() == QAccessible.Role.CheckBox
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert check.isChecked()


def test_a_stepper_stays_between_its_ends(theme, qtbot):
    stepper = Stepper(theme, "Copies", most=2)
    qtbot.addWidget(stepper)
    fewer, more = stepper.findChildren(Painted)
    assert not fewer.isEnabled()
    with qtbot.waitSignal(stepper.value_changed):
        more.click()
    assert (stepper.value, more.isEnabled(), stepper.accessibleName()) == (2, False, "Copies: 2")


def test_a_wheel_over_a_list_changes_nothing(theme, qtbot):
    select = Select(theme, "Contact", [("a", "New birth"), ("b", "6 to 8 weeks")])
    qtbot.addWidget(select)
    select.set_value("a")
    here = QPointF(5, 5)
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    event = QWheelEvent(here, here, QPoint(0, -120), QPoint(0, -120), *none)
    select.wheelEvent(event)
    assert (select.value, event.isAccepted()) == ("a", False)


def test_a_mistake_is_said_on_leaving_and_not_while_typing(theme, qtbot):
    field = Field(theme, "NHS number", check=lambda text: "" if len(text) == 10 else "An NHS number has 10 digits.")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "485")
    assert field.mistake == ""
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.mistake == "An NHS number has 10 digits."
    assert (field.text, field.line.accessibleDescription()) == ("485", field.mistake)
    field.line.clear()
    qtbot.keyClicks(field.line, "4857773456")
    with qtbot.waitSignal(field.settled):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.mistake == ""


def test_letters_of_a_secret_are_shown_on_asking(theme, qtbot):
    field = Field(theme, "Passphrase", is_secret=True)
    qtbot.addWidget(field)
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.line.findChild(Button).click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal


def test_escape_empties_the_search(theme, qtbot):
    search = SearchField(theme, "Find a family, place or number")
    qtbot.addWidget(search)
    search.show()
    search.setFocus()
    qtbot.keyClicks(search, "cot")
    with qtbot.waitSignal(search.search_requested) as said:
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert said.args == [""]


def test_a_count_filters(theme, qtbot):
    count = CountCard(theme, Mark.WAITING, "Waiting", 4)
    qtbot.addWidget(count)
    assert count.accessibleName() == "4 Waiting"
    qtbot.mouseClick(count, Qt.MouseButton.LeftButton)
    assert count.isChecked()


def test_a_shortened_line_keeps_its_whole_words_for_readers(theme, qtbot):
    line = ElidedText(theme, "A very long line of words")
    qtbot.addWidget(line)
    line.resize(40, 20)
    assert line.accessibleName() == line.toolTip() == "A very long line of words"


def test_clearing_a_layout_lets_its_widgets_go(theme, qtbot):
    page = SamplePage(theme)
    qtbot.addWidget(page)
    clear(page.body)
    assert page.body.count() == 0
