"""What every step of a visit is: a body that scrolls over a bar, shown from a view, asking for changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.widgets.header import BottomBar, fill_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.app.look.theme import Theme
    from kit.app.widgets.button import Button
    from kit.domain.visit import VisitDraft
    from kit.service.visit_view import VisitView

    Change = Callable[[VisitDraft], VisitDraft]
    """A deed of the worker: the draft as it should be, or a RuleError that says why not."""


class Step(QWidget):
    """One step of a visit.

    Signals:
        change_requested: the worker did something; carries a Change.
        next_requested: the worker is done here.
    """

    change_requested = Signal(object)
    next_requested = Signal()

    def __init__(self, theme: Theme, primary: Button, *others: QWidget, left: QWidget | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.primary = primary
        self.body = fill_page(self, theme, bottom=BottomBar(theme, primary, *others, left=left), scrolls=True)

    def show_view(self, view: VisitView) -> None:
        """Show the visit as it is now."""
        raise NotImplementedError

    def is_done(self, view: VisitView) -> bool:
        """Whether the step carries a tick."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let the keys begin where the step begins."""
        self.primary.setFocus()

    def change(self, change: Change) -> None:
        """Ask for a change of the draft."""
        self.change_requested.emit(change)
