"""The visit page: where the baby sleeps, and the plan. By keys, by fingers, and kept at every touch."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from kit.app.look.marks import Mark
from kit.app.pages.family import FamilyPage
from kit.app.pages.family_parts.plan_records import PlanView
from kit.app.pages.family_parts.sleep_records import SleepRecordsView
from kit.app.pages.leaflet import PlanLeafletPage
from kit.app.pages.visit import PLAN, SLEEP, WORDS, VisitPage
from kit.app.pages.visit_steps.new_place import AWAY, LIVES
from kit.app.widgets.button import Button
from kit.app.widgets.check import Select
from kit.app.widgets.choices import Answers, Segments
from kit.app.widgets.menu import Menu
from kit.app.widgets.rail import Frame
from kit.app.widgets.steps import VisitSteps
from kit.app.widgets.text import LineView, TwoLines
from kit.domain.advice import Topic
from kit.domain.plan import ActionOutcome
from kit.domain.sleep import Condition, Known, Night, Reply, SleepAnswer, SleepItem
from kit.domain.visit import Attended
from kit.service import families, visits
from tests import fakes
from tests.app import caseload_rooms
from tests.app.entering import House
from tests.app.samples import cut, nameless, too_low

LONG_PLACE = "Flat 112, Wojciechowska-Featherstonehaugh House, Upper Harbour Street, Great Warrington"


@pytest.fixture
def given(monkeypatch):
    monkeypatch.setattr(Menu, "popup", lambda *_: None)
    made = caseload_rooms.library()
    more = [fakes.resource(one, topic=Topic.SAFER_SLEEP) for one in ("sofas-and-beds", "clear-flat-firm")]
    monkeypatch.setattr(caseload_rooms, "library", lambda: fakes.FakeLibrary(*made.resources(), *more))
    return caseload_rooms.practice()


@pytest.fixture
def opened(theme, window, qtbot):
    def open_page(given, family="Ellison", here="Jade"):
        page = VisitPage(theme, given.rooms, given.family(family).id)
        window.set_frame(Frame.VISIT)
        window.show_page(page, "visit")
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        carer = given.carer(here, family).id
        page.here.change_requested.emit(lambda draft: draft.with_presence(carer, Attended.ALL))
        return page

    return open_page


@pytest.fixture
def page(opened, given):
    page = opened(given)
    page.go_to_step(SLEEP)
    return page


def kept(given):
    """The draft as it is in the records."""
    return next(iter(given.records.kept.drafts.values()))


def focused(page):
    return page.window().focusWidget()


def key(page, qtbot, *keys):
    for one in keys:
        qtbot.keyClick(focused(page), one)


def tonight(given, page):
    return kept(given).space(page.view.draft.place_id, Night.TONIGHT)


def settle():
    """Let Qt show what was added and let go of what is gone."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.sendPostedEvents()


def press(root, words):
    settle()
    next(each for each in root.findChildren(Button) if each.words == words and each.isVisible()).click()


def dialog_of(page):
    return next(each for each in page.window().findChildren(QDialog) if each.isVisible())


def said(root):
    settle()
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible()]


def test_five_steps_in_any_order(page, qtbot):
    assert WORDS == ("Here", "Talk", "Sleep space", "Plan", "Close")
    for number, at in ((Qt.Key.Key_5, 4), (Qt.Key.Key_4, PLAN), (Qt.Key.Key_1, 0), (Qt.Key.Key_3, SLEEP)):
        qtbot.keyClick(page, number, Qt.KeyboardModifier.ControlModifier)
        assert page.heading.step == at
    for step in (page.here, page.talk, page.sleep, page.plan):
        page.go_to_step(page._steps.index(step))  # noqa: SLF001 - where it is
        before = page.heading.step
        step.primary.click()
        assert page.heading.step == before + 1


def test_by_keys_alone_and_kept_at_every_touch(page, given, qtbot):
    key(page, qtbot, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_3)
    answers = [line.answer for line in tonight(given, page).lines]
    assert answers == [SleepAnswer.SEEN_FINE, SleepAnswer.TOLD_FINE, SleepAnswer.CHANGE]
    assert page.is_kept
    key(page, qtbot, Qt.Key.Key_Up, Qt.Key.Key_0)
    assert [line.item for line in tonight(given, page).lines] == [SleepItem.OWN_BED, SleepItem.BEDDING]
    assert "1 thing to change · 6 not asked" in page.sleep._counts.accessibleName()  # noqa: SLF001 - what it says


