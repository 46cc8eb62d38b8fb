"""Fields: a label, what is typed, and the mistake said beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from kit.app.announce import announce
from kit.app.look.line import Icon, Plate, Sign, Words, paint_line, paint_plate, width_of
from kit.app.look.marks import Mark
from kit.app.look.tokens import RADIUS_KEYCAP, Layout, Role, TextStyle
from kit.app.widgets.button import IconButton
from kit.app.widgets.layouts import Column, Flow, Row
from kit.app.widgets.text import LineView, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from kit.app.look.theme import Theme


class Field(QWidget):
    """A label over a line to type in, with room beside it for a mistake.

    Args:
        theme: the theme.
        label: what to type, always visible.
        check: answers the mistake in one sentence, or nothing. Asked on leaving the field, never while typing.
        width: width of the line at 100 %, 0 for all there is.
        is_secret: whether dots are shown, with a button that shows the letters.

    Signals:
        settled: the field was left, or Enter pressed, with no mistake; carries the text.
    """

    settled = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        check: Callable[[str], str] | None = None,
        width: int = 0,
        is_secret: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._check, self._width = theme, check, width
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        self._title = title = Text(label, TextStyle.STRONG)
        title.setBuddy(self.line)
        self._mistake = Mistake(theme)
        beside = Flow(theme, 10, 4)
        beside.add(self.line, self._mistake)
        column = Column(theme, 6, parent=self)
        column.add(title, beside)
        if is_secret:
            _hide_letters(theme, self.line)
        self._set_width()
        theme.text_size_changed.connect(self._set_width)
        self.line.editingFinished.connect(self._on_left)

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self._title.setText(label)
        self.line.setAccessibleName(label)

    @property
    def text(self) -> str:
        """What was typed, as typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Fill the line in."""
        self.line.setText(text)

    def take_focus(self) -> None:
        """Let the keys go on here."""
        self.line.setFocus()

    @property
    def mistake(self) -> str:
        """The sentence beside the field, or nothing."""
        return self._mistake.sentence

    def set_mistake(self, sentence: str) -> None:
        """Say what is wrong beside the field; nothing takes it away."""
        if sentence == self._mistake.sentence:
            return
        self._mistake.say(sentence)
        self.line.setAccessibleDescription(sentence)
        self.line.setProperty("mistake", "true" if sentence else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if sentence:
            announce(self.line, sentence)

    def _on_left(self) -> None:
        if self._check:
            self.set_mistake(self._check(self.line.text()))
        if not self.mistake:
            self.settled.emit(self.line.text())

    def _set_width(self) -> None:
        if self._width:
            self.line.setFixedWidth(self._theme.grow(self._width))


class Mistake(QWidget):
    """Triangle and bold sentence, beside the field or in as many lines under it as it needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.sentence = ""
        self._words = Text("", TextStyle.STRONG, Role.LATE, wraps=True)
        row = Row(theme, 8, parent=self)
        row.addWidget(LineView(theme, Sign(Mark.NEEDS_YOU, 20), name=" "), 0, Qt.AlignmentFlag.AlignVCenter)
        row.add(self._words, stretch=1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show it, or nothing."""
        self.sentence = sentence
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def sizeHint(self) -> QSize:
        """One line, as high as the field, so that it stands in its middle."""
        words = (Sign(Mark.NEEDS_YOU, 20), Words(self.sentence, TextStyle.STRONG))
        return QSize(math.ceil(width_of(self._theme, words)) + 4, self._theme.target())

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(round(self._theme.em() * 8), self._theme.target())


def _hide_letters(theme: Theme, line: QLineEdit) -> None:
    """Show dots, and a button at the end of the line that shows the letters."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    button = IconButton(theme, "eye", "Show the letters")
    button.setCheckable(True)
    row = Row(theme, 0, parent=line)
    row.add(None, button)
    line.setTextMargins(0, 0, button.sizeHint().width(), 0)
    echoes = (QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal)
    button.toggled.connect(lambda is_shown: line.setEchoMode(echoes[is_shown]))


class TextBox(QWidget):
    """A label over several lines to type in. Tab leaves it."""

    def __init__(self, theme: Theme, label: str, lines: int = 3) -> None:
        super().__init__()
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(label)
        self.box.setTabChangesFocus(True)
        title = Text(label, TextStyle.STRONG)
        title.setBuddy(self.box)
        self._theme, self._lines = theme, lines
        column = Column(theme, 6, parent=self)
        column.add(title, self.box)
        theme.text_size_changed.connect(self._set_height)
        self._set_height()

    def _set_height(self) -> None:
        line = self._theme.metrics(TextStyle.BODY).lineSpacing()
        self.box.setFixedHeight(round(line * self._lines) + 2 * self._theme.space(12) + 4)


class SearchField(QLineEdit):
    """Finds while one types; the glass in front, its key at the end, Esc empties it.

    Signals:
        search_requested: other words are there and typing paused, or Enter was pressed; carries them.
    """

    search_requested = Signal(str)

    def __init__(self, theme: Theme, hint: str, key: str = "Ctrl F", *, width: int = 300) -> None:
        super().__init__()
        self._theme, self._hint, self._key, self._width = theme, hint, key, width
        self.setAccessibleName(hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._make_room()
        theme.text_size_changed.connect(self._make_room)
        self.textEdited.connect(self.search_requested)
        self.returnPressed.connect(lambda: self.search_requested.emit(self.text()))

    def sizeHint(self) -> QSize:
        """So wide at 100 %."""
        return QSize(self._theme.grow(self._width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Half of it."""
        return QSize(self.sizeHint().width() // 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the hint where it must be."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the glass, the key cap."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            theme, pad = self._theme, self._theme.space(12)
            box = QRectF(self.rect()).adjusted(pad - 4, 0, -pad + 2, 0)
            paint_line(painter, box, theme, [Icon("search", 18, Role.INK2)])
            if self._shows_key():
                cap = QRectF(
                    box.right() - self._key_width(),
                    box.center().y() - theme.grow(11),
                    self._key_width(),
                    theme.grow(22),
                )
                paint_key_cap(painter, cap, theme, self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties; when it is empty already, Esc is for the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_requested.emit("")
        else:
            super().keyPressEvent(event)

    def _shows_key(self) -> bool:
        return bool(self._key) and not self.text() and self._theme.layout is not Layout.COMPACT

    def _key_width(self) -> float:
        return key_cap_width(self._theme, self._key)

    def _make_room(self) -> None:
        """Keep the words clear of the glass and the key cap; shorten the hint to its box."""
        theme = self._theme
        left = theme.grow(18) + theme.space(6)
        right = round(self._key_width()) if self._key and theme.layout is not Layout.COMPACT else 0
        self.setTextMargins(left, 0, right, 0)
        room = self.width() - left - right - 2 * theme.space(12) - 8
        elided = theme.metrics(TextStyle.BODY).elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
        self.setPlaceholderText(elided)
        self.updateGeometry()


def key_cap_width(theme: Theme, key: str) -> float:
    """Width of a key cap with this word on it."""
    return max(width_of(theme, [Words(key, TextStyle.NOTE_STRONG)]) + theme.grow(12), theme.grow(22))


def paint_key_cap(painter: QPainter, box: QRectF, theme: Theme, key: str) -> None:
    """A key with its word on it."""
    plate = Plate(Role.SURFACE, Role.EDGE, theme.edge, RADIUS_KEYCAP)
    paint_plate(painter, box, theme, plate)
    words = Words(key, TextStyle.NOTE_STRONG)
    paint_line(painter, box, theme, [words], Qt.AlignmentFlag.AlignHCenter)
