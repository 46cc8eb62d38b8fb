"""A visit: who is here, what was given to whom, how it ends. Every touch is kept, and nothing tells."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from kit.app.grid.cells import CellKind
from kit.app.look.marks import Mark
from kit.app.pages.visit import CLOSE, HERE, SLEEP, TALK, VisitPage
from kit.app.pages.visit_steps.here import HERE_KEYS
from kit.app.pages.visit_steps.people import AskNow
from kit.app.pages.visit_steps.talk import ALL_KEYS
from kit.app.widgets.check import Select
from kit.app.widgets.chip import Chip
from kit.app.widgets.keys import KeyHints
from kit.app.widgets.menu import Menu
from kit.app.widgets.painted import Painted
from kit.app.widgets.rail import Frame
from kit.domain.advice import Form, HowFar, Outcome, Question, Reason, Topic, Understanding, VariantKey, Way
from kit.domain.carer import NeedKind, Tie
from kit.domain.errors import StoreError
from kit.domain.family import ParentRole, PlaceState
from kit.domain.showing import Seen
from kit.domain.sleep import SleepAnswer, SleepItem
from kit.domain.visit import Attended, Contact, ReachBy, Room, VisitOutcome
from kit.service import families, visits
from kit.service.attendance import set_next
from tests import fakes
from tests.app.caseload_rooms import LateDesk, library, practice
from tests.app.looking import button, check_everybody_can_use, dialog, notice, press, settle, words_on

LONG = "Aleksandra-Maria Wojciechowska-Featherstonehaugh"
FULL = StoreError("The disk is full. What was saved before is safe.")
KEY = Qt.Key


class QuestionLibrary(fakes.FakeLibrary):
    """A library with one question for every text."""

    def questions(self, resource_id):
        return [Question("Where will your baby sleep tonight?", "Own bed, on the back.")]


@pytest.fixture
def given():
    return practice()


@pytest.fixture
def opened(theme, shown):
    def open_page(given, rooms=None, family="Ellison"):
        page = VisitPage(theme, rooms or given.rooms, given.family(family).id)
        return shown(page, Frame.VISIT, "visit")

    return open_page


@pytest.fixture
def page(opened, given):
    return opened(given)


@pytest.fixture
def talk(page, given):
    """Jade and Denise are here; the keys are in Jade's first cell."""
    return talking(page, given, "Jade", "Denise")


def talking(page, given, *names, family="Ellison"):
    for name in names:
        page.here.change_requested.emit(present(given.carer(name, family).id))
    page.go_to_step(TALK)
    page.talk.panel.grid.go_to("every-sleep", given.carer(names[0], family).id)
    return page


def present(carer_id):
    return lambda draft: draft.with_presence(carer_id, Attended.ALL)


def kept(given):
    """The draft as it lies in the records."""
    (draft,) = given.records.kept.drafts.values()
    return draft


def tick(given, name="Jade", resource="every-sleep"):
    return kept(given).tick(given.carer(name).id, resource)


def go_to(page, given, name, resource="every-sleep"):
    page.talk.panel.grid.go_to(resource, given.carer(name).id)


def cell(page, given, name, resource="every-sleep"):
    model = page.talk.panel.grid.grid_model
    return model.cell(*model.place_of(resource, given.carer(name).id))


def key(qtbot, page, *keys):
    for each in keys:
        qtbot.keyClick(page.talk.panel.grid, each)


def line(menu, words):
    return next(action for action in menu.actions() if action.text() == words)


def answer(page, words):
    """Press one of the answers of the first step, by its whole name."""
    next(each for each in page.here.findChildren(Painted) if each.accessibleName() == words).click()


# -- who is here -------------------------------------------------------------------------------------------------------


def test_a_visit_begins_with_who_is_here(page, given):
    assert page.heading.title == "Ellison"
    assert page.heading.facts == "6 to 8 weeks visit · since 10:00"
    assert [step.words for step in page.heading.steps] == ["Here", "Talk", "Sleep space", "Plan", "Close"]
    assert kept(given).carers_here == ()


