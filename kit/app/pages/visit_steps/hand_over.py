"""Handing over a ready-made leaflet: find it by its code or among those in the bag, then one press for each carer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.announce import announce
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import Button, IconButton
from kit.app.widgets.field import Mistake, SearchField
from kit.app.widgets.layouts import Row
from kit.app.widgets.panel import Panel, Rows, row_of
from kit.app.widgets.text import LineView, Text, TwoLines
from kit.domain.advice import TextGiven, Way
from kit.domain.errors import KitError
from kit.domain.paper import Stock
from kit.service.leaflet_ticks import hand_over
from kit.service.stock import StockLine, handed_over
from kit.service.summary import form_of
from kit.service.text_codes import is_whole, text_to_give

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kit.app.look.theme import Theme
    from kit.service.ports import Clock, Library
    from kit.service.visit_view import VisitView

MOST_ROWS = 3
"""Piles shown at once; typing a part of the code or the title finds the others."""
NOTHING = "Nothing is in your bag. Type the code on the sheet."


class HandOver(Panel):
    """A field, and the piles that fit what is typed, each with a button for every carer who is here.

    Signals:
        change_requested: a leaflet was handed over; carries the id of the resource and a Change of the draft.
        bag_requested: it was opened and wants to know what lies in the bag.
    """

    change_requested = Signal(str, object)
    bag_requested = Signal()

    def __init__(self, theme: Theme, library: Library, clock: Clock) -> None:
        super().__init__(theme, margins=(16, 8, 16, 10), space=6)
        self._library, self._clock = library, clock
        self._view: VisitView | None = None
        self._bag: Sequence[StockLine] = ()
        self._shown: object = None
        self._is_asked = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        title = Row(theme, 8)
        words = Words("Hand over a leaflet", TextStyle.STRONG)
        self.code = SearchField(theme, "Code or title", "")
        self.code.textChanged.connect(self._on_typed)
        self.code.returnPressed.connect(self._on_asked)
        title.add(LineView(theme, Icon("file-text", 20, Role.INK2), words), 12, self.code, None)
        title.add(IconButton(theme, "x", "Close this panel", pressed=self.close_panel))
        self._mistake = Mistake(theme)
        self._nothing = Text(NOTHING, tone=Role.INK2, wraps=True)
        self._nothing.hide()
        self._rows = Rows(theme)
        self.add(title, self._mistake, self._nothing, self._rows)
        theme.layout_changed.connect(self._on_layout_changed)
        self.hide()

    def open_panel(self) -> None:
        """Show it, with the keys in the field."""
        self.show()
        self.code.clear()
        self.bag_requested.emit()
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Put it away."""
        self.hide()

    def show_bag(self, lines: Sequence[StockLine]) -> None:
        """Show what lies in the bag."""
        self._bag = lines
        self._show()

    def show_view(self, view: VisitView) -> None:
        """Show who is here, and what they have been handed."""
        self._view = view
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away, and not the visit."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._shown = None
        self._show()

    def _on_typed(self, _words: str) -> None:
        self._is_asked = False
        self._show()

    def _on_asked(self) -> None:
        """Return says that it is typed to its end."""
        self._is_asked = True
        self._show()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """The piles that fit, or the one sheet whose code was typed; nothing is built twice."""
        view = self._view
        if view is None or self.isHidden():
            return
        lines, mistake = self._fitting()
        self._say(mistake)
        self._nothing.setVisible(not (lines or mistake or self.code.text().strip()))
        state = (lines, view.here, view.draft.ticks)
        if state == self._shown:
            return
        self._shown = state
        self._rows.setVisible(bool(lines))
        self._rows.set_rows([self._row(view, line) for line in lines])

    def _say(self, mistake: str) -> None:
        """Say it under the field, and to a screen reader when it is new."""
        if mistake != self._mistake.sentence:
            self._mistake.say(mistake)
            self.code.setAccessibleDescription(mistake)
            if mistake:
                announce(self.code, mistake)

    def _fitting(self) -> tuple[tuple[StockLine, ...], str]:
        """What fits the words typed, and what is wrong with them."""
        typed = self.code.text().strip()
        wanted = typed.casefold()
        fitting = [one for one in self._bag if wanted in f"{one.stock.code} {one.title}".casefold()]
        if fitting or not typed:
            return tuple(fitting[:MOST_ROWS]), ""
        try:
            coded = text_to_give(self._library, typed)
        except KitError as error:
            return (), str(error) if self._is_asked or is_whole(typed) else ""
        text = TextGiven.of(coded.variant)
        return (StockLine(Stock(coded.code, text, 0), coded.resource.title, coded.variant.key),), ""

    def _row(self, view: VisitView, line: StockLine) -> QWidget:
        words = TwoLines(self.theme, [Words(line.title, TextStyle.STRONG)], line.trouble or self._note(view, line))
        words.setToolTip(words.accessibleName())
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = [] if line.trouble else [self._button(view, line, carer.id) for carer in view.here]
        return row_of(self.theme, words, *buttons, height=56)

    def _note(self, view: VisitView, line: StockLine) -> str:
        form = form_of(line.key)
        said = [f"{form[:1].upper()}{form[1:]}", line.stock.code]
        if line in self._bag:
            said.append(f"{max(0, line.stock.count - handed_over(view.draft.ticks)[line.stock.text])} left")
        return " · ".join(said)

    def _button(self, view: VisitView, line: StockLine, carer_id: str) -> Button:
        name = view.name_of(carer_id)
        button = Button(self.theme, name, name=f"Hand over to {name}: {line.title}")
        button.setCheckable(True)
        tick = view.draft.tick(carer_id, line.stock.text.resource_id)
        button.setChecked(tick is not None and tick.text == line.stock.text and Way.READY_MADE in tick.ways)
        button.clicked.connect(partial(self._on_handed_over, line, carer_id))
        return button

    def _on_handed_over(self, line: StockLine, carer_id: str, _is_on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        """Handed over, once; a tick is taken back in the grid."""
        view = self._view
        if view is None:
            return
        self._shown = None  # the button has moved by itself
        try:
            coded = text_to_give(self._library, line.stock.code)
        except KitError as error:
            self._say(str(error))
            return
        library, clock = self._library, self._clock
        self.change_requested.emit(coded.resource.id, lambda draft: hand_over(library, clock, draft, carer_id, coded))
        announce(self, f"{line.title}, handed over to {view.name_of(carer_id)}")
