"""One family in a row: who, what matters most, and Start."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kit.app.look.line import (
    Icon,
    Part,
    Plate,
    Sign,
    Words,
    broken,
    height_of,
    paint_line,
    paint_lines,
    paint_plate,
    paint_two_lines,
    width_of,
)
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.layouts import Row
from kit.app.widgets.painted import Painted
from kit.app.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.family_words import RowWords

    Column = tuple[QRectF, list[list[Part]]]

ROW_HEIGHT = 62
LEFT = 16
GAP_SHARE = 0.46
"""Where the second column begins, of the width of a row."""
MARK = 20
MARK_GAP = 9
USUAL_LINES = 2
LARGE = 150
"""From this size of words on, in per cent, a row takes more lines rather than shorten them."""


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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def plate(self) -> Plate:
        """Lit under the pointer."""
        return Plate(Role.ACCENT_TINT if self.is_lit() else None)

    @property
    def may_grow(self) -> bool:
        """Whether words take more lines rather than be shortened: large words, and pages that scroll anyway."""
        return self.theme.layout is not Layout.WIDE or self.theme.text_percent >= LARGE

    def sizeHint(self) -> QSize:
        """As high as a row of two lines."""
        lines = self.theme.metrics(TextStyle.STRONG).height() + self.theme.metrics(TextStyle.NOTE).height()
        height = max(self.theme.grow(ROW_HEIGHT - 8), math.ceil(lines) + 8)
        return QSize(round(self.theme.em() * 18), height)

    def heightForWidth(self, width: int) -> int:
        """As high as the longer of the two columns."""
        least = self.sizeHint().height()
        high = max(box.height() for box, _ in self.columns(QRectF(0, 0, width, least)))
        return max(least, math.ceil(high) + 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole is the tool tip of what is shortened."""
        super().resizeEvent(event)
        columns = self.columns(QRectF(self.rect()))
        is_short = any(width_of(self.theme, line) > box.width() for box, lines in columns for line in lines)
        words = self.row_words
        self.setToolTip(f"{words.name}: {words.note}\n{words.gap}\n{words.gap_note}" if is_short else "")

    def columns(self, room: QRectF) -> list[Column]:
        """Who and what: the lines of each and the box they fill; long ones begin at the same height.

        The mark stands in front of the second.
        """
        inner = room.adjusted(self.theme.space(LEFT) - 4, 0, -8, 0)
        at = round(inner.width() * GAP_SHARE)
        mark = self.theme.grow(MARK) + self.theme.grow(MARK_GAP)
        left, right = inner.adjusted(0, 0, at - inner.width() - 12, 0), inner.adjusted(at + mark, 0, 0, 0)
        found = [(left, self._who(left.width())), (right, self._what(right.width()))]
        highs = [sum(height_of(self.theme, line) for line in lines) for _, lines in found]
        is_long = max(len(lines) for _, lines in found) > USUAL_LINES
        for (box, _), high in zip(found, highs, strict=True):
            box.moveTop(room.center().y() - (max(highs) if is_long else high) / 2)
            box.setHeight(high)
        return found

    def _who(self, width: float) -> list[list[Part]]:
        """Name and need over the youngest child; the need under the name where both have no room."""
        name, note = name_parts(self.row_words), Words(self.row_words.note, TextStyle.NOTE, Role.INK2)
        if not self.may_grow:
            return [name, [note]]
        need = [name[1:]] if len(name) > 1 else []
        first = [name] if width_of(self.theme, name) <= width else [*self._lines(name[0], width), *need]
        return [*first, *self._lines(note, width)]

    def _what(self, width: float) -> list[list[Part]]:
        """What matters most over since when."""
        gap = Words(self.row_words.gap, TextStyle.STRONG)
        note = Words(self.row_words.gap_note, TextStyle.NOTE, Role.INK2)
        if not self.may_grow:
            return [[gap], [note]] if note.text else [[gap]]
        return [*self._lines(gap, width), *self._lines(note, width)]

    def _lines(self, words: Part, width: float) -> list[list[Part]]:
        return [[line] for line in broken(self.theme, words, width)] if isinstance(words, Words) else [[words]]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate and both columns."""
        with QPainter(self) as painter:
            paint_plate(painter, QRectF(self.rect()), self.theme, self.plate())
            (left, who), (right, what) = self.columns(QRectF(self.rect()))
            paint_lines(painter, left, self.theme, who)
            paint_lines(painter, right, self.theme, what, Sign(self.row_words.mark, MARK, gap=MARK_GAP))


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
