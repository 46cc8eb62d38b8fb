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
from kit.app.widgets.rail import Frame
from kit.domain.errors import StoreError
from kit.domain.family import Family
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


def test_five_hundred_are_quick_and_one_widget(opened, given, monkeypatch, qtbot):
    half = makers.half_siblings()
    many = [
        Family(f"f{number}", f"Family {number}", half.children, half.carers, half.relationships)
        for number in range(500)
    ]
    monkeypatch.setattr(given.records, "families", lambda: many)
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

    monkeypatch.setattr(given.records, "families", broken)
    page = opened(given)
    assert "Try again" in [each.words for each in page.findChildren(Button) if each.isVisible()]


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_is_cut_nameless_or_too_small(opened, given, theme, qtbot, percent):
    page = opened(given)
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: (cut(page), nameless(page), too_low(page)) == ([], [], []))
    assert reachable(page)
