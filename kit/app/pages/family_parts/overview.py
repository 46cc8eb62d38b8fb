"""Needs, grid and panels of a family; in the compact layout the panels are tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.grid.coverage import CoverageGrid
from kit.app.look.tokens import Layout
from kit.app.pages.family_parts import content
from kit.app.pages.family_parts.panels import facts_panel
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.layouts import Column, Row, clear, set_shown
from kit.app.widgets.notice import NeedButton, NeedStrip
from kit.app.widgets.panel import EmptyState, Panel
from kit.domain.wording import called
from kit.service.needs import late_reviews

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.app.look.theme import Theme
    from kit.domain.advice import Topic
    from kit.service.families import FamilyView

TOLD, SLEEP, PLAN, VISITS = "told", "sleep", "plan", "visits"
TABS = (Choice(TOLD, "Told"), Choice(SLEEP, "Sleep"), Choice(PLAN, "Plan"), Choice(VISITS, "Visits"))
LAST_VISITS = 2
ALL_ROOM = 1000
"""Stretch of what takes all the room before the rest gets any."""


class Overview(QWidget):
    """Everything about a family at one look.

    Signals:
        moved: the children sleep somewhere else now.
        visits_requested: the worker wants every visit.
        sleep_requested: the worker wants every record of the sleep spaces.
        plan_requested: the worker wants the whole plan.
        child_requested: the family is empty and the worker wants to add a child.
    """

    moved = Signal()
    visits_requested = Signal()
    sleep_requested = Signal()
    plan_requested = Signal()
    child_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: FamilyView | None = None
        self.grid = CoverageGrid(theme, "Who has been told what")
        self._told = Panel(theme, margins=(1, 1, 1, 1))
        self._told.add(self.grid)
        self._empty = EmptyState(
            theme,
            "users",
            "Nobody in this family yet",
            "Add a child, then the people who look after them.",
            Button(theme, "Add a child", Kind.PRIMARY, icon="baby", pressed=self.child_requested.emit),
        )
        self.tabs = Segments(theme, TABS, "Part of this page", TOLD)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self._strip = NeedStrip(theme, ())
        self._top = Row(theme, 8)
        self._top.add(self.tabs, None)
        self._panels = Row(theme, 12)
        self._sleep, self._plan, self._visits = QWidget(), QWidget(), QWidget()
        column = Column(theme, 12, parent=self)
        column.add(self._top, self._strip)
        column.add(self._told, stretch=ALL_ROOM)
        column.add(self._empty, self._panels, None)
        theme.layout_changed.connect(self._on_layout_changed)
        theme.text_size_changed.connect(self._on_text_size_changed)
        self._place()

    def show_family(self, view: FamilyView, names: Mapping[Topic, str]) -> None:
        """Show a family as it is now; the place in the grid is kept."""
        self._view = view
        self.grid.show_content(*content.grid_of(view, names))
        self._fill_needs()
        self._fill_panels(view)
        self._place()

    def _fill_needs(self) -> None:
        """The strip; where there is little room a button that opens it."""
        while self._top.count() > 2:  # noqa: PLR2004 - tabs and free room stay
            item = self._top.takeAt(2)
            if item and (button := item.widget()):
                button.hide()
                button.deleteLater()
        if self._view is None:
            return
        found = content.needs(self._view.family)
        is_compact = self._theme.layout is Layout.COMPACT
        family, today = self._view.family, self._view.today
        remark = late_reviews(family, today) if is_compact else content.needs_remark(family, today)
        self._strip.set_needs(found, remark)
        if found and is_compact:
            more = sum(len(what) for _who, what in found) - 1
            button = NeedButton(self._theme, found[0][0], found[0][1][0], more)
            button.clicked.connect(self._on_needs_pressed)
            self._top.add(button)
            self._strip.hide()

    def _on_needs_pressed(self) -> None:
        self._strip.setVisible(not self._strip.isVisible())

    def _fill_panels(self, view: FamilyView) -> None:
        clear(self._panels)
        child = content.sleeper(view.family)
        name = called(child) if child else "the baby"
        verb = "sleeps" if child and child.born_on else "will sleep"
        found = content.places(view)
        lines = found or (content.FactLine("No address yet", icon="map-pin"),)
        they_moved = LinkButton(self._theme, "They moved" if found else "Add the address", pressed=self.moved.emit)
        they_moved.setEnabled(bool(view.family.children))
        look = LinkButton(self._theme, "Look", name="All records of sleep spaces", pressed=self.sleep_requested.emit)
        deed = Row(self._theme, 14)
        deed.add(*((look,) if view.checks else ()), they_moved)
        deeds = QWidget()
        deeds.setLayout(deed)
        self._sleep = facts_panel(self._theme, "bed", f"Where {name} {verb}", lines, deeds)
        self._plan = self._plan_panel(view)
        last = (content.seen(view), *content.never_met(view), *content.visits(view, LAST_VISITS))[: LAST_VISITS + 1]
        words = f"All {len(view.visits)}" if len(view.visits) > 1 else "Look"
        every = LinkButton(self._theme, words, name="All visits", pressed=self.visits_requested.emit)
        set_shown(every, is_shown=bool(view.every_visit))
        self._visits = facts_panel(self._theme, "history", "Visits", last, every)
        self._panels.add(self._sleep, self._plan, self._visits, stretch=1)

    def _plan_panel(self, view: FamilyView) -> QWidget:
        """The actions still open."""
        lines = content.plan(view) or (content.FactLine("No plan yet", icon="list-checks"),)
        look = LinkButton(self._theme, "Look", name="The whole plan", pressed=self.plan_requested.emit)
        look.setVisible(bool(view.plan.open or view.plan.ended))
        return facts_panel(self._theme, "list-checks", "Plan", lines, look)

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._fill_needs()
        self._place()

    def _on_text_size_changed(self) -> None:
        self._place()

    def _on_tab_chosen(self, _key: str) -> None:
        self._place()

    def _place(self) -> None:
        """What is seen: all of it, or the part of the tab."""
        is_compact = self._theme.layout is Layout.COMPACT
        is_empty = self._view is None or self._view.family.is_empty
        self.tabs.setVisible(is_compact and not is_empty)
        self._empty.setVisible(self._view is not None and is_empty)
        part = self.tabs.value
        self._told.setMaximumHeight(self.grid.maximumHeight() + 2)
        self._told.setVisible(not is_empty and (not is_compact or part == TOLD))
        self._sleep.setVisible(not is_empty and (not is_compact or part == SLEEP))
        self._plan.setVisible(not is_empty and (not is_compact or part == PLAN))
        self._visits.setVisible(not is_empty and (not is_compact or part == VISITS))
