"""The library: find, read, show, print. It works before the records are unlocked and holds nothing personal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kit.app.heading import Deed, Heading
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.library.contents import MoreRow, ResourceRow, count_elsewhere, found_rows, rows_of, text_of_code
from kit.app.pages.library.listing import ResourceList
from kit.app.pages.library.text import TextPane
from kit.app.widgets.button import LinkButton
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.field import SearchField
from kit.app.widgets.layouts import ANY_WIDTH, Column, Row, clear
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.panel import EmptyState
from kit.app.widgets.room_question import RoomQuestion
from kit.app.widgets.text import Text
from kit.domain.advice import Audience, Resource, VariantKey
from kit.domain.errors import KitError
from kit.domain.safety import check_in_use, may_list
from kit.domain.visit import Room
from kit.service.text_codes import CHANGED

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.library.contents import ListRow
    from kit.app.rooms import Rooms
    from kit.service.text_codes import Coded

SIDE_WIDTHS = {Layout.WIDE: 316, Layout.MEDIUM: 306, Layout.COMPACT: 0}
_FOR = (Choice(Audience.CARER.value, "For carers"), Choice(Audience.WORKER.value, "For workers"))


@dataclass(frozen=True, slots=True)
class ChosenFor:
    """The carer the worker has in mind, so that the right variant is offered first."""

    name: str
    is_easy_read: bool
    is_father: bool


class _Side(QWidget):
    """The column of the list, with a thin line between it and the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        if self._theme.layout is not Layout.COMPACT:
            with QPainter(self) as painter:
                painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour(Role.LINE))