def test_a_step_is_done_when_something_was_seen(page, qtbot):
    assert not page.heading.steps[SLEEP].is_done
    key(page, qtbot, Qt.Key.Key_2)
    assert not page.heading.steps[SLEEP].is_done
    key(page, qtbot, Qt.Key.Key_1)
    assert page.heading.steps[SLEEP].is_done


def test_change_opens_what_was_agreed_in_the_same_row(page, given, qtbot):
    rows = page.sleep.rows
    key(page, qtbot, Qt.Key.Key_3)
    chip = rows.chip(SleepItem.OWN_BED)
    assert (chip.isVisible(), chip.words) == (True, "Say what")
    editor = rows.editors[SleepItem.OWN_BED]
    press(editor, "A cot of their own")
    press(editor.who, "Denise")
    press(editor, "Tomorrow")
    press(editor, "I saw it")
    assert not editor.asked.isVisible()
    press(editor, "Travel cot")
    press(editor.asked, "Baby bank")
    agreed = tonight(given, page).line(SleepItem.OWN_BED).agreed
    assert (agreed.what, agreed.who, agreed.known) == ("A cot of their own", "Denise", Known.SEEN)
    assert (agreed.missing, agreed.asked_from) == ("Travel cot", "Baby bank")
    assert chip.words == "A cot of their own, Denise, by 25 Nov"
    assert "asked from: Baby bank" in chip.accessibleName()
    press(editor, "Done")
    assert (rows.editors, focused(page)) == ({}, chip)
    chip.click()
    assert rows.editors[SleepItem.OWN_BED].what.picks.value == "A cot of their own"


def test_other_words_are_kept_while_they_are_typed_and_private_ones_never(page, given, qtbot):
    key(page, qtbot, Qt.Key.Key_3)
    what = page.sleep.rows.editors[SleepItem.OWN_BED].what
    press(what, "Other")
    qtbot.keyClicks(what.words.line, "The refuge has a cot")
    assert tonight(given, page).line(SleepItem.OWN_BED).agreed.what == ""
    what.words.line.clearFocus()
    assert "private page" in what.words.mistake
    what.words.line.clear()
    qtbot.keyClicks(what.words.line, "A cot from Gran")
    assert tonight(given, page).line(SleepItem.OWN_BED).agreed.what == "A cot from Gran"


def test_another_answer_takes_back_what_was_agreed(page, given, qtbot):
    key(page, qtbot, Qt.Key.Key_3)
    press(page.sleep.rows.editors[SleepItem.OWN_BED], "A cot of their own")
    key(page, qtbot, Qt.Key.Key_1)
    line = tonight(given, page).line(SleepItem.OWN_BED)
    assert (line.answer, line.agreed.what) == (SleepAnswer.SEEN_FINE, "")
    assert not page.sleep.rows.chip(SleepItem.OWN_BED).isVisible()
    assert page.sleep.rows.editors == {}


def test_tonight_tomorrow_and_away_are_kept_apart(page, given, qtbot):
    key(page, qtbot, Qt.Key.Key_1)
    page.sleep.nights.options[1].click()
    place = page.view.draft.place_id
    assert kept(given).space(place, Night.TOMORROW).is_empty
    assert page.sleep.same.isVisible()
    page.sleep.same.click()
    assert kept(given).space(place, Night.TOMORROW).lines == tonight(given, page).lines
    assert not page.sleep.same.isVisible()
    assert kept(given).space(place, Night.AWAY).is_empty


def test_what_was_known_before_is_said_and_never_ticked(page):
    assert page.sleep.space.is_empty
    assert page.sleep._before.words == "Before today: sleep space seen 12 Nov · 1 thing to change"  # noqa: SLF001


def add_place(page, which, address="Denise’s"):
    page.ask_for_sleep_place()
    dialog = dialog_of(page)
    dialog.form.address.set_text(address)
    next(card for card in dialog.form.cards if card.choice.key == which).click()
    dialog.deed.click()
    settle()


def test_a_place_for_now_and_then_is_another_sleep_space(page, given, qtbot):
    key(page, qtbot, Qt.Key.Key_1)
    add_place(page, AWAY)
    assert page.sleep.space.is_empty
    switch = next(each for each in page.sleep.findChildren(Segments) if each.accessibleName() == "Place")
    assert [each.words for each in switch.options] == ["Room 4, Harbour House", "Denise’s"]
    assert len(given.family().stays) == 4
    switch.options[0].click()
    assert not page.sleep.space.is_empty


