"""After a visit: attempts, corrections of anything, closing help, a record for a review."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.families import FamiliesPage
from kit.app.pages.family import MORE, FamilyPage
from kit.app.pages.family_parts.everything import EverythingView
from kit.app.pages.family_parts.visits_view import VisitsView
from kit.app.pages.family_words import row_words
from kit.app.pages.leaflet.saving import SaveDialog
from kit.app.review import ReviewPaper
from kit.app.widgets.button import Button
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notice
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import LineView, Text
from kit.domain.carer import Tie
from kit.domain.correction import RecordKind
from kit.domain.visit import Attended, TriedBy, VisitOutcome, standing_visits
from kit.service import closing, families, visits
from kit.service.caseload import caseload
from kit.service.review_paper import Span
from tests.app.caseload_rooms import practice
from tests.app.samples import cut, nameless, too_low

WHY = "Typed wrongly."


@pytest.fixture
def given(monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    return practice()


@pytest.fixture
def opened(theme, window, given, qtbot):
    def open_page(name="Ellison"):
        page = FamilyPage(theme, given.rooms, given.family(name).id)
        window.set_frame(Frame.FAMILIES)
        window.show_page(page, "families")
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return open_page


@pytest.fixture
def page(opened):
    return opened()


def choose(page, words):
    """A line of the menu of the page."""
    next(deed for deed in page.heading.deeds if deed.name == MORE).trigger()
    next(action for action in page.menu.actions() if action.text() == words).trigger()


def dialog_of(page):
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def press(root, start):
    found = (each for each in root.findChildren(Button) if each.isVisible())
    next(each for each in found if each.accessibleName().startswith(start)).click()


def said(page):
    shown = [each for each in page.findChildren(LineView) if each.isVisible()]
    return [each.accessibleName() for each in (*shown, *page.findChildren(Notice))]


def texts(page):
    return " ".join(each.text() for each in page.findChildren(Text) if each.isVisible())


# -- attempts ----------------------------------------------------------------------------------------------------------


def test_an_attempt_is_recorded_from_the_menu_without_typing(page, given):
    choose(page, "Record an attempt")
    form = dialog_of(page).form
    form.outcome.set_values(VisitOutcome.NOT_BROUGHT)
    form.tried_by.set_values(TriedBy.TELEPHONE)
    form.next_step.set_values("Visit again")
    form.next_on.picks.set_values("2")
    dialog_of(page).accept()
    made = given.records.kept.visits[-1]
    assert (made.outcome, made.tried_by, made.next_step) == (VisitOutcome.NOT_BROUGHT, TriedBy.TELEPHONE, "Visit again")
    assert made.next_on == given.clock.today() + timedelta(days=2)
    assert any("2 attempts since" in line for line in said(page))


def test_an_attempt_says_every_mistake_at_once(page, given):
    before = len(given.records.kept.visits)
    choose(page, "Record an attempt")
    form = dialog_of(page).form
    form.time.set_text("half past")
    dialog_of(page).accept()
    assert [form.outcome.mistake, form.tried_by.mistake, form.time.mistake] == [
        "Say what happened.",
        "Say how you tried to reach them.",
        "Type the hour and the minutes, such as 10:30.",
    ]
    assert len(given.records.kept.visits) == before


def test_an_attempt_is_copied_as_text(page):
    page.overview.visits_requested.emit()
    press(page, "Copy as text: No access")
    assert QGuiApplication.clipboard().text().startswith("No access, 20 November 2026")
    assert any("30 seconds" in line for line in said(page))
    QGuiApplication.clipboard().clear()


def test_the_caseload_says_which_baby_was_not_seen_with_the_others(given):
    family = given.family("Haddad")
    draft = visits.open_visit(given.records, given.clock, family.id)
    draft = draft.with_presence(given.carer("Leila", "Haddad").id, Attended.ALL)
    visits.close_visit(given.records, given.clock, draft)
    rows = caseload(given.records, given.rooms.library, given.clock).rows
    words = {row.name: row_words(row, {}, given.clock.today()) for row in rows}
    assert words["Haddad"].gap_note.endswith("seen today, Yusuf never")
    assert words["Ellison"].gap_note.endswith("seen 12 days ago, 1 attempt since")


def test_the_page_says_when_each_child_was_seen(page):
    line = next(line for line in said(page) if line.startswith("Seen 12 days ago, 1 attempt since"))
    assert line.endswith("both children")


# -- corrections -------------------------------------------------------------------------------------------------------


def test_a_visit_is_corrected_and_both_are_shown(page, given):
    page.overview.visits_requested.emit()
    press(page, "Correct this: Seen")
    form = dialog_of(page).form
    form.started.set_text("09:30")
    form.people[given.carer("Denise").id].set_values(Attended.ALL)
    form.why.set_text(WHY)
    dialog_of(page).accept()
    made = given.records.kept.visits[-1]
    assert (f"{made.started_at:%H:%M}", made.why) == ("09:30", WHY)
    assert made.attended(given.carer("Denise").id) is Attended.ALL
    assert page.findChild(VisitsView)
    assert f"Corrected on 24 November by Sam Whitfield: {WHY} Before: Seen: Jade, Denise" in texts(page)


def test_what_is_not_changed_in_a_visit_stays_to_the_second(page, given):
    before = standing_visits(given.records.kept.visits)
    page.overview.visits_requested.emit()
    press(page, "Correct this: Seen")
    form = dialog_of(page).form
    form.why.set_text(WHY)
    dialog_of(page).accept()
    assert "Nothing is different" in " ".join(each.accessibleName() for each in dialog_of(page).findChildren(Notice))
    assert standing_visits(given.records.kept.visits) == before


def test_a_visit_of_the_wrong_family_is_taken_back(page, given):
    page.overview.visits_requested.emit()
    press(page, "Correct this: Seen")
    form = dialog_of(page).form
    form.outcome.set_values(VisitOutcome.ENTERED_IN_ERROR)
    form.outcome.picked.emit()
    form.why.set_text("Another family.")
    dialog_of(page).accept()
    family = given.family().id
    assert [one.outcome for one in standing_visits(given.records.kept.visits) if one.family_id == family] == [
        VisitOutcome.NO_ACCESS
    ]


def test_a_birthday_is_corrected_and_both_are_shown(page, given):
    choose(page, "Correct something")
    press(page, "Correct this: Noah Ellison")
    form = dialog_of(page).form
    form.days["born_on"].set_text("19/10/2026")
    form.why.set_text(WHY)
    dialog_of(page).accept()
    assert given.child("Noah").born_on.day == 19
    assert page.findChild(EverythingView)
    assert "date of birth was 20 October 2026, is 19 October 2026" in texts(page)
    assert WHY in texts(page)


def test_a_need_nobody_told_is_withdrawn(page, given):
    need = given.family().needs_of(given.carer("Callum").id)[0]
    choose(page, "Correct something")
    press(page, "Correct this: Callum Reed needs")
    form = dialog_of(page).form
    form.is_void.setChecked(True)
    form.why.set_text("It was Jade’s.")
    dialog_of(page).accept()
    assert need not in given.family().needs
    assert "Withdrawn: Callum Reed, easy read" in texts(page)


def test_a_correction_asks_for_its_reason(page, given):
    choose(page, "Correct something")
    press(page, "Correct this: Jade Ellison, Carer")
    form = dialog_of(page).form
    form.lines["given_name"].set_text("Jada")
    dialog_of(page).accept()
    assert form.why.mistake
    assert given.family().corrections == ()


@pytest.mark.parametrize("kind", [kind for kind in RecordKind if kind is not RecordKind.HELP])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_kind_of_record_has_a_form_that_fits(page, given, theme, kind, percent):
    theme.choose_text_size(percent)
    family = given.family()
    kept = {
        RecordKind.FAMILY: (family,),
        RecordKind.CHILD: family.children,
        RecordKind.CARER: family.carers,
        RecordKind.RELATIONSHIP: family.relationships,
        RecordKind.PARENT_PLACE: family.parent_places,
        RecordKind.NEED: family.needs,
        RecordKind.PLACE: family.places,
        RecordKind.STAY: family.stays,
    }[kind]
    page.show_everything()
    page.findChild(EverythingView).correction_requested.emit(kind, kept[0].id)
    dialog = dialog_of(page)
    assert (nameless(dialog), too_low(dialog), cut(dialog)) == ([], [], [])


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_on_record_fits(page, theme, percent):
    theme.choose_text_size(percent)
    for show, kind in ((page.show_everything, EverythingView), (page.overview.visits_requested.emit, VisitsView)):
        show()
        view = page.findChild(kind)
        assert (nameless(view), too_low(view), cut(view)) == ([], [], [])


# -- closing help ------------------------------------------------------------------------------------------------------


def test_closing_unseen_asks_for_the_discussion(opened, given):
    page = opened("Haddad")
    choose(page, "Close help")
    form = dialog_of(page).form
    form.why.set_text("They moved.")
    dialog_of(page).accept()
    assert form.discussed.mistake == "Nobody was seen. Give the date of the discussion."
    form.discussed.set_text("23/11/2026")
    dialog_of(page).accept()
    assert given.family("Haddad").closed.discussed_on.day == 23
    assert any("Help was closed on 24 November 2026." in line for line in said(page))
    assert page.heading.primary.text() == "Open again"


def test_help_is_opened_again(opened, given):
    page = opened("Okoro")
    choose(page, "Close help")
    dialog_of(page).form.why.set_text("All is well.")
    dialog_of(page).accept()
    page.heading.primary.trigger()
    dialog_of(page).form.why.set_text("A new baby.")
    dialog_of(page).accept()
    assert given.family("Okoro").closed is None
    assert page.heading.primary.text() == "Start visit"


def test_a_closed_family_is_found_and_says_so(theme, given):
    okoro = given.family("Okoro").id
    closing.close_help(given.records, given.clock, okoro, why="All is well.")
    row = caseload(given.records, given.rooms.library, given.clock).closed[0]
    words = row_words(row, {}, given.clock.today())
    assert (words.gap, words.gap_note) == ("Help closed", "Since 24 November · seen 3 weeks ago")
    assert FamiliesPage(theme, given.rooms, "okoro").heading.facts == "1 of 6 families"
    assert "5 families" in CaseloadPage(theme, given.rooms).heading.facts


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("words", ["Record an attempt", "Close help", "Record for a review", "visit", "attempt"])
def test_every_form_fits(page, theme, percent, words):
    theme.choose_text_size(percent)
    if words in {"visit", "attempt"}:
        page.overview.visits_requested.emit()
        press(page, "Correct this: Seen" if words == "visit" else "Correct this: No access")
    else:
        shows = {"Record an attempt": page.add_attempt, "Close help": page.close_help}
        shows.get(words, page.ask_review)()
    dialog = dialog_of(page)
    assert (nameless(dialog), too_low(dialog), cut(dialog)) == ([], [], [])


# -- the record for a review -------------------------------------------------------------------------------------------


def test_the_span_is_a_year_unless_said_otherwise(page, given, qtbot):
    choose(page, "Record for a review")
    with qtbot.waitSignal(page.review_requested) as asked:
        dialog_of(page).accept()
    family_id, span = asked.args
    assert (family_id, span.last, (span.last - span.first).days) == (given.family().id, given.clock.today(), 365)


def test_the_record_is_saved_where_the_worker_says(page, given, tmp_path, qtbot):
    paper = ReviewPaper(given.rooms, page)
    today = given.clock.today()
    paper.make(given.family().id, Span(today - timedelta(days=365), today))
    dialog = page.findChild(SaveDialog)
    assert dialog is not None
    with qtbot.waitSignal(paper.said) as said_:
        dialog.place_chosen.emit(tmp_path / "record.pdf")
    assert "not encrypted" in said_.args[0]
    assert (tmp_path / "record.pdf").read_bytes() == b"%PDF-"
    dialog.reject()


def test_an_unnamed_carer_is_never_a_blank(opened, given):
    family = given.family()
    noah = given.child("Noah").id
    families.add_unnamed_carer(given.records, given.clock, family.id, [(noah, Tie.GRANDPARENT)])
    page = opened()
    titles = [column.title for column in page.grid.grid_model.columns]
    assert "Name not known" in titles
