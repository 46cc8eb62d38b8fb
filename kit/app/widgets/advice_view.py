"""The blocks of an advice text on the screen: the same blocks the leaflet is laid out from."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kit.app.look.line import Words as Line
from kit.app.look.line import paint_box, paint_words
from kit.app.look.tokens import RADIUS_CONTROL, Role, TextStyle
from kit.app.widgets.layouts import Column, Row, clear
from kit.app.widgets.panel import Panel
from kit.app.widgets.picture import PictureView
from kit.domain.advice import SPACE_TO_WRITE, Heading, Idea, Important, Items, Paragraph, Run, WritingLines, plain
from kit.domain.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme
    from kit.domain.advice import Block, Words
    from kit.domain.picture import Picture

MOST_LETTERS = 62
"""Letters in a line; longer lines lose the eye on the way back."""
PICTURE_WIDTH = 176
WRITING_HEIGHT = 44
"""Of a line to write on: room for a hand, and for a finger on a screen."""
LINE_PERCENT = {TextStyle.READ: 108, TextStyle.READ_STRONG: 104, TextStyle.LEAD: 115}
"""Distance between lines, of what the font gives (1.3 of its size): 1.4 for easy read, 1.5 for prose."""
_MAIN_HEADING = 2


class Prose(QLabel):
    """Words with strong parts, in lines short enough to follow. Dark on the light page of every theme."""

    def __init__(self, theme: Theme, words: Words, style: TextStyle = TextStyle.LEAD, name: str = "") -> None:
        super().__init__()
        self._theme, self._style = theme, style
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("textStyle", style.key)
        self.setProperty("tone", str(Role.PAGE_INK))
        self.setText(f'<p style="margin:0; line-height:{LINE_PERCENT.get(style, 100)}%">{_marked(words)}</p>')
        self.setAccessibleName(name or plain(words))
        theme.text_size_changed.connect(self._set_width)
        self._set_width()

    def heightForWidth(self, width: int) -> int:
        """Height at the width it may really have."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def _set_width(self) -> None:
        letter = self._theme.metrics(self._style).averageCharWidth()
        self.setMaximumWidth(round(letter * MOST_LETTERS) + self.contentsMargins().left())


def _marked(words: Words) -> str:
    """The words for Qt, strong ones at 600."""
    texts = ((html.escape(run.text), run.is_strong) for run in words)
    return "".join(f'<span style="font-weight:600">{text}</span>' if strong else text for text, strong in texts)


