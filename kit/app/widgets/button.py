"""Buttons: one primary a page, seconds with an edge, quiet ones without."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from kit.app.look.line import Icon, Part, Plate, Words, paint_line, paint_plate, width_of
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from kit.app.look.theme import Theme


class Kind(Enum):
    """How loud a button is."""

    PRIMARY = "primary"
    SECOND = "second"
    QUIET = "quiet"


class Button(Painted):
    """A button with words and, if given, an icon in front of them.

    Checkable ones (`setCheckable`) show that they are chosen by a blue frame, bold words and a tick.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: Kind = Kind.SECOND,
        *,
        icon: str = "",
        name: str = "",
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.kind = kind
        self.icon_name = icon
        super().__init__(theme, words, name, parent)
        self.padding = 8 if kind is Kind.QUIET else 16
        self._words_at_rest = ""
        if pressed:
            self.clicked.connect(lambda _checked=False: pressed())

    def set_busy(self, words: str) -> None:
        """Say what is being done ("Making…") and take no press until `set_ready`."""
        self._words_at_rest = self._words_at_rest or self.words
        self.set_words(words)
        self.setEnabled(False)

    def set_ready(self) -> None:
        """Be as before `set_busy`."""
        if self._words_at_rest:
            self.set_words(self._words_at_rest)
        self._words_at_rest = ""
        self.setEnabled(True)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def open_menu(self, menu: QMenu) -> None:
        """Let a press open this menu under the button."""
        self.setAccessibleDescription("Opens a menu")
        self.clicked.connect(lambda: menu.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def line(self) -> Sequence[Part]:
        """Icon, words, and a tick when chosen."""
        return self._line(is_chosen=self.isChecked())

    def widest_line(self) -> Sequence[Part]:
        """Bold and ticked."""
        return self._line(is_chosen=self.isCheckable())

    def _line(self, *, is_chosen: bool) -> Sequence[Part]:
        role = self._ink()
        is_bold = is_chosen or self.kind is Kind.PRIMARY
        if self.kind is Kind.QUIET:
            is_bold = True
        parts: list[Part] = []
        if self.icon_name:
            icon_role = Role.ACCENT if is_chosen else role
            parts.append(Icon(self.icon_name, 20, icon_role))
        parts.append(Words(self.words, TextStyle.STRONG if is_bold else TextStyle.WORD, role))
        if is_chosen:
            parts.append(Icon("check", 18, Role.ACCENT))
        return parts

    def _ink(self) -> Role:
        if not self.isEnabled():
            return Role.INK3
        if self.kind is Kind.PRIMARY:
            return Role.ON_ACCENT
        return Role.ACCENT if self.kind is Kind.QUIET else Role.INK

    def plate(self) -> Plate:
        """The ground of its kind."""
        if self.kind is Kind.QUIET:
            return Plate(Role.ACCENT_TINT if self.is_lit() else None)
        if not self.isEnabled():
            return Plate(Role.SUNKEN, Role.LINE, self.theme.edge, is_dashed=self.theme.is_contrast)
        if self.kind is Kind.PRIMARY:
            return Plate(Role.ACCENT_HOVER if self.is_lit() else Role.ACCENT)
        if self.isChecked():
            return Plate(Role.ACCENT_TINT, Role.ACCENT, 2)
        return Plate(Role.ACCENT_TINT if self.isDown() else Role.SURFACE, self._edge(), self.theme.edge)

    def _edge(self) -> Role:
        return Role.ACCENT if self.is_lit() else Role.EDGE


class LinkButton(Button):
    """A quiet button whose words stand flush with what is above and below: "See all", "Finish it"."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        icon: str = "",
        name: str = "",
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
        pressed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(theme, words, Kind.QUIET, icon=icon, name=name, pressed=pressed)
        self.padding = 0
        self.alignment = side

    def plate(self) -> Plate:
        """No ground: the words alone."""
        return Plate()

    def _ink(self) -> Role:
        return Role.ACCENT_HOVER if self.is_lit() else super()._ink()


class IconButton(Button):
    """An icon alone: back, more, close, read, and the fixed two in compact layout. Its name is a tool tip too."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        kind: Kind = Kind.QUIET,
        *,
        pressed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(theme, name, kind, icon=icon, pressed=pressed)
        self.setToolTip(name)
        self.padding = 12 if kind is Kind.QUIET else 16

    def _line(self, *, is_chosen: bool) -> Sequence[Part]:
        role = Role.ACCENT if is_chosen else Role.INK2
        return (Icon(self.icon_name, 20, role if self.isEnabled() else Role.INK3),)


class RowButton(Painted):
    """A whole row that opens something: what it is at the left, a chevron at the right."""

    padding = 0
    alignment = Qt.AlignmentFlag.AlignLeft

    def __init__(self, theme: Theme, parts: Sequence[Part], name: str, *, end: Sequence[Part] = ()) -> None:
        self._parts = parts
        self._end = (*end, Icon("chevron-right", 18, Role.INK3))
        super().__init__(theme, name)
        self.fill_width()

    def line(self) -> Sequence[Part]:
        """What stands at the left."""
        return self._parts

    def plate(self) -> Plate:
        """Lit under the pointer."""
        return Plate(Role.ACCENT_TINT if self.is_lit() else None)

    def sizeHint(self) -> QSize:
        """Room for both ends."""
        size = super().sizeHint()
        return QSize(size.width() + math.ceil(width_of(self.theme, self._end)) + 24, size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, what it is, chevron."""
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            paint_plate(painter, box, self.theme, self.plate())
            end = width_of(self.theme, self._end)
            paint_line(painter, box.adjusted(0, 0, -end - 8, 0), self.theme, self._parts)
            paint_line(painter, box, self.theme, self._end, Qt.AlignmentFlag.AlignRight)
