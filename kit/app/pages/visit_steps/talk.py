"""The second step: what was given to whom, ticked while talking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from kit.app.look.tokens import Layout
from kit.app.pages.visit_steps.absent import AbsentRows
from kit.app.pages.visit_steps.hand_over import HandOver
from kit.app.pages.visit_steps.presence import PresenceLine
from kit.app.pages.visit_steps.step import Step
from kit.app.pages.visit_steps.tick_panel import TickPanel
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.keys import KeyHints
from kit.app.widgets.notice import NeedStrip
from kit.app.widgets.panel import EmptyState, Panel
from kit.domain.wording import need_line
from kit.service.attendance import mark_here
from kit.service.needs import late_reviews
from kit.service.visits import absent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme
    from kit.app.pages.visit_steps.step import Change
    from kit.domain.visit import Attended, ReachBy
    from kit.service.ports import Clock, Library
    from kit.service.visit_view import VisitView

_HINTS = (
    ("Space", "given"),
    ("1", "showed me"),
    ("2", "told me"),
    ("3", "not yet"),
    ("N", "not given"),
    ("S", "show"),
    ("?", "all keys"),
)
ALL_KEYS = (
    "Arrows move. Space: given. 1: showed me. 2: told me. 3: not yet. N: not given. B: given to all here. S: show. "
    "Enter: how it was given, and take back. Ctrl P: leaflet. Ctrl 1 to 5: the steps. Esc: leave, the visit is kept."
)


class TalkStep(Step):
    """The tick grid, who is here over it, who is not under it.

    Signals:
        here_requested: the worker wants the form of who is here.
        library_requested: the worker wants to add something from the library.
    """

    here_requested = Signal()
    library_requested = Signal()

    def __init__(self, theme: Theme, library: Library, clock: Clock) -> None:
        self._add = Button(theme, "Add from library", icon="plus")
        self._hand = Button(theme, "Hand over leaflet", icon="file-text")
        self.hints = KeyHints(theme, _HINTS)
        super().__init__(
            theme, Button(theme, "Next: sleep space", Kind.PRIMARY), self._hand, self._add, left=self.hints
        )
        self._library, self._clock = library, clock
        self._view: VisitView | None = None
        self.presence = PresenceLine(theme)
        self._needs = NeedStrip(theme, [])
        self.panel = TickPanel(theme, library, clock)
        self.absent = AbsentRows(theme)
        self.hand_over = HandOver(theme, library, clock)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._go = Button(self.theme, "Who is here?", icon="users", pressed=self.here_requested.emit)
        way_on = "Say who is here, then tick what you talk about."
        self._empty = EmptyState(self.theme, "users", "Nobody is marked as here yet", way_on, self._go)
        self._frame = Panel(self.theme, margins=(1, 1, 1, 1), space=0)
        self._frame.column.add(self.panel, stretch=1)
        self._frame.column.add(self.absent)
        self.body.add(self.presence, self._needs, self._empty, self.hand_over)
        self.body.add(self._frame, stretch=1)

    def _connect(self) -> None:
        self.primary.clicked.connect(self.next_requested)
        self._add.clicked.connect(self.library_requested)
        self._hand.clicked.connect(self.hand_over.open_panel)
        self.hand_over.change_requested.connect(self._on_handed_over)
        self.presence.answered.connect(self._on_presence_answered)
        self.presence.change_requested.connect(self.here_requested)
        self.absent.chosen.connect(self._on_way_to_reach_chosen)
        self.panel.change_requested.connect(self.change_requested)
        self.hints.all_keys_requested.connect(self.panel.all_keys_requested)
        leaflet = QShortcut(QKeySequence("Ctrl+P"), self)
        leaflet.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaflet.activated.connect(self.panel.wish_leaflet)
        self.theme.layout_changed.connect(self._on_layout_changed)

    def show_view(self, view: VisitView) -> None:
        """Show the visit as it is now."""
        self._view = view
        layout = self.theme.layout
        self._add.set_words("Add" if layout is Layout.COMPACT else "Add from library", "Add from library")
        self.presence.show_view(view)
        remark = late_reviews(view.family, view.today) or "Show and leaflets follow this"
        self._needs.set_needs(needs_here(view) if layout is Layout.WIDE else [], remark)
        self.panel.show_view(view)
        self.absent.show_view(view)
        self._hand.set_words("Leaflet" if layout is Layout.COMPACT else "Hand over leaflet", "Hand over a leaflet")
        self._hand.setVisible(bool(view.here))
        self.hand_over.show_view(view)
        self._empty.setVisible(not view.here)
        self._frame.setVisible(bool(view.here))

    def is_done(self, view: VisitView) -> bool:
        """Whether something is ticked for everyone who is here."""
        told = {tick.carer_id for tick in view.draft.ticks}
        return bool(view.here) and all(carer.id in told for carer in view.here)

    def take_focus(self) -> None:
        """In the grid."""
        first: QWidget = self.panel.grid if self._view and self._view.here else self._go
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_presence_answered(self, carer_id: str, attended: Attended) -> None:
        self.change(lambda draft: mark_here(draft, carer_id, attended))

    def _on_handed_over(self, resource_id: str, change: Change) -> None:
        """Give it a row too, where it has none."""
        self.panel.add_resource(resource_id)
        self.change(change)

    def _on_way_to_reach_chosen(self, carer_id: str, way: ReachBy) -> None:
        if view := self._view:
            self.change(lambda draft: absent(self._library, self._clock, draft, view.family, carer_id, way))

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self.show_view(self._view)


def needs_here(view: VisitView) -> list[tuple[str, list[str]]]:
    """What each carer who is here needs."""
    named = [(view.name_of(one.id), [need_line(need) for need in view.family.needs_of(one.id)]) for one in view.here]
    return [(name, needs) for name, needs in named if needs]