def test_a_move_in_the_visit_makes_the_sleep_space_unseen(page, given, qtbot):
    key(page, qtbot, Qt.Key.Key_1)
    add_place(page, LIVES, "9 Quay Street")
    assert page.sleep.space.is_empty
    assert page.sleep._before.words == "Before today: sleep space not seen since the move"  # noqa: SLF001
    page.go_to_step(4)
    assert "Sleep space not seen: 9 Quay Street." in said(page.close_step)


def test_a_new_place_asks_whether_they_live_there(page):
    page.ask_for_sleep_place()
    dialog = dialog_of(page)
    dialog.deed.click()
    assert dialog.isVisible()
    assert "Say whether they live there now." in said(dialog)
    dialog.reject()


def test_a_family_without_a_place_is_asked_for_one(opened, given):
    page = opened(given, "Marsh", "Kerry")
    page.go_to_step(SLEEP)
    assert "No place is known yet" in said(page.sleep)
    press(page.sleep, "Add the place")
    dialog = dialog_of(page)
    dialog.form.address.set_text("4 Orchard Row")
    dialog.deed.click()
    assert page.sleep.space is not None
    assert "No place is known yet" not in said(page.sleep)


def test_a_yes_leads_to_the_advice_and_to_no_number(page, given, qtbot):
    button = page.sleep.conditions.button(Condition.SOFAS)
    assert not button.isVisible()
    page.sleep.conditions.answered.emit(str(Condition.SOFAS), str(Reply.YES))
    assert kept(given).space(page.view.draft.place_id, Night.TONIGHT).reply(Condition.SOFAS) is Reply.YES
    button.click()
    assert page.heading.step == 1
    assert "sofas-and-beds" in [row.key for row in page.talk.panel.grid.grid_model.rows]


def test_something_to_change_leads_to_its_advice_too(page, qtbot):
    key(page, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_3)
    press(page.sleep.rows.editors[SleepItem.BEDDING], "Talk about it")
    assert page.heading.step == 1
    assert page.talk.panel.grid.keys_at(page.talk.panel.grid.currentIndex())[0] == "clear-flat-firm"


def test_that_the_baby_came_early_is_known_already(page):
    names = [each.accessibleName() for each in page.sleep.conditions.findChildren(object) if hasattr(each, "set_lines")]
    assert any("Noah was born 4 weeks early" in name for name in names)


def test_a_parent_is_shown_the_page_in_their_form(page, qtbot):
    with qtbot.waitSignal(page.show_requested) as asked:
        page.sleep.show_page.click()
    assert (asked.args[0], asked.args[1].name) == ("clear-flat-firm", "easy-read")


def test_the_end_of_the_visit_leads_back_to_what_is_missing(page, qtbot):
    page.go_to_step(4)
    assert "Sleep space not seen: Room 4, Harbour House." in said(page.close_step)
    press(page.close_step, "Look")
    assert page.heading.step == SLEEP


def test_keys_are_explained_where_there_is_no_room_for_them(page, theme):
    page.sleep.hints.all_keys_requested.emit()
    assert any("1: seen, fine" in each for each in said(page))
    page.plan.hints.all_keys_requested.emit()
    assert any("1: done" in each for each in said(page))


# -- the plan ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def plan(page):
    page.go_to_step(PLAN)
    return page.plan


def only_form(plan):
    [form] = plan.forms.values()
    return form


def test_what_became_of_it_is_said_by_keys(page, plan, given, qtbot):
    for one, outcome in (("2", ActionOutcome.PARTLY), ("1", ActionOutcome.DONE)):
        key(page, qtbot, one)
        [review] = kept(given).plan.reviews
        assert review.outcome is outcome
    key(page, qtbot, Qt.Key.Key_0)
    assert kept(given).plan.reviews == ()


def test_an_action_begins_with_one_press_and_every_word_is_kept(page, plan, given, qtbot):
    press(plan, "The next visit happens")
    form = only_form(plan)
    assert form.want.line.hasFocus()
    form.want.line.clear()
    qtbot.keyClicks(form.want.line, "A cot")
    press(form.who, "Callum")
    press(form.by, "Tomorrow")
    [action] = kept(given).plan.actions
    assert (action.want, action.who, action.carer_id) == ("A cot", "Callum", given.carer("Callum").id)
    assert (action.due_on - page.view.today).days == 1
    assert page.heading.steps[PLAN].is_done is False
    key(page, qtbot)
    plan.reviews.answered.emit(page.view.plan.open[0].action.id, str(ActionOutcome.DONE))
    assert page.heading.steps[PLAN].is_done
    press(form, "Take it out")
    assert kept(given).plan.actions == ()
    assert plan.forms == {}


