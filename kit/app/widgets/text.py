"""Words on a page: labels in the kit's sizes and tones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kit.app.look.line import Part, Sign, Words, height_of, paint_line, paint_two_lines, paint_words, width_of
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.painted import RESIZING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kit.app.look.marks import Mark
    from kit.app.look.theme import Theme


class Text(QLabel):
    """Plain words in one size and tone, given by the sheet, so it needs no theme."""

    def __init__(
        self,
        words: str = "",
        style: TextStyle = TextStyle.BODY,
        tone: Role = Role.INK,
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("textStyle", style.key)
        self.setProperty("tone", str(tone))
        self.setText(words)

    def set_tone(self, tone: Role) -> None:
        """Say it in another tone."""
        self.setProperty("tone", str(tone))
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedText(QWidget):
    """One line that is shortened where it must be; the whole is the tool tip and what a screen reader says."""

    def __init__(self, theme: Theme, words: str = "", style: TextStyle = TextStyle.BODY, tone: Role = Role.INK) -> None:
        super().__init__()
        self._theme = theme
        self._style = style
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    @property
    def words(self) -> str:
        """The whole text."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole line."""
        metrics = self._theme.metrics(self._style)
        return QSize(math.ceil(metrics.horizontalAdvance(self._words)) + 1, math.ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(round(self._theme.em() * 4), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        with QPainter(self) as painter:
            paint_words(painter, QRectF(self.rect()), self._theme, Words(self._words, self._style, self._tone))


class LineView(QWidget):
    """One line of words, icons and marks that is only read."""

    def __init__(
        self,
        theme: Theme,
        *parts: Part,
        name: str = "",
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._alignment = alignment
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_parts(*parts, name=name)

    @property
    def parts(self) -> Sequence[Part]:
        """What is painted."""
        return self._parts

    def set_parts(self, *parts: Part, name: str = "") -> None:
        """Show other parts."""
        self._parts = parts
        words = " ".join(part.text for part in parts if isinstance(part, Words))
        self.setAccessibleName(name or words)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole line."""
        return QSize(math.ceil(width_of(self._theme, self._parts)), math.ceil(height_of(self._theme, self._parts)))

    def minimumSizeHint(self) -> QSize:
        """Words may be shortened, not the marks before them."""
        return QSize(min(self.sizeHint().width(), round(self._theme.em() * 6)), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole is the tool tip of what is shortened."""
        is_short = self.width() < self.sizeHint().width()
        self.setToolTip(self.accessibleName() if is_short else "")
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        with QPainter(self) as painter:
            paint_line(painter, QRectF(self.rect()), self._theme, self._parts, self._alignment)


class TwoLines(QWidget):
    """A line with a note under it, and a mark or icon before both: the row of every list in the kit.

    Args:
        theme: the theme.
        line: the first line.
        note: the second; empty for none.
        lead: what stands before both.
        is_lead_centred: whether the lead stands in the middle of both lines and not beside the first.
    """

    def __init__(
        self,
        theme: Theme,
        line: Sequence[Part],
        note: str,
        lead: Part | None = None,
        *,
        is_lead_centred: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._lead = lead
        self._is_lead_centred = is_lead_centred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_lines(line, note)

    def set_lines(self, line: Sequence[Part], note: str) -> None:
        """Show other words."""
        self._line = line
        self._note = Words(note, TextStyle.NOTE, Role.INK2)
        said = [part.text for part in line if isinstance(part, Words)]
        self.setAccessibleName(". ".join([*said, note] if note else said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both lines."""
        theme = self._theme
        width = max(width_of(theme, self._line), width_of(theme, [self._note])) + self._indent()
        height = height_of(theme, self._line) + (theme.metrics(TextStyle.NOTE).height() if self._note.text else 0)
        return QSize(math.ceil(width), math.ceil(height))

    def minimumSizeHint(self) -> QSize:
        """Words may be shortened."""
        return QSize(min(self.sizeHint().width(), round(self._theme.em() * 7)), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)

    def _indent(self) -> float:
        if self._lead is None:
            return 0.0
        return width_of(self._theme, [self._lead]) + self._theme.grow(9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lead beside the first line, note under it."""
        with QPainter(self) as painter:
            box, indent = QRectF(self.rect()), self._indent()
            paint_two_lines(painter, box.adjusted(indent, 0, 0, 0), self._theme, self._line, self._note)
            if self._lead:
                first = height_of(self._theme, self._line)
                top = (self.height() - self.sizeHint().height()) / 2
                beside = QRectF(0, top, indent, first)
                place = QRectF(0, 0, indent, self.height()) if self._is_lead_centred else beside
                paint_line(painter, place, self._theme, [self._lead])


class Hairline(QFrame):
    """A line of one pixel between two rows."""

    def __init__(self, theme: Theme, inset: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._inset = inset
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        with QPainter(self) as painter:
            inset = self._theme.space(self._inset)
            painter.fillRect(self.rect().adjusted(inset, 0, -inset, 0), self._theme.colour(Role.LINE))


class MarkView(LineView):
    """One mark alone, with its word for screen readers."""

    def __init__(self, theme: Theme, mark: Mark, size: int = 20) -> None:
        super().__init__(theme, Sign(mark, size), name=mark.word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
