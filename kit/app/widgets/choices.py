"""One of many: segments switch views, answers record facts, cards choose between sentences. Never mixed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kit.app.look.line import Icon, Part, Plate, Sign, Words, paint_line, paint_plate, paint_two_lines, width_of
from kit.app.look.tokens import RADIUS_CARD, Role, TextStyle
from kit.app.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from kit.app.look.marks import Mark
    from kit.app.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One of many: what it is called in code, on screen, and the mark or note it carries."""

    key: str
    words: str
    mark: Mark | None = None
    note: str = ""


_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Option(Painted):
    """One button of a group; chosen or not."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        self.choice = choice
        super().__init__(theme, choice.words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.fill_width()
        if choice.note:
            self.setAccessibleDescription(choice.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the one before or after."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        others = [each for each in self._siblings() if each.isVisible() and each.isEnabled()]
        other = others[(others.index(self) + step) % len(others)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.click()

    def _siblings(self) -> list[_Option]:
        """All options of the group, itself too."""
        parent = self.parentWidget()
        return parent.findChildren(_Option) if parent else [self]


class _Group(QWidget):
    """Options beside each other in one frame; arrows move between them.

    Signals:
        chosen: the worker chose one; carries its key.
    """

    chosen = Signal(str)
    inset = 0

    def __init__(self, theme: Theme, choices: Sequence[Choice], name: str, option: type[_Option]) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.options = [option(theme, choice) for choice in choices]
        line = QHBoxLayout(self)
        line.setSpacing(0)
        line.setContentsMargins(self.inset, 0, self.inset, 0)
        for each in self.options:
            line.addWidget(each, 1)
            self._group.addButton(each)
            each.setAccessibleName(f"{name}: {each.choice.words}")
            each.toggled.connect(self.update)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """Key of the chosen one, empty when none is."""
        return next((each.choice.key for each in self.options if each.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Show one as chosen, or none. Nothing is said about it."""
        self._group.setExclusive(False)
        for each in self.options:
            each.setChecked(each.choice.key == key)
        self._group.setExclusive(True)

    def _on_clicked(self, option: _Option) -> None:
        self.chosen.emit(option.choice.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame around, and a thin line between two that are not chosen."""
        with QPainter(self) as painter:
            edge = self.theme.edge
            paint_plate(painter, QRectF(self.rect()), self.theme, Plate(Role.SURFACE, Role.EDGE, edge))
            for left, right in zip(self.options, self.options[1:], strict=False):
                if not left.isChecked() and not right.isChecked():
                    gap = self.height() // 4
                    painter.fillRect(right.x(), gap, 1, self.height() - 2 * gap, self.theme.colour(Role.LINE))


class _Segment(_Option):
    """Chosen: filled blue, tick, bold."""

    def line(self) -> Sequence[Part]:
        """Tick and words, or words."""
        return self._line(is_chosen=self.isChecked())

    def widest_line(self) -> Sequence[Part]:
        """Ticked and bold."""
        return self._line(is_chosen=True)

    def _line(self, *, is_chosen: bool) -> Sequence[Part]:
        if is_chosen:
            return Icon("check", 18, Role.ON_ACCENT), Words(self.words, TextStyle.STRONG, Role.ON_ACCENT)
        return (Words(self.words, TextStyle.WORD, Role.INK if self.isEnabled() else Role.INK3),)

    def plate(self) -> Plate:
        """Blue when chosen."""
        if self.isChecked():
            return Plate(Role.ACCENT, radius=5)
        return Plate(Role.ACCENT_TINT if self.is_lit() else None, radius=5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Four pixels inside the frame, while the whole height can be pressed."""
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            paint_plate(painter, box.adjusted(0, 4, 0, -4), self.theme, self.plate())
            paint_line(painter, box, self.theme, self.line(), self.alignment)


class Segments(_Group):
    """Switches between views of the same thing."""

    inset = 4

    def __init__(self, theme: Theme, choices: Sequence[Choice], name: str, value: str = "") -> None:
        super().__init__(theme, choices, name, _Segment)
        self.set_value(value or choices[0].key)


class _Answer(_Option):
    """Chosen: blue frame of two pixels, tint, bold, mark in its colour."""

    padding = 14

    def line(self) -> Sequence[Part]:
        """Mark and words."""
        return self._line(is_chosen=self.isChecked())

    def widest_line(self) -> Sequence[Part]:
        """Bold."""
        return self._line(is_chosen=True)

    def _line(self, *, is_chosen: bool) -> Sequence[Part]:
        style = TextStyle.STRONG if is_chosen else TextStyle.BODY
        words = Words(self.words, style, Role.INK if is_chosen else Role.INK2)
        if not self.choice.mark:
            return (words,)
        ground = Role.ACCENT_TINT if is_chosen else Role.SURFACE
        return Sign(self.choice.mark, 18, None if is_chosen else Role.EDGE, ground), words

    def plate(self) -> Plate:
        """Framed when chosen."""
        if self.isChecked():
            return Plate(Role.ACCENT_TINT, Role.ACCENT, 2)
        return Plate(Role.ACCENT_TINT if self.is_lit() else None)


class Answers(_Group):
    """Records a fact; none is chosen until the worker says so."""

    def __init__(self, theme: Theme, choices: Sequence[Choice], name: str, value: str = "") -> None:
        super().__init__(theme, choices, name, _Answer)
        self.set_value(value)


class ChoiceCard(_Option):
    """A radio card: one sentence to choose and a note under it. Cards in one parent exclude each other."""

    alignment = Qt.AlignmentFlag.AlignLeft

    def line(self) -> Sequence[Part]:
        """Its words, bold."""
        return (Words(self.words, TextStyle.STRONG),)

    def plate(self) -> Plate:
        """White, or tinted with a blue frame."""
        if self.isChecked():
            return Plate(Role.ACCENT_TINT, Role.ACCENT, 2, RADIUS_CARD)
        return Plate(Role.SURFACE, Role.ACCENT if self.is_lit() else Role.EDGE, self.theme.edge, RADIUS_CARD)

    def sizeHint(self) -> QSize:
        """Two lines and the ring before them."""
        note = width_of(self.theme, [Words(self.choice.note, TextStyle.NOTE)])
        width = max(width_of(self.theme, self.line()), note) + self.theme.grow(52) + self.theme.space(16)
        return QSize(math.ceil(width), self.theme.grow(62 if self.choice.note else 46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, ring, words, note."""
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            paint_plate(painter, box, self.theme, self.plate())
            self._paint_ring(painter, box)
            words = box.adjusted(self.theme.grow(52), 0, -self.theme.space(12), 0)
            note = Words(self.choice.note, TextStyle.NOTE, Role.INK2)
            paint_two_lines(painter, words, self.theme, self.line(), note)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        size = self.theme.grow(24)
        ring = QRectF(self.theme.grow(15), (box.height() - size) / 2, size, size)
        edge = Role.ACCENT if self.isChecked() else Role.EDGE
        paint_plate(painter, ring, self.theme, Plate(Role.SURFACE, edge, 2, size))
        if self.isChecked():
            inset = size * 0.29
            dot = ring.adjusted(inset, inset, -inset, -inset)
            paint_plate(painter, dot, self.theme, Plate(Role.ACCENT, radius=size))
