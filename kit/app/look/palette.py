"""Roles of the look as a QPalette, for everything Qt paints by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

from kit.app.look.tokens import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

_ROLES = {
    QPalette.ColorRole.Window: Role.CANVAS,
    QPalette.ColorRole.WindowText: Role.INK,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.SUNKEN,
    QPalette.ColorRole.Text: Role.INK,
    QPalette.ColorRole.PlaceholderText: Role.INK3,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.INK,
    QPalette.ColorRole.BrightText: Role.LATE,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
    QPalette.ColorRole.ToolTipBase: Role.TOAST,
    QPalette.ColorRole.ToolTipText: Role.TOAST_INK,
    QPalette.ColorRole.Light: Role.SURFACE,
    QPalette.ColorRole.Midlight: Role.LINE,
    QPalette.ColorRole.Mid: Role.LINE,
    QPalette.ColorRole.Dark: Role.EDGE,
    QPalette.ColorRole.Shadow: Role.EDGE,
}
_WORDS = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(colour: Callable[[Role], QColor]) -> QPalette:
    """The palette for one scheme."""
    palette = QPalette()
    for slot, role in _ROLES.items():
        palette.setColor(slot, colour(role))
    for slot in _WORDS:
        palette.setColor(QPalette.ColorGroup.Disabled, slot, colour(Role.INK3))
    return palette
