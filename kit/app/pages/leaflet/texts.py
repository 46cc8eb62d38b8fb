"""Which advice is on paper: one line for each text, and the way to add another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kit.app.heading import Deed
from kit.app.look.line import Words
from kit.app.widgets.button import IconButton, LinkButton
from kit.app.widgets.layouts import Row, clear
from kit.app.widgets.menu import Menu
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import Hairline, LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.app.look.theme import Theme
    from kit.domain.advice import Resource, TopicName


class TextsPanel(Panel):
    """The texts of this print. The first is what the page was opened for and stays.

    Signals:
        added: another text is wished for; carries its id.
        removed: one is not wished for any more; carries its place.
    """

    added = Signal(str)
    removed = Signal(int)

    def __init__(
        self, theme: Theme, offered: Callable[[], Sequence[Resource]], topics: Callable[[], Sequence[TopicName]]
    ) -> None:
        super().__init__(theme, margins=(14, 0, 6, 0), space=0)
        self._offered, self._topics = offered, topics
        self._menu = Menu(theme, self)
        self._add = LinkButton(theme, "Add advice", icon="plus", pressed=self._on_add_pressed)
        self._add.padding = 0

    def show_titles(self, titles: Sequence[str]) -> None:
        """Say what is on paper."""
        self._add.setParent(None)
        clear(self.column)
        for place, title in enumerate(titles):
            line = LineView(self.theme, Words(title))
            line.setMinimumHeight(self.theme.target())
            row = Row(self.theme, 0)
            row.add(line, stretch=1)
            if place:
                row.add(IconButton(self.theme, "x", f"Take out: {title}", pressed=partial(self.removed.emit, place)))
            self.add(row, Hairline(self.theme))
        row = Row(self.theme, 0)
        row.add(self._add, None)
        self.add(row)

    def fill_menu(self) -> Menu:
        """The texts that can be added, topic after topic."""
        lines: list[Deed | None] = []
        offered = self._offered()
        for topic in self._topics():
            deeds = [
                Deed(one.title, partial(self.added.emit, one.id), parent=self._menu)
                for one in offered
                if one.topic == topic.topic
            ]
            lines += [*([None] if lines and deeds else []), *deeds]
        self._menu.offer(*lines)
        return self._menu

    def _on_add_pressed(self) -> None:
        self.fill_menu().popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))
