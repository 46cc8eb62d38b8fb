"""Read to me: the sentences of a leaf, one after the other, with the one being read marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit.app.announce import announce
from kit.app.pages.show_parts.controls import PaperButton, grown
from kit.app.pages.show_parts.leaf_view import NOT_READ
from kit.app.pages.show_parts.paper import PaperText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from kit.app.look.theme import Theme
    from kit.app.speech.voice import Voice

LINE_WIDTH = 420
"""Of what is said where there is nothing to press."""
READ, STOP = "Read to me", "Stop reading"


class ReadBar(QWidget):
    """Start, stop, slower, again. The voice is asked for at the first press.

    There is no pause: stopping, and reading the sentence again, is the same to a listener and works everywhere. Where
    a carer needs to be read to, the press is the plainest thing on the page, and where nothing can read this is said
    at once. It is still a press: whoever is in the room, and whoever is asleep in it, hears what is read.

    Signals:
        marked: another sentence is being read; carries its number, or NOT_READ.
        heard: everything on the leaf was read to its end.
    """

    marked = Signal(int)
    heard = Signal()

    def __init__(self, theme: Theme, voice: Voice, language: str, *, is_needed: bool = False) -> None:
        super().__init__()
        self._theme, self._voice, self._language = theme, voice, language
        self._sentences: Sequence[str] = ()
        self._at = NOT_READ
        self._last = 0
        self.read = PaperButton(theme, READ, icon="volume-2", is_filled=is_needed)
        self.slower = PaperButton(theme, "Slower")
        self.slower.setCheckable(True)
        self.again = PaperButton(theme, "Again", icon="refresh-cw")
        self.said = PaperText(theme)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.read.clicked.connect(self._on_pressed)
        self.slower.toggled.connect(self._on_slower)
        self.again.clicked.connect(lambda: self._go(self._last))
        voice.said.connect(self._on_said)
        voice.silenced.connect(self._on_silenced)
        self._is_needed = is_needed
        self.set_language(language)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self.slower, self.read, self.again):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(line)

    @property
    def is_reading(self) -> bool:
        """Whether a sentence is being read."""
        return self._at != NOT_READ

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Another leaf is shown: reading goes on with it if it was going on, and why it cannot was said once."""
        was_reading = self.is_reading
        if not self._is_needed:
            self.said.setText("")
        self._sentences, self._last = sentences, 0
        self.stop()
        if was_reading and sentences:
            self._go(0)

    def set_language(self, language: str) -> None:
        """The text is in another language."""
        self._language = language
        if self._is_needed:
            self.said.setText(self._voice.why_silent(language))
        self._show()

    def stop(self) -> None:
        """Be quiet."""
        if self.is_reading:
            self._voice.stop()
        self._mark(NOT_READ)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read that is not shown."""
        self.stop()
        super().hideEvent(event)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _on_pressed(self) -> None:
        if self.is_reading:
            self.stop()
        else:
            self._go(0)

    def _on_slower(self) -> None:
        """From the sentence of now on."""
        if self.is_reading:
            self._go(self._at)

    def _go(self, at: int) -> None:
        if at >= len(self._sentences) or self._voice.is_silent(self._language):
            return
        self._voice.say(self._sentences[at], self._language, slower=self.slower.isChecked())
        if not self._voice.is_silent(self._language):
            self._mark(at)

    def _on_said(self) -> None:
        if not self.is_reading:
            return
        if self._at + 1 < len(self._sentences):
            self._go(self._at + 1)
        else:
            self._mark(NOT_READ)
            self.heard.emit()

    def _on_silenced(self, why: str) -> None:
        """Say it once; everything else goes on."""
        if self.isVisible():
            self.said.setText(why)
            announce(self, why)
        self._mark(NOT_READ)

    def _mark(self, at: int) -> None:
        self._at = at
        if at != NOT_READ:
            self._last = at
        self._show()
        self.marked.emit(at)

    def _show(self) -> None:
        can_read = not self._voice.is_silent(self._language)
        self.read.set_words(STOP if self.is_reading else READ)
        self.read.set_icon("square" if self.is_reading else "volume-2")
        self.read.setVisible(can_read)
        for each in (self.slower, self.again):
            each.setVisible(can_read and self._voice.is_started)
        self.said.setVisible(bool(self.said.text()))
        self.said.setMinimumWidth(0 if can_read else round(LINE_WIDTH * grown(self._theme)))
