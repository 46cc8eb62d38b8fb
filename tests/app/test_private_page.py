"""The private page of one carer: behind the question every time, kept apart, and forgotten when it is left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kit.app.pages.family_parts.dialog import FormDialog
from kit.app.pages.private import PrivatePage
from kit.app.widgets.choices import ChoiceCard
from kit.domain.advice import Reason, Understanding, Way
from kit.domain.carer import NeedKind, Tie
from kit.domain.errors import StoreError
from kit.service import families
from tests.app.books import SECRET, Books
from tests.app.caseload_rooms import LateDesk, practice
from tests.app.looking import button, check_everybody_can_use, dialog, notice, press, settle, words_on

FULL = StoreError("The disk is full. What was there is safe.")
TELLING = ("Safe words", SECRET, "On record", "Another day")
LONG = "Aleksandra-Maria Wojciechowska-Featherstonehaugh"


class Room:
    """A page and what a test looks into."""

    def __init__(self, theme, *, carer="Jade", desk=None, given=None):
        self.given = given or practice()
        self.records, self.carer = self.given.records, self.given.carer(carer)
        rooms = replace(self.given.rooms, library=Books(), desk=desk or self.given.rooms.desk)
        self.page = PrivatePage(theme, rooms, self.given.family(), self.carer.id)

    @property
    def apart(self):
        return self.records.kept.restricted

    def answer(self, number=0):
        settle()
        cards = [each for each in self.page.findChildren(ChoiceCard) if each.isVisible()]
        cards[number].click()
        press(self.page, "Go on")
        settle()
        return self.page

    def record(self, *picked, kept=""):
        button(self.page, "Record…").click()
        form = dialog(self.page).form
        for each in picked:
            press(form, each)
        if kept:
            form.kept_where.set_text(kept)
        dialog(self.page).deed.click()
        settle()
        return form


@pytest.fixture
def room(theme, shown):
    def open_page(**given):
        made = Room(theme, **given)
        shown(made.page, way="families")
        made.page.take_focus()
        return made

    return open_page


@pytest.fixture
def alone(room):
    made = room()
    made.answer()
    return made


def everything(page):
    deeds = [deed.text() for deed in (*page.heading.deeds, page.heading.primary) if deed]
    return "\n".join([words_on(page), page.heading.title, page.heading.facts, *deeds])


# -- the gate ----------------------------------------------------------------------------------------------------------


def test_nothing_is_read_or_said_before_the_question_is_answered(theme, shown):
    desk = LateDesk()
    made = Room(theme, desk=desk)
    shown(made.page)
    assert desk.jobs == []
    said = everything(made.page)
    assert "Who can see or hear this screen?" in said
    assert "Only Jade and me" in said
    for word in (*TELLING, "domestic", "abuse"):
        assert word not in said


@pytest.mark.parametrize("number", [1, 2])
def test_any_answer_but_alone_opens_nothing(room, number):
    made = room()
    made.answer(number)
    assert notice(made.page) == "Someone else may see or hear this. Open it another time."
    for word in TELLING:
        assert word not in everything(made.page)


def test_an_answer_is_needed_and_back_leads_to_the_family(room, qtbot):
    made = room()
    press(made.page, "Go on")
    assert "Choose one of the three first." in words_on(made.page)
    with qtbot.waitSignal(made.page.left):
        press(made.page, "Back to the family")


def test_alone_it_opens_with_what_can_be_shared_and_what_is_on_record(alone):
    said = everything(alone.page)
    assert "Safe words" in said
    assert "Nothing yet." in said
    assert "Another day" in said
    assert "How to ask" not in said, "guidance for workers is in the library"
    assert alone.page.window().windowTitle() == "Home Visit Kit"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_esc_goes_back_and_other_keys_do_not(alone, qtbot, key):
    with qtbot.assertNotEmitted(alone.page.left):
        qtbot.keyClick(alone.page, Qt.Key.Key_F5)
    with qtbot.waitSignal(alone.page.left):
        qtbot.keyClick(alone.page, key)


def test_leaving_forgets_and_asks_again(alone):
    alone.page.hide()
    settle()
    said = everything(alone.page)
    alone.page.show()
    said += everything(alone.page)
    for word in TELLING:
        assert word not in said
    assert "Who can see or hear this screen?" in said
    assert not any(card.isChecked() for card in alone.page.findChildren(ChoiceCard))
    alone.answer()
    assert "Safe words" in everything(alone.page)


def test_what_arrives_after_leaving_is_not_shown(theme, shown):
    desk = LateDesk()
    made = Room(theme, desk=desk)
    shown(made.page)
    made.answer()
    made.page.hide()
    desk.answer()
    made.page.show()
    for word in TELLING:
        assert word not in everything(made.page)


def test_an_error_that_arrives_after_leaving_is_forgotten_too(alone, qtbot):
    alone.records.fail_on_commit = FULL
    alone.page.heading.deeds[0].trigger()
    assert notice(alone.page) == str(FULL)
    alone.page.hide()
    settle()
    alone.page.show()
    assert notice(alone.page) == ""


# -- deeds -------------------------------------------------------------------------------------------------------------


def test_it_is_shown_in_the_variant_that_fits_her(alone, qtbot):
    with qtbot.waitSignal(alone.page.show_requested) as asked:
        press(alone.page, "Show")
    resource, key, _needs = asked.args
    assert (resource, key.name) == ("safe-words", "easy-read")


def test_what_she_needs_is_known(room, qtbot):
    given = practice()
    families.add_need(given.records, given.clock, given.family().id, given.carer("Denise").id, NeedKind.LARGE_PRINT)
    made = room(given=given, carer="Denise")
    made.answer()
    with qtbot.waitSignal(made.page.show_requested) as asked:
        press(made.page, "Show")
    assert asked.args[2] == {NeedKind.LARGE_PRINT}


def test_what_was_shared_is_kept_apart_and_nowhere_else(alone):
    before = len(alone.records.kept.outbox), len(alone.records.kept.advice), len(alone.records.kept.drafts)
    alone.record("Talked", "Told me")
    (record,) = alone.apart
    assert (record.carer_id, record.text.resource_id, record.text.variant) == (
        alone.carer.id,
        "safe-words",
        "easy-read",
    )
    assert (record.ways, record.understanding) == ((Way.TALKED,), Understanding.TOLD_ME)
    kept = alone.records.kept
    assert (len(kept.outbox), len(kept.advice), len(kept.drafts)) == before
    assert "24 November 2026 · Told me · talked" in words_on(alone.page)


def test_a_number_is_given_only_with_where_it_is_kept(alone):
    button(alone.page, "Record…").click()
    form = dialog(alone.page).form
    assert not form.kept_where.isVisible()
    press(form, "Number only")
    press(form, "Not checked")
    settle()
    assert form.kept_where.isVisible()
    dialog(alone.page).deed.click()
    assert form.kept_where.mistake.startswith("Is it safe for them to keep anything?")
    assert alone.apart == []
    form.kept_where.set_text("At her sister’s")
    dialog(alone.page).deed.click()
    assert alone.apart[0].kept_where == "At her sister’s"
    assert "kept: At her sister’s" in words_on(alone.page)


def test_what_is_missing_is_said_beside_it(alone):
    form = alone.record()
    assert form.ways.mistake == "Say how it was given."
    assert form.understood.mistake == "Say what they showed, or not checked."
    press(form, "Talked")
    assert form.ways.mistake == ""
    assert alone.apart == []


def test_another_day_is_the_record_and_not_a_word_more(alone):
    alone.page.heading.deeds[0].trigger()
    (record,) = alone.apart
    assert record.reason is Reason.NOT_SAFE
    said = words_on(alone.page)
    assert "24 November 2026 · it was not safe to talk. Ask again." in said
    assert "denies" not in said.lower()


def test_a_full_disk_keeps_the_form(alone):
    alone.records.fail_on_commit = FULL
    alone.record("Talked", "Told me")
    assert isinstance(dialog(alone.page), FormDialog)
    assert notice(dialog(alone.page)).startswith(str(FULL))
    alone.records.fail_on_commit = None
    dialog(alone.page).deed.click()
    assert len(alone.apart) == 1


def test_one_carers_records_are_never_on_the_page_of_another(room, alone):
    alone.record("Talked", "Told me")
    other = room(given=alone.given, carer="Callum")
    other.answer()
    assert "Nothing yet." in words_on(other.page)
    assert "Told me" not in words_on(other.page)


def test_what_is_kept_after_leaving_is_kept_and_not_shown(theme, shown):
    desk = LateDesk()
    made = Room(theme, desk=desk)
    shown(made.page)
    made.answer()
    desk.answer()
    made.page.heading.deeds[0].trigger()
    made.page.hide()
    desk.answer()
    assert len(made.apart) == 1
    assert desk.jobs == []


def test_a_library_without_anything_to_share_says_so(theme, shown):
    made = Room(theme)
    made.page = PrivatePage(theme, made.given.rooms, made.given.family(), made.carer.id)
    shown(made.page)
    made.answer()
    assert "The library has nothing to share here." in words_on(made.page)


# -- large -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_read_named_and_reached(room, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    made = room()
    check_everybody_can_use(made.page)
    made.answer()
    made.record("Talked", "Number only", "Told me", kept="At her sister’s")
    check_everybody_can_use(made.page)
    button(made.page, "Record…").click()
    check_everybody_can_use(dialog(made.page))
    assert made.page.minimumSizeHint().width() <= window.width()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_pushes_nothing_out_of_the_window(room, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    given = practice()
    families.add_carer(
        given.records, given.clock, given.family().id, LONG, LONG, [(given.child("Noah").id, Tie.OTHER, "")]
    )
    made = room(given=given, carer=LONG)
    settle()
    assert made.page.minimumSizeHint().width() <= window.width()
    made.answer()
    assert made.page.minimumSizeHint().width() <= window.width()
