"""The voice as the window knows it: asked for a sentence, it says when it is read, or once that it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kit.app.speech.lines import Answer, Ask, line_of, message_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_ENGINE = "This laptop has no voice, so it cannot read aloud. You can read it out yourself."
NO_VOICE = "This laptop has no voice for this language. You can read it out yourself."
NO_SOUND = "The sound is not working. You can read it out yourself."

OPENING_MS = 12_000
"""Until a voice is there. A slow one takes one and a half seconds, one that hangs takes for ever."""
WORD_MS = 450
"""A word at the usual speed."""
PATIENCE = 3
"""How many times longer than expected a sentence may take, before the sound is taken to be broken."""
LEAST_MS = 6_000
SLOWER = -0.45
"""Of Qt's scale from -1 to 1."""
ENDING_MS = 1_000


class Voice(QObject):
    """Reads one sentence at a time in another process, which is started by the first sentence and never waited for.

    Args:
        command: the program that reads, with its arguments; none when there is none.
        parent: who owns it.
        opening_ms: how long a voice may take to be there.
        least_ms: how long even the shortest sentence may take.

    Signals:
        said: the sentence asked for last was read to its end.
        silenced: nothing can be read, and why in plain words. Said once; `is_silent` stays.
    """

    said = Signal()
    silenced = Signal(str)

    def __init__(
        self,
        command: Sequence[str],
        parent: QObject | None = None,
        *,
        opening_ms: int = OPENING_MS,
        least_ms: int = LEAST_MS,
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._opening_ms, self._least_ms = opening_ms, least_ms
        self._process: QProcess | None = None
        self._asked_for, self._ready_for = "", ""
        self._mute: set[str] = set()
        self._why = "" if command else NO_ENGINE
        self._number = 0
        self._waiting: tuple[str, bool] | None = None
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.timeout.connect(lambda: self._break(NO_SOUND))

    def is_silent(self, language: str = "en") -> bool:
        """Whether it is known that nothing can be read in this language."""
        return bool(self.why_silent(language))

    def why_silent(self, language: str = "en") -> str:
        """Why nothing can be read in this language, in plain words; empty while that is not known."""
        return self._why or (NO_VOICE if language in self._mute else "")

    @property
    def is_started(self) -> bool:
        """Whether there is a process with a voice."""
        return self._process is not None

    def say(self, sentence: str, language: str = "en", *, slower: bool = False) -> None:
        """Read a sentence instead of the one being read."""
        if self.is_silent(language):
            return
        self._number += 1
        self._waiting = (sentence, slower)
        if language != self._asked_for:
            self._asked_for, self._ready_for = language, ""
            self._send(line_of(Ask.OPEN, language=language))
            self._watchdog.start(self._opening_ms)
        elif language == self._ready_for:
            self._say_now()

    def stop(self) -> None:
        """Be quiet."""
        self._waiting = None
        self._number += 1
        if self._ready_for:
            self._watchdog.stop()
        if self._process:
            self._send(line_of(Ask.STOP))

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._watchdog.stop()
        if process := self._let_go():
            process.kill()
            process.waitForFinished(ENDING_MS)

    # -- the process -----------------------------------------------------------------------------------------------

    def _say_now(self) -> None:
        if self._waiting is None:
            return
        (sentence, slower), self._waiting = self._waiting, None
        self._send(line_of(Ask.SAY, number=self._number, text=sentence, rate=SLOWER if slower else 0.0))
        self._watchdog.start(max(self._least_ms, len(sentence.split()) * WORD_MS * PATIENCE * (2 if slower else 1)))

    def _send(self, line: bytes) -> None:
        if self._process is None:
            self._process = self._start()
        self._process.write(line)

    def _start(self) -> QProcess:
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answered)
        process.errorOccurred.connect(self._on_process_failed)
        process.finished.connect(self._on_process_failed)
        process.start(self._command[0], list(self._command[1:]))
        return process

    def _let_go(self) -> QProcess | None:
        """Hear nothing more of the process."""
        process, self._process = self._process, None
        if process:
            process.readyReadStandardOutput.disconnect(self._on_answered)
            process.errorOccurred.disconnect(self._on_process_failed)
            process.finished.disconnect(self._on_process_failed)
            process.finished.connect(process.deleteLater)
        return process

    def _on_process_failed(self) -> None:
        self._break(NO_ENGINE)

    def _on_answered(self) -> None:
        while self._process and self._process.canReadLine():
            message = message_of(bytes(self._process.readLine().data()))
            self._take(str(message.get("word")), message)

    def _take(self, word: str, message: dict[str, object]) -> None:
        is_of_now = message.get("language") == self._asked_for
        if word == Answer.READY and is_of_now:
            self._ready_for = self._asked_for
            self._watchdog.stop()
            self._say_now()
        elif word == Answer.SAID and message.get("number") == self._number:
            self._watchdog.stop()
            self.said.emit()
        elif word == Answer.NO_VOICE and is_of_now:
            self._watchdog.stop()
            self._mute.add(self._asked_for)
            self._asked_for, self._waiting = "", None
            self.silenced.emit(NO_VOICE)
        elif word in {Answer.NO_ENGINE, Answer.BROKEN}:
            self._break(NO_ENGINE if word == Answer.NO_ENGINE else NO_SOUND)

    def _break(self, why: str) -> None:
        """Give up for good: end the process without waiting for it, and say why, once."""
        if self._why:
            return
        self._why, self._waiting = why, None
        self._watchdog.stop()
        if process := self._let_go():
            process.kill()
        self.silenced.emit(why)
