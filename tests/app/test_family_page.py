"""One family: the grid, its histories and corrections, and what is learnt about the people."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLabel

from kit.app.grid.cells import CellKind
from kit.app.look.marks import Mark
from kit.app.pages.family import MORE, FamilyPage
from kit.app.pages.family_parts.content import place_key
from kit.app.pages.family_parts.records import HistoryView, RecordsView
from kit.app.pages.family_parts.timeline import TimelineView
from kit.app.widgets.button import Button
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import NeedButton, NeedStrip, Notice
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import LineView, TwoLines
from kit.domain.advice import Outcome, Understanding
from kit.domain.carer import NeedKind, Tie
from kit.domain.errors import StoreError
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.service import families, visits
from tests.app.caseload_rooms import at_a_late_desk, practice
from tests.app.samples import cut, nameless, reachable, too_low

LONG = "Aleksandra-Maria Wojciechowska-Featherstonehaugh"


@pytest.fixture
def given(monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    return practice()


@pytest.fixture
def opened(theme, window, qtbot):
    def open_page(given, family_id=None, rooms=None):
        page = FamilyPage(theme, rooms or given.rooms, family_id or given.family().id)
        window.set_frame(Frame.FAMILIES)
        window.show_page(page, "families")
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return open_page


@pytest.fixture
def page(opened, given):
    return opened(given)


def press(root, words):
    next(each for each in root.findChildren(Button) if each.words == words and each.isVisible()).click()


def lines(page):
    return [each.accessibleName() for each in page.findChildren(LineView) if each.isVisible()]


def dialog_of(page):
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def nameless_but_corner(page):
    """Controls without a name; the corner of a table is Qt's own and does nothing."""
    return [each for each in nameless(page) if each.objectName() != "qt_tableview_cornerbutton"]


def more(page):
    """The lines of the menu, opened by its button."""
    next(deed for deed in page.heading.deeds if deed.name == MORE).trigger()
    return page.menu.actions()


def cell(page, row, column):
    return page.grid.grid_model.cell(*page.grid.grid_model.place_of(row, column))


def ruby_s_father(given):
    return place_key(given.child("Ruby").id, ParentRole.OTHER_PARENT)


def open_history(page, qtbot, topic, carer_id):
    page.grid.setFocus()
    page.grid.go_to(topic, carer_id)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    return page.findChild(HistoryView)


# -- what is seen ------------------------------------------------------------------------------------------------------


def test_the_header_says_who_and_where(page):
    assert page.heading.title == "Ellison family"
    assert page.heading.facts == "Room 4, Harbour House · since 3 November · local number P-1042"
    assert [(one.name, one.fact) for one in page.heading.people] == [
        ("Noah", "5 weeks, born 4 weeks early"),
        ("Ruby", "3 years"),
    ]


def test_needs_are_there_with_the_days(page):
    strip = page.findChild(NeedStrip)
    assert "Jade: Easy read, Read aloud, More time" in lines(strip)
    assert "Asked 27 October · review by 23 January" in [each.text() for each in strip.findChildren(QLabel)]


def test_the_grid_has_carers_across_and_empty_places_last(page, given):
    columns = page.grid.grid_model.columns
    assert [each.title for each in columns] == ["Jade Ellison", "Callum Reed", "Denise Ellison", "Ruby’s father"]
    assert [each.note for each in columns][1:3] == ["Father of Noah · lives apart", "Grandparent · stays over"]
    assert columns[-1].is_unfilled
    assert cell(page, "safer-sleep", given.carer("Callum").id).mark is Mark.OVERDUE
    assert cell(page, "crying", given.carer("Jade").id).note == "12 Nov · once"


def test_every_cell_is_a_state_and_a_sentence(page):
    model = page.grid.grid_model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.cell(row, column).kind is CellKind.STATE
            assert len(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)) > 20


def test_domestic_abuse_has_no_row_and_no_word(page, given, qtbot):
    assert "domestic-abuse" not in [row.key for row in page.grid.grid_model.rows]
    said = [each.accessibleName() for each in page.findChildren(object) if hasattr(each, "accessibleName")]
    said += [action.text() for action in more(page)]
    assert not [each for each in said if "abuse" in each.lower()]


def test_only_what_is_known_of_the_place_is_said(page):
    assert "Room 4, Harbour House since 3 November" in lines(page)
    assert "Sleep space seen 12 Nov · 1 thing to change" in lines(page)
    assert "Before: Flat 2, 14 Mill Lane" in lines(page)


def test_the_last_visits_are_said(page):
    assert "No access 20 Nov" in lines(page)
    assert "Seen: Jade, Denise, Noah, Ruby 12 Nov" in lines(page)


