"""The bar under the leaflet: which printer, how many, save, print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from kit.app.heading import Deed
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.check import Stepper
from kit.app.widgets.header import DeedButton
from kit.app.widgets.layouts import Row
from kit.app.widgets.menu import Menu
from kit.app.widgets.text import Text, TwoLines
from kit.domain.safety import JOB_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def show_printers(self, printers: Sequence[Printer]) -> None:
        """Offer these; the one chosen before stays chosen if it is still there."""
        before = self._chosen.name if self._chosen else ""
        self._printers = printers
        again = [printer for printer in printers if printer.name == before]
        self._choose(next(iter([*again, *printers]), None))
        self._change.set_words("Change" if len(printers) > 1 else "Look again", "Change the printer")
        self._change.setVisible(len(printers) != 1)

    def _choose(self, printer: Printer | None) -> None:
        self._chosen = printer
        if printer is None:
            self._say("No printer found", "Save it as a PDF, or show it on the screen.")
        else:
            state = "Ready" if printer.is_ready else "Stopped"
            self._say(printer.title, f"{state} · job name “{JOB_NAME}”")

    def _say(self, line: str, note: str) -> None:
        self._printer.set_lines([Words(line, TextStyle.STRONG)], note)

    def _on_change_pressed(self) -> None:
        if len(self._printers) < 2:  # noqa: PLR2004 - nothing to choose between
            self.printers_requested.emit()
            return
        lines = [Deed(printer.title, partial(self._choose, printer), parent=self._menu) for printer in self._printers]
        look = Deed("Look again", self.printers_requested.emit, "refresh-cw", parent=self._menu)
        self._menu.offer(*lines, None, look)
        self._menu.popup(self._change.mapToGlobal(self._change.rect().topLeft()))
