"""The bar under the leaflet: which printer, how many, save, print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from kit.app.heading import Deed
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.printing import HowToPrint
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.check import Stepper
from kit.app.widgets.header import DeedButton
from kit.app.widgets.layouts import Row
from kit.app.widgets.menu import Menu
from kit.app.widgets.text import Text, TwoLines
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.app.look.theme import Theme
    from kit.app.printing import Printer

MOST_COPIES = 20


class PrintBar(QFrame):
    """Printer at the left; copies, Save as PDF and Print at the right.

    Signals:
        save_requested: the worker wants the PDF as a file.
        web_requested: the worker wants a file to send.
        printers_requested: the worker wants the printers looked for again.
    """

    save_requested = Signal()
    web_requested = Signal()
    printers_requested = Signal()

    def __init__(self, theme: Theme, print_deed: Deed) -> None:
        super().__init__()
        self._theme, self._deed = theme, print_deed
        self._printers: Sequence[Printer] = ()
        self._chosen: Printer | None = None
        self._in_colour = self._on_both_sides = True
        self.setProperty("panel", "bottom-bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        icon = Icon("printer", 24, Role.INK2)
        self._printer = TwoLines(theme, [Words("Looking for printers…")], "", icon, is_lead_centred=True)
        self._menu = Menu(theme, self)
        self._change = LinkButton(theme, "Change", name="Change the printer", pressed=self._on_change_pressed)
        self.copies = Stepper(theme, "Copies", 1, least=1, most=MOST_COPIES)
        self.save = Button(theme, "Save as PDF", icon="download", pressed=self.save_requested.emit)
        self.web = Button(theme, "Save as HTML to send", icon="send", pressed=self.web_requested.emit)
        self.print = DeedButton(theme, print_deed, Kind.PRIMARY)
        self._lay_out()
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_layout_changed(theme.layout)

    def _lay_out(self) -> None:
        theme = self._theme
        self._change.setVisible(False)
        right = Row(theme, 8)
        right.add(None, Text("Copies", tone=Role.INK2), self.copies, 8, self.web, self.save, self.print)
        self._row = Row(theme, 10, (24, 9, 24, 9), self)
        left = Row(theme, 20)
        left.add(self._printer, self._change, None)
        self._row.add(left, stretch=1)
        self._row.add(right)

    def _on_layout_changed(self, layout: Layout) -> None:
        """Where there is little room the printer's line stands over the buttons."""
        is_compact = layout is Layout.COMPACT
        self._row.setDirection(Row.Direction.TopToBottom if is_compact else Row.Direction.LeftToRight)
        self.print.setVisible(not is_compact)

    @property
    def printer(self) -> Printer | None:
        """The printer chosen, or None when there is none."""
        return self._chosen

    @property
    def how(self) -> HowToPrint:
        """How many, in colour or not, on one side or both."""
        return HowToPrint(self.copies.value, in_colour=self._in_colour, on_both_sides=self._on_both_sides)

    def show_printers(self, printers: Sequence[Printer]) -> None:
        """Offer these; the one chosen before stays chosen if it is still there."""
        before = self._chosen.name if self._chosen else ""
        self._printers = printers
        again = [printer for printer in printers if printer.name == before]
        self._choose(next(iter([*again, *printers]), None))
        self._change.set_words("Change" if printers else "Look again", "Change the printer, colour and sides")
        self._change.setVisible(True)

    def _choose(self, printer: Printer | None) -> None:
        self._chosen = printer
        if printer is None:
            self._say("No printer found", "Save it as a PDF, or show it on the screen.")
        else:
            chosen = [words for words, is_on in self._choices(printer) if is_on]
            facts = ["Ready" if printer.is_ready else "Stopped", f"job name “{JOB_NAME}”", *chosen]
            self._say(printer.title, " · ".join(facts))

    def _choices(self, printer: Printer) -> tuple[tuple[str, bool], ...]:
        """What this printer can do, in words, and whether it is asked to."""
        colour = [("colour", self._in_colour), ("black and white", not self._in_colour)] if printer.has_colour else []
        sides = [("both sides", self._on_both_sides), ("one side", not self._on_both_sides)]
        return (*colour, *(sides if printer.has_two_sides else []))

    def _on_colour_chosen(self) -> None:
        self._in_colour = not self._in_colour
        self._choose(self._chosen)

    def _on_sides_chosen(self) -> None:
        self._on_both_sides = not self._on_both_sides
        self._choose(self._chosen)

    def _say(self, line: str, note: str) -> None:
        self._printer.set_lines([Words(line, TextStyle.STRONG)], note)

    def _on_change_pressed(self) -> None:
        if not self._printers:
            self.printers_requested.emit()
            return
        chosen = self._chosen
        lines = [self._line(each.title, partial(self._choose, each), is_on=each == chosen) for each in self._printers]
        ways: list[Deed | None] = [None]
        if chosen and chosen.has_colour:
            ways.append(self._line("In colour", self._on_colour_chosen, is_on=self._in_colour))
        if chosen and chosen.has_two_sides:
            ways.append(self._line("On both sides", self._on_sides_chosen, is_on=self._on_both_sides))
        look = Deed("Look again", self.printers_requested.emit, "refresh-cw", parent=self._menu)
        self._menu.offer(*lines, *(ways if len(ways) > 1 else []), None, look)
        self._menu.popup(self._change.mapToGlobal(self._change.rect().topLeft()))

    def _line(self, words: str, done: Callable[[], object], *, is_on: bool) -> Deed:
        deed = Deed(words, done, "check" if is_on else "", parent=self._menu)
        deed.setCheckable(True)
        deed.setChecked(is_on)
        return deed
