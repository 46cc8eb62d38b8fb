"""Every family, found as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from kit.app.announce import announce
from kit.app.heading import Deed, Heading
from kit.app.pages.families_parts.listing import FamilyList
from kit.app.pages.family_words import RowWords, row_words
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.field import SearchField
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, Row, clear
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.panel import EmptyState, Panel
from kit.service.caseload import Caseload, caseload
from kit.service.finding import finder, search_text

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError

BY_NAME, FIRST = "name", "first"
ORDERS = (Choice(BY_NAME, "A to Z"), Choice(FIRST, "Needs you first"))


@dataclass(frozen=True, slots=True)
class _Found:
    """One family: what its row says, and what it is found by."""

    words: RowWords
    text: str


class FamiliesPage(QWidget):
    """The list of all families.

    Args:
        theme: the theme.
        rooms: where the families are.
        words: what to find at once.
        needs_first: whether the list begins with those that need somebody first.

    Signals:
        family_requested: the worker wants a family; carries its id.
        add_family_requested: the worker wants to add a family.
    """

    family_requested = Signal(str)
    add_family_requested = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, words: str = "", *, needs_first: bool = False) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._names = {each.topic: each.name for each in rooms.library.topics()}
        self._families: tuple[_Found, ...] = ()
        self.heading = Heading("Families", parent=self)
        self._add = Deed("Add family", self.add_family_requested.emit, "user-plus", parent=self)
        self._search = SearchField(theme, "Find by name, street or number", width=360)
        self._order = Segments(theme, ORDERS, "Order", FIRST if needs_first else BY_NAME)
        self._list = FamilyList(theme)
        self._notices = Column(theme, 8)
        self._lay_out()
        self._search.setText(words)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_words_changed)
        self._search.returnPressed.connect(self._list.open_current)
        self._order.chosen.connect(self._on_words_changed)
        self._list.family_chosen.connect(self.family_requested)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._on_find_key)
        self.reload()

    def _lay_out(self) -> None:
        theme = self._theme
        panel = Panel(theme, margins=(1, 4, 1, 4))
        panel.add(self._list)
        nothing = QWidget()
        self._nothing = Column(theme, 0, parent=nothing)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(panel)
        self._stack.addWidget(nothing)
        order = Row(theme, 8)
        order.add(self._order, None)
        body = fill_page(self, theme)
        body.add(PageHeader(theme, self.heading, self._search), self._notices, order)
        body.add(place, stretch=1)

    def reload(self) -> None:
        """Show the families as they are now."""
        records, library, clock = self._rooms.kept, self._rooms.library, self._rooms.clock
        self._rooms.desk.run(self, lambda: caseload(records, library, clock), self._on_loaded, self._on_failed)

    def find_families(self, words: str) -> None:
        """Show who is found by these words, with the search field ready for more."""
        self._search.setText(words)
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- what came back --------------------------------------------------------------------------------------------

    def _on_loaded(self, found: Caseload) -> None:
        clear(self._notices)
        every = (*found.rows, *found.closed)
        rows = (_Found(row_words(row, self._names, found.today), search_text(row.family)) for row in every)
        self._families = tuple(rows)
        self._order.setVisible(bool(self._families))
        self._search.setVisible(bool(self._families))
        self.heading.offer(None, *([self._add] if self._families else []))
        self._show_found()

    def _on_failed(self, error: KitError) -> None:
        clear(self._notices)
        again = Button(self._theme, "Try again", pressed=self.reload)
        notice = Notice(self._theme, Tone.NEEDS_YOU, str(error), "", again)
        self._notices.add(notice)
        notice.speak()

    def _show_found(self) -> None:
        finds = finder(self._search.text())
        found = [each.words for each in self._families if finds(each.text)]
        if self._order.value == BY_NAME:
            found.sort(key=lambda row: row.name.casefold())
        self._list.show_rows(found)
        self.heading.tell(self.heading.title, self._facts(len(found)))
        self._stack.setCurrentIndex(0 if found else 1)
        if not found:
            self._show_nothing()

    def _facts(self, found: int) -> str:
        """96 families; 3 of 96 families."""
        total = len(self._families)
        families = f"{total or 'No'} {'family' if total == 1 else 'families'}"
        return families if found == total else f"{found} of {families}"

    def _show_nothing(self) -> None:
        """Nobody found, or nobody there."""
        clear(self._nothing)
        add = Button(self._theme, "Add family", Kind.PRIMARY, icon="user-plus", pressed=self.add_family_requested.emit)
        if self._families:
            every = Button(self._theme, "Show all families", pressed=self._search.clear)
            sentence, way_on = "No family is found by these words", "Try part of a name, the street or a local number."
            self._nothing.add(EmptyState(self._theme, "search", sentence, way_on, every, add), None)
        else:
            sentence, way_on = "No families on this laptop yet", "Add one now."
            self._nothing.add(EmptyState(self._theme, "users", sentence, way_on, add), None)

    # -- what the worker does --------------------------------------------------------------------------------------

    def _on_words_changed(self, _words: str) -> None:
        self._show_found()
        announce(self._list, self.heading.facts)

    def _on_find_key(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Down goes from the search field into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False