def test_every_visit_is_a_press_away_and_esc_goes_back(page, qtbot):
    press(page, "All 2")
    records = page.findChild(RecordsView)
    qtbot.waitUntil(records.back.hasFocus)
    qtbot.keyClick(records.back, Qt.Key.Key_Escape)
    assert page.overview.isVisible()


# -- buttons -----------------------------------------------------------------------------------------------------------


def test_buttons_wish(page, given, qtbot):
    with qtbot.waitSignal(page.visit_requested) as visit:
        press(page, "Start visit")
    with qtbot.waitSignal(page.leaflet_requested) as leaflet:
        press(page, "Leaflet")
    assert visit.args == leaflet.args == [given.family().id]


def test_an_open_visit_goes_on(opened, given):
    visits.open_visit(given.records, given.clock, given.family().id)
    assert opened(given).heading.primary.text() == "Go on with the visit"


def test_private_is_there_for_every_carer_without_a_count(page, given, qtbot):
    private = [action for action in more(page) if action.text().startswith("Private")]
    assert [action.text() for action in private] == ["Private… Jade", "Private… Callum", "Private… Denise"]
    with qtbot.waitSignal(page.private_requested) as asked:
        private[1].trigger()
    assert asked.args == [given.carer("Callum").id]


def test_reloading_leaves_the_menu_alive(page):
    more(page)
    page.reload()
    assert len([action for action in more(page) if action.text()]) == 20


# -- history and correction --------------------------------------------------------------------------------------------


def test_enter_on_a_cell_opens_its_history(page, given, qtbot):
    history = open_history(page, qtbot, "safer-sleep", given.carer("Jade").id)
    said = [label.text() for label in history.findChildren(QLabel)]
    assert "safer-sleep: Jade Ellison" in said
    assert "Showed me · 12 Nov · once" in said
    names = [each.accessibleName() for each in history.findChildren(object) if hasattr(each, "accessibleName")]
    assert "12 November 2026. Every sleep, easy read. Showed me · talked, shown · by Sam Whitfield" in names


def test_esc_goes_back_to_the_same_cell(page, given, qtbot):
    jade = given.carer("Jade").id
    history = open_history(page, qtbot, "safer-sleep", jade)
    qtbot.keyClick(history.back, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.grid.hasFocus)
    assert page.grid.keys_at(page.grid.currentIndex()) == ("safer-sleep", jade)


def test_a_cell_without_records_says_so(page, given, qtbot):
    history = open_history(page, qtbot, "fathers", given.carer("Callum").id)
    assert "Nothing is recorded here yet." in [label.text() for label in history.findChildren(QLabel)]


def correct(page, given, qtbot):
    history = open_history(page, qtbot, "safer-sleep", given.carer("Jade").id)
    press(history, "Correct this")
    return dialog_of(page)


def test_a_correction_is_a_new_record_and_the_old_one_says_so(page, given, qtbot):
    dialog = correct(page, given, qtbot)
    press(dialog.form, "Not yet")
    dialog.form.why.set_text("Ticked the wrong box.")
    with qtbot.waitSignal(page.changed):
        dialog.deed.click()
    assert cell(page, "safer-sleep", given.carer("Jade").id).mark is Mark.NOT_YET
    history = next(each for each in page.findChildren(HistoryView) if each.isVisible())
    said = [label.text() for label in history.findChildren(QLabel)]
    assert "No longer counts. Corrected on 24 November by Sam Whitfield: Ticked the wrong box." in said
    assert "Corrects the record below: Ticked the wrong box." in said
    assert len([each for each in history.findChildren(Button) if each.words == "Correct this"]) == 1
    assert given.records.kept.advice[-1].understanding is Understanding.NOT_YET


@pytest.mark.parametrize(
    ("pressed", "outcome"),
    [(("Not given", "Declined"), Outcome.NOT_GIVEN), (("Entered in error",), Outcome.ENTERED_IN_ERROR)],
)
def test_a_correction_can_take_it_back(page, given, qtbot, pressed, outcome):
    dialog = correct(page, given, qtbot)
    for words in pressed:
        press(dialog.form, words)
    dialog.form.why.set_text("Other family.")
    dialog.deed.click()
    new = given.records.kept.advice[-1]
    assert (new.outcome, new.ways, new.understanding) == (outcome, (), None)


def test_a_correction_needs_a_reason_beside_its_field(page, given, qtbot):
    dialog = correct(page, given, qtbot)
    press(dialog.form, "Not given")
    dialog.deed.click()
    assert dialog.isVisible()
    assert dialog.form.why.mistake == "The reason for correcting is needed."
    assert dialog.form.reason.mistake == "Say why it was not given."


