"""One family in a row: who, what matters most, and Start."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kit.app.look.line import Icon, Part, Plate, Sign, Words, paint_line, paint_plate, paint_two_lines, width_of
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.layouts import Row
from kit.app.widgets.painted import Painted
from kit.app.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.family_words import RowWords

ROW_HEIGHT = 62
LEFT = 16
GAP_SHARE = 0.46
"""Where the second column begins, of the width of a row."""
MARK = 20


def name_parts(words: RowWords) -> list[Part]:
    """The family name and the first need in purple."""
    parts: list[Part] = [Words(words.name, TextStyle.STRONG)]
    if words.need:
        parts += [
            Icon("ear", 16, Role.NEED, gap=12),
            Words(words.need, TextStyle.NOTE, Role.NEED, gap=5),
        ]
    return parts


def paint_family(painter: QPainter, box: QRectF, theme: Theme, words: RowWords) -> None:
    """Name and need over the youngest child."""
    note = Words(words.note, TextStyle.NOTE, Role.INK2)
    paint_two_lines(painter, box, theme, name_parts(words), note)


def paint_gap(painter: QPainter, box: QRectF, theme: Theme, words: RowWords) -> None:
    """The mark beside what matters most, over since when."""
    size, first = theme.grow(MARK), theme.metrics(TextStyle.STRONG).height()
    second = theme.metrics(TextStyle.NOTE).height() if words.gap_note else 0.0
    top = box.top() + (box.height() - first - second) / 2
    paint_line(painter, QRectF(box.left(), top, size, first), theme, [Sign(words.mark, MARK)])
    text = box.adjusted(size + theme.grow(9), 0, 0, 0)
    line = [Words(words.gap, TextStyle.STRONG)]
    paint_two_lines(painter, text, theme, line, Words(words.gap_note, TextStyle.NOTE, Role.INK2))


class FamilyButton(Painted):
    """The two columns of a row; a press opens the family."""

    def __init__(self, theme: Theme, words: RowWords) -> None:
        self.row_words = words
        super().__init__(theme, words.name, words.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def plate(self) -> Plate:
        """Lit under the pointer."""
        return Plate(Role.ACCENT_TINT if self.is_lit() else None)

    def sizeHint(self) -> QSize:
        """As high as a row; words are shortened where they must be."""
        lines = self.theme.metrics(TextStyle.STRONG).height() + self.theme.metrics(TextStyle.NOTE).height()
        height = max(self.theme.grow(ROW_HEIGHT - 8), math.ceil(lines) + 8)
        return QSize(round(self.theme.em() * 18), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole is the tool tip of what is shortened."""
        super().resizeEvent(event)
        left, right = self._columns()
        words = self.row_words
        is_short = (
            width_of(self.theme, name_parts(words)) > left.width()
            or self._widest(words.note) > left.width()
            or width_of(self.theme, [Words(words.gap, TextStyle.STRONG)]) > right.width() - self.theme.grow(29)
            or self._widest(words.gap_note) > right.width() - self.theme.grow(29)
        )
        self.setToolTip(f"{words.name}: {words.note}\n{words.gap}\n{words.gap_note}" if is_short else "")

    def _widest(self, note: str) -> float:
        return width_of(self.theme, [Words(note, TextStyle.NOTE)])

    def _columns(self) -> tuple[QRectF, QRectF]:
        """Boxes of who and what."""
        box = QRectF(self.rect()).adjusted(self.theme.space(LEFT) - 4, 0, -8, 0)
        at = round(box.width() * GAP_SHARE)
        return box.adjusted(0, 0, at - box.width() - 12, 0), box.adjusted(at, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate and both columns."""
        with QPainter(self) as painter:
            paint_plate(painter, QRectF(self.rect()), self.theme, self.plate())
            left, right = self._columns()
            paint_family(painter, left, self.theme, self.row_words)
            paint_gap(painter, right, self.theme, self.row_words)


START, GO_ON = "Start", "Go on"


class _StartButton(Button):
    """Start or Go on, as wide as the longer of the two, so that all rows stand in line."""

    def widest_line(self) -> Sequence[Part]:
        """The longer words, bold."""
        both = [Words(each, TextStyle.STRONG) for each in (START, GO_ON)]
        return [max(both, key=lambda words: width_of(self.theme, [words]))]


class CaseloadRowView(Panel):
    """A row: the family as one button, and Start or Go on.

    Args:
        theme: the theme.
        words: what it says.
        opened: a press on the family.
        started: a press on Start.
        is_first: whether Start is the primary button of the page.
        has_draft: whether a visit to this family is open.
    """

    def __init__(
        self,
        theme: Theme,
        words: RowWords,
        opened: Callable[[], object],
        started: Callable[[], object],
        *,
        is_first: bool = False,
        has_draft: bool = False,
    ) -> None:
        super().__init__(theme, "plain", margins=(0, 0, 0, 0))
        self.family = FamilyButton(theme, words)
        self.family.clicked.connect(lambda _checked=False: opened())
        deed = GO_ON if has_draft else START
        name = f"Go on with the visit: {words.name}" if has_draft else f"Start visit: {words.name}"
        kind = Kind.PRIMARY if is_first else Kind.SECOND
        self.start = _StartButton(theme, deed, kind, name=name, pressed=started)
        line = Row(theme, 8, (4, 4, 10, 4))
        line.add(self.family, stretch=1)
        line.add(self.start)
        self.add(line)
