"""Every family, found as one types."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from kit.app.announce import announce
from kit.app.heading import Deed, Heading
from kit.app.pages.families_parts.choosing import EVERY, FIRST, NAME, ORDERS, SEEN, Only, ordered, parts
from kit.app.pages.families_parts.listing import FamilyList
from kit.app.pages.family_words import row_words
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.choices import Segments
from kit.app.widgets.field import SearchField
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, Flow, clear
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notices
from kit.app.widgets.panel import EmptyState, Panel
from kit.domain.dates import day_and_month
from kit.service.caseload import Caseload, caseload
from kit.service.finding import finder

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.family_words import RowWords
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError
    from kit.service.caseload_row import CaseloadRow


class FamiliesPage(QWidget):
    """The list of all families.

    Args:
        theme: the theme.
        rooms: where the families are.
        words: what to find at once.
        needs_first: whether the list begins with those that need somebody first.
        only: the part of the families to show at once, by its key.

    Signals:
        family_requested: the worker wants a family; carries its id.
        add_family_requested: the worker wants to add a family.
    """

    family_requested = Signal(str)
    add_family_requested = Signal()

    def __init__(
        self, theme: Theme, rooms: Rooms, words: str = "", *, needs_first: bool = False, only: str = EVERY
    ) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._names = {each.topic: each.name for each in rooms.library.topics()}
        self._found: Caseload | None = None
        self._only = only
        self.heading = Heading("Families", parent=self)
        self._add = Deed("Add family", self.add_family_requested.emit, "user-plus", parent=self)
        self._search = SearchField(theme, "Find by name, street or number", width=360)
        self._order = Segments(theme, ORDERS, "Order", FIRST if needs_first else NAME)
        self._part = Button(theme, "All families", icon="list-checks", name="Which families")
        self._menu = Menu(theme, self)
        self._part.open_menu(self._menu)
        self._list = FamilyList(theme)
        self._notices = Notices(theme)
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
        choosing = Flow(theme, 8, 8)
        choosing.add(self._order, self._part)
        body = fill_page(self, theme)
        body.add(PageHeader(theme, self.heading, self._search), self._notices, choosing)
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
        self._notices.settle()
        self._found = found
        for each in (self._order, self._part, self._search):
            each.setVisible(bool(found.rows or found.closed))
        self.heading.offer(None, *([self._add] if found.rows or found.closed else []))
        self._offer_parts(found)
        self._show_found()

    def _offer_parts(self, found: Caseload) -> None:
        lines: list[Deed | None] = []
        for group in parts(found):
            lines += [None] if lines and group else []
            for only in group:
                line = Deed(only.words, partial(self.show_only, only.key), parent=self._menu)
                line.setCheckable(True)
                line.setChecked(only.key == self._only)
                lines.append(line)
        self._menu.offer(*lines)

    def show_only(self, key: str) -> None:
        """Show a part of the families, or all of them."""
        self._only = key
        if self._found:
            self._offer_parts(self._found)
            self._show_found()
            announce(self._list, self.heading.facts)

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error, Button(self._theme, "Try again", pressed=self.reload))

    def _part_shown(self, found: Caseload) -> Only:
        """The part chosen; all of them when it is not there any more."""
        every = [only for group in parts(found) for only in group]
        return next((only for only in every if only.key == self._only), every[0])

    def _show_found(self) -> None:
        if (found := self._found) is None:
            return
        finds, only = finder(self._search.text()), self._part_shown(found)
        self._part.set_words(only.words, f"Which families: {only.words}")
        every = found.rows if only.key != EVERY else (*found.rows, *found.closed)
        rows = [row for row in every if only.holds(row) and finds(row.found_by)]
        self._list.show_rows([self._words_of(row, found) for row in ordered(rows, self._order.value)])
        self.heading.tell(self.heading.title, _facts(len(rows), len(found.rows) + len(found.closed)))
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._show_nothing(found)

    def _words_of(self, row: CaseloadRow, found: Caseload) -> RowWords:
        """The row; in the order of the last visit it says when that was."""
        words = row_words(row, self._names, found.today)
        if self._order.value != SEEN:
            return words
        seen = f"Last seen {day_and_month(row.last_seen_on)}" if row.last_seen_on else "Nobody seen yet"
        return replace(words, people=seen)

    def _show_nothing(self, found: Caseload) -> None:
        """Nobody found, or nobody there."""
        clear(self._nothing)
        add = Button(self._theme, "Add family", Kind.PRIMARY, icon="user-plus", pressed=self.add_family_requested.emit)
        if found.rows or found.closed:
            every = Button(self._theme, "Show all families", pressed=self._show_all)
            sentence, way_on = "No family is found by these words", "Try part of a name, the street or a local number."
            if not self._search.text():
                sentence, way_on = "No family is in this part", "That may be good news."
            self._nothing.add(EmptyState(self._theme, "search", sentence, way_on, every, add), None)
        else:
            sentence, way_on = "No families on this laptop yet", "Add one now."
            self._nothing.add(EmptyState(self._theme, "users", sentence, way_on, add), None)

    def _show_all(self) -> None:
        self._search.clear()
        self.show_only(EVERY)

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


def _facts(found: int, total: int) -> str:
    """96 families; 3 of 96 families."""
    families = f"{total or 'No'} {'family' if total == 1 else 'families'}"
    return families if found == total else f"{found} of {families}"
