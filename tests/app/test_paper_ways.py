"""From Today to paper and back, and from a printed leaflet to the tick grid: in the whole window."""

import pytest

from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.family import FamilyPage
from kit.app.pages.leaflet import LeafletPage
from kit.app.pages.leaflet.outcome import TalkedThrough
from kit.app.pages.paper import PaperPage
from kit.app.pages.visit import VisitPage
from kit.app.widgets.chip import Chip
from kit.domain.advice import Outcome, VariantKey, Way
from kit.domain.visit import Attended
from kit.service.printing import PrintWish
from tests.app.entering import House
from tests.app.looking import settle
from tests.app.papers import OFFICE, FakePrinting, PaperPress
from tests.service.paper import print_later

EASY = VariantKey.named("easy-read")


@pytest.fixture
def house(window, desktop, monkeypatch):
    printing = FakePrinting(OFFICE)
    monkeypatch.setattr("kit.app.pages.leaflet.page.system_printing", lambda: printing)
    press = PaperPress()
    monkeypatch.setattr("tests.fakes.FakePress.make", lambda _self, order: press.make(order))
    house = House(window, desktop)
    house.enter()
    return house


@pytest.fixture
def paper(house):
    house.page.paper_requested.emit()
    return house.page


def visit_of(house, *names):
    house.navigator.open_visit(house.family_id())
    for name in names:
        carer_id = house.given.carer(name).id
        house.page.here.change_requested.emit(lambda draft, one=carer_id: draft.with_presence(one, Attended.ALL))
    return house.page


def chip(page, name):
    settle()
    (asking,) = [each for each in page.findChildren(TalkedThrough) if each.isVisible()]
    return next(each for each in asking.findChildren(Chip) if each.words == name)


def test_back_from_paper_is_today_as_it_is_now(house, paper):
    assert isinstance(paper, PaperPage)
    paper.heading.back_requested.emit()
    assert isinstance(house.page, CaseloadPage)


def test_a_family_that_holds_something_is_opened(house, paper):
    paper.family_requested.emit(house.family_id())
    assert isinstance(house.page, FamilyPage)


def test_what_waits_is_printed_for_whom_it_was_wished_and_is_off_the_list_afterwards(house):
    jade = house.given.carer("Jade")
    wish = PrintWish("every-sleep", EASY, "large-print", 2, jade.family_id, jade.id)
    print_later(house.given.records, house.given.rooms.library, house.given.clock, wish)
    house.page.paper_requested.emit()
    page = house.page
    page.leaflet_requested.emit(page._view.waiting[0])  # noqa: SLF001 - as its button does
    leaflet = house.page
    assert isinstance(leaflet, LeafletPage)
    leaflet.heading.primary.trigger()
    leaflet.heading.back_requested.emit()
    assert house.page is page
    assert page._view.waiting == ()  # noqa: SLF001 - read again when it came back
    assert [one.carer_id for one in house.given.records.kept.printed] == [jade.id]


def test_a_leaflet_printed_in_a_visit_ticks_who_it_was_talked_through_with(house):
    visit = visit_of(house, "Jade", "Denise")
    visit.leaflet_requested.emit("every-sleep", EASY)
    house.page.heading.primary.trigger()
    assert visit.view.draft.ticks == (), "printing alone never counts"
    chip(house.page, "Denise").click()
    (tick,) = visit.view.draft.ticks
    assert (tick.carer_id, tick.outcome) == (house.given.carer("Denise").id, Outcome.GIVEN)
    assert tick.ways == (Way.TALKED, Way.PRINTED)
    (kept,) = house.given.records.kept.printed
    assert kept.family_id == house.family_id()
    assert house.given.records.kept.drafts[visit.view.draft.id].ticks == (tick,)


def test_so_does_one_that_was_found_in_the_library(house):
    visit = visit_of(house, "Denise")
    visit.library_requested.emit()
    house.page.leaflet_requested.emit("walk-away", EASY)
    house.page.heading.primary.trigger()
    asking = [each for each in house.page.findChildren(TalkedThrough) if each.isVisible()]
    assert [each.words for each in asking[0].findChildren(Chip)] == ["Denise"], "Jade is not here"
    chip(house.page, "Denise").click()
    assert [tick.text.resource_id for tick in visit.view.draft.ticks] == ["walk-away"]


def test_a_leaflet_outside_a_visit_asks_nobody(house):
    house.navigator.open_family(house.family_id())
    house.page.leaflet_requested.emit(house.family_id())
    house.page.leaflet_requested.emit("every-sleep", EASY)
    house.page.heading.primary.trigger()
    settle()
    assert not any(each.isVisible() for each in house.page.findChildren(TalkedThrough))
    assert [one.family_id for one in house.given.records.kept.printed] == [house.family_id()]


def test_hiding_closes_what_is_about_paper_and_keeps_the_visit(house):
    visit = visit_of(house, "Jade")
    visit.talk.hand_over.open_panel()
    house.window.hide_now()
    assert isinstance(visit, VisitPage)
    assert house.page is not visit
