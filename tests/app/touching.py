"""A finger on the screen, as Qt hears it from a touch screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

TOUCH = QTest.createTouchDevice()


def swipe(widget, *path, fingers=1):
    """A finger, or more of them, that goes along these points."""

    def at(point, finger):
        return QPoint(*point) + QPoint(0, 40 * finger)

    for number, point in enumerate(path):
        touch = QTest.touchEvent(widget, TOUCH)
        for finger in range(fingers):
            (touch.move if number else touch.press)(finger, at(point, finger), widget)
        touch.commit()
    touch = QTest.touchEvent(widget, TOUCH)
    for finger in range(fingers):
        touch.release(finger, at(path[-1], finger), widget)
    touch.commit()


def tap(widget):
    """A finger in the middle of it, and away again."""
    middle = widget.rect().center()
    swipe(widget, (middle.x(), middle.y()))