@pytest.mark.parametrize(
    ("pressed", "attended"), [(KEY.Key_A, Attended.ALL), (KEY.Key_P, Attended.PART), (KEY.Key_X, Attended.NOT_HERE)]
)
def test_letters_say_who_is_here_and_arrows_go_on(page, given, qtbot, pressed, attended):
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), pressed)
    assert kept(given).attended(given.carer("Callum").id) is attended
    assert kept(given).attended(given.carer("Jade").id) is Attended.NOT_HERE


def test_arrows_go_round(page, given, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_A)
    assert kept(given).carers_here == (given.carer("Denise").id,)


def test_other_keys_mean_nothing_to_the_rows(page, given, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Q)
    assert kept(given).carers_here == ()


def test_children_are_seen_by_a_press(page, given):
    answer(page, "Noah: Seen")
    assert kept(given).children_seen == (given.child("Noah").id,)
    answer(page, "Noah: Not seen")
    assert kept(given).children_seen == ()


def test_a_second_person_takes_back_that_only_one_can_see(page, given):
    page.here.change_requested.emit(present(given.carer("Jade").id))
    answer(page, "Only Jade")
    assert kept(given).room is Room.ALONE
    page.here.change_requested.emit(lambda draft: draft)
    answer(page, "Denise Ellison: All")
    assert kept(given).room is Room.SOMEONE_ELSE


def test_contact_place_and_start_are_chosen(page, given):
    selects = {each.accessibleName(): each for each in page.here.findChildren(Select)}
    for name, value in (("Contact", Contact.OTHER), ("Place", "elsewhere")):
        selects[name].set_value(value)
        selects[name].activated.emit(selects[name].currentIndex())
    selects["Started"].setCurrentIndex(3)
    selects["Started"].activated.emit(3)
    draft = kept(given)
    assert (draft.contact, draft.place_id) == (Contact.OTHER, None)
    assert draft.started_at < given.clock.now() - timedelta(minutes=5)
    assert page.heading.facts.startswith("Other visit · since 09:")


def test_a_parent_place_is_asked_about_in_the_visit(page, given):
    asking = page.here.findChild(AskNow)
    assert asking.accessibleName() == "Ask now: " + "Ruby’s father. Place not filled · last asked 27 October"
    line(asking.menu_of_answers, "Still not known, asked today").trigger()
    place = given.family().parent_place(given.child("Ruby").id, ParentRole.OTHER_PARENT)
    assert (place.state, place.last_asked_on) == (PlaceState.NOT_YET_KNOWN, given.clock.today())
    settle()
    line(page.here.findChild(AskNow).menu_of_answers, "Not involved").trigger()
    settle()
    assert page.here.findChild(AskNow) is None


def test_the_list_of_keys_opens_on_both_steps(page, given, desktop):
    for step, said in ((HERE, HERE_KEYS), (TALK, ALL_KEYS)):
        page.go_to_step(step)
        hints = [each for each in page.findChildren(KeyHints) if each.isVisible()]
        hints[0].all_keys_requested.emit()
        assert notice(page) == said
        next(each for each in page.findChildren(Painted) if each.accessibleName() == "Close this notice").click()
        assert notice(page) == ""


# -- talking -----------------------------------------------------------------------------------------------------------


def test_without_anybody_here_the_way_is_shown(page):
    page.go_to_step(TALK)
    assert "Nobody is marked as here yet" in words_on(page)
    press(page, "Who is here?")
    assert page.heading.step == HERE


def test_space_gives_and_asks_and_one_key_answers(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_Space)
    assert cell(talk, given, "Jade").kind is CellKind.ASKING
    assert (tick(given).outcome, tick(given).understanding) == (Outcome.GIVEN, None)
    key(qtbot, talk, KEY.Key_1)
    assert tick(given).understanding is Understanding.SHOWED_ME
    assert cell(talk, given, "Jade").mark is Mark.SHOWED_ME


