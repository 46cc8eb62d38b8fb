"""What Today says about paper: called back and somebody does not know, or still to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.tokens import Layout
from kit.app.pages.paper.words import today_recall, today_waiting
from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Column, clear
from kit.app.widgets.notice import Notice, Tone
from kit.service.paper import PaperView, paper_view

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError


class PaperNotices(QWidget):
    """No notice, one or two; takes no room while there is nothing to say.

    Signals:
        opened: the worker wants to see what it is.
    """

    opened = Signal()

    def __init__(self, theme: Theme, rooms: Rooms) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._view: PaperView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = Column(theme, 8, parent=self)
        theme.layout_changed.connect(self._on_layout_changed)
        self.hide()
        self.reload()

    def reload(self) -> None:
        """Say it as it is now."""
        records, library, clock = self._rooms.kept, self._rooms.library, self._rooms.clock
        self._rooms.desk.run(self, lambda: paper_view(records, library, clock), self._on_loaded, self._on_failed)

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self._on_loaded(self._view)

    def _on_loaded(self, view: PaperView) -> None:
        self._view = view
        clear(self._column)
        if view.recalls:
            self._add(Tone.NEEDS_YOU, today_recall(view), "See who", "triangle-alert")
        if view.waiting:
            self._add(Tone.WAITING, today_waiting(view), "See which", "printer")
        self.setVisible(bool(view.recalls or view.waiting))

    def _on_failed(self, _error: KitError) -> None:
        """Today says by itself that the records cannot be read."""
        self.hide()

    def _add(self, tone: Tone, sentence: str, way: str, icon: str) -> None:
        happened, _, safe = sentence.partition(". ")
        link = LinkButton(self._theme, way, name=f"{way}: printed leaflets", pressed=self.opened.emit)
        is_short = self._theme.layout is Layout.WIDE
        happened = f"{happened}." if safe else happened
        self._column.add(Notice(self._theme, tone, happened, safe, link, icon=icon, in_one_line=is_short))
