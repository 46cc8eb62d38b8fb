"""The rail: where the worker is, where they can go, and the three that are always there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from kit.app.look.line import Icon, Plate, Words, paint_line, paint_plate, width_of
from kit.app.look.tokens import RADIUS_CARD, RAIL_WIDTH, Role, TextStyle
from kit.app.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.line import Part
    from kit.app.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Way:
    """One place to go to: its key, icon and word."""

    key: str
    icon: str
    word: str


TODAY = Way("today", "sun", "Today")
FAMILIES = Way("families", "users", "Families")
LIBRARY = Way("library", "book-open", "Library")
OUTBOX = Way("outbox", "send", "Outbox")
VISIT = Way("visit", "house", "Visit")
LEAFLET = Way("leaflet", "file-text", "Leaflet")
SAFER_SLEEP = Way("safer_sleep", "moon", "Safer sleep")
SETTINGS = Way("settings", "settings", "Settings")
LOCK = Way("lock", "lock", "Lock")


class Frame(Enum):
    """Which ways the window offers. In a visit no other family's name or number can appear."""

    FAMILIES = ((TODAY, FAMILIES, LIBRARY, OUTBOX), (SAFER_SLEEP, SETTINGS, LOCK))
    VISIT = ((VISIT, LIBRARY, LEAFLET), (SAFER_SLEEP, LOCK))
    FIRST_START = ((LIBRARY,), (SAFER_SLEEP, LOCK))
    BARE = ((), ())
    ALONE = ((), (), True)
    """Shown to a parent: the whole screen, and no way to anything."""

    def __init__(self, ways: tuple[Way, ...], fixed: tuple[Way, ...], is_full: bool = False) -> None:  # noqa: FBT001, FBT002 - from the tuples above
        self.ways = ways
        self.fixed = fixed
        self.is_full = is_full


class RailItem(Painted):
    """Icon over word; the one of now on a white plate with a blue bar at its left."""

    def __init__(self, theme: Theme, way: Way) -> None:
        self.way = way
        self.badge = 0
        super().__init__(theme, way.word)
        self.setCheckable(way.key not in (SAFER_SLEEP.key, LOCK.key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int) -> None:
        """Show how many wait there."""
        self.badge = count
        self.set_words(self.way.word, f"{self.way.word}, {count} waiting" if count else "")
        self.update()

    def nextCheckState(self) -> None:
        """The window says where one is; a press alone does not."""

    def line(self) -> Sequence[Part]:
        """The word."""
        style = TextStyle.NOTE_STRONG if self.isChecked() else TextStyle.NOTE
        return (Words(self.words, style, Role.INK if self.isChecked() else Role.INK2),)

    def widest_line(self) -> Sequence[Part]:
        """Bold."""
        return (Words(self.words, TextStyle.NOTE_STRONG),)

    def sizeHint(self) -> QSize:
        """62 high at 100 %, with the space around the plate."""
        width = width_of(self.theme, self.widest_line()) + self.theme.space(14)
        return QSize(round(max(width, RAIL_WIDTH - 1)), self.theme.grow(62))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, bar, icon, word, badge."""
        with QPainter(self) as painter:
            theme = self.theme
            box = QRectF(self.ring_box())
            paint_plate(painter, box, theme, self.plate())
            if self.isChecked():
                bar = QRectF(6, box.top() + box.height() * 0.21, 4, box.height() * 0.58)
                paint_plate(painter, bar, theme, Plate(Role.ACCENT, radius=2))
            size, middle = theme.grow(22), Qt.AlignmentFlag.AlignHCenter
            top = box.top() + theme.grow(6)
            tone = Role.ACCENT if self.isChecked() else Role.INK2
            paint_line(painter, QRectF(0, top, self.width(), size), theme, [Icon(self.way.icon, 22, tone)], middle)
            word = theme.metrics(TextStyle.NOTE).height()
            under = QRectF(0, top + size + theme.grow(3), self.width(), word)
            paint_line(painter, under, theme, self.line(), middle)
            if self.badge:
                self._paint_badge(painter, self.width() / 2 + theme.grow(6), box.top() + theme.grow(1))

    def ring_box(self) -> QRect:
        """The plate."""
        return self.rect().adjusted(6, 3, -6, -3)

    def plate(self) -> Plate:
        """White where the worker is."""
        if not self.isChecked():
            return Plate(Role.ACCENT_TINT if self.is_lit() else None, radius=RADIUS_CARD)
        return Plate(Role.SURFACE, Role.EDGE if self.theme.is_contrast else None, 2, RADIUS_CARD)

    def _paint_badge(self, painter: QPainter, left: float, top: float) -> None:
        """A blue disc with the number, ringed by the rail's ground."""
        number = Words(str(min(self.badge, 99)), TextStyle.NOTE_STRONG, Role.ON_ACCENT)
        height = self.theme.grow(18)
        width = max(height, width_of(self.theme, [number]) + self.theme.grow(9))
        disc = QRectF(left, top, width, height)
        ring = disc.adjusted(-2, -2, 2, 2)
        ground = Role.SURFACE if self.isChecked() else Role.SUNKEN
        paint_plate(painter, ring, self.theme, Plate(ground, radius=height))
        paint_plate(painter, disc, self.theme, Plate(Role.ACCENT, radius=height))
        paint_line(painter, disc, self.theme, [number], Qt.AlignmentFlag.AlignHCenter)


class Rail(QFrame):
    """The ways of a frame from the top, the fixed ones from the bottom, always in the same place.

    Signals:
        way_requested: the worker pressed one; carries its key.
    """

    way_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: dict[str, RailItem] = {}
        self._badges: dict[str, int] = {}
        self.setProperty("panel", "rail")
        self.setAccessibleName("Main places")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 11, 1, 6)

    def offer(self, frame: Frame) -> None:
        """Offer the ways of a frame."""
        for item in self._items.values():
            item.hide()
            item.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._items = {}
        for way in frame.ways:
            self._add(way)
        self._column.addStretch(1)
        for way in frame.fixed:
            self._add(way)

    def select(self, key: str) -> None:
        """Show where the worker is."""
        for item in self._items.values():
            item.setChecked(item.way.key == key)

    def set_badge(self, key: str, count: int) -> None:
        """Show how many wait at a place."""
        self._badges[key] = count
        if item := self._items.get(key):
            item.set_badge(count)

    def _add(self, way: Way) -> None:
        item = RailItem(self._theme, way)
        item.set_badge(self._badges.get(way.key, 0))
        item.clicked.connect(lambda: self.way_requested.emit(way.key))
        self._items[way.key] = item
        self._column.addWidget(item)
        item.show()