def test_not_safe_is_no_choice_on_this_page(page, given, qtbot):
    dialog = correct(page, given, qtbot)
    words = [each.words for each in dialog.findChildren(Button)]
    assert words.count("Another day") == 1
    assert not [each for each in words if "safe" in each.lower()]


def test_a_full_disk_keeps_the_form_and_what_was_typed(page, given, qtbot):
    dialog = correct(page, given, qtbot)
    dialog.form.why.set_text("Wrong box.")
    given.records.fail_on_commit = StoreError("The disk is full. What was there is safe.")
    dialog.deed.click()
    assert dialog.isVisible()
    assert dialog.findChild(Notice).accessibleName().startswith("The disk is full.")
    assert dialog.form.why.text == "Wrong box."
    given.records.fail_on_commit = None
    with qtbot.waitSignal(page.changed):
        dialog.deed.click()


# -- what is learnt ----------------------------------------------------------------------------------------------------


def ask(page, given, qtbot):
    page.grid.setFocus()
    page.grid.go_to("safer-sleep", ruby_s_father(given))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    return dialog_of(page)


@pytest.mark.parametrize(
    ("at", "state"), [(1, PlaceState.NOT_YET_KNOWN), (2, PlaceState.NOT_INVOLVED), (3, PlaceState.DIED)]
)
def test_an_empty_place_is_asked_about(page, given, qtbot, at, state):
    dialog = ask(page, given, qtbot)
    assert dialog.accessibleName() == "Who is Ruby’s father?"
    dialog.form.cards[at].click()
    dialog.deed.click()
    answer = given.family().parent_place(given.child("Ruby").id, ParentRole.OTHER_PARENT)
    assert (answer.state, answer.last_asked_on) == (state, given.clock.today())
    has_column = ruby_s_father(given) in [each.key for each in page.grid.grid_model.columns]
    assert has_column == (state is PlaceState.NOT_YET_KNOWN)


def test_nothing_chosen_is_said(page, given, qtbot):
    dialog = ask(page, given, qtbot)
    dialog.deed.click()
    assert dialog.isVisible()


def test_the_person_of_an_empty_place_is_added(page, given, qtbot):
    dialog = ask(page, given, qtbot)
    dialog.form.cards[0].click()
    dialog.deed.click()
    person = dialog_of(page)
    assert person.accessibleName() == "Add a carer"
    person.form.given.set_text("Liam")
    person.deed.click()
    liam = given.carer("Liam")
    assert [(tie.child_id, tie.tie) for tie in given.family().ties_of(liam.id)] == [
        (given.child("Ruby").id, Tie.FATHER)
    ]
    assert "Liam" in [each.title for each in page.grid.grid_model.columns]


def test_a_move_is_kept_and_shown(page, given, qtbot):
    page.move_children()
    dialog = dialog_of(page)
    dialog.form.place.address.set_text("9 Dock Road")
    press(dialog.form, "With family")
    dialog.form.children_checks[given.child("Ruby").id].click()
    with qtbot.waitSignal(page.changed):
        dialog.deed.click()
    assert page.heading.facts.startswith("9 Dock Road · since 24 November")
    family = given.family()
    ruby = family.stay_of(given.child("Ruby").id, given.clock.today())
    assert family.place(ruby.place_id).address == "Room 4, Harbour House"
    assert family.places[-1].kind is PlaceKind.WITH_FAMILY


def test_a_move_in_the_future_is_said_beside_the_day(page):
    page.move_children()
    dialog = dialog_of(page)
    dialog.form.place.address.set_text("9 Dock Road")
    dialog.form.place.since.set_text("24/12/2026")
    dialog.deed.click()
    assert "in the future" in dialog.form.place.since.mistake


def test_a_need_is_added(page, given):
    page.add_need()
    dialog = dialog_of(page)
    dialog.deed.click()
    assert dialog.form.kind.mistake == "Say what helps."
    press(dialog.form, "Denise Ellison")
    press(dialog.form, "Large print")
    dialog.deed.click()
    denise = given.carer("Denise").id
    assert [need.kind for need in given.family().needs_of(denise)] == [NeedKind.LARGE_PRINT]


def test_a_child_is_added(page, given):
    page.add_child()
    dialog = dialog_of(page)
    dialog.form.given.set_text("Max")
    dialog.form.born.set_text("23/11/2026")
    dialog.deed.click()
    assert [one.name for one in page.heading.people] == ["Max", "Noah", "Ruby"]


