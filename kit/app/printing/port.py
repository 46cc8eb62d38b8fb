"""What a printing system does for the kit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.leaflet import Leaflet


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer: what the system calls it, what people call it, and whether it was ready when asked."""

    name: str
    title: str
    is_ready: bool = True
    is_default: bool = False


class Printing(Protocol):
    """What the leaflet page asks of a printing system."""

    def printers(self) -> Sequence[Printer]:
        """The printers there are, the usual one first; none is an answer, not an error."""

    def send(self, leaflet: Leaflet, printer: str, copies: int) -> None:
        """Hand the leaflet to this printer and no other, or PressError."""
