"""Show mode: one idea at a time, large, alone on white. A parent looks at it; nothing else is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit.app.announce import announce
from kit.app.heading import Heading
from kit.app.look.tokens import LIGHT
from kit.app.pages.show_parts.controls import WAY_OUT, Dots, RoundButton, WayOut
from kit.app.pages.show_parts.leaf_view import LARGE_POINTS, POINTS, LeafView
from kit.app.pages.show_parts.leaves import Leaf, leaves_of
from kit.domain.errors import KitError, RuleError
from kit.domain.safety import check_in_use, may_list
from kit.domain.visit import Room

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.advice import VariantKey
    from kit.domain.picture import Picture

_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space})


class ShowPage(QWidget):
    """One variant, leaf by leaf.

    Args:
        theme: tells how large words are and whether anything may move; the colours are those of paper.
        rooms: the library to read from.
        resource_id: what to show.
        key: which variant.
        is_large: whether somebody who looks needs large print.
        room: who can see the screen; a sensitive resource is shown to one person alone.

    Signals:
        left: the worker took the page back.
        shown: the last idea was reached for the first time; carries the resource id.
    """

    left = Signal()
    shown = Signal(str)

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        resource_id: str,
        key: VariantKey,
        *,
        is_large: bool = False,
        room: Room = Room.NOT_SURE,
    ) -> None:
        super().__init__()
        self.heading = Heading(parent=self)
        self._rooms, self._resource_id = rooms, resource_id
        self._at = 0
        self._is_shown = False
        self._can_show = True
        self._leaves = self._read(resource_id, key, room)
        self.leaf_view = LeafView(theme, LARGE_POINTS if is_large else POINTS)
        self._dots = Dots(len(self._leaves))
        self.back = RoundButton(theme, "Back", goes_on=False)
        self.on = RoundButton(theme, "On", goes_on=True)
        self.way_out = WayOut(theme, "Back to the kit")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.way_out.clicked.connect(self.left)
        self._show()

    def _read(self, resource_id: str, key: VariantKey, room: Room) -> tuple[Leaf, ...]:
        """The leaves; or one that says in plain words why there are none."""
        library = self._rooms.library
        try:
            resource = library.resource(resource_id)
            check_in_use(resource)
            if not may_list(resource, room):
                message = "This cannot be shown now."
                raise RuleError(message)
            return leaves_of(library.variant(resource_id, key))
        except KitError as error:
            self._can_show = False
            return (Leaf("", str(error)),)

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addSpacing(WAY_OUT)
        top.addWidget(self._dots, 1)
        top.addWidget(self.way_out)
        bottom.addWidget(self.back)
        bottom.addStretch(1)
        bottom.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 28)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.leaf_view, 1)
        column.addLayout(bottom)

    @property
    def at(self) -> int:
        """Which leaf is seen, from 0."""
        return self._at

    def go(self, step: int) -> None:
        """Go on or back; the ends are the ends."""
        at = min(max(self._at + step, 0), len(self._leaves) - 1)
        if at != self._at:
            self._at = at
            self._show()
            announce(self.leaf_view, self.leaf_view.accessibleName())

    def _show(self) -> None:
        leaf = self._leaves[self._at]
        self.leaf_view.show_leaf(leaf, self._picture(leaf))
        self._dots.show_at(self._at)
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at < len(self._leaves) - 1)
        self._tell_once()

    def _picture(self, leaf: Leaf) -> Picture | None:
        """The picture; words alone where the library lost it."""
        try:
            return self._rooms.library.picture(leaf.picture) if leaf.picture else None
        except KitError:
            return None

    def _tell_once(self) -> None:
        is_last = self._at == len(self._leaves) - 1
        if is_last and self._can_show and self.isVisible() and not self._is_shown:
            self._is_shown = True
            self.shown.emit(self._resource_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys; a single leaf is seen to the end at once."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_once()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and space turn the leaves; Esc is the way out."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ON:
            self.go(1)
        elif key in _BACK:
            self.go(-1)
        else:
            super().keyPressEvent(event)

    def ring_box(self) -> QRect:
        """Out of sight: the page has the keys, and nothing on it is chosen by them."""
        return QRect(-100, -100, 1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White, whatever the theme."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(LIGHT.page))
