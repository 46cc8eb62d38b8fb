"""Today: who needs somebody first, by keys and pointer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from kit.app.look.line import Words, width_of
from kit.app.look.marks import Mark
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.caseload_parts.bars import BarsView
from kit.app.pages.caseload_parts.numbers import NumbersTable
from kit.app.pages.caseload_parts.rows import CaseloadRowView
from kit.app.pages.caseload_parts.side import GapButton, Side
from kit.app.widgets.button import Button
from kit.app.widgets.field import SearchField
from kit.app.widgets.header import PageHeader
from kit.app.widgets.notice import Notice
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import ElidedText
from kit.domain.advice import Topic
from kit.domain.carer import NeedKind
from kit.domain.errors import StoreError
from kit.service import families, visits
from kit.service.caseload import TopicCount, TopicGap, caseload
from kit.service.practice import EarlierClock
from tests.app.caseload_rooms import practice
from tests.app.samples import cut, nameless, reachable, too_low

WEEK = timedelta(days=7)
SPENT = 154
"""What the header, one notice and the page's own margins take of the height."""


@pytest.fixture
def given():
    return practice()


@pytest.fixture
def opened(theme, window, qtbot):
    def open_page(given):
        page = CaseloadPage(theme, given.rooms)
        window.set_frame(Frame.FAMILIES)
        window.show_page(page, "today")
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return open_page


def rows_of(page):
    return [row for row in page.findChildren(CaseloadRowView) if row.isVisible()]


def notices_of(page):
    return [each.accessibleName() for each in page.findChildren(Notice) if each.isVisible()]


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page, name):
    return next(each for each in page.findChildren(Button) if each.accessibleName() == name and each.isVisible())


def test_the_title_is_the_day_and_the_facts_are_counted(opened, given):
    page = opened(given)
    assert page.heading.title == "Tuesday 24 November"
    assert page.heading.facts == "6 families · 1 with something overdue"


def test_what_is_overdue_stands_first_and_says_the_gap(opened, given):
    page = opened(given)
    words = {row.family.row_words.name: row.family.row_words for row in rows_of(page)}
    assert words["Ellison"].gap == "Callum not told: safer-sleep · plan overdue"
    assert words["Ellison"].gap_note == "3 weeks overdue · seen 12 days ago, 1 attempt since"
    assert (words["Ellison"].need, words["Ellison"].note) == ("Easy read", "Noah, 5 weeks · 6 to 8 weeks visit")
    marks = [row.family.row_words.mark for row in rows_of(page)]
    assert marks == sorted(marks, key=lambda mark: mark is not Mark.OVERDUE)


def test_a_press_on_a_family_opens_it_and_start_starts(opened, given, qtbot):
    page = opened(given)
    row = rows_of(page)[0]
    with qtbot.waitSignal(page.family_requested) as family:
        qtbot.mouseClick(row.family, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.visit_requested) as visit:
        qtbot.keyClick(row.start, Qt.Key.Key_Return)
    assert family.args == visit.args == [row.family.row_words.family_id]


def test_a_visit_that_is_not_closed_is_said_and_can_be_finished(opened, given, qtbot):
    brennan = given.family("Brennan").id
    visits.open_visit(given.records, EarlierClock(given.clock, 4), brennan)
    page = opened(given)
    assert "Friday’s visit to the Brennan family is not closed. Everything you ticked is safe." in notices_of(page)
    with qtbot.waitSignal(page.visit_requested) as said_by:
        button(page, "Finish the visit to the Brennan family").click()
    assert said_by.args == [brennan]
    assert "Go on with the visit: Brennan" in [row.start.accessibleName() for row in rows_of(page)]


def test_many_open_visits_are_one_notice(opened, given, qtbot):
    for name in ("Ellison", "Brennan", "Sandhu"):
        visits.open_visit(given.records, given.clock, given.family(name).id)
    page = opened(given)
    assert "3 visits are not closed. Everything you ticked is safe." in notices_of(page)


def test_practice_families_say_that_nobody_is_real(opened, given):
    assert "Practice families. Nobody here is real." in notices_of(opened(given))


