"""A leaflet or a pack, between the press on Print and paper: sent, followed, recorded; or kept for later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kit.app.pages.leaflet.choices import NOT_TELLING
from kit.app.pages.leaflet.outcome import (
    CANCEL,
    LOOK_AGAIN,
    PRINT_LATER,
    SAVE,
    TRY_AGAIN,
    TalkedThrough,
    said_progress,
    ways_out,
)
from kit.app.pages.leaflet.run import PrintRun
from kit.app.printing import JobState, Progress
from kit.app.widgets.button import Button
from kit.app.widgets.notice import Tone
from kit.domain.advice import Audience
from kit.domain.errors import PrinterError
from kit.service.printing import keep_for_later, note_all_printed, note_none_printed
from kit.service.stock import add_all_to_bag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme
    from kit.app.pages.leaflet.choices import ForWhom
    from kit.app.printing import HowToPrint, Printer, Printing
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError
    from kit.domain.leaflet import Leaflet
    from kit.domain.paper import LeafletPrinted, Stock
    from kit.service.printing import PrintWish


class Printout(QObject):
    """Prints for the leaflet page, and tells it what to say.

    Args:
        theme: the theme.
        rooms: the other rooms; without records nothing is recorded or kept for later.
        printing: the printing system.
        carers: who is here and may have it talked through; nobody outside a visit.
        page: the page it prints for.

    Signals:
        told: there is something to say; carries the Tone, the sentence, and the buttons and questions that go with it.
        sent: the printing system took it, one signal for each text; carries its PrintWish.
        doubted: a printer did not do what the page says it can.
        rested: Print may be pressed again.
        talked_through: a worker says so, one signal for each text; carries its PrintWish and the id of the carer.
        save_requested, print_requested, printers_requested: ways out that are the page's.
    """

    told = Signal(object, str, object)
    sent = Signal(object)
    doubted = Signal()
    rested = Signal()
    talked_through = Signal(object, str)
    save_requested = Signal()
    print_requested = Signal()
    printers_requested = Signal()

    def __init__(
        self, theme: Theme, rooms: Rooms, printing: Printing, carers: Sequence[ForWhom], page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme, self._rooms, self._carers = theme, rooms, carers
        self._wishes: tuple[PrintWish, ...] = ()
        self._printed: tuple[LeafletPrinted, ...] = ()
        self._why_not = ""
        self._ticked: set[str] = set()
        self._is_sending = self._is_left = False
        self._run = PrintRun(printing, rooms.press_line, self)
        self._run.sent.connect(self._on_sent)
        self._run.progressed.connect(self._on_progressed)
        self._run.failed.connect(self._on_not_sent)

    def start(self, leaflet: Leaflet, printer: Printer, how: HowToPrint, wishes: tuple[PrintWish, ...]) -> None:
        """Send it. Each text of advice in it is a wish; what is not advice is not recorded, kept or asked about."""
        self._wishes, self._printed, self._why_not = wishes, (), ""
        self._ticked = set()
        self._is_sending = True
        self._run.start(leaflet, printer, how)

    @property
    def is_under_way(self) -> bool:
        """Whether something is still to become of it."""
        return self._is_sending or self._run.can_be_followed

    def let_go(self) -> None:
        """The page says no more about it; what becomes of it is recorded all the same."""
        self._is_left = True

    def outlive(self, page: QWidget, keeper: QObject) -> None:
        """Let somebody keep it when the page is left before the print is over: what becomes of it is recorded then."""
        self.setParent(keeper)
        page.destroyed.connect(self._on_page_gone)

    def close(self) -> None:
        """The records are being closed: nothing more is heard. What is on its way now may well come out."""
        self._run.blockSignals(True)  # noqa: FBT003 - Qt's
        if self._is_sending:
            self._record()

    def _on_page_gone(self) -> None:
        self.let_go()
        if not self.is_under_way:
            self.deleteLater()

    # -- what became of it -----------------------------------------------------------------------------------------

    def _on_sent(self, printer: Printer) -> None:
        self._rest()
        self._tell(printer, Progress(JobState.SENT))
        self._note_sent()

    def _rest(self) -> None:
        self._is_sending = False
        self.rested.emit()

    def _note_sent(self) -> None:
        self._record()
        for wish in self._wishes:
            self.sent.emit(wish)

    def _on_progressed(self, printer: Printer, progress: Progress) -> None:
        if progress.state.is_over and progress.state is not JobState.DONE:
            self._why_not = str(progress.trouble or "Taken back.")
            self._correct()
        self._tell(printer, progress)

    def _record(self) -> None:
        """Record it at once: whoever prints goes on to something else. It never says that anybody was told."""
        wishes, records, library, clock = self._wishes, self._rooms.records, self._rooms.library, self._rooms.clock
        if wishes and records:
            work = partial(note_all_printed, records, library, clock, wishes)
            self._rooms.desk.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, printed: tuple[LeafletPrinted, ...]) -> None:
        self._printed = printed
        self._correct()

    def _correct(self) -> None:
        """Record that nothing came out, once both are known."""
        printed, records, clock, why = self._printed, self._rooms.records, self._rooms.clock, self._why_not
        if printed and records and why:
            self._printed = ()
            work = partial(note_none_printed, records, clock, printed, why)
            self._rooms.desk.run(self, work, lambda _corrections: None, self._on_failed)

    def _tell(self, printer: Printer, progress: Progress) -> None:
        if self._is_left:
            return
        tone, sentence = said_progress(printer, progress, self._remark)
        items: list[QWidget] = []
        if not progress.state.is_over:
            items += [self._button(CANCEL)] if self._run.can_be_followed else []
        elif progress.trouble:
            items += self._ways_out(progress.trouble)
        if progress.state is JobState.DONE or not (self._run.can_be_followed or progress.state.is_over):
            items += self._for_the_bag()
        if self._carers and self._wishes and not progress.trouble and progress.state is not JobState.CANCELLED:
            question = TalkedThrough(self._theme, self._carers, self._ticked)
            question.answered.connect(self._on_talked_through)
            items.append(question)
        self.told.emit(tone, sentence, items)

    @property
    def _remark(self) -> str:
        """Paper is not advice given; where it is no advice, there is nothing to say."""
        if not self._wishes:
            return ""
        return "Printing is not telling." if self._carers else NOT_TELLING

    def _on_talked_through(self, carer_id: str) -> None:
        self._ticked.add(carer_id)
        for wish in self._wishes:
            self.talked_through.emit(wish, carer_id)

    def _on_not_sent(self, error: KitError) -> None:
        """It failed; where the printer may have it all the same, that is recorded."""
        self._rest()
        if isinstance(error, PrinterError) and error.is_sent:
            self._note_sent()
        if not self._is_left:
            self.told.emit(Tone.NEEDS_YOU, str(error), self._ways_out(error))
        if isinstance(error, PrinterError):
            self.doubted.emit()

    # -- ways out --------------------------------------------------------------------------------------------------

    def _ways_out(self, error: KitError) -> list[Button]:
        can_do = {PRINT_LATER: bool(self._wishes and self._rooms.records), CANCEL: self._run.can_be_followed}
        return [self._button(way) for way in ways_out(error) if can_do.get(way, True)]

    def _button(self, way: str) -> Button:
        deeds = {
            TRY_AGAIN: self.print_requested.emit,
            LOOK_AGAIN: self.printers_requested.emit,
            PRINT_LATER: self._on_later_pressed,
            SAVE: self.save_requested.emit,
            CANCEL: self._run.cancel,
        }
        return Button(self._theme, way, pressed=deeds[way])

    def _on_later_pressed(self) -> None:
        if self._wishes:
            self.keep_for_later(self._wishes)

    def keep_for_later(self, wishes: tuple[PrintWish, ...]) -> None:
        """Keep each text on the list of what is to be printed."""
        work = partial(keep_for_later, self._rooms.kept, self._rooms.library, self._rooms.clock, wishes)
        self._rooms.desk.run(self, work, lambda _kept: self._on_kept_for_later(), self._on_failed)

    def _on_kept_for_later(self) -> None:
        self.told.emit(Tone.DONE, "It is on the list to print later. Today keeps the list, under Printed leaflets.", [])

    def _for_the_bag(self) -> list[Button]:
        """What is printed for nobody in particular is for the bag."""
        wishes, records = self._wishes, self._rooms.records
        library = self._rooms.library
        is_for_carers = all(library.resource(one.resource_id).audience is Audience.CARER for one in wishes)
        if records is None or not wishes or wishes[0].family_id or not is_for_carers:
            return []
        copies = wishes[0].copies
        work = partial(add_all_to_bag, records, library, [(one.resource_id, one.key) for one in wishes], copies)
        of_each = " of each" if len(wishes) > 1 else ""
        put = partial(self._rooms.desk.run, self, work, self._on_in_bag, self._on_failed)
        return [Button(self._theme, f"Put {copies}{of_each} in my bag", pressed=put)]

    def _on_in_bag(self, piles: Sequence[Stock]) -> None:
        counts = " and ".join(dict.fromkeys(str(pile.count) for pile in piles))
        codes = ", ".join(pile.code for pile in piles)
        each, code = (" of each", "codes") if len(piles) > 1 else ("", "code")
        self.told.emit(Tone.DONE, f"{counts}{each} in your bag. Hand them over by the {code} {codes}.", [])

    def _on_failed(self, error: KitError) -> None:
        self.told.emit(Tone.NEEDS_YOU, str(error), [])
