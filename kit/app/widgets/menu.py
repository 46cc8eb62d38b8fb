"""Menus whose lines are high enough for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from kit.app.look.tokens import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.heading import Deed
    from kit.app.look.theme import Theme


class Menu(QMenu):
    """Lines that do something. Filled each time it opens, so that it is never stale."""

    def __init__(self, theme: Theme, parent: QWidget, deeds: Sequence[Deed] = ()) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.offer(*deeds)

    def offer(self, *deeds: Deed | None) -> None:
        """Offer these lines; None is a line between groups."""
        self.clear()
        for deed in deeds:
            if deed is None:
                self.addSeparator()
            else:
                self._dress(deed)
                self.addAction(deed)

    def _dress(self, deed: Deed) -> None:
        """Give a line its icon in the colour of now."""
        if deed.icon_name:
            ratio = self.devicePixelRatioF()
            deed.setIcon(QIcon(self._theme.icon(deed.icon_name, self._theme.grow(20), Role.INK2, ratio)))
