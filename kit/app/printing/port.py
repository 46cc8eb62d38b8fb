"""What a printing system does for the kit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.errors import KitError
    from kit.domain.leaflet import Leaflet


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer: what the system calls it, what people call it, and what it said of itself when asked."""

    name: str
    title: str
    is_ready: bool = True
    is_default: bool = False
    has_colour: bool = True
    has_two_sides: bool = True


@dataclass(frozen=True, slots=True)
class HowToPrint:
    """What a worker chooses beside the printer. A leaflet of one page has no second side, whatever is chosen."""

    copies: int = 1
    in_colour: bool = True
    on_both_sides: bool = True


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A leaflet in the hands of a printer: enough to ask what became of it."""

    printer: str
    number: int


class JobState(Enum):
    """Where a job stands."""

    SENT = "sent"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether asking again is of no use."""
        return self is not JobState.SENT


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of a job so far; `trouble` says why it waits, or why it failed."""

    state: JobState
    trouble: KitError | None = None


class Printing(Protocol):
    """What the leaflet page asks of a printing system. Every method may take a while: ask on the press thread."""

    def printers(self) -> Sequence[Printer]:
        """The printers there are, the usual one first; none is an answer, not an error."""

    def send(self, leaflet: Leaflet, printer: str, how: HowToPrint) -> PrintJob | None:
        """Hand the leaflet to this printer and no other, or PrinterError. None: nobody can tell what becomes of it."""

    def progress(self, job: PrintJob) -> Progress:
        """What became of it so far; PrinterError when that cannot be asked now."""

    def cancel(self, job: PrintJob) -> None:
        """Take it back, if it is not too late; PrinterError when that cannot be asked now."""
