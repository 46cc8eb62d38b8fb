"""How words look here: every part of a page for parents asks the page it lies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.app.look.grounds import GROUNDS
from kit.domain.letters import Letters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kit.app.look.tokens import Colours

USUAL = Letters()


def letters_on(widget: QWidget | None) -> Letters:
    """The letters of the nearest page around this that has chosen any; the usual ones elsewhere."""
    while widget is not None:
        found = getattr(widget, "letters", None)
        if isinstance(found, Letters):
            return found
        widget = widget.parentWidget()
    return USUAL


def colours_on(widget: QWidget) -> Colours:
    """The colours of the ground this lies on."""
    return GROUNDS[letters_on(widget).ground]
