"""Steps: of the first start in a row, and of a visit as tabs in its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kit.app.look.line import Part, Plate, Sign, Words, paint_line, paint_plate, width_of
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.painted import Painted
from kit.app.widgets.text import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

DISC = 24


class _Step(LineView):
    """A disc with a number or a tick, and its word. Read only: first start goes by Back and Next."""

    def __init__(self, theme: Theme, number: int, word: str) -> None:
        self._number, self._word = number, word
        self._state = 0
        super().__init__(theme)
        self.show_at(1)

    def show_at(self, current: int) -> None:
        """Show as done, as current, or as still to come."""
        self._state = (self._number > current) - (self._number < current)
        is_now = self._state == 0
        said = {-1: "done", 0: "now", 1: "to come"}[self._state]
        style, tone = (TextStyle.STRONG, Role.INK) if is_now else (TextStyle.BODY, Role.INK2)
        disc = Words("", gap=0)
        self.set_parts(
            disc, Words(self._word, style, tone, gap=DISC + 8), name=f"Step {self._number}, {self._word}: {said}"
        )

    def sizeHint(self) -> QSize:
        """At least the disc."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.grow(DISC)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, then disc."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            theme, size = self._theme, self._theme.grow(DISC)
            disc = QRectF(0, (self.height() - size) / 2, size, size)
            middle = Qt.AlignmentFlag.AlignHCenter
            if self._state < 0:
                paint_line(painter, disc, theme, [Sign(Mark.HERE_ALL, DISC, ground=Role.CANVAS)], middle)
            else:
                is_now = self._state == 0
                plate = Plate(Role.ACCENT, radius=size) if is_now else Plate(Role.SURFACE, Role.EDGE, 2, size)
                paint_plate(painter, disc, theme, plate)
                ink = Role.ON_ACCENT if is_now else Role.INK2
                number = Words(str(self._number), TextStyle.NOTE_STRONG, ink)
                paint_line(painter, disc, theme, [number], middle)


class _Dash(QWidget):
    """The line between two steps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(12)
        self.setMaximumWidth(theme.grow(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() // 2, self.width(), 1, self._theme.colour(Role.EDGE))


class StepsRow(QWidget):
    """The steps of the first start, with the one of now."""

    def __init__(self, theme: Theme, words: Sequence[str], current: int = 1) -> None:
        super().__init__()
        self._words = words
        self._steps = [_Step(theme, number, word) for number, word in enumerate(words, 1)]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(16))
        for number, step in enumerate(self._steps):
            if number:
                line.addWidget(_Dash(theme))
            line.addWidget(step)
        line.addStretch(1)
        self.set_current(current)

    def set_current(self, current: int) -> None:
        """Go to a step, counted from 1."""
        for step in self._steps:
            step.show_at(current)
        self.setAccessibleName(f"Step {current} of {len(self._steps)}: {self._words[current - 1]}")


class _Tab(Painted):
    """One step of a visit: its word, a tick when done, a blue bar under the one of now."""

    padding = 14

    def __init__(self, theme: Theme, word: str) -> None:
        self.is_done = False
        super().__init__(theme, word)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def line(self) -> Sequence[Part]:
        """Tick and word."""
        return self._line(is_now=self.isChecked())

    def widest_line(self) -> Sequence[Part]:
        """Bold."""
        return self._line(is_now=True)

    def _line(self, *, is_now: bool) -> Sequence[Part]:
        style, tone = (TextStyle.STRONG, Role.ACCENT) if is_now else (TextStyle.WORD, Role.INK2)
        words = Words(self.words, style, tone, gap=6)
        return (Sign(Mark.SHOWED_ME, 16), words) if self.is_done else (words,)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line and the bar."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        with QPainter(self) as painter:
            width = width_of(self.theme, self.line()) + self.theme.grow(8)
            bar = QRectF((self.width() - width) / 2, self.height() - self.theme.grow(4), width, self.theme.grow(4))
            paint_plate(painter, bar, self.theme, Plate(Role.ACCENT, radius=2))

    def sizeHint(self) -> QSize:
        """As high as a target with the bar under it."""
        return super().sizeHint() + QSize(0, self.theme.grow(4))


class VisitSteps(QWidget):
    """The steps of a visit, in any order; done ones carry a tick.

    Signals:
        step_requested: the worker wants another step; carries its number from 0.
    """

    step_requested = Signal(int)

    def __init__(self, theme: Theme, words: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName("Steps of this visit")
        self._tabs = [_Tab(theme, word) for word in words]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for number, tab in enumerate(self._tabs):
            line.addWidget(tab)
            tab.clicked.connect(lambda _checked=False, at=number: self.step_requested.emit(at))

    def show_state(self, current: int, done: Sequence[bool]) -> None:
        """Show where the visit is and what is done."""
        for number, (tab, is_done) in enumerate(zip(self._tabs, done, strict=True)):
            tab.setChecked(number == current)
            tab.is_done = is_done
            tab.setAccessibleName(f"{tab.words}, done" if is_done else tab.words)
            tab.updateGeometry()
            tab.update()


class CountCard(Painted):
    """A number with its mark and word that filters the list under it when pressed."""

    alignment = Qt.AlignmentFlag.AlignLeft

    def __init__(self, theme: Theme, mark: Mark, word: str, count: int = 0) -> None:
        self._mark, self._word, self._count = mark, word, count
        super().__init__(theme, word)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show a number."""
        self._count = count
        self.set_words(self._word, f"{count} {self._word}")
        self.update()

    def line(self) -> Sequence[Part]:
        """Mark, number, word."""
        number = Words(str(self._count), TextStyle.H2, gap=13)
        return Sign(self._mark, 24), number, Words(self._word, TextStyle.BODY, Role.INK2)

    def plate(self) -> Plate:
        """A panel that lights up."""
        if self.isChecked():
            return Plate(Role.ACCENT_TINT, Role.ACCENT, 2, 12)
        edge = Role.ACCENT if self.is_lit() else Role.LINE
        return Plate(Role.SURFACE, edge, self.theme.edge, 12)

    def sizeHint(self) -> QSize:
        """Higher than a button."""
        return super().sizeHint().expandedTo(QSize(0, self.theme.grow(64)))
