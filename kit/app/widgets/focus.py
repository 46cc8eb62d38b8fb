"""The focus ring, and the watch that knows whether the worker goes by keys or by pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from kit.app.look.line import paint_box
from kit.app.look.tokens import RADIUS_CARD, RADIUS_CONTROL, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

RING_OUT = 3
RING_IN = 2
_MOVES = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)
_POINTING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})
_PLACING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})
_SHORTCUT_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class InputWatch(QObject):
    """Whether the last thing touched was the keys. The unlock page starts by keys.

    Signals:
        way_changed: keys took over from the pointer, or the other way round.
    """

    way_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.is_by_keys = True
        self._app = app

    def begin(self) -> None:
        """Watch from now on; beginning again changes nothing."""
        self._app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at keys and presses; take none away."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and _is_moving(event):
            self._take(is_by_keys=True)
        elif kind in _POINTING:
            self._take(is_by_keys=False)
        return False

    def _take(self, *, is_by_keys: bool) -> None:
        if is_by_keys is not self.is_by_keys:
            self.is_by_keys = is_by_keys
            self.way_changed.emit()


def _is_moving(event: QEvent) -> bool:
    """Whether a key press goes somewhere, and is not typing."""
    if not isinstance(event, QKeyEvent):
        return False
    return event.key() in _MOVES or bool(event.modifiers() & _SHORTCUT_KEYS)


class FocusRing(QWidget):
    """Two pixels dark touching the control, three yellow outside: one of the two stands out on any ground.

    One for a window, above everything, transparent for the pointer. Grids and lists paint their own around the current
    cell or row.
    """

    def __init__(self, theme: Theme, watch: InputWatch, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._watch = watch
        self._ground = window
        self._focused: QWidget | None = None
        self._clip = QRect()
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._on_focus_changed)
        watch.way_changed.connect(self.settle)

    @property
    def focused(self) -> QWidget | None:
        """What the ring is around, when it is shown."""
        return self._focused if self.isVisible() else None

    def settle(self) -> None:
        """Stand around what has the focus, or go away."""
        target = self._focused
        if target is None or not self._watch.is_by_keys or not target.isVisible():
            self.hide()
            return
        window = self._ground
        reach = RING_IN + RING_OUT
        box = _box_of(target).translated(target.mapTo(window, QPoint(0, 0)))
        self.setGeometry(box.adjusted(-reach, -reach, reach, reach))
        self._clip = _seen_part(target, window).translated(-self.pos())
        self.show()
        self.raise_()
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what moves."""
        if event.type() in _PLACING:
            self.settle()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The two lines."""
        if self._focused is None:
            return
        with QPainter(self) as painter:
            painter.setClipRegion(QRegion(self._clip))
            box = QRectF(self.rect())
            paint_ring(painter, box, self._theme, _radius_of(self._focused))

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for each in self._followed:
            each.removeEventFilter(self)
        self._followed = []
        self._focused = now if now and self._is_ringed(now) else None
        self._follow()
        self.settle()

    def _is_ringed(self, widget: QWidget) -> bool:
        """Whether keys do something in it, and it paints no ring of its own; the ground of what is gone has none."""
        is_ground = widget.focusPolicy() == Qt.FocusPolicy.NoFocus
        return widget.window() is self.window() and not isinstance(widget, QAbstractItemView) and not is_ground

    def _follow(self) -> None:
        """Watch the widget and everything it stands in."""
        each: QWidget | None = self._focused
        while each is not None and each is not self._ground:
            each.installEventFilter(self)
            each.destroyed.connect(self._on_destroyed)
            self._followed.append(each)
            each = each.parentWidget()

    def _on_destroyed(self) -> None:
        self._followed = []
        self._focused = None
        self.hide()


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, radius: float) -> None:
    """The ring with its outer edge on the box; the control inside has corners of this radius."""
    outer = radius + RING_IN + RING_OUT
    paint_box(painter, box, None, QPen(theme.colour(Role.FOCUS), RING_OUT), outer)
    inner = box.adjusted(RING_OUT, RING_OUT, -RING_OUT, -RING_OUT)
    paint_box(painter, inner, None, QPen(theme.colour(Role.FOCUS_IN), RING_IN), radius + RING_IN)


def _box_of(widget: QWidget) -> QRect:
    """The part of a widget to ring: all of it, unless it says otherwise."""
    box = getattr(widget, "ring_box", None)
    return box() if callable(box) else widget.rect()


def _radius_of(widget: QWidget) -> float:
    """Corners that match the control: chips are round, cards are 10, the rest 8."""
    plate = getattr(widget, "plate", None)
    radius = plate().radius if callable(plate) else RADIUS_CONTROL
    return min(float(radius), widget.height() / 2) if radius else RADIUS_CARD


def _seen_part(widget: QWidget, window: QWidget) -> QRect:
    """What scroll areas let one see, in the window's measure; they scroll up and down only, so the sides stay free."""
    seen = window.rect()
    each: QWidget | None = widget.parentWidget()
    while each is not None and each is not window:
        area = each.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is each:
            reach = RING_IN + RING_OUT
            seen &= QRect(each.mapTo(window, QPoint(0, 0)), each.size()).adjusted(-reach, 0, reach, 0)
        each = area
    return seen