@pytest.mark.parametrize(
    ("pressed", "understanding"),
    [
        (KEY.Key_1, Understanding.SHOWED_ME),
        (KEY.Key_2, Understanding.TOLD_ME),
        (KEY.Key_3, Understanding.NOT_YET),
    ],
)
def test_one_key_alone_is_enough(talk, given, qtbot, pressed, understanding):
    key(qtbot, talk, pressed)
    assert (tick(given).outcome, tick(given).understanding) == (Outcome.GIVEN, understanding)


def test_each_is_given_the_variant_that_fits(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_B)
    assert tick(given, "Jade").text.variant == "easy-read"
    assert tick(given, "Denise").text.variant == "standard"


def test_b_gives_to_all_here_and_asks_all(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_B)
    assert cell(talk, given, "Jade").kind is cell(talk, given, "Denise").kind is CellKind.ASKING
    key(qtbot, talk, KEY.Key_2)
    assert tick(given, "Jade").understanding is Understanding.TOLD_ME
    assert cell(talk, given, "Denise").kind is CellKind.ASKING


def test_going_away_from_a_question_means_not_checked(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_Space, KEY.Key_Up)
    assert cell(talk, given, "Jade").mark is Mark.NOT_CHECKED
    assert tick(given).understanding is None


def test_space_on_what_was_given_asks_again(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_3)
    assert cell(talk, given, "Jade").note == "Again next visit"
    key(qtbot, talk, KEY.Key_Space)
    assert cell(talk, given, "Jade").kind is CellKind.ASKING
    assert tick(given).understanding is Understanding.NOT_YET


def test_s_shows_in_easy_read_as_soon_as_one_of_them_needs_it(talk, qtbot):
    with qtbot.waitSignal(talk.show_requested) as asked:
        key(qtbot, talk, KEY.Key_S)
    assert asked.args[0] == "every-sleep"
    assert asked.args[1].form is Form.EASY_READ


def test_what_was_shown_is_ticked_and_keeps_that_way(talk, given, qtbot):
    talk.keep_seen(Seen("every-sleep", VariantKey.named("easy-read"), HowFar(8, 8)))
    assert tick(given).ways == (Way.SHOWN,)
    key(qtbot, talk, KEY.Key_1)
    assert (tick(given).ways, tick(given).understanding) == ((Way.TALKED, Way.SHOWN), Understanding.SHOWED_ME)
    assert cell(talk, given, "Jade").note == "Shown"
    assert "shown" in talk.talk.panel.grid.grid_model.rows[-1].note


def test_question_mark_opens_the_keys(talk, qtbot):
    qtbot.keyClicks(talk.talk.panel.grid, "?")
    assert notice(talk) == ALL_KEYS


def test_ctrl_p_wants_the_leaflet_for_this_carer(talk, given, qtbot):
    with qtbot.waitSignal(talk.leaflet_requested) as asked:
        qtbot.keyClick(talk.talk.panel.grid, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0] == "every-sleep"
    assert asked.args[1].form is Form.EASY_READ


def test_ctrl_and_a_number_goes_to_a_step(talk, qtbot):
    for number, step in ((KEY.Key_1, HERE), (KEY.Key_2, TALK), (KEY.Key_5, CLOSE)):
        qtbot.keyClick(talk, number, Qt.KeyboardModifier.ControlModifier)
        assert talk.heading.step == step


