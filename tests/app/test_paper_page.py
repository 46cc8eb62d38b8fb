"""Printed leaflets: who holds what was called back, what waits, what is in the bag; and what Today says of it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.paper import PaperPage
from kit.app.widgets.check import Stepper
from kit.app.widgets.field import Field
from kit.app.widgets.painted import Painted
from kit.app.widgets.rail import Frame
from kit.domain.advice import VariantKey, Withdrawal
from kit.domain.errors import StoreError
from kit.service.printing import PrintWish
from kit.service.stock import add_to_bag
from kit.service.text_codes import texts_of
from tests import fakes
from tests.app.caseload_rooms import library, practice
from tests.app.looking import check_everybody_can_use, notice, press, settle, words_on
from tests.service.paper import note_printed, print_later

EASY = VariantKey.named("easy-read")
WHY = "It had the wrong number to ring."
LONG = "Aleksandra-Maria Wojciechowska-Featherstonehaugh"


def recalled(given, resource_id="every-sleep", replaced_by="walk-away"):
    """The same rooms with the library of tomorrow."""
    gone = [
        replace(one, withdrawal=Withdrawal(date(2026, 11, 20), WHY, replaced_by)) if one.id == resource_id else one
        for one in library().resources()
    ]
    return replace(given.rooms, library=fakes.FakeLibrary(*gone, rules=library().due_rules()))


@pytest.fixture
def given():
    return practice()


@pytest.fixture
def opened(theme, shown):
    def open_page(rooms):
        return shown(PaperPage(theme, rooms), Frame.FAMILIES, "today")

    return open_page


def code(rooms, resource_id="every-sleep"):
    return next(
        one.code for one in texts_of(rooms.library, rooms.library.resource(resource_id)) if one.variant.key == EASY
    )


def wait(given, **changes):
    jade = given.carer("Jade")
    wish = replace(PrintWish("every-sleep", EASY, "easy-read", 2, jade.family_id, jade.id), **changes)
    return print_later(given.records, given.rooms.library, given.clock, wish)


def named(page, name):
    settle()
    return next(each for each in page.findChildren(Painted) if each.accessibleName() == name and each.isVisible())


# -- nothing there -----------------------------------------------------------------------------------------------------


def test_empty_lists_say_how_something_gets_there(opened, given):
    said = words_on(opened(given.rooms))
    assert "Nothing waits to be printed." in said
    assert "Nothing is in your bag." in said
    assert "withdrawn" not in said


def test_records_that_cannot_be_read_are_said(opened, given):
    def fail():
        raise StoreError("The disk does not answer. Nothing is lost.")

    given.records.families = fail
    assert notice(opened(recalled(given))).startswith("The disk does not answer.")


def test_esc_goes_back(opened, given, qtbot):
    page = opened(given.rooms)
    with qtbot.waitSignal(page.heading.back_requested):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.heading.back_requested):
        qtbot.keyClick(page, Qt.Key.Key_F5)


# -- called back -------------------------------------------------------------------------------------------------------


def test_who_holds_it_is_listed_with_why_and_what_to_do(opened, given):
    page = opened(recalled(given))
    assert notice(page).startswith("“Every sleep” was withdrawn on 20 November.")
    assert WHY in notice(page)
    assert "Tell them, and go through “Walk away” instead." in notice(page)
    said = words_on(page)
    assert "Jade Ellison" in said
    assert "Ellison family · given " in said


def test_told_takes_a_carer_off_and_is_kept(opened, given):
    page = opened(recalled(given))
    named(page, "Jade Ellison was told").click()
    assert "Jade Ellison" not in words_on(page)
    (told,) = given.records.kept.told
    assert (told.carer_id, told.resource_id) == (given.carer("Jade").id, "every-sleep")


def test_a_family_is_one_press_away(opened, given, qtbot):
    page = opened(recalled(given))
    with qtbot.waitSignal(page.family_requested) as asked:
        named(page, "Open the Ellison family").click()
    assert asked.args == [given.family().id]


def test_sheets_in_the_bag_are_taken_out(opened, given):
    add_to_bag(given.records, given.rooms.library, code(given.rooms), 4)
    page = opened(recalled(given))
    assert "4 in your bag. Take them out, so that nobody gets one." in words_on(page)
    named(page, "Taken out: Every sleep").click()
    assert "4 in your bag" not in words_on(page)
    assert given.records.kept.stock == {}


# -- still to be printed -----------------------------------------------------------------------------------------------


def test_what_waits_says_for_whom_and_can_be_printed(opened, given, qtbot):
    wait(given)
    page = opened(given.rooms)
    assert "Easy read · for Jade, Ellison family · 2 copies · since" in words_on(page)
    with qtbot.waitSignal(page.leaflet_requested) as asked:
        named(page, "Print: Every sleep").click()
    (waiting,) = asked.args
    assert waiting.as_wish.copies == 2


def test_what_is_not_wanted_goes(opened, given):
    wait(given)
    wait(given, family_id="", carer_id="", copies=1)
    page = opened(given.rooms)
    assert "Easy read · since" in words_on(page)
    for _ in range(2):
        named(page, "Not wanted: Every sleep").click()
    assert "Nothing waits to be printed." in words_on(page)
    assert given.records.kept.to_print == {}


def test_what_can_no_longer_be_printed_says_why(opened, given):
    wait(given)
    page = opened(recalled(given))
    assert not any(each.accessibleName() == "Print: Every sleep" for each in page.findChildren(Painted))
    assert named(page, "Not wanted: Every sleep").isVisible()


def test_what_was_printed_meanwhile_is_gone_when_the_page_comes_back(opened, given):
    waiting = wait(given)
    page = opened(given.rooms)
    given.records.kept.to_print.pop(waiting.id)
    page.hide()
    page.show()
    assert "Nothing waits to be printed." in words_on(page)


def test_what_was_printed_and_not_talked_through_leads_to_the_family(opened, given, qtbot):
    jade = given.carer("Jade")
    wish = PrintWish("walk-away", EASY, family_id=jade.family_id, carer_id=jade.id)
    note_printed(given.records, given.rooms.library, given.clock, wish)
    page = opened(given.rooms)
    assert "Printed, and not yet talked through" in words_on(page)
    assert "For Jade, Ellison family · printed 24 November" in words_on(page)
    with qtbot.waitSignal(page.family_requested):
        named(page, "Open the Ellison family: Walk away").click()


# -- the bag -----------------------------------------------------------------------------------------------------------


def add(page, typed):
    field = page.findChild(Field)
    field.set_text(typed)
    named(page, "Add to your bag").click()
    return field


def test_a_pile_is_put_in_by_its_code(opened, given):
    page = opened(given.rooms)
    field = add(page, code(given.rooms).lower())
    assert field.text == ""
    assert "Every sleep" in words_on(page)
    assert f"Easy read · {code(given.rooms)}" in words_on(page)
    assert [pile.count for pile in given.records.kept.stock.values()] == [5]


def test_a_wrong_code_is_said_beside_it_and_stays_as_typed(opened, given, qtbot):
    page = opened(given.rooms)
    field = add(page, "XX-E1-0000")
    assert field.mistake.startswith("No leaflet has this code.")
    assert field.text == "XX-E1-0000"
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.mistake == ""
    assert add(page, "  ").mistake == ""
    assert given.records.kept.stock == {}


def test_plus_and_minus_count_without_losing_their_place(opened, given):
    add_to_bag(given.records, given.rooms.library, code(given.rooms), 2)
    page = opened(given.rooms)
    settle()
    stepper = next(each for each in page.findChildren(Stepper) if each.accessibleName() == "Every sleep, left: 2")
    fewer, more = stepper.findChildren(QAbstractButton)
    more.click()
    assert [pile.count for pile in given.records.kept.stock.values()] == [3]
    assert stepper.isVisible(), "the same button can be pressed again"
    for _ in range(3):
        fewer.click()
    assert "Nothing is in your bag." in words_on(page)


def test_older_sheets_are_said_and_taken_out(opened, given):
    add_to_bag(given.records, given.rooms.library, code(given.rooms), 4)
    newer = [replace(one, version=2) for one in library().resources()]
    page = opened(replace(given.rooms, library=fakes.FakeLibrary(*newer)))
    assert "Every sleep · 4 left" in words_on(page)
    assert "has older words" in words_on(page)
    named(page, f"Taken out: {code(given.rooms)}").click()
    assert given.records.kept.stock == {}


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_it_can_be_read_named_and_reached(opened, given, desktop, percent):
    desktop.theme.choose_text_size(percent)
    wait(given, resource_id="four-messages")
    add_to_bag(given.records, given.rooms.library, code(given.rooms, "walk-away"), 4)
    page = opened(recalled(given))
    check_everybody_can_use(page)
    desktop.theme.choose_text_size(100)
    check_everybody_can_use(page)


# -- Today -------------------------------------------------------------------------------------------------------------


def today(theme, shown, rooms):
    return shown(CaseloadPage(theme, rooms), Frame.FAMILIES, "today")


def test_today_says_nothing_where_there_is_nothing(theme, shown, given):
    said = words_on(today(theme, shown, given.rooms))
    assert "withdrawn" not in said
    assert "printed." not in said


def test_today_says_who_must_be_told_and_what_waits(theme, shown, given, qtbot):
    wait(given, resource_id="walk-away")
    page = today(theme, shown, recalled(given))
    said = words_on(page)
    assert "A resource was withdrawn." in said
    assert "still have to be told." in said
    assert "1 leaflet waits to be printed." in said
    for way in ("See who", "See which", "Printed leaflets"):
        with qtbot.waitSignal(page.paper_requested):
            press(page, way)


def test_a_bag_alone_is_said_too(theme, shown, given):
    add_to_bag(given.records, given.rooms.library, code(given.rooms, "walk-away"), 1)
    given.records.kept.advice.clear()
    said = words_on(today(theme, shown, recalled(given, "walk-away", "")))
    assert "A resource was withdrawn." in said
    assert "Take the leaflets out of your bag." in said
