"""The leaflet: choose, see the real pages, print or save. Made on the press thread; the window never waits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QWidget

from kit.app.heading import Deed, Heading
from kit.app.look.tokens import Layout, Role
from kit.app.pages.leaflet.bar import PrintBar
from kit.app.pages.leaflet.choices import ForWhom, LeafletChoices
from kit.app.pages.leaflet.desk import PagesDesk, sheets_line
from kit.app.pages.leaflet.family_words import FamilyWordsPanel
from kit.app.pages.leaflet.outcome import Said
from kit.app.pages.leaflet.printout import Printout
from kit.app.pages.leaflet.saving import SaveDialog
from kit.app.pages.leaflet.texts import TextsPanel
from kit.app.pages.leaflet.wish import Made, Progress, Wish, make, make_web
from kit.app.printing import save_file, save_pdf, system_printing
from kit.app.widgets.button import Button
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.layouts import ANY_WIDTH, Column, Row
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.progress import ProgressRow
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.text import Text
from kit.domain.errors import KitError, PressError, RuleError, StoppedError
from kit.domain.leaflet import NEEDS_IDEAS
from kit.domain.settings import Settings
from kit.service.leaflets import CARD_RESOURCE, designs_for, packable, variant_like
from kit.service.printing import PrintWish

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.printing import Printer, Printing
    from kit.app.rooms import Rooms
    from kit.domain.advice import Idea, VariantKey
    from kit.domain.leaflet import Design, Leaflet, WebLeaflet
    from kit.service.ports import Library, Press, Records


CHOICES_WIDTH = 404
NO_PRINTER = "No printer was found. The leaflet is here: keep it to print later, save it, or show it on the screen."
TICK_MS = 100
"""How often the bar of a long print moves; what is done sooner shows none."""
_VIEWS = (Choice("choices", "Choices"), Choice("pages", "Pages"))


class _Ground(QWidget):
    """What the pages lie on, with a thin line between it and the choices."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour(Role.SUNKEN))
            painter.fillRect(0, 0, 1, self.height(), self._theme.colour(Role.LINE))