def test_private_words_are_said_to_be_so_and_never_kept(page, plan, given, qtbot):
    press(plan, "Something else")
    form = only_form(plan)
    form.does.take_focus()
    qtbot.keyClicks(form.does.line, "Rings the refuge")
    assert "refuge" not in str(kept(given))
    form.does.line.clearFocus()
    assert "private page" in form.does.mistake
    plan.words.box.setPlainText("He is violent")
    assert "violent" not in str(kept(given))
    assert any("private page" in each for each in said(plan))


def test_there_is_room_for_three(page, plan, given):
    press(plan, "Something else")
    assert "Room for 1 more action." in said(plan)
    press(plan, "Something else")
    assert "There are 3: that is enough." in said(plan)
    assert not plan.starts.isVisible()


def test_what_was_agreed_at_the_cot_is_offered_first(page, plan, qtbot):
    page.go_to_step(SLEEP)
    key(page, qtbot, Qt.Key.Key_3)
    press(page.sleep.rows.editors[SleepItem.OWN_BED], "A travel cot for now")
    page.go_to_step(PLAN)
    settle()
    first = plan.starts.findChildren(Button)
    assert "Baby has a cot of their own" in [each.words for each in first if each.isVisible()]
    press(plan, "Baby has a cot of their own")
    assert only_form(plan).does.text == "A travel cot for now"


def test_the_parents_words_are_kept_with_whose_they_are(plan, given, qtbot):
    qtbot.keyClicks(plan.words.box, "I want him near.")
    assert (kept(given).plan.words, kept(given).plan.words_of) == ("I want him near.", given.carer("Jade").id)


def test_a_draft_gone_on_with_shows_what_was_said(page, plan, given, opened, qtbot):
    press(plan, "The next visit happens")
    qtbot.keyClicks(plan.words.box, "We like it.")
    page.go_to_step(SLEEP)
    key(page, qtbot, Qt.Key.Key_1)
    again = opened(given)
    again.go_to_step(PLAN)
    assert only_form(again.plan).want.text == "The next visit happens"
    assert again.plan.words.box.toPlainText() == "We like it."
    again.go_to_step(SLEEP)
    assert again.sleep.space.line(SleepItem.OWN_BED).answer is SleepAnswer.SEEN_FINE


def test_the_copy_holds_what_is_open_and_what_is_new(page, plan, qtbot):
    press(plan, "The next visit happens")
    with qtbot.waitSignal(page.plan_requested) as asked:
        plan.copy.click()
    wants = [line.want for line in asked.args[0].lines]
    assert wants == ["Noah sleeps on a firm, flat mattress", "The next visit happens"]


def test_a_family_without_a_plan_has_nothing_to_copy(opened, given):
    page = opened(given, "Haddad", "Leila")
    page.go_to_step(PLAN)
    assert not page.plan.copy.isEnabled()
    assert not page.plan.reviews.isVisible()


def reached_by_tab(page):
    """Whether Tab reaches every control, and of one-of-many the one from which arrows go on."""
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    groups = {}
    for each in shown:
        alone = not isinstance(each.parent(), Answers | Segments | VisitSteps)
        groups.setdefault(each if alone else each.parent(), []).append(each)
    return all(any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in group) for group in groups.values())


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("step", [SLEEP, PLAN])
def test_nothing_is_cut_nameless_or_too_small(page, given, theme, qtbot, percent, step):
    families.add_carer(
        given.records, given.clock, given.family().id, "Aleksandra-Maria", "Featherstonehaugh",
        [(given.child("Noah").id, families.Tie.OTHER, "")],
    )  # fmt: skip
    add_place(page, AWAY, LONG_PLACE)
    page.sleep.choose_place(page.view.draft.place_id)
    key(page, qtbot, Qt.Key.Key_3)
    page.go_to_step(step)
    if step == PLAN:
        press(page.plan, "Something else")
    theme.choose_text_size(percent)
    theme.fit_width(1366)
    qtbot.waitUntil(lambda: (cut(page), nameless(page), too_low(page)) == ([], [], []))
    assert reached_by_tab(page)


def test_many_places_drop_down_in_a_list(page):
    add_place(page, AWAY, LONG_PLACE)
    assert [each.accessibleName() for each in page.sleep.findChildren(Select) if each.isVisible()] == ["Place"]


# -- in the whole application ------------------------------------------------------------------------------------------