class LibraryPage(QWidget):
    """Search at the left, the text at the right.

    What is for a worker alone is listed only while the room gate says "alone", and no longer once the page is left.

    Signals:
        leaflet_requested: the worker wants this on paper; carries the id of the resource and the VariantKey.
        show_requested: the worker wants to show this to a parent; carries the same.
        add_requested: the worker wants a row for this in the visit under way; carries the id of the resource.
    """

    leaflet_requested = Signal(str, object)
    show_requested = Signal(str, object)
    add_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        room_gate: Room = Room.NOT_SURE,
        chosen_for: ChosenFor | None = None,
        *,
        is_in_visit: bool = False,
    ) -> None:
        super().__init__()
        self._is_in_visit, self._adds_sensitive = is_in_visit, False
        self._theme, self._library, self._clock = theme, rooms.library, rooms.clock
        self._room, self._chosen_for = room_gate, chosen_for
        self._open: tuple[Resource, VariantKey] | None = None
        self.heading = Heading("Library", parent=self)
        self._show = Deed("Show to parent", self._on_show_pressed, "monitor", parent=self)
        self._leaflet = Deed("Leaflet", self._on_leaflet_pressed, "file-text", parent=self)
        self._add = Deed("Add to the visit", self._on_add_pressed, "plus", parent=self)
        self.search = SearchField(theme, "Find advice", width=SIDE_WIDTHS[Layout.WIDE] - 32)
        self._audience = Segments(theme, _FOR, "Who it is for")
        self._count = Text(style=TextStyle.NOTE, tone=Role.INK2)
        self._nothing = Column(theme, 4)
        self._list = ResourceList(theme)
        self._text = TextPane(theme, self._show, self._leaflet, self._add)
        self._question = RoomQuestion(theme)
        self._right = QStackedWidget()
        self._lay_out()
        self._listen()
        self._fill()
        self._show_right(self._welcome)

    def let_add_sensitive(self) -> None:
        """Let what is for one carer alone be recorded from here too; the one who hears of it keeps it apart."""
        self._adds_sensitive = True

    # -- layout ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._theme
        self._side = _Side(theme)
        column = Column(theme, 10, (16, 16, 16, 0), self._side)
        self._audience.setSizePolicy(self.search.sizePolicy())
        column.add(self.search, self._audience, self._count, self._nothing)
        column.add(self._list, stretch=1)
        self._welcome = QWidget()
        empty = EmptyState(theme, "book-open", "Choose a text to read", "Or type a word: cot, crying, sofa.")
        Column(theme, 0, (24, 16, 16, 16), self._welcome).add(empty, None)
        self._trouble = QWidget()
        self._trouble_words = Column(theme, 0, (24, 16, 16, 16), self._trouble)
        for each in (self._welcome, self._text, self._question, self._trouble):
            self._right.addWidget(each)
        row = Row(theme, 0, parent=self)
        row.add(self._side)
        row.add(self._right, stretch=1)
        self._fit()

    def _listen(self) -> None:
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._leaflet.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.addAction(self._leaflet)
        self.search.search_requested.connect(self._on_searched)
        self.search.returnPressed.connect(self._list.open_first)
        self._audience.chosen.connect(self._on_audience_chosen)
        self._list.resource_chosen.connect(self.open_resource)
        self._list.more_requested.connect(self._on_more_requested)
        self._text.variant_chosen.connect(self._on_variant_chosen)
        self._question.answered.connect(self._on_answered)
        self._question.left.connect(self._go_back)
        self.heading.back_requested.connect(self._go_back)
        self._theme.layout_changed.connect(self._on_layout_changed)
        self._theme.text_size_changed.connect(self._fit)

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._fit()

    def _fit(self) -> None:
        """List and text beside each other, or one of them where there is no room for both."""
        is_compact = self._theme.layout is Layout.COMPACT
        is_reading = self._right.currentWidget() is not self._welcome
        self._side.setVisible(not is_compact or not is_reading)
        self._right.setVisible(not is_compact or is_reading)
        wide = self._theme.grow(SIDE_WIDTHS[self._theme.layout])
        self._side.setMinimumWidth(wide)
        self._side.setMaximumWidth(wide or ANY_WIDTH)
        self.heading.has_back = is_compact and is_reading
        self.heading.changed.emit()

    # -- list ------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Show what may be listed now: everything, or what was found."""
        words = self.search.text().strip()
        audience, today = Audience(self._audience.value), self._clock.today()
        if sheet := text_of_code(self._library, words):
            resource = sheet.resource
            rows: list[ListRow] = [ResourceRow(resource, resource.text_code(sheet.variant), resource.review_by < today)]
            self._say_sheet(sheet)
        elif words:
            rows = found_rows(self._library, self._room, audience, today, words)
            count = sum(not isinstance(row, MoreRow) for row in rows)
            self._say_found(count, words)
        else:
            rows = rows_of(self._library, self._room, audience, today)
            self._say_found(-1, "")
        self._list.show_rows(rows, self._open[0].id if self._open else "")

    def _say_found(self, count: int, words: str) -> None:
        clear(self._nothing)
        self._count.setVisible(count >= 0)
        self._count.setText(f"{count} found")
        if count:
            return
        audience = Audience(self._audience.value)
        other = next(choice for choice in _FOR if choice.key != audience.value)
        elsewhere = count_elsewhere(self._library, self._room, audience, words)
        if elsewhere:
            link = LinkButton(
                self._theme,
                f"{elsewhere} {other.words.lower()}",
                side=Qt.AlignmentFlag.AlignLeft,
                pressed=lambda: self._change_audience(other.key),
            )
            self._nothing.add(link)
        else:
            self._nothing.add(Text("Try another word, or the start of one.", tone=Role.INK2, wraps=True))

    def _say_sheet(self, sheet: Coded) -> None:
        """Say whether these are the very words of the sheet."""
        clear(self._nothing)
        self._count.setVisible(True)
        self._count.setText("The text of this sheet" if sheet.is_exact else "A newer text than that of the sheet")
        if not sheet.is_exact:
            self._nothing.add(Text(CHANGED, tone=Role.INK2, wraps=True))

    def _change_audience(self, key: str) -> None:
        self._audience.set_value(key)
        self._fill()

    def _on_searched(self, words: str) -> None:
        self._fill()
        try:
            sheet = text_of_code(self._library, words)
        except KitError as error:
            self._say_trouble(str(error))
            return
        if sheet:
            self.open_resource(sheet.resource.id, sheet.variant.key)

    def _on_audience_chosen(self, _key: str) -> None:
        self._fill()

    @property
    def shown(self) -> tuple[str, VariantKey] | None:
        """Which text is open, if there is one."""
        return (self._open[0].id, self._open[1]) if self._open else None

    # -- text ------------------------------------------------------------------------------------------------------

    def open_resource(self, resource_id: str, key: VariantKey | None = None) -> None:
        """Show a resource in this variant, or in the one that fits best."""
        try:
            resource = self._library.resource(resource_id)
            if may_list(resource, self._room):
                check_in_use(resource)
                self._read(resource, key or self._best(resource))
        except KitError as error:
            self._say_trouble(str(error))

    def _read(self, resource: Resource, key: VariantKey) -> None:
        variant = self._library.variant(resource.id, key)
        self._open = resource, key
        is_for_carers = resource.audience is not Audience.WORKER
        self._show.setVisible(is_for_carers)
        self._leaflet.setVisible(not resource.is_sensitive)
        self._leaflet.setEnabled(not resource.is_sensitive)
        may_add = not resource.is_sensitive or self._adds_sensitive
        self._add.setVisible(self._is_in_visit and is_for_carers and may_add)
        leaflet = () if resource.is_sensitive else (self._leaflet,)
        self.heading.offer(
            self._show if is_for_carers else None, *leaflet, *([self._add] if self._add.isVisible() else [])
        )
        chosen = self._chosen_for
        whose = chosen.name if chosen and is_for_carers and key == self._best(resource) else ""
        self._text.show_text(resource, variant, self._library, self._clock.today(), whose)
        self._list.mark(resource.id)
        self._show_right(self._text)

    def _best(self, resource: Resource) -> VariantKey:
        """The variant for the carer in mind; without one, easy read for carers."""
        chosen = self._chosen_for or ChosenFor("", is_easy_read=True, is_father=False)
        return resource.best_variant(easy_read=chosen.is_easy_read, is_father=chosen.is_father)

    def _say_trouble(self, sentence: str) -> None:
        self._open = None
        self.heading.offer(None)
        clear(self._trouble_words)
        self._trouble_words.add(Notice(self._theme, Tone.NEEDS_YOU, sentence), None)
        self._show_right(self._trouble)

    def _on_variant_chosen(self, name: str) -> None:
        if self._open:
            self.open_resource(self._open[0].id, VariantKey.named(name))

    def _on_show_pressed(self) -> None:
        if self._open:
            self.show_requested.emit(self._open[0].id, self._open[1])

    def _on_add_pressed(self) -> None:
        if self._open:
            self.add_requested.emit(self._open[0].id)

    def _on_leaflet_pressed(self) -> None:
        if self._open:
            self.leaflet_requested.emit(self._open[0].id, self._open[1])

    def _show_right(self, what: QWidget) -> None:
        self._right.setCurrentWidget(what)
        self._fit()

    # -- the room --------------------------------------------------------------------------------------------------

    def _on_more_requested(self) -> None:
        self.heading.offer(None)
        self._question.ask()
        self._show_right(self._question)
        self._question.take_focus()

    def _on_answered(self, room: Room) -> None:
        self._room = room
        self._fill()
        self._go_back()

    def _go_back(self) -> None:
        """From the text or the question to the list."""
        if self._theme.layout is not Layout.COMPACT and self._right.currentWidget() is self._question and self._open:
            self.open_resource(self._open[0].id, self._open[1])
        else:
            self._close_text()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_text(self) -> None:
        """Show no text, and keep none."""
        self._open = None
        self._text.empty()
        self._list.mark("")
        self.heading.offer(None)
        self._show_right(self._welcome)

    def showEvent(self, event: QShowEvent) -> None:
        """List what may be listed now."""
        super().showEvent(event)
        self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page ends being alone: what was listed for a worker alone goes, open or not."""
        super().hideEvent(event)
        if self._room is Room.ALONE:
            self.search.clear()
        self._room = Room.NOT_SURE
        if self._open and self._open[0].is_sensitive:
            self._close_text()
        self._fill()