def test_seven_rows_at_most_and_a_way_to_the_rest(opened, given, qtbot):
    for number in range(12):
        family = families.add_family(given.records, given.clock, f"Family {number}")
        born = given.clock.today().replace(month=9)
        child = families.add_child(given.records, given.clock, family.id, "Kim", born_on=born)
        ties = [(child.id, families.Tie.MOTHER, "")]
        families.add_carer(given.records, given.clock, family.id, "Ann", "Lee", ties)
    page = opened(given)
    assert len(rows_of(page)) == 7
    with qtbot.waitSignal(page.families_requested):
        button(page, "See all: Needs you first").click()


def test_mothers_stand_beside_fathers_in_words(opened, given):
    bars = opened(given).findChild(BarsView)
    assert "safer-sleep: Mothers 3 of 6, Fathers 2 of 4" in bars.accessibleName()
    assert bars.accessibleName().count(":") == 2, "a topic that is meant for nobody has no bars"


def test_the_numbers_are_a_table_too_and_every_cell_is_a_sentence(opened, given, qtbot):
    page = opened(given)
    table = page.findChild(NumbersTable)
    assert not table.isVisible()
    button(page, "Show these numbers as a table").click()
    qtbot.waitUntil(table.hasFocus)
    model = table.model()
    cells = [model.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.columnCount())]
    assert cells == ["safer-sleep: 3 of 6 mothers", "safer-sleep: 2 of 4 fathers"]
    as_read = QAccessible.queryAccessibleInterface(table)
    assert as_read.role() == QAccessible.Role.Table
    assert as_read.childCount() >= 4
    button(page, "Show these numbers as bars").click()
    assert not table.isVisible()


def test_gaps_are_numbered_sentences_and_each_leads_to_its_families(opened, given, qtbot):
    page = opened(given)
    gaps = {each.accessibleName(): each for each in page.findChildren(GapButton) if each.isVisible()}
    assert "2 parent places not known yet" in gaps
    with qtbot.waitSignal(page.part_requested) as asked:
        qtbot.keyClick(gaps["2 parent places not known yet"], Qt.Key.Key_Return)
    assert asked.args == ["place"]
    assert all(name.split()[0].isdigit() for name in gaps)


def test_what_is_not_sent_yet_is_counted_and_leads_to_the_outbox(opened, given, qtbot):
    page = opened(given)
    with given.records:
        waiting = len(given.records.waiting())
    assert waiting
    gaps = {each.accessibleName(): each for each in page.findChildren(GapButton) if each.isVisible()}
    with qtbot.waitSignal(page.outbox_requested):
        gaps[f"{waiting} records not sent yet"].click()


def test_domestic_abuse_is_nowhere(opened, given):
    page = opened(given)
    names = [each.accessibleName() for each in page.findChildren(object) if hasattr(each, "accessibleName")]
    assert not [each for each in [*said(page), *names] if "abuse" in each.lower()]


def test_ctrl_f_finds(opened, given, qtbot):
    page = opened(given)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = page.findChild(SearchField)
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "harbour")
    with qtbot.waitSignal(page.find_requested) as asked:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert asked.args == ["harbour"]
    assert search.text() == ""


def test_an_empty_caseload_has_one_way_on(opened, qtbot):
    page = opened(practice(is_filled=False))
    add = [each for each in page.findChildren(Button) if each.isVisible()]
    assert [each.words for each in add] == ["Add family"]
    with qtbot.waitSignal(page.add_family_requested):
        add[0].click()


def test_records_that_cannot_be_read_are_said_and_tried_again(opened, given, monkeypatch, qtbot):
    def broken():
        raise StoreError("The records file is in use. Nothing is lost.")

    monkeypatch.setattr(given.records, "drafts", broken)
    page = opened(given)
    assert notices_of(page) == ["The records file is in use. Nothing is lost."]
    monkeypatch.undo()
    button(page, "Try again").click()
    qtbot.waitUntil(lambda: len(rows_of(page)) > 1)


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_is_cut_nameless_or_too_small(opened, given, theme, qtbot, percent):
    visits.open_visit(given.records, given.clock, given.family("Brennan").id)
    page = opened(given)
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: (cut(page), nameless(page), too_low(page)) == ([], [], []))
    assert reachable(page)