class LeafletPage(QWidget):
    """Choices at the left, the desk with the real pages at the right, the printer under both.

    Args:
        theme: the theme.
        rooms: the other rooms; without records the leaflet has no name on it.
        resource_id: the advice.
        key: the variant to start with.
        for_whom: carers it may be for; the first is chosen if one of them fits the key.
        printing: the printing system; the one of this computer when none is given.
        wish: whose it is, and with which design and carer to begin.
        here: carers it may be talked through with now, by id; nobody outside a visit.

    Signals:
        sent: a leaflet went to a printer, one signal for each text; carries the id of the resource, the VariantKey and
            the id of the carer it is for, or an empty one. Sent is not printed, and printed is not told.
        talked_through: a worker says that it was talked through with a carer, one signal for each text; carries the id
            of the resource, the VariantKey and the id of the carer.
    """

    sent = Signal(str, object, str)
    talked_through = Signal(str, object, str)

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        resource_id: str,
        key: VariantKey,
        for_whom: Sequence[ForWhom] = (),
        printing: Printing | None = None,
        *,
        wish: PrintWish | None = None,
        here: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._printing = printing or system_printing()
        self._resource_id, self._key = resource_id, key
        self._for_whom = {one.carer_id: one for one in for_whom}
        self._carer_id = next((one.carer_id for one in for_whom if one.key == key), "")
        self._asked = wish or PrintWish(resource_id, key)
        if self._asked.carer_id in self._for_whom:
            self._carer_id = self._asked.carer_id
        self._present = [one for one in for_whom if one.carer_id in here]
        self._keeper: QObject | None = None
        self._printout = self._new_printout()
        self._settings = Settings()
        self._has_name = True
        self._is_allowed = True
        self._has_looked = False
        self._design = self._asked.design or self._usual_design
        self._added: list[str] = []
        self._made: tuple[PrintWish, ...] = ()
        self._number = 0
        self._progress = Progress()
        self._leaflet: Leaflet | None = None
        self.heading = Heading("Leaflet", parent=self)
        self.heading.has_back = True
        self._print = Deed("Print", self._on_print_pressed, "printer", parent=self)
        self._print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.addAction(self._print)
        self.heading.offer(self._print)
        self.texts = TextsPanel(theme, lambda: packable(rooms.library, self._resource_ids), rooms.library.topics)
        self.family = FamilyWordsPanel(theme)
        texts = self.texts if self.is_advice else None
        self.choices = LeafletChoices(theme, for_whom, self._variants(), texts, self.family)
        self._sheets = Text("", tone=Role.INK2)
        self._said = Said(theme)
        self.desk = PagesDesk(theme)
        self.bar = PrintBar(theme, self._print)
        self.bar.copies.set_value(self._asked.copies)
        self._views = Segments(theme, _VIEWS, "View", "pages")
        self._far = ProgressRow(theme, "Making the leaflets", "leaflets")
        self._far.setVisible(False)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._lay_out()
        self._listen()
        self._start()

    def _new_printout(self) -> Printout:
        """Signals go to methods, so that nothing is told to a page that was left."""
        printout = Printout(self._theme, self._rooms, self._printing, self._present, self)
        printout.told.connect(self._on_told)
        printout.sent.connect(self._on_sent)
        printout.doubted.connect(self._look_quietly)
        printout.rested.connect(self._end_printing)
        printout.talked_through.connect(self._on_talked_through)
        printout.save_requested.connect(self._on_save_pressed)
        printout.print_requested.connect(self._on_print_pressed)
        printout.printers_requested.connect(self._look_for_printers)
        if self._keeper:
            printout.outlive(self, self._keeper)
        return printout

    def keep_prints(self, keeper: QObject) -> None:
        """Let somebody keep a print that is not over when the page is left."""
        self._keeper = keeper
        self._printout.outlive(self, keeper)

    def _variants(self) -> Sequence[VariantKey]:
        try:
            return self._rooms.library.resource(self._resource_id).variants
        except KitError:
            return ()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys begin here: the choices, or where there is no room for them, the switch to them."""
        super().showEvent(event)
        if self._left.isVisible():
            self.choices.take_focus()
        else:
            self._views.options[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to where the leaflet was wished for."""
        if event.key() == Qt.Key.Key_Escape:
            self.heading.back_requested.emit()
        else:
            super().keyPressEvent(event)

    # -- layout ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._theme
        self._left = ScrollArea(self.choices)
        self._right = _Ground(theme)
        right = Column(theme, 10, (24, 14, 24, 8), self._right)
        right.add(self._said, self._far, self._sheets)
        right.add(self.desk, stretch=1)
        middle = Row(theme, 0)
        middle.add(self._left)
        middle.add(self._right, stretch=1)
        column = Column(theme, 0, parent=self)
        self._switch = QWidget()
        Row(theme, 0, (16, 8, 16, 0), self._switch).add(self._views, None)
        column.add(self._switch)
        column.add(middle, stretch=1)
        column.add(self.bar)
        self._fit()

    def _listen(self) -> None:
        self.choices.carer_chosen.connect(self._on_carer_chosen)
        self.choices.variant_chosen.connect(self._on_variant_chosen)
        self.choices.design_chosen.connect(self._on_design_chosen)
        self.choices.name_chosen.connect(self._on_name_chosen)
        self.texts.added.connect(self._on_text_added)
        self.texts.removed.connect(self._on_text_removed)
        self.family.changed.connect(self._make)
        self._far.stop_requested.connect(self._on_stop_pressed)
        self._tick.timeout.connect(self._on_tick)
        self.bar.save_requested.connect(self._on_save_pressed)
        self.bar.web_requested.connect(self._on_web_pressed)
        self.bar.printers_requested.connect(self._look_for_printers)
        self._views.chosen.connect(self._on_view_chosen)
        self._theme.layout_changed.connect(self._on_layout_changed)
        self._theme.text_size_changed.connect(self._fit)

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._fit()

    def _on_view_chosen(self, _key: str) -> None:
        self._fit()

    def _fit(self) -> None:
        """Choices beside the pages; where there is no room, one or the other. What may not be printed has neither."""
        is_compact = self._theme.layout is Layout.COMPACT
        view = self._views.value if is_compact and self._is_allowed else ""
        self._switch.setVisible(bool(view))
        self._left.setVisible(self._is_allowed and view != "pages")
        self._right.setVisible(view != "choices")
        self.bar.setVisible(self._is_allowed)
        wide = self._theme.grow(CHOICES_WIDTH if self._theme.layout is Layout.WIDE else CHOICES_WIDTH - 44)
        self._left.setMinimumWidth(0 if is_compact else wide)
        self._left.setMaximumWidth(ANY_WIDTH if is_compact else wide)

    # -- making ----------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Find designs and printers, and whose name goes on it; then make the first one."""
        self._allow(is_ready=False)
        self._find_designs()
        rooms = self._rooms
        if rooms.records:
            rooms.desk.run(self, partial(_settings_of, rooms.records), self._on_settings_read, self._on_not_made)
        else:
            self._on_settings_read(Settings())
        self._look_for_printers()

    def _find_designs(self) -> None:
        """Which designs there are for the text as it is chosen now."""
        rooms = self._rooms
        work = self._designs_of(rooms.library, rooms.press)
        rooms.press_line.run(self, work, self._on_designs_found, self._on_not_made)

    def _designs_of(self, library: Library, press: Press) -> Callable[[], Sequence[Design]]:
        """What finds the designs it can be laid out in, on the press thread."""
        return partial(designs_for, library, press, self._resource_id, self._key)

    def _on_designs_found(self, designs: Sequence[Design]) -> None:
        self.choices.show_designs(designs, has_pictures=self._has_pictures())
        self.choices.show_design(self._design)

    @property
    def _resource_ids(self) -> tuple[str, ...]:
        return (self._resource_id, *self._added)

    def _wish(self) -> Wish:
        """Everything as it is chosen now; what was added comes in the variant for the same reader."""
        library = self._rooms.library
        added = ((one, variant_like(library.resource(one), self._key)) for one in self._added)
        texts = ((self._resource_id, self._key), *added)
        return Wish(texts, self._design, self.family.words, self._settings, self._has_name)

    def _on_settings_read(self, settings: Settings) -> None:
        self._settings = settings
        self.choices.offer_name(is_known=bool(settings.worker_name or settings.worker_phone))
        self._make()

    def _make(self) -> None:
        """Make what is chosen now; an answer that comes after another choice is dropped, and the work for it ended."""
        self._number += 1
        self._allow(is_ready=False)
        self._sheets.setText("Making the pages…")
        self.choices.show_carer(self._carer_id)
        self._progress.is_stopped = True
        self._progress = progress = Progress()
        number, wish, rooms = self._number, self._wish(), self._rooms
        if wish.is_pack:
            self._tick.start()
        rooms.press_line.run(
            self,
            partial(make, rooms.library, rooms.press, rooms.clock, wish, progress),
            lambda made: self._on_made(made) if number == self._number else None,
            lambda error: self._on_not_made(error) if number == self._number else None,
        )

    def _on_tick(self) -> None:
        """The press notes how far it is; the bar shows it."""
        self._far.set_progress(self._progress.done, self._progress.total or len(self._resource_ids))
        self._far.setVisible(True)

    def _on_stop_pressed(self) -> None:
        self._progress.is_stopped = True

    def _end_waiting(self) -> None:
        self._tick.stop()
        self._far.setVisible(False)

    def _on_made(self, made: Made) -> None:
        self._end_waiting()
        try:
            self.desk.show_leaflet(made.leaflet)
        except PressError as error:
            self._on_not_made(error)
            return
        self._said.settle()
        self._sheets.show()
        self._leaflet, self._design = made.leaflet, made.design.key
        self._made = self._wishes_of(made) if self.is_advice else ()
        self.texts.show_titles(made.titles)
        self.family.offer_ideas(self.ideas if made.design.kind in NEEDS_IDEAS else ())
        is_card = self._resource_id == CARD_RESOURCE
        self.family.offer_words(agreed=self.is_advice and not is_card, next_visit=not is_card)
        self.choices.show_variant(self._key, has_pictures=self._has_pictures())
        self.choices.show_design(made.design.key)
        self._sheets.setText(sheets_line(made.leaflet.pages))
        self._allow(is_ready=True)
        self._offer_later()

    def _on_not_made(self, error: KitError) -> None:
        """Say why in the page; there is nothing to show."""
        self._end_waiting()
        self._leaflet = None
        self.desk.empty()
        self._sheets.setText("")
        self._allow(is_ready=False)
        if isinstance(error, StoppedError):
            self._say(Tone.PLAIN, str(error), Button(self._theme, "Make it again", pressed=self._make))
            return
        if isinstance(error, RuleError) and not self._added:
            self._is_allowed = False
            self.heading.offer(None)
            self._fit()
        self._say(Tone.NEEDS_YOU, str(error))

    @property
    def is_advice(self) -> bool:
        """Whether it is a text of the library, to which others and the family's own words can be added."""
        return True

    def _has_pictures(self) -> bool:
        return bool(self.ideas)

    @property
    def ideas(self) -> Sequence[Idea]:
        """The ideas of the first text; none where it is prose."""
        try:
            return self._rooms.library.variant(self._resource_id, self._key).ideas
        except KitError:
            return ()

    def _allow(self, *, is_ready: bool) -> None:
        """Let the worker save and print, or not."""
        self.bar.save.setEnabled(is_ready)
        self.bar.web.setEnabled(is_ready and not self._added)
        self._print.setEnabled(is_ready and self.bar.printer is not None)

    def _say(self, tone: Tone, sentence: str, *items: QWidget) -> None:
        """Show one notice: the first sentence bold, the rest plain; buttons in it, what else there is under it."""
        happened, _, safe = sentence.partition(". ")
        buttons = [item for item in items if isinstance(item, Button)]
        icon = "printer" if tone is Tone.WAITING else ""
        notice = Notice(self._theme, tone, happened + ("." if safe else ""), safe, *buttons, icon=icon)
        self._sheets.setVisible(self._theme.layout is not Layout.COMPACT)
        self._said.say(notice, *(item for item in items if not isinstance(item, Button)))
        notice.speak()

    # -- choosing --------------------------------------------------------------------------------------------------

    def _on_carer_chosen(self, carer_id: str) -> None:
        self._carer_id = carer_id
        self._read_in(self._for_whom[carer_id].key)

    def _on_variant_chosen(self, name: str) -> None:
        self._read_in(next(key for key in self._variants() if key.name == name))

    @property
    def _usual_design(self) -> str:
        """What this carer needs; nothing where the design of the form will do."""
        return self._for_whom[self._carer_id].design if self._carer_id else ""

    def _read_in(self, key: VariantKey) -> None:
        """Another reader: their variant, and the design made for it."""
        self._key, self._design = key, self._usual_design
        self._find_designs()
        self._make()

    def _on_text_added(self, resource_id: str) -> None:
        self._added.append(resource_id)
        self._make()

    def _on_text_removed(self, place: int) -> None:
        del self._added[place - 1]
        self._make()

    def _on_design_chosen(self, key: str) -> None:
        self._design = key
        self._make()

    def _on_name_chosen(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal carries it
        self._has_name = is_on
        self._make()

    # -- printing and saving ---------------------------------------------------------------------------------------

    def _look_for_printers(self) -> None:
        self._rooms.press_line.run(self, self._printing.printers, self._on_printers_found, self._on_no_printers)

    def _look_quietly(self) -> None:
        """Show the printers as they are now; the notice that is there says what matters."""
        self._rooms.press_line.run(self, self._printing.printers, self._show_printers, lambda _error: None)

    def _show_printers(self, printers: Sequence[Printer]) -> None:
        self.bar.show_printers(printers)
        self._allow(is_ready=self._leaflet is not None)

    def _on_printers_found(self, printers: Sequence[Printer]) -> None:
        self._show_printers(printers)
        self._has_looked = True
        self._offer_later()

    def _offer_later(self) -> None:
        """Where there is no printer, a leaflet can wait for one."""
        if self._has_looked and self.bar.printer is None and self._made and self._rooms.records:
            later = Button(self._theme, "Print later", pressed=self._on_later_pressed)
            self._say(Tone.WAITING, NO_PRINTER, later)

    def _on_later_pressed(self) -> None:
        self._printout.keep_for_later(self._wishes_now())

    def _on_no_printers(self, _error: KitError) -> None:
        self._on_printers_found(())

    def _on_print_pressed(self) -> None:
        leaflet, printer = self._leaflet, self.bar.printer
        if leaflet is None or printer is None:
            return
        if self._printout.is_under_way:
            self._printout.let_go()
            self._printout = self._new_printout()
        self._print.setText("Sending…")
        self._print.setEnabled(False)
        self._printout.start(leaflet, printer, self.bar.how, self._wishes_now())

    def _wishes_of(self, made: Made) -> tuple[PrintWish, ...]:
        return tuple(
            replace(self._asked, resource_id=resource_id, key=key, design=design.key, carer_id=self._carer_id)
            for (resource_id, key), design in zip(made.texts, made.designs, strict=True)
        )

    def _wishes_now(self) -> tuple[PrintWish, ...]:
        """What is printed now, and for whom: one for each text of advice; a plan is the family's own."""
        return tuple(replace(one, copies=self.bar.copies.value) for one in self._made)

    def _on_told(self, tone: Tone, sentence: str, items: list[QWidget]) -> None:
        self._say(tone, sentence, *items)

    def _on_sent(self, wish: PrintWish) -> None:
        self.sent.emit(wish.resource_id, wish.key, wish.carer_id)

    def _on_talked_through(self, wish: PrintWish, carer_id: str) -> None:
        self.talked_through.emit(wish.resource_id, wish.key, carer_id)

    def _end_printing(self) -> None:
        self._print.setText("Print")
        self._allow(is_ready=self._leaflet is not None)

    def _on_save_pressed(self) -> None:
        if self._leaflet:
            dialog = SaveDialog(self, self._leaflet.file_name)
            dialog.place_chosen.connect(self.save_to)
            dialog.open()

    def save_to(self, target: Path) -> None:
        """Save the leaflet under this name."""
        leaflet = self._leaflet
        if leaflet:
            self._rooms.press_line.run(self, lambda: save_pdf(leaflet, target), self._on_saved, self._on_not_saved)

    def _on_web_pressed(self) -> None:
        rooms = self._rooms
        work = partial(make_web, rooms.library, rooms.press, rooms.clock, self._wish())
        rooms.press_line.run(self, work, self._on_web_made, partial(self._say_error, self._on_web_pressed))

    def _on_web_made(self, web: WebLeaflet) -> None:
        dialog = SaveDialog(self, web.file_name)
        dialog.place_chosen.connect(partial(self.save_web_to, web))
        dialog.open()

    def save_web_to(self, web: WebLeaflet, target: Path) -> None:
        """Save the file to send under this name."""
        work = partial(save_file, web.html.encode(), target)
        self._rooms.press_line.run(self, work, self._on_saved, partial(self._say_error, self._on_web_pressed))

    def _say_error(self, again: Callable[[], None], error: KitError) -> None:
        self._say(Tone.NEEDS_YOU, str(error), Button(self._theme, "Try again", pressed=again))

    def _on_saved(self, target: Path) -> None:
        self._say(Tone.DONE, f"Saved as {target.name}. The file stays there until somebody deletes it.")

    def _on_not_saved(self, error: KitError) -> None:
        self._say(Tone.NEEDS_YOU, str(error), Button(self._theme, "Save as PDF", pressed=self._on_save_pressed))


def _settings_of(records: Records) -> Settings:
    with records:
        return records.settings()
