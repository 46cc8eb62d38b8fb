"""Today: the families that need somebody first, mothers beside fathers, the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kit.app.heading import Deed, Heading
from kit.app.look.tokens import Layout
from kit.app.pages.caseload_parts.content import Section, facts_line, ids, not_closed, sections
from kit.app.pages.caseload_parts.paper import PaperNotices
from kit.app.pages.caseload_parts.rows import CaseloadRowView
from kit.app.pages.caseload_parts.side import Side, TitleRow
from kit.app.pages.family_words import row_words
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.field import SearchField
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, Sides, clear
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.app.widgets.panel import EmptyState, Rows
from kit.service.caseload import Caseload, caseload
from kit.service.uploads import count_waiting

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError

SIDE_WIDTH = 448
MOST_NOTICES = 2


class CaseloadPage(QWidget):
    """The first page after unlocking.

    Signals:
        family_requested: the worker wants a family; carries its id.
        visit_requested: the worker wants to start, or go on with, a visit to a family; carries its id.
        add_family_requested: the worker wants to add a family.
        families_requested: the worker wants every family.
        part_requested: the worker wants a part of the families; carries its key.
        outbox_requested: the worker wants to see what is not sent yet.
        find_requested: the worker typed what to find; carries the words.
        day_requested: the worker wants to finish the day.
        paper_requested: the worker wants the printed leaflets.
    """

    family_requested = Signal(str)
    visit_requested = Signal(str)
    add_family_requested = Signal()
    families_requested = Signal()
    part_requested = Signal(str)
    outbox_requested = Signal()
    find_requested = Signal(str)
    day_requested = Signal()
    paper_requested = Signal()

    def __init__(self, theme: Theme, rooms: Rooms) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._found: Caseload | None = None
        self._side: Side | None = None
        self._waiting = 0
        self._names = {each.topic: each.name for each in rooms.library.topics()}
        today = rooms.clock.today()
        self.heading = Heading(f"{today:%A} {today.day} {today:%B}", "Reading your families…", parent=self)
        self._add = Deed("Add family", self.add_family_requested.emit, "user-plus", parent=self)
        self._day = Deed("Finish the day", self.day_requested.emit, "list-checks", parent=self)
        self._paper_notices = PaperNotices(theme, rooms)
        self._paper_notices.opened.connect(self.paper_requested)
        self._search = SearchField(theme, "Find a family or place")
        self._search.returnPressed.connect(self._on_find_pressed)
        self._body = fill_page(self, theme, scrolls=True, space=8)
        self._notices = Notices(theme)
        self._content = Column(theme, 0)
        self._body.add(PageHeader(theme, self.heading, self._search), self._notices, self._paper_notices)
        self._body.add(self._content, stretch=1)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._on_find_key)
        theme.layout_changed.connect(self._on_layout_changed)
        self.reload()

    def reload(self) -> None:
        """Show the caseload as it is now."""
        records, library, clock = self._rooms.kept, self._rooms.library, self._rooms.clock
        self._rooms.desk.run(self, lambda: caseload(records, library, clock), self._on_loaded, self._on_failed)
        self._rooms.desk.run(self, lambda: count_waiting(records), self._on_counted, self._on_failed)

    # -- what came back --------------------------------------------------------------------------------------------

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._found:
            self._on_loaded(self._found)

    def _on_loaded(self, found: Caseload) -> None:
        self._found = found
        self._notices.settle()
        self._side = None
        clear(self._content)
        self._search.setVisible(bool(found.rows))
        self.heading.tell(self.heading.title, facts_line(found) if found.rows else "No families yet")
        self.heading.offer(None, *([self._add, self._day] if found.rows else []))
        self._show_notices(found)
        if not found.rows:
            self._show_empty(found)
            return
        sides = Sides(self._theme)
        sides.add(self._families(found), stretch=1)
        sides.add(self._make_side(found))
        self._content.add(sides, None)

    def _make_side(self, found: Caseload) -> Side:
        self._side = side = Side(self._theme, found)
        side.part_requested.connect(self.part_requested)
        side.families_requested.connect(self.families_requested)
        side.outbox_requested.connect(self.outbox_requested)
        side.paper_requested.connect(self.paper_requested)
        side.show_waiting(self._waiting)
        return side

    def _on_counted(self, waiting: int) -> None:
        self._waiting = waiting
        if self._side:
            self._side.show_waiting(waiting)

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error, Button(self._theme, "Try again", pressed=self.reload))

    def _show_notices(self, found: Caseload) -> None:
        """That these are practice families, and which visits are not closed."""
        if found.is_practice:
            words = "Practice families. Nobody here is real."
            self._notices.add(Notice(self._theme, Tone.PLAIN, "", words, in_one_line=True))
        if len(found.drafts) > MOST_NOTICES:
            every = LinkButton(self._theme, "See all", name="See all families", pressed=self.families_requested.emit)
            self._add_waiting(f"{len(found.drafts)} visits are not closed.", every)
            return
        for draft, row in found.drafts:
            finish = LinkButton(self._theme, "Finish it", name=f"Finish the visit to the {row.name} family")
            finish.clicked.connect(lambda _checked=False, at=row.family_id: self.visit_requested.emit(at))
            self._add_waiting(not_closed(draft, row.name, found.today), finish)

    def _add_waiting(self, sentence: str, button: LinkButton) -> None:
        words = "Everything you ticked is safe."
        is_short = self._theme.layout is Layout.WIDE
        icon = "file-pen-line"
        notice = Notice(self._theme, Tone.WAITING, sentence, words, button, icon=icon, in_one_line=is_short)
        self._notices.add(notice)

    def _show_empty(self, found: Caseload) -> None:
        if found.closed:
            every = Button(self._theme, "See all families", Kind.PRIMARY, pressed=self.families_requested.emit)
            sentence, way_on = "No family is open", "Help for every family on this laptop is closed."
            self._content.add(EmptyState(self._theme, "users", sentence, way_on, every), None)
            return
        add = Button(self._theme, "Add family", Kind.PRIMARY, icon="user-plus", pressed=self.add_family_requested.emit)
        way_on = "Add one now: the children, who looks after them, and where they sleep."
        self._content.add(EmptyState(self._theme, "users", "No families on this laptop yet", way_on, add), None)

    def _families(self, found: Caseload) -> QWidget:
        """Left: every section with its rows."""
        place = QWidget()
        column = Column(self._theme, 0, parent=place)
        drafts, groups = ids(found.drafts), sections(found)
        for number, section in enumerate(groups):
            column.add(self._section_title(section))
            column.add(self._rows(found, section, drafts, is_first=number == 0))
        if not groups:
            column.add(TitleRow(self._theme, "Due"))
            column.add(Notice(self._theme, Tone.DONE, "Nothing is due this week.", "Everyone was told what is due."))
        column.add(None)
        return place

    def _section_title(self, section: Section) -> QWidget:
        words = f"{section.count} {'family' if section.count == 1 else 'families'}"
        link = None
        if section.has_more:
            link = LinkButton(self._theme, "See all", name=f"See all: {section.title}")
            link.clicked.connect(self.families_requested)
        return TitleRow(self._theme, section.title, words, link)

    def _rows(self, found: Caseload, section: Section, drafts: frozenset[str], *, is_first: bool) -> Rows:
        rows = Rows(self._theme)
        views = []
        for number, row in enumerate(section.rows):
            words = row_words(row, self._names, found.today)
            at = row.family_id
            view = CaseloadRowView(
                self._theme,
                words,
                lambda at=at: self.family_requested.emit(at),  # type: ignore[misc]
                lambda at=at: self.visit_requested.emit(at),  # type: ignore[misc]
                is_first=is_first and number == 0,
                has_draft=at in drafts,
            )
            views.append(view)
        rows.set_rows(views)
        return rows

    # -- what the worker does --------------------------------------------------------------------------------------

    def _on_find_key(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _on_find_pressed(self) -> None:
        words = self._search.text().strip()
        self._search.clear()
        self.find_requested.emit(words)