def test_esc_leaves_and_the_visit_is_kept(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    with qtbot.waitSignal(talk.left) as left:
        key(qtbot, talk, KEY.Key_Escape)
    assert left.args == [given.family().id]
    assert tick(given).understanding is Understanding.SHOWED_ME


def test_everything_about_a_cell_is_behind_enter(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_Return)
    menu = talk.talk.panel.menu.cell
    assert "Not given: a better moment" in [action.text() for action in menu.actions()]
    line(menu, "Given").trigger()
    assert tick(given).outcome is Outcome.GIVEN
    key(qtbot, talk, KEY.Key_Return)
    line(menu, "Practised").trigger()
    assert tick(given).ways == (Way.TALKED, Way.PRACTISED)
    key(qtbot, talk, KEY.Key_Return)
    assert line(menu, "Practised").isChecked()
    line(menu, "Talked through").trigger()
    assert tick(given).ways == (Way.PRACTISED,)
    key(qtbot, talk, KEY.Key_Return)
    line(menu, "Check understanding").trigger()
    assert cell(talk, given, "Jade").kind is CellKind.ASKING
    with qtbot.waitSignal(talk.leaflet_requested):
        line(menu, "Make a leaflet").trigger()
    line(menu, "Take back").trigger()
    assert tick(given) is None


def test_the_only_way_cannot_be_taken_away(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1, KEY.Key_Return)
    line(talk.talk.panel.menu.cell, "Talked through").trigger()
    assert tick(given).ways == (Way.TALKED,)
    assert notice(talk)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Not in the room", Reason.NOT_PRESENT),
        ("Declined", Reason.DECLINED),
        ("Interpreter needed", Reason.INTERPRETER_NEEDED),
        ("Another day", Reason.ANOTHER_DAY),
    ],
)
def test_n_asks_why_not(talk, given, qtbot, words, reason):
    key(qtbot, talk, KEY.Key_N)
    line(talk.talk.panel.menu.reasons, words).trigger()
    assert (tick(given).outcome, tick(given).reason) == (Outcome.NOT_GIVEN, reason)
    assert cell(talk, given, "Jade").mark is Mark.NOT_GIVEN


def test_given_can_become_not_given(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1, KEY.Key_Return)
    line(talk.talk.panel.menu.cell, "Not given…").trigger()
    line(talk.talk.panel.menu.reasons, "Declined").trigger()
    assert tick(given).reason is Reason.DECLINED


def test_the_pointer_does_what_the_keys_do(talk, given, qtbot):
    grid = talk.talk.panel.grid
    model = grid.grid_model

    def press_at(column, x):
        box = grid.visualRect(model.index(*model.place_of("every-sleep", column)))
        point = QPoint(box.left() + x if x >= 0 else box.right() + x, box.center().y())
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)

    jade = given.carer("Jade").id
    press_at(jade, 20)
    assert cell(talk, given, "Jade").kind is CellKind.ASKING
    press_at(jade, -8)
    assert tick(given).understanding is Understanding.NOT_YET
    press_at("both", 20)
    assert tick(given, "Denise").outcome is Outcome.GIVEN
    with qtbot.waitSignal(talk.show_requested):
        press_at("show", 20)
    grid.go_to("every-sleep", jade)
    at = QPoint(1, 1)
    grid.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at))
    assert line(talk.talk.panel.menu.cell, "Take back")


def test_who_is_here_changes_without_leaving_the_grid(talk, given):
    talk.talk.presence.answered.emit(given.carer("Callum").id, Attended.PART)
    assert kept(given).attended(given.carer("Callum").id) is Attended.PART
    columns = [each.note for each in talk.talk.panel.grid.grid_model.columns]
    assert "Father · here for part" in columns
    press(talk, "Change")
    assert talk.heading.step == HERE


def test_a_chip_says_who_and_what_they_need(talk):
    chip = next(each for each in talk.findChildren(Chip) if each.accessibleName().startswith("Jade Ellison"))
    assert chip.accessibleName() == "Jade Ellison, all of it, Easy read, Read aloud, More time"


