"""The page of a carer: stages by one press, nothing shared without asking, facts with their source."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel

from kit.app.copying import copy_for_a_while
from kit.app.pages.carer import CarerPage
from kit.app.pages.carer_parts.content import ELSEWHERE_TOO
from kit.app.widgets.button import Button
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notice
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import LineView, TwoLines
from kit.domain.carer import MetHow, NeedKind, NeedStage, Tie
from kit.domain.errors import StoreError
from kit.domain.fact import FactKind
from kit.service import families
from tests import makers
from tests.app.caseload_rooms import practice
from tests.app.samples import cut, nameless, reachable, too_low


@pytest.fixture
def given(monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    return practice()


@pytest.fixture
def opened(theme, window, qtbot, given):
    def open_page(name="Jade", family="Ellison"):
        page = CarerPage(theme, given.rooms, given.family(family).id, given.carer(name, family).id)
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


def button(root, words):
    return next(each for each in root.findChildren(Button) if each.words == words and not each.isHidden())


def press(root, words):
    button(root, words).click()


def said(page):
    shown = (each for each in page.findChildren(TwoLines) if each.isVisible())
    return [each.accessibleName() for each in shown]


def labels(page):
    return [each.text() for each in page.findChildren(QLabel)]


def dialog_of(page):
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def need(given, kind, name="Jade", family="Ellison"):
    carer = given.carer(name, family)
    return next(one for one in given.family(family).needs_of(carer.id) if one.kind is kind)


def notice(page):
    return page.findChildren(Notice)[-1].accessibleName()


def test_the_page_says_who_and_what_is_known_from_where(page):
    assert (page.heading.title, page.heading.facts) == ("Jade Ellison", "Mother of Noah and Ruby")
    assert (
        "Mother of Noah. Parental responsibility: yes. Told by Jade, 27 October 2026 · seen: Birth certificate"
        in said(page)
    )
    assert "Mother of Ruby. Parental responsibility: not asked yet. Nobody said where we know this from" in said(page)
    assert "May be shared with: GP, Midwife. Jade agreed on 27 October 2026" in said(page)


def test_a_carer_elsewhere_and_how_to_reach_him(opened):
    page = opened("Callum")
    assert "Lives elsewhere. Source on record, 27 October 2026" in said(page)
    assert "Text, 01632 960117, After six in the evening. 27 October 2026" in said(page)


def test_what_one_carer_told_us_of_another_is_not_on_the_page_of_the_other(opened, given):
    page = opened("Callum")
    assert not [each for each in (*said(page), *labels(page)) if "Jade" in each]
    tie = given.family().ties_of(given.carer("Callum").id)[0]
    page.ask_responsibility(tie)
    assert dialog_of(page).form.source.told_by.text == "Jade"


def test_a_stage_is_one_press(page, given, qtbot):
    with qtbot.waitSignal(page.changed):
        press(page, "Shared today")
    step = need(given, NeedKind.EASY_READ).step(NeedStage.SHARED)
    assert (step.reached_on, step.with_whom) == (given.clock.today(), "GP, Midwife")
    assert button(page, "Shared 24 Nov").isChecked()


def test_a_press_on_a_reached_stage_takes_it_back(page, given):
    press(page, "Shared today")
    press(page, "Shared 24 Nov")
    assert need(given, NeedKind.EASY_READ).reached_on(NeedStage.SHARED) is None


def test_met_asks_how(page, given):
    met = next(each for each in page.findChildren(Button) if each.words == "Met today" and not each.isHidden())
    menu = next(each for each in met.findChildren(Menu))
    menu.actions()[0].trigger()
    assert need(given, NeedKind.MORE_TIME).step(NeedStage.MET).how is MetHow.LONGER_VISIT


def test_what_a_visit_met_is_there_already(page):
    assert button(page, "Met 12 Nov: easy-read text").isChecked()


def test_no_longer_needed_goes_from_the_list(page, given):
    press(page, "No longer needed")
    assert not given.family().has_need(given.carer("Jade").id, NeedKind.EASY_READ)
    assert "Easy read" not in [each.accessibleName() for each in page.findChildren(LineView) if each.isVisible()]


def test_nothing_is_shared_before_somebody_asked(opened, given):
    page = opened("Callum")
    press(page, "Shared today")
    assert notice(page) == "Ask Callum first whether this may be shared, and record the answer."
    assert need(given, NeedKind.EASY_READ, "Callum").reached_on(NeedStage.SHARED) is None
    page.findChildren(Notice)[-1].findChildren(Button)[0].click()
    form = dialog_of(page).form
    press(form, "Agreed")
    dialog_of(page).deed.click()
    assert form.whom.mistake == "Say with whom it may be shared."
    press(form, "GP")
    dialog_of(page).deed.click()
    press(page, "Shared today")
    assert need(given, NeedKind.EASY_READ, "Callum").step(NeedStage.SHARED).with_whom == "GP"


def test_who_did_not_agree_gets_no_note(page, given):
    press(page, "Ask about sharing")
    press(dialog_of(page).form, "Not agreed")
    dialog_of(page).deed.click()
    QGuiApplication.clipboard().setText("before")
    press(page, "Copy note for the flag")
    assert notice(page).startswith("Jade did not agree to share this.")
    assert QGuiApplication.clipboard().text() == "before"


def test_the_note_is_copied_and_never_says_that_it_sets_the_flag(page):
    press(page, "Copy note for the flag")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Please add to the Reasonable Adjustment Flag\nJade Ellison")
    assert "This note does not set the flag." in text
    assert notice(page).startswith("The note is copied.")


def test_what_was_copied_goes_unless_something_else_was_copied(page):
    clipboard = QGuiApplication.clipboard()
    copy_for_a_while(page, "a note").timeout.emit()
    assert clipboard.text() == ""
    timer = copy_for_a_while(page, "a note")
    clipboard.setText("something else")
    timer.timeout.emit()
    assert clipboard.text() == "something else"


def test_parental_responsibility_asks_how_it_is_known(page, given):
    tie = next(tie for tie in given.family().ties_of(given.carer("Jade").id) if tie.child_id == given.child("Ruby").id)
    page.ask_responsibility(tie)
    form = dialog_of(page).form
    press(form, "Yes")
    dialog_of(page).deed.click()
    assert form.source.told_by.mistake == "Say who told you, or what you have seen."
    form.source.seen_in.set_text("Red book")
    dialog_of(page).deed.click()
    assert given.family().fact(tie.id, FactKind.RESPONSIBILITY).seen_in == "Red book"


def test_where_they_live_and_how_to_reach_them_are_kept(page, given):
    page.ask_home()
    press(dialog_of(page).form, "Room 4, Harbour House")
    dialog_of(page).deed.click()
    page.ask_contact()
    dialog_of(page).form.fields[FactKind.CONTACT_BY].set_text("Telephone")
    dialog_of(page).deed.click()
    jade = given.carer("Jade").id
    assert given.family().home_of(jade).address == "Room 4, Harbour House"
    assert given.family().known(jade, FactKind.CONTACT_BY) == "Telephone"


def test_a_need_is_added_for_this_carer(page, given):
    page.add_need()
    form = dialog_of(page).form
    assert not form.who.isVisible()
    press(form, "Pictures")
    dialog_of(page).deed.click()
    assert given.family().has_need(given.carer("Jade").id, NeedKind.PICTURES)


def test_a_review_overdue_is_said_in_red_words(opened):
    page = opened("Shannon", "Brennan")
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Review overdue since 20 November" in words


def test_another_family_is_said_without_its_name(opened, given):
    child = families.add_child(given.records, given.clock, given.family("Marsh").id, "Max", born_on=makers.BORN)
    families.add_carer(
        given.records,
        given.clock,
        given.family("Marsh").id,
        "Callum",
        "Reed",
        [(child.id, Tie.FATHER, "")],
        same_as=given.carer("Callum").id,
    )
    here, there = opened("Callum"), opened("Callum", "Marsh")
    assert here.heading.facts == f"Father of Noah · lives apart · {ELSEWHERE_TOO}"
    everything = [*said(there), there.heading.facts, *(each.text() for each in there.findChildren(QLabel))]
    assert ELSEWHERE_TOO in there.heading.facts
    assert [each for each in everything if "Ellison" in each or "Noah" in each] == []


def test_a_store_that_fails_is_said(page, given):
    given.records.fail_on_commit = StoreError("The disk is full. Nothing was lost.")
    press(page, "Shared today")
    assert notice(page).startswith("The disk is full.")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ["Jade", "Denise"])
def test_everything_has_a_name_and_room(opened, theme, name, percent):
    theme.choose_text_size(percent)
    page = opened(name)
    assert [each.accessibleName() for each in cut(page)] == []
    assert nameless(page) == []
    assert too_low(page) == []
    assert reachable(page)


@pytest.mark.parametrize("percent", [100, 200])
def test_long_words_find_room(opened, given, theme, percent):
    theme.choose_text_size(percent)
    long = "Aleksandra-Maria Wojciechowska-Featherstonehaugh"
    noah = given.child("Noah").id
    families.add_carer(given.records, given.clock, given.family().id, long, long, [(noah, Tie.OTHER, "x" * 200)])
    carer = given.carer(long)
    detail = "A language with a very long name indeed, and where it is spoken, " * 7
    families.add_need(given.records, given.clock, given.family().id, carer.id, NeedKind.INTERPRETER, detail)
    page = opened(long)
    assert [each.accessibleName() or each.text() for each in cut(page)] == []
    assert page.width() <= page.window().width()
    row = next(each for each in page.findChildren(Button) if each.words == "No longer needed")
    assert row.mapTo(page, row.rect().topRight()).x() <= page.width()
