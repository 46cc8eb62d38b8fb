"""The hint bar: which keys do what here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from kit.app.look.line import Part, Words, paint_words, width_of
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.field import key_cap_width, paint_key_cap
from kit.app.widgets.painted import RESIZING, Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kit.app.look.theme import Theme

Hint = tuple[str, str]
"""A key and what it does."""
MOST_HINTS = 7


class _Hints(QWidget):
    """Key caps and words, painted."""

    def __init__(self, theme: Theme, hints: Sequence[Hint]) -> None:
        super().__init__()
        self._theme = theme
        self._hints = hints
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Keys: " + ", ".join(f"{key} {deed}" for key, deed in hints))

    def sizeHint(self) -> QSize:
        """Room for all."""
        widths = [sum(self._widths(hint)) for hint in self._hints]
        return QSize(math.ceil(sum(widths)), self._theme.grow(24))

    def _widths(self, hint: Hint) -> tuple[float, float]:
        """The cap and the words with the space after them."""
        theme = self._theme
        words = width_of(theme, [Words(hint[1], TextStyle.NOTE)])
        return key_cap_width(theme, hint[0]), words + theme.grow(6) + theme.grow(13)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each cap with its words, as many as fit."""
        with QPainter(self) as painter:
            theme, at = self._theme, 0.0
            height = theme.grow(22)
            for key, deed in self._hints:
                cap, words = self._widths((key, deed))
                if at + cap + words - theme.grow(13) > self.width() + 0.5:
                    break
                paint_key_cap(painter, QRectF(at, (self.height() - height) / 2, cap, height), theme, key)
                beside = QRectF(at + cap + theme.grow(6), 0, words, self.height())
                paint_words(painter, beside, theme, Words(deed, TextStyle.NOTE, Role.INK2))
                at += cap + words


class _AllKeys(Painted):
    """The cap "?" and the word keys: opens the whole list."""

    padding = 4

    def line(self) -> Sequence[Part]:
        """The word."""
        return (Words("keys", TextStyle.NOTE, Role.INK2),)

    def sizeHint(self) -> QSize:
        """Room for the cap in front."""
        return super().sizeHint() + QSize(self.theme.grow(34), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cap and word."""
        with QPainter(self) as painter:
            size = self.theme.grow(26)
            paint_key_cap(painter, QRectF(4, (self.height() - size) / 2, size, size), self.theme, "?")
            beside = QRectF(self.rect()).adjusted(size + self.theme.grow(12), 0, 0, 0)
            paint_words(painter, beside, self.theme, Words("keys", TextStyle.NOTE, Role.INK2))


class KeyHints(QWidget):
    """Up to seven keys with what they do; where there is little room, one "?" that opens all.

    Signals:
        all_keys_requested: the worker wants the whole list.
    """

    all_keys_requested = Signal()

    def __init__(self, theme: Theme, hints: Sequence[Hint]) -> None:
        super().__init__()
        self._theme = theme
        self._short = _AllKeys(theme, "keys", "All keys")
        self._long = _Hints(theme, hints[:MOST_HINTS])
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._long)
        self._stack.addWidget(self._short)
        self._short.clicked.connect(self._on_pressed)
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_layout_changed(theme.layout)

    def _on_pressed(self) -> None:
        self.all_keys_requested.emit()

    def _on_layout_changed(self, layout: Layout) -> None:
        self._stack.setCurrentWidget(self._long if layout is Layout.WIDE else self._short)

    def sizeHint(self) -> QSize:
        """Of the form shown."""
        shown: QWidget = self._long if self._theme.layout is Layout.WIDE else self._short
        return shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The short form."""
        return self._short.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the words grow."""
        if event.type() in RESIZING:
            self.updateGeometry()
        super().changeEvent(event)
