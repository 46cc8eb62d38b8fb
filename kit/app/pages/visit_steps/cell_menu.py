"""What else can be said of a cell of the tick grid: how it was given, why not, take back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kit.app.heading import Deed
from kit.app.widgets.menu import Menu
from kit.domain.advice import Outcome, Reason, Way
from kit.domain.carer import NeedMet
from kit.domain.met import ways_to_meet
from kit.domain.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint, SignalInstance
    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme
    from kit.domain.carer import MetHow, NeedKind
    from kit.domain.visit import Tick

WAYS = (
    (Way.TALKED, "Talked through"),
    (Way.SHOWN, "Shown on screen"),
    (Way.PRACTISED, "Practised"),
    (Way.PRINTED, "Printed leaflet"),
    (Way.READY_MADE, "Ready-made leaflet"),
)
REASONS = (
    (Reason.NOT_PRESENT, "Not in the room"),
    (Reason.DECLINED, "Declined"),
    (Reason.INTERPRETER_NEEDED, "Interpreter needed"),
    (Reason.ANOTHER_DAY, "Another day"),
    (Reason.NOT_SAFE, "A better moment"),
)
"""Rule zero: whoever reads this menu over a shoulder must learn nothing. The last line is "not safe". Its words fit a
crying baby as well; the guide, not the screen, says what they stand for. In the grid both last lines read the same."""


class CellMenu(QObject):
    """Two menus: one for the cell, one for the reasons.

    Signals:
        given_requested: it was given after all.
        check_requested: ask again how well it was understood.
        way_toggled: it was, or was not, given in this way; carries the Way.
        reason_chosen: it was not given; carries the Reason.
        met_said: how one need was met; carries the NeedMet.
        form_requested: it was another form of the text than the needs choose.
        own_words_requested: the worker wants to note what the carer said.
        leaflet_requested: the worker wants it on paper.
        take_back_requested: nothing was said about it.
    """

    given_requested = Signal()
    check_requested = Signal()
    way_toggled = Signal(object)
    reason_chosen = Signal(object)
    met_said = Signal(object)
    form_requested = Signal()
    own_words_requested = Signal()
    leaflet_requested = Signal()
    take_back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = Menu(theme, parent)
        self.reasons = Menu(theme, parent)
        self.needs = Menu(theme, parent)
        self._met: Sequence[tuple[NeedKind, MetHow | None]] = ()
        self._other_form = ""
        self._at: QPoint | None = None

    def tell(self, met: Sequence[tuple[NeedKind, MetHow | None]], other_form: str) -> None:
        """Know the needs of whoever the cell is about, how each was met, and what other form of the text there is."""
        self._met, self._other_form = met, other_form

    def open_cell(self, at: QPoint, tick: Tick | None) -> None:
        """Open everything that can be said of this cell."""
        self._at = at
        lines = self._lines_given(tick) if tick and tick.outcome is Outcome.GIVEN else self._lines_empty()
        last = [self._line("Make a leaflet", self.leaflet_requested, "file-text")]
        if tick:
            words = "Change their own words…" if tick.note else "In their own words…"
            last.insert(0, self._line(words, self.own_words_requested, "message-square"))
            last.append(self._line("Take back", self.take_back_requested, "x"))
        self.cell.offer(*lines, None, *last)
        self.cell.popup(at)

    def open_reasons(self, at: QPoint) -> None:
        """Open why it was not given."""
        self.reasons.offer(*self._reasons(self.reasons))
        self.reasons.popup(at)

    def _lines_empty(self) -> list[Deed | None]:
        reasons = self._reasons(self.cell)
        for line in reasons:
            line.setText(f"Not given: {line.text()[:1].lower()}{line.text()[1:]}")
        return [self._line("Given", self.given_requested, "check"), None, *reasons]

    def _lines_given(self, tick: Tick) -> list[Deed | None]:
        ways = [self._way(way, words, is_chosen=way in tick.ways) for way, words in WAYS]
        check = self._line("Check understanding", self.check_requested, "message-square")
        not_given = Deed("Not given…", self._on_not_given_chosen, parent=self.cell)
        other = [self._line(self._other_form, self.form_requested, "file-text")] if self._other_form else []
        needs = [Deed("How needs were met…", self._on_needs_chosen, "ear", parent=self.cell)] if self._met else []
        return [check, *other, *needs, None, *ways, None, not_given]

    def _on_needs_chosen(self) -> None:
        """Every need with every way to meet it, those that hold ticked."""
        lines: list[Deed | None] = []
        for kind, how in self._met:
            lines += [None, *(self._met_line(kind, each, is_chosen=each is how) for each in ways_to_meet(kind))]
        self.needs.offer(*lines[1:])
        if self._at:
            self.needs.popup(self._at)

    def _met_line(self, kind: NeedKind, how: MetHow, *, is_chosen: bool) -> Deed:
        words = f"{say(kind)}: {say(how)[:1].lower()}{say(how)[1:]}"
        deed = Deed(
            words, partial(self.met_said.emit, NeedMet(kind, how)), "check" if is_chosen else "", parent=self.needs
        )
        deed.setCheckable(True)
        deed.setChecked(is_chosen)
        return deed

    def _way(self, way: Way, words: str, *, is_chosen: bool) -> Deed:
        deed = Deed(words, partial(self.way_toggled.emit, way), "check" if is_chosen else "", parent=self.cell)
        deed.setCheckable(True)
        deed.setChecked(is_chosen)
        return deed

    def _reasons(self, menu: Menu) -> list[Deed]:
        chosen = self.reason_chosen
        return [Deed(words, partial(chosen.emit, reason), parent=menu) for reason, words in REASONS]

    def _line(self, words: str, wish: SignalInstance, icon: str) -> Deed:
        return Deed(words, wish.emit, icon, parent=self.cell)

    def _on_not_given_chosen(self) -> None:
        if self._at:
            self.open_reasons(self._at)
