"""All families: found as one types, opened by Enter."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kit.app.pages.families import FamiliesPage
from kit.app.pages.families_parts.listing import FamilyList
from kit.app.widgets.button import Button
from kit.app.widgets.choices import Segments
from kit.app.widgets.field import SearchField
from kit.app.widgets.menu import Menu
from kit.app.widgets.rail import Frame
from kit.domain.errors import StoreError
from kit.domain.family import Family
from kit.service.caseload import caseload
from kit.service.caseload_row import made_row, row_body
from tests import makers
from tests.app.caseload_rooms import practice
from tests.app.samples import cut, nameless, reachable, too_low


@pytest.fixture
def given():
    return practice()


@pytest.fixture
def opened(theme, window, qtbot):
    def open_page(given, *args, **changes):
        page = FamiliesPage(theme, given.rooms, *args, **changes)
        window.set_frame(Frame.FAMILIES)
        window.show_page(page, "families")
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return open_page


def listed(page):
    rows = page.findChild(FamilyList).model()
    return [rows.index(at).data() for at in range(rows.rowCount())]


def search_of(page):
    return page.findChild(SearchField)


def test_every_family_from_a_to_z(opened, given):
    page = opened(given)
    assert listed(page) == ["Brennan", "Ellison", "Haddad", "Marsh", "Okoro", "Sandhu"]
    assert page.heading.facts == "6 families"


def test_or_with_those_that_need_somebody_first(opened, given, qtbot):
    page = opened(given, needs_first=True)
    first = listed(page)
    assert first[0] == "Ellison"
    page = opened(given)
    page.findChild(Segments).options[1].click()
    assert listed(page) == first


@pytest.mark.parametrize(
    ("typed", "found"),
    [("elli", ["Ellison"]), ("harbour", ["Ellison"]), ("callum", ["Ellison"]), ("temi", ["Okoro"]), ("zzz", [])],
)
def test_found_as_one_types(opened, given, qtbot, typed, found):
    page = opened(given)
    qtbot.keyClicks(search_of(page), typed)
    assert listed(page) == found
    assert page.heading.facts == f"{len(found)} of 6 families"


def test_enter_opens_the_first_that_is_found(opened, given, qtbot):
    page = opened(given, "elli")
    with qtbot.waitSignal(page.family_requested) as asked:
        qtbot.keyClick(search_of(page), Qt.Key.Key_Return)
    assert asked.args == [given.family().id]


def test_down_goes_into_the_list_and_enter_opens(opened, given, qtbot):
    page = opened(given)
    families = page.findChild(FamilyList)
    search_of(page).setFocus()
    qtbot.keyClick(search_of(page), Qt.Key.Key_Down)
    qtbot.waitUntil(families.hasFocus)
    qtbot.keyClick(families, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.family_requested) as asked:
        qtbot.keyClick(families, Qt.Key.Key_Return)
    assert asked.args == [given.family().id]


def test_a_press_opens(opened, given, qtbot):
    page = opened(given)
    families = page.findChild(FamilyList)
    place = families.visualRect(families.model().index(3)).center()
    with qtbot.waitSignal(page.family_requested) as asked:
        qtbot.mouseClick(families.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [given.family("Marsh").id]


def test_enter_with_nobody_found_does_nothing(opened, given, qtbot):
    page = opened(given, "zzz")
    with qtbot.assertNotEmitted(page.family_requested):
        qtbot.keyClick(search_of(page), Qt.Key.Key_Return)


def test_nobody_found_offers_a_way_back(opened, given):
    page = opened(given, "zzz")
    every = next(each for each in page.findChildren(Button) if each.words == "Show all families")
    every.click()
    assert len(listed(page)) == 6


def test_every_row_is_a_sentence(opened, given):
    rows = opened(given).findChild(FamilyList).model()
    sentence = rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith("Ellison. Easy read. Noah, 5 weeks · 6 to 8 weeks visit. Callum not told")
    assert sentence.endswith("Room 4, Harbour House")


def part(page, words):
    menu = page.findChild(Menu)
    next(line for line in menu.actions() if line.text() == words).trigger()


def order(page, key):
    chosen = next(one for one in page.findChild(Segments).options if one.choice.key == key)
    chosen.click()


def test_only_the_families_of_a_part(opened, given):
    page = opened(given)
    part(page, "A communication need")
    assert "Ellison" in listed(page)
    assert len(listed(page)) < 6
    assert page.heading.facts == f"{len(listed(page))} of 6 families"
    part(page, "All families")
    assert len(listed(page)) == 6


def test_the_part_of_a_gap_holds_exactly_the_families_counted(opened, given):
    page = opened(given)
    found = caseload(given.records, given.rooms.library, given.clock)
    for gap in found.gaps:
        page.show_only(gap.key)
        names = {row.name for row in found.rows if row.family_id in gap.families}
        assert set(listed(page)) == names


def test_a_part_can_be_asked_for_from_elsewhere(opened, given):
    page = opened(given, only="place")
    shown = next(each for each in page.findChildren(Button) if each.accessibleName().startswith("Which families"))
    assert shown.words == "A parent not known yet"
    assert len(listed(page)) < 6


def test_an_empty_part_offers_a_way_back(opened, given):
    page = opened(given)
    part(page, "Visit not closed")
    assert listed(page) == []
    next(each for each in page.findChildren(Button) if each.words == "Show all families").click()
    assert len(listed(page)) == 6


def test_the_youngest_first_and_those_expected_before_them(opened, given):
    page = opened(given)
    order(page, "age")
    found = caseload(given.records, given.rooms.library, given.clock)
    born = {row.name: row.youngest.born_on or row.youngest.due_on for row in found.rows}
    days = [born[name] for name in listed(page)]
    assert days == sorted(days, reverse=True)


def test_those_not_seen_for_longest_first_and_the_row_says_when(opened, given):
    page = opened(given)
    order(page, "seen")
    rows = page.findChild(FamilyList).model()
    said = [rows.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(6)]
    unseen = [("Nobody seen yet" in each) for each in said]
    assert unseen == sorted(unseen, reverse=True)
    assert any("Last seen" in each for each in said)


def test_five_hundred_are_quick_and_one_widget(opened, given, monkeypatch, qtbot):
    half = makers.half_siblings()
    whole = (Family(f"f{at}", f"Family {at}", half.children, half.carers, half.relationships) for at in range(500))
    today = given.clock.today()
    many = {family.id: row_body(made_row(family, [], [], given.rooms.library, today, None)) for family in whole}
    monkeypatch.setattr(given.records, "rows_kept", lambda _stamp: (many, frozenset()))
    page = opened(given)
    before = perf_counter()
    search_of(page).setText("family 49")
    assert perf_counter() - before < 0.1
    assert len(listed(page)) == 11
    assert len(page.findChildren(QWidget)) < 60


def test_nobody_on_this_laptop_yet(opened, qtbot):
    page = opened(practice(is_filled=False))
    assert page.heading.facts == "No families"
    add = next(each for each in page.findChildren(Button) if each.isVisible())
    with qtbot.waitSignal(page.add_family_requested):
        add.click()


def test_records_that_cannot_be_read_are_said(opened, given, monkeypatch):
    def broken():
        raise StoreError("The records file is in use. Nothing is lost.")

    monkeypatch.setattr(given.records, "drafts", broken)
    page = opened(given)
    assert "Try again" in [each.words for each in page.findChildren(Button) if each.isVisible()]


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_is_cut_nameless_or_too_small(opened, given, theme, qtbot, percent):
    page = opened(given)
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: (cut(page), nameless(page), too_low(page)) == ([], [], []))
    assert reachable(page)
