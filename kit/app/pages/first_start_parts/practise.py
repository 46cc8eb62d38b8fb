"""Practising the hide key, twice, before it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.announce import announce
from kit.app.hide import PRESSES
from kit.app.look.line import Icon, Plate, Sign, Words, paint_line, paint_plate
from kit.app.look.marks import Mark
from kit.app.look.tokens import RADIUS_CARD, Role, TextStyle
from kit.app.pages.first_start_parts.part import Part
from kit.app.widgets.layouts import Column, Row, Sides
from kit.app.widgets.neutral import neutral_picture
from kit.app.widgets.notice import Notice, Tone
from kit.app.widgets.panel import Panel
from kit.app.widgets.picture import PictureView
from kit.app.widgets.text import LineView, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kit.app.hide import HideKey
    from kit.app.look.theme import Theme
    from kit.service.ports import Library

TIMES = 2
PICTURE_WIDTH = 340
_SAID = ("Not done yet. Do it 2 times.", "Done once. Once more, then it is yours.", "Done. It is yours.")


class PractiseStep(Part):
    """Three keys that light up, and what others will see.

    Signals:
        practised: it was done often enough.
    """

    practised = Signal()

    def __init__(self, theme: Theme, library: Library, hide_key: HideKey) -> None:
        lead = (
            "Press Shift 3 times, or press Safer sleep on the left. What was open closes at once. "
            "A safer sleep page takes its place."
        )
        super().__init__(theme, "Hide what is open, in one move", lead)
        self._times = 0
        self.keys = [ShiftKey(theme) for _ in range(PRESSES)]
        self._state = LineView(theme)
        keys = Row(theme, 12)
        keys.add(*self.keys, None)
        how = "It works from every page and every window, also with the laptop turned to a parent."
        then = "It looks like any other button."
        left = QWidget()
        column = self.column(left)
        column.add(keys, self._state, 4, Notice(theme, Tone.PLAIN, "", f"{how} {then}"), None)
        self._right = QWidget()
        seen = Column(theme, 6, parent=self._right)
        seen.add(Text("What they will see", TextStyle.NOTE, Role.INK2))
        if picture := neutral_picture(library):
            card = Panel(theme, "page", (24, 24, 24, 24))
            card.add(PictureView(theme, picture, has_card=False))
            seen.add(card)
        seen.add(None)
        sides = Sides(theme, 48)
        sides.add(left, stretch=1)
        sides.add(self._right)
        self.setLayout(sides)
        theme.text_size_changed.connect(self._fit)
        theme.layout_changed.connect(self._fit)
        hide_key.shift_counted.connect(self._on_shift_counted)
        self._fit()
        self._show()

    @property
    def is_done(self) -> bool:
        """Whether it was practised often enough."""
        return self._times >= TIMES

    def count_hidden(self) -> None:
        """It was done once more, by key or by button."""
        self._times += 1
        self._show()
        announce(self, self._state.accessibleName())
        if self.is_done:
            self.practised.emit()

    def _on_shift_counted(self, count: int) -> None:
        if self.isVisible():
            self._light(count)

    def _light(self, count: int) -> None:
        for number, key in enumerate(self.keys, 1):
            key.set_lit(is_lit=number <= count)

    def _show(self) -> None:
        self._light(0)
        mark = (Mark.NOT_HERE, Mark.HERE_PART, Mark.HERE_ALL)[min(self._times, TIMES)]
        words = _SAID[min(self._times, TIMES)]
        self._state.set_parts(Sign(mark, 20, ground=Role.CANVAS), Words(words, gap=10), name=words)

    def _fit(self, _layout: object = None) -> None:
        self._right.setFixedWidth(self.theme.grow(PICTURE_WIDTH))


class ShiftKey(QWidget):
    """A key as it looks on a keyboard; lit when it was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_lit = False
        self.setAccessibleName("Shift")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_lit(self, *, is_lit: bool) -> None:
        """Pressed, or waiting."""
        self.is_lit = is_lit
        self.setAccessibleDescription("pressed" if is_lit else "")
        self.update()

    def sizeHint(self) -> QSize:
        """112 by 64 at 100 %."""
        return QSize(self._theme.grow(112), self._theme.grow(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap, its word, a tick."""
        with QPainter(self) as painter:
            theme, box = self._theme, QRectF(self.rect())
            lit = Plate(Role.ACCENT_TINT, Role.ACCENT, 2, RADIUS_CARD)
            plate = lit if self.is_lit else Plate(Role.SURFACE, Role.EDGE, theme.edge, RADIUS_CARD)
            paint_plate(painter, box, theme, plate)
            word = Words("Shift", TextStyle.H3)
            parts = (word, Icon("check", 20, Role.ACCENT)) if self.is_lit else (word,)
            paint_line(painter, box, theme, parts, Qt.AlignmentFlag.AlignHCenter)
