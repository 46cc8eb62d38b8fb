"""Printed leaflets: what was called back and who holds it, what is still to be printed, what is ready in the bag."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.heading import Heading
from kit.app.look.line import Words
from kit.app.look.tokens import Layout, TextStyle
from kit.app.pages.paper.bag import AddToBag
from kit.app.pages.paper.words import (
    bag_note,
    holder_name,
    holder_note,
    recall_advice,
    recall_sentence,
    untold_note,
    waiting_note,
)
from kit.app.widgets.button import Button
from kit.app.widgets.check import Stepper
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, Row, clear
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.text import Text, TwoLines
from kit.service.paper import PaperView, paper_view
from kit.service.printing import strike_off
from kit.service.recall import clear_bag, note_told
from kit.service.stock import MOST, add_to_bag, keep_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError
    from kit.domain.paper import Stock
    from kit.service.printing import WaitingLeaflet
    from kit.service.recall import Holder, Recall
    from kit.service.stock import StockLine
    from kit.service.untold import UntoldLeaflet

FACTS = "Called back, still to be printed, and ready in your bag."


class PaperPage(QWidget):
    """Three lists; a list with nothing in it says how something gets there.

    Signals:
        family_requested: the worker wants a family; carries its id.
        leaflet_requested: the worker wants to print what waits; carries the WaitingLeaflet.
    """

    family_requested = Signal(str)
    leaflet_requested = Signal(object)

    def __init__(self, theme: Theme, rooms: Rooms) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._view: PaperView | None = None
        self.heading = Heading("Printed leaflets", FACTS, parent=self)
        self.heading.has_back = True
        self._notices = Notices(theme)
        self._lists = Column(theme, 8)
        self._add = AddToBag(theme)
        self._add.wished.connect(self._on_add_wished)
        body = fill_page(self, theme, scrolls=True, space=8)
        body.add(PageHeader(theme, self.heading), self._notices, self._lists)
        body.add(Text("Put leaflets in your bag", TextStyle.H3), self._add, None)
        theme.layout_changed.connect(self._on_layout_changed)

    def reload(self) -> None:
        """Read again."""
        self._do(lambda: None)

    def showEvent(self, event: QShowEvent) -> None:
        """Something may have been printed meanwhile."""
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.heading.back_requested.emit()
        else:
            super().keyPressEvent(event)

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _do(self, deed: Callable[[], object]) -> None:
        """Do something on the desk, then show everything as it is now."""
        records, library, clock = self._rooms.kept, self._rooms.library, self._rooms.clock

        def work() -> PaperView:
            deed()
            return paper_view(records, library, clock)

        self._rooms.desk.run(self, work, self._on_loaded, self._on_failed)

    def _on_loaded(self, view: PaperView) -> None:
        self._notices.settle()
        if view != self._view:
            self._view = view
            self._show()

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error)

    def _on_told(self, recall: Recall, holder: Holder) -> None:
        records, clock, carer_id = self._rooms.kept, self._rooms.clock, holder.carer.id if holder.carer else None
        self._do(lambda: note_told(records, clock, holder.family.id, carer_id, recall.resource.id))

    def _on_taken_out(self, resource_id: str) -> None:
        records = self._rooms.kept
        self._do(lambda: clear_bag(records, resource_id))

    def _on_struck_off(self, wish_id: str) -> None:
        records = self._rooms.kept
        self._do(lambda: strike_off(records, wish_id))

    def _on_counted(self, code: str, count: int) -> None:
        records, library = self._rooms.kept, self._rooms.library
        counted = partial(self._on_recounted, is_gone=count == 0)
        self._rooms.desk.run(self, lambda: keep_count(records, library, code, count), counted, self._on_failed)

    def _on_recounted(self, _pile: Stock, *, is_gone: bool) -> None:
        """The number says so already; a pile that is gone leaves the list."""
        if is_gone:
            self.reload()

    def _on_add_wished(self, code: str, count: int) -> None:
        """Put a new pile into the bag; what is wrong with its code is said beside it."""
        records, library = self._rooms.kept, self._rooms.library
        self._rooms.desk.run(
            self, lambda: add_to_bag(records, library, code, count), lambda _pile: self._on_added(), self._add.refuse
        )

    def _on_added(self) -> None:
        self._add.empty()
        self.reload()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._show()

    def _show(self) -> None:
        clear(self._lists)
        view = self._view
        if view is None:
            return
        for recall in view.recalls:
            self._show_recall(recall)
        self._list("Still to be printed", [self._waiting(one) for one in view.waiting], "Nothing waits to be printed.")
        if view.untold:
            self._list("Printed, and not yet talked through", [self._untold(one) for one in view.untold], "")
        nothing = "Nothing is in your bag. Print some leaflets at the base, and put them here by the code on them."
        self._list("Ready in your bag", [self._pile(one) for one in view.bag], nothing)

    def _list(self, title: str, views: list[QWidget], nothing: str) -> None:
        self._lists.add(Text(title, TextStyle.H3))
        rows = Rows(self._theme)
        rows.set_rows(views or [row_of(self._theme, Text(nothing, wraps=True), height=48)])
        self._lists.add(rows, 8)

    def _show_recall(self, recall: Recall) -> None:
        self._lists.add(Notice(self._theme, Tone.NEEDS_YOU, recall_sentence(recall), recall_advice(recall)))
        views = [self._holder(recall, holder) for holder in recall.holders]
        if recall.in_bag:
            out = Button(self._theme, "Taken out", name=f"Taken out: {recall.resource.title}")
            out.clicked.connect(partial(self._on_taken_out, recall.resource.id))
            words = f"{recall.in_bag} in your bag. Take them out, so that nobody gets one."
            views.append(self._row(words, "", out))
        rows = Rows(self._theme)
        rows.set_rows(views)
        self._lists.add(rows, 12)

    def _holder(self, recall: Recall, holder: Holder) -> QWidget:
        name = holder_name(holder)
        family = Button(self._theme, "Open family", name=f"Open the {holder.family.name} family")
        family.clicked.connect(partial(self.family_requested.emit, holder.family.id))
        told = Button(self._theme, "Told", icon="check", name=f"{name} was told")
        told.clicked.connect(partial(self._on_told, recall, holder))
        return self._row(name, holder_note(holder), family, told)

    def _waiting(self, one: WaitingLeaflet) -> QWidget:
        off = Button(self._theme, "Not wanted", name=f"Not wanted: {one.title}")
        off.clicked.connect(partial(self._on_struck_off, one.wish.id))
        if one.trouble:
            return self._row(one.title, one.trouble, off)
        opened = Button(self._theme, "Print", icon="printer", name=f"Print: {one.title}")
        opened.clicked.connect(partial(self.leaflet_requested.emit, one))
        return self._row(one.title, waiting_note(one), off, opened)

    def _untold(self, one: UntoldLeaflet) -> QWidget:
        family = Button(self._theme, "Open family", name=f"Open the {one.family.name} family: {one.title}")
        family.clicked.connect(partial(self.family_requested.emit, one.family.id))
        return self._row(one.title, untold_note(one), family)

    def _pile(self, line: StockLine) -> QWidget:
        code = line.stock.code
        if line.trouble:
            out = Button(self._theme, "Taken out", name=f"Taken out: {code}")
            out.clicked.connect(partial(self._on_counted, code, 0))
            return self._row(f"{line.title} · {line.stock.count} left", line.trouble, out)
        count = Stepper(self._theme, f"{line.title}, left", line.stock.count, least=0, most=MOST)
        count.value_changed.connect(partial(self._on_counted, code))
        return self._row(line.title, bag_note(line), count)

    def _row(self, words: str, note: str, *ends: QWidget) -> QWidget:
        """Two lines and what can be done; under each other where there is little room."""
        lines = TwoLines(self._theme, [Words(words, TextStyle.STRONG)], note)
        lines.setToolTip(lines.accessibleName())
        lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if self._theme.layout is not Layout.COMPACT:
            return row_of(self._theme, lines, *ends)
        under = Row(self._theme, 8)
        under.add(*ends, None)
        both = Column(self._theme, 6)
        both.add(Text(words, TextStyle.STRONG, wraps=True))
        if note:
            both.add(Text(note, TextStyle.NOTE, wraps=True))
        both.add(under)
        lines.deleteLater()
        return row_of(self._theme, both)
