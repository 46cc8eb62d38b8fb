"""Wrong passphrases and PINs, and how long to wait after them."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer

FREE_TRIES = 2
"""Wrong ones before the waits begin."""
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 300


class Tries:
    """Wrong passphrases or PINs since the kit was started, and how long to wait after them. Outlives the page."""

    def __init__(self) -> None:
        self._wrong = 0
        self._until = QDeadlineTimer()

    def count_wrong(self) -> None:
        """One more; from the third on each wait is twice the last."""
        self._wrong += 1
        if self._wrong > FREE_TRIES:
            wait_s = min(FIRST_WAIT_S * 2 ** (self._wrong - FREE_TRIES - 1), LONGEST_WAIT_S)
            self._until = QDeadlineTimer(wait_s * 1000)

    def forget(self) -> None:
        """The right one was typed."""
        self._wrong = 0

    @property
    def seconds_left(self) -> int:
        """Whole seconds still to wait."""
        return -(-self._until.remainingTime() // 1000)


def wait_in_words(seconds: int) -> str:
    """5 seconds; 1 minute 20 seconds."""
    minutes, rest = divmod(seconds, 60)
    parts = [(minutes, "minute"), (rest, "second")]
    return " ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts if count)
