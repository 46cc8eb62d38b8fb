"""Facts, numbers and needs through the pages: asked where they belong, shown nowhere else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from kit.app.pages.add_family import AddFamilyPage
from kit.app.pages.carer import CarerPage
from kit.app.pages.family import FamilyPage
from kit.app.pages.leaflet import LeafletPage
from kit.app.pages.private_parts.contact import SafeContactForm
from kit.app.pages.settings import SettingsPage
from kit.app.pages.visit import TALK
from kit.app.widgets.button import Button
from kit.app.widgets.check import Check
from kit.app.widgets.menu import Menu
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import LineView, TwoLines
from kit.domain.advice import Understanding, VariantKey
from kit.domain.carer import MetHow, NeedKind, NeedMet, Tie
from kit.domain.fact import FactKind
from kit.domain.settings import Settings
from kit.domain.visit import Attended, Room
from kit.service import families
from kit.service.private import keep_safe_contact
from tests import makers
from tests.app.caseload_rooms import practice
from tests.app.entering import House
from tests.app.samples import cut, nameless, too_low

EASY = VariantKey.named("easy-read")


@pytest.fixture
def given(monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    return practice()


@pytest.fixture
def shown(window, qtbot):
    def show(page):
        window.set_frame(Frame.FAMILIES)
        window.show_page(page, "families")
        window.show()
        qtbot.waitExposed(window)
        return page

    return show


@pytest.fixture
def family_page(theme, given, shown):
    return shown(FamilyPage(theme, given.rooms, given.family().id))


def press(root, words):
    next(each for each in root.findChildren(Button) if each.words == words and not each.isHidden()).click()


def dialog_of(page):
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def everything(page):
    labels = [each.text() for each in page.findChildren(QLabel)]
    lines = [each.accessibleName() for kind in (LineView, TwoLines) for each in page.findChildren(kind)]
    return "\n".join([*labels, *lines, page.heading.title, page.heading.facts])


# -- a family ----------------------------------------------------------------------------------------------------------


def test_what_is_learnt_about_a_child_is_kept_beside_what_was(family_page, given):
    noah = given.child("Noah")
    family_page.ask_about_child(noah)
    form = dialog_of(family_page).form
    assert form.number.text == "999 000 0018"
    form.given.set_text("Noé")
    form.told_by.set_text("Jade")
    dialog_of(family_page).deed.click()
    assert given.child("Noé").id == noah.id
    assert given.family().fact(noah.id, FactKind.GIVEN_NAME).told_by == "Jade"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("999 000 0019", "This is not an NHS number: one of its digits is wrong. Please check it."),
        ("12", "An NHS number has 10 digits. This has 2."),
        ("999 000 0018", "This NHS number belongs to another child of this caseload. Please check it."),
    ],
)
def test_a_wrong_number_is_said_beside_it_and_nothing_is_kept(family_page, given, number, sentence):
    ruby = given.child("Ruby")
    family_page.ask_about_child(ruby)
    form = dialog_of(family_page).form
    form.number.set_text(number)
    dialog_of(family_page).deed.click()
    assert form.number.mistake == sentence
    assert given.family().known(ruby.id, FactKind.NHS_NUMBER) == ""


def test_the_local_number_shows_and_is_changed(family_page):
    assert family_page.heading.facts.endswith("local number P-1042")
    family_page.ask_local_number()
    dialog_of(family_page).form.number.set_text("P-7")
    dialog_of(family_page).deed.click()
    assert family_page.heading.facts.endswith("local number P-7")


def test_the_same_name_elsewhere_is_a_question_without_a_family(family_page, given):
    family_page.add_carer()
    form = dialog_of(family_page).form
    form.given.set_text("Ada")
    form.last.set_text("Okoro")
    form.choose(given.child("Noah").id, Tie.OTHER)
    assert form.same.isHidden()
    dialog_of(family_page).deed.click()
    assert not form.same.isHidden()
    assert form.same.mistake == "Somebody of this name is in another family on this laptop. Is it the same person?"
    press(form, "The same person")
    dialog_of(family_page).deed.click()
    ada = given.carer("Ada")
    assert given.family().is_elsewhere_too(ada.id)
    assert given.family("Okoro").is_elsewhere_too(given.carer("Ada", "Okoro").id)


def test_somebody_else_of_the_same_name_is_not_linked(family_page, given):
    family_page.add_carer()
    form = dialog_of(family_page).form
    form.given.set_text("Ada")
    form.last.set_text("Okoro")
    form.choose(given.child("Noah").id, Tie.OTHER)
    dialog_of(family_page).deed.click()
    press(form, "Somebody else")
    dialog_of(family_page).deed.click()
    assert not given.family().is_elsewhere_too(given.carer("Ada").id)


def test_a_review_overdue_shows_on_the_strip(theme, given, shown):
    page = shown(FamilyPage(theme, given.rooms, given.family("Brennan").id))
    assert "Review overdue: Shannon" in everything(page)


def test_the_history_of_advice_says_how_needs_were_met(family_page, given, qtbot):
    family_page.grid.go_to("safer-sleep", given.carer("Jade").id)
    qtbot.keyClick(family_page.grid, Qt.Key.Key_Return)
    assert "Needs: Easy read: easy-read text; Read aloud: talked through" in everything(family_page)


# -- adding a family ---------------------------------------------------------------------------------------------------


@pytest.fixture
def add_page(theme, given, shown):
    return shown(AddFamilyPage(theme, given.rooms))


def test_numbers_and_who_told_us_are_kept_with_the_family(add_page, given):
    add_page.name.set_text("Vane")
    add_page.number.set_text("V-1")
    child, carer = add_page.children_forms[0], add_page.carer_forms[0]
    child.given.set_text("Pip")
    child.born.set_text("20/10/2026")
    child.number.set_text("9990000026")
    carer.given.set_text("Jo")
    carer.told_by.set_text("The midwife")
    next(iter(carer.ties.values())).select.set_value(Tie.MOTHER)
    add_page.submit()
    family = given.family("Vane")
    assert family.local_number == "V-1"
    assert family.known(family.children[0].id, FactKind.NHS_NUMBER) == "9990000026"
    assert family.fact(family.relationships[0].id, FactKind.TIE).told_by == "The midwife"


def test_a_local_number_of_another_family_is_said_beside_it(add_page, given):
    add_page.name.set_text("Vane")
    add_page.number.set_text("P-1042")
    add_page.children_forms[0].given.set_text("Pip")
    add_page.children_forms[0].born.set_text("20/10/2026")
    before = len(given.records.kept.families)
    add_page.submit()
    assert add_page.number.mistake == "The local number P-1042 belongs to another family of this caseload."
    assert len(given.records.kept.families) == before


@pytest.fixture
def minimum(theme, given, shown):
    given.records.kept.settings = Settings(keeps_initials_only=True)
    return shown(AddFamilyPage(theme, given.rooms))


def test_where_only_initials_are_kept_the_form_asks_for_nothing_else(minimum, given):
    assert minimum.name.isHidden()
    assert minimum.children_forms[0].number.isHidden()
    minimum.add_child()
    labels = [each.text() for each in minimum.findChildren(QLabel)]
    assert "First name" not in labels
    assert labels.count("First initial") == 3
    assert not [each for each in labels if each.startswith("Address")]
    child = minimum.children_forms[0]
    minimum._take_out_child(minimum.children_forms[1].parent())  # noqa: SLF001 - one child will do
    child.born.set_text("20/10/2026")
    child.given.set_text("Philippa")
    minimum.submit()
    assert minimum.number.mistake == "A local number is needed."
    minimum.number.set_text("V-9")
    minimum.submit()
    assert child.given.mistake == "Initials only, at most 4 letters. This laptop keeps no names."
    child.given.set_text("p")
    minimum.submit()
    assert given.family("V-9").children[0].full_name == "P"


def test_initials_only_is_a_setting(theme, given, shown):
    page = shown(SettingsPage(theme, given.rooms))
    box = next(each for each in page.findChildren(Check) if "initials" in each.words)
    box.click()
    assert given.records.kept.settings.keeps_initials_only
    page.reload()
    assert box.isChecked()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_form_of_initials_has_names_and_room(theme, minimum, percent):
    theme.choose_text_size(percent)
    assert nameless(minimum) == []
    assert too_low(minimum) == []
    assert cut(minimum) == []


# -- safe contact ------------------------------------------------------------------------------------------------------

SECRETS = ("Only text", "Before noon", "school nurse")


@pytest.fixture
def house(window, desktop):
    house = House(window, desktop)
    house.enter()
    keep_safe_contact(
        house.given.records,
        house.given.clock,
        house.family_id(),
        house.given.carer("Jade").id,
        "Only text",
        "Before noon",
        "Say it is the school nurse",
    )
    return house


def telling(page):
    return [secret for secret in SECRETS if secret in everything(page)]


def test_how_to_reach_safely_shows_on_the_private_page_when_alone_and_nowhere_else(house):
    for way in ("today", "families", "library", "outbox", "settings"):
        house.window.way_requested.emit(way)
        assert telling(house.page) == []
    house.navigator.open_family(house.family_id())
    assert telling(house.page) == []
    house.page.carer_requested.emit(house.given.carer("Jade").id)
    assert isinstance(house.page, CarerPage)
    assert telling(house.page) == []
    house.page.left.emit()
    house.page.private_requested.emit(house.given.carer("Callum").id)
    house.page.question.answered.emit(Room.ALONE)
    assert telling(house.page) == []
    house.page.left.emit()
    house.page.private_requested.emit(house.given.carer("Jade").id)
    assert telling(house.page) == []
    house.page.question.answered.emit(Room.SOMEONE_ELSE)
    assert telling(house.page) == []
    house.page.question.answered.emit(Room.ALONE)
    assert telling(house.page) == list(SECRETS)


def test_how_to_reach_safely_is_asked_and_kept(house):
    house.navigator.open_family(house.family_id())
    house.page.private_requested.emit(house.given.carer("Callum").id)
    house.page.question.answered.emit(Room.ALONE)
    next(each for each in house.page.findChildren(Button) if each.words == "Change").click()
    form = dialog_of(house.page).form
    assert isinstance(form, SafeContactForm)
    dialog_of(house.page).deed.click()
    assert form.fields["how"].mistake == "Say how, when, or what may be said."
    form.fields["how"].set_text("By letter to work")
    dialog_of(house.page).deed.click()
    assert "By letter to work" in everything(house.page)
    assert house.given.records.kept.outbox == [
        one for one in house.given.records.kept.outbox if "By letter" not in repr(one)
    ]


# -- a visit -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def visit(house, monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    house.navigator.open_visit(house.family_id())
    carer = house.given.carer("Jade").id
    house.page.here.change_requested.emit(lambda draft: draft.with_presence(carer, Attended.ALL))
    house.page.go_to_step(TALK)
    panel = house.page.talk.panel
    panel.go_to("every-sleep", carer, is_asking=False)
    return house.page


def tick(page, house):
    return page.view.draft.tick(house.given.carer("Jade").id, "every-sleep")


def cell_menu(page, qtbot):
    qtbot.keyClick(page.talk.panel.grid, Qt.Key.Key_Return)
    return {action.text(): action for action in page.talk.panel.menu.cell.actions()}


def test_how_needs_were_met_is_one_choice_away_and_suggested(visit, house, qtbot):
    qtbot.keyClick(visit.talk.panel.grid, Qt.Key.Key_2)
    cell_menu(visit, qtbot)["How needs were met…"].trigger()
    lines = {action.text(): action for action in visit.talk.panel.menu.needs.actions()}
    assert [text for text, action in lines.items() if action.isChecked()] == [
        "Easy read: easy-read text",
        "Read aloud: talked through",
    ]
    lines["More time: longer visit"].trigger()
    assert tick(visit, house).met == (NeedMet(NeedKind.MORE_TIME, MetHow.LONGER_VISIT),)


def test_what_was_said_of_needs_stays_when_understanding_is_answered_again(visit, house, qtbot):
    qtbot.keyClick(visit.talk.panel.grid, Qt.Key.Key_3)
    visit.talk.panel.menu.met_said.emit(NeedMet(NeedKind.EASY_READ, MetHow.NOT_MET))
    qtbot.keyClick(visit.talk.panel.grid, Qt.Key.Key_1)
    found = tick(visit, house)
    assert found.met == (NeedMet(NeedKind.EASY_READ, MetHow.NOT_MET),)
    assert found.understanding is Understanding.SHOWED_ME


def test_the_other_form_is_one_choice_away(visit, house, qtbot):
    qtbot.keyClick(visit.talk.panel.grid, Qt.Key.Key_2)
    assert tick(visit, house).text.variant == "easy-read"
    cell_menu(visit, qtbot)["Standard text instead"].trigger()
    assert tick(visit, house).text.variant == "standard"
    assert tick(visit, house).understanding is Understanding.TOLD_ME
    assert "Easy read text instead" in cell_menu(visit, qtbot)


def test_who_has_no_need_is_not_asked_how_it_was_met(house, monkeypatch, qtbot):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    house.navigator.open_visit(house.family_id("Okoro"))
    ada = house.given.carer("Ada", "Okoro").id
    house.page.here.change_requested.emit(lambda draft: draft.with_presence(ada, Attended.ALL))
    house.page.go_to_step(TALK)
    house.page.talk.panel.go_to("every-sleep", ada, is_asking=False)
    qtbot.keyClick(house.page.talk.panel.grid, Qt.Key.Key_2)
    assert "How needs were met…" not in cell_menu(house.page, qtbot)


def test_the_need_chooses_the_size_of_the_leaflet(house):
    families.add_need(
        house.given.records, house.given.clock, house.family_id(), house.given.carer("Callum").id, NeedKind.LARGE_PRINT
    )
    house.navigator.open_family(house.family_id())
    house.page.leaflet_requested.emit(house.family_id())
    house.page.leaflet_requested.emit("every-sleep", EASY)
    page = house.page
    assert isinstance(page, LeafletPage)
    assert [(one.name, one.design) for one in page._for_whom.values()] == [  # noqa: SLF001
        ("Jade", ""),
        ("Callum", "large-print"),
        ("Denise", ""),
    ]
    page.choices.carer_chosen.emit(house.given.carer("Callum").id)
    assert page._design == "large-print"  # noqa: SLF001 - what the next leaflet is made as
    page.choices.design_chosen.emit("easy-read")
    assert page._design == "easy-read"  # noqa: SLF001


def test_a_baby_of_two_families_of_one_father_is_in_neither_other_page(theme, given, shown):
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
    assert "Max" not in everything(shown(FamilyPage(theme, given.rooms, given.family().id)))