def test_whoever_was_told_cannot_be_sent_away(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    talk.talk.presence.answered.emit(given.carer("Jade").id, Attended.NOT_HERE)
    assert notice(talk).startswith("Advice is ticked as given to this person.")
    assert kept(given).attended(given.carer("Jade").id) is Attended.ALL


def test_who_is_not_here_keeps_a_row_and_a_next_step(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    assert "Callum is not here" in words_on(talk)
    press(talk, "Evening visit")
    presence = next(one for one in kept(given).presences if one.carer_id == given.carer("Callum").id)
    assert presence.reach_by is ReachBy.EVENING_VISIT
    assert button(talk, "Evening visit").isChecked()
    assert tick(given, "Callum").reason is Reason.NOT_PRESENT


def test_something_from_the_library_gets_a_row(opened, given, qtbot):
    more = fakes.FakeLibrary(*library().resources(), fakes.resource("toddlers", contacts=("12-months",)))
    page = talking(opened(given, replace(given.rooms, library=more)), given, "Jade")
    assert "toddlers" not in [row.key for row in page.talk.panel.grid.grid_model.rows]
    with qtbot.waitSignal(page.library_requested):
        press(page, "Add from library")
    page.add_resource("toddlers")
    assert "toddlers" in [row.key for row in page.talk.panel.grid.grid_model.rows]


def test_what_the_library_does_not_have_is_said(talk):
    talk.add_resource("nothing")
    assert notice(talk).startswith("There is no such resource.")


def test_the_leaflet_way_has_nothing_without_a_place_in_the_grid(page):
    assert not page.wish_leaflet()


def test_large_print_is_known_when_somebody_here_needs_it(talk, given):
    assert not talk.needs_large_print
    families.add_need(given.records, given.clock, given.family().id, given.carer("Denise").id, NeedKind.LARGE_PRINT)
    talk.refresh()
    assert talk.needs_large_print


# -- what must not be seen ---------------------------------------------------------------------------------------------


def private(resource_id="safe-words"):
    return fakes.resource(resource_id, topic=Topic.DOMESTIC_ABUSE, is_sensitive=True)


def test_sensitive_advice_has_no_row_whoever_is_here(opened, given, qtbot):
    rooms = replace(given.rooms, library=fakes.FakeLibrary(*library().resources(), private()))
    page = talking(opened(given, rooms), given, "Jade")
    page.here.change_requested.emit(lambda draft: replace(draft, room=Room.ALONE))
    page.add_resource("safe-words")
    assert notice(page) == "This cannot be added to the visit."
    assert "Safe words" not in words_on(page)
    assert "safe-words" not in [row.key for row in page.talk.panel.grid.grid_model.rows]


def test_a_better_moment_reads_as_another_day_and_the_reason_is_kept_apart(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1, KEY.Key_N)
    line(talk.talk.panel.menu.reasons, "A better moment").trigger()
    assert notice(talk) == ""
    assert tick(given).reason is Reason.ANOTHER_DAY
    assert cell(talk, given, "Jade").note == "Another day"
    (apart,) = given.records.kept.restricted
    assert (apart.carer_id, apart.reason) == (given.carer("Jade").id, Reason.NOT_SAFE)
    talk.go_to_step(CLOSE)
    assert "safe to" not in summary(talk)


def test_a_better_moment_keeps_what_was_ticked_meanwhile(opened, given, qtbot):
    desk = LateDesk()
    page = opened(given, replace(given.rooms, desk=desk))
    desk.answer()
    talking(page, given, "Jade")
    desk.answer()
    page.talk.panel.better_moment_requested.emit(*_cell_of(page, given, "every-sleep"))
    page.talk.panel.grid.go_to("walk-away", given.carer("Jade").id)
    key(qtbot, page, KEY.Key_2)
    desk.answer()
    desk.answer()
    assert tick(given, resource="every-sleep").reason is Reason.ANOTHER_DAY
    assert tick(given, resource="walk-away").understanding is Understanding.TOLD_ME


def _cell_of(page, given, resource):
    resource_id = given.rooms.library.resource(resource)
    return given.carer("Jade").id, resource, resource_id.variants[0]


def test_a_better_moment_that_cannot_be_kept_is_said_and_nothing_is_ticked(talk, given, qtbot):
    given.records.fail_on_commit = FULL
    key(qtbot, talk, KEY.Key_N)
    line(talk.talk.panel.menu.reasons, "A better moment").trigger()
    assert notice(talk).startswith("The disk is full.")
    given.records.fail_on_commit = None
    assert tick(given) is None
    assert given.records.kept.restricted == []


def test_no_word_of_the_page_tells(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_N, KEY.Key_Return)
    menus = talk.talk.panel.menu
    said = words_on(talk) + " ".join(action.text() for menu in (menus.cell, menus.reasons) for action in menu.actions())
    for word in ("abuse", "violence", "unsafe", "not safe"):
        assert word not in said.lower()


# -- saving ------------------------------------------------------------------------------------------------------------


def test_a_full_disk_keeps_the_ticks_on_the_page_and_tries_again(talk, given, qtbot):
    given.records.fail_on_commit = FULL
    key(qtbot, talk, KEY.Key_1)
    assert notice(talk).startswith("The disk is full.")
    assert notice(talk).endswith("What you ticked is still on this page.")
    assert talk.heading.status == "Not saved"
    assert cell(talk, given, "Jade").mark is Mark.SHOWED_ME
    given.records.fail_on_commit = None
    press(talk, "Try again")
    assert talk.heading.status == "Saved"
    assert tick(given).understanding is Understanding.SHOWED_ME


def test_leaving_with_unsaved_ticks_asks_first(talk, given, qtbot):
    given.records.fail_on_commit = FULL
    key(qtbot, talk, KEY.Key_1)
    with qtbot.assertNotEmitted(talk.left):
        talk.leave()
    question = dialog(talk)
    assert question.accessibleName() == "Leave without the last changes?"
    with qtbot.waitSignal(talk.left):
        question.deed.click()


def test_leaving_waits_for_the_save_under_way(opened, given, qtbot):
    desk = LateDesk()
    page = opened(given, replace(given.rooms, desk=desk))
    desk.answer()
    talking(page, given, "Jade")
    assert page.heading.status == "Saving…"
    with qtbot.assertNotEmitted(page.left):
        page.leave()
    with qtbot.waitSignal(page.left):
        desk.answer()
    assert kept(given).carers_here == (given.carer("Jade").id,)


def test_a_save_that_fails_while_leaving_keeps_the_page(opened, given, qtbot):
    desk = LateDesk()
    page = opened(given, replace(given.rooms, desk=desk))
    desk.answer()
    talking(page, given, "Jade")
    page.leave()
    given.records.fail_on_commit = FULL
    with qtbot.assertNotEmitted(page.left):
        desk.answer()
    assert notice(page).startswith("The disk is full.")


def test_a_visit_that_cannot_be_opened_is_said_and_tried_again(opened, given):
    given.records.fail_on_commit = FULL
    page = opened(given)
    assert notice(page).startswith("The disk is full.")
    assert page.view is None
    page.here.change_requested.emit(present("nobody"))
    page.close_step.close_requested.emit(())
    page.here.attempt_requested.emit(VisitOutcome.NO_ACCESS)
    page.here.drop_requested.emit()
    page.talk.panel.better_moment_requested.emit("nobody", "every-sleep", None)
    given.records.fail_on_commit = None
    press(page, "Try again")
    assert page.heading.title == "Ellison"
    assert notice(page) == ""


def test_a_visit_is_gone_on_with_where_it_was_left(opened, given, qtbot):
    key(qtbot, talking(opened(given), given, "Jade"), KEY.Key_2)
    again = opened(given)
    assert again.heading.step == TALK
    assert cell(again, given, "Jade").mark is Mark.TOLD_ME


# -- closing -----------------------------------------------------------------------------------------------------------


def summary(page):
    return page.close_step.summary.box.toPlainText()


def test_what_is_missing_is_said_with_what_settles_it(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_Space, KEY.Key_Up)
    talk.go_to_step(CLOSE)
    said = words_on(talk)
    assert "Denise is here and nothing is ticked for them." in said
    assert "Noah is not marked as seen." in said
    assert "Understanding is not checked for 1 piece of advice." in said
    press(talk, "Check")
    assert talk.heading.step == TALK
    assert cell(talk, given, "Jade").kind is CellKind.ASKING
    talk.go_to_step(CLOSE)
    button(talk, "Answer").click()
    assert talk.heading.step == HERE


def test_a_question_to_ask_leads_to_its_cell(opened, given, qtbot):
    asking = QuestionLibrary(*library().resources(), rules=library().due_rules())
    page = talking(opened(given, replace(given.rooms, library=asking)), given, "Jade")
    key(qtbot, page, KEY.Key_Space, KEY.Key_Up)
    page.go_to_step(CLOSE)
    assert "A question to ask Jade: Where will your baby sleep tonight?" in words_on(page)
    assert "Listen for: Own bed, on the back." in words_on(page)
    press(page, "Ask")
    assert cell(page, given, "Jade").kind is CellKind.ASKING


def test_how_to_reach_somebody_is_chosen_while_closing(talk, given):
    talk.go_to_step(CLOSE)
    line(button(talk, "Choose how").findChild(Menu), "Telephone").trigger()
    assert "How will you reach him?" not in words_on(talk)
    presence = next(one for one in kept(given).presences if one.carer_id == given.carer("Callum").id)
    assert presence.reach_by is ReachBy.TELEPHONE


def test_the_summary_is_copied(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    talk.go_to_step(CLOSE)
    press(talk, "Copy summary")
    copied = QGuiApplication.clipboard().text()
    assert "Jade Ellison: showed me" in copied
    assert copied == summary(talk)
    assert "Copied. Paste it into the child’s record within 30 seconds" in words_on(talk)


def test_closing_puts_it_on_record_and_into_the_outbox(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    before = len(given.records.kept.outbox)
    talk.go_to_step(CLOSE)
    press(talk, "Close visit")
    question = dialog(talk)
    assert question.accessibleName() == "Close this visit?"
    assert "things are missing." in question.accessibleDescription()
    with qtbot.waitSignal(talk.visit_closed) as closed:
        question.deed.click()
    assert closed.args == [given.family().id]
    assert given.records.kept.drafts == {}
    assert len(given.records.kept.outbox) > before
    assert given.records.kept.visits[-1].outcome is VisitOutcome.SEEN


def test_going_back_from_the_question_changes_nothing(talk, given):
    talk.go_to_step(CLOSE)
    press(talk, "Close visit")
    dialog(talk).back.click()
    assert kept(given).carers_here


def test_a_visit_without_anybody_cannot_be_closed_as_seen(page, given):
    page.go_to_step(CLOSE)
    press(page, "Close visit")
    assert dialog(page) is None
    assert notice(page).startswith("Say who was here, or choose why nobody was seen.")
    press(page, "Who is here?")
    assert page.heading.step == HERE


def test_a_full_disk_while_closing_leaves_the_visit_open(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    talk.go_to_step(CLOSE)
    given.records.fail_on_commit = FULL
    press(talk, "Close visit")
    dialog(talk).deed.click()
    assert notice(talk).endswith("The visit is still open, with everything you ticked.")
    assert talk.close_step.primary.isEnabled()
    assert talk.close_step.isEnabled()
    assert tick(given).understanding is Understanding.SHOWED_ME
    given.records.fail_on_commit = None
    settle()
    press(talk, "Close visit")
    with qtbot.waitSignal(talk.visit_closed):
        dialog(talk).deed.click()


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("No access", VisitOutcome.NO_ACCESS),
        ("Cancelled", VisitOutcome.CANCELLED),
        ("Not brought", VisitOutcome.NOT_BROUGHT),
        ("Refused", VisitOutcome.REFUSED),
    ],
)
def test_no_one_in_is_a_visit_of_its_own_kind(page, given, qtbot, words, outcome):
    line(page.here.attempts, words).trigger()
    assert dialog(page).accessibleName() == f"Close this as {words.lower()}?"
    with qtbot.waitSignal(page.visit_closed):
        dialog(page).deed.click()
    assert given.records.kept.visits[-1].outcome is outcome


def test_no_one_in_is_refused_while_somebody_is_marked_as_here(page, given):
    page.here.change_requested.emit(present(given.carer("Jade").id))
    line(page.here.attempts, "No access").trigger()
    assert dialog(page) is None
    assert notice(page).startswith("Jade is marked as here.")


def test_a_visit_begun_by_mistake_is_forgotten(page, given, qtbot):
    line(page.here.attempts, "Begun by mistake").trigger()
    with qtbot.waitSignal(page.left):
        dialog(page).deed.click()
    assert given.records.kept.drafts == {}


def test_a_visit_with_ticks_is_not_forgotten(talk, given, qtbot):
    key(qtbot, talk, KEY.Key_1)
    line(talk.here.attempts, "Begun by mistake").trigger()
    dialog(talk).deed.click()
    assert notice(talk).startswith("Advice is ticked in this visit.")
    assert tick(given)


def test_a_visit_closed_in_another_window_takes_no_more_ticks(talk, given, qtbot):
    visits.close_visit(given.records, given.clock, kept(given))
    key(qtbot, talk, KEY.Key_1)
    assert notice(talk).startswith("This visit is closed.")
    assert given.records.kept.drafts == {}


# -- long, empty, large ------------------------------------------------------------------------------------------------


def test_nothing_missing_is_said(opened, given, qtbot):
    page = talking(opened(given, family="Okoro"), given, "Ada", "Daniel", family="Okoro")
    key(qtbot, page, KEY.Key_B, KEY.Key_1, KEY.Key_Right, KEY.Key_1)
    page.go_to_step(HERE)
    answer(page, "Temi: Seen")
    answer(page, "Someone else too")
    today = given.clock.today()
    page.here.change(lambda draft: set_next(draft, "", today, today))
    page.go_to_step(SLEEP)
    page.sleep.rows.answered.emit(str(SleepItem.OWN_BED), str(SleepAnswer.SEEN_FINE))
    page.go_to_step(CLOSE)
    assert "Nothing is missing." in words_on(page)
    assert [step.is_done for step in page.heading.steps] == [True, True, True, False, False]


def test_a_family_without_anybody_can_be_visited(opened, given):
    families.add_family(given.records, given.clock, "Nobody")
    page = opened(given, family="Nobody")
    for step in (HERE, TALK, CLOSE):
        page.go_to_step(step)
        check_everybody_can_use(page)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("step", [HERE, TALK, CLOSE])
def test_every_step_can_be_read_named_and_reached(opened, given, desktop, qtbot, percent, step):
    desktop.theme.choose_text_size(percent)
    page = talking(opened(given), given, "Jade", "Denise")
    key(qtbot, page, KEY.Key_Space, KEY.Key_Up, KEY.Key_3)
    page.go_to_step(step)
    check_everybody_can_use(page)
    desktop.theme.choose_text_size(100)
    check_everybody_can_use(page)


def test_the_grid_needs_no_sideways_scrolling_at_twice_the_size(opened, given, desktop):
    desktop.theme.choose_text_size(200)
    page = talking(opened(given), given, "Jade", "Denise")
    settle()
    assert page.talk.panel.grid.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("percent", [100, 200])
def test_long_names_push_nothing_out_of_the_window(opened, given, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    given.records.kept.families[given.family().id] = f"{LONG} {LONG}"
    family, noah = given.family(f"{LONG} {LONG}").id, given.child("Noah", f"{LONG} {LONG}").id
    for _ in range(2):
        families.add_carer(given.records, given.clock, family, LONG, LONG, [(noah, Tie.OTHER, "")])
    page = talking(opened(given, family=f"{LONG} {LONG}"), given, "Jade", family=f"{LONG} {LONG}")
    for step in (HERE, TALK, CLOSE):
        page.go_to_step(step)
        settle()
        assert page.minimumSizeHint().width() <= window.width()
