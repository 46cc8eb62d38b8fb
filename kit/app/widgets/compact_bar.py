"""The window's bar in the compact layout: menu or back, title, primary, and the two that are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy
from shiboken6 import isValid

from kit.app.heading import Deed, Heading
from kit.app.look.tokens import Layout, TextStyle
from kit.app.widgets.button import Button, IconButton, Kind
from kit.app.widgets.header import DeedButton
from kit.app.widgets.layouts import Row, clear
from kit.app.widgets.menu import Menu
from kit.app.widgets.rail import LOCK, SAFER_SLEEP, Frame, Way
from kit.app.widgets.text import ElidedText

if TYPE_CHECKING:
    from kit.app.look.theme import Theme

_FIXED = (SAFER_SLEEP, LOCK)


class CompactBar(QFrame):
    """Rail and page header in one line.

    Signals:
        way_requested: the worker wants another place; carries its key.
    """

    way_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._frame = Frame.BARE
        self._heading = Heading(parent=self)
        self.setProperty("panel", "top-bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = Menu(theme, self)
        self._steps = Menu(theme, self)
        self._row = Row(theme, 8, (10, 5, 10, 5), self)
        self._heading.changed.connect(self._fill)

    def follow(self, frame: Frame, heading: Heading) -> None:
        """Stand for a frame and the page in it."""
        if isValid(self._heading):
            self._heading.changed.disconnect(self._fill)
        self._frame, self._heading = frame, heading
        heading.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        if self._theme.layout is not Layout.COMPACT:
            return
        clear(self._row)
        heading = self._heading
        self._row.add(self._way_in())
        self._row.add(4)
        self._row.add(ElidedText(self._theme, heading.short_title, TextStyle.H3), stretch=1)
        if heading.steps:
            self._row.add(self._steps_button())
        elif heading.primary:
            self._row.add(DeedButton(self._theme, heading.primary, Kind.PRIMARY, has_icon=False))
        for way in _FIXED:
            if way in self._frame.fixed:
                self._row.add(self._fixed(way))

    def _way_in(self) -> Button:
        """Back where there is a way back, else the menu."""
        if self._heading.has_back:
            return IconButton(self._theme, "arrow-left", "Back", pressed=self._heading.back_requested.emit)
        self._menu.offer(*self._lines())
        button = Button(self._theme, "Menu", icon="menu")
        button.open_menu(self._menu)
        return button

    def _lines(self) -> list[Deed | None]:
        """Every way of the frame, then what else the page offers."""
        ways = [way for way in (*self._frame.ways, *self._frame.fixed) if way not in _FIXED]
        lines: list[Deed | None] = [self._line_for(way) for way in ways]
        return [*lines, None, *self._heading.deeds] if self._heading.deeds else lines

    def _line_for(self, way: Way) -> Deed:
        return Deed(way.word, lambda: self.way_requested.emit(way.key), way.icon, parent=self._menu)

    def _steps_button(self) -> Button:
        """As in "2 of 5", which opens all steps."""
        heading = self._heading
        self._steps.offer(*(self._step_line(at) for at in range(len(heading.steps))))
        button = Button(
            self._theme, f"{heading.step + 1} of {len(heading.steps)}", icon="list-checks", name="Steps of this visit"
        )
        button.open_menu(self._steps)
        return button

    def _step_line(self, at: int) -> Deed:
        step, ask = self._heading.steps[at], self._heading.step_requested
        return Deed(step.words, lambda: ask.emit(at), "check" if step.is_done else "", parent=self._steps)

    def _fixed(self, way: Way) -> IconButton:
        ask = self.way_requested
        return IconButton(self._theme, way.icon, way.word, Kind.SECOND, pressed=lambda: ask.emit(way.key))
