"""After a press on Print: sent until it is done, every failure with its way out, later, the bag, and who was told."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from kit.app.pages.leaflet import ForWhom, LeafletPage, PlanLeafletPage, Printout
from kit.app.pages.leaflet.choices import NOT_TELLING
from kit.app.pages.leaflet.design_card import DesignCard
from kit.app.pages.leaflet.outcome import (
    CANCEL,
    LOOK_AGAIN,
    PRINT_LATER,
    SAVE,
    TRY_AGAIN,
    Said,
    TalkedThrough,
    ways_out,
)
from kit.app.pages.leaflet.run import PrintRun
from kit.app.printing import HowToPrint, JobState, PrintJob, Progress
from kit.app.widgets.chip import Chip
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notice
from kit.app.widgets.painted import Painted
from kit.app.widgets.rail import Frame
from kit.domain.advice import VariantKey
from kit.domain.errors import (
    DriverError,
    JobRefusedError,
    NoPrinterError,
    PaperError,
    PressError,
    PrinterStoppedError,
    StoreError,
    UnreachableError,
)
from kit.domain.leaflet import PlanPaper
from kit.domain.paper import came_out
from kit.service.printing import PrintWish
from tests.app.caseload_rooms import LateDesk, practice
from tests.app.looking import button, check_everybody_can_use, notice, press, settle, words_on
from tests.app.papers import OFFICE, FakePrinting, PaperPress

EASY = VariantKey.named("easy-read")
NOW, LATER = "Sent to Front office.", "It is on the list to print later."


class Desk:
    """A leaflet page of the Ellisons that follows its jobs, and what a test looks into."""

    def __init__(self, theme, *, here=(), is_for_nobody=False, printers=(OFFICE,), wish=None, **rooms):
        self.given = practice()
        self.printing = FakePrinting(*printers)
        self.printing.job = PrintJob("Front_office", 7)
        self.rooms = replace(self.given.rooms, **{"press": PaperPress()} | rooms)
        self.ids = {name: self.given.carer(name).id for name in ("Jade", "Denise")}
        whom = [] if is_for_nobody else [ForWhom(one, name, EASY) for name, one in self.ids.items()]
        usual = PrintWish("every-sleep", EASY, family_id="" if is_for_nobody else self.given.family().id)
        asked = [self.ids[name] for name in here]
        self.page = LeafletPage(
            theme, self.rooms, "every-sleep", EASY, whom, self.printing, wish=wish or usual, here=asked
        )

    def print(self):
        self.page.heading.primary.trigger()

    def becomes(self, state, trouble=None):
        """The printing system says so when it is asked the next time."""
        self.printing.became = Progress(state, trouble)
        self.page.findChild(PrintRun).look()

    @property
    def buttons(self):
        settle()
        (said,) = [each for each in self.page.findChildren(Notice) if each.isVisible()]
        return [each.words for each in said.findChildren(Painted) if each.isVisible()]

    @property
    def kept(self):
        return self.given.records.kept


@pytest.fixture
def opened(theme, shown):
    def open_page(**given):
        desk = Desk(theme, **given)
        shown(desk.page, Frame.VISIT, "leaflet")
        return desk

    return open_page


@pytest.fixture
def desk(opened):
    return opened()


# -- how ---------------------------------------------------------------------------------------------------------------


def line(desk, words):
    press(desk.page, "Change")
    menu = next(each for each in desk.page.findChildren(Menu) if each.actions())
    return next(each for each in menu.actions() if each.text() == words)


def test_colour_and_sides_are_chosen_and_said(desk):
    assert "Ready · job name “Leaflet” · colour · both sides" in words_on(desk.page)
    assert line(desk, "In colour").isChecked()
    line(desk, "In colour").trigger()
    line(desk, "On both sides").trigger()
    assert "black and white · one side" in words_on(desk.page)
    assert not line(desk, "In colour").isChecked()
    desk.print()
    assert desk.printing.sent[0][2] == HowToPrint(1, in_colour=False, on_both_sides=False)


def test_what_a_printer_cannot_do_is_not_offered(opened):
    desk = opened(printers=(replace(OFFICE, has_colour=False, has_two_sides=False),))
    press(desk.page, "Change")
    menu = next(each for each in desk.page.findChildren(Menu) if each.actions())
    assert not {"In colour", "On both sides"} & {each.text() for each in menu.actions()}
    assert " · colour" not in words_on(desk.page)


# -- following ---------------------------------------------------------------------------------------------------------


def test_it_is_sent_until_the_system_says_it_is_done(desk):
    desk.print()
    assert notice(desk.page).startswith(NOW)
    assert desk.buttons == [CANCEL]
    desk.becomes(JobState.SENT)
    assert notice(desk.page).startswith(NOW)
    desk.becomes(JobState.DONE)
    assert notice(desk.page).startswith("Printed on Front office. Printing is not telling.")
    assert desk.buttons == []


def test_it_is_asked_again_until_it_is_over(desk):
    (timer,) = desk.page.findChild(PrintRun).findChildren(QTimer)
    assert not timer.isActive()
    desk.print()
    assert timer.isActive()
    desk.becomes(JobState.SENT)
    assert timer.isActive()
    desk.becomes(JobState.DONE)
    assert not timer.isActive()


def test_what_nobody_can_follow_stays_sent(desk):
    desk.printing.job = None
    desk.print()
    assert notice(desk.page).startswith(NOW)
    assert desk.buttons == []
    assert len(came_out(desk.kept.printed)) == 1


def test_what_keeps_it_is_said_and_goes_when_it_goes(desk):
    desk.print()
    desk.becomes(JobState.SENT, PaperError("The printer has no paper. The leaflet waits there.", is_sent=True))
    assert notice(desk.page) == "The printer has no paper. The leaflet waits there."
    assert desk.buttons == [CANCEL], "sending again would print it twice"
    desk.becomes(JobState.SENT)
    assert notice(desk.page).startswith(NOW)


def test_it_is_taken_back(desk):
    desk.print()
    press(desk.page, CANCEL)
    assert desk.printing.cancelled == [desk.printing.job]
    assert notice(desk.page).startswith("Taken back from Front office.")
    assert came_out(desk.kept.printed) == ()


def test_a_system_that_falls_silent_is_said_and_asked_again(desk):
    desk.print()
    desk.printing.fails = UnreachableError("The printing system does not answer.", is_sent=True)
    desk.page.findChild(PrintRun).look()
    assert notice(desk.page) == "The printing system does not answer."
    desk.printing.fails = None
    desk.becomes(JobState.DONE)
    assert notice(desk.page).startswith("Printed on")


def test_only_the_newest_sheet_is_followed(desk):
    desk.print()
    old, desk.printing.job = desk.printing.job, PrintJob("Front_office", 8)
    desk.print()
    run = desk.page.findChild(PrintRun)
    run._on_looked(old, Progress(JobState.FAILED, DriverError("Broken.")))  # noqa: SLF001 - an answer that comes late
    assert notice(desk.page).startswith(NOW)


# -- the page is left, or the records closed, before it is over --------------------------------------------------------


def leave(desk):
    desk.page.hide()
    shiboken6.delete(desk.page)


@pytest.fixture
def kept_on(opened):
    """A page of which the print is kept when it is left; and who keeps it."""
    keeper = QObject()
    desk = opened(press_line=LateDesk())
    desk.page.keep_prints(keeper)
    yield desk, keeper
    shiboken6.delete(keeper)


def send(desk):
    desk.rooms.press_line.answer()
    desk.print()


def test_a_page_left_while_it_is_sent_loses_no_record(kept_on):
    desk, _keeper = kept_on
    send(desk)
    leave(desk)
    assert desk.kept.printed == []
    desk.rooms.press_line.answer()
    assert len(came_out(desk.kept.printed)) == 1


def test_what_fails_after_the_page_was_left_is_corrected(kept_on):
    desk, keeper = kept_on
    send(desk)
    desk.rooms.press_line.answer()
    leave(desk)
    desk.printing.became = Progress(JobState.FAILED, DriverError("The printer could not print the leaflet."))
    keeper.findChild(PrintRun).look()
    desk.rooms.press_line.answer()
    assert came_out(desk.kept.printed) == ()


def test_what_was_on_its_way_when_the_records_closed_is_on_record_once(kept_on):
    desk, keeper = kept_on
    send(desk)
    keeper.findChild(Printout).close()
    assert len(came_out(desk.kept.printed)) == 1
    desk.rooms.press_line.answer()
    assert len(desk.kept.printed) == 1


def test_a_second_print_does_not_end_the_following_of_the_first(desk):
    first, second = PrintJob("Front_office", 7), PrintJob("Front_office", 8)
    desk.print()
    desk.printing.job = second
    desk.printing.became_of = {first: Progress(JobState.FAILED, DriverError("It could not be printed."))}
    desk.print()
    for run in desk.page.findChildren(PrintRun):
        run.look()
    assert notice(desk.page).startswith("Sent to Front office.")
    kept = desk.kept.printed
    assert len(kept) == 3
    assert kept[2].corrects == kept[0].id
    assert [one.id for one in came_out(kept)] == [kept[1].id]


def test_a_page_left_without_a_print_is_not_kept(kept_on):
    desk, keeper = kept_on
    leave(desk)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert keeper.children() == []


def test_what_the_printer_may_have_is_on_record_and_offers_nothing_that_cannot_be_done(desk):
    desk.printing.fails = UnreachableError("It did not answer to the end. Look at the printer.", is_sent=True)
    desk.print()
    assert len(came_out(desk.kept.printed)) == 1
    assert desk.buttons == []


# -- what went wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (NoPrinterError, LOOK_AGAIN),
        (UnreachableError, TRY_AGAIN),
        (PaperError, TRY_AGAIN),
        (PrinterStoppedError, TRY_AGAIN),
        (JobRefusedError, SAVE),
        (DriverError, SAVE),
    ],
)
def test_each_failure_has_its_way_out_and_later(desk, kind, first, qtbot):
    desk.printing.fails = kind("It did not print. Nothing was sent.")
    with qtbot.assertNotEmitted(desk.page.sent):
        desk.print()
    assert notice(desk.page) == "It did not print. Nothing was sent."
    assert desk.buttons == [first, PRINT_LATER]
    assert desk.kept.printed == []
    desk.printing.fails = None
    if first == TRY_AGAIN:
        press(desk.page, TRY_AGAIN)
        assert notice(desk.page).startswith(NOW)


def test_a_printer_that_stopped_is_not_called_ready_any_more(desk, monkeypatch):
    assert "Ready" in words_on(desk.page.bar)
    stopped = replace(OFFICE, is_ready=False)
    desk.printing.fails = PrinterStoppedError("The printer is stopped. Nothing was sent.")
    monkeypatch.setattr(desk.printing, "printers", lambda: (stopped,))
    desk.print()
    assert "Stopped" in words_on(desk.page.bar)
    assert notice(desk.page) == "The printer is stopped. Nothing was sent."


def test_what_lies_with_the_printer_is_never_offered_to_be_sent_again():
    for kind in (UnreachableError, PaperError, PrinterStoppedError):
        assert ways_out(kind("It waits there.", is_sent=True)) == (CANCEL,)


def test_a_failure_of_the_leaflet_can_be_saved():
    assert ways_out(PressError("A picture is missing.")) == (SAVE,)


def test_a_job_that_was_thrown_away_is_not_on_record_as_printed(desk):
    desk.print()
    assert len(came_out(desk.kept.printed)) == 1
    desk.becomes(JobState.FAILED, DriverError("The printer could not print the leaflet."))
    assert notice(desk.page) == "The printer could not print the leaflet."
    assert desk.buttons == [SAVE, PRINT_LATER]
    assert came_out(desk.kept.printed) == ()
    assert desk.kept.printed[-1].why == "The printer could not print the leaflet."


def test_a_failure_that_is_known_before_the_record_is_kept_corrects_it_all_the_same(opened):
    late = LateDesk()
    desk = opened(desk=late)
    late.answer()
    desk.print()
    desk.becomes(JobState.FAILED, DriverError("The printer could not print the leaflet."))
    late.answer()
    late.answer()
    assert len(desk.kept.printed) == 2
    assert came_out(desk.kept.printed) == ()


def test_look_again_finds_the_printers_of_now(desk):
    desk.printing.fails = NoPrinterError("The printer is gone.")
    desk.print()
    desk.printing.fails, desk.printing.known = None, [replace(OFFICE, name="New", title="New one")]
    press(desk.page, LOOK_AGAIN)
    assert "New one" in words_on(desk.page)


def test_before_unlocking_nothing_can_wait_and_nothing_is_recorded(opened):
    desk = opened(records=None, is_for_nobody=True)
    desk.printing.fails = PaperError("No paper.")
    desk.print()
    assert desk.buttons == [TRY_AGAIN]
    desk.printing.fails = None
    press(desk.page, TRY_AGAIN)
    desk.becomes(JobState.DONE)
    assert desk.buttons == []


def test_a_record_that_cannot_be_kept_is_said(desk):
    desk.given.records.fail_on_commit = StoreError("The disk is full. Nothing that was kept before is lost.")
    desk.print()
    assert notice(desk.page).startswith("The disk is full.")


# -- later -------------------------------------------------------------------------------------------------------------


def test_what_cannot_be_printed_waits_as_what_to_print_and_not_as_paper(desk):
    desk.printing.fails = PrinterStoppedError("The printer is stopped.")
    desk.print()
    press(desk.page, PRINT_LATER)
    assert notice(desk.page).startswith(LATER)
    (waits,) = desk.kept.to_print.values()
    assert (waits.resource_id, waits.variant, waits.carer_id) == ("every-sleep", "easy-read", desk.ids["Jade"])
    assert "pdf" not in " ".join(type(waits).__slots__)


def test_without_any_printer_it_can_wait_whatever_is_chosen(opened):
    desk = opened(printers=())
    assert notice(desk.page).startswith("No printer was found.")
    next(each for each in desk.page.findChildren(DesignCard) if each.design.key == "large-print").click()
    assert notice(desk.page).startswith("No printer was found.")
    press(desk.page, PRINT_LATER)
    assert [one.design for one in desk.kept.to_print.values()] == ["large-print"]


def test_what_waits_begins_as_it_was_wished_and_is_done_when_it_is_printed(opened):
    given = practice()
    wish = PrintWish("every-sleep", EASY, "large-print", 3, given.family().id, given.carer("Denise").id)
    desk = opened(wish=wish)
    assert next(each for each in desk.page.findChildren(Chip) if each.isChecked()).words == "Denise"
    desk.print()
    assert desk.printing.sent[0][2].copies == 3
    (printed,) = desk.kept.printed
    assert (printed.design, printed.carer_id, printed.copies) == ("large-print", desk.ids["Denise"], 3)


# -- the bag -----------------------------------------------------------------------------------------------------------


def test_what_is_printed_for_nobody_goes_into_the_bag(opened):
    desk = opened(is_for_nobody=True, wish=PrintWish("every-sleep", EASY, copies=5))
    desk.print()
    desk.becomes(JobState.DONE)
    assert desk.kept.printed == []
    press(desk.page, "Put 5 in my bag")
    assert notice(desk.page).startswith("5 in your bag. Hand them over by the code ")
    assert [pile.count for pile in desk.kept.stock.values()] == [5]


def test_what_is_for_a_family_does_not(desk):
    desk.print()
    desk.becomes(JobState.DONE)
    assert not any("in my bag" in each for each in desk.buttons)


# -- who was told ------------------------------------------------------------------------------------------------------


def asked(desk):
    settle()
    return [each for each in desk.page.findChildren(TalkedThrough) if each.isVisible()]


def test_in_a_visit_one_press_says_who_it_was_talked_through_with(opened, qtbot):
    desk = opened(here=("Jade", "Denise"))
    assert asked(desk) == []
    desk.print()
    (question,) = asked(desk)
    assert "Who was it talked through with?" in words_on(question)
    with qtbot.waitSignal(desk.page.talked_through) as said:
        question.findChildren(Chip)[1].click()
    assert said.args == ["every-sleep", EASY, desk.ids["Denise"]]
    with qtbot.assertNotEmitted(desk.page.talked_through):
        question.findChildren(Chip)[1].click()


def test_who_was_ticked_stays_ticked_when_it_is_done(opened):
    desk = opened(here=("Jade", "Denise"))
    desk.print()
    asked(desk)[0].findChildren(Chip)[0].click()
    desk.becomes(JobState.DONE)
    (question,) = asked(desk)
    assert "Jade, talked through, leaflet" in words_on(question)
    assert "Denise, not yet ticked" in words_on(question)


def test_only_who_is_here_is_asked_for(opened):
    desk = opened(here=("Denise",))
    desk.print()
    assert [chip.words for chip in asked(desk)[0].findChildren(Chip)] == ["Denise"]


def test_what_is_said_takes_no_more_room_than_it_needs(opened):
    desk = opened(here=("Jade",))
    said = desk.page.findChild(Said)
    desk.print()
    settle()
    with_question = said.height()
    desk.becomes(JobState.SENT, PaperError("No paper.", is_sent=True))
    settle()
    assert said.height() == said.sizeHint().height() < with_question


def test_nobody_is_asked_about_a_leaflet_that_does_not_come(opened):
    desk = opened(here=("Jade",))
    desk.print()
    desk.becomes(JobState.SENT, PaperError("No paper.", is_sent=True))
    assert asked(desk) == []
    desk.becomes(JobState.CANCELLED)
    assert asked(desk) == []


def test_outside_a_visit_nobody_is_asked(desk):
    desk.print()
    assert asked(desk) == []
    assert "tick who you talked it through with" in notice(desk.page)


# -- a pack ------------------------------------------------------------------------------------------------------------

PACK = ["every-sleep", "walk-away"]


def pack(opened, **given):
    desk = opened(**given)
    desk.page.texts.added.emit(PACK[1])
    settle()
    return desk


def test_a_pack_is_sent_once_and_recorded_for_every_text_in_it(opened):
    desk = pack(opened)
    sent = []
    desk.page.sent.connect(lambda *said: sent.append(said))
    desk.page.bar.copies.set_value(2)
    desk.print()
    settle()
    assert len(desk.printing.sent) == 1
    assert [(one.text.resource_id, one.copies, one.carer_id) for one in desk.kept.printed] == [
        (each, 2, desk.ids["Jade"]) for each in PACK
    ]
    assert sent == [(each, EASY, desk.ids["Jade"]) for each in PACK]


def test_a_pack_that_did_not_come_out_is_on_record_as_printed_for_none_of_its_texts(opened):
    desk = pack(opened)
    desk.print()
    settle()
    desk.becomes(JobState.FAILED, PaperError("There is no paper."))
    settle()
    assert len(desk.kept.printed) == 4
    assert list(came_out(desk.kept.printed)) == []


def test_each_text_of_a_pack_waits_for_itself_and_is_struck_off_by_itself(opened):
    desk = pack(opened, printers=())
    press(desk.page, PRINT_LATER)
    press_again = desk.page._on_later_pressed  # noqa: SLF001 - the button went with the notice
    press_again()
    settle()
    assert [one.resource_id for one in desk.kept.to_print.values()] == PACK


def test_who_a_pack_was_talked_through_with_is_asked_once_for_all_its_texts(opened):
    desk = pack(opened, here=["Jade"])
    told = []
    desk.page.talked_through.connect(lambda *said: told.append(said))
    desk.print()
    settle()
    (question,) = [one for one in desk.page.findChildren(TalkedThrough) if one.isVisible()]
    (chip,) = question.findChildren(Chip)
    chip.click()
    chip.click()
    assert told == [(each, EASY, desk.ids["Jade"]) for each in PACK]


def test_a_pack_for_nobody_goes_into_the_bag_text_by_text(opened):
    desk = pack(opened, is_for_nobody=True)
    desk.page.bar.copies.set_value(3)
    desk.print()
    desk.becomes(JobState.DONE)
    press(desk.page, "Put 3 of each in my bag")
    settle()
    assert sorted((one.text.resource_id, one.count) for one in desk.kept.stock.values()) == [(each, 3) for each in PACK]
    assert "3 of each in your bag" in notice(desk.page)


# -- everybody ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_it_can_be_read_named_and_reached(opened, desktop, percent):
    desktop.theme.choose_text_size(percent)
    desk = opened(here=("Jade", "Denise"))
    desk.print()
    check_everybody_can_use(desk.page)
    desk.becomes(JobState.SENT, PaperError("The printer Front office has no paper. It waits there.", is_sent=True))
    check_everybody_can_use(desk.page)
    assert button(desk.page, CANCEL).isVisible()


# -- a plan is the family's own ----------------------------------------------------------------------------------------


@pytest.fixture
def plan_page(theme, shown):
    def open_page(*printers):
        given, printing = practice(), FakePrinting(*printers)
        printing.job = PrintJob("Front_office", 7)
        page = PlanLeafletPage(theme, replace(given.rooms, press=PaperPress()), PlanPaper((), ()), printing=printing)
        shown(page, Frame.VISIT, "leaflet")
        settle()
        return page, printing, given.records.kept

    return open_page


def test_a_plan_is_printed_and_followed_but_not_recorded_or_bagged(plan_page):
    page, printing, kept = plan_page(OFFICE)
    before = len(kept.printed)
    page.heading.primary.trigger()
    printing.became = Progress(JobState.DONE)
    page.findChild(PrintRun).look()
    settle()
    assert len(printing.sent) == 1
    assert "Printed on Front office." in notice(page)
    assert not {"Advice", NOT_TELLING} & set(words_on(page).split("\n"))
    assert len(kept.printed) == before
    assert "my bag" not in words_on(page)


def test_a_plan_is_not_kept_for_later(plan_page):
    page, printing, _kept = plan_page(OFFICE)
    printing.fails = NoPrinterError("No printer was found.")
    page.heading.primary.trigger()
    settle()
    buttons = [each.words for each in page.findChildren(Painted) if each.isVisible()]
    assert PRINT_LATER not in buttons
    assert SAVE in buttons


def test_without_a_printer_a_plan_can_be_saved(plan_page):
    page, _printing, _kept = plan_page()
    assert PRINT_LATER not in [each.words for each in page.findChildren(Painted) if each.isVisible()]
