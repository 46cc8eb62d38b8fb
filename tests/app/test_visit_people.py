"""A visit: somebody new, another worker, a new place, a name, own words, the next date; and what stays apart."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from kit.app.pages.library import LibraryPage
from kit.app.pages.private import PrivatePage
from kit.app.pages.visit import CLOSE, HERE, TALK, VisitPage
from kit.app.pages.visit_steps.newcomer import kinds
from kit.app.pages.visit_steps.visit_forms import NameForm
from kit.app.widgets.button import Button
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notice
from kit.domain.advice import Understanding, VariantKey
from kit.domain.carer import Tie
from kit.domain.family import PlaceKind
from kit.domain.visit import Attended, JointWorker, Room, VisitOutcome
from kit.service.visits import give
from tests.app.entering import House
from tests.app.samples import cut, nameless, reachable, too_low


@pytest.fixture
def house(window, desktop, monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    house = House(window, desktop)
    house.enter()
    house.navigator.open_visit(house.family_id())
    return house


@pytest.fixture
def page(house):
    return house.page


def button(page, words):
    """The newest: rows that were built again are let go of a moment later."""
    return [each for each in page.findChildren(Button) if words in {each.words, each.accessibleName()}][-1]


def dialog_of(page):
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def draft(page):
    return page.view.draft


def newcomer(page, words):
    """Two clicks: the link, and what they are."""
    button(page, "Someone new").click()
    next(action for action in page.here.newcomers.menu.actions() if action.text() == words).trigger()
    return page.view.here[-1]


def test_somebody_new_is_here_after_two_clicks(house, page):
    made = newcomer(page, "Grandparent")
    kept = house.given.carer("")
    assert made.id == kept.id
    assert draft(page).attended(kept.id) is Attended.ALL
    assert {tie.tie for tie in house.given.family().ties_of(kept.id)} == {Tie.GRANDPARENT}
    assert house.given.records.kept.drafts[draft(page).id].attended(kept.id) is Attended.ALL


def test_a_father_who_turns_up_fills_his_place(house, page):
    newcomer(page, "Ruby’s father")
    assert house.given.family().unfilled_places() == ()
    assert "Ruby’s father" not in [words for words, _ in kinds(house.given.family())]


def test_the_name_can_come_later(house, page):
    made = newcomer(page, "Other carer")
    page.go_to_step(CLOSE)
    name = next(each for each in page.close_step.findChildren(Button) if each.accessibleName().startswith("Name: "))
    name.click()
    form = dialog_of(page).form
    assert isinstance(form, NameForm)
    form.given.set_text("Imran")
    dialog_of(page).accept()
    assert house.given.family().carer(made.id).full_name == "Imran"
    assert page.view.name_of(made.id) == "Imran"


def test_another_worker_is_part_of_the_visit_and_comes_off_again(house, page):
    page.go_to_step(HERE)
    button(page, "Another worker").click()
    form = dialog_of(page).form
    dialog_of(page).accept()
    assert form.name.mistake
    form.name.set_text("Alex Pemberton")
    form.role.set_values("Social worker")
    dialog_of(page).accept()
    assert draft(page).joint_workers == (JointWorker("Alex Pemberton", "Social worker"),)
    button(page, "Take off: Alex Pemberton").click()
    assert draft(page).joint_workers == ()


def test_a_new_place_is_added_and_chosen(house, page):
    select = page.here._place  # noqa: SLF001 - a list opens only on a real screen
    select.set_value("new")
    select.activated.emit(select.currentIndex())
    form = dialog_of(page).form
    form.address.set_text("Children’s centre, Dock Road")
    dialog_of(page).accept()
    place = house.given.family().place(draft(page).place_id)
    assert (place.address, place.kind) == ("Children’s centre, Dock Road", PlaceKind.OTHER)
    assert select.value == place.id
    assert len(house.given.family().stays) == 4


def here_alone(house, page):
    """Jade alone, one tick."""
    jade, library, clock = house.given.carer("Jade").id, house.given.rooms.library, house.given.clock

    def change(before):
        after = before.with_presence(jade, Attended.ALL)
        key = VariantKey.named("easy-read")
        after = give(library, clock, after, jade, "every-sleep", key, understanding=Understanding.TOLD_ME)
        return replace(after, room=Room.ALONE)

    page.here.change_requested.emit(change)
    page.go_to_step(TALK)
    return jade


def test_own_words_go_with_the_tick_and_are_not_on_the_grid(house, page):
    jade = here_alone(house, page)
    page.talk.panel.grid.go_to("every-sleep", jade)
    page.talk.panel.own_words_requested.emit(draft(page).tick(jade, "every-sleep"))
    dialog_of(page).form.words.set_text("I put him down flat")
    dialog_of(page).accept()
    assert draft(page).tick(jade, "every-sleep").note == "I put him down flat"
    place = page.talk.panel.grid.grid_model.place_of("every-sleep", jade)
    cell = page.talk.panel.grid.grid_model.cell(*place)
    assert "noted" in cell.note
    assert "flat" not in cell.note


def test_the_next_date_is_set_with_two_clicks(house, page):
    page.go_to_step(CLOSE)
    button(page, "Set a date: No next date is set.").click()
    dialog_of(page).form.day.picks.set_values("14")
    dialog_of(page).accept()
    assert draft(page).next_on == house.given.clock.today() + timedelta(days=14)
    assert "Next visit: 8 December 2026" in page.close_step.summary.box.toPlainText()


def test_a_visit_gone_on_with_says_what_was_found_and_from_when(house, page):
    here_alone(house, page)
    page.leave()
    house.navigator.open_visit(house.family_id())
    said = [each.accessibleName() for each in house.page.findChildren(Notice)]
    assert any("visit begun at 10:00: 1 person here, 1 tick. The last tick is from 10:00." in words for words in said)


def test_a_new_visit_says_nothing_of_the_kind(page):
    assert not any("go on with" in each.accessibleName() for each in page.findChildren(Notice))


def test_closing_as_an_attempt_asks_how_and_what_next(house, page):
    page.here.attempt_requested.emit(VisitOutcome.NO_ACCESS)
    form = dialog_of(page).form
    form.noticed.set_text("Curtains drawn")
    form.next_on.picks.set_values("1")
    dialog_of(page).accept()
    made = house.given.records.kept.visits[-1]
    assert (made.outcome, made.noticed) == (VisitOutcome.NO_ACCESS, "Curtains drawn")
    assert made.next_on == house.given.clock.today() + timedelta(days=1)
    assert not isinstance(house.page, VisitPage)


def test_what_is_said_of_an_attempt_is_kept_with_every_letter(house, page):
    page.here.attempt_requested.emit(VisitOutcome.NO_ACCESS)
    dialog_of(page).form.noticed.set_text("Curtains dr")
    kept = house.given.records.kept.drafts[draft(page).id]
    assert kept.noticed == "Curtains dr"
    dialog_of(page).reject()
    page.here.attempt_requested.emit(VisitOutcome.CANCELLED)
    assert dialog_of(page).form.noticed.text == "Curtains dr"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_somebody_new_by_keys_alone(window, desktop, qtbot):
    """Down into the row under the last person, the link, the second line of its menu."""
    house = House(window, desktop)
    house.enter()
    house.navigator.open_visit(house.family_id())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    link = button(house.page, "Someone new")
    qtbot.waitUntil(link.isVisible)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(link, Qt.Key.Key_Space)
    menu = house.page.here.newcomers.menu
    qtbot.waitUntil(menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert house.given.family().ties_of(house.page.view.here[0].id)[0].tie is Tie.PARTNER_OF_PARENT


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_fits_and_can_be_pressed(house, page, theme, percent):
    newcomer(page, "Grandparent")
    worker = JointWorker("Aleksandra Wojciechowska-Featherstonehaugh", "Family support worker")
    page.here.change_requested.emit(lambda before: replace(before, joint_workers=(worker,)))
    page.go_to_step(HERE)
    theme.choose_text_size(percent)
    assert (nameless(page.here), too_low(page.here), cut(page.here)) == ([], [], [])
    assert reachable(page.here)


# -- what stays apart --------------------------------------------------------------------------------------------------


def library_of(house, page):
    house.navigator._open_library_of_visit(page)  # noqa: SLF001 - as the rail does
    library = house.page
    assert isinstance(library, LibraryPage)
    return library


def test_alone_with_one_carer_it_opens_her_own_page_and_never_a_row(house, page):
    here_alone(house, page)
    before = draft(page)
    library = library_of(house, page)
    library.open_resource("safe-words")
    assert "Add to the visit" in [deed.text() for deed in library.heading.deeds]
    library.add_requested.emit("safe-words")
    private = house.page
    assert isinstance(private, PrivatePage)
    private.question.answered.emit(Room.ALONE)
    form = dialog_of(private).form
    form.ways.set_values("talked-through")
    form.understood.set_values("told-me")
    dialog_of(private).accept()
    kept = house.given.records.kept
    assert [one.text.resource_id for one in kept.restricted] == ["safe-words"]
    assert draft(page) == before
    assert "safe-words" not in str((kept.drafts, kept.advice, kept.outbox, kept.people, kept.visits))
    private.left.emit()
    assert house.page is page
    page.go_to_step(TALK)
    assert "safe-words" not in [row.key for row in page.talk.panel.grid.grid_model.rows]
    page.go_to_step(CLOSE)
    assert "Safe words" not in page.close_step.summary.box.toPlainText()


@pytest.mark.parametrize("room", [Room.SOMEONE_ELSE, Room.NOT_SURE])
def test_with_anyone_else_in_the_room_it_is_nowhere(house, page, room):
    here_alone(house, page)
    page.here.change_requested.emit(lambda before: replace(before, room=room))
    library = library_of(house, page)
    library.open_resource("safe-words")
    assert library.heading.deeds == ()
    library.add_requested.emit("safe-words")
    assert house.page is page
    assert house.given.records.kept.restricted == []


def test_two_carers_here_are_not_alone(house, page):
    here_alone(house, page)
    denise = house.given.carer("Denise").id
    page.here.change_requested.emit(
        lambda before: replace(before.with_presence(denise, Attended.PART), room=Room.ALONE)
    )
    assert page.view.alone_with is None