LONG = "Adamczewska-Featherstonehaugh-of-the-Long-Name"


@pytest.fixture
def long_names(given):
    """A family whose words are as long as they come, among the others."""
    family = families.add_family(given.records, given.clock, LONG).id
    args = (given.records, given.clock, family)
    child = families.add_child(*args, "Maximiliana-Rose-Philippa", "", born_on=given.clock.today() - WEEK * 8).id
    him = families.add_carer(*args, "Bartholomew", "Wojciechowski", [(child, families.Tie.FATHER, "")]).id
    families.add_carer(*args, "Konstantyna", "Wojciechowska", [(child, families.Tie.MOTHER, "")])
    families.add_need(*args, him, NeedKind.SUPPORTER_PRESENT)
    return given


def row_of(page, name):
    return next((row.family for row in rows_of(page) if row.family.row_words.name == name), None)


def has_room(family):
    """Whether every line of a row has room for its words, and the row for every line."""
    columns = family.columns(QRectF(family.rect()))
    is_wide = all(width_of(family.theme, line) <= box.width() + 1 for box, lines in columns for line in lines)
    return is_wide and all(box.top() >= 0 and box.bottom() <= family.height() for box, _ in columns)


def said_by(family):
    """Everything a row paints, without spaces: words may be broken anywhere they have to be."""
    columns = family.columns(QRectF(family.rect()))
    parts = [part.text for _, lines in columns for line in lines for part in line if isinstance(part, Words)]
    return "".join(parts).replace(" ", "")


@pytest.mark.parametrize("percent", [125, 150, 200])
def test_large_words_take_more_lines_and_none_is_cut(opened, long_names, theme, window, qtbot, percent):
    page = opened(long_names)
    window.resize(1366, 688)
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: bool(row_of(page, LONG)) and all(has_room(row.family) for row in rows_of(page)))
    for family in (row.family for row in rows_of(page)):
        words = family.row_words
        for each in (words.name, words.need, words.note, words.gap, words.gap_note):
            assert each.replace(" ", "") in said_by(family)
        assert family.toolTip() == ""
    assert row_of(page, LONG).height() > row_of(page, "Ellison").sizeHint().height()


def test_small_words_stay_in_two_lines_and_the_tool_tip_has_the_whole(opened, long_names, window, qtbot):
    page = opened(long_names)
    window.resize(1366, 688)
    qtbot.waitUntil(lambda: LONG in row_of(page, LONG).toolTip())
    assert {row.height() for row in rows_of(page)} == {62}


def test_the_fullest_day_fits_a_small_laptop(theme, given):
    """Six families under three titles, and beside them five topics, four gaps and the printed leaflets."""
    found = caseload(given.records, given.rooms.library, given.clock)
    counts = tuple(TopicCount(topic, "Ways to read and learn", 1, 6, 1, 4) for topic in list(Topic)[:5])
    gaps = tuple(TopicGap(topic, "early help", 6, are_fathers=True) for topic in list(Topic)[:2])
    side = Side(theme, replace(found, counts=counts, gaps=gaps, rows=found.rows[:6]))
    side.show_waiting(34)
    assert len([each for each in side.findChildren(GapButton) if not each.isHidden()]) == 4
    assert side.sizeHint().height() <= 688 - SPENT


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_the_day_is_never_cut_for_the_field_that_finds(opened, given, theme, window, qtbot, percent):
    page = opened(given)
    window.resize(1366, 688)
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    (header,) = page.findChildren(PageHeader)

    def has_room():
        lines = [each for each in header.findChildren(ElidedText) if each.isVisible()]
        return bool(lines) and all(each.width() >= each.sizeHint().width() for each in lines)

    qtbot.waitUntil(has_room)
    (field,) = header.findChildren(SearchField)
    assert field.width() >= field.minimumSizeHint().width()
