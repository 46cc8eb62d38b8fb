"""The drawer of the practice families: made when it is first opened, with a passphrase that everybody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.service.ports import Clock, Drawer, Library, Records

PASSPHRASE = "practice families, nobody is real"  # noqa: S105 - of nobody
"""Opens every practice caseload; it protects nobody, because nobody in it exists."""


class PracticeDrawer:
    """A drawer whose records are invented: there is always something to open, and one passphrase opens it."""

    def __init__(self, drawer: Drawer, library: Library, clock: Clock) -> None:
        self._drawer, self._library, self._clock = drawer, library, clock

    def has_records(self) -> bool:
        """Always: they are made when they are first opened."""
        return True

    def create(self, passphrase: str) -> Records:
        """A new practice caseload."""
        from kit.service.practice import fill_caseload  # noqa: PLC0415 - made once, and not before the first window

        records = self._drawer.create(passphrase)
        fill_caseload(records, self._library, self._clock)
        return records

    def open(self, passphrase: str) -> Records:
        """The practice caseload, made if there is none yet."""
        return self._drawer.open(passphrase) if self._drawer.has_records() else self.create(passphrase)

    def change_passphrase(self, old: str, new: str) -> None:
        """As for any drawer; nobody asks for it."""
        self._drawer.change_passphrase(old, new)