def test_hiding_closes_the_form_and_what_was_being_kept_is_kept(opened, given, window):
    rooms, desk = at_a_late_desk(given)
    page = opened(given, rooms=rooms)
    desk.answer()
    page.move_children()
    dialog = dialog_of(page)
    dialog.form.place.address.set_text("9 Dock Road")
    dialog.deed.click()
    assert not dialog.deed.isEnabled()
    dialog.reject()
    desk.answer()
    desk.answer()
    assert page.heading.facts.startswith("9 Dock Road")


# -- empty, broken, large ----------------------------------------------------------------------------------------------


def test_an_empty_family_has_one_way_on(opened, given):
    empty = families.add_family(given.records, given.clock, "Nobody")
    page = opened(given, empty.id)
    assert not page.grid.isVisible()
    press(page, "Add a child")
    assert dialog_of(page).accessibleName() == "Add a child"


def test_a_family_that_cannot_be_read_is_said(opened, given):
    page = opened(given, "nobody")
    assert [each.words for each in page.findChildren(Button) if each.isVisible()] == ["Try again"]


def test_in_the_compact_layout_panels_are_tabs_and_needs_a_button(page, theme, qtbot):
    theme.choose_text_size(200)
    theme.fit_width(1366)
    assert page.grid.isVisible()
    page.overview.findChild(NeedButton).click()
    assert page.findChild(NeedStrip).isVisible()
    tabs = page.overview.tabs
    tabs.options[1].click()
    qtbot.waitUntil(lambda: "Sleep space seen 12 Nov · 1 thing to change" in lines(page))
    assert not page.grid.isVisible()
    assert [deed.text() for deed in page.heading.deeds][-1] == "Private… Denise"


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_is_cut_nameless_or_too_small(page, given, theme, qtbot, percent):
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: (cut(page), nameless_but_corner(page), too_low(page)) == ([], [], []))
    assert reachable(page)
    correct(page, given, qtbot)
    dialog = dialog_of(page)
    qtbot.waitUntil(lambda: (cut(dialog), nameless(dialog), too_low(dialog)) == ([], [], []))


def test_long_names_have_room(opened, given, theme, qtbot):
    ties = [(given.child("Noah").id, Tie.OTHER, "")]
    families.add_carer(given.records, given.clock, given.family().id, *LONG.split(" ", 1), ties)
    page = opened(given)
    assert LONG in [each.title for each in page.grid.grid_model.columns]
    qtbot.waitUntil(lambda: (cut(page), too_low(page)) == ([], []))


# -- the timeline of a carer -----------------------------------------------------------------------------------------


def timeline_of(page):
    return page.findChild(TimelineView)


def words_of(view):
    said = [each.accessibleName() for each in view.findChildren(TwoLines)]
    return " ".join([*said, *(each.text() for each in view.findChildren(QLabel))])


def struck(view):
    rows = view.findChildren(TwoLines)
    return [row for row in rows if any(getattr(part, "is_struck", False) for part in row._line)]  # noqa: SLF001


def test_a_press_on_a_name_opens_everything_on_record_of_that_carer(page, qtbot):
    header = page.grid.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: timeline_of(page) is not None)
    said = words_of(timeline_of(page))
    assert "Callum Reed" in said
    assert "Not here" in said


def test_t_in_a_column_opens_it_too_and_esc_comes_back_to_the_grid(page, given, qtbot):
    page.grid.go_to("safer-sleep", given.carer("Jade").id)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_T)
    view = timeline_of(page)
    assert "Mother of Noah and Ruby" in words_of(view)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.grid.hasFocus)


def test_the_menu_leads_to_every_timeline(page, qtbot):
    line = next(action for action in more(page) if action.text() == "Everything told to Denise")
    line.trigger()
    assert "Denise Ellison" in words_of(timeline_of(page))


def test_what_was_corrected_stays_in_sight_and_is_struck(page, given, qtbot):
    jade = given.carer("Jade")
    with given.records:
        told = next(each for each in given.records.advice() if each.carer_id == jade.id and each.is_given)
    wrong = Outcome.ENTERED_IN_ERROR
    visits.correct_advice(given.records, given.clock, told.id, why="Wrong person.", outcome=wrong)
    page.show_timeline(jade.id)
    view = timeline_of(page)
    said = words_of(view)
    assert "No longer counts. Corrected on" in said
    assert "Wrong person." in said
    assert len(struck(view)) == 1


def test_an_unfilled_place_has_no_timeline(page, qtbot):
    unfilled = next(at for at, one in enumerate(page.grid.grid_model.columns) if one.is_unfilled)
    with qtbot.assertNotEmitted(page.grid.carer_opened):
        page.grid.setCurrentIndex(page.grid.grid_model.index(0, unfilled))
        qtbot.keyClick(page.grid, Qt.Key.Key_T)