def test_a_visit_that_is_closed_is_on_the_family_page(window, desktop, qtbot):
    house = House(window, desktop)
    house.enter().open_visit(house.family_id("Haddad"))
    page = house.page
    leila = house.given.carer("Leila", "Haddad").id
    page.here.change_requested.emit(lambda draft: draft.with_presence(leila, Attended.ALL))
    page.go_to_step(SLEEP)
    page.sleep.rows.answered.emit(str(SleepItem.OWN_BED), str(SleepAnswer.SEEN_FINE))
    page.go_to_step(PLAN)
    press(page.plan, "The next visit happens")
    page.plan.copy.click()
    assert isinstance(house.page, PlanLeafletPage)
    house.page.heading.back_requested.emit()
    page._ending._close(page.view, visits.VisitOutcome.SEEN)  # noqa: SLF001 - as the dialog does
    family = house.page
    assert isinstance(family, FamilyPage)
    names = [each.accessibleName() for each in family.overview.findChildren(LineView)]
    assert "Sleep space seen 24 Nov" in names
    assert any("The next visit happens" in name for name in names)


@pytest.fixture
def family(theme, window, given, qtbot):
    page = FamilyPage(theme, given.rooms, given.family().id)
    window.set_frame(Frame.FAMILIES)
    window.show_page(page, "families")
    window.show()
    qtbot.waitExposed(window)
    return page


def test_the_panel_tells_seen_agreed_and_overdue(family):
    parts = {
        each.accessibleName(): each.parts for each in family.overview.findChildren(object) if hasattr(each, "parts")
    }
    assert parts["Sleep space seen 12 Nov · 1 thing to change"][0].mark is Mark.NOT_YET
    late = next(name for name in parts if name.startswith("Overdue since 20 Nov: Noah sleeps"))
    assert parts[late][0].mark is Mark.OVERDUE


def test_records_of_sleep_spaces_are_looked_at_and_corrected(family, given, qtbot):
    press_named(family, "All records of sleep spaces")
    view = family.findChild(SleepRecordsView)
    assert any("A new mattress, Denise, by 20 November" in each for each in said(view))
    press(view, "Correct this")
    dialog = dialog_of(family)
    dialog.form.items[SleepItem.OWN_BED].set_values(str(SleepAnswer.TOLD_FINE))
    dialog.deed.click()
    assert dialog.isVisible()
    dialog.form.why.set_text("Only told.")
    with qtbot.waitSignal(family.changed):
        dialog.deed.click()
    again = next(each for each in family.findChildren(SleepRecordsView) if each.isVisible())
    assert "No longer counts. Corrected on 24 November: Only told." in said(again)
    assert len(given.records.kept.sleep_plan) == 8 + 1


def press_named(root, name):
    next(each for each in root.findChildren(Button) if each.accessibleName() == name and each.isVisible()).click()


def test_the_whole_plan_is_looked_at_corrected_and_copied(family, given, qtbot):
    press_named(family, "The whole plan")
    view = family.findChild(PlanView)
    assert any("I want him close to me" in each for each in said(view))
    press(view, "Correct the words")
    dialog = dialog_of(family)
    dialog.form.want.set_text("The refuge")
    dialog.form.why.set_text("Not that.")
    dialog.deed.click()
    assert "private page" in dialog.form.want.mistake
    dialog.form.want.set_text("Noah has a mattress")
    with qtbot.waitSignal(family.changed):
        dialog.deed.click()
    again = next(each for each in family.findChildren(PlanView) if each.isVisible())
    settle()
    assert any("Noah has a mattress" in each.accessibleName() for each in again.findChildren(TwoLines))
    with qtbot.waitSignal(family.plan_requested) as asked:
        press(again, "Copy for the family")
    assert [line.want for line in asked.args[0].lines] == ["Noah has a mattress"]


def test_what_a_parent_said_and_what_became_of_it_are_corrected(theme, window, given, qtbot):
    page = FamilyPage(theme, given.rooms, given.family("Okoro").id)
    window.show_page(page, "families")
    window.show()
    press_named(page, "The whole plan")
    press(page, "Correct the outcome")
    dialog = dialog_of(page)
    press(dialog.form, "Not done")
    dialog.form.why.set_text("She forgot.")
    with qtbot.waitSignal(page.changed):
        dialog.deed.click()
    view = next(each for each in page.findChildren(PlanView) if each.isVisible())
    assert any("Not done (corrected: She forgot.)" in each for each in said(view))


def test_a_parents_words_are_corrected(family, qtbot):
    press_named(family, "The whole plan")
    press(family.findChild(PlanView), "Correct this")
    dialog = dialog_of(family)
    dialog.form.words.box.setPlainText("I want him in his cot.")
    dialog.form.why.set_text("Misheard.")
    with qtbot.waitSignal(family.changed):
        dialog.deed.click()
    view = next(each for each in family.findChildren(PlanView) if each.isVisible())
    assert "“I want him in his cot.”" in said(view)
