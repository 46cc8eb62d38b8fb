"""What leads from one page to the next, and what must never be in sight."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from kit.app.pages.add_family import AddFamilyPage
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.families import FamiliesPage
from kit.app.pages.family import FamilyPage
from kit.app.pages.leaflet import LeafletPage
from kit.app.pages.library import LibraryPage
from kit.app.pages.outbox import OutboxPage
from kit.app.pages.private import PrivatePage
from kit.app.pages.settings import SettingsPage
from kit.app.pages.show import ShowPage
from kit.app.pages.visit import TALK
from kit.app.widgets.chip import Chip
from kit.app.widgets.decision import Decision
from kit.app.widgets.neutral import NeutralPage
from kit.app.widgets.rail import RailItem
from kit.domain.advice import Audience, HowFar, VariantKey, Way
from kit.domain.visit import Attended
from tests.app.entering import House, is_gone

EASY = VariantKey.named("easy-read")


@pytest.fixture
def house(window, desktop):
    house = House(window, desktop)
    house.enter()
    return house


@pytest.fixture
def visit(house):
    house.navigator.open_visit(house.family_id())
    carer = house.given.carer("Jade").id
    house.page.here.change_requested.emit(lambda draft: draft.with_presence(carer, Attended.ALL))
    return house.page


def ways(window):
    return [item.words for item in window.findChildren(RailItem) if item.isVisible()]


def words_in(window):
    shown = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return " ".join(each.text() for each in shown)


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("today", CaseloadPage),
        ("families", FamiliesPage),
        ("library", LibraryPage),
        ("outbox", OutboxPage),
        ("settings", SettingsPage),
    ],
)
def test_every_way_of_the_rail_leads_somewhere(house, way, kind):
    house.window.way_requested.emit(way)
    assert isinstance(house.page, kind)
    selected = [item.way.key for item in house.window.findChildren(RailItem) if item.isChecked() and item.isVisible()]
    assert selected == [way]


def test_from_today_to_a_family(house):
    house.page.family_requested.emit(house.family_id())
    assert isinstance(house.page, FamilyPage)


def test_what_is_typed_on_today_is_looked_for_among_the_families(house):
    house.page.find_requested.emit("Sandhu")
    assert isinstance(house.page, FamiliesPage)
    assert house.page.heading.facts == "1 of 6 families"


def test_from_adding_a_family_to_that_family(house):
    house.page.add_family_requested.emit()
    assert isinstance(house.page, AddFamilyPage)
    house.page.family_added.emit(house.family_id("Okoro"))
    assert isinstance(house.page, FamilyPage)
    assert house.page.heading.title == "Okoro family"


def test_what_was_typed_about_a_family_is_not_dropped_without_asking(house):
    house.page.add_family_requested.emit()
    page = house.page
    page.name.set_text("Lovelace")
    house.window.way_requested.emit("outbox")
    assert house.page is page
    house.window.findChild(Decision).agreed.emit()
    assert isinstance(house.page, OutboxPage)


def test_in_a_visit_no_other_family_is_in_sight(house, visit):
    assert ways(house.window) == ["Visit", "Library", "Leaflet", "Safer sleep", "Lock"]
    assert "Okoro" not in words_in(house.window)


def test_showing_has_nothing_around_it_and_comes_back(house, visit):
    visit.show_requested.emit("every-sleep", EASY)
    assert isinstance(house.page, ShowPage)
    assert ways(house.window) == []
    house.page.left.emit()
    assert house.page is visit
    assert ways(house.window)[0] == "Visit"


def test_what_was_shown_is_ticked_for_who_is_here(house, visit):
    visit.show_requested.emit("every-sleep", EASY)
    house.page.left.emit()
    tick = visit.view.draft.tick(house.given.carer("Jade").id, "every-sleep")
    assert (tick.ways, tick.text.variant, tick.how_far) == ((Way.SHOWN,), "easy-read", HowFar(1, 1))


def test_a_leaflet_in_a_visit_is_for_those_who_are_here(house, visit):
    visit.leaflet_requested.emit("every-sleep", EASY)
    assert isinstance(house.page, LeafletPage)
    assert [each.words for each in house.page.findChildren(Chip)] == ["Jade"]
    house.window.way_requested.emit("visit")
    assert house.page is visit


def test_what_workers_read_is_printed_for_nobody_in_a_family(house, visit, monkeypatch):
    library = house.navigator.rooms.library
    briefing = replace(library.resource("every-sleep"), audience=Audience.WORKER)
    monkeypatch.setattr(library, "resource", lambda _resource_id: briefing)
    visit.leaflet_requested.emit("every-sleep", EASY)
    assert isinstance(house.page, LeafletPage)
    assert house.page.findChildren(Chip) == []


def test_the_leaflet_way_opens_the_row_the_worker_stands_in(house, visit):
    visit.go_to_step(TALK)
    house.window.way_requested.emit("leaflet")
    assert isinstance(house.page, LeafletPage)


def test_something_from_the_library_gets_a_row_in_the_visit(house, visit, monkeypatch):
    added = []
    monkeypatch.setattr(type(visit), "add_resource", lambda _self, resource_id: added.append(resource_id))
    house.window.way_requested.emit("library")
    assert isinstance(house.page, LibraryPage)
    house.page.open_resource("walk-away")
    house.page.add_requested.emit("walk-away")
    assert house.page is visit
    assert added == ["walk-away"]


def test_the_library_outside_a_visit_adds_nothing(house):
    house.window.way_requested.emit("library")
    house.page.open_resource("walk-away")
    assert "Add to the visit" not in [deed.text() for deed in house.page.heading.deeds]


def test_closing_a_visit_leads_to_the_family_and_counts_the_outbox(house, visit):
    with house.given.records as records:
        before = len(records.waiting())
    visit.visit_closed.emit(house.family_id())
    assert isinstance(house.page, FamilyPage)
    names = [each.accessibleName() for each in house.window.findChildren(RailItem)]
    assert f"Outbox, {before} waiting" in names


def test_a_visit_left_open_leads_back_to_its_family(house, visit):
    visit.left.emit(house.family_id())
    assert isinstance(house.page, FamilyPage)
    assert house.page.heading.primary.text() == "Go on with the visit"


def test_hiding_closes_what_was_open(house):
    page = house.page
    house.window.hide_now()
    assert is_gone(page)
    assert isinstance(house.page, NeutralPage)
    house.window.way_requested.emit("today")
    assert isinstance(house.page, CaseloadPage)


def test_hiding_in_a_visit_keeps_the_visit_and_closes_what_lies_over_it(house, visit):
    visit.leaflet_requested.emit("every-sleep", EASY)
    shown = house.page
    house.window.hide_now()
    assert is_gone(shown)
    assert isinstance(house.page, NeutralPage)
    assert ways(house.window)[0] == "Visit"
    house.window.way_requested.emit("visit")
    assert house.page is visit


def test_the_private_page_of_a_carer_opens_behind_the_question(house):
    house.navigator.open_family(house.family_id())
    house.page.private_requested.emit(house.given.carer("Jade").id)
    assert isinstance(house.page, PrivatePage)
    assert "Safe words" not in words_in(house.window)
    house.page.left.emit()
    assert isinstance(house.page, FamilyPage)


def test_a_leaflet_for_a_family_begins_with_the_advice(house):
    house.navigator.open_family(house.family_id())
    house.page.leaflet_requested.emit(house.family_id())
    assert isinstance(house.page, LibraryPage)
    house.page.leaflet_requested.emit("every-sleep", EASY)
    assert isinstance(house.page, LeafletPage)


def test_the_window_never_says_what_is_open(house, visit):
    assert house.window.windowTitle() == "Home Visit Kit"
