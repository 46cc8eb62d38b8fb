"""What a page is given to work with: the other rooms, as ports, and the threads they are used on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.app.worker import Desk
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Courier, Drawer, Library, Press, Records

    KeepLook = Callable[[str, int], object]
    """Keeps theme and text size (per cent) where they are found before the records are unlocked."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everything a page may ask for. Handed over by constructor, never looked up.

    Attributes:
        library: read from any thread.
        clock: the time.
        drawer: makes and opens the records; used on the desk only.
        press: makes leaflets; used on the press thread only.
        courier: the one who carries uploads under these settings; used on the wire only.
        desk: the thread that owns the records.
        press_line: the thread that makes leaflets.
        wire: the thread that sends.
        keep_look: keeps theme and text size for the next start.
        reader: the command that reads aloud in a process of its own; none where nothing is read.
        records: open after unlocking, None before; used on the desk only.
    """

    library: Library
    clock: Clock
    drawer: Drawer
    press: Press
    courier: Callable[[Settings], Courier]
    desk: Desk
    press_line: Desk
    wire: Desk
    keep_look: KeepLook
    records: Records | None = None
    reader: tuple[str, ...] = ()

    @property
    def kept(self) -> Records:
        """The open records; asking for them while they are locked is a bug."""
        if self.records is None:
            message = "the records are locked"
            raise RuntimeError(message)
        return self.records
