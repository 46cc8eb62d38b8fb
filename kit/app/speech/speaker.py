"""The process with the voice. It may hang or die; the window goes on.

A speech service that hangs blocks the call that asks it for a voice for ever, so that call is made here and nowhere
else. The engine is named: Qt's own fall-back is one that says nothing and tells nobody.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from kit.app.speech.lines import Answer, Ask, line_of, message_of

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINES = {"linux": ("speechd",), "win32": ("winrt", "sapi"), "darwin": ("darwin",)}
"""The real ones of each system, best first."""
INPUT, OUTPUT = 0, 1
"""Standard input and output by number: a program without a console has no names for them."""


def main() -> int:
    """Answer until the window is gone."""
    app = QCoreApplication(["kit"])
    speaker = Speaker(ENGINES.get(sys.platform, ()))
    threading.Thread(target=_listen, args=(speaker,), daemon=True).start()
    return app.exec()


def _listen(speaker: Speaker) -> None:
    """Hand over each line. When the window is gone there is nobody to read to, even if the voice hangs."""
    with open(INPUT, "rb", buffering=0, closefd=False) as lines:
        for line in lines:
            speaker.heard.emit(line)
    os._exit(0)


class Speaker(QObject):
    """Reads one sentence at a time.

    Pausing is left out: on Linux it never happens and upsets what follows. Stopping and reading the sentence again
    works everywhere.

    Signals:
        heard: the window said something; carries the line.
    """

    heard = Signal(bytes)

    def __init__(self, engines: Sequence[str]) -> None:
        super().__init__()
        self._engines = engines
        self._speech: QTextToSpeech | None = None
        self._number: int | None = None
        self._is_speaking = False
        self.heard.connect(self._on_heard)

    def _on_heard(self, line: bytes) -> None:
        message = message_of(line)
        word = message.get("word")
        if word == Ask.OPEN:
            self._open(str(message.get("language", "en")))
        elif word == Ask.SAY and self._speech:
            self._say(self._speech, message)
        elif word == Ask.STOP and self._speech:
            self._number = None
            self._speech.stop()

    def _open(self, language: str) -> None:
        speech = self._speech or self._make()
        if speech is None:
            answer(Answer.NO_ENGINE)
            return
        self._speech = speech
        locale = best_locale(language, speech.availableLocales())
        if locale is None:
            answer(Answer.NO_VOICE, language=language)
            return
        speech.setLocale(locale)
        answer(Answer.READY, language=language)

    def _make(self) -> QTextToSpeech | None:
        """The voice of this computer; none when it has no engine or no voices."""
        there = QTextToSpeech.availableEngines()
        engine = next((each for each in self._engines if each in there), "")
        if not engine:
            return None
        speech = QTextToSpeech(engine)
        if speech.state() is QTextToSpeech.State.Error or not speech.availableLocales():
            return None
        speech.stateChanged.connect(self._on_state_changed)
        return speech

    def _say(self, speech: QTextToSpeech, message: dict[str, object]) -> None:
        number, rate = message.get("number"), message.get("rate")
        self._number = number if isinstance(number, int) else None
        self._is_speaking = False
        speech.setRate(float(rate) if isinstance(rate, int | float) else 0.0)
        speech.say(str(message.get("text", "")))

    def _on_state_changed(self, state: QTextToSpeech.State) -> None:
        """A sentence is read when it was begun and the voice is ready again: the end of an older one does not count."""
        if state is QTextToSpeech.State.Speaking:
            self._is_speaking = True
        elif state is QTextToSpeech.State.Error:
            answer(Answer.BROKEN)
        elif state is QTextToSpeech.State.Ready and self._is_speaking:
            self._is_speaking = False
            if self._number is not None:
                answer(Answer.SAID, number=self._number)
                self._number = None


def best_locale(language: str, there: Sequence[QLocale]) -> QLocale | None:
    """The British voice of English, the usual country of any other language, or whichever there is."""
    wanted = QLocale("en_GB" if language == "en" else language)
    speaking = [each for each in there if each.language() == wanted.language()]
    return next((each for each in speaking if each.territory() == wanted.territory()), next(iter(speaking), None))


def answer(word: Answer, **more: object) -> None:
    """Say something to the window."""
    os.write(OUTPUT, line_of(word, **more))