class _Item(Prose):
    """One item of a list, with its dot or number painted in front, so that a reader hears it as one."""

    def __init__(self, theme: Theme, words: Words, number: int = 0) -> None:
        self._number = number
        said = f"{number}. {plain(words)}" if number else plain(words)
        super().__init__(theme, words, name=said)
        theme.text_size_changed.connect(self._set_indent)
        self._set_indent()

    def _set_indent(self) -> None:
        self.setContentsMargins(round(self._theme.em() * (1.9 if self._number else 1.4)), 0, 0, 0)
        self._set_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then what stands in front of their first line."""
        super().paintEvent(event)
        height = self._theme.metrics(TextStyle.LEAD).height() * LINE_PERCENT[TextStyle.LEAD] / 100
        with QPainter(self) as painter:
            if self._number:
                box = QRectF(0, 0, self.contentsMargins().left(), height)
                paint_words(painter, box, self._theme, Line(f"{self._number}.", TextStyle.LEAD, Role.PAGE_INK))
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Role.PAGE_INK))
            em = self._theme.em()
            painter.drawEllipse(QPointF(em * 0.5, height * 0.6), em * 0.2, em * 0.2)


class _Important(QWidget):
    """The one thing that must not be missed: a frame around strong words."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        strong = tuple(Run(run.text, is_strong=True) for run in words)
        self._prose = Prose(theme, strong, name=f"Important: {plain(words)}")
        Row(theme, 0, (16, 12, 16, 12), self).add(self._prose)
        theme.text_size_changed.connect(self._set_width)
        self._set_width()

    def _set_width(self) -> None:
        self.setMaximumWidth(self._prose.maximumWidth() + 2 * self._theme.space(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame."""
        with QPainter(self) as painter:
            pen = QPen(self._theme.colour(Role.PAGE_INK), 2)
            paint_box(painter, QRectF(self.rect()), None, pen, RADIUS_CONTROL)


class _LinesToWriteOn(QLabel):
    """Ruled lines as on the leaflet, as wide as the words; a reader hears what they are for."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme, self._count = theme, count
        self.setAccessibleName(SPACE_TO_WRITE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.text_size_changed.connect(self._set_size)
        self._set_size()

    def _set_size(self) -> None:
        letter = self._theme.metrics(TextStyle.LEAD).averageCharWidth()
        self.setMaximumWidth(round(letter * MOST_LETTERS))
        self.setFixedHeight(self._theme.grow(WRITING_HEIGHT) * self._count + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines."""
        with QPainter(self) as painter:
            painter.setPen(QPen(self._theme.colour(Role.PAGE_INK), 1))
            for number in range(1, self._count + 1):
                height = self._theme.grow(WRITING_HEIGHT) * number
                painter.drawLine(0, height, self.width(), height)


class _IdeaRow(QWidget):
    """Picture left, words right: the sentence to remember, then what follows it, each on a line of its own."""

    def __init__(self, theme: Theme, idea: Idea, picture: Picture | None) -> None:
        super().__init__()
        self._theme = theme
        # Pictures are drawn for white paper; only a contrast theme has a page of another kind.
        self._picture = PictureView(theme, picture, has_card=False)
        self._picture.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        words = Column(theme, 4)
        words.add(None, Prose(theme, (Run(idea.lead),), TextStyle.READ_STRONG))
        words.add(*(Prose(theme, (Run(line),), TextStyle.READ) for line in idea.more))
        if idea.writing_lines:
            words.add(_LinesToWriteOn(theme, idea.writing_lines))
        words.add(None)
        row = Row(theme, 40, parent=self)
        row.add(self._picture)
        row.add(words, stretch=1)
        theme.text_size_changed.connect(self._set_width)
        self._set_width()

    def _set_width(self) -> None:
        self._picture.setFixedWidth(self._theme.grow(PICTURE_WIDTH))


class AdviceView(Panel):
    """One text as a parent sees it: on a light page in every theme, pictures left, words right, nothing else."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Role.PAGE, (48, 28, 40, 36), 10)
        self.setAccessibleName("Text of the advice")
        self._blocks: Sequence[Block] = ()
        self._pictures: Callable[[str], Picture] | None = None
        theme.scheme_changed.connect(self._on_scheme_changed)

    def show_blocks(self, blocks: Sequence[Block], pictures: Callable[[str], Picture]) -> None:
        """Show these blocks; `pictures` finds each picture by its key."""
        self._blocks, self._pictures = blocks, pictures
        clear(self.column)
        for part in self._parts():
            self.column.add(part)
        self.column.add(None)

    def empty(self) -> None:
        """Show nothing, and keep nothing."""
        self._blocks, self._pictures = (), None
        clear(self.column)

    def _on_scheme_changed(self) -> None:
        if self._pictures:
            self.show_blocks(self._blocks, self._pictures)

    def _parts(self) -> Iterator[QWidget | int]:
        """A widget for each block or item, with the space before it."""
        for number, block in enumerate(self._blocks):
            if number and isinstance(block, Heading | Idea | Important):
                yield 14 if isinstance(block, Heading | Idea) else 4
            yield from self._of(block)

    def _of(self, block: Block) -> Iterator[QWidget]:
        match block:
            case Idea():
                yield _IdeaRow(self.theme, block, self._picture(block.picture))
            case Heading():
                style = TextStyle.H2 if block.level <= _MAIN_HEADING else TextStyle.H3
                yield Prose(self.theme, block.words, style)
            case Items():
                for number, words in enumerate(block.items, start=1):
                    yield _Item(self.theme, words, number if block.is_numbered else 0)
            case Important():
                yield _Important(self.theme, block.words)
            case WritingLines():
                yield _LinesToWriteOn(self.theme, block.count)
            case Paragraph():
                yield Prose(self.theme, block.words)

    def _picture(self, key: str) -> Picture | None:
        """The picture; words without one are better than no words."""
        try:
            return self._pictures(key) if self._pictures else None
        except KitError:
            return None
